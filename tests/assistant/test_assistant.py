"""What assistants get: the answers of the estimator with source and day, and a refusal of everything else."""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import subprocess
import sys

import pytest
import yaml
from conftest import ROOT, TODAY
from guide.assistant.page_texts import SCHEME, PageTexts
from guide.assistant.tools import Refused, Tools
from guide.assistant.word_index import WordIndex

CASES = yaml.safe_load((ROOT / "tests/support/cases.yml").read_text("utf-8"))
QUERIES = [
    tuple(part.strip() for part in line.split("|"))
    for line in (ROOT / "tests/support/queries.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
ENOUGH = 0.9
"""Part of the queries that must find their page among the first three; an assistant asks again in other words."""
HOSTILE = [
    ("estimate", {}),
    ("estimate", {"segment": "bpu"}),
    ("estimate", {"segment": "bpu", "income": -1}),
    ("estimate", {"segment": "bpu", "income": 1e6}),
    ("estimate", {"segment": "bpu", "income": True}),
    ("estimate", {"segment": "bpu", "income": 10**40}),
    ("estimate", {"segment": "bpu", "income": "9" * 100_000}),
    ("estimate", {"segment": "bpu", "income": {"$gt": 0}}),
    ("estimate", {"segment": "bpu", "income": "1jt", "month": "2026-13"}),
    ("estimate", {"segment": "bpu", "income": "1jt", "month": "1999-01"}),
    ("estimate", {"segment": "bpu", "income": "1jt", "language": "../../etc"}),
    ("estimate", {"segment": "bpu", "income": "1jt", "language": ["id"]}),
    ("estimate", {"segment": "bpu", "income": "1jt", "__class__": "x"}),
    ("estimate", {"segment": "bpu", "income": "1jt", "today": "2020-01-01"}),
    ("estimate", {"segment": "asn", "income": "1jt"}),
    ("estimate", {"segment": "bpu", "income": "<script>alert(1)</script>"}),
    ("search", {"query": ""}),
    ("search", {"query": "x" * 10_000}),
    ("search", {"query": ["a"]}),
    ("search", {"query": "iuran", "limit": 10_000}),
    ("search", {"query": "iuran", "path": "/etc/passwd"}),
    ("fact", {"id": "../../../etc/passwd"}),
    ("fact", {"id": "schedules.bpu-jkm"}),
    ("fact", {"id": None}),
    ("changes", {"since": "yesterday"}),
    ("changes", {"since": "2026-01-01' OR 1=1"}),
    ("changes", {}),
    ("delete", {"id": "reliefs.bpu-other-2026"}),
    ("__init__", {}),
]


@pytest.fixture(scope="module")
def tools(drawn):
    return Tools(drawn)


def amounts_of(answer):
    amounts = {f"benefit.{name}": rupiah for name, rupiah in answer["benefits"].items()}
    for key, shares in {**answer["contributions"], "monthly": answer["monthly"]}.items():
        amounts |= {f"{key}.{party}": rupiah for party, rupiah in shares.items()}
    return amounts | {name: answer[name] for name in ("grand_total", "benefit_total")}


def test_every_published_question_is_answered_with_source_and_day(tools, facts):
    for case in CASES:
        told = tools.call("estimate", case["inputs"])
        amounts = amounts_of(told["answer"])
        assert {name: amounts.get(name) for name in case["expect"]} == case["expect"], case["id"]
        source = told["source"]
        assert (source["as_of"], source["facts"]) == (TODAY.isoformat(), facts.digest) and "175" in source["note"]
        assert told["link"].startswith("https://example.org/hitung/#segment=")
        assert all(step["citation"] for step in told["answer"]["steps"])


@pytest.mark.parametrize(("name", "arguments"), HOSTILE)
def test_a_hostile_call_is_refused_in_one_short_text(tools, name, arguments):
    with pytest.raises(Refused) as refused:
        tools.call(name, arguments)
    assert 0 < len(str(refused.value)) < 400


@pytest.mark.audit
def test_search_finds_what_readers_type(tools):
    missed = 0
    for language, query, paths in QUERIES:
        results = tools.call("search", {"query": query, "language": language, "limit": 20})["results"]
        folder = "https://example.org/" + ("en/" if language == "en" else "")
        found = list(dict.fromkeys(result["page"].removeprefix(folder) for result in results))[:3]
        missed += not set(found) & set(paths.split())
    print(f"{1 - missed / len(QUERIES):.1%} of {len(QUERIES)} queries among the first three")
    assert missed <= len(QUERIES) * (1 - ENOUGH)


def test_search_finds_what_people_ask_with_its_source(tools):
    first = tools.call("search", {"query": "suami meninggal dapat berapa"})["results"][0]
    assert set(first) == {"title", "text", "page", "source", "as_of"} and first["as_of"]


def test_nothing_is_found_for_words_that_no_page_has(tools):
    assert tools.call("search", {"query": "xqzwv kjhgf"})["results"] == []


def test_a_fact_says_its_law_and_a_wrong_id_the_right_one(tools):
    fact = tools.call("fact", {"id": "reliefs.bpu-other-2026"})["fact"]
    assert (fact["table"], fact["last"]) == ("reliefs", "2026-12") and fact["citations"]
    assert tools.call("fact", {"id": "schedules.bpu-jkm@2015-07-01"})["fact"]["shares"] == {"worker": 6800}
    with pytest.raises(Refused, match=r"did you mean schedules\.bpu-jkm@2015-07-01"):
        tools.call("fact", {"id": "schedules.bpu-jkm"})


def test_changes_since_a_day_are_those_from_that_day_on(tools):
    changes = tools.call("changes", {"since": "2026-12"})["changes"]
    assert {change["id"] for change in changes} >= {"reliefs.bpu-other-2026.end", "reliefs.bpu-transport-2026.end"}
    assert all(change["effective"] >= "2026-12" for change in changes)
    assert len(tools.call("changes", {"since": "2000"})["changes"]) > len(changes)


def test_every_page_can_be_read_as_text_with_its_day(drawn):
    texts = PageTexts(drawn)
    listed = list(texts.listed())
    assert len(listed) == len({page.address for page in listed}) > 500
    for address in (f"{SCHEME}id/biaya/", f"{SCHEME}en/program/jkk/", f"{SCHEME}id/"):
        text = texts.read(address)
        assert text.startswith("## ") and TODAY.isoformat() in text and "[^1]: " in text
    for bad in (f"{SCHEME}id/../../etc/passwd", "file:///etc/passwd", f"{SCHEME}xx/biaya/", ""):
        with pytest.raises(Refused):
            texts.read(bad)


def test_words_are_found_in_other_forms_synonyms_and_with_a_slip(facts):
    index = WordIndex(facts, "id")
    paid = index.add([("Bayar iuran", 1.0)])
    index.add([("Kantor cabang", 1.0)])
    for query in ("pembayaran", "membayar premi", "iuarn dan bayar"):
        assert index.find(query)[0][1] == paid, query
    assert index.find("yang dan di") == []


def test_without_the_library_the_command_says_one_sentence():
    code = "import importlib.util, runpy; there = importlib.util.find_spec; "
    code += "importlib.util.find_spec = lambda name, *more: None if name == 'mcp' else there(name, *more); "
    code += f"runpy.run_path({str(ROOT / 'scripts' / 'mcp_server.py')!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and "make .venv/.mcp" in done.stderr


# the protocol itself, spoken by the official client


async def _spoken():
    """Ask everything over standard input and output; return amounts by case, refusals, and what was listed."""
    mcp = importlib.import_module("mcp")
    told = {**os.environ, "AS_OF": TODAY.isoformat(), "SITE_URL": "https://example.org"}
    command = mcp.StdioServerParameters(command=sys.executable, args=[str(ROOT / "scripts/mcp_server.py")], env=told)
    async with mcp.Client(mcp.stdio_client(command)) as client:
        listed = {tool.name: tool for tool in (await client.list_tools()).tools}
        answers = [await client.call_tool("estimate", case["inputs"]) for case in CASES]
        refused = [await client.call_tool(name, arguments) for name, arguments in HOSTILE]
        resources = (await client.list_resources()).resources
        page = await client.read_resource(resources[3].uri)
        try:
            await client.read_resource("file:///etc/passwd")
            stolen = True
        except mcp.MCPError:
            stolen = False
        after = await client.call_tool("changes", {"since": "2026-12"})
    return listed, answers, refused, resources, page, stolen, after


@pytest.mark.audit
def test_the_official_client_gets_every_published_answer_and_every_refusal():
    listed, answers, refused, resources, page, stolen, after = asyncio.run(_spoken())
    assert set(listed) == {"estimate", "search", "fact", "changes"}
    assert all(tool.input_schema["type"] == "object" for tool in listed.values())
    for case, answer in zip(CASES, answers, strict=True):
        told = json.loads(answer.content[0].text)
        assert not answer.is_error and told == answer.structured_content
        amounts = amounts_of(told["answer"])
        assert {name: amounts.get(name) for name in case["expect"]} == case["expect"], case["id"]
    assert all(answer.is_error and len(answer.content[0].text) < 400 for answer in refused) and len(refused) >= 20
    assert len(resources) > 500 and page.contents[0].mime_type == "text/markdown" and not stolen
    assert not after.is_error and after.structured_content["changes"]
