"""The laptop of a stand: the page that it serves to phones, and what starts it on Windows and elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guide.facts.diagnostics import N_
from guide.handouts.context import HandoutContext
from guide.handouts.single import seal
from guide.i18n.language import Language
from guide.pages.downloads import size

PAGE, WINDOWS, OTHERS = "index.html", "mulai.bat", "mulai.sh"
_SCRIPTS = ("js/outdated-notice.js", "js/stand/qr.js", "js/stand/laptop.js")
SAYS = {
    "what": N_("Serves this folder to phones on the same Wi-Fi. Needs no installation and no administrator."),
    "failed": N_("It does not start. Restart the laptop, then try again."),
    "type": N_("Leave this window open. Phones on the same Wi-Fi type:"),
    "allow": N_("Does Windows ask? Choose: Allow access."),
    "stop": N_("To stop: close this window."),
    "missing": N_("Python is missing on this laptop. Use another one, or a memory card."),
}
"""What the starters say; in plain letters, since the window of Windows knows no others."""
Group = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and files below it: name and words of each."""


def laptop(
    context: HandoutContext, language: Language, guide: str, groups: Sequence[Group], files: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the page and its starters by their names. `guide`: the file that the large button saves."""
    says = {name: language.gettext(words) for name, words in SAYS.items()}
    home, script = context.page(""), context.renderer.templates.script(*_SCRIPTS)[1]
    sized = [
        (heading, [(name, words, size(len(files[name]), language)) for name, words in listed])
        for heading, listed in groups
        if listed
    ]
    page = context.sheet(
        *("laptop.html", language, home),
        guide=guide,
        guide_size=size(len(files[guide]), language),
        groups=sized,
        script=script,
        seal=seal(script),
    )
    return {
        PAGE: page.encode(),
        WINDOWS: context.text("start.bat", language, home, says=says).replace("\n", "\r\n").encode("ascii", "replace"),
        OTHERS: context.text("start.sh", language, home, says=says).encode(),
    }
