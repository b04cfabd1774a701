"""Headers of every answer, and the file `_headers` for hosts that read one.

hosting/nginx.conf and hosting/Caddyfile say the same as `headers`; tests/website/test_serving.py holds them to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guide.assets.previous_build import HASHED
from guide.assets.security_policy import policy
from guide.pages.downloads import FOLDER, SUMS

FRAMED = "sematan/"
"""The only pages, in every language, that other sites may show inside their own."""
OPEN, ANYONE = "api/", {"Access-Control-Allow-Origin": "*"}
"""Open data, which pages of other sites may read."""
SAVED, SAVE = FOLDER, {"Content-Disposition": "attachment"}
"""Hand-outs, which a browser saves instead of showing them; the page that lists them and the sums are shown."""
SHORT, LONG = "public, max-age=600", "public, max-age=31536000, immutable"


def headers(security: str) -> dict[str, str]:
    """Return the headers of every answer, with that content-security policy."""
    return {
        "Content-Security-Policy": security,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Strict-Transport-Security": "max-age=31536000",
    }


def write_headers(site: Path, folders: Iterable[str]) -> None:
    """Write `_headers`. `folders`: of each language, "" for the root."""
    (site / "_headers").write_text(_headers(site, sorted(folders)), "utf-8")


def _headers(site: Path, folders: list[str]) -> str:
    """Return the file `_headers` of Netlify and Cloudflare Pages, which add up the rules that fit an address."""
    framed = any((site / folder / FRAMED).exists() for folder in folders)
    rules = {"/*": headers(policy(frames="" if framed else "'none'"))}
    if framed:
        rules |= {path: {"Content-Security-Policy": "frame-ancestors 'none'"} for path in _own(site, folders)}
    rules[f"/{OPEN}*"] = rules.get(f"/{OPEN}*", {}) | ANYONE
    for path in sorted(site.rglob("*")):
        if HASHED.search(path.name):
            rules[f"/{path.relative_to(site).as_posix()}"] = {"Cache-Control": LONG}
    rules |= dict.fromkeys(_saved(site), SAVE)
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in found.items()) for path, found in rules.items()
    )


def _saved(site: Path) -> Iterable[str]:
    """Return addresses that together are every hand-out: one rule a folder."""
    for path in sorted((site / SAVED).iterdir()) if (site / SAVED).is_dir() else ():
        if path.name not in ("index.html", SUMS) and path.suffix not in (".br", ".gz"):
            yield f"/{SAVED}{path.name}" + ("/*" if path.is_dir() else "")


def _own(site: Path, folders: list[str]) -> Iterable[str]:
    """Return addresses that together are every page but the framed ones: one rule for all that begin alike."""
    passed = (FRAMED, *(f"{folder}/" for folder in folders if folder))
    for folder in folders:
        base = f"/{folder}/" if folder else "/"
        yield base
        names = (f"{path.name}/" for path in sorted((site / folder).iterdir()) if path.is_dir())
        yield from dict.fromkeys(f"{base}{_beginning(name, passed)}*" for name in names if name not in passed)


def _beginning(name: str, passed: Iterable[str]) -> str:
    """Return the fewest letters with which a name begins and none of those that are passed over."""
    lengths = range(1, len(name))
    return next((name[:n] for n in lengths if not any(other.startswith(name[:n]) for other in passed)), name)
