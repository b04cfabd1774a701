"""What people read says no wrong phrase: pages, files, paper, cards, messages, scripts; words.yml names the phrases."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from conftest import ROOT
from guide.checks.phrases import catalogs_say_no_wrong_phrase, phrases_of

SILENT = re.compile(r"<(script|style|svg)\b.*?</\1>", re.S)
INSIDE = re.compile(r"</?(?:a|abbr|b|em|i|small|span|strong|wbr)\b[^>]*>")
"""Tags inside of a sentence; every other one ends it."""
REFUSED = {
    "id": ["Minta uang jaminan di sini.", "Celaka waktu kerja", "Uang bayar tiap bulan (iuran)", "Tanpa potongan",
           "bulan terakhir potongan (keringanan iuran)", "Kartu penduduk", "jaminan hilang kerja", "Dengan kata: dua",
           "Pendapatan Anda sebulan", "biaya makam", "uang pemakaman", "Majikan membayar", "dewan desa", "Bila sakit",
           "Itu tidak dipungut biaya.", "dinas penduduk", "kode pesan", "kata sandi", "Surat keluarga yang berhak",
           "Uang kematian biasa", "dan uang berkala", "punya janji nasional", "kata ingatan kami",
           "cerita sungguh dari NTT", "Surat elektronik", "supaya perlindungan tidak putus", "Usia 56 tahun",
           "jika ikut", "agar mudah", "Maka ia ikut", "lumpuh untuk selamanya", "ikut dengan sendirinya",
           "Aturan KUR meminta begitu", "satu sumber meminta itu", "kerja yang memberi uang", "papan ketik",
           "hari susah", "jumlah bayar orang", "Apakah begitu, belum kami temukan, tanya 175."],
    "en": ["Government money gets no cut.", "Without the relief", "Soon different: January",
           "Beware of fraud", "Died from work: the family gets", "Contributions paid back at once",
           "not covered by themselves", "It can, by one news item.", "That number also stands on the card."],
}  # fmt: skip
RIGHT = {
    "id": ["Kecelakaan kerja", "potongan di slip gaji", "Anggaran Pendapatan dan Belanja Desa", "<q>uang jaminan</q>",
           "Anda bekerja sendiri, tanpa majikan.", "Sebutkan nomornya", "biaya pemakaman", "Majikannya mau membayar",
           "Dana Perlindungan Bersama", "berusia", "pergi dari Indonesia untuk selamanya", "Satu kantor meminta surat"],
    "en": ["A hoe cuts your foot.", "Nothing is cut from your pay.", "a discount of half",
           "The family of somebody who died", "before you pay many months at once"],
}  # fmt: skip


def read_aloud(text: str) -> str:
    """The words of a file, a line for each piece of text that stands alone."""
    return unescape(re.sub(r"<[^>]*>", "\n", INSIDE.sub("", SILENT.sub("\n", text))))


def said(facts, name: str, text: str, languages) -> list[str]:
    """The wrong phrases of a file, with its name."""
    words = read_aloud(text) if "<" in text else text
    return [f"{name}: {v['bad']}" for one in languages for _match, v in phrases_of(facts, one).find(words)]


@pytest.mark.parametrize("language", ("id", "en"))
def test_each_wrong_phrase_is_found_and_what_only_looks_like_one_is_not(facts, language):
    phrases = phrases_of(facts, language)
    assert [text for text in REFUSED[language] if not list(phrases.find(text))] == []
    assert [text for text in RIGHT[language] if list(phrases.find(text))] == []


def test_every_phrase_says_as_what_it_is_wrong_and_what_to_say(facts):
    for row in facts.words[0].wrong:
        assert row.scope and row.say, row.phrase
        assert not list(phrases_of(facts, row.language).find(row.say)), row.phrase


def test_catalogs_say_none(facts):
    assert [*catalogs_say_no_wrong_phrase(ROOT / "overrides" / "locales", facts)] == []


def test_the_site_says_none(facts, built):
    found, read = [], 0
    for path in sorted(one for kind in ("html", "txt", "ics", "xml") for one in built.rglob(f"*.{kind}")):
        name = path.relative_to(built).as_posix()
        found += said(facts, name, path.read_text("utf-8"), ("en" if name.startswith("en/") else "id",))
        read += 1
    print(f"{read} files of the site")
    assert read > 500 and found == []


@pytest.mark.xdist_group("bundle")
def test_hand_outs_say_none(facts, hand_outs):
    found, read = [], {}
    for one in hand_outs:
        kind = Path(one.name).suffix
        if kind in (".html", ".txt", ".pdf") or one.name.startswith("cards/"):
            own = re.search(r"_(id|en)\.\w+$", one.name)
            found += said(facts, one.name, one.text, (own[1],) if own else ("id", "en"))
            read[kind] = read.get(kind, 0) + 1
    print(read)
    assert set(read) == {".html", ".txt", ".pdf", ".png"} and min(read.values()) > 2
    assert found == []
