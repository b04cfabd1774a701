"""Read aloud: the two scripts of one language, and the words with which a voice says figures and signs.

`overrides/listen.js` stands on every page, after `age.js` in the same file; it shows a button where the device has a
voice of its own for the language.
`overrides/listen-more.js` is loaded when somebody taps it, with the number words of the estimator.
"""

from __future__ import annotations

import hashlib
from typing import Any

from guide import spoken
from guide.browser import as_json
from guide.script import named_script, stripped, text_of
from guide.language import Language
from guide.mistakes import N_
from guide.number_words import counting

WORDS = {
    "listen": N_("Listen to this page"),
    "stop": N_("Stop reading"),
    "go": N_("Go on reading"),
    **spoken.WORDS,
}
_WHOLE = "{quotient:function(whole,by){return(whole-whole%by)/by;}}"


def files(renderer: Any, language: Language) -> dict[str, tuple[str, str]]:
    """Name and text of the scripts of a language: `first` and `more`."""
    parts = (stripped(text_of(renderer.env, name)) for name in ("estimator-words.js", "listen-more.js"))
    data = f"var Estimator={_WHOLE},listenWords={as_json(words(renderer, language))};"
    text = f"(function(){{var module;{data}{''.join(parts)}window.Listen=Listen;}})();"
    name = f"listen-{language.id}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js"
    start = 'if(document.getElementById("listen"))Listen.start(document.getElementById("listen"));'
    return {"first": named_script(renderer.env, "age.js", "listen.js"), "more": (name, text + start)}


def words(renderer: Any, language: Language) -> dict[str, Any]:
    """What the script says and reads in a language."""
    decimal = "," if language.entry.thousands == "." else "."
    return {
        **{name: language.gettext(sentence) for name, sentence in WORDS.items()},
        "numbers": counting(renderer.facts.numbers[0], language.id)._asdict(),
        "thousands": language.entry.thousands,
        "decimal": decimal,
        "phones": spoken.PHONES,
    }
