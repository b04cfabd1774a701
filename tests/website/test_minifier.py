"""Texts of scripts stay as they are, whichever quotes they stand in."""

from __future__ import annotations

import pytest
from guide.assets.minify_js import stripped


@pytest.mark.parametrize(
    "text",
    [
        *("""'say "yes  no"'""", """'a "b'""", """"it's  so" """.strip(), r"""'it\'s  "so'""", """'//  no comment'"""),
        *("""'a" + b + "c'""", "''", r"""'\\'"""),
    ],
)
def test_a_text_in_any_quotes_stays_as_it_is(text):
    assert stripped(f"(function () {{ var longName = {text}; return longName; }})();\n").count(text) == 1


def test_a_name_within_single_quotes_is_no_variable():
    script = """(function () { var longName = 1; return 'longName "x" ' + longName + ' "'; })();\n"""
    assert stripped(script) == """(function(){var g=1;return'longName "x" '+g+' "'})();"""
