"""Archive for one event and one memory card: numbered names in the first language, and what is in it, said exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from guide.facts.diagnostics import N_
from guide.handouts.archive import archive, sums
from guide.handouts.context import HandoutContext
from guide.handouts.laptop import OTHERS, PAGE, WINDOWS, Group, laptop
from guide.i18n.language import Language
from guide.pages.downloads import described, size

NAME = "event.zip"
LARGEST = 5_000_000
"""Bytes of the event pack at most (issue 7: what thirty phones take over one cable)."""
GUIDE = "1_BUKA_panduan.html"
READ_FIRST = "BACA-DULU.txt"
_CARDS = (
    *(("accident", "kecelakaan"), ("death", "meninggal"), ("school", "uang-sekolah")),
    *(("cost", "iuran"), ("cheats", "penipuan")),
)
NAMES = (
    (r"[^/]+_{first}\.html", GUIDE),
    (r"cetak_{first}\.pdf", "2_cetak/1_cetak-semua.pdf"),
    (r"stand/poster-a3_{first}\.pdf", "2_cetak/2_poster-A3.pdf"),
    (r"stand/slides_{first}\.(pdf|html)", r"2_cetak/3_slide.\1"),
    (r"stand/quiz_{first}\.pdf", "2_cetak/4_kuis.pdf"),
    (r"stand/certificate_{first}\.pdf", "2_cetak/5_piagam-kuis.pdf"),
    (r"stand/quiz_{first}\.html", "3_kirim-WA/kuis-untuk-penyuluh.html"),
    (r"[^/]+_{first}\.epub", "3_kirim-WA/panduan-buku.epub"),
    (r"messages/message_{first}\.txt", "3_kirim-WA/pesan_semua-orang.txt"),
    (r"occupations/([\w-]+?)_message_{first}\.txt", r"3_kirim-WA/pesan_\1.txt"),
    *((rf"cards/{was}_{{first}}\.png", f"3_kirim-WA/gambar_{new}.png") for was, new in _CARDS),
    (r"cards/([\w-]+?)_{first}\.png", r"3_kirim-WA/gambar_\1.png"),
    (r"occupations/([\w-]+)\.html", r"3_kirim-WA/berkas_\1.html"),
    (r"audio/home_{first}\.txt", "4_dengar/teks_semua-orang.txt"),
    (r"audio/(?:pekerjaan-)?([\w-]+?)_{first}\.txt", r"4_dengar/teks_\1.txt"),
    (r"partners/([\w-]+)/\1_poster_{first}\.pdf", r"5_mitra/\1_poster.pdf"),
    (r"partners/([\w-]+)/\1_message_{first}\.txt", r"5_mitra/\1_pesan.txt"),
    (r"partners/([\w-]+)/\1\.html", r"5_mitra/\1_berkas.html"),
)
"""Names in dist/, `{first}` being the first language, and what they are called in the archive."""
OPTIONAL = (r"5_mitra/.*_berkas\.html", r"3_kirim-WA/berkas_.*", r"5_mitra/.*\.pdf")
"""What stays out where the archive would grow too large: the first of these, then the next. The notes say so."""
_HEADINGS = (
    (GUIDE, N_("The whole guide")),
    ("2_cetak/", N_("To print and to show")),
    ("3_kirim-WA/", N_("To send by WhatsApp")),
    ("4_dengar/", N_("To read aloud")),
    ("5_mitra/", N_("For partners")),
)


def notes(context: HandoutContext, made: Iterable[str]) -> dict[str, bytes]:
    """Return `BACA-DULU.txt` and `README.txt`: the contents, how to pass them on, how to prove them. `made`: names."""
    ends = {name.rpartition(".")[2] for name in made}
    return {
        language.gettext("README.txt"): context.text("readme.html", language, context.page(""), ends=ends).encode()
        for language in context.languages
    }


def pack(context: HandoutContext, files: Mapping[str, bytes]) -> tuple[str, bytes]:
    """Return name and bytes of the event pack, made of the files of dist/. Raises OSError where it stays too large."""
    language = context.languages[0]
    named = {renamed(name, language): name for name in sorted(files)}
    own = {name: files[was] for name, was in named.items() if name}
    for step in range(len(OPTIONAL) + 1):
        out = re.compile("|".join(OPTIONAL[:step]) or r"(?!)")
        kept = {name: body for name, body in own.items() if not out.fullmatch(name)}
        said = {name: _described(context, named[name], language) for name in kept}
        packed = archive(_completed(context, language, kept, said, len(own) - len(kept)))
        if len(packed) <= LARGEST:
            return NAME, packed
    over = f"{NAME} holds {len(packed):,} bytes without all that may stay out, and {LARGEST:,} are the most"
    raise OSError(f"{over}: make its pictures or the guide smaller (guide/handouts/event.py); dist/ stays as it was")


def renamed(name: str, language: Language) -> str:
    """Return what a file of dist/ is called in the archive; empty for one that is not in it."""
    for pattern, new in NAMES:
        match = re.fullmatch(pattern.replace("{first}", language.id), name)
        if match:
            return match.expand(new)
    return ""


def _described(context: HandoutContext, name: str, language: Language) -> str:
    """Return what a file of dist/ is, and of which work, partner or topic: `Message to send (text): Farmer`."""
    kind, path = described(name, context.renderer.site.by_path, language)
    return kind if path is None else f"{kind}: {context.renderer.title(context.page(path), language)}"


def _completed(
    context: HandoutContext, language: Language, kept: dict[str, bytes], said: Mapping[str, str], without: int
) -> dict[str, bytes]:
    """Return the files with the page of the laptop, its starters, the notes and the sums."""
    groups = [(language.gettext(heading), _listed(start, said)) for start, heading in _HEADINGS]
    groups = [(heading, listed) for heading, listed in groups if listed]
    files = {
        **kept,
        **laptop(context, language, GUIDE, [(head, _on_phones(listed)) for head, listed in groups[1:4]], kept),
    }
    starters = [
        (PAGE, language.gettext(N_("the page that the laptop shows to phones"))),
        (WINDOWS, language.gettext(N_("starts it on Windows"))),
        (OTHERS, language.gettext(N_("starts it on Linux and Mac"))),
    ]
    own = [*starters, ("SHA256SUMS", language.gettext(N_("proves that no file was changed")))]
    listing: list[Group] = [*groups, (language.gettext(N_("For the laptop")), own)]
    text = context.text(
        "event.html", language, context.page(""), groups=listing, without=without, most=size(LARGEST, language)
    )
    files[READ_FIRST] = text.replace("\n", "\r\n").encode()
    return {**files, "SHA256SUMS": sums(files)}


def _on_phones(listed: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """Return what the page of the laptop offers: files that open on a phone, and what is printed; no texts to send."""
    kept = [(name, words) for name, words in listed if name.endswith((".html", ".pdf"))]
    return [(name, words.partition(": ")[2] or words) for name, words in kept]


def _listed(start: str, said: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    return [(name, words) for name, words in said.items() if name.startswith(start)]


def record(context: HandoutContext) -> str:
    """Return the lines to add to data/releases.yml, or those that stand there already, for `make bundle` to print."""
    code = context.renderer.site.facts.digest[:6]
    known = context.renderer.site.facts.by_id["releases"].get(code)
    if known:
        return f"data/releases.yml: copy {code} was issued on {known.as_of}"
    texts = ", ".join(f'{language.id}: "…"' for language in context.languages)
    lines = (f'- id: "{code}"', f"  as_of: {context.day}", "  changes:", f"    - {{{texts}}}")
    return "\n".join(["to hand these files out, add to data/releases.yml what changed:", *lines])
