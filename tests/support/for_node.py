"""Give Node, on standard output, what its tests ask Python for: scripts before and after, rules and words, as JSON."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from guide.assets.minify_js import stripped
from guide.assets.script_data import as_json
from guide.estimator.browser_data import rules_for_browser, words_of
from guide.estimator.member_list.browser import list_data
from guide.facts.load import load, read, read_prose
from guide.i18n.language import read_languages
from guide.law.compile import compile_rules
from guide.pages import estimator_page
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from guide.website.standalone_estimator import ONE_FILE

TODAY = datetime.date(2026, 11, 22)
LAST = ONE_FILE[-1]
BEGIN = "var PahamJamsostek=(function(){"
"""What stands before the last part of the included estimator, which is no whole script."""


def main() -> None:
    """Print everything."""
    facts = load(read(ROOT / "data"))
    languages = read_languages(facts.site.languages, ROOT / "overrides" / "locales")
    renderer = open_renderer(
        facts, pages(facts, read_prose(ROOT / "docs", facts.languages)), languages, ROOT / "overrides", TODAY
    )
    text = renderer.templates.text
    names = [name for name in renderer.templates.env.list_templates() if name.startswith("js/")]
    scripts = {name: (text(name) if name != LAST else f"{BEGIN}\n{text(name)}") for name in names}
    kinds = {
        kind: estimator_page.script_of(renderer.templates, parts, "") for kind, parts in estimator_page.SCRIPTS.items()
    }
    given = {
        "today": TODAY.isoformat(),
        "scripts": {name: [script, stripped(script)] for name, script in scripts.items()},
        "bundles": {kind: ["".join(map(text, estimator_page.SCRIPTS[kind])), bundle] for kind, bundle in kinds.items()},
        "rules": rules_for_browser(compile_rules(facts)),
        "words": {language.id: words_of(language, facts) for language in languages.values()},
        "lists": {language.id: list_data(facts, language) for language in languages.values()},
    }
    json.dump(json.loads(as_json(given)), sys.stdout)


if __name__ == "__main__":
    main()
