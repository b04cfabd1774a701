"""The preview lives through what editors do to files, and answers to its own name alone."""

from __future__ import annotations

import http.client
import os
import runpy
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from types import SimpleNamespace

import pytest
from conftest import ROOT
from guide.checks.records.templates import templates_say_each_condition
from guide.facts.load import read, read_prose
from guide.facts.load.source_files import files_below, stamp
from guide.pages.templates import TemplateMistake, Templates


@pytest.fixture
def folder(tmp_path):
    """A folder as an editor leaves it for a moment: a lock link to nowhere, a swap file, a file that is going."""
    (tmp_path / "inner").mkdir()
    (tmp_path / "taxes.yml").write_text("- x\n")
    (tmp_path / ".#taxes.yml").symlink_to("somebody@desk.4711:1764400000")
    (tmp_path / ".taxes.yml.swp").write_bytes(b"\xff")
    (tmp_path / "gone.yml").symlink_to("nowhere")
    return tmp_path


def test_what_editors_hide_is_no_fact_and_no_page(folder):
    assert [path.name for path in files_below(folder, ".yml")] == ["gone.yml", "taxes.yml"]
    assert list(read(folder)) == ["gone.yml", "taxes.yml"]
    (folder / "id").mkdir()
    (folder / "id/.#biaya.md").symlink_to("somebody@desk.4711")
    assert read_prose(folder, ["id"]) == {"id": {}}


def test_files_that_come_and_go_while_they_are_looked_at_end_nothing(folder):
    stopped = threading.Event()

    def edit():
        while not stopped.is_set():
            for number in range(20):
                (folder / "inner" / f"{number}").mkdir()
                (folder / "inner" / f"{number}" / "x.yml").write_text("x")
            for number in range(20):
                (folder / "inner" / f"{number}" / "x.yml").unlink()
                (folder / "inner" / f"{number}").rmdir()

    editor = threading.Thread(target=edit)
    editor.start()
    try:
        assert len({stamp(folder) for _ in range(300)}) > 1
    finally:
        stopped.set()
        editor.join()
    before = stamp(folder)
    (folder / "taxes.yml").write_text("- other\n")
    assert stamp(folder) != before


def test_a_stray_byte_in_a_template_is_named_with_its_line(tmp_path):
    (tmp_path / "page.html").write_bytes(b"<p>\n<p>\xff\n")
    (tmp_path / "outer.html").write_bytes(b"{% include 'page.html' %}")
    for name in ("page.html", "outer.html"):
        with pytest.raises(TemplateMistake, match=r"^overrides/page.html:2: this letter is not UTF-8$"):
            Templates(tmp_path).render(name, {})
    assert list(templates_say_each_condition(tmp_path)) == []


@pytest.fixture
def ask():
    """A function that asks a preview of one page; answers with status, length and body."""
    serve = runpy.run_path(str(ROOT / "scripts" / "serve.py"))
    preview = SimpleNamespace(version=1, wrong="", answer=lambda path: ("text/plain", "page") if path == "" else None)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(serve["Handler"], preview=preview))
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def asked(method, path="/", host=None):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request(method, path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Content-Length"), answer.read()

    yield asked
    server.shutdown()
    server.server_close()


def test_the_head_of_a_page_is_sent_without_its_body(ask):
    assert ask("GET") == (200, "4", b"page")
    assert ask("HEAD") == (200, "4", b"") and ask("HEAD", "/nothing/")[0] == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil", "0"])
def test_a_page_of_somebody_else_reads_nothing_through_a_name_of_its_own(ask, host):
    assert ask("GET", host=host)[0] == 421 and ask("HEAD", "/_version", host)[0] == 421
    assert ask("GET", host="localhost:8000")[0] == 200


def test_a_preview_that_cannot_read_says_why_and_goes_on(monkeypatch, capsys):
    serve = runpy.run_path(str(ROOT / "scripts" / "serve.py"))
    preview = serve["Preview"]()

    def refuse(*_):
        raise OSError(5, os.strerror(5), "data")

    monkeypatch.setitem(serve["Preview"].read.__globals__, "open_site_builder", refuse)
    preview.read()
    assert preview.wrong == "data: Input/output error" and preview.version == 1
    assert capsys.readouterr().out == "data: Input/output error\n"
