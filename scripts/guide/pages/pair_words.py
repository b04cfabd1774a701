"""What the page of two answers side by side says, by the names that its script uses."""

from __future__ import annotations

from guide.facts.diagnostics import N_
from guide.pages.estimator_words import AFTER, TOOLS, WORDS

PAIR = {
    **{
        name: {**WORDS, **AFTER}[name]
        for name in (
            *("each-month", "once", "all", "basic", "savings", "savings-why", "of-month", "of-all", "mend", "odd"),
            *("broken", "assumed", "total", "hand", "not-official", "payer-self", "payer-is"),
        )
    },
    "run-one": TOOLS["run-one"],
    "pair-1": N_("Choice A"),
    "pair-2": N_("Choice B"),
    "pair-which": N_("What do you want to compare?"),
    "pair-others": N_("Compare something else"),
    "pair-change": N_("Change what is compared"),
    "pair-go": N_("Compare"),
    "pair-apart": N_("The difference"),
    "pair-because": N_("Why do they differ?"),
    "pair-pays": N_("What is paid"),
    "pair-dearer": N_("{side} costs {amount:money} more a month."),
    "pair-once": N_("{side} costs {amount:money} more."),
    "pair-pocket": N_("{side} takes {amount:money} more a month out of the worker's own pocket."),
    "pair-rhythm": N_("One is paid each month, the other once. So the two amounts cannot be compared directly."),
    "pair-then": N_("From {first:month}:"),
    "pair-gets": N_("{side} gives {amount:money} more."),
    "pair-alone": N_("Only {side} gives money: {amount:money}."),
    "pair-same": N_("Both are the same."),
    "pair-equal": N_("Both choices are the same. Change one of them below."),
    "pair-none": N_("This is not part of it."),
    "pair-unsure": N_("How much it differs is not sure: not everything is known."),
    "pair-why": N_("{field} {one} in Choice A, {other} in Choice B."),
    "pair-why-segment": N_("Choice A is for: {one}. Choice B is for: {other}. Each has rules of its own."),
    "pair-why-income": N_("What is paid is counted on the income: {one} in Choice A, {other} in Choice B."),
    "pair-why-payer": N_("Who pays is not the same: in Choice A {one}, in Choice B {other}."),
    "pair-band": N_("Both incomes fall into the same band, so the contribution is the same."),
    "pair-only": N_("Only {side} has {program}."),
    "pair-discount": N_("{side} has a discount for {programs} until {last:month}."),
    "pair-employer": N_("In {side} the employer pays {amount:money} of it a month."),
    "pair-whole": N_("More on {side}"),
    "pair-all": N_("The whole answer, with its laws"),
}
"""Said by the page of two answers side by side."""
