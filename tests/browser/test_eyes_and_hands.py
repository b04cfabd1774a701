"""For everybody's eyes and hands: every kind of page here, every page in `make audit` (quality.md, A1 to A13)."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from conftest import ROOT
from guide.assets.minify_css import colours
from looking import OF_COLOURS, STANDARD, Look, axe, chromium, each_kind, every_page

pytestmark = pytest.mark.xdist_group("eyes")
SCHEMES = ("light", "dark")
SAID = """[].filter.call(document.querySelectorAll("main p, main li"),
    one => !one.closest("#alat, form, .src, [hidden]") && !one.querySelector("button"))
    .map(one => one.innerText)"""
"""What a page says, but for buttons and words beside fields, of use with a script alone, and sources, which a link
opens (tests/browser/test_place.py)."""
FITS = "eyes.wide().concat(eyes.clipped(), eyes.small(48, 8), eyes.tiny(18), eyes.pale(7))"
TWICE = "html{font-size:225%!important}"
SPACED = """*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
p{margin-bottom:2em!important}"""


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module", params=["each kind", pytest.param("every page", marks=pytest.mark.audit)])
def look(request, browser, built, facts, prose):
    """The pages to look at."""
    every = request.param == "every page"
    files = every_page(built) if every else each_kind(built, facts, prose)
    print(f"{len(files)} pages")
    return Look(browser, built, files, files if every else files[::3])


@pytest.mark.parametrize(
    ("scheme", "rules"), [("light", STANDARD), pytest.param("dark", OF_COLOURS, marks=pytest.mark.audit)]
)
def test_axe_finds_nothing(look, scheme, rules):
    """In dark colours those rules that look at colours: `eyes.pale` below asks for more than they do on every kind."""
    found = {}
    for file in look.files:
        tab = look.open(file, color_scheme=scheme)
        tab.evaluate("eyes.open()")
        if wrong := axe(tab, rules):
            found[file] = wrong
    assert not found


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (360, "dark"), (1280, "light")])
def test_everything_fits_and_is_large_and_dark_enough(look, width, scheme):
    """No sideways scrolling, nothing cut off, targets of 48 px with 8 between, text of 18 px, a contrast of 7."""
    assert not look.wrong(FITS, width, color_scheme=scheme)


@pytest.mark.parametrize(("width", "style"), [(320, ""), (360, TWICE), (320, SPACED)])
def test_nothing_scrolls_sideways_or_is_cut_off(look, width, style):
    """Nor is an amount torn apart at the end of a line, but where letters are so large that it fits no line."""
    torn = "[]" if style else "eyes.torn()"
    assert not look.wrong(f"eyes.wide().concat(eyes.clipped(), {torn})", width, style=style)


@pytest.mark.parametrize("width", [768, 1600])
def test_a_page_is_one_column_with_its_foot_beside_it_on_wide_screens(look, width):
    assert not look.wrong("eyes.astray()", width)


def test_at_400_percent_zoom_every_word_is_still_there(look):
    """Headings of columns stand in each cell instead; the search of the header is the first line of the menu."""
    for file in look.files:
        tab = look.open(file, 1280, 1024)
        wide = tab.evaluate("eyes.words()")
        elsewhere = tab.evaluate("document.querySelectorAll('thead th, .tools .find').length")
        zoomed = look.open(file, 320, 256).evaluate("eyes.words()")
        assert len(set(wide) - set(zoomed)) <= elsewhere, file


def contrast(one: str, other: str) -> float:
    """The contrast of two colours such as `#23170f`, as WCAG counts it."""

    def light(colour: str) -> float:
        digits = colour.lstrip("#")
        digits = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
        parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    a, b = sorted((light(one), light(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_colours_of_the_skin_stand_apart(scheme):
    css = (ROOT / "overrides" / "css/style.css").read_text("utf-8")
    mine = colours(css) | (colours(css[css.index("prefers-color-scheme:dark") :]) if scheme == "dark" else {})
    for ink in ("--ink", "--soft", "--red", "--blue"):
        for ground in ("--paper", "--card", "--warm"):
            assert contrast(mine[ink], mine[ground]) >= 7, (ink, ground)
    assert contrast(mine["--on"], mine["--red"]) >= 7
    assert contrast(mine["--gold"], mine["--paper"]) >= 3


def test_lines_are_70_characters_or_fewer(look):
    narrow = "body *{font-family:'Liberation Sans'!important}"
    assert not look.wrong("eyes.long(70)", 1280, style=narrow)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(look, width):
    """On a wide screen, where the menu and the foot alone stand elsewhere, a third of the kinds is enough here."""
    for file in look.files if width == 360 else look.third:
        tab, seen = look.open(file, width), []
        while len(seen) < 600:
            tab.keyboard.press("Tab")
            here = tab.evaluate("eyes.focus()")
            if here is None or (seen and here["name"] == seen[0]["name"]):
                break
            assert not here["wrong"], (file, here["wrong"])
            seen.append(here)
            if here["summary"] and not any(one["summary"] for one in seen[:-1]):
                tab.keyboard.press("Enter")
        assert seen[0]["href"] == "#isi", file
        assert sum(one["menu"] for one in seen) >= 14, (file, "menu")
        switch = tab.evaluate("document.querySelector('a[hreflang]').getAttribute('href')")
        assert switch in [one["href"] for one in seen], (file, "language switch")


def test_without_javascript_every_word_and_the_menu_are_there(look):
    for file in look.files:
        off = look.open(file, java_script_enabled=False)
        dead = off.locator("button:visible, input:not(.papers input):visible, select:visible, textarea:visible").count()
        assert not dead, (file, dead)
        off.locator(".menu summary").click()
        assert off.locator(".menu nav a").first.is_visible(), file
        words = re.sub(r"\s+", " ", off.inner_text("main"))
        on = look.open(file).evaluate(SAID)
        missing = [said for said in on if said.strip() and re.sub(r"\s+", " ", said).strip() not in words]
        assert not missing, (file, missing[:3])


class Outline(HTMLParser):
    """The tags of a page with their attributes, in order."""

    def __init__(self, text: str):
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))


def test_every_page_has_one_heading_landmarks_a_skip_link_first_and_its_language(built):
    for file in every_page(built):
        tags = Outline((built / file).read_text("utf-8")).tags
        names = [tag for tag, _ in tags]
        levels = [int(tag[1]) for tag in names if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1 and all(b <= a + 1 for a, b in pairwise(levels)), file
        assert [names.count(tag) for tag in ("main", "header", "footer")] == [1, 1, 1], file
        assert all(a.get("aria-label") for tag, a in tags if tag == "nav"), file
        links = [a for tag, a in tags if tag in ("a", "button", "input", "summary")]
        assert links[0]["href"] == "#isi", file
        assert tags[0][1]["lang"] == ("en" if file.startswith("en/") else "id"), file
        assert all(a["lang"] == a["hreflang"] for tag, a in tags if tag == "a" and "hreflang" in a), file


def styles(built):
    """Every style of the site: style elements and attributes, once each."""
    text = "\n".join((built / file).read_text("utf-8") for file in every_page(built))
    return set(re.findall(r"<style>(.*?)</style>", text, re.S)) | set(re.findall(r'\sstyle="([^"]*)"', text))


def test_nothing_moves(built):
    for css in styles(built):
        assert not re.search(r"animation|transition|@keyframes|scroll-behavior|will-change", css)
    for file in every_page(built):
        assert not re.search(r"<(animate\w*|marquee|blink|set)\b", (built / file).read_text("utf-8")), file


def test_forced_colours_lose_nothing(look):
    for file in look.files:
        as_it_is, forced = look.open(file), look.open(file, forced_colors="active")
        assert forced.evaluate("eyes.words()") == as_it_is.evaluate("eyes.words()"), file
        forced.evaluate("eyes.open()")
        assert not forced.evaluate("eyes.plain()"), file


def test_the_layout_needs_no_grid_no_gap_and_no_custom_properties(built):
    for css in styles(built):
        assert not re.search(r"\bgap:|:(inline-)?grid|grid-", css)
        for before, now in pairwise(re.split(r"[{};]", css)):
            if "var(--" in now:
                name = now.partition(":")[0]
                assert before.partition(":")[0] == name and "var(" not in before, now


def test_a_browser_without_custom_properties_shows_readable_pages(look):
    old = """(() => {
        const style = document.querySelector('style');
        style.textContent = style.textContent.replace(/[{;]--[\\w-]+:[^;}]*/g, m => m[0])
            .replace(/(?<=[{;])[a-z-]+:[^;{}]*var\\(--[^;{}]*/g, '').replace(/display:flex|flex[\\w-]*:[^;}]*/g, '');
        eyes.open();
        return eyes.pale(7).concat(eyes.wide());
    })()"""
    assert not look.wrong(old)
