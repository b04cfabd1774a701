"""Pages to be read aloud: scripts with every number in words, and drafts of recordings by a machine's voice."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from guide.facts.diagnostics import N_
from guide.handouts import contents
from guide.handouts.anchors import Anchors
from guide.handouts.context import HandoutContext
from guide.handouts.target import Item
from guide.i18n.language import Language
from guide.i18n.numerals import counting
from guide.i18n.speech import Spoken
from guide.pages.routes import Page

_VOICE = "espeak-ng"
_ASIDE = re.compile(r"\s*\(([^()]*)\)")
"""Words in brackets, which nobody hears: they are said between commas."""
_CONDITION = re.compile(r"\s*\(([^():]+: [^()]+)\)(?=\.)")
"""In brackets at the end of a sentence, for whom what holds: a sentence of its own."""
_PACE = "140"
"""Words a minute: slower than people talk."""
_CODERS = {
    "opus": ("opusenc", "--quiet", "--speech", "--bitrate", "12", "--framesize", "60", "--comp", "0", "--serial", "1"),
    "mp3": ("lame", "--quiet", "-m", "m", "--resample", "16", "-b", "16", "-q", "7", "--id3v2-latin1"),
}
"""Commands that pack one voice at 12 or 16 kilobits a second, by the ends of names; MP3 is for older phones.

The number of the Opus stream is fixed, so that bytes repeat.
"""
_NAMED = {"opus": "--title", "mp3": "--tt"}
"""How each is told the title of a recording."""


def missing() -> list[str]:
    """Return the commands for recordings that this machine lacks: the voice, else each coder that is not there."""
    needed = [_VOICE, *(command for command, *_ in _CODERS.values())]
    lacking = [command for command in needed if not shutil.which(command)]
    return lacking[:1] if _VOICE in lacking else lacking


def audio(context: HandoutContext) -> Iterator[Item]:
    """Yield a script for every main page and occupation, and draft recordings where a voice and coders are there."""
    anchors, lacking = Anchors(), missing()
    ends = [] if _VOICE in lacking else [end for end, (command, *_) in _CODERS.items() if command not in lacking]
    for page in contents.spoken(context.renderer.site.routes):
        name = anchors.section(page.path)
        for one in context.languages:
            yield Item(f"audio/{name}", f"audio/{name}_{one.id}.txt", partial(_script, context, one, page))
            draft = one.gettext(N_("draft-voice"))
            for end in ends:
                make = partial(_recording, context, one, page, end)
                yield Item(f"audio/{name}", f"audio/{name}_{one.id}_{draft}.{end}", make)


def script(context: HandoutContext, language: Language, page: Page) -> str:
    """Return the words to speak: a greeting, what it is, the price, what for what, what to do, whom to ask."""
    spoken = Spoken(language, counting(context.renderer.site.facts.numbers[0], language.id))
    written = context.text("voice.html", language, page, procedure=contents.HEARD.get(page.path))
    heard = _ASIDE.sub(r", \1,", _CONDITION.sub(lambda found: f". {found[1][:1].upper()}{found[1][1:]}", written))
    return spoken.say(re.sub(r"\n{3,}", "\n\n", re.sub(r",(?=[.,!?])", "", heard)))


def _script(context: HandoutContext, language: Language, page: Page) -> bytes:
    return script(context, language, page).encode()


def _recording(context: HandoutContext, language: Language, page: Page, end: str) -> bytes:
    """Return the recording in the form that `end` names. It says at its start that it is a draft."""
    warning = language.gettext(N_("Draft. This voice is a machine. A person has not checked it yet."))
    with tempfile.TemporaryDirectory() as folder:
        wave, packed = Path(folder, "said.wav"), Path(folder, f"said.{end}")
        speak = [_VOICE, "-v", language.entry.tag, "-s", _PACE, "--stdin", "-w", str(wave)]
        subprocess.run(speak, input=f"{warning}\n\n{script(context, language, page)}".encode(), check=True)
        subprocess.run([*_CODERS[end], _NAMED[end], warning, str(wave), str(packed)], check=True)
        return packed.read_bytes()
