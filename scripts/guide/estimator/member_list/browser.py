"""What the page of lists reads: titles, words and occupations, and the frames of its result files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide.estimator.inputs import NAMES
from guide.estimator.member_list import ods_writer, xlsx_writer
from guide.estimator.member_list.answers import BENEFITS, KEYS
from guide.facts.facts import Facts
from guide.i18n.language import Language


def list_data(facts: Facts, language: Language) -> Mapping[str, Any]:
    """Return the data of `MemberList.open` in overrides/js/member-list/answers.js for one language."""
    return {
        "columns": [
            {
                "input": column.input,
                "names": column.names,
                "weaker": column.weaker,
                "around": column.around,
                "counted": column.counted,
                "values": column.values,
            }
            for column in facts.columns
        ],
        "ways": {o.id: [[way.segment, way.sector] for way in o.ways] for o in facts.occupations},
        "words": {column.input: column.names[0] for column in facts.columns if column.input in NAMES and column.names},
        "english": language.id == "en",
        "keys": KEYS,
        "benefits": BENEFITS,
        "xlsx": xlsx_writer.FILES,
        "sheet": xlsx_writer.SHEET_START,
        "ods": ods_writer.FILES,
        "content": ods_writer.CONTENT_START,
    }
