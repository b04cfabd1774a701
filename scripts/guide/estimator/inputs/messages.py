"""Every sentence of the estimator, by its name. The browser's estimator uses the same names.

Gaps are `{name}` or `{name:kind}`; kinds are those of `guide.i18n.language.Language`.
"""

from __future__ import annotations

from guide.facts.diagnostics import N_

STEPS = {
    "share": N_("{program}, {party}: {amount:money}."),
    "share-rate": N_("{program}, {party}: {rate} of {base:money} is {amount:money}."),
    "share-relief": N_("{program}, {party}: {relief} of the full amount is {amount:money}."),
    "share-rate-relief": N_("{program}, {party}: {rate} of {base:money}, of which {relief} is due: {amount:money}."),
    "benefit": N_("{benefit}: {amount:money}."),
    "benefit-rate": N_("{benefit}: {rate} of {base:money} is {amount:money}."),
    "benefit-monthly": N_("{benefit}: {rate} of {base:money} is {amount:money} each month."),
    "tax": N_("Tax on a lump sum of {base:money}: {amount:money}."),
}
NOTICES = {
    "relief-ends": N_("{programs}: the discount ends with {last:month}; then {amount:money}."),
    "plain-percentage": N_("{programs}: some channels may bill the plain percentage, {amount:money}."),
    "included": N_("{rate} of the wage is taken out of {program}; nobody pays it on top."),
    "package": N_("JKK and JKM come as one package."),
    "jp-not-due": N_("No pension contribution is due from age {age}."),
    "program-added": N_("{program} comes automatically with these programs; nobody gets an extra bill."),
    "program-needs": N_("Nothing is paid: {program} also needs {programs}."),
    "jkp-conditions": N_(
        "JKP asks for more: you are registered with BPJS Kesehatan (JKN), you were dismissed, and you were younger "
        "than {age} when you were registered. A contract that ran out, or leaving by yourself, gives nothing."
    ),
    "program-missing": N_("Nothing is paid: {program} was not chosen."),
    "waiting-assumed": N_("We assume that enough months were paid."),
    "waiting": N_("{benefit} needs {months} paid months first."),
    "children-most": N_("At most {most} children count; the largest amounts were taken."),
    "lump-sum-development": N_("What the money earned is added to the lump sum; it is not counted here."),
    "risk-assumed": N_("We assume the lowest class of work accident risk."),
    "cheaper-package": N_("The package of {months} months costs less: {amount:money}."),
    "below-minimum-wage": N_(
        "This wage is below the minimum wage of NTT, {amount:money}. The law would count that; we count what you gave."
    ),
    "paid-once": N_("This is paid once, not each month."),
    "law-may-change": N_("The law may change: the month lies ahead, or its yearly values are not known yet."),
    "true-income": N_("Declare the income that you really have: what you get is counted from it."),
    "illustration": N_(
        "This is an illustration, not a promise: {rate} a year is assumed, and equal payments every month."
    ),
    "final-tax": N_("The tax is final if all is paid out within the time that the law gives."),
}
ASSUMPTIONS = {
    "size-assumed": N_("We assume an employer of medium size."),
    "risk-assumed": NOTICES["risk-assumed"],
    "age-assumed": N_("We assume that you are younger than pension age."),
    "sector-assumed": N_("We assume work other than ojek or driving."),
    "payer-assumed": N_("We assume that you pay yourself."),
    "placement-assumed": N_("We assume that a company (P3MI) sends you abroad."),
    "contract-assumed": N_("We assume a contract of {value} months."),
    "phase-assumed": N_("We assume that it happens during the work abroad."),
    "programs-assumed": N_("We count the programs that one must have: {value}."),
    "paid_months-assumed": NOTICES["waiting-assumed"],
    "average_wage-assumed": N_("We assume an average wage of {value:money}, the same as the wage now."),
    "children-assumed": N_("We count no children at school."),
    "income-assumed": N_("We assume that {value:money} is for a month, not for a day."),
}
"""What is assumed for each input that was left out; the last where an income is very low."""
BETWEEN = N_("between {least:money} and {most:money}")
RANGE = {"between": BETWEEN}
REASONS = {
    "relief-ended": N_("{program}: the discount no longer applies from {month:month} ({citation})."),
    "relief-began": N_("{program}: a discount applies from {month:month} ({citation})."),
    "law-changed": N_("{program}: another rule applies from {effective:date} ({citation})."),
    "one-month-only": N_("{program}: counted in one of the two months only."),
}
MISTAKES = {
    "unknown": N_("unknown input"),
    "unknown-near": N_("unknown input; did you mean {good}?"),
    "missing": N_("this input is missing"),
    "month": N_("write a month as year-month, such as 2026-04, not {bad}"),
    "money": N_("{bad} cannot be read as money; write it like 1000000 or Rp1.000.000"),
    "most": N_("the largest amount is {most:money}"),
    "whole": N_("write a whole number from {least} to {most}, not {bad}"),
    "choice": N_("write one of {known}, not {bad}"),
    "not-of-segment": N_("{segment} does not know this input"),
    "segment-knows": N_("{segment} knows {known}, not {bad}"),
    "event-only": N_("this input belongs to {known} only"),
    "uncovered": N_("the data does not cover this on the chosen date"),
    "uncovered-before": N_("{bad:month} is not covered; covered are the months from {first:month}"),
    "gap": N_(
        "{bad:month} is not covered: its law is not in the data; "
        "covered are the months from {first:month} to {before:month} and from {after:month}"
    ),
    "too-large": N_("the total is too large to count exactly"),
    "percent": N_("write a yearly return from 0% to 100%, such as 5%, not {bad}"),
    "item": N_("write the amounts like jht=160000,jp=80000, not {bad}"),
    "segment-only": N_("this answers {known} only, not {bad}"),
    "needs": N_("without {known} there is nothing to compare"),
}
COMMAND_LINE = ("needs",)
"""What only the command line says; the browser's estimator does not carry it."""
SENTENCES = {**STEPS, **NOTICES, **ASSUMPTIONS, **RANGE, **REASONS, **MISTAKES}
