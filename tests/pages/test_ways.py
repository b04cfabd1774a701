"""What people see is what their way of joining has: its price, its benefits, its procedure, and nothing more."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from conftest import ROOT, TODAY
from guide.checks.records import ways
from guide.estimator.engine import estimate
from guide.estimator.inputs import read_inputs
from guide.handouts.plan import _joining
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages, published

NO_PENSION = ("aparat-desa", "guru-honorer", "bpd-rt-rw", "pelayan-gereja")


@pytest.fixture(scope="module")
def renderer(facts, prose, languages):
    """The renderer of the real site."""
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)


@pytest.fixture(scope="module")
def drawn(renderer, languages, facts):
    """The article of every occupation in every language, without what stands at its foot."""
    return {
        (record.id, language.id): renderer.render(renderer.site.page(f"pekerjaan/{record.id}/"), language).split(
            'id="asal"'
        )[0]
        for record in published(facts.occupations)
        for language in languages.values()
    }


def words(html):
    """The text of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_village_official_pays_for_accident_and_death_and_is_promised_no_pension(drawn):
    for language, price in (("id", "Rp10.800"), ("en", "Rp10,800")):
        page = drawn["aparat-desa", language]
        assert price in words(page)
        assert not re.search(r"124[.,]800|60[.,]000|7[.,]200[.,]000|411[.,]400", words(page))
        assert not re.search(r"event=layoff|event=retirement|programs=[^&:]*\bjk?p\b", page)


def test_figures_of_an_occupation_are_of_its_ways(drawn, facts):
    seen = 0
    for (occupation, language), page in drawn.items():
        own = facts.by_id["occupations"][occupation].ways
        for question in re.findall(r'data-fig="estimate:([^:"]*):', page):
            inputs = dict(part.split("=") for part in unescape(question).split("&"))
            if inputs["segment"] in ("bpu", "pu"):
                had = {p for way in own if way.segment == inputs["segment"] for p in (*way.programs, *way.voluntary)}
                asked = inputs.get("programs", "jkk,jkm,jht,jp,jkp" if inputs["segment"] == "pu" else "jkk,jkm")
                assert set(asked.split(",")) <= had, (occupation, language, question)
                seen += 1
    assert seen > 400
    print(f"{seen} figures")


@pytest.mark.parametrize("occupation", NO_PENSION)
def test_who_has_no_pension_reads_of_none(drawn, occupation):
    for language, pension in (("id", r"[Pp]ensiun|PHK"), ("en", r"[Pp]ension|[Ll]ayoff")):
        assert not re.search(pension, words(drawn[occupation, language])), (occupation, language)


def test_the_price_of_each_way_is_the_estimators(rules, facts, drawn):
    for record in published(facts.occupations):
        for way in record.ways:
            if way.segment == "pu":
                asked = {**way.inputs, "income": record.incomes[0]}
                paid = estimate(rules, read_inputs(asked, TODAY), TODAY).amounts()["monthly.employer"]
                assert f"Rp{paid:,}".replace(",", ".") in words(drawn[record.id, "id"]), record.id


def test_every_button_leads_to_the_procedure_of_its_way(drawn, facts):
    for (occupation, language), page in drawn.items():
        record = facts.by_id["occupations"][occupation]
        buttons = re.findall(r'<a class="go(?: call)?"[^>]*href="([^"]*)"', page)
        steps = [f"../../cara/{way.join}/" for way in record.ways]
        assert buttons == (["#pilih", *steps] if record.question else steps), (occupation, language)
        assert not record.question or 'id="pilih"' in page


def test_ways_lead_where_people_of_that_kind_join(facts):
    joins = {record.id: [way.join for way in record.ways] for record in facts.occupations}
    assert joins["pmi"] == ["join-pmi"]
    assert joins["guru-honorer"] == ["join-non-asn"]
    assert joins["aparat-desa"] == ["join-village-staff"]
    assert joins["konstruksi"] == ["join-jakon", "join-bpu"]
    assert joins["petani"] == ["join-bpu"]


def test_a_small_file_has_the_steps_of_its_occupation(facts):
    assert _joining(facts.by_id["occupations"]["pmi"])[0] == "cara/join-pmi/"
    assert "bayar/" not in _joining(facts.by_id["occupations"]["aparat-desa"])
    assert "bayar/" in _joining(facts.by_id["occupations"]["petani"])


def test_paper_has_the_price_and_the_steps_of_its_way(renderer, languages):
    page = renderer.site.page("pekerjaan/aparat-desa/")
    for name in ("flyer.html", "card-work.html"):
        sheet = words(renderer.sheet(name, languages["id"], page, qr="", short=""))
        assert "Rp10.800" in sheet and "ensiun" not in sheet, name
    assert "bendahara desa" in words(renderer.sheet("flyer.html", languages["id"], page, qr="", short=""))


def test_a_partner_shows_what_its_people_have(renderer, languages):
    for partner, price, other in (
        ("pemkab-lembata", "Rp10.800", "Rp8.400"),
        ("pemkab-mabar", "Rp16.800", "Rp8.400"),
        ("obor-mas", "Rp8.400", "Rp10.800"),
    ):
        page = renderer.site.page(f"mitra/{partner}/")
        for name in ("poster.html", "message.html"):
            sheet = words(renderer.sheet(name, languages["id"], page, qr="", short=""))
            assert price in sheet and other not in sheet, (partner, name)


def changed(facts, occupation, **fields):
    """The facts with one occupation, its first way changed."""
    record = facts.by_id["occupations"][occupation]
    way = record.ways[0].model_copy(update=fields)
    one = record.model_copy(update={"ways": (way,)})
    return replace(facts, records={**facts.records, "occupations": (one,)})


@pytest.mark.parametrize(
    ("check", "occupation", "fields"),
    [
        (ways.a_way_leads_to_its_own_procedure, "aparat-desa", {"join": "join-bpu"}),
        (ways.a_way_leads_to_its_own_procedure, "aparat-desa", {"join": "pay-pu"}),
        (ways.a_way_leads_to_its_own_procedure, "aparat-desa", {"programs": ("jkk", "jkm", "jp")}),
        (ways.a_way_has_programs_of_its_segment, "petani", {"voluntary": ("jp",)}),
        (ways.a_way_has_programs_of_its_segment, "aparat-desa", {"who_pays": None}),
        (ways.a_story_stays_within_a_way, "aparat-desa", {"programs": ("jkm",)}),
        (ways.a_story_stays_within_a_way, "koperasi", {"programs": ("jkk", "jkm")}),
    ],
)
def test_a_way_that_promises_something_else_is_a_mistake(facts, check, occupation, fields):
    assert not list(check(facts))
    assert list(check(changed(facts, occupation, **fields)))
