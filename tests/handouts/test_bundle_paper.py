"""Paper, pictures and whole bundles: what takes a browser and minutes (`make audit`)."""

from __future__ import annotations

import html
import io
import os
import random
import re
import shutil
import subprocess
import sys
import time
import unicodedata
import zipfile
from pathlib import Path

import cv2
import numpy
import pypdfium2
import pytest
from conftest import ADDRESS, ROOT, TODAY, run
from guide.assets.qr_codes import CodeTooLong, as_png, code_of
from guide.handouts.context import HandoutContext
from guide.handouts.plan import plan
from guide.handouts.printer import opened
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages as site_pages
from handing_out import named

TYPES = {
    ".html",
    ".pdf",
    ".png",
    ".jpg",
    ".txt",
    ".vcf",
    ".ics",
    ".opus",
    ".mp3",
    ".epub",
    ".zim",
    ".zip",
    ".svg",
    ".xlsx",
}


def read_code(picture: numpy.ndarray) -> str:
    """What OpenCV reads in a picture; empty if nothing."""
    return cv2.QRCodeDetector().detectAndDecode(picture)[0]


def as_forwarded(picture: numpy.ndarray) -> numpy.ndarray:
    """A picture after it went through a messenger: 720 pixels wide, JPEG of quality 45."""
    height = round(picture.shape[0] * 720 / picture.shape[1])
    small = cv2.resize(picture, (720, height), interpolation=cv2.INTER_AREA)
    _, packed = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 45])
    return cv2.imdecode(packed, cv2.IMREAD_COLOR)


def drawn(path: Path, number: int = -1) -> numpy.ndarray:
    """One page of a PDF as pixels; the last one if none is named."""
    pages = pypdfium2.PdfDocument(path)
    return pages[number % len(pages)].render(scale=3).to_numpy()[:, :, :3]


def words(path: Path) -> str:
    """The text of a PDF."""
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    return " ".join(text.split())


def smallest(path: Path) -> float:
    """The size in points of the smallest letters of a PDF."""
    sizes = set()
    for page in pypdfium2.PdfDocument(path):
        text = page.get_textpage()
        for number in range(text.count_chars()):
            if text.get_text_range(number, 1).strip():
                sizes.add(pypdfium2.raw.FPDFText_GetFontSize(text, number) * scale_of(text, number))
    return round(min(sizes), 1)


def scale_of(text, number: int) -> float:
    """How much the page enlarges a letter."""
    matrix = pypdfium2.raw.FS_MATRIX()
    pypdfium2.raw.FPDFText_GetMatrix(text, number, matrix)
    return abs(matrix.d)


def test_every_short_address_is_a_small_code_that_survives_a_messenger(facts):
    for link in facts.permalinks:
        address = f"{ADDRESS}/m/{link.code}"
        assert int(code_of(address).version) <= 4
        picture = cv2.imdecode(numpy.frombuffer(as_png(address), numpy.uint8), cv2.IMREAD_COLOR)
        assert read_code(as_forwarded(picture)) == address
    with pytest.raises(CodeTooLong):
        code_of(f"{ADDRESS}/{'x' * 60}")


EACH = (
    "occupations/nelayan_flyer_id.pdf",
    "programs/jkm_flyer_en.pdf",
    "partners/obor-mas/obor-mas_poster_id.pdf",
    "checklists/claim-jkm_id.pdf",
    "paper/kit_en.pdf",
    "paper/pass-on_id.pdf",
    "cards/death_id.png",
    "cards/nelayan_en.png",
)


@pytest.mark.xdist_group("bundle")
@pytest.mark.parametrize("address", [ADDRESS, ""], ids=["public", "draft"])
def test_one_of_each_kind_is_small_titled_tagged_and_leads_back(facts, prose, languages, tmp_path, address):
    renderer = open_renderer(facts, site_pages(facts, prose), languages, ROOT / "overrides", TODAY, address)
    paths = {page.path for page in renderer.site.routes}
    with opened() as press:
        made = {i.name: i.make() for i in plan(HandoutContext(renderer, press, tmp_path)) if i.name in EACH}
    assert set(made) == set(EACH)
    for name, body in made.items():
        path = tmp_path / Path(name).name
        path.write_bytes(body)
        if name.endswith(".pdf"):
            held(path)
            assert ("DRAF" in words(path)) == (not address), name
            picture = drawn(path)
        else:
            picture = as_forwarded(cv2.imread(str(path)))
            assert len(body) <= 100_000 and cv2.imread(str(path)).shape[:2] == (1350, 1080), name
        code = read_code(picture)
        if address:
            assert code.startswith(f"{ADDRESS}/") and f"{code.removeprefix(f'{ADDRESS}/')}/".lstrip("/") in paths, name
        else:
            assert code == "", name


SIDES = {"flyer": 2, "quiz": 2, "booklet": 8, "slides": 10}
"""How many sides paper has that is not of one."""
UNSCANNED = re.compile(r"stand/|cetak_|booklet")
"""Paper whose last side has no code of its own: its codes are read in tests of its own."""


def held(path: Path) -> None:
    """Refuse paper that is not tagged, titled, selectable, small, of the right number of pages, in large letters."""
    body, pages = path.read_bytes(), len(pypdfium2.PdfDocument(path))
    assert b"/StructTreeRoot" in body and b"/Lang (" in body and b"/Title" in body, path
    assert len(body) <= (
        1_500_000 if path.name.startswith("cetak_") else 250_000 if "booklet" in path.name else 150_000
    )
    language = path.stem.rpartition("_")[2]
    assert ("Kode edisi" if language == "id" else "Copy code") in words(path), path
    lines = [
        line.strip()
        for page in pypdfium2.PdfDocument(path)
        for line in page.get_textpage().get_text_range().splitlines()
    ]
    assert "." not in lines, path
    wanted = next((count for word, count in SIDES.items() if word in path.name), 1)
    assert pages == wanted or path.name.startswith("cetak_"), (path, pages)
    least = 14 if "flyer" in path.name or "poster" in path.name else 12
    assert smallest(path) >= least, (path, smallest(path))


def bundled(house: Path, **environment: str) -> Path:
    """All of dist/ of a house whose site is built."""
    for script in ("build.py", "bundle.py"):
        done = run(house, script, SITE_URL=ADDRESS, ONLY="", **environment)
        assert done.returncode == 0, done.stdout + done.stderr
    return house / "dist"


@pytest.fixture(scope="module")
def dist(house):
    """Everything, for a public address."""
    return bundled(house())


@pytest.mark.audit
def test_two_bundles_in_other_folders_are_the_same_bytes(dist, house):
    other = bundled(house(), TZ="Asia/Makassar")
    assert subprocess.run(["diff", "-rq", dist, other], capture_output=True, text=True, check=False).stdout == ""


@pytest.mark.audit
def test_sums_fit_and_only_types_that_phones_take(dist):
    done = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=dist, capture_output=True, check=False)
    assert done.returncode == 0
    found = {path.suffix for path in dist.rglob("*") if path.is_file() and path.name != "SHA256SUMS"}
    assert found <= TYPES
    assert (dist / "BACA-DULU.txt").exists() and (dist / "README.txt").exists()
    event = dist / "event.zip"
    assert event.stat().st_size <= 5_000_000
    names = zipfile.ZipFile(event).namelist()
    beside = {".bat", ".sh"}  # what serves it from a laptop
    assert {Path(name).suffix for name in names if name != "SHA256SUMS"} <= TYPES - {".svg", ".zip"} | beside


@pytest.mark.audit
def test_the_archive_of_an_event_is_proved_by_its_sums_and_its_notes_name_all_of_it(dist, tmp_path):
    zipfile.ZipFile(dist / "event.zip").extractall(tmp_path)
    sums = ["sha256sum", "-c", "--quiet", "--strict", "SHA256SUMS"]
    done = subprocess.run(sums, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    inside = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert named((tmp_path / "BACA-DULU.txt").read_text("utf-8")) == inside - {"BACA-DULU.txt"}
    lines = (tmp_path / "SHA256SUMS").read_text("utf-8").splitlines()
    assert {line.split("  ")[1] for line in lines} == inside - {"SHA256SUMS"}
    print(f"event.zip: {(dist / 'event.zip').stat().st_size:,} bytes, {len(inside)} files")


@pytest.mark.audit
def test_paper_is_tagged_titled_selectable_and_small(dist):
    found = sorted(dist.rglob("*.pdf"))
    assert len(found) > 100
    for path in found:
        held(path)


@pytest.mark.audit
def test_codes_on_paper_and_cards_decode_to_addresses_that_the_site_answers(dist):
    site = dist.parent / "site"
    paper = [path for path in dist.rglob("*.pdf") if not UNSCANNED.search(path.relative_to(dist).as_posix())]
    for path in [*paper, *dist.rglob("cards/*.png"), *dist.rglob("*_qr.png")]:
        picture = drawn(path) if path.suffix == ".pdf" else cv2.imread(str(path))
        address = read_code(picture if path.suffix == ".pdf" else as_forwarded(picture))
        assert address.startswith(ADDRESS), path
        assert (site / address.removeprefix(f"{ADDRESS}/") / "index.html").exists(), (path, address)


@pytest.mark.audit
def test_cards_are_of_one_size_and_small(dist):
    for path in dist.rglob("cards/*.png"):
        assert cv2.imread(str(path)).shape[:2] == (1350, 1080)
        assert path.stat().st_size <= 100_000, (path, path.stat().st_size)


@pytest.mark.audit
def test_amounts_on_paper_are_those_of_the_figures(dist, facts, languages):
    from guide.figures.registry import Figures

    figures, said = Figures(facts, TODAY), set()
    for name in ("bpu-basic.monthly.total", "bpu-death.benefit_total", "bpu-work-death.benefit_total"):
        figure = figures.get(f"estimates.{name}")
        said |= {languages["id"].round_money(figure.value)}
    text = words(dist / "occupations" / "petani_flyer_id.pdf")
    assert said <= amounts(text)
    known = {
        language: amounts(" ".join(map(plain, (dist.parent / "site" / folder).rglob("index.html"))))
        for language, folder in (("id", ""), ("en", "en"))
    }
    for path in dist.rglob("*.pdf"):
        found = amounts(words(path))
        assert found <= known[path.stem.rpartition("_")[2]], (path, found - known[path.stem.rpartition("_")[2]])


def amounts(text: str) -> set[str]:
    """Every amount of rupiah in a text."""
    return set(re.findall(r"Rp[\d.,]*\d(?: (?:juta|miliar|million|billion))?", " ".join(text.split())))


def plain(path: Path) -> str:
    """The words of a page."""
    return html.unescape(re.sub(r"<[^>]+>", " ", path.read_text("utf-8")))


PIECE = re.compile(
    r"</?(?:p|[ou]l|li|table|caption|thead|tbody|tr|td|th|d[ltd]|h\d|div|section|header|footer|br)\b[^>]*>"
)
"""Tags between which the words of a sheet stand together on its paper."""
UNSAID = re.compile(r"<(style|title|svg|script)\b.*?</\1>", re.S)


@pytest.mark.audit
def test_paper_says_all_that_its_html_says(dist, hand_outs):
    """What tests of the HTML prove of conditions, ends and words holds of paper too."""
    pieces = 0
    for one in hand_outs:
        if one.name.endswith(".pdf"):
            paper = letters(words(dist / one.name))
            for piece in PIECE.split(UNSAID.sub(" ", one.text)):
                said = letters(html.unescape(re.sub(r"<[^>]*>", "", piece)))
                assert said in paper, (one.name, piece)
                pieces += bool(said)
    print(f"{pieces} pieces of text on paper")
    assert pieces > 5_000


def letters(text: str) -> str:
    """The letters and digits of a text, as they are typed."""
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", text))


@pytest.mark.audit
def test_check_lists_name_every_paper_and_deadline(dist, facts):
    for record in facts.procedures:
        if record.kind in ("claim", "report"):
            for language in ("id", "en"):
                text = "".join(words(dist / "checklists" / f"{record.id}_{language}.pdf").split())
                for line in (*(paper.name for paper in record.papers), *record.steps, *record.deadlines):
                    if "{" not in line[language]:
                        missing = [word for word in line[language].split() if word not in text]
                        assert not missing, (record.id, line[language], missing)


@pytest.mark.audit
def test_a_kill_leaves_the_hand_outs_whole_or_the_next_run_puts_them_back(dist, tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(dist.parent, folder)
    whole = {path.relative_to(dist) for path in dist.rglob("*")}
    command = [sys.executable, folder / "scripts" / "bundle.py"]
    known = {**os.environ, "AS_OF": TODAY.isoformat(), "SITE_URL": ADDRESS, "ONLY": "message"}
    began = time.monotonic()
    assert subprocess.run(command, env=known, capture_output=True, check=False).returncode == 0
    lasted, moments = time.monotonic() - began, random.Random(7)
    for _ in range(12):
        running = subprocess.Popen(command, env=known, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.3, 1) * lasted)
        running.kill()
        running.wait()
        if not (folder / "dist").exists():
            assert run(folder, "bundle.py", ONLY="nothing").returncode == 1
        assert {path.relative_to(folder / "dist") for path in (folder / "dist").rglob("*")} == whole
        sums = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=folder / "dist", check=False)
        assert sums.returncode == 0


@pytest.mark.audit
def test_the_site_opens_from_a_folder(dist, tmp_path):
    zipfile.ZipFile(next(dist.glob("*_site.zip"))).extractall(tmp_path)
    for path in [tmp_path / "index.html", tmp_path / "en" / "biaya" / "index.html"]:
        for link in re.findall(r'<a[^>]* href="([^"#:]+)(?:#[^"]*)?"', path.read_text("utf-8")):
            assert (path.parent / link).is_file(), (path, link)


@pytest.mark.audit
def test_without_an_address_paper_is_a_draft_without_a_code(house):
    folder = house()
    done = run(folder, "bundle.py", SITE_URL="", ONLY="partner/obor-mas")
    assert done.returncode == 0, done.stderr
    part = folder / "dist" / "partners" / "obor-mas"
    assert "DRAF" in words(part / "obor-mas_poster_id.pdf") and not list(part.glob("*_qr.*"))
    assert read_code(drawn(part / "obor-mas_poster_id.pdf")) == ""


@pytest.mark.audit
def test_a_failed_bundle_leaves_the_old_one(dist):
    kept = {p: p.read_bytes() for p in dist.rglob("*") if p.is_file()}
    assert run(dist.parent, "bundle.py", ONLY="nothing").returncode == 1
    assert {p: p.read_bytes() for p in dist.rglob("*") if p.is_file()} == kept


@pytest.mark.audit
def test_a_part_is_made_anew_among_the_others(dist, tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(dist.parent, folder)
    done = run(folder, "bundle.py", SITE_URL=ADDRESS, ONLY="partner/obor-mas")
    assert done.returncode == 0 and "dist/" in done.stdout
    assert subprocess.run(["diff", "-rq", dist, folder / "dist"], capture_output=True, check=False).stdout == b""


def test_pictures_have_few_colours():
    from guide.assets.images import small
    from PIL import Image

    out = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").save(out, "PNG")
    with Image.open(io.BytesIO(small(out.getvalue()))) as picture:
        assert picture.mode == "P" and len(picture.getcolors()) <= 40
