"""A new partner, by command and by form: one file, one code, everything else follows."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT, TODAY, run
from guide import beside, opendata
from guide.script import named_script
from guide.bundle.packing import for_a_laptop
from guide.draft import as_yaml, names, permalink
from guide.load import load, read
from guide.pages import pages
from guide.render import Renderer
from looking import chromium

pytestmark = pytest.mark.xdist_group("site")
ANSWERS = {
    "id": "sinar-baru",
    "kind": "cooperative",
    "official": "KSP Sinar Baru",
    "name.id": "Koperasi Sinar Baru",
    "name.en": "Sinar Baru cooperative",
    "summary.id": 'Koperasi di Ende yang membantu anggota "ikut".',
    "summary.en": "A cooperative in Ende that helps its members to join.",
    "region": "53.08",
    "city": "Ende",
    "serves": "53.08 53.07",
    "since": "2026-10",
    "what.id": "Petugas menulis nama anggota.",
    "what.en": "Staff write down the names of members.",
    "first.id": "Tanya petugas.",
    "first.en": "Ask the staff.",
    "source": "letter 12/SB/X/2026 of 3 October 2026",
    "code": "sb",
}


def options(answers):
    """Answers as the command line takes them."""
    return [word for name, value in answers.items() for word in (f"--{name}", value)]


@pytest.fixture(scope="module")
def joined(house):
    """A house in which the command wrote the sample partner."""
    folder = house()
    done = run(folder, "new_partner.py", *options(ANSWERS))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.split() == [
        "data/partners/sinar-baru.yml",
        "data/permalinks.yml",
        "data/permalinks-issued.yml",
    ]
    return folder


def test_the_command_writes_a_file_that_is_sound(joined):
    done = run(joined, "check.py")
    assert done.returncode == 0, done.stdout + done.stderr
    partner = load(read(joined / "data")).by_id["partners"]["sinar-baru"]
    assert partner.summary["id"] == ANSWERS["summary.id"] and partner.serves == ("53.08", "53.07")
    assert (partner.address, partner.phone, partner.confidence) == ("", "", "low")


def test_page_short_address_lists_and_open_data_follow_with_no_other_edit(joined, prose, languages):
    facts = load(read(joined / "data"))
    renderer = Renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")
    for language in languages.values():

        def drawn(path, language=language):
            return renderer.render(renderer.page(path), language)

        assert "KSP Sinar Baru" in drawn("mitra/sinar-baru/")
        assert "../../mitra/sinar-baru/" in drawn("m/sb/")
        for path in ("mitra/", "wilayah/53.08/", "wilayah/53.07/"):
            assert "sinar-baru/" in drawn(path), path
        assert "mitra/sinar-baru/" in renderer.frame(renderer.page(""), language, "sitemap.xml")
    table = next(table for table in opendata.TABLES if table.name == "partners")
    items = {item["id"]: item for item in opendata.items(table, facts, beside.speaker(renderer))}
    assert items["sinar-baru"]["official"] == "KSP Sinar Baru"


def test_a_short_address_leads_on_in_the_zip_too(facts, prose, languages):
    renderer = Renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)
    for link in facts.permalinks:
        head = renderer.frame(renderer.page(f"m/{link.code}/"), languages["id"], "head.html")
        packed = for_a_laptop({"index.html": head.encode()})["index.html"].decode()
        assert f'content="0; url=../../{link.target}index.html"' in packed


def test_a_withdrawn_address_says_so_and_leads_home(prose, languages):
    texts = read(ROOT / "data")
    texts["permalinks.yml"] = texts["permalinks.yml"].replace(
        "mitra/tlm/, issued: 2026-11-22", "mitra/gone/, issued: 2026-11-22, withdrawn: true"
    )
    facts = load(texts)
    renderer = Renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")
    page = renderer.page("m/tlm/")
    assert "refresh" not in renderer.frame(page, languages["id"], "head.html")
    assert 'href="../../"' in renderer.render(page, languages["id"])
    assert "gone" not in renderer.render(page, languages["id"])


def test_a_partner_page_has_the_preset_and_links_for_its_staff(facts, prose, languages):
    renderer = Renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")
    for language in languages.values():
        text = renderer.render(renderer.page("mitra/obor-mas/"), language)
        assert 'hitung/#segment=bpu&amp;income=1000000"' in text
        assert "../../m/om/" in text and "bayar.ics" in text and "https://wa.me/?text=" in text


@pytest.fixture(scope="module")
def untouched(house):
    """A house, and its data as they are."""
    folder = house()
    return folder, read(folder / "data")


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("id", "obor-mas", "there is already a partner obor-mas"),
        ("id", "Sinar Baru", "an id has small letters"),
        ("code", "om", "codes are never reused"),
        ("region", "53.99", "53.99 is not in data/regions"),
        ("since", "10-2026", "write a date"),
        ("summary.id", "Bayar Rp16.800 saja.", "do not type the amount"),
        ("what.en", "Call 0812 3456 7890.", "private telephone number"),
        ("first.en", "Ask <b>now</b>.", "no markup"),
        ("kind", "coop", "cooperative"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(untouched, name, value, expected):
    folder, before = untouched
    done = run(folder, "new_partner.py", *options({**ANSWERS, name: value}))
    assert done.returncode == 1 and expected in done.stdout, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert read(folder / "data") == before


def test_what_is_not_given_is_asked(house):
    folder = house()
    rest = {name: value for name, value in ANSWERS.items() if name != "city"}
    script = folder / "scripts" / "new_partner.py"
    done = subprocess.run(
        [sys.executable, str(script), *options(rest)], input="Ende\n", capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0 and "Town:" in done.stdout, done.stdout + done.stderr
    done = subprocess.run([sys.executable, str(script)], input="", capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and "Traceback" not in done.stderr


# the form

SCRIPT = ROOT / "overrides" / "new-partner.js"


def node(script, *values):
    """What a line of JavaScript gives back, with the form's functions as `form`."""
    given = json.dumps(values)
    line = (
        f"var form = require({json.dumps(str(script))}), v = {given}; "
        "console.log(JSON.stringify(form[v[0]].apply(0, v.slice(1))))"
    )
    done = subprocess.run(["node", "-e", line], capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def scripts(facts, prose, languages, tmp_path_factory):
    """The script as it is written, and as it is published."""
    renderer = Renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)
    name, text = named_script(renderer.env, "new-partner.js")
    published = tmp_path_factory.mktemp("script") / name
    published.write_text(text, "utf-8")
    return SCRIPT, published


def test_the_form_writes_the_same_file_as_the_command(scripts, facts):
    for script in scripts:
        for answers in (ANSWERS, {**ANSWERS, "source": "https://example.org/a", "city": 'Kota "Satu" \\ é'}):
            written = node(script, "yaml", answers, facts.languages, TODAY.isoformat())
            assert written == as_yaml(answers, facts.languages, TODAY)
        assert node(script, "permalink", ANSWERS, TODAY.isoformat()) == permalink(ANSWERS, TODAY)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("id", "obor-mas", "taken"),
        ("id", "Sinar Baru", "id"),
        ("code", "om", "taken"),
        ("serves", "53.08 53.99", "region"),
        ("since", "10-2026", "day"),
        ("since", "2026-02-30", "day"),
        ("summary.id", "Bayar Rp16.800 saja.", "typed"),
        ("summary.en", "Half a per cent, that is 5 % of it.", "typed"),
        ("what.en", "Call 0812 3456 7890.", "phone"),
        ("what.id", "NIK 5308012345678901", "nik"),
        ("first.en", "Ask <b>now</b>.", "markup"),
        ("first.id", "Bayar {jumlah}.", "braces"),
        ("source", "https://", "url"),
        ("city", "", "empty"),
    ],
)
def test_the_form_finds_what_make_check_finds(scripts, facts, name, value, expected):
    known = {
        "ids": [p.id for p in facts.partners],
        "codes": [i.code for i in facts.issued_codes],
        "regions": [r.id for r in facts.regions],
    }
    for script in scripts:
        assert node(script, "check", ANSWERS, known) == {}
        assert node(script, "check", {**ANSWERS, name: value}, known) == {name: expected}


def test_the_form_works_in_a_browser_and_asks_nothing_of_the_network(built, facts, tmp_path):
    asked = []
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 640})
        page.on("request", lambda request: asked.append(request.url))
        page.goto((built / "mitra-baru" / "index.html").as_uri())
        page.click("#new-partner button")
        assert page.evaluate("document.activeElement.name") == "id"
        assert page.inner_text("#said") and page.is_hidden("#done")
        for name, field, _ in names(facts.languages):
            selector = f'[name="{name}"]'
            if field.kind in ("choice", "region"):
                page.select_option(selector, ANSWERS[name])
            else:
                page.fill(selector, ANSWERS[name])
        page.click("#new-partner button")
        shown = page.inner_text("#file")
        assert as_yaml(ANSWERS, facts.languages, TODAY).strip() in shown
        with page.expect_download() as saved:
            page.click("#save")
        saved.value.save_as(tmp_path / "sinar-baru.yml")
        assert saved.value.suggested_filename == "sinar-baru.yml"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert all(url.startswith(("file:", "data:")) for url in asked), asked
    house = tmp_path / "data"
    shutil.copytree(ROOT / "data", house)
    text = (tmp_path / "sinar-baru.yml").read_text("utf-8")
    (house / "partners" / "sinar-baru.yml").write_text(text, "utf-8")
    assert load(read(house)).by_id["partners"]["sinar-baru"].official == ANSWERS["official"]


def test_without_javascript_no_dead_form_is_shown(built):
    text = (built / "mitra-baru" / "index.html").read_text("utf-8")
    assert re.search(r'<form [^>]*id="new-partner" hidden', text)
    assert 'id="done" hidden' in text
