"""Scripts to read aloud, and the drafts of recordings."""

from __future__ import annotations

import datetime
import re

import pytest
import yaml
from conftest import ROOT
from guide.handouts import audio, contents
from guide.i18n.numerals import counting
from guide.i18n.speech import Spoken
from handing_out import handouts_of


@pytest.fixture(scope="module")
def handouts(facts, prose, languages, tmp_path_factory):
    """The handouts of the real facts, without a press."""
    return handouts_of(facts, prose, languages, tmp_path_factory.mktemp("site"), "https://example.org")


@pytest.mark.parametrize("language", ("id", "en"))
def test_numbers_are_said_in_words(facts, languages, language):
    """What a page that is read aloud says too (test_listen.py)."""
    voiced = Spoken(languages[language], counting(facts.numbers[0], language))
    for written, said in yaml.safe_load((ROOT / "tests/support/spoken.yml").read_text("utf-8"))[language].items():
        assert voiced.say(written) == said


def test_no_digit_is_left_in_any_script(handouts):
    found = contents.spoken(handouts.renderer.site.routes)
    assert len(found) > 20
    for page in found:
        for language in handouts.languages:
            script = audio.script(handouts, language, page)
            assert not re.search(r"[\d{}<>]", script), (page.path, re.search(r".{20}[\d{}<>].{20}", script))
            assert handouts.renderer.title(page, language).split()[0] in script or not page.path
            assert not re.search(r"[()]", script), page.path


def test_a_script_is_written_to_be_heard(handouts):
    """It greets, names what it is about, says a price with its words, and never speaks of a screen."""
    screen = (
        r"[Kk]etuk|[Kk]lik di sini|di bawah ini|halaman ini|tiap garis|[Pp]ilih satu|\b[Tt]ap |[Cc]lick here|each line"
    )
    for page in contents.spoken(handouts.renderer.site.routes):
        for language, first in zip(handouts.languages, ("Salam untuk", "Greetings to"), strict=True):
            script = audio.script(handouts, language, page)
            assert script.startswith(first) and "BPJS Ketenagakerjaan" in script.partition("\n")[0], page.path
            assert not re.search(screen, script), (page.path, re.search(screen, script)[0])
            lines = [line for line in script.splitlines() if line]
            assert not [line for line in lines if re.fullmatch(r"[\w ]+ (rupiah|million|thousand)\.?", line)], page.path
            assert not [line for line in lines if line[-1] not in '.?!,:"'], page.path
            assert "satu tujuh lima" in script or "one seven five" in script, page.path


@pytest.mark.parametrize("name", ("home", "pekerjaan-petani", "musibah-meninggal"))
def test_a_script_says_these_words(handouts, name):
    """The whole script but its last paragraph, which is its dates and its code."""
    golden = yaml.safe_load((ROOT / "tests/support/scripts.yml").read_text("utf-8"))[name]
    page = handouts.page("" if name == "home" else f"{name.replace('-', '/', 1)}/")
    said = audio.script(handouts, handouts.languages[0], page).strip().split("\n\n")
    assert said[:-1] == golden


def test_a_script_says_the_amounts_of_its_day(facts, prose, languages, tmp_path, handouts):
    later = datetime.date(2027, 1, 15)
    assert "delapan ribu empat ratus rupiah" in audio.script(handouts, languages["id"], handouts.page(""))
    then = handouts_of(facts, prose, languages, tmp_path, today=later)
    assert "enam belas ribu delapan ratus rupiah" in audio.script(then, languages["id"], then.page(""))
    assert "delapan ribu empat ratus rupiah," not in audio.script(then, languages["id"], then.page(""))


def test_without_a_voice_there_are_scripts_only(handouts, monkeypatch):
    monkeypatch.setattr(audio.shutil, "which", lambda command: None)
    assert audio.missing() == ["espeak-ng"]
    assert {item.name.rpartition(".")[2] for item in audio.audio(handouts)} == {"txt"}


def test_a_coder_that_is_missing_leaves_out_its_kind_alone(handouts, monkeypatch):
    monkeypatch.setattr(audio.shutil, "which", lambda command: None if command == "lame" else command)
    assert audio.missing() == ["lame"]
    assert {item.name.rpartition(".")[2] for item in audio.audio(handouts)} == {"txt", "opus"}


@pytest.mark.skipif(bool(audio.missing()), reason="no machine voice is installed")
def test_a_recording_is_a_draft_by_name_and_has_the_same_bytes_twice(handouts):
    made = {item.name[6:]: item for item in audio.audio(handouts) if item.part == "audio/daftar"}
    drafts = {"daftar_id_suara-draf", "daftar_en_draft-voice"}
    assert {*made} == {"daftar_id.txt", "daftar_en.txt", *(f"{one}.{end}" for one in drafts for end in ("opus", "mp3"))}
    for end, begin in (("opus", b"OggS"), ("mp3", b"ID3")):
        item = made[f"daftar_id_suara-draf.{end}"]
        first = item.make()
        assert first == item.make() and first.startswith(begin) and b"Draf" in first[:2000], end
        assert len(first) < 600_000, end
