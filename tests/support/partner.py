"""A partner that is not in the data yet: what the command and the form ask, and its answers."""

from __future__ import annotations

ANSWERS = {
    "id": "sinar-baru",
    "kind": "cooperative",
    "official": "KSP Sinar Baru",
    "name.id": "Koperasi Sinar Baru",
    "name.en": "Sinar Baru cooperative",
    "summary.id": 'Koperasi di Ende yang membantu anggota "ikut".',
    "summary.en": "A cooperative in Ende that helps its members to join.",
    "region": "53.08",
    "city": "Ende",
    "serves": "53.08 53.07",
    "since": "2026-10",
    "what.id": "Petugas menulis nama anggota.",
    "what.en": "Staff write down the names of members.",
    "first.id": "Tanya petugas.",
    "first.en": "Ask the staff.",
    "source": "letter 12/SB/X/2026 of 3 October 2026",
    "code": "sb",
}


def options(answers):
    """Answers as the command line takes them."""
    return [word for name, value in answers.items() for word in (f"--{name}", value)]
