"""The built site as files to carry: an archive for a laptop, and for Kiwix a ZIM of each language."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from guide.assets.images import drawn
from guide.assets.previous_build import older
from guide.facts.diagnostics import N_
from guide.handouts.archive import archive, for_a_laptop
from guide.handouts.context import HandoutContext
from guide.handouts.target import Item
from guide.i18n.language import Language
from guide.pages.social_images import FOLDER

LIBRARY = "libzim"
"""The package that makes a ZIM (requirements-zim.txt)."""
_EXCLUDED = re.compile(r"(unduh|m|sematan)/|404\.html$")
"""Below a language's home, pages of no use in a ZIM: other hand-outs, short addresses, frames for sites of others."""
_ASKED = re.compile(r'\s(?:src|data-[\w-]+)="([^"#?:]+)"')
"""What a page asks for by itself."""
_LINK = re.compile(r'<(a|link)\b[^>]*?\shref="([^":#]+)(#[^"]*)?"[^>]*>')
"""An element that leads elsewhere on the site."""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
"""The policy of a page, under which readers of ZIM could not draw the bar that they put above each."""
_WORKER = re.compile(r"(^|/)register-\w+\.js$")
"""What asks a browser to keep pages, which a reader of ZIM need not do again."""
_ABOUT = N_("BPJS Ketenagakerjaan for workers in NTT. A guide by citizens, not official.")
_ICON = "drawings/icon.svg"


def site_copies(context: HandoutContext) -> Iterator[Item]:
    """Yield the archive, and the ZIM of each language where what makes one is installed."""
    yield laptop_zip(context)
    for language in context.languages if find_spec(LIBRARY) else ():
        name = f"paham-jamsostek_{context.day}_{language.id}.zim"
        yield Item("zim", name, partial(_for_kiwix, context, language))


def laptop_zip(context: HandoutContext) -> Item:
    """Return the built site as one archive. Raises FileNotFoundError if there is none."""
    return Item("site", f"paham-jamsostek_{context.day}_site.zip", lambda: archive(for_a_laptop(_built(context))))


def _opens(path: Path) -> bool:
    """Return whether a file of the site is of use on a laptop: no server files, no pictures for shared addresses."""
    return path.suffix not in (".br", ".gz") and path.name[0] != "_" and f"{path.parent.name}/" != FOLDER


def _built(context: HandoutContext) -> dict[str, bytes]:
    left = older(context.site)
    paths = {p.relative_to(context.site).as_posix(): p for p in context.site.rglob("*") if p.is_file() and _opens(p)}
    files = {name: path.read_bytes() for name, path in paths.items() if name not in left}
    if context.renderer.site.facts.digest[:6].encode() not in files.get("index.html", b""):
        raise FileNotFoundError("site/ is not of these facts: run `make site` first")
    if any(name.endswith("_site.zip") for name in files):
        raise FileNotFoundError("site/ holds all hand-outs already: run `make site` first")
    return files


def _for_kiwix(context: HandoutContext, language: Language) -> bytes:
    from guide.handouts.zim import ICON, INDEX, zim  # libzim may be missing

    files = in_language(context, language, _built(context))
    name, home = context.renderer.site.facts.site.name, f"{language.entry.folder}/".lstrip("/")
    about = {
        "Name": f"paham-jamsostek_{language.id}",
        "Title": name,
        "Language": language.three_letters,
        "Creator": name,
        "Publisher": context.renderer.site.facts.site.operator or name,
        "Date": context.day,
        "Description": language.gettext(_ABOUT),
    }
    side = f'width="{ICON}" height="{ICON}"'
    svg = re.sub(r'width="\d+" height="\d+"', side, context.renderer.templates.text(_ICON), count=1)
    return zim(files, f"{home}{INDEX}", about, drawn(svg, context.site.parent / ".build" / "pictures"))


def in_language(context: HandoutContext, language: Language, site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the pages of one language with what they ask for; links to all else lead to the public address."""
    home = f"{language.entry.folder}/".lstrip("/")
    others = tuple(f"{other.entry.folder}/" for other in context.languages if other.entry.folder and other != language)
    inside = [name for name in site if name.endswith(".html") and name.startswith(home) and not name.startswith(others)]
    pages = {name: site[name] for name in inside if not _EXCLUDED.match(name.removeprefix(home))}
    texts = {name: body.decode() for name, body in for_a_laptop(pages).items()}
    needed = {_led(name, href) for name, text in texts.items() for href in _ASKED.findall(text)}
    beside = {name: b"" if _WORKER.search(name) else site[name] for name in needed & site.keys() - texts.keys()}
    address = context.renderer.site.absolute("", context.languages[0])

    def link(found: re.Match[str], page: str) -> str:
        there = _led(page, found[2])
        if there in texts or there in beside:
            return found[0]
        if found[1] == "link" or not address:
            return "<a>" if found[1] == "a" else ""
        return found[0].replace(f'"{found[2]}', f'"{address}{there.removesuffix("index.html")}', 1)

    led = {page: _LINK.sub(partial(link, page=page), _POLICY.sub("", text)).encode() for page, text in texts.items()}
    return {**led, **beside}


def _led(page: str, href: str) -> str:
    """Return the file that a page leads to by a relative address."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), href))
