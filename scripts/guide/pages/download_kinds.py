"""Kinds of hand-outs by their names: what each is for people, which page lists it, who needs it."""

from __future__ import annotations

from guide.facts.diagnostics import N_

KINDS: tuple[tuple[str, str], ...] = (
    (r"[^/]+_(id|en|id-en)\.html", N_("The whole guide in one file")),
    (r"cetak_.*", N_("Everything to print in one file (PDF)")),
    (r"stand/poster-a4.*", N_("Poster for the stand, A4 (PDF)")),
    (r"stand/poster-a3.*", N_("Poster for the stand, A3 (PDF)")),
    (r"stand/table-tent.*", N_("Sign for the table, to fold (PDF)")),
    (r"stand/qr-codes.*", N_("QR codes to cut out (PDF)")),
    (r"stand/volunteer.*", N_("Page for the volunteer (PDF)")),
    (r"stand/sign-up.*", N_("List of those who want to join (PDF)")),
    (r"stand/slides.*\.pdf", N_("Ten slides (PDF)")),
    (r"stand/slides.*", N_("Ten slides, turned by keys (HTML)")),
    (r"stand/quiz.*\.pdf", N_("Quiz with its answers (PDF)")),
    (r"stand/quiz.*", N_("Quiz for the facilitator's phone (HTML)")),
    (r"stand/certificate.*", N_("Certificate of the quiz, name by hand (PDF)")),
    (r".+\.html", N_("What you need, in one file")),
    (r"[^/]+\.epub", N_("The guide as a book (EPUB)")),
    (r"[^/]+\.zim", N_("The guide for the app Kiwix (ZIM)")),
    (r"[^/]+_site\.zip", N_("All pages for a laptop (ZIP)")),
    (r"[^/]*event\.zip", N_("Everything for one event (ZIP)")),
    (r"kalkulator[^/]+\.xlsx", N_("The estimator for Excel")),
    (r"[^/]+\.xlsx", N_("A list of members to fill in (Excel)")),
    (r".*poster.*\.pdf", N_("Poster to print (PDF)")),
    (r".*flyer.*\.pdf", N_("Flyer to print (PDF)")),
    (r".*message.*\.txt", N_("Message to send (text)")),
    (r".*qr\.png", N_("QR code as a picture (PNG)")),
    (r".*qr\.svg", N_("QR code for a printing shop (SVG)")),
    (r"paper/booklet.*", N_("Booklet to print and fold (PDF)")),
    (r"paper/kit.*", N_("Material for facilitators (PDF)")),
    (r"paper/pass-on.*", N_("How to pass the guide on (PDF)")),
    (r"checklists/.*", N_("Papers and steps to print (PDF)")),
    (r"cards/.*", N_("Picture for a WhatsApp status (PNG)")),
    (r"audio/.*\.txt", N_("Text to read aloud")),
    (r"audio/.*\.mp3", N_("Recording, read by a machine (MP3)")),
    (r"audio/.*", N_("Recording, read by a machine")),
    (r"(BACA|README).*", N_("Read this first")),
)
"""Names of files, and what each is for people; of several the first."""
PLACES: tuple[tuple[str, str], ...] = (
    (r"occupations/([\w-]+?)(?:_\w+_\w+)?\.\w+", "pekerjaan/{}/"),
    (r"(?:cards|audio)/(?:pekerjaan-)?([a-z-]+)_\w+\.\w+", "pekerjaan/{}/"),
    (r"partners/([\w-]+)/.*", "mitra/{}/petugas/"),
    (r"regions/([\d.]+)/.*", "wilayah/{}/"),
    (r"programs/([\w-]+?)_.*", "program/{}/"),
    (r"checklists/([\w-]+?)_\w+\.pdf", "cara/{}/"),
)
"""Names of files that are about one record, and its page, which lists them."""
TOPICS = {
    **{"cost": "biaya/", "death": "musibah/meninggal/", "accident": "musibah/kecelakaan/"},
    **{"school": "cara/claim-scholarship/", "cheats": "waspada/", "home": ""},
    **{"musibah-kecelakaan": "musibah/kecelakaan/", "musibah-meninggal": "musibah/meninggal/"},
}
"""What a card or a text for everybody is about, where its name is not that of a page."""
GROUPS = (
    ("phone", r"[^/]+\.html|messages/.*|cards/.*|[^/]+\.epub|[^/]+\.zim|[^/]+\.xlsx"),
    ("wall", r"stand/.*|cetak_.*|paper/booklet.*"),
    ("event", r".*"),
)
"""Files for everybody by who needs them: of several the first."""
