"""Read aloud: the two scripts of one language, and the words with which a voice says figures and signs.

`overrides/js/read-aloud/listen.js` stands on every page, after `js/outdated-notice.js` and `place.js` in the same file; it shows a button where the
device has a voice of its own for the language.
`overrides/js/read-aloud/player.js` is loaded when somebody taps it, with the number words of the estimator.
"""

from __future__ import annotations

import hashlib
from typing import Any

from guide.i18n import speech
from guide.estimator.browser_data import as_json
from guide.assets.minify_js import named_script, stripped, text_of
from guide.i18n.language import Language
from guide.facts.diagnostics import N_
from guide.i18n.numerals import counting

WORDS = {
    "listen": N_("Listen to this page"),
    "stop": N_("Stop reading"),
    "go": N_("Go on reading"),
    **speech.WORDS,
}
_WHOLE = "{quotient:function(whole,by){return(whole-whole%by)/by;}}"


def files(renderer: Any, language: Language) -> dict[str, tuple[str, str]]:
    """Name and text of the scripts of a language: `first` and `more`."""
    parts = (stripped(text_of(renderer.env, name)) for name in ("js/estimator/messages.js", "js/read-aloud/player.js"))
    data = f"var Estimator={_WHOLE},listenWords={as_json(words(renderer, language))};"
    text = f"(function(){{var module;{data}{''.join(parts)}window.Listen=Listen;}})();"
    name = f"listen-{language.id}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js"
    start = 'if(document.getElementById("listen"))Listen.start(document.getElementById("listen"));'
    return {
        "first": named_script(renderer.env, "js/outdated-notice.js", "place.js", "js/read-aloud/listen.js"),
        "more": (name, text + start),
    }


def words(renderer: Any, language: Language) -> dict[str, Any]:
    """What the script says and reads in a language."""
    decimal = "," if language.entry.thousands == "." else "."
    return {
        **{name: language.gettext(sentence) for name, sentence in WORDS.items()},
        "numbers": counting(renderer.facts.numbers[0], language.id)._asdict(),
        "thousands": language.entry.thousands,
        "decimal": decimal,
        "phones": speech.PHONES,
    }
