"""The whole estimator as one script that anybody may include (`api/v1/estimator.js`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guide.assets.minify_js import stripped
from guide.assets.script_data import as_json
from guide.estimator.browser_data import rules_for_browser, words_of
from guide.facts.fallback import bare
from guide.figures.review_dates import review_day
from guide.law.rules import Rules
from guide.pages.renderer import Renderer
from guide.pages.site import Site
from guide.website.open_tables import VERSION

ONE_FILE = (
    "js/estimator/engine.js",
    "js/estimator/messages.js",
    "js/estimator/reverse.js",
    "js/estimator/standalone.js",
)


def estimator_script(renderer: Renderer, version: str | int = VERSION) -> str:
    """Return the estimator of a site as one script; `version`: what its `about` says."""
    site = renderer.site
    words = {name: words_of(language, site.facts) for name, language in site.languages.items()}
    return bare(one_file(renderer.templates.text, about(site, version), site.figures.rules, words))


def about(site: Site, version: str | int) -> dict[str, object]:
    """Return of which day the rules are; `review`: the day from which they may be out of date."""
    return {
        "name": site.facts.site.name,
        "version": version,
        "as_of": site.today.isoformat(),
        "review": review_day(site.figures).isoformat(),
        "facts": site.facts.digest,
        "licence": "MIT, CC BY 4.0",
        "languages": list(site.languages),
    }


def one_file(
    text_of: Callable[[str], str], about: Mapping[str, object], rules: Rules, words: Mapping[str, object]
) -> str:
    """Return the estimator as one script for anybody to include: engine, rows, words of every language.

    `about`: its version, day, facts and licence; it defines `PahamJamsostek` or is what `require` gives.
    """
    begin = "var PahamJamsostek=(function(){"
    *parts, end = (text_of(name) for name in ONE_FILE)
    engine, end = "".join(map(stripped, parts)), stripped(f"{begin}\n{end}").removeprefix(begin)
    data = {"about": about, "rules": rules_for_browser(rules), "words": words}
    told = " · ".join(str(about[name]) for name in ("name", "version", "as_of", "facts", "licence")).replace("*/", "")
    given = ",".join(f"{name}={as_json(value)}" for name, value in data.items())
    return f"/* {told} */\n{begin}var module;{engine}var {given};{end}"
