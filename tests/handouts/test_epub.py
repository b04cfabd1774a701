"""The guide as a book: what programs for books ask of the archive, chapters of XHTML, links that lead somewhere."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from xml.etree import ElementTree

import pytest
from conftest import ADDRESS
from guide.handouts.epub import FOLDER, MIMETYPE, book
from handing_out import handouts_of

pytestmark = pytest.mark.xdist_group("bundle")
XHTML, OPF = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/opf}"
EPUBCHECK = ("java", "-jar", "/usr/share/java/epubcheck.jar", "--failonwarnings")


@pytest.fixture(scope="module")
def made(facts, prose, languages, tmp_path_factory):
    """A function that returns each book by its name."""

    def of(address):
        context = handouts_of(facts, prose, languages, tmp_path_factory.mktemp("site"), address)
        return {item.name: item.make() for item in book(context)}

    return of


@pytest.fixture(scope="module")
def books(made):
    return made(ADDRESS)


@pytest.fixture(scope="module")
def files(books):
    """The files of each book by their names in it."""
    archives = {name: zipfile.ZipFile(io.BytesIO(body)) for name, body in books.items()}
    return {name: {one: archive.read(one).decode() for one in archive.namelist()} for name, archive in archives.items()}


def test_the_type_stands_first_and_is_not_packed(books):
    for body in books.values():
        first = zipfile.ZipFile(io.BytesIO(body)).infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == (MIMETYPE, zipfile.ZIP_STORED, b"")
        assert body[30 : 30 + 28] == b"mimetypeapplication/epub+zip"


def test_the_package_names_every_file_once_and_one_of_them_is_the_contents(files):
    for texts in files.values():
        root = re.search(r'full-path="([^"]+)"', texts["META-INF/container.xml"])[1]
        items = ElementTree.fromstring(texts[root]).findall(f"{OPF}manifest/{OPF}item")
        named = [FOLDER + item.get("href") for item in items]
        assert sorted(named) == sorted({*texts} - {MIMETYPE, "META-INF/container.xml", root})
        assert [item.get("href") for item in items if item.get("properties") == "nav"] == ["nav.xhtml"]
        ids = {item.get("id") for item in items} - {"style"}
        order = ElementTree.fromstring(texts[root]).findall(f"{OPF}spine/{OPF}itemref")
        assert sorted(ref.get("idref") for ref in order) == sorted(ids)


def test_every_chapter_is_xhtml_with_one_heading_above_all_and_every_link_leads_somewhere(files):
    for name, texts in files.items():
        trees = {n: ElementTree.fromstring(text) for n, text in texts.items() if n.endswith(".xhtml")}
        ids = {n: [e.get("id") for e in tree.iter() if e.get("id")] for n, tree in trees.items()}
        links = 0
        for chapter, tree in trees.items():
            assert len(set(ids[chapter])) == len(ids[chapter]), chapter
            assert len(list(tree.iter(f"{XHTML}h1"))) == 1, chapter
            for link in tree.iter(f"{XHTML}a"):
                href = link.get("href", "tel:")
                if not re.match(r"https:|mailto:|tel:", href):
                    file, _, place = href.partition("#")
                    links += 1
                    assert FOLDER + file in trees and (not place or place in ids[FOLDER + file]), (chapter, href)
        assert len(trees) > 100 and links > 800, name


def test_the_contents_name_every_chapter(files):
    for texts in files.values():
        named = set(re.findall(r'<li><a href="([^"]+)"', texts[f"{FOLDER}nav.xhtml"]))
        assert {FOLDER + one for one in named} == {n for n in texts if n.endswith(".xhtml")} - {f"{FOLDER}nav.xhtml"}


def test_what_answers_by_a_script_is_left_to_the_site(files, made):
    texts = next(iter(files.values()))
    assert f'href="{ADDRESS}/hitung/"' in texts[f"{FOLDER}home.xhtml"] and f"{FOLDER}hitung.xhtml" not in texts
    assert not re.search(r"<(script|form|input|select|svg)\b", "".join(texts.values()))
    draft = zipfile.ZipFile(io.BytesIO(next(iter(made("").values()))))
    assert "DRAF" in draft.read(f"{FOLDER}title.xhtml").decode()
    assert "example.org" not in draft.read(f"{FOLDER}home.xhtml").decode()


def test_books_repeat_byte_for_byte_and_are_light_and_their_number_is_of_their_words(books, made, files):
    assert made(ADDRESS) == books and all(len(body) <= 3_000_000 for body in books.values())
    numbers = [re.search(r"urn:uuid:[\da-f-]{36}", texts[f"{FOLDER}package.opf"])[0] for texts in files.values()]
    assert len(set(numbers)) == len(books) == 2


@pytest.mark.audit
def test_epubcheck_finds_neither_errors_nor_warnings(books, tmp_path):
    for name, body in books.items():
        path = tmp_path / name
        path.write_bytes(body)
        done = subprocess.run([*EPUBCHECK, str(path)], capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr
