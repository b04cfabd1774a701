"""What is wrong between records: each check is one sentence, one function, and yields mistakes with their place."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from guide.checks import counts, derived, people, references, rows, time, traces, words
from guide.load import ProseFile
from guide.mistakes import Mistake
from guide.model import Facts

CHECKS = (
    references.ids_are_given_once,
    references.what_is_named_exists,
    references.pages_that_are_named_exist,
    references.permalinks_lead_somewhere,
    references.no_code_is_taken_back,
    references.issued_codes_only_grow,
    time.entries_stand_in_order_of_time,
    time.no_value_is_older_than_its_law,
    time.nothing_is_known_after_it_took_effect,
    time.no_day_of_work_lies_in_the_future,
    time.first_comes_before_last,
    time.reliefs_do_not_overlap,
    time.what_is_mandatory_has_a_schedule,
    rows.bands_rise_from_zero,
    rows.slices_rise_from_zero,
    rows.floors_lie_below_ceilings,
    rows.shares_are_given_once,
    rows.instalments_add_up,
    rows.stages_end_once,
    rows.products_stay_exact,
    people.inputs_can_be_read,
    words.every_text_is_in_every_language,
    words.languages_show_the_same_figures,
    words.no_amount_is_typed,
    words.a_recall_says_what_was_wrong,
    words.prose_has_a_twin,
    words.prose_pieces_exist,
    counts.no_count_is_typed,
    counts.no_count_is_typed_in_data,
    traces.statements_lead_to_facts,
    people.no_personal_data_is_published,
    people.two_ways_need_a_question,
    people.addresses_say_how_full_they_are,
    people.procedures_say_where_they_come_from,
    people.contacts_are_verified_or_empty,
    people.what_a_region_has_is_said_how_sure,
    people.numbers_are_numbers,
    people.regencies_add_up_to_their_province,
    people.the_site_has_one_root_language,
)
DERIVED = (
    derived.ceilings_follow_growth,
    derived.pension_limits_follow_inflation,
    rows.examples_come_out_as_printed,
    words.figures_in_texts_exist,
    words.relieved_amounts_say_their_end,
    traces.facts_that_pages_rest_on_exist,
    traces.traces_support_something,
)
"""Checks that compute with the facts: they run when all that is named exists."""
WARNINGS = (time.review_is_due,)


def find(facts: Facts, prose: Mapping[str, Mapping[str, ProseFile]], today: datetime.date) -> Iterator[Mistake]:
    """Every mistake, in the order of the checks; then what is due for review, as warnings."""
    found = [mistake for check in CHECKS for mistake in check(facts, prose, today)]
    yield from found
    for check in (*(() if found else DERIVED), *WARNINGS):
        yield from check(facts, prose, today)
