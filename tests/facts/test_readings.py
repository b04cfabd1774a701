"""Values that were compared with the law: which, where they were read, and what pages say of that."""

from __future__ import annotations

import datetime
import re
from html import unescape

import pytest
from conftest import ROOT
from guide import checks
from guide.facts.load import load, read
from guide.facts.model.record import Cited, Model
from guide.facts.traversal import every
from guide.figures.law_changes import later_entries
from guide.figures.tables import Tables
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

DAY = datetime.date(2026, 11, 29)
PASAL = "https://pasal.id/"
READ = {
    "schedules.pmi-jkk-jkm@2023-02-22": ("permenaker-4-2023", "Ps 18(1)-(3)", "koreksi/9656301"),
    "schedules.pu-jkp@2025-02-07": ("pp-6-2025", "Ps 11", "koreksi/5825012"),
    "limits.layoff-age@2025-02-07": ("pp-6-2025", "Ps 4(2)b", "koreksi/5825012"),
    "benefits.jp.survivors-early@2016-01": ("permenaker-29-2015", "Ps 26", "koreksi/10460148"),
    "benefits.jkk.home-care@2019-12-02": ("pp-82-2019", "Lampiran III A.1", ""),
    "limits.hospital-class@2019-12-02": ("pp-82-2019", "Lampiran III A.1", ""),
    "benefits.jkk.transport-land@2019-12-02": ("pp-82-2019", "Lampiran III", ""),
    "limits.foreign@2023-10-06": ("pp-49-2023", "Ps 5", "koreksi/5885054"),
    "limits.data-change@2015-07-01": ("pp-44-2015", "Ps 9(2)-(3)", "koreksi/9064447"),
    "limits.report-accident-project@2016-01-01": ("permenaker-44-2015", "Ps 15(2), 15(4)", "koreksi/7549427"),
    "limits.death-payment-project@2025-02-24": ("permenaker-1-2025", "Ps 79(2)-(3)", "koreksi/9439674"),
    "heirs.work-death@2015-07-01": ("pp-44-2015", "Ps 37(5)", "koreksi/9064480"),
}
"""Every dated value that somebody compared with the law: its law, article, and the end of the copy's address."""


@pytest.fixture(scope="module")
def renderer(facts, prose, languages):
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", DAY)


def test_these_values_were_read_and_no_others(renderer, facts):
    dated = {name: entry for name, entry in Tables(renderer.site.figures).dated() if entry.verified}
    assert set(dated) == set(READ)
    for name, (regulation, article, ending) in READ.items():
        entry, copy = dated[name], dated[name].reading
        assert (regulation, article) in {(c.regulation, c.article) for c in entry.citations}, name
        assert (entry.verified, copy.read, copy.regulation) == (DAY, "transcription", regulation), name
        assert copy.url.endswith(ending) and (copy.address == "full") == bool(copy.url), name
        assert copy.url.replace("www.", "").startswith(PASAL if ending else ""), name
        assert set(copy.says) == set(facts.languages), name
    cited = [record for record in every(facts, Cited) if record.verified or record.reading]
    assert len(cited) == len(READ)
    print(f"{len(cited)} values read, {len({copy.reading.url for copy in cited})} addresses")


@pytest.mark.parametrize(
    "figure, value",
    [
        ("schedules.pmi-jkk-jkm.p3mi.24", 370_000),
        ("schedules.pmi-jkk-jkm.individual.6", 108_000),
        ("schedules.pmi-jkk-jkm.extension", 13_500),
        ("limits.layoff-age", 54),
        ("benefits.jkk.home-care", 20_000_000),
        ("benefits.jkk.home-care.longest", 1),
        ("limits.hospital-class", 1),
        ("benefits.jkk.transport-land", 5_000_000),
        ("limits.foreign", 6),
        ("limits.data-change", 7),
        ("limits.report-accident-project", 2),
        ("limits.death-payment-project", 3),
    ],
)
def test_what_was_read_is_the_value(renderer, figure, value):
    assert renderer.site.figures.get(figure).value == value


def test_what_was_only_quoted_is_not_verified(facts):
    quoted = [*facts.pension_age, *(e for b in facts.benefits if b.id in ("jp.pension", "jkp.cash") for e in b.entries)]
    quoted += [*facts.reliefs, *facts.gaps, facts.by_id["heirs"]["other-death"].entries[0]]
    assert quoted and not any(record.verified or record.reading for record in quoted)


def test_rates_of_work_accidents_stand_in_article_16_2(facts):
    for record in (facts.by_id["schedules"]["pu-jkk"].entries[0], facts.by_id["procedures"]["pay-pu"]):
        articles = [c.article for c in record.citations if c.regulation == "pp-44-2015"]
        assert any("Ps 16(2)" in article for article in articles) and not any("16(1)" in a for a in articles)


def test_a_day_without_a_reading_is_refused_and_a_reading_without_a_day():
    texts = read(ROOT / "data")
    heirs = texts["heirs.yml"]
    undated = heirs.replace("verified: 2026-11-29", "verified: null")
    bare = re.sub(r"      reading:\n(        .*\n)+", "", heirs)
    for changed, field in ((undated, "reading"), (bare, "verified")):
        facts = load({**texts, "heirs.yml": changed})
        found = list(checks.references.what_was_verified_says_where(facts))
        assert [mistake.field for mistake in found] == [f"0.entries.0.{field}"]


def plain(html):
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_a_source_says_in_which_copy_it_was_read_and_what_it_says(renderer, languages):
    for language in languages.values():
        for name in READ:
            entry = renderer.site.figures.fact(name)
            context = renderer.new_context(renderer.site.page("tentang/"), language)
            shown = context.template("partials/source.html", fact=name, shown=())
            assert plain(context.markup.say(entry.reading.says, entry, linked=False)) in plain(shown), name
            assert language.date(entry.verified) in shown and entry.reading.url in unescape(shown), name
            assert language.gettext("Not yet compared with the text of the law.") not in shown, name
        assert plain(context.markup.say(entry.order[0], entry, linked=False)) in plain(shown)


def test_the_health_page_counts_what_was_compared_by_kind_and_names_the_copies(renderer, facts, languages):
    counted = [r for r in every(facts, Model) if {"verified", "compiled"} <= set(type(r).model_fields)]
    law = Tables(renderer.site.figures).compared()
    assert sum(kind.all for kind in law.kinds) == law.all == len(counted)
    assert sum(kind.compared for kind in law.kinds) == sum(copy.facts for copy in law.copies) == len(READ)
    assert {kind.name: kind.compared for kind in law.kinds if kind.compared} == {
        "schedules": 2,
        "benefits": 3,
        "limits": 6,
        "heirs": 1,
    }
    assert all(kind.name for kind in law.kinds)
    for language in languages.values():
        page = renderer.render(renderer.site.page("kesehatan-data/"), language)
        said = language.gettext("Compared with the law: %(compared)s of %(all)s values.")
        assert said % {"compared": len(READ), "all": law.all} in plain(page)
        assert all(copy.reading.url in unescape(page) for copy in law.copies)


def test_a_limit_that_a_new_law_leaves_as_it_was_is_no_change(facts):
    later = {name for name, _ in later_entries(facts)}
    assert "limits.layoff-report@2025-02-07" in later
    assert not {"limits.layoff-age@2025-02-07", "limits.foreign@2023-10-06"} & later
