"""The words for values that data may choose from: how sure, who pays, what kind."""

from __future__ import annotations

from collections.abc import Callable

from guide.facts.diagnostics import N_

UNSURE = N_("I do not know")
KNOWN: dict[str, dict[str, str]] = {
    "confidence": {
        "high": N_("sure"),
        "medium": N_("fairly sure"),
        "low": N_("not very sure"),
        "memory": N_("from memory, not checked"),
        "derived": N_("worked out by us"),
        "inference": N_("concluded by us"),
        "unverified": N_("not verified"),
    },
    "party": {"worker": N_("worker"), "employer": N_("employer"), "government": N_("government")},
    "partner": {
        "cooperative": N_("cooperative"),
        "bank": N_("bank"),
        "government": N_("government"),
        "church": N_("church"),
        "agents": N_("agents"),
        "not-bpjs": N_("not part of BPJS Ketenagakerjaan"),
    },
    "region": {"province": N_("province"), "regency": N_("regency"), "city": N_("city")},
    "office": {"regional-office": N_("regional office"), "branch": N_("branch office")},
    "channel": {
        "phone": N_("telephone"),
        "email": N_("e-mail"),
        "web": N_("website"),
        "app": N_("app"),
        "social": N_("social media"),
        "payment": N_("place to pay"),
        "agent": N_("agent"),
        "office": N_("office"),
        "partner": N_("partner"),
    },
    "stage": {
        "tk": N_("kindergarten"),
        "sd": N_("primary school"),
        "smp": N_("lower secondary school"),
        "sma": N_("upper secondary school"),
        "university": N_("university or training"),
    },
    "phase": {"before": N_("before work abroad"), "during": N_("during work abroad"), "after": N_("after work abroad")},
    "placement": {"p3mi": N_("placed by a company"), "individual": N_("going alone"), "unknown": UNSURE},
    "coverage": {
        "coverage": N_("Who is covered"),
        "participants": N_("Participants"),
        "sponsored": N_("Paid for by others"),
        "claims": N_("Paid out"),
        "context": N_("About the region"),
        "literacy": N_("School and internet"),
    },
    "relief": {
        "yes": N_("As long as there is a discount, it counts here too."),
        "no": N_("The discount does not apply."),
        "unknown": N_("Whether the discount applies is not known."),
    },
    "address": {
        "full": N_("full address"),
        "partial": N_("only part of the address was kept"),
        "none": N_("address not kept"),
    },
    "read": {
        "text": N_("We read the text of the law."),
        "transcription": N_("We read a transcription of the law."),
        "secondary": N_("We read a report about it."),
        "memory": N_("We know it from memory only."),
    },
    "event": {
        "work-death": N_("death from a work accident"),
        "work-disability": N_("total disability from a work accident"),
        "work-sick": N_("unable to work after a work accident"),
        "death": N_("death not from work"),
        "layoff": N_("layoff"),
        "retirement": N_("old age"),
    },
    "per": {"case": N_("each time"), "year": N_("a year"), "month": N_("a month"), "person": N_("each person")},
    "rate-of": {
        "income": N_("the income that counts"),
        "balance": N_("the savings"),
        "price": N_("the price"),
        "income-by-degree": N_("the income that counts, by degree of disability"),
    },
    "unit": {
        "percent": "",
        "people": N_("people"),
        "rupiah": "",
        "families": N_("families"),
        "years": N_("years"),
        "million-people": N_("million people"),
    },
    "sector": {
        "transport": N_("transport"),
        "other": N_("other work"),
        "labour-intensive": N_("labour-intensive industry"),
    },
    "facts": {
        "bands": N_("income bands"),
        "benefits": N_("what is paid out"),
        "cover": N_("when cover begins"),
        "eligibility": N_("who can join"),
        "gaps": N_("months that are not covered"),
        "heirs": N_("who gets the money after a death"),
        "limits": N_("ages, days and times"),
        "minimum-wages": N_("minimum wages"),
        "pension-age": N_("pension age"),
        "procedures": N_("ways to join, pay and claim"),
        "programs": N_("programs"),
        "regulations": N_("laws and letters"),
        "reliefs": N_("discounts"),
        "risk-kinds": N_("kinds of business by their risk"),
        "schedules": N_("contributions"),
        "segments": N_("who must join what"),
        "sizes": N_("sizes of employers"),
        "taxes": N_("taxes"),
    },
    "size": {
        "micro": N_("micro"),
        "small": N_("small"),
        "medium": N_("medium"),
        "large": N_("large"),
        "unknown": UNSURE,
    },
    "risk": {"unknown": UNSURE},
}


def known_in(gettext: Callable[[str], str]) -> Callable[[str, str], str]:
    """Return the words for a value of a closed list, such as `known("confidence", "high")`, by `gettext`."""
    return lambda kind, value: KNOWN[kind][value] and gettext(KNOWN[kind][value])
