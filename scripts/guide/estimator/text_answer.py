"""An answer as text that people read."""

from __future__ import annotations

from collections.abc import Iterator

from guide.estimator.answer_shape import Answer
from guide.estimator.inputs import LABELS, MONEY
from guide.estimator.inputs.messages import BETWEEN
from guide.facts.diagnostics import N_
from guide.i18n.language import Language
from guide.i18n.numerals import Counting, money_words


class TextAnswer:
    """Writes answers (see `guide.estimator.json_answer`) in one language."""

    def __init__(self, language: Language, words: Counting):
        self.language, self.words = language, words

    def text(self, answer: Answer) -> str:
        """All parts of the answer, a blank line between them."""
        parts = (self.inputs, self.paid, self.received, self.options, self.payslip, self.compare, self.saved, self.tax)
        last = (self.assumptions, self.notices)
        written = ["\n".join(lines) for part in (*parts, *last) if (lines := list(part(answer)))]
        return "\n\n".join(written)

    def spelled(self, rupiah: int) -> str:
        """Return an amount in digits and in words."""
        return f"{self.language.money(rupiah)} ({money_words(rupiah, self.words)})"

    def amount(self, answer: Answer, name: str, rupiah: int) -> str:
        """Return an amount in digits and in words, or between what it lies where an input is unknown."""
        span = answer.get("range", {}).get(name)
        return self.language.sentence(BETWEEN, least=span[0], most=span[1]) if span else self.spelled(rupiah)

    def between(self, answer: Answer, title: str, name: str) -> Iterator[str]:
        """Between what an amount lies where an input is unknown."""
        if name in answer.get("range", ()):
            yield f"  {title}: {self.amount(answer, name, 0)}."

    def inputs(self, answer: Answer) -> Iterator[str]:
        """Yield the inputs, defaults included."""
        for name, value in answer.get("inputs", {}).items():
            if name in MONEY and isinstance(value, int):
                shown = self.spelled(value)
            else:
                shown = self.language.show(value, "month" if name == "month" else "")
            yield f"{self.language.gettext(LABELS[name])}: {shown}"

    def paid(self, answer: Answer) -> Iterator[str]:
        """Contributions by program, their steps and their sums."""
        if "monthly" not in answer:
            return
        yield self.language.gettext("To pay")
        benefits = answer["benefits"]
        for step in answer["steps"]:
            if step["id"] not in benefits:
                yield f"  {step['text']} ({step['citation']})"
        for key, shares in answer["contributions"].items():
            if not shares["total"]:
                yield f"  {key.upper()}: {self.language.money(0)}."
            yield from self.between(answer, key.upper(), f"{key}.total")
        total, grand_total = answer["monthly"]["total"], answer["grand_total"]
        yield self.language.sentence("  Together: {amount}", amount=self.amount(answer, "monthly.total", total))
        if grand_total != total:
            amount = self.amount(answer, "grand_total", grand_total)
            yield self.language.sentence("  For all people and months: {amount}", amount=amount)

    def received(self, answer: Answer) -> Iterator[str]:
        """Benefits and their sum."""
        if not answer.get("benefits") and "benefit_total" not in answer.get("range", ()):
            return
        yield self.language.gettext("To receive")
        for step in answer["steps"]:
            if step["id"] in answer["benefits"]:
                yield f"  {step['text']} ({step['citation']})"
        total = self.amount(answer, "benefit_total", answer["benefit_total"])
        yield self.language.sentence("  Together: {amount}", amount=total)

    def options(self, answer: Answer) -> Iterator[str]:
        """Yield what a budget buys."""
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

    def payslip(self, answer: Answer) -> Iterator[str]:
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

    def compare(self, answer: Answer) -> Iterator[str]:
        """Two months side by side."""
        compared = answer.get("compare")
        if not compared:
            return
        now, then = answer["inputs"]["month"], compared["month"]
        yield self.language.sentence("{now:month} and {then:month}", now=now, then=then)
        for name in compared["differences"]:
            before, after = (self.language.money(compared[side].get(name, 0)) for side in ("now", "then"))
            yield f"  {name}: {before} → {after}"
        yield from (f"  {reason['text']}" for reason in compared["reasons"])
        if not compared["differences"]:
            yield self.language.gettext("  No amount differs.")

    def saved(self, answer: Answer) -> Iterator[str]:
        """Old-age savings by year."""
        projection = answer.get("projection")
        if not projection:
            return
        yield projection["notice"]
        sentence = N_("  Year {year}: {paid:money} paid, {balance:money} saved")
        yield from (self.language.sentence(sentence, **year) for year in projection["years"])

    def tax(self, answer: Answer) -> Iterator[str]:
        """Tax on a lump sum."""
        tax = answer.get("tax")
        if tax:
            yield f"{tax['step']['text']} ({tax['step']['citation']})"
            yield self.language.sentence("What is left: {amount}", amount=self.spelled(tax["net"]))
            yield tax["notice"]

    def assumptions(self, answer: Answer) -> Iterator[str]:
        """Yield what counts for the inputs that were left out, each with the option that changes it."""
        assumptions = answer.get("assumptions")
        if not assumptions:
            return
        yield self.language.gettext("What we assumed, and how to change it")
        for assumption in assumptions:
            yield f"  {assumption['text']} (--{assumption['name'].replace('_', '-')})"

    def notices(self, answer: Answer) -> Iterator[str]:
        """Yield the notices that are no assumption."""
        assumed = [assumption["text"] for assumption in answer.get("assumptions", ())]
        yield from (f"* {notice['text']}" for notice in answer["notices"] if notice["text"] not in assumed)
