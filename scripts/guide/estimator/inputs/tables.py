"""Tables of the inputs, each a view of `schema.INPUTS`; the browser's estimator reads the same."""

from __future__ import annotations

from guide.estimator.inputs.schema import ASSUMED, INPUTS

NAMES = tuple(each.name for each in INPUTS)
SEGMENTS = INPUTS[0].choices
LABELS = {each.name: each.label for each in INPUTS}
"""Names of inputs in an answer."""
FIELDS = {each.name: each.asks for each in INPUTS}
"""What a form asks."""
CHOICES = {each.name: each.choices for each in INPUTS if each.choices}
WHOLE = {each.name: each.bounds for each in INPUTS if each.bounds}
"""Least and most of whole numbers."""
LISTS = tuple(each.name for each in INPUTS if each.kind == "list")
MONEY = tuple(each.name for each in INPUTS if each.kind == "money")
OF_EVENT = {each.name: each.events for each in INPUTS if each.events}
"""Events that an input belongs to."""
REQUIRED = {each.name: each.required for each in INPUTS if each.required}
"""Segments and events that need an input."""
KNOWN = {each.name: {name: each.known.get(name, ()) for name in SEGMENTS} for each in INPUTS if each.known}
"""Values of an input that a segment knows."""
OF_SEGMENT = {segment: tuple(each.name for each in INPUTS if segment in each.segments) for segment in SEGMENTS}
DEFAULTS = {
    segment: {each.name: each.default[segment] for each in INPUTS if segment in each.default} for segment in SEGMENTS
}
UNCERTAIN = tuple(each.name for each in INPUTS if not each.certain)
"""Inputs that may be `unknown`."""
ASSUMED_OF = {
    segment: tuple(name for name in ASSUMED for each in INPUTS if each.name == name and segment in each.assumed)
    for segment in SEGMENTS
}
"""Inputs whose default is an assumption, by segment, in the order in which they are said."""
