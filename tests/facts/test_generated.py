"""The made-up data of the benchmarks are as sound as the real ones."""

from __future__ import annotations

from conftest import TODAY
from generated import add_to, times
from guide import checks
from guide.facts.load import load, read


def test_made_up_data_are_sound_and_as_many_as_asked_for(house, facts, prose):
    data = house() / "data"
    add_to(data, times(3))
    grown = load(read(data))
    assert [m.text() for m in checks.find(grown, prose, TODAY) if not m.warning] == []
    for name in ("offices", "partners"):
        assert len(getattr(grown, name)) == len(getattr(facts, name)) + times(3)._asdict()[name]
