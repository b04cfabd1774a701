"""A hostile partner file puts no script, no command and no address but ours into what is printed."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from guide.handouts.plan import plan
from guide.handouts.printer import opened
from handing_out import handouts_of
from test_hostile import LETHAL, RAW, hostile

LINK = "<a href=javascript:alert(1)>x</a><a href=https://evil.example/>y</a><iframe src=https://evil.example/></iframe>"
ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|OpenAction|AA|SubmitForm|ImportData|EmbeddedFile|RichMedia|GoToR)\b")
ADDRESS = re.compile(rb"/URI\s*(?:\((.*?)\)|<(.*?)>)", re.S)
"""An address that a reader can touch; objects of Chromium's files are not compressed, but their streams are."""


def acting(pdf):
    """What a viewer would run or follow: names of actions, and addresses outside of this guide's own."""
    plain = re.sub(rb"stream\r?\n.*?endstream", b"", pdf, flags=re.S)
    assert b"/ObjStm" not in plain, "objects are packed: this test would see nothing"
    found = [match[0] for match in ACTIVE.finditer(plain)]
    addresses = [text or bytes.fromhex(digits.decode()) for text, digits in ADDRESS.findall(plain)]
    return found + [one for one in addresses if not one.startswith((b"https://example.org/", b"tel:175"))]


@pytest.mark.audit
@pytest.mark.xdist_group("bundle")
@pytest.mark.parametrize("words", [LETHAL, RAW, LINK], ids=["quotes", "tags", "links"])
def test_a_poster_and_a_flyer_carry_it_as_ink(facts, prose, languages, tmp_path, words):
    own = hostile(facts, words)
    wanted = re.compile(r"partners/tlm/tlm_(?:poster|flyer)_\w+\.pdf")
    with opened() as press:
        context = handouts_of(own, prose, languages, tmp_path, "https://example.org", printer=press)
        made = {i.name: i.make() for i in plan(context) if wanted.fullmatch(i.name)}
    assert len(made) == 2 * len(languages)
    for name, pdf in made.items():
        assert acting(pdf) == [], name
        text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
        assert "alert(" in text, f"{name}: the hostile words are not on it"


@pytest.mark.audit
def test_this_test_would_see_a_script_and_a_foreign_address():
    with opened() as press:
        pdf = press.pdf('<p>1</p><a href="https://evil.example/">x</a><a href="https://example.org/a">y</a>')
    assert acting(pdf) == [b"https://evil.example/"]
    assert acting(b"<< /S /JavaScript /JS (app.alert(1)) >>") == [b"/JavaScript", b"/JS"]
