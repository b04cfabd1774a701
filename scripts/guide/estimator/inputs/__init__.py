"""Inputs of the estimator: names, values, defaults and errors as contract.md says."""

from guide.estimator.inputs.mistakes import InputError, InputMistake, wrong
from guide.estimator.inputs.question import Inputs
from guide.estimator.inputs.reading import Raw, read_amount, read_inputs, read_month, read_whole
from guide.estimator.inputs.schema import INPUTS, LOW_INCOME, PROGRAMS, UNKNOWN, Input, Value
from guide.estimator.inputs.tables import (
    ASSUMED_OF,
    CHOICES,
    DEFAULTS,
    FIELDS,
    KNOWN,
    LABELS,
    LISTS,
    MONEY,
    NAMES,
    OF_EVENT,
    OF_SEGMENT,
    REQUIRED,
    UNCERTAIN,
    WHOLE,
)

__all__ = [
    "ASSUMED_OF",
    "CHOICES",
    "DEFAULTS",
    "FIELDS",
    "INPUTS",
    "KNOWN",
    "LABELS",
    "LISTS",
    "LOW_INCOME",
    "MONEY",
    "NAMES",
    "OF_EVENT",
    "OF_SEGMENT",
    "PROGRAMS",
    "REQUIRED",
    "UNCERTAIN",
    "UNKNOWN",
    "WHOLE",
    "Input",
    "InputError",
    "InputMistake",
    "Inputs",
    "Raw",
    "Value",
    "read_amount",
    "read_inputs",
    "read_month",
    "read_whole",
    "wrong",
]
