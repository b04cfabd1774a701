"""Checks between records: each is one sentence and one function, which yields mistakes with their place."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path

from guide.checks.catalogs import translations_fit_their_english
from guide.checks.phrases import catalogs_say_no_wrong_phrase, no_wrong_phrase_is_written
from guide.checks.records import (
    braces,
    dates,
    derived,
    forms,
    heads,
    hints,
    landing,
    law_tables,
    lists,
    paths,
    people_and_places,
    provenance,
    quiz,
    references,
    templates,
    translations,
    typed_numbers,
    ways,
)
from guide.checks.twins import records_follow_their_source, twins_follow_their_source
from guide.facts.diagnostics import Mistake
from guide.facts.facts import Facts
from guide.facts.load import ProseFile

CHECKS = (
    references.ids_are_given_once,
    references.what_is_named_exists,
    references.conflicts_name_what_they_are_about,
    references.what_was_verified_says_where,
    references.pages_that_are_named_exist,
    references.phrases_mean_what_search_reads,
    references.permalinks_lead_somewhere,
    paths.names_fit_every_disk,
    references.no_code_is_taken_back,
    references.issued_codes_only_grow,
    dates.entries_stand_in_order_of_time,
    dates.no_value_is_older_than_its_law,
    dates.nothing_is_known_after_it_took_effect,
    dates.no_day_of_work_lies_in_the_future,
    dates.first_comes_before_last,
    dates.reliefs_do_not_overlap,
    dates.what_is_mandatory_has_a_schedule,
    law_tables.bands_rise_from_zero,
    law_tables.slices_rise_from_zero,
    law_tables.programs_cut_a_value_alike,
    law_tables.floors_lie_below_ceilings,
    law_tables.shares_are_given_once,
    law_tables.instalments_add_up,
    law_tables.stages_end_once,
    law_tables.products_stay_exact,
    people_and_places.inputs_can_be_read,
    forms.forms_that_are_named_have_a_record,
    lists.columns_are_known,
    lists.risk_kinds_are_told_apart,
    translations.every_text_is_in_every_language,
    translations.languages_show_the_same_figures,
    translations.no_amount_is_typed,
    translations.a_recall_says_what_was_wrong,
    translations.prose_has_a_twin,
    heads.settings_stand_once,
    translations.prose_pieces_exist,
    braces.no_brace_is_left,
    braces.parts_stand_alone,
    typed_numbers.no_count_is_typed,
    typed_numbers.no_count_is_typed_in_data,
    no_wrong_phrase_is_written,
    provenance.statements_lead_to_facts,
    landing.every_reader_has_an_answer,
    landing.answers_stand_on_landing_pages,
    landing.landing_pages_show_the_answers,
    people_and_places.no_personal_data_is_published,
    people_and_places.two_ways_need_a_question,
    ways.a_way_leads_to_its_own_procedure,
    ways.a_way_has_programs_of_its_segment,
    ways.a_story_stays_within_a_way,
    ways.every_program_says_when_cover_begins,
    ways.cover_is_called_by_what_it_is_of,
    ways.cover_names_the_months_to_wait,
    people_and_places.addresses_say_how_full_they_are,
    people_and_places.procedures_say_where_they_come_from,
    people_and_places.contacts_are_verified_or_empty,
    people_and_places.what_a_region_has_is_said_how_sure,
    people_and_places.numbers_are_numbers,
    people_and_places.regencies_add_up_to_their_province,
    people_and_places.the_site_has_one_root_language,
)
DERIVED = (
    derived.ceilings_follow_growth,
    derived.pension_limits_follow_inflation,
    derived.bases_lie_in_the_middle,
    law_tables.examples_come_out_as_printed,
    translations.figures_in_texts_exist,
    translations.relieved_amounts_say_their_end,
    translations.benefits_say_their_condition,
    provenance.facts_that_pages_rest_on_exist,
    provenance.traces_support_something,
    quiz.choices_differ,
)
"""Checks that compute with the facts: they run when all that is named exists."""
WARNINGS = (dates.review_is_due, hints.hints_are_said_in_the_first_language)


def find(facts: Facts, prose: Mapping[str, Mapping[str, ProseFile]], today: datetime.date) -> Iterator[Mistake]:
    """Yield every mistake, in the order of the checks; then what is due for review, as warnings."""
    found = [mistake for check in CHECKS for mistake in check(facts, prose, today)]
    yield from found
    for check in (*(() if found else DERIVED), *WARNINGS):
        yield from check(facts, prose, today)


def find_in_files(root: Path, facts: Facts, prose: Mapping[str, Mapping[str, ProseFile]]) -> Iterator[Mistake]:
    """Yield mistakes of files beside the facts, in docs/ and overrides/ of `root`: twins, templates, catalogs."""
    docs, overrides = root / "docs", root / "overrides"
    yield from twins_follow_their_source(docs, prose)
    yield from records_follow_their_source(docs, facts)
    yield from templates.templates_say_each_condition(overrides)
    yield from translations_fit_their_english(overrides / "locales")
    yield from catalogs_say_no_wrong_phrase(overrides / "locales", facts)
