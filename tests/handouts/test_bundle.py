"""The files that are handed on: whole alone, in any viewer, without network or script, true to the figures."""

from __future__ import annotations

import hashlib
import re
from html.parser import HTMLParser

import pytest
from conftest import ADDRESS, TODAY
from guide.figures import review_dates
from guide.handouts import contents, single
from guide.handouts.anchors import Anchors
from guide.handouts.archive import archive, for_a_laptop, sums
from guide.handouts.minify_html import terse
from guide.handouts.page_section import section_of
from guide.handouts.plan import plan
from guide.handouts.printer import opened
from guide.handouts.target import chosen
from guide.law.citations import regulation_name
from handing_out import handouts_of

pytestmark = pytest.mark.xdist_group("bundle")
KILOBYTES = {"id": 430, "en": 430, "id-en": 720}
FORMS = ("plain", "round", "said", "years")
TEXTS = ("message.html", "voice.html", "readme.html")
SCHEMES = ("#", "tel:", "https:", "mailto:", "sms:", "geo:", "data:")


@pytest.fixture(scope="module")
def draft(facts, prose, languages, tmp_path_factory):
    """The handouts while no public address is set."""
    return handouts_of(facts, prose, languages, tmp_path_factory.mktemp("draft"))


@pytest.fixture(scope="module")
def made(draft):
    """The three single files with the figures in them, by the languages in their names."""
    found = {item.name: with_figures(item) for item in plan(draft) if item.part == "file"}
    return {re.search(r"_([a-z-]+)\.html", name)[1]: file for name, file in found.items()}


@pytest.fixture(scope="module")
def files(made):
    """The texts of the three single files."""
    return {name: text for name, (text, _) in made.items()}


def with_figures(item):
    """A file, and every figure in it as (its name, what is shown). The name stands only in what the file is made of:
    the file itself has the same words, one by one."""
    whole = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(single, "terse", lambda text, names: whole.append(text) or terse(text, names))
        text = item.make().decode()
    before = Reader(whole[0])
    assert before.words() in Reader(text).words()
    return text, [(name, words) for name, words, _ in before.shown]


class Reader(HTMLParser):
    """Ids, addresses and the words of every figure: what is marked as one, and links to dated values."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.shown, self.open, self.text = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found[name] for name in ("href", "src", "xlink:href") if name in found]
        if "data-fig" in found or found.get("href", "").startswith("#f-"):
            self.shown.append([found.get("data-fig"), "", tag])
            self.open.append(self.shown[-1])

    def handle_endtag(self, tag):
        if self.open and self.open[-1][2] == tag:
            self.open.pop()

    def handle_data(self, data):
        self.text.append(data)
        if self.open:
            self.open[-1][1] += data

    def words(self):
        """All that is written, without blanks: where they stand is HTML's matter."""
        return "".join("".join(self.text).split())


def test_a_single_file_keeps_within_its_budget(files):
    sizes = {name: len(text.encode()) for name, text in files.items()}
    print(sizes)
    assert set(sizes) == set(KILOBYTES)
    assert all(size <= KILOBYTES[name] * 1000 for name, size in sizes.items())


def test_the_character_set_comes_first(files):
    for text in files.values():
        assert re.search(r"<head>\s*<meta charset=\"utf-8\">", text)


def test_ids_are_unique_and_every_link_leads_somewhere(files):
    for name, text in files.items():
        read = Reader(text)
        assert len(read.ids) == len(set(read.ids)), name
        assert not [link for link in read.links if not link.startswith(SCHEMES)], name
        lost = [one for one in read.links if one.startswith("#") and "=" not in one and one[1:] not in read.ids]
        assert not lost, name


def test_every_page_for_people_is_in_the_file(draft, files):
    for page in contents.whole(draft.renderer.site.routes):
        assert f"<section id={Anchors().section(page.path)}>" in files["id"], page.path
    assert not re.search(r"id=(hukum|wilayah)-", files["id"])


def test_amounts_are_those_of_the_figures(draft, made):
    for name in ("id", "en"):
        _, shown = made[name]
        markup = draft.renderer.new_context(draft.page(""), draft.renderer.site.languages[name]).markup
        assert len(shown) > 250
        for figure_id, words in shown:
            figure = draft.renderer.site.figures.get(figure_id)
            if figure.value is None:
                continue
            forms = FORMS if isinstance(figure.value, int) else FORMS[:1]
            assert words in {markup.value(figure.value, figure.kind, form) for form in forms}, figure_id


def test_a_file_without_a_public_address_says_that_it_is_a_draft(files, facts, prose, languages, tmp_path):
    assert "DRAF<" in files["id"] and "DRAFT<" in files["en"]
    public = handouts_of(facts, prose, languages, tmp_path, ADDRESS)
    text = next(item.make().decode() for item in plan(public) if item.part == "file")
    assert "DRAF" not in text and ADDRESS in text


def test_every_file_carries_its_dates_and_its_code(files, facts):
    for text in files.values():
        assert facts.digest[:6] in text and f"data-old={TODAY.year + 1}/01/01" in text
    assert "22 November 2026" in files["id"] and "1 Januari 2027" in files["id"]


def said(handouts, figure_id):
    """Every way to say what a figure is worth today, in any language."""
    figure, languages = handouts.renderer.site.figures.get(figure_id), handouts.languages
    markups = [handouts.renderer.new_context(handouts.page(""), one).markup for one in languages]
    if figure.value is None:
        return {one.gettext("not covered on this date") for one in languages}
    forms = FORMS if isinstance(figure.value, int) else FORMS[:1]
    return {markup.value(figure.value, figure.kind, form) for markup in markups for form in forms}


def test_files_of_occupations_and_partners_are_small_and_whole(draft):
    for item in plan(draft):
        if item.name.endswith(".html") and item.part not in ("file", "stand"):
            text, shown = with_figures(item)
            read = Reader(text)
            assert len(text.encode()) <= 210_000, (item.name, len(text.encode()))
            assert not [x for x in read.links if x.startswith("#") and x[1:] not in read.ids], item.name
            assert not [x for x in read.links if not x.startswith(SCHEMES)], item.name
            assert "DRAF<" in text and "DRAFT<" in text and shown, item.name
            for figure_id, words in shown:
                assert words in said(draft, figure_id), (item.name, figure_id)


def test_messages_are_short_and_dated(facts, prose, languages, tmp_path):
    public = handouts_of(facts, prose, languages, tmp_path, ADDRESS)
    texts = {item.name: item.make().decode() for item in plan(public) if "message" in item.name}
    records = (*facts.partners, *facts.occupations, *(region for region in facts.regions if region.parent))
    assert len(texts) == 2 * (1 + sum(getattr(one, "publish", True) for one in records))
    for name, text in texts.items():
        assert len(text) <= 900, (name, len(text))
        assert "<" not in text and "&" not in text and f"{ADDRESS}/" in text and facts.digest[:6] in text
        assert ("22 November 2026" in text) and ("resmi" in text or "official" in text), name


def test_a_card_names_every_law_behind_its_amounts_and_no_other(facts, prose, languages, tmp_path):
    public = handouts_of(facts, prose, languages, tmp_path, ADDRESS)
    laws = {regulation_name(law): law.id for law in facts.regulations}
    for name, path in (("work", "pekerjaan/petani/"), ("work", "pekerjaan/pmi/"), ("cost", ""), ("school", "")):
        card = public.sheet(f"card-{name}.html", languages["id"], public.page(path), "daftar/")
        named = [laws[one] for one in re.findall(r"<p>([^<]*)</p>", card)[-1].split(", ")]
        behind = {fact for shown in Reader(card).shown for fact in public.renderer.site.figures.get(shown[0]).facts}
        records = map(public.renderer.site.figures.fact, behind)
        assert set(named) == {one.regulation for record in records for one in record.citations}, (name, path)
        assert (named[0] == "pp-50-2025") == any(fact.startswith("reliefs.") for fact in behind)


def test_every_text_to_hand_on_says_how_old_it_is_and_where_to_read_on(facts, prose, languages, tmp_path):
    for address in (ADDRESS, ""):
        handouts = handouts_of(facts, prose, languages, tmp_path, address)
        for one in handouts.languages:
            page, words = handouts.page("daftar/"), {"said": ["x."], "procedure": "join-bpu", "ends": {"html"}}
            texts = [handouts.text(name, one, page, **words) for name in TEXTS]
            assert all(("DRAF" in text) != bool(address) for text in texts)
            checked = one.gettext("Facts checked: %(day)s.") % {"day": one.date(facts.site.checked)}
            review = one.date(review_dates.review_day(handouts.renderer.site.figures))
            code = facts.digest[:6]
            assert all(checked in text and review in text for text in texts)
            assert all(code in text or " ".join(code) in text for text in texts)
            assert all("/m/d" in text for text in texts if address and "ssh" not in text)


def test_links_that_lead_nowhere_in_the_file_keep_only_their_words():
    page = '<h1 id="a">T</h1><p class="up">x</p><p><a href="../daftar/#b">in</a> <a href="../../hukum/x/">law</a></p>'
    section = section_of(page, "biaya/", Anchors(frozenset({"biaya/", "daftar/"})))
    assert section == '<h2 id="biaya--a">T</h2><p><a href="#daftar--b">in</a> law</p>'


def test_a_part_is_chosen_by_its_name(draft):
    assert {item.part for item in chosen(plan(draft), "partner/obor-mas")} == {"partner/obor-mas"}
    assert {item.name.split("/")[0] for item in chosen(plan(draft), "card")} == {"cards"}
    with pytest.raises(LookupError, match=r"there are .*card, "):
        chosen(plan(draft), "partner/obor")


def test_an_archive_has_the_same_bytes_every_time_and_sums_fit():
    packed = {"b/c.txt": b"two", "a.txt": b"one"}
    assert archive(packed) == archive(dict(reversed(packed.items())))
    assert f"{hashlib.sha256(b'one').hexdigest()}  a.txt\n" in sums(packed).decode()


def test_the_site_for_a_laptop_names_its_index_pages():
    page = b'<a href="../">1</a><a href="./">2</a><a href="daftar/#x">3</a><a href="https://x.org/a/">4</a>'
    good = b'../index.html">1|./index.html">2|daftar/index.html#x">3|https://x.org/a/">4'.split(b"|")
    assert all(part in for_a_laptop({"index.html": page})["index.html"] for part in good)


def test_no_press_is_started_for_files_without_paper():
    with opened() as press:
        assert not press._stop
