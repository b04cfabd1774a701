"""Build both languages side by side into site/: whole, or not at all."""

import gc
import multiprocessing
import os
import runpy
import sys
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.cli import address_from
from guide.cli import today_from
from guide.facts.diagnostics import DataError
from guide.website.compress import pack
from guide.website.http_headers import write_headers
from guide.website.site_builder import languages_of, open_site_builder
from guide.website.atomic_folder import begin, move_into, remove, swap, write_into
from guide.cli import run_command

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
    begin(SITE, work)
    running = {}
    try:
        languages = languages_of(ROOT)
        print(f"building {', '.join(language.name for language in languages)} …", flush=True)
        styles = FORK.SimpleQueue()
        running = _started(languages, work, styles)
        used = _once(open_site_builder(ROOT, "", today, address), work / "once")
        for log, process in running.values():
            process.join()
            if process.exitcode:
                print(_said(log) or _ended(process.exitcode), file=sys.stderr)
                return 1
        first, *others = languages
        for language in others:
            (work / language.id).rename(work / first.id / language.folder)
        move_into(work / first.id, work / "once")
        write_headers(
            work / first.id, [language.folder for language in languages], used.union(*(styles.get() for _ in languages))
        )
        swap(work / first.id, SITE)
    except (DataError, LookupError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        for _, process in running.values():
            process.kill()
            process.join()
        remove(work)
    pages = sum(1 for _ in SITE.rglob("*.html"))
    print(f"site/: {pages} pages in {time.monotonic() - began:.1f} s")
    return 0


def _started(languages, work, styles):
    """Start a process for each language, all at once, from the facts already read; return each with its log."""
    running = {}
    for language in languages:
        log = os.memfd_create(language.id)  # a file in memory: the disk may be full
        running[language.id] = log, FORK.Process(target=_finished, args=(language, work / language.id, log, styles))
    for _, process in running.values():
        process.start()
    return running


def _finished(language, target, log, styles):
    """Build one language, ready for a server, with its output in `log`; put the sources of its styles on `styles`."""
    os.dup2(log, sys.stdout.fileno())
    os.dup2(log, sys.stderr.fileno())
    run_command(partial(_packed, language, target, styles))


def _packed(language, target, styles):
    try:
        _mkdocs(language, target)
    except SystemExit as end:
        if end.code:
            raise
    styles.put(pack(target, KEPT))
    return 0


def _said(log):
    return os.pread(log, 1_000_000, 0).decode("utf-8", "replace").strip()


def _ended(code):
    """Say how a process ended that said nothing itself."""
    return f"the system ended the build (signal {-code}): is there too little memory?" if code < 0 else f"exit {code}"


def _mkdocs(language, target):
    """Run `mkdocs build` in this process. Raises SystemExit at its end."""
    config = ROOT / ("mkdocs.yml" if not language.folder else f"mkdocs.{language.id}.yml")
    os.environ |= {"NO_MKDOCS_2_WARNING": "1"}
    sys.argv = ["mkdocs", "-q", "build", "--strict", "-f", str(config), "-d", str(target)]
    runpy.run_module("mkdocs", run_name="__main__")


def _once(builder, target):
    """Write the files that stand once, while the pages are drawn; return the sources of their styles."""
    write_into(target, builder.once())
    return pack(target, KEPT)


if __name__ == "__main__":
    run_command(main)
