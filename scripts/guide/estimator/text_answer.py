"""An answer as text that people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guide.estimator.inputs import MONEY
from guide.i18n.language import Language
from guide.facts.diagnostics import N_
from guide.i18n.numerals import Counting, money_words

LABELS = {
    "segment": N_("Segment"),
    "month": N_("Month"),
    "income": N_("Income"),
    "programs": N_("Programs"),
    "risk": N_("Risk class"),
    "size": N_("Size of the employer"),
    "sector": N_("Sector"),
    "payer": N_("Who pays"),
    "age": N_("Age"),
    "placement": N_("Placement"),
    "contract": N_("Months of the contract"),
    "phase": N_("Phase"),
    "people": N_("Number of people"),
    "months": N_("Months"),
    "event": N_("Event"),
    "paid_months": N_("Months paid so far"),
    "sick_months": N_("Months unable to work"),
    "average_wage": N_("Average wage"),
    "children": N_("Children"),
}


class Plain:
    """Writes answers (see `guide.answer`) in one language."""

    def __init__(self, language: Language, words: Counting):
        self.language, self.words = language, words

    def text(self, answer: Mapping[str, Any]) -> str:
        """All parts of the answer, a blank line between them."""
        parts = (self.inputs, self.paid, self.received, self.options, self.payslip, self.compare, self.saved, self.tax)
        written = ["\n".join(lines) for part in (*parts, self.notices) if (lines := list(part(answer)))]
        return "\n\n".join(written)

    def spelled(self, rupiah: int) -> str:
        """An amount in digits and in words."""
        return f"{self.language.money(rupiah)} ({money_words(rupiah, self.words)})"

    def inputs(self, answer: Mapping[str, Any]) -> Iterator[str]:
        """What was asked, defaults included."""
        for name, value in answer.get("inputs", {}).items():
            shown = (
                self.spelled(value) if name in MONEY else self.language.show(value, "month" if name == "month" else "")
            )
            yield f"{self.language.gettext(LABELS[name])}: {shown}"

    def paid(self, answer: Mapping[str, Any]) -> Iterator[str]:
        """Contributions by program, their steps and their sums."""
        if "monthly" not in answer:
            return
        yield self.language.gettext("To pay")
        benefits = answer["benefits"]
        for step in answer["steps"]:
            if step["id"] not in benefits:
                yield f"  {step['text']} ({step['citation']})"
        total, grand_total = answer["monthly"]["total"], answer["grand_total"]
        yield self.language.sentence("  Together: {amount}", amount=self.spelled(total))
        if grand_total != total:
            yield self.language.sentence("  For all people and months: {amount}", amount=self.spelled(grand_total))

    def received(self, answer: Mapping[str, Any]) -> Iterator[str]:
        """Benefits and their sum."""
        if not answer.get("benefits"):
            return
        yield self.language.gettext("To receive")
        for step in answer["steps"]:
            if step["id"] in answer["benefits"]:
                yield f"  {step['text']} ({step['citation']})"
        yield self.language.sentence("  Together: {amount}", amount=self.spelled(answer["benefit_total"]))

    def options(self, answer: Mapping[str, Any]) -> Iterator[str]:
        """What a budget buys."""
        if "options" not in answer:
            return
        yield self.language.sentence("What {amount} pays for", amount=self.spelled(answer["budget"]))
        for option in answer["options"]:
            yield self.language.sentence(
                "  {programs} on a base of {base:money}: {amount:money}",
                programs=" + ".join(option["programs"]).upper(),
                base=option["base"],
                amount=option["grand_total"],
            )
            for event, amount in option["gives"].items():
                yield f"    {event}: {self.language.money(amount)}"
        if not answer["options"]:
            yield self.language.gettext("  Nothing: the amount is too small.")

    def payslip(self, answer: Mapping[str, Any]) -> Iterator[str]:
        """Which rule each deduction follows."""
        for item in answer.get("payslip", ()):
            head = f"{item['program'].upper()} {self.language.money(item['amount'])}"
            if item["correct"]:
                yield self.language.sentence("{item}: right.", item=head)
            else:
                yield self.language.sentence("{item}: it should be {good:money}.", item=head, good=item["expected"])
            if item["step"]:
                yield f"  {item['step']['text']} ({item['step']['citation']})"
            for match in item["matches"]:
                for step in match["steps"]:
                    yield f"  {self.language.month(match['month'])}: {step['text']} ({step['citation']})"

    def compare(self, answer: Mapping[str, Any]) -> Iterator[str]:
        """Two months side by side."""
        found = answer.get("compare")
        if not found:
            return
        now, then = answer["inputs"]["month"], found["month"]
        yield self.language.sentence("{now:month} and {then:month}", now=now, then=then)
        for name in found["differences"]:
            before, after = (self.language.money(found[side].get(name, 0)) for side in ("now", "then"))
            yield f"  {name}: {before} → {after}"
        yield from (f"  {reason['text']}" for reason in found["reasons"])
        if not found["differences"]:
            yield self.language.gettext("  No amount differs.")

    def saved(self, answer: Mapping[str, Any]) -> Iterator[str]:
        """Old-age savings by year."""
        found = answer.get("projection")
        if not found:
            return
        yield found["notice"]
        sentence = N_("  Year {year}: {paid:money} paid, {balance:money} saved")
        yield from (self.language.sentence(sentence, **year) for year in found["years"])

    def tax(self, answer: Mapping[str, Any]) -> Iterator[str]:
        """Tax on a lump sum."""
        found = answer.get("tax")
        if found:
            yield f"{found['step']['text']} ({found['step']['citation']})"
            yield self.language.sentence("What is left: {amount}", amount=self.spelled(found["net"]))
            yield found["notice"]

    def notices(self, answer: Mapping[str, Any]) -> Iterator[str]:
        """What must be known beside the numbers."""
        yield from (f"* {notice['text']}" for notice in answer["notices"])
