"""Scripts that read a page aloud in one language, with the words for figures and signs.

`overrides/js/read-aloud/listen.js` stands on every page, in one file with `js/outdated-notice.js`, `js/place.js` and
`js/sheet.js`; it shows a button where the device has a voice of its own for the language. `player.js` is loaded when
somebody taps it.
"""

from __future__ import annotations

import hashlib

from guide.assets.minify_js import stripped
from guide.assets.script_data import as_json
from guide.facts.diagnostics import N_
from guide.facts.facts import Facts
from guide.facts.model.record import JsonObject
from guide.i18n import speech
from guide.i18n.language import Language
from guide.i18n.numerals import counting
from guide.pages.site import Site
from guide.pages.templates import Templates

WORDS = {
    "listen": N_("Listen to this page"),
    "stop": N_("Stop reading"),
    "go": N_("Go on reading"),
    **speech.WORDS,
}
_WHOLE = "{quotient:function(whole,by){return(whole-whole%by)/by;}}"


def files(site: Site, templates: Templates, language: Language) -> dict[str, tuple[str, str]]:
    """Return name and text of the scripts of a language: `first` and `more`."""
    parts = (stripped(templates.text(name)) for name in ("js/estimator/messages.js", "js/read-aloud/player.js"))
    data = f"var Estimator={_WHOLE},listenWords={as_json(words(site.facts, language))};"
    text = f"(function(){{var module;{data}{''.join(parts)}window.Listen=Listen;}})();"
    name = f"listen-{language.id}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js"
    start = 'if(document.getElementById("listen"))Listen.start(document.getElementById("listen"));'
    return {
        "first": templates.script("js/outdated-notice.js", "js/place.js", "js/sheet.js", "js/read-aloud/listen.js"),
        "more": (name, text + start),
    }


def words(facts: Facts, language: Language) -> JsonObject:
    """Return the words of the script that reads aloud in a language."""
    decimal = "," if language.entry.thousands == "." else "."
    return {
        **{name: language.gettext(sentence) for name, sentence in WORDS.items()},
        "numbers": counting(facts.numbers[0], language.id)._asdict(),
        "thousands": language.entry.thousands,
        "decimal": decimal,
        "phones": speech.PHONES,
    }
