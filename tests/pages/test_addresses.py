"""What becomes an address is one: fields have its type, templates build it, and the builder is the last door."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT, TODAY
from guide.facts.facts import COLLECTIONS
from guide.facts.load import front_matter
from guide.facts.model.record import Model
from guide.facts.model.scalars import _link, _site_url, _url
from guide.pages.links import Links, NoAddress
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

BUILT = r"(link|shared|twin|absolute|rest|origin\.report|script|search_file|counter\.script|estimator\(\)\.script)\("
TYPED = r"[\w.\[\]]+\.(url|report|repository)\b"
NAMES = r"(up|where|asked|count|place|guide|path|root_address|image|url|start)\b"
"""What the page has built by `link` before, names of hand-outs beside a page, what a macro or a list is given."""
OWN = re.compile(rf"\{{% set (\w+)(?:, \w+)* = {BUILT}")
"""A name to which a template itself gives an address that is built."""
SOUND = re.compile(rf"\{{\{{ ?({BUILT}|{TYPED}|{NAMES})")
GIVEN = re.compile(r"(https://wa\.me/\?text=|sms:\?body=|mailto:\?subject=|#)")
"""What stands before the words of a reader's message, and before the name of a place on the page."""
NAMED = r"\b(href|src|action|formaction|srcset|poster|data-late)"
ATTRIBUTE = re.compile(NAMED + r"""=("[^"]*?\{\{.*?\}\}|'[^']*?\{\{|\{\{.*?\}\})""")
TEMPLATES = sorted(path for path in (ROOT / "overrides").rglob("*") if path.suffix in (".html", ".xml", ".svg"))


def test_every_address_in_a_template_is_built_or_has_a_type():
    count = 0
    for path in TEMPLATES:
        text = path.read_text("utf-8")
        own = tuple(f"{{{{ {name}" for name, *_ in OWN.findall(text))
        for name, value in ATTRIBUTE.findall(text):
            inside = re.sub(r"\{%.*?%\}", "", value.strip("\"'"))
            count += 1
            assert SOUND.match(inside) or GIVEN.match(inside) or inside.startswith(own or "?"), (
                f"{path.relative_to(ROOT)}: {name}={value}"
            )
    print(f"{count} addresses in templates")
    assert count > 150


def test_an_address_in_a_head_is_none_or_the_sites_own():
    for path in TEMPLATES:
        for content in re.findall(r"<meta[^>]*content=\"?(\{\{[^}]*\}\})", path.read_text("utf-8")):
            assert not re.search(r"\.(url|website)\b", content), (path, content)
        refreshing = re.findall(r"<meta[^>]*refresh[^>]*>", path.read_text("utf-8"))
        assert all("link(" in tag for tag in refreshing), path


def models(model, seen):
    """Every model that stands inside another, with itself."""
    if model not in seen:
        seen.add(model)
        for field in model.model_fields.values():
            for inner in re.findall(r"guide\.facts\.model\.[\w.]+", str(field.annotation)):
                module, _, name = inner.rpartition(".")
                found = getattr(__import__(module, fromlist=[name]), name, None)
                if isinstance(found, type) and issubclass(found, Model):
                    models(found, seen)
    return seen


def test_every_field_that_becomes_an_address_has_its_type():
    known = set()
    for top in (*(collection.model for collection in COLLECTIONS), front_matter.Prose):
        models(top, known)
    fields = [
        (model.__name__, name, field)
        for model in known
        for name, field in model.model_fields.items()
        if name in ("url", "website", "report", "repository", "contact", "href")
    ]
    print(f"{len(fields)} fields of {len(known)} models are addresses")
    assert len(fields) >= 10
    for model, name, field in fields:
        checks = {getattr(one, "func", None) for one in field.metadata}
        assert checks & {_url, _site_url, _link} or "Url" in str(field.annotation), (model, name)


BAD = (
    *("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "x:y/"),
    *("/\\evil.example", "https://bpjs.go.id@evil.example/", "https://x y", "biaya/ onclick=x", '"><script>'),
    *("\\\\evil", "\tjavascript:x"),
)


@pytest.fixture(scope="module")
def links(facts, prose, languages):
    """What builds the links of the first page."""
    site = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY).site
    return Links(site, site.by_path[""], site.first_language)


@pytest.mark.parametrize("path", BAD)
def test_the_link_builder_lets_nothing_through_that_runs_or_misleads(links, path):
    with pytest.raises(NoAddress):
        links.link(path)


@pytest.mark.parametrize("path", ["", "biaya/", "wilayah/53.13/", "hitung/#segment=bpu&income=1000000", "kalender.ics"])
def test_pages_and_files_of_the_site_are_led_to(links, path):
    assert links.link(path) == (path or "./")
    assert links.link("tel:175") == "tel:175" and links.link("https://example.org/a?b#c") == "https://example.org/a?b#c"
