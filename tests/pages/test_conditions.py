"""L14: a benefit stands with the months that must be paid before it, an amount under a relief with its last month.

Walked: every page, single file, sheet of paper, card, message and script to read aloud, in every language.
"""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from conftest import ADDRESS
from guide.figures.conditions import of_event
from guide.figures.figure import UnknownFigure
from guide.law.timeline import months_after
from guide.pages.partner_kit import MESSAGE, staff_pages
from handing_out import handouts_of
from html_press import Press

BLOCKS = {"p", "li", "tr", "dd", "summary", "h1", "h2", "h3"}
VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col", "path", "rect", "circle"}
ROW = re.compile(r"(3|tiga|three) (bulan|months)( bayar| paid)?( berturut-turut| in a row)?|(3|three) paid months")
YEARS = re.compile(r"(3|tiga|three) (tahun|years)")
AMOUNTS = {
    r"Rp\s?42 (juta|million)|Rp\s?42[.,]000[.,]000|empat puluh dua juta|forty-two million": ROW,
    r"Rp\s?174 (juta|million)|Rp\s?174[.,]000[.,]000|seratus tujuh puluh empat juta|hundred and seventy-four": YEARS,
}
"""Amounts of TODAY as they are written and said, with how the months before them are."""
ABOUT_OTHERS = re.compile(
    r"luar negeri|abroad|migran|menulis|writes|Rp85[.,]000[.,]000|Rp85 |[Ww]aktu itu|[Aa]t that time"
)
"""Words beside the same amounts where none of today's months apply: migrants' money, what a source wrote, a story
that tells the rule of its own day."""
OF_EMPLOYEES = re.compile(
    r"^(Dapat apa\?: |What do we get\?: )?"
    r"(Pegawai|Pekerja proyek|Employees?|An employee|A project worker|Construction project worker)"
)
"""How a text begins that is for those with an employer or a project alone."""
OF_OTHER_DAYS = ("perubahan/", "tentang/")
"""Pages of other days and of what sources wrote: there, figures are looked at by their names alone."""
OF_THE_SELF_EMPLOYED = re.compile(
    r"(?:3|tiga|three) (?:bulan (?:bayar )?berturut-turut|months (?:paid )?in a row|paid months|months paid)"
)


class Node:
    """One element: its words, the figures and conditions in it, and what it stands in.

    `story`: whether it is the source of what a newspaper told, which the page tells with the rule of that day.
    """

    def __init__(self, tag, classes, above, event="", id=""):
        self.tag, self.classes, self.above = tag, classes, above
        self.event = event or (above.event if above else "")
        self.story = id.startswith("f-stories.") or bool(above and above.story)
        self.words, self.figures, self.conditions, self.inner = [], [], [], False

    @property
    def text(self):
        return " ".join("".join(self.words).split())

    @property
    def block(self):
        """The element that a reader takes in as one: a paragraph, an item, a row; all of a card."""
        node = self
        while node.above and node.tag not in BLOCKS:
            node = node.above
        card = node
        while card and "card" not in card.classes:
            card = card.above
        return card or node


class Page(HTMLParser):
    """A document as elements; `shown` has each figure with the element that shows it."""

    def __init__(self, text):
        super().__init__()
        self.root = Node("", (), None)
        self.stack, self.shown, self.nodes = [self.root], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        classes = tuple((found.get("class") or "").split())
        node = Node(tag, classes, self.stack[-1], found.get("data-event", ""), found.get("id", ""))
        self.nodes.append(node)
        if node.tag in BLOCKS:
            for one in self.stack:
                one.inner = True
        if "data-fig" in found:
            self.shown.append((found["data-fig"], node))
            for one in (node, *self.stack):
                one.figures.append(found["data-fig"])
        if "condition" in node.classes:
            for one in self.stack:
                one.conditions.append(node)
        if tag not in VOID:
            self.stack.append(node)

    def handle_endtag(self, tag):
        if any(node.tag == tag for node in self.stack[1:]):
            while self.stack.pop().tag != tag:
                pass

    def handle_data(self, data):
        if self.stack[-1].tag not in ("script", "style"):
            for node in self.stack:
                node.words.append(data)


class Walk:
    """Looks at documents and counts: amounts with their condition or end, and those without."""

    def __init__(self, handouts):
        self.handouts, self.figures, self.count, self.wrong = handouts, handouts.renderer.site.figures, Counter(), []
        self.relieved = {}

    def look(self, where, html, language, readers):
        """All figures of a document for `readers`, and all amounts that it writes without naming the figure."""
        page = Page(html)
        everybody = frozenset(self.handouts.renderer.site.facts.by_id["segments"])
        for name, node in page.shown:
            figure = self.figures.get(name)
            if figure.value is not None:
                self._condition(where, figure, node, readers or everybody)
                self._end(where, figure, node, language)
        for node in page.nodes:
            if node.tag in BLOCKS and not node.inner:
                self.read(where, node, readers)
        self.alien(where, page.root.text, readers)

    def _condition(self, where, figure, node, readers):
        conditions = of_event(figure.conditions, node.event) if node.event else figure.conditions
        asked = {one for one in of_all_events(conditions) if one.holds_for(readers)}
        if not asked:
            return
        block = node.block
        said = set()
        for name in block.figures:
            own = re.fullmatch(r"(benefits\.[^.]+(?:\.[a-z-]+)?)\.(waiting|months)", name)
            if own:
                said |= of_all_events(self._conditions_ever(own[1]))
        words = " ".join(one.text for one in block.conditions)
        missing = [one for one in asked - said if not phrase(one).search(words)]
        self.count["conditions"] += 1
        if missing:
            self.wrong.append((where, figure.id, block.text[:100]))

    def _conditions_ever(self, name):
        try:
            return self.figures.get(name).conditions
        except UnknownFigure:
            return ()

    def _end(self, where, figure, node, language):
        if not figure.until or figure.id.startswith("difference:"):
            return
        if figure.id not in self.relieved:
            self.relieved[figure.id] = self.figures.relieved(figure.id)
        if not self.relieved[figure.id]:
            return
        self.count["ends"] += 1
        block, month = node.block, language.date(figure.until)
        after = language.date(months_after(figure.until, 1))
        if month not in block.text and not ("→" in block.text and after in block.text):
            headed, around = False, block
            while around and not headed:
                told = around.tag == "table" or (around.tag == "details" and "→" in block.text)
                headed = told and month in around.text
                around = around.above
            if not headed:
                self.wrong.append((where, figure.id, block.text[:100]))

    def read(self, where, node, readers):
        """The amounts in one block, whether it names figures or not."""
        if node.event in ("", "death") and not node.story and not where.partition("/")[2].startswith(OF_OTHER_DAYS):
            self.text(where, node.block.text, readers, node.text)

    def text(self, where, text, readers, own=None):
        """The amounts in plain text (`own`: those of a part of it)."""
        for amount, months in AMOUNTS.items():
            mine = not readers or "bpu" in readers
            held = months is not ROW or (mine and not OF_EMPLOYEES.match(text))
            if held and re.search(amount, text if own is None else own) and not ABOUT_OTHERS.search(text):
                self.count["amounts in texts"] += 1
                if not months.search(text):
                    self.wrong.append((where, "text", text[:120]))

    def alien(self, where, text, readers):
        """No condition of the self-employed where none of them reads."""
        if readers and "bpu" not in readers:
            self.count["without the self-employed"] += 1
            if found := OF_THE_SELF_EMPLOYED.search(text):
                self.wrong.append((where, "of the self-employed", text[max(0, found.start() - 80) : found.end()]))

    def held(self, kind, *counted):
        print(f"{kind}: {dict(self.count)}; without: {len(self.wrong)}")
        assert not self.wrong, "\n".join(map(str, self.wrong[:60]))
        assert all(self.count[name] for name in counted)


def of_all_events(conditions):
    return {one.__class__(**{**vars(one), "events": ()}) for one in conditions}


def phrase(condition):
    """How the months of a condition are written in either language."""
    if condition.in_a_row:
        return re.compile(rf"\b{condition.months} (bulan berturut-turut|months in a row)")
    if condition.within:
        return re.compile(rf"\b{condition.months} (bulan dalam {condition.within}|of the last {condition.within})")
    if condition.months % 12 == 0:
        return re.compile(rf"\b{condition.months // 12} (tahun iuran|years are paid)")
    return re.compile(rf"\b{condition.months} (bulan|months)")


@pytest.fixture(scope="module")
def handouts(facts, prose, languages, tmp_path_factory):
    return handouts_of(facts, prose, languages, tmp_path_factory.mktemp("site"), ADDRESS, printer=Press())


def test_every_page_says_what_must_be_paid_before_and_until_when(handouts):
    walk = Walk(handouts)
    for page in handouts.renderer.site.routes:
        for language in handouts.languages:
            where = f"{language.id}/{page.path}"
            walk.look(where, handouts.renderer.shell(page, language), language, page.readers)
    walk.held("pages", "conditions", "ends", "amounts in texts", "without the self-employed")


def readers_of(handouts, part):
    """For whom a part is: the segments of its page; none of what is for everybody."""
    kind, _, name = part.partition("/")
    folder = {
        "occupation": "pekerjaan",
        "partner": "mitra",
        "program": "program",
        "checklist": "cara",
        "card": "pekerjaan",
    }
    page = handouts.renderer.site.page(f"{folder.get(kind, kind)}/{name}/")
    return page.readers if page else frozenset()


def language_of(handouts, name):
    """The language in a name such as `flyer_id.pdf`; the first one of a file in both."""
    found = re.search(r"_([a-z]{2})\.\w+$", name)
    return handouts.renderer.site.languages[found[1]] if found else handouts.languages[0]


@pytest.mark.xdist_group("bundle")
@pytest.mark.parametrize("kind", ["html", "pdf", "png"])
def test_every_hand_out_says_so_too(handouts, hand_outs, kind):
    walk, names = Walk(handouts), 0
    for name, part, _, text in hand_outs:
        if name.endswith(kind):
            names += 1
            if kind == "html":
                for one in re.split(r'(?=<div id="\w\w" lang=)', text)[1:]:
                    language = handouts.renderer.site.languages[re.match(r'<div id="(\w\w)"', one)[1]]
                    walk.look(f"{name}: {language.id}", one, language, readers_of(handouts, part))
            else:
                walk.look(name, text, language_of(handouts, name), readers_of(handouts, part))
    assert names
    walk.held(f"{names} .{kind}", "conditions", "ends", "amounts in texts", "without the self-employed")


def _message(renderer, page, language):
    """Return the message to the members of the partner whose staff the page is for."""
    return renderer.text(MESSAGE, language, renderer.site.by_path[page.up])


@pytest.mark.xdist_group("bundle")
def test_messages_and_scripts_to_read_aloud_say_so_too(handouts, hand_outs):
    texts = [(one.name, one.part, one.text) for one in hand_outs if one.name.endswith(".txt")]
    for language in handouts.languages:
        texts += [
            (
                f"{page.path}pesan.txt:{language.id}",
                f"partner/{page.record.id}",
                _message(handouts.renderer, page, language),
            )
            for page in staff_pages(handouts.renderer.site)
        ]
    walk, of_employees = Walk(handouts), Counter()
    for name, part, text in texts:
        part = f"occupation/{part.rpartition('pekerjaan-')[2]}" if "pekerjaan-" in part else part
        page = handouts.renderer.site.page(f"pekerjaan/{part.partition('/')[2]}/")
        if page and {"pu", "bpu"} <= page.readers:
            drawn = handouts.renderer.render(page, language_of(handouts, name))
            of_employees[name] = len(re.findall(r'data-fig="estimate:segment=pu&amp;[^"]*event=death[:&]', drawn))
        for line in text.splitlines():
            walk.text(name, line, readers_of(handouts, part))
        walk.alien(name, text, readers_of(handouts, part))
    bare = Counter(name for name, *_ in walk.wrong)
    walk.wrong = [one for one in walk.wrong if bare[one[0]] > of_employees[one[0]]]
    walk.held(f"{len(texts)} texts", "amounts in texts", "without the self-employed")
