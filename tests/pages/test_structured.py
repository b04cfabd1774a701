"""Structured data says what the page says, in the shapes that search engines read."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from conftest import ADDRESS, ROOT, TODAY
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages, published

SHAPES = {
    "HowTo": {"name": str, "step": list},
    "HowToStep": {"text": str},
    "HowToSupply": {"name": str},
    "WebApplication": {
        **{"name": str, "url": str, "applicationCategory": str, "isAccessibleForFree": bool},
    },
    "GovernmentService": {"name": str},
    "GovernmentOrganization": {"name": str},
    "GovernmentOffice": {"name": str, "parentOrganization": dict, "address": dict},
    "PostalAddress": {"addressLocality": str, "addressCountry": str},
    "ServiceChannel": {"name": str},
    "ContactPoint": {"telephone": str},
    "BreadcrumbList": {"itemListElement": list},
    "ListItem": {"position": int, "name": str, "item": str},
    "Country": {"name": str},
    "Dataset": {"name": str, "description": str, "license": str, "distribution": list},
    "DataDownload": {"encodingFormat": str, "contentUrl": str},
}
"""What each kind must have, and as what."""


@pytest.fixture(scope="module")
def drawn(facts, prose, languages):
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, ADDRESS)


def said(drawn, path, language):
    """The objects of a page."""
    return [json.loads(text) for text in drawn.new_context(drawn.site.page(path), language).names["structured"]]


def inside(value):
    """Every object in an object, itself first."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from inside(item)


def test_every_object_has_the_shape_of_its_kind(drawn, languages):
    count = 0
    for language in languages.values():
        for page in drawn.site.routes:
            for item in said(drawn, page.path, language):
                for part in inside(item):
                    shape = SHAPES[part["@type"]]
                    assert all(isinstance(part.get(name), kind) and part[name] != "" for name, kind in shape.items()), (
                        part
                    )
                    assert not any("{" in text or "<" in text for text in part.values() if isinstance(text, str)), part
                    count += 1
    print(f"{count} objects")
    assert count > 1000


def test_a_procedure_says_its_steps_and_papers_as_the_page_does(drawn, facts, languages):
    for language in languages.values():
        for record in facts.procedures:
            path = f"cara/{record.id}/"
            [how] = [item for item in said(drawn, path, language) if item["@type"] == "HowTo"]
            shown = drawn.context(drawn.site.page(path), language).drawn  # before its terms are explained
            page = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", shown)))
            words = [step["text"] for step in how["step"]] + [one["name"] for one in how.get("supply", ())]
            assert len(words) == len(record.steps) + len(record.papers)
            for text in words:
                assert re.sub(r"\s+", " ", text) in page, (path, text)


def test_every_channel_with_an_address_is_a_service_channel(drawn, facts, languages):
    [service] = [item for item in said(drawn, "kantor/", languages["id"]) if "availableChannel" in item]
    wanted = [one for one in published(facts.channels) if one.url]
    assert len(service["availableChannel"]) == len(wanted) > 10
    for channel, record in zip(service["availableChannel"], wanted, strict=True):
        phone = channel.get("servicePhone", {}).get("telephone")
        assert (phone == record.value) if record.kind == "phone" else (channel["serviceUrl"] == record.url)


def test_the_estimator_is_an_application_without_a_price(drawn, languages):
    for language in languages.values():
        [item] = [item for item in said(drawn, "", language) if item["@type"] == "WebApplication"]
        assert item["isAccessibleForFree"] is True and item["url"].endswith("/hitung/")
        assert item["inLanguage"] == language.entry.tag


def test_without_an_address_nothing_is_said(facts, prose, languages):
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)
    assert said(renderer, "cara/join-bpu/", languages["id"]) == []
