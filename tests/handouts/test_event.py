"""The archive of an event: its notes name what is in it and nothing else, and a laptop serves it to phones."""

from __future__ import annotations

import hashlib
import importlib
import io
import json
import re
import subprocess
import threading
import time
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import cv2
import numpy
import pytest
from conftest import ADDRESS, ROOT, TODAY
from guide.handouts import event
from guide.handouts.laptop import SAYS
from guide.handouts.plan import plan
from handing_out import handouts_of, named
from html_press import Press
from looking import chromium

pytestmark = pytest.mark.xdist_group("bundle")
FIRST = f"paham-jamsostek_{TODAY.isoformat()}_id.html"


@pytest.fixture(scope="module")
def context(facts, prose, languages, tmp_path_factory):
    return handouts_of(facts, prose, languages, tmp_path_factory.mktemp("site"), ADDRESS, printer=Press())


@pytest.fixture(scope="module")
def files(context):
    """Stand-ins for all files of dist/, under their names."""
    return {item.name: f"<p>{item.name}".encode() * 20 for item in plan(context)}


@pytest.fixture(scope="module")
def packed(context, files):
    """What the archive holds, by name."""
    name, body = event.pack(context, files)
    assert name == "event.zip"
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return {one: archive.read(one) for one in archive.namelist()}


@pytest.fixture(scope="module")
def folder(packed, tmp_path_factory):
    """The archive extracted into a folder with a blank in its name."""
    place = tmp_path_factory.mktemp("event") / "Stan Desa"
    for name, body in packed.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return place


def test_notes_name_all_files_of_the_archive_and_nothing_else(packed):
    text = packed["BACA-DULU.txt"].decode()
    assert named(text) | {"BACA-DULU.txt"} == set(packed)
    assert "EKSTRAK DULU" in text and text.index("Windows") < text.index("Linux")
    assert not re.search(r"python3|10\.42|_site\.zip", text)


def test_names_are_numbered_in_indonesian_and_say_whose_they_are(packed):
    tops = {name.partition("/")[0] for name in packed if "/" in name}
    assert tops == {"2_cetak", "3_kirim-WA", "4_dengar", "5_mitra"} and "1_BUKA_panduan.html" in packed
    base = [name.rpartition("/")[2] for name in packed]
    assert len(base) == len(set(base)), "two files of one name would replace each other on a phone"
    english = re.compile(r"poster_id|flyer|message|card|accident|death|school|cost|cheats|home")
    assert not [name for name in packed if english.search(name)]


def test_sums_of_the_archive_fit(packed):
    lines = dict(reversed(line.split("  ")) for line in packed["SHA256SUMS"].decode().splitlines())
    assert set(lines) == set(packed) - {"SHA256SUMS"}
    assert all(hashlib.sha256(packed[name]).hexdigest() == code for name, code in lines.items())


def test_two_archives_are_the_same_bytes(context, files, packed):
    assert event.pack(context, dict(reversed(files.items()))) == event.pack(context, files)


def test_what_does_not_fit_stays_out_as_a_group_and_the_notes_say_so(context, files, monkeypatch):
    monkeypatch.setattr(event, "LARGEST", len(event.pack(context, files)[1]) - 1)
    with zipfile.ZipFile(io.BytesIO(event.pack(context, files)[1])) as archive:
        names, text = set(archive.namelist()), archive.read("BACA-DULU.txt").decode()
    assert not [name for name in names if re.search(r"5_mitra/.*_berkas", name)]
    assert named(text) | {"BACA-DULU.txt"} == names and re.search(r"^\d+ berkas tidak muat", text, re.M)


def test_an_archive_that_stays_too_large_is_refused_in_a_sentence(context, files, monkeypatch):
    monkeypatch.setattr(event, "LARGEST", 1_000)
    with pytest.raises(OSError, match=r"^event\.zip holds [\d,]+ bytes .* 1,000 are the most: .* stays as it was$"):
        event.pack(context, files)


def test_notes_beside_all_files_name_folders_that_exist(context, files):
    for text in event.notes(context, files).values():
        for word in (
            "occupations",
            "partners",
            "cards",
            "messages",
            "checklists",
            "paper",
            "programs",
            "audio",
            "stand",
        ):
            assert word.encode() in text and any(name.startswith(f"{word}/") for name in files), word
        assert b"event.zip" in text and b"unpack" not in text


def test_notes_name_the_file_for_kiwix_only_where_one_was_made(context, files):
    for made in (files, {**files, "x_id.zim": b""}):
        assert all((b"Kiwix" in text) == ("x_id.zim" in made) for text in event.notes(context, made).values())


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def test_the_page_of_the_laptop_shows_the_code_of_its_own_address_and_saves_the_guide(folder, packed):
    server = ThreadingHTTPServer(("0.0.0.0", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"laptop-desa.local:{server.server_port}"
    try:
        with chromium("--host-resolver-rules=MAP laptop-desa.local 127.0.0.1") as browser:
            page = browser.new_context(viewport={"width": 360, "height": 640}, accept_downloads=True).new_page()
            page.goto(f"http://{host}/")
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            picture = page.locator("#qr svg").screenshot()
            image = cv2.imdecode(numpy.frombuffer(picture, numpy.uint8), cv2.IMREAD_COLOR)
            assert cv2.QRCodeDetector().detectAndDecode(image)[0] == f"http://{host}/"
            assert page.locator("#address").inner_text() == f"http://{host}/"
            with page.expect_download() as saved:
                page.locator("a.go").click()
            assert saved.value.suggested_filename == "1_BUKA_panduan.html"
            assert Path(saved.value.path()).read_bytes() == packed["1_BUKA_panduan.html"]
            for link in page.locator("main a[download]").evaluate_all(
                "all => all.map(one => one.getAttribute('href'))"
            ):
                assert link in packed, link
            page.goto((folder / "index.html").as_uri())
            assert page.locator("#start").is_visible() and not page.locator("#code").is_visible()
    finally:
        server.shutdown()


def test_the_drawn_code_is_small_and_right_for_every_length():
    script = (ROOT / "overrides/js/stand/qr.js").read_text("utf-8")
    texts = [f"http://{'a' * size}/" for size in (1, 9, 10, 24, 25, 45, 46, 70)]
    run = f"{script};console.log(JSON.stringify({texts!r}.map(t => [LaptopCode.size(t), LaptopCode.path(t)])))"
    done = subprocess.run(["node", "-e", run], capture_output=True, text=True, check=True)
    for text, (size, path) in zip(texts, json.loads(done.stdout), strict=True):
        image = numpy.full((size + 8, size + 8), 255, numpy.uint8)
        for column, row in re.findall(r"M(\d+) (\d+)h1", path):
            image[int(row) + 4, int(column) + 4] = 0
        large = cv2.resize(image, None, fx=8, fy=8, interpolation=cv2.INTER_NEAREST)
        assert cv2.QRCodeDetector().detectAndDecode(large)[0] == text


def test_the_starter_of_linux_serves_the_folder(folder):
    port = "18471"
    running = subprocess.Popen(
        ["sh", str(folder / "mulai.sh"), port], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        for _ in range(50):
            try:
                body = urlopen(f"http://127.0.0.1:{port}/1_BUKA_panduan.html", timeout=2).read()
                break
            except OSError:
                time.sleep(0.1)
        assert body == (folder / "1_BUKA_panduan.html").read_bytes()
    finally:
        running.terminate()
        said = running.communicate()[0]
    assert f":{port}/" in said and "Wi-Fi" in said


BATCH, POWER = re.compile(r"\r\n#POWER#\r\n"), "powershell -NoProfile -ExecutionPolicy Bypass -Command "


@pytest.fixture(scope="module")
def starter(packed):
    """The starter of Windows in its two halves: what its shell reads, and what PowerShell reads."""
    batch, power = BATCH.split(packed["mulai.bat"].decode("ascii"))
    return batch, power


def test_the_starter_of_windows_needs_nothing_and_stays_in_its_folder(packed, starter):
    text, power = packed["mulai.bat"].decode("ascii"), starter[1]
    assert text.count("\r\n") == text.count("\n") and text.startswith("@echo off")
    assert "System.Net.Sockets.TcpListener" in text and "HttpListener" not in text
    assert not re.search(r"Invoke-WebRequest|DownloadFile|runas|New-NetFirewallRule|https://", text, re.I)
    assert text.count("#POWER#") == 1 and "('#PO'+'WER#')" in text
    assert power.count("{") == power.count("}") and power.count("(") == power.count(")")
    assert "$full.StartsWith($root" in power and "?" not in re.sub(r"'[^']*'", "", power)


def test_the_shell_of_windows_reads_each_line_as_it_is_meant_and_ends_before_the_rest(starter):
    lines = starter[0].split("\r\n")
    assert [line.split(" ")[0] for line in lines] == ["@echo", "rem", "title", "set", "powershell", "pause", "exit"]
    assert lines[-1] == "exit /b"
    for line in lines:
        bare = re.sub(r'"[^"]*"', "", line)
        assert line.count('"') % 2 == 0 and not re.search(r"[&|<>^%!()]", bare), line
    assert re.findall(r"%\S*", starter[0]) == ['%~f0"'] and lines[3] == 'set "ME=%~f0"'
    said = lines[4].removeprefix(POWER)
    assert said[0] == said[-1] == '"' and '"' not in said[1:-1] and "$env:ME" in said
    assert not re.search(r"Get-Content|-Raw", said), "Windows 7 has PowerShell 2, which does not know -Raw"


def test_a_sentence_of_the_starter_ends_no_text_of_powershell(starter, languages):
    said = [languages["id"].gettext(words) for words in SAYS.values()]
    assert all(not re.search(r"['\"`$%]", words) and words.isascii() for words in said)
    assert [words for words in said[1:5] if f"Write-Host '{words}'" not in starter[1]] == []


@pytest.mark.audit
def test_powershell_would_read_the_starter_without_a_mistake(starter):
    """By its grammar: no package brings PowerShell to Linux. A bracket less is told, and so is a text left open."""
    tree_sitter, grammar = map(importlib.import_module, ("tree_sitter", "tree_sitter_powershell"))  # of `make audit`
    parser = tree_sitter.Parser(tree_sitter.Language(grammar.language()))

    def is_wrong(text):
        return parser.parse(text.encode()).root_node.has_error

    _, power = starter
    assert not is_wrong(power)
    for spoiled in (power.replace("}", "", 1), power.replace("')", ")", 1), power.replace("foreach (", "foreach ", 1)):
        assert spoiled != power and is_wrong(spoiled)
