"""The rules of a program as a graph: drawn of the typed law, and other on the day on which the law is."""

from __future__ import annotations

import datetime
import re

import pytest
from conftest import ROOT
from guide.facts.facts import Facts
from guide.figures.registry import Figures
from guide.figures.rule_graph import RuleGraph
from guide.law.citations import percent
from guide.law.timeline import in_force
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

BLOCK = re.compile(r'<details class="card fold" id="aturan">.*?</details>', re.S)
NODE = re.compile(r'<li class="(\w+)">(<svg\b.*?</svg>)(.*?)</li>', re.S)


@pytest.fixture(scope="module")
def graph_on(facts):
    """A function that gives the graphs of a day."""
    return lambda day: RuleGraph(Figures(facts, datetime.date.fromisoformat(day)))


def reliefs(graph, program):
    """The reliefs that stand in a program's graph, each with how it is told."""
    return {
        (node.about, node.says)
        for contribution in graph.contributions(program)
        for node in contribution.nodes
        if node.place == "cut"
    }


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2025-12-01", set()),
        ("2026-02-10", {("bpu-transport-2026", "relief"), ("bpu-other-2026", "relief-ahead")}),
        ("2026-11-30", {("bpu-transport-2026", "relief"), ("bpu-other-2026", "relief")}),
        ("2027-01-01", {("bpu-transport-2026", "relief")}),
        ("2027-04-01", set()),
    ],
)
def test_a_relief_stands_from_its_announcement_to_its_last_month(graph_on, day, standing):
    assert {one for one in reliefs(graph_on(day), "jkk") if one[0].startswith("bpu")} == standing
    assert not reliefs(graph_on(day), "jht")


def test_the_relief_of_an_industry_is_gone_in_the_month_after_its_last(graph_on):
    for day, there in (("2026-01-31", True), ("2026-02-01", False)):
        assert ("pu-labour-intensive-2025-2" in {about for about, _ in reliefs(graph_on(day), "jkk")}) == there


def test_every_contribution_and_benefit_of_the_typed_law_stands_in_its_graph(facts, graph_on, rules):
    graph, benefits = graph_on("2026-11-30"), facts.by_id["benefits"]
    for program in facts.programs:
        drawn = graph.contributions(program.id)
        paid = [schedule for schedule in rules.schedules if program.id in schedule.covers]
        assert sorted(one.segment for one in drawn) == sorted(schedule.segment for schedule in paid)
        given = {rule.id for rule in rules.benefits if benefits[rule.id].program == program.id}
        assert {benefit.id for group in graph.payouts(program.id) for benefit in group.benefits} == given
        for one in drawn:
            assert [one.nodes[0].place, one.nodes[-1].place] == ["in", "out"] and one.nodes[-1].figures, program.id


def test_the_rates_of_the_nodes_are_those_of_the_typed_law(graph_on, rules):
    graph, compared = graph_on("2026-11-30"), 0
    for schedule in rules.schedules:
        entry = in_force(schedule.entries, "2026-11", "2026-11-30")
        (drawn,) = [one for one in graph.contributions(schedule.program) if one.segment == schedule.segment]
        for node in drawn.nodes:
            if node.says == "share" and entry.of == "income":
                assert percent(graph.figures.get(node.figures[0]).value) == entry.shares[""][node.about].rate
                compared += 1
    assert compared >= 8


def test_another_rate_in_the_data_is_another_graph(facts):
    record = facts.by_id["schedules"]["bpu-jkm"]
    entry = record.entries[0].model_copy(update={"shares": {"worker": 7_500}})
    other = record.model_copy(update={"entries": (entry, *record.entries[1:])})
    schedules = tuple(other if one is record else one for one in facts.schedules)
    changed = Facts(facts.site, facts.digest, {**facts.records, "schedules": schedules})
    figures = Figures(changed, datetime.date(2027, 4, 1))
    (graph,) = [one for one in RuleGraph(figures).contributions("jkm") if one.segment == "bpu"]
    assert [figures.get(name).value for node in graph.nodes for name in node.figures] == [7_500, 7_500]


def test_each_node_is_drawn_beside_its_words_and_leads_to_its_fact(drawn, facts, languages):
    told = {}
    for program in facts.programs:
        for language in languages.values():
            page = drawn.site.page(f"program/{program.id}/")
            (block,) = BLOCK.findall(drawn.render(page, language))
            nodes = NODE.findall(block)
            assert len(nodes) == block.count("<li") == block.count("<svg") > 3
            for place, drawing, words in nodes:
                assert 'aria-hidden="true"' in drawing and re.sub(r"<[^>]+>", "", words).strip()
                shown = re.findall(r'<a class="fig" data-fig="[^"]+" href="([^"]*)"', words)
                assert shown or place in ("in", "gain") or "JKK" in words, words
                assert all(re.match(r"(\.\./\.\./segmen/\w+/)?#f-", href) for href in shown)
                assert place != "cut" or re.search(r"20\d\d</a>", words), "a relief stands with its last month"
                assert place not in ("cut", "out") or re.search(r'"small from">(PP|Permenaker) \d', words), words
            told[program.id, language.id] = re.findall(r'data-fig="([^"]+)"', block)
    for program in facts.programs:
        assert told[program.id, "id"] == told[program.id, "en"] != []


@pytest.mark.audit
@pytest.mark.parametrize("day", ["2026-02-10", "2027-01-05", "2027-04-05"])
def test_on_other_days_too_each_node_leads_to_a_source_that_is_there(facts, prose, languages, day):
    renderer = open_renderer(
        facts, pages(facts, prose), languages, ROOT / "overrides", datetime.date.fromisoformat(day)
    )
    led, language = set(), languages["id"]
    for program in facts.programs:
        drawn = renderer.render(renderer.site.page(f"program/{program.id}/"), language)
        led |= set(re.findall(r'class="fig"[^>]* href="\.\./\.\./([\w/]+)#(f-[^"]+)"', drawn))
    texts = {path: renderer.render(renderer.site.page(path), language) for path, _ in led}
    assert len(led) > 10 and [one for one in led if f'id="{one[1]}"' not in texts[one[0]]] == []
