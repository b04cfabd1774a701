"""Links built from url-params.json alone are answered by the page: in a browser, every published question."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from urllib.parse import quote

import pytest
import yaml
from conftest import ROOT, TODAY
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from guide.website import url_params
from jsonschema import Draft202012Validator
from playwright.sync_api import sync_playwright

pytestmark = pytest.mark.audit
CASES = yaml.safe_load((ROOT / "tests/support/cases.yml").read_text("utf-8"))
SHOWN = """() => Object.fromEntries([...document.querySelectorAll("[role=status] [data-amount]")]
    .map(one => [one.dataset.amount, +one.dataset.value]))"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_):
        pass


def link_of(schema, language, asked):
    """A link to a question, by what the schema says of each input, and nothing else."""
    parts = []
    for name, form in schema["properties"].items():
        if name in asked:
            value = ",".join(asked[name]) if form["type"] == "array" else str(asked[name])
            parts.append(f"{name}={quote(value, safe=',')}")
    return f"{schema['x-pages'][language]}#{'&'.join(parts)}"


@pytest.mark.parametrize("language", ["id", "en"])
def test_links_made_of_the_schema_answer_every_published_question(facts, prose, languages, tmp_path, language):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=tmp_path))
    address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, address)
    schema = json.loads(json.dumps(url_params.url_params(renderer.site)))
    spoken = languages[language]
    folder = tmp_path / spoken.entry.folder
    files = {"hitung/index.html": renderer.shell(renderer.site.by_path["hitung/"], spoken)}
    files |= dict(renderer.in_language[language].estimator_files.values())
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    wrong = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        for case in CASES:
            asked = {name: str(value) if name in ("month", "risk") else value for name, value in case["inputs"].items()}
            assert Draft202012Validator(schema).is_valid(asked), case["id"]
            page.goto("about:blank")
            page.goto(link_of(schema, language, asked))
            page.wait_for_selector("[role=status] [data-amount]", timeout=10_000)
            shown = page.evaluate(SHOWN)
            if {name: shown.get(name) for name in case["expect"]} != case["expect"]:
                wrong.append((case["id"], case["expect"], shown))
        browser.close()
    server.shutdown()
    print(f"{language}: {len(CASES) - len(wrong)} of {len(CASES)} links answered")
    assert wrong == []
