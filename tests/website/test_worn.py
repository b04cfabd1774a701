"""Each page carries only the rules of the style that it wears, and none that it wears is lost."""

from __future__ import annotations

import pytest
from conftest import ROOT
from guide.assets.minify_css import lean
from guide.assets.prune_css import names_in_script, used
from looking import Look, chromium, each_kind

pytestmark = pytest.mark.xdist_group("eyes")
LOST = """css => {
    const every = list => [].concat(...[...list].map(rule => rule.cssRules && !rule.selectorText
        ? every(rule.cssRules) : (rule.selectorText || "").split(/,(?![^(]*\\))/)));
    const whole = new CSSStyleSheet();
    whole.replaceSync(css);
    const [own, all] = [document.styleSheets[0], whole].map(sheet => every(sheet.cssRules).map(s => s.trim()));
    const kept = new Set(own);
    return all.filter(one => one && !kept.has(one)).filter(one => {
        const plain = one.replace(/::?(before|after|hover|focus|active|visited|checked|-[\\w-]+)(?![\\w-])/g, "");
        try { return document.querySelector(plain || "*"); } catch (wrong) { return true; }
    });
}"""


def test_no_rule_that_a_page_wears_is_lost(built, facts, prose):
    whole = lean((ROOT / "overrides" / "css/style.css").read_text("utf-8"))
    with chromium() as browser:
        look = Look(browser, built, each_kind(built, facts, prose))
        lost = {file: look.open(file).evaluate(LOST, whole) for file in look.files}
    assert not {file: found for file, found in lost.items() if found}


def test_a_rule_stays_where_the_page_or_a_script_names_it():
    css = "p{margin:0}.seen b,.gone b{top:0}.made{left:0}@media print{.gone{top:0}.seen{left:0}}table{top:0}"
    css += "#one{top:0}#two{top:0}"
    page = '<p class="seen" id="one"><b>x</b></p>'
    assert (
        used(css, page, names_in_script('f("made");'))
        == "p{margin:0}.seen b{top:0}.made{left:0}@media print{.seen{left:0}}#one{top:0}"
    )
