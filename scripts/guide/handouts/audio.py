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

_NEEDED = ("espeak-ng", "opusenc")
_ASIDE = re.compile(r"\s*\(([^()]*)\)")
"""Words in brackets, which nobody hears: they are said between commas."""
_CONDITION = re.compile(r"\s*\(([^():]+: [^()]+)\)(?=\.)")
"""In brackets at the end of a sentence, for whom what holds: a sentence of its own."""
_PACE = "140"
"""Words a minute: slower than people talk."""
_SPEECH = ("--speech", "--bitrate", "12", "--framesize", "60", "--comp", "0", "--serial", "1")
"""One voice at 12 kilobits a second, packed fast; the stream's number is fixed, so that bytes repeat."""


def missing() -> str:
    """Return the name of a command that recordings need and this machine lacks; empty if none."""
    return next((command for command in _NEEDED if not shutil.which(command)), "")


def audio(context: HandoutContext) -> Iterator[Item]:
    """Yield a script for every main page and occupation, and its draft recording where a voice is installed."""
    anchors, silent = Anchors(), bool(missing())
    for page in contents.spoken(context.renderer.site.routes):
        name = anchors.section(page.path)
        for one in context.languages:
            yield Item(f"audio/{name}", f"audio/{name}_{one.id}.txt", partial(_script, context, one, page))
            if not silent:
                draft = one.gettext(N_("draft-voice"))
                make = partial(_recording, context, one, page)
                yield Item(f"audio/{name}", f"audio/{name}_{one.id}_{draft}.opus", make)


def script(context: HandoutContext, language: Language, page: Page) -> str:
    """Return the words to speak: a greeting, what it is, the price, what for what, what to do, whom to ask."""
    spoken = Spoken(language, counting(context.renderer.site.facts.numbers[0], language.id))
    written = context.text("voice.html", language, page, procedure=contents.HEARD.get(page.path))
    heard = _ASIDE.sub(r", \1,", _CONDITION.sub(lambda found: f". {found[1][:1].upper()}{found[1][1:]}", written))
    return spoken.say(re.sub(r"\n{3,}", "\n\n", re.sub(r",(?=[.,!?])", "", heard)))


def _script(context: HandoutContext, language: Language, page: Page) -> bytes:
    return script(context, language, page).encode()


def _recording(context: HandoutContext, language: Language, page: Page) -> bytes:
    """Return the recording as Opus. It says at its start that it is a draft."""
    warning = language.gettext(N_("Draft. This voice is a machine. A person has not checked it yet."))
    with tempfile.TemporaryDirectory() as folder:
        wave, opus = Path(folder, "said.wav"), Path(folder, "said.opus")
        speak = ["espeak-ng", "-v", language.entry.tag, "-s", _PACE, "--stdin", "-w", str(wave)]
        subprocess.run(speak, input=f"{warning}\n\n{script(context, language, page)}".encode(), check=True)
        pack = ["opusenc", "--quiet", *_SPEECH, "--title", warning]
        subprocess.run([*pack, str(wave), str(opus)], check=True)
        return opus.read_bytes()
