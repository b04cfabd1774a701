"""All facts together, and which file holds which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from guide.facts.model import content, law, linguistics, lists, places, programs, quiz, site
from guide.facts.model.record import JsonObject, Model


@dataclass(frozen=True)
class Collection:
    """One kind of record: its field in Facts, its model, and its files below `data/`.

    `form`: "record" (the file is one record), "list" (the file is a list of them); a path with a star is
    a folder, whose records take their id from the file's name.
    """

    name: str
    model: type[Model]
    path: str
    form: Literal["record", "list"] = "list"


COLLECTIONS = (
    Collection("site", site.Site, "site.yml", "record"),
    Collection("regulations", law.Regulation, "regulations.yml"),
    Collection("programs", programs.Program, "programs/*.yml", "record"),
    Collection("segments", programs.Segment, "segments.yml"),
    Collection("sizes", programs.SizeClass, "sizes.yml"),
    Collection("risk_kinds", programs.RiskKinds, "risk-kinds.yml"),
    Collection("occupations", programs.Occupation, "occupations.yml"),
    Collection("eligibility", programs.EligibilityStep, "eligibility.yml"),
    Collection("bands", law.BandTable, "bands.yml"),
    Collection("schedules", law.Schedule, "schedules/*.yml", "record"),
    Collection("reliefs", law.Relief, "reliefs.yml"),
    Collection("gaps", law.Gap, "gaps.yml"),
    Collection("benefits", law.Benefit, "benefits/*.yml"),
    Collection("pension_age", law.AgeStep, "pension-age.yml"),
    Collection("taxes", law.TaxRule, "taxes.yml"),
    Collection("limits", law.LimitRule, "limits.yml"),
    Collection("minimum_wages", law.MinimumWageRule, "minimum-wages.yml"),
    Collection("cover", law.Cover, "cover.yml"),
    Collection("conflicts", law.Conflict, "conflicts.yml"),
    Collection("procedures", programs.Procedure, "procedures/*.yml", "record"),
    Collection("forms", content.Form, "forms.yml"),
    Collection("heirs", law.HeirsRule, "heirs.yml"),
    Collection("regions", places.Region, "regions.yml"),
    Collection("coast", places.Coast, "coast.yml"),
    Collection("offices", places.Office, "offices.yml"),
    Collection("channels", places.Channel, "channels.yml"),
    Collection("partners", places.Partner, "partners/*.yml", "record"),
    Collection("sponsorship", places.Sponsorship, "sponsorship.yml"),
    Collection("coverage", places.Coverage, "coverage.yml"),
    Collection("permalinks", places.Permalink, "permalinks.yml"),
    Collection("issued_codes", places.IssuedCodes, "permalinks-issued.yml", "record"),
    Collection("estimates", site.NamedEstimate, "estimates.yml"),
    Collection("columns", lists.Column, "columns.yml"),
    Collection("numbers", linguistics.NumberWords, "numbers.yml", "record"),
    Collection("synonyms", linguistics.SameWords, "synonyms.yml"),
    Collection("word_forms", linguistics.WordForms, "word-forms.yml"),
    Collection("asked", linguistics.Asked, "asked.yml"),
    Collection("sayings", linguistics.Saying, "sayings.yml"),
    Collection("glossary", content.Term, "glossary.yml"),
    Collection("words", linguistics.Wording, "words.yml", "record"),
    Collection("questions", content.Question, "questions.yml"),
    Collection("landing", content.LandingQuestion, "landing.yml"),
    Collection("quiz", quiz.QuizQuestion, "quiz.yml"),
    Collection("hints", content.SourceHint, "hints.yml"),
    Collection("stories", content.Story, "stories.yml"),
    Collection("warnings", content.FraudWarning, "warnings.yml"),
    Collection("releases", content.Release, "releases.yml"),
)

HISTORIES = ("schedules", "bands", "benefits", "taxes", "limits", "heirs", "minimum_wages", "cover")
"""Collections whose records hold dated values of the law as `entries`."""

NOT_TOLD = ("releases.yml",)
"""Files that are no part of a copy: recording that a hand-out was issued leaves its copy code as it is."""


@dataclass(frozen=True, eq=False)
class Facts:
    """Everything in `data/`, loaded. `digest` is the sha256 of the files it was read from, but NOT_TOLD."""

    site: site.Site
    digest: str
    records: Mapping[str, tuple[Any, ...]] = field(repr=False)

    def __getattr__(self, name: str) -> tuple[Any, ...]:
        try:
            return self.__dict__["records"][name]
        except KeyError:
            raise AttributeError(name) from None

    @cached_property
    def by_id(self) -> Mapping[str, Mapping[str, Any]]:
        """Return records of each collection under their ids."""
        return {
            name: {record.id: record for record in records if hasattr(record, "id")}
            for name, records in self.records.items()
        }

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Return the ids of the languages of the site, the one at the root first."""
        return tuple(language.id for language in self.site.languages)

    @property
    def partial(self) -> tuple[str, ...]:
        """Return the ids of those languages that may lack words."""
        return tuple(language.id for language in self.site.languages if language.partial)


def schema(collection: Collection) -> JsonObject:
    """Return the JSON Schema of a data file of this collection. In a folder, the file's name is the id."""
    found = collection.model.model_json_schema()
    if "*" in collection.path and collection.form == "record":
        found["properties"].pop("id", None)
        found["required"] = [name for name in found["required"] if name != "id"]
    if collection.form == "record":
        return found
    inner = {key: value for key, value in found.items() if key != "$defs"}
    return {"type": "array", "items": inner, "$defs": found.get("$defs", {})}
