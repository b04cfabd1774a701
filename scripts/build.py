"""Build both languages side by side into site/: whole, or not at all. `--unless-built`: not a second time."""

import gc
import multiprocessing
import os
import runpy
import sys
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.assets.previous_build import carry
from guide.cli import address_from, run_command, today_from
from guide.handouts.archive import sums
from guide.handouts.phone_files import phone_files
from guide.pages.downloads import SUMS
from guide.pages.templates import NOT_DRAWN
from guide.website.atomic_folder import begin, move_into, remove, swap, write_into
from guide.website.compress import pack
from guide.website.edition import edition, is_built, write_edition
from guide.website.http_headers import write_headers
from guide.website.offline_pages import workers
from guide.website.site_builder import PAGES, handouts_of, languages_of, open_site_builder, open_unchecked

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "site"
WORK = ROOT / ".build"
KEPT = None if os.environ.get("TWINS") == "no" else WORK / "packed"
"""Where compressed files wait for the next build; None: the host compresses by itself."""
FORK = multiprocessing.get_context("fork")


def main() -> int:
    """Build the site into site/; return 1 with the reason on standard error if that fails."""
    gc.disable()  # a build ends before there is much to sweep
    began = time.monotonic()
    today, address, work = today_from(os.environ), address_from(os.environ), WORK / "new"
    wanted = edition(ROOT, today, address)  # of the files as they are before anything is built from them
    if "--unless-built" in sys.argv and is_built(SITE, WORK, wanted):
        return print("site/ is built already") or 0
    begin(SITE, work)
    running: dict = {}
    try:
        languages = languages_of(ROOT)
        print(f"building {', '.join(language.name for language in languages)} …", flush=True)
        running |= _started({f"guides {share}": partial(_guides, share, work, today, address) for share in (0, 1)})
        builder = open_site_builder(ROOT, "", today, address)
        _once(builder, work / "once")
        if not _ended_well(running):
            return 1
        running |= _started({one.id: partial(_packed, one, work / one.id, today) for one in languages})
        _proved(handouts_of(work / "guides"))
        pack(work / "guides", KEPT)
        if not _ended_well(running):
            return 1
        _joined(work, builder, languages)
        write_edition(WORK, SITE, wanted)
    except NOT_DRAWN as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        for _, process in running.values():
            process.kill()
            process.join()
        remove(work)
    pages = sum(1 for path in SITE.rglob("*.html") if path.name in PAGES)
    print(f"site/: {pages} pages in {time.monotonic() - began:.1f} s")
    return 0


def _started(jobs):
    """Start a process for each job, all at once, from the facts already read; return each with its log."""
    running = {}
    for name, job in jobs.items():
        log = os.memfd_create(name)  # a file in memory: the disk may be full
        running[name] = log, FORK.Process(target=_logged, args=(job, log))
    for _, process in running.values():
        process.start()
    return running


def _logged(job, log):
    """Run a job with its output in `log`."""
    os.dup2(log, sys.stdout.fileno())
    os.dup2(log, sys.stderr.fileno())
    run_command(job)


def _ended_well(running):
    """Wait until all have ended; return False, with the reason on standard error, if one failed."""
    for log, process in running.values():
        process.join()
        if process.exitcode:
            text = os.pread(log, 1_000_000, 0).decode("utf-8", "replace").strip()
            print(text or _ended(process.exitcode), file=sys.stderr)
            return False
    return True


def _guides(share, work, today, address):
    """Make one of two shares of the files for phones, which pages offer with their size."""
    builder = open_unchecked(ROOT, "", today, address)
    items = phone_files(builder.renderer)[share]
    write_into(handouts_of(work / "guides"), ((item.name, item.make()) for item in items))
    return 0


def _proved(folder):
    """Write the sums of the hand-outs in a folder beside them."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    write_into(folder, {SUMS: sums(files)}.items())


def _kept(work, site, builder, languages):
    """Add the worker of each language, which keeps pages on the phone: its list is of the pages that were built."""
    homes = {one.folder: site / one.folder for one in languages}
    write_into(work, workers(homes, builder.renderer.templates.text, on=builder.site.offline))
    pack(work, KEPT)
    move_into(site, work)


def _joined(work, builder, languages):
    """Put what was built together, in the place of site/; scripts of the site before live one build longer."""
    first, *others = languages
    for language in others:
        (work / language.id).rename(work / first.id / language.folder)
    for tree in ("once", "guides"):
        move_into(work / first.id, work / tree)
    _kept(work / "offline", work / first.id, builder, languages)
    write_headers(work / first.id, [language.folder for language in languages])
    carry(SITE, work / first.id)
    swap(work / first.id, SITE)


def _packed(language, target, today):
    """Build one language, ready for a server."""
    try:
        _mkdocs(language, target, today)
    except SystemExit as end:
        if end.code:
            raise
    pack(target, KEPT)
    return 0


def _ended(code):
    """Say how a process ended that said nothing itself."""
    return f"the system ended the build (signal {-code}): is there too little memory?" if code < 0 else f"exit {code}"


def _mkdocs(language, target, today):
    """Run `mkdocs build` in this process, for the day that the build began on. Raises SystemExit at its end."""
    config = ROOT / ("mkdocs.yml" if not language.folder else f"mkdocs.{language.id}.yml")
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", "AS_OF": today.isoformat()}
    sys.argv = ["mkdocs", "-q", "build", "--strict", "-f", str(config), "-d", str(target)]
    runpy.run_module("mkdocs", run_name="__main__")


def _once(builder, target):
    """Write the files that stand once, while the pages are drawn."""
    write_into(target, builder.once())
    pack(target, KEPT)


if __name__ == "__main__":
    run_command(main)
