"""Make the hand-outs in dist/: whole, or not at all. ONLY=partner/obor-mas makes one part anew.

`--ready`: only say what stands in the way, before the site is built.
"""

import os
import sys
import time
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.assets.qr_codes import CodeTooLong
from guide.cli import address_from, run_command, today_from
from guide.handouts.archive import sums
from guide.handouts.audio import missing
from guide.handouts.context import HandoutContext
from guide.handouts.event import notes, pack, record
from guide.handouts.plan import plan
from guide.handouts.printer import opened
from guide.handouts.readiness import obstacles
from guide.handouts.site_copies import LIBRARY, site_copies
from guide.handouts.target import chosen
from guide.pages.templates import NOT_DRAWN
from guide.website.atomic_folder import begin, remove, swap, write_into
from guide.website.edition import edition, read_edition, write_edition
from guide.website.site_builder import handouts_of, open_site_builder

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
WORK = ROOT / ".build" / "dist"
PART = " in part"
"""Behind the edition of a dist/ that does not hold all hand-outs."""


def main() -> int:
    """Make the hand-outs into dist/; return 1 with the reason on standard error if that fails."""
    began, only = time.monotonic(), os.environ.get("ONLY", "").strip("/")
    today, address = today_from(os.environ), address_from(os.environ)
    begin(DIST, WORK)
    try:
        builder = open_site_builder(ROOT, "", today, address)
        wanted = edition(ROOT, today, address)
        with opened() as printer:
            context = HandoutContext(builder.renderer, printer, ROOT / "site")
            items = chosen([*plan(context), *site_copies(context)], only)
            _refuse(context, items, only, wanted)
            if "--ready" in sys.argv:
                return 0
            ready = handouts_of(context.site) if read_edition(WORK.parent, ROOT / "site") == wanted else None
            files, recorded = _made(context, items, only, ready), record(context)
        write_into(WORK, files.items())
        whole = not only or read_edition(WORK.parent, DIST) == wanted
        write_edition(WORK.parent, WORK, wanted if whole else f"{wanted}{PART}")
        swap(WORK, DIST)
    except (*NOT_DRAWN, CodeTooLong) as error:
        print(error.args[0] if isinstance(error, LookupError) else error, file=sys.stderr)
        return 1
    finally:
        remove(WORK)
    size = sum(map(len, files.values()))
    print(recorded)
    print(f"dist/: {len(files)} files, {size / 1e6:.1f} MB in {time.monotonic() - began:.1f} s")
    return 0


def _refuse(context, items, only, wanted):
    """Raise SystemExit with the first reason why these items cannot be made, or must not."""
    for obstacle in obstacles(context.renderer.site.facts, items, ROOT):
        raise SystemExit(obstacle)
    held = read_edition(WORK.parent, DIST).removesuffix(PART)
    if only and any(DIST.rglob("*")) and held != wanted:
        raise SystemExit(
            "dist/ holds hand-outs of another day, address or facts, and one dist/ is one edition: "
            "run `make bundle` without ONLY, or take dist/ away first"
        )


def _made(context, items, only, ready):
    """Return every file by its name. With `only`, the others stay as they are in dist/.

    `ready`: the folder of files that the site was built with, which are taken as they are.
    """
    files = {p.relative_to(DIST).as_posix(): p.read_bytes() for p in DIST.rglob("*") if only and p.is_file()}
    for command in missing():
        package = {"opusenc": "opus-tools"}.get(command, command)
        print(f"recordings in audio/ are left out, all or of one kind: {command} is missing (apt install {package})")
    if not find_spec(LIBRARY):
        print(f"the guide for Kiwix (ZIM) is left out: {LIBRARY} is missing (pip install -r requirements-zim.txt)")
    for number, item in enumerate(items, 1):
        if sys.stdout.isatty() or number % 20 == 1:
            print(f"{number} of {len(items)}: {item.name}", flush=True)
        made = ready / item.name if ready else None
        files[item.name] = made.read_bytes() if made and made.is_file() else item.make()
    if not only:
        files |= notes(context, files)
        files |= [pack(context, files)]
    files.pop("SHA256SUMS", None)
    return {**files, "SHA256SUMS": sums(files)}


if __name__ == "__main__":
    run_command(main)
