"""`make publish`: every hand-out below the site's unduh/, listed and proved, whole or not at all, twice the same."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import ADDRESS, TODAY, run
from guide.facts.load import load, read, read_prose
from guide.handouts.archive import sums
from guide.handouts.context import HandoutContext
from guide.handouts.plan import plan
from guide.i18n.language import read_languages
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from guide.website.edition import edition, read_edition, write_edition
from looking import html_pages

pytestmark = pytest.mark.xdist_group("publish")


def state(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def made(house: Path) -> dict[str, bytes]:
    """Stand-ins for all hand-outs, but the real files for phones, with their sums: as `make bundle` names them."""
    facts = load(read(house / "data"))
    languages = read_languages(facts.site.languages, house / "overrides" / "locales")
    prose = read_prose(house / "docs", facts.languages)
    renderer = open_renderer(facts, pages(facts, prose), languages, house / "overrides", TODAY, ADDRESS)
    day = TODAY.isoformat()
    names = [item.name for item in plan(HandoutContext(renderer, None, Path()))]
    names += ["BACA-DULU.txt", "README.txt", "event.zip", f"paham-jamsostek_{day}_site.zip"]
    ready = house / "site" / "unduh"
    files = {
        name: (ready / name).read_bytes() if (ready / name).is_file() else f"{name}\n".encode() * (200 + number)
        for number, name in enumerate(names)
    }
    return {**files, "SHA256SUMS": sums(files)}


@pytest.fixture(scope="module")
def home(built, tmp_path_factory):
    """A house with a site and stand-ins for its hand-outs, published; the state of its site before."""
    folder = tmp_path_factory.mktemp("publish") / "house"
    shutil.copytree(built.parent, folder, ignore=shutil.ignore_patterns("pictures", "templates", "__pycache__"))
    for name, body in made(folder).items():
        path = folder / "dist" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    write_edition(folder / ".build", folder / "dist", edition(folder, TODAY, ADDRESS))
    before = state(folder / "site")
    done = run(folder, "publish.py", SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stdout + done.stderr
    print(done.stdout.strip())
    return folder, before


def test_a_site_knows_its_edition_and_proves_the_files_it_was_built_with(built):
    assert read_edition(built.parent / ".build", built) == edition(built.parent, TODAY, ADDRESS)
    lines = (built / "unduh" / "SHA256SUMS").read_text("utf-8").splitlines()
    assert len(lines) > 30
    for line in lines:
        code, name = line.split("  ")
        assert hashlib.sha256((built / "unduh" / name).read_bytes()).hexdigest() == code, name


def test_every_hand_out_lies_in_the_site_and_is_linked(home):
    folder, _ = home
    site, wanted = folder / "site", state(folder / "dist")
    assert {name: (site / "unduh" / name).read_bytes() for name in wanted} == wanted
    linked = set()
    for path in html_pages(site):
        for href in re.findall(r'href="([^"]+)"', path.read_text("utf-8")):
            parts = urlsplit(href)
            if parts.scheme or not parts.path or "unduh/" not in parts.path or path.name == "404.html":
                continue
            target = (path.parent / unquote(parts.path)).resolve()
            assert target.exists(), (path, href)
            linked.add(target.relative_to(site.resolve()).as_posix())
    assert {f"unduh/{name}" for name in wanted} - linked == set()


def test_sizes_that_pages_say_are_those_of_the_files(home):
    folder, _ = home
    count = 0
    for path in html_pages(folder / "site"):
        for href, words in re.findall(r'href="([^"]*unduh/[^"]+)" download>(.*?)</a>', path.read_text("utf-8")):
            said = float(re.search(r"([\d.,]+) kB", words)[1].replace(".", "").replace(",", "."))
            assert abs(said - (path.parent / unquote(href)).stat().st_size / 1000) <= 0.5 or said == 1, (path, href)
            count += 1
    print(f"{count} links to hand-outs")
    assert count > 500


def test_only_pages_that_list_hand_outs_were_drawn_anew(home):
    folder, before = home
    after = state(folder / "site")
    changed = {name for name in before if after[name] != before[name] and name.endswith(".html")}
    lists = r"(en/)?(unduh|pekerjaan/[\w-]+|mitra/[\w-]+/petugas|program/\w+|cara/[\w-]+|wilayah/[\d.]+)/index\.html"
    assert {name for name in changed if not re.fullmatch(lists, name)} == set()
    assert "unduh/index.html" in changed and "mitra/obor-mas/petugas/index.html" in changed
    assert len(changed) > 80


def test_publishing_again_gives_the_same_bytes(home):
    folder, _ = home
    before = state(folder / "site")
    assert run(folder, "publish.py", SITE_URL=ADDRESS).returncode == 0
    assert state(folder / "site") == before


def test_hand_outs_of_another_day_are_refused_and_the_site_stays(home):
    folder, _ = home
    before = state(folder / "site")
    done = run(folder, "publish.py", SITE_URL=ADDRESS, AS_OF="2026-12-01")
    assert done.returncode == 1 and done.stderr == "site/ is not of this day and these facts: run `make site` first\n"
    write_edition(folder / ".build", folder / "dist", "")
    done = run(folder, "publish.py", SITE_URL=ADDRESS)
    assert done.returncode == 1 and done.stderr == "dist/ is not of this day and these facts: run `make bundle` first\n"
    write_edition(folder / ".build", folder / "dist", edition(folder, TODAY, ADDRESS))
    assert state(folder / "site") == before


def test_headers_save_every_hand_out_and_show_the_page(home):
    text = (home[0] / "site" / "_headers").read_text("utf-8")
    rules = re.findall(r"^(/unduh/\S*)\n  Content-Disposition: attachment$", text, re.M)
    assert {"/unduh/partners/*", "/unduh/occupations/*"} <= set(rules) and len(rules) < 30
    assert not {"/unduh/", "/unduh/*", "/unduh/index.html", "/unduh/SHA256SUMS"} & set(rules)
