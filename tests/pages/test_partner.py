"""A new partner, by command and by form: one file, one code, everything else follows."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import time
import zipfile

import cv2
import numpy
import pytest
from conftest import ROOT, TODAY, run
from guide import checks
from guide.facts.load import load, read
from guide.facts.new_partner import as_yaml, names, permalink
from guide.handouts.archive import for_a_laptop
from guide.handouts.context import HandoutContext
from guide.handouts.printer import Printer
from guide.handouts.site_copies import laptop_zip
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from guide.website import open_data, site_files
from guide.website.site_builder import open_site_builder
from looking import chromium, settle
from partner import ANSWERS, options

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="module")
def joined(house, built):
    """A house in which the command wrote the sample partner, with the pictures of the site that was built before."""
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
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")
    for language in languages.values():

        def drawn(path, language=language):
            return renderer.render(renderer.site.page(path), language)

        assert "KSP Sinar Baru" in drawn("mitra/sinar-baru/")
        assert "../../mitra/sinar-baru/" in drawn("m/sb/")
        for path in ("mitra/", "wilayah/53.08/", "wilayah/53.07/"):
            assert "sinar-baru/" in drawn(path), path
        assert "mitra/sinar-baru/" in renderer.frame(renderer.site.page(""), language, "sitemap.xml")
    table = next(table for table in open_data.TABLES if table.name == "partners")
    items = {item["id"]: item for item in open_data.items(table, facts, site_files.speaker(renderer))}
    assert items["sinar-baru"]["official"] == "KSP Sinar Baru"


def test_page_code_file_feed_and_picture_follow_with_no_other_edit(joined):
    builder = open_site_builder(joined, "id", TODAY, "https://example.org")
    files = {**dict(builder.extras()), **dict(builder.once())}
    code = cv2.imdecode(numpy.frombuffer(files["mitra/sinar-baru/petugas/qr.png"], numpy.uint8), cv2.IMREAD_COLOR)
    said, *_ = cv2.QRCodeDetector().detectAndDecode(code)
    assert said == "https://example.org/m/sb" and "sinar-baru" in builder.frame("m/sb/")["head"]
    assert {f"mitra/sinar-baru/petugas/{name}" for name in ("qr.svg", "pesan.txt")} <= set(files)
    assert {f"mitra/sinar-baru/{path}" for path in ("", "petugas/", "poster/")} <= {page.path for page in builder.pages}
    assert len(files["gambar/mitra-sinar-baru.png"]) <= 100_000
    items = json.loads(files["api/v1/partners.json"])["items"]
    assert "KSP Sinar Baru" in [item["official"] for item in items]
    assert "sinar-baru" in files["api/v1/partners.csv"]


@pytest.mark.audit
def test_site_poster_and_file_of_the_new_partner_are_built_too(joined):
    began = time.monotonic()
    assert run(joined, "build.py", SITE_URL="https://example.org").returncode == 0
    print(f"from the file to the built site: {time.monotonic() - began:.0f} s")
    site = joined / "site"
    assert "sinar-baru" in (site / "m/sb/index.html").read_text("utf-8")
    for path in ("", "petugas/", "poster/", "petugas/qr.svg", "petugas/qr.png", "petugas/pesan.txt"):
        assert (site / "mitra/sinar-baru" / path).exists() and (site / "en/mitra/sinar-baru").exists(), path
    done = run(joined, "bundle.py", SITE_URL="https://example.org", ONLY="partner/sinar-baru")
    assert done.returncode == 0, done.stdout + done.stderr
    folder = joined / "dist" / "partners" / "sinar-baru"
    assert {
        "sinar-baru.html",
        *(f"sinar-baru_{one}" for one in ("poster_id.pdf", "flyer_en.pdf", "qr.svg", "qr.png", "message_id.txt")),
    } <= {path.name for path in folder.iterdir()}


def test_a_short_address_leads_on_in_the_zip_too(facts, prose, languages):
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)
    for link in facts.permalinks:
        head = renderer.frame(renderer.site.page(f"m/{link.code}/"), languages["id"], "head.html")
        packed = for_a_laptop({"index.html": head.encode()})["index.html"].decode()
        assert f'content="0; url=../../{link.target}index.html"' in packed


def test_every_code_ever_given_out_resolves_in_the_site_and_in_the_zip(built, facts, prose, languages):
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")
    with zipfile.ZipFile(io.BytesIO(laptop_zip(HandoutContext(renderer, Printer(), built)).make())) as packed:
        there = set(packed.namelist())
        for code in facts.issued_codes[0].codes:
            for folder in ("", "en/"):
                name = f"{folder}m/{code}/index.html"
                assert (built / name).is_file() and name in there, name
                target = re.search(r'content="0; url=\.\./\.\./([^"]+)"', packed.read(name).decode())[1]
                assert f"{folder}{target}" in there and (built / folder / target).is_file(), (name, target)
    print(f"{len(facts.issued_codes[0].codes)} codes in 2 languages, {len(there)} files in the zip")


@pytest.mark.parametrize("lost", ["om", "d", "dp"])
def test_a_code_taken_out_of_both_lists_is_missed(lost, prose):
    texts = read(ROOT / "data")
    for name in ("permalinks.yml", "permalinks-issued.yml"):
        texts[name] = re.sub(rf"^(- {{code: {lost},.*|  - {lost})\n", "", texts[name], flags=re.M)
        assert texts[name] != read(ROOT / "data")[name]
    found = [mistake.text() for mistake in checks.find(load(texts), prose, TODAY) if not mistake.warning]
    assert any("data/permalinks-issued.yml" in text and "put all of them back" in text for text in found), found


def test_a_withdrawn_address_says_so_and_leads_home(prose, languages):
    texts = read(ROOT / "data")
    texts["permalinks.yml"] = texts["permalinks.yml"].replace(
        "mitra/tlm/, issued: 2026-11-22", "mitra/gone/, issued: 2026-11-22, withdrawn: true"
    )
    facts = load(texts)
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")
    page = renderer.site.page("m/tlm/")
    assert "refresh" not in renderer.frame(page, languages["id"], "head.html")
    assert 'href="../../"' in renderer.render(page, languages["id"])
    assert "gone" not in renderer.render(page, languages["id"])


def test_a_partner_page_has_the_preset_and_leads_its_staff_to_theirs(facts, prose, languages):
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")
    for language in languages.values():
        text = renderer.render(renderer.site.page("mitra/obor-mas/"), language)
        assert 'hitung/#segment=bpu&amp;income=1000000"' in text and "mitra/obor-mas/petugas/" in text


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

SCRIPT = ROOT / "overrides" / "js/new-partner.js"


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
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)
    name, text = renderer.templates.script("js/new-partner.js")
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
        "codes": list(facts.issued_codes[0].codes),
        "regions": [r.id for r in facts.regions],
    }
    for script in scripts:
        assert node(script, "check", ANSWERS, known) == {}
        assert node(script, "check", {**ANSWERS, name: value}, known) == {name: expected}


def test_the_form_works_in_a_browser_and_asks_nothing_of_the_network(built, facts, prose, tmp_path):
    asked = []
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 640})
        page.on("request", lambda request: asked.append(request.url))
        page.goto((built / "mitra-baru" / "index.html").as_uri())
        settle(page)
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
    texts = {**read(ROOT / "data"), "partners/sinar-baru.yml": (tmp_path / "sinar-baru.yml").read_text("utf-8")}
    assert load(texts).by_id["partners"]["sinar-baru"].official == ANSWERS["official"]
    assert [mistake.text() for mistake in checks.find(load(texts), prose, TODAY) if not mistake.warning] == []


def test_without_javascript_no_dead_form_is_shown(built):
    text = (built / "mitra-baru" / "index.html").read_text("utf-8")
    assert re.search(r'<form [^>]*id="new-partner" hidden', text)
    assert 'id="done" hidden' in text
