"""Build both languages side by side into site/: whole, or not at all."""

import gc
import multiprocessing
import os
import runpy
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.address import address_from
from guide.clock import today_from
from guide.mistakes import DataError
from guide.serving import pack, write_headers
from guide.studio import open_studio
from guide.swap import begin, swap
from guide.terminal import run_command

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "site"
WORK = ROOT / ".build"
FORK = multiprocessing.get_context("fork")


def main() -> int:
    gc.disable()  # a build ends before there is much to sweep
    began = time.monotonic()
    today, address, work = today_from(os.environ), address_from(os.environ), WORK / "new"
    try:
        begin(SITE, work)
    except BlockingIOError as error:  # what stands in `work` is the other build's
        print(error, file=sys.stderr)
        return 1
    try:
        languages = open_studio(ROOT, "", today, address).site.languages
        print(f"building {', '.join(language.name for language in languages)} …", flush=True)
        styles = FORK.SimpleQueue()
        for failed in _build(languages, work, styles):
            print(failed, file=sys.stderr)
            return 1
        for language in languages:
            if language.folder:
                (work / language.id).rename(work / languages[0].id / language.folder)
        used = set().union(*(styles.get() for _ in languages))
        write_headers(work / languages[0].id, [language.folder for language in languages], used)
        swap(work / languages[0].id, SITE)
    except (DataError, LookupError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(work, ignore_errors=True)
    pages = sum(1 for _ in SITE.rglob("*.html"))
    print(f"site/: {pages} pages in {time.monotonic() - began:.1f} s")
    return 0


def _build(languages, work, styles):
    """A process for each language at the same time, from the facts already read; yields what the failed ones said."""
    running = {}
    for language in languages:
        log = work / f"{language.id}.log"
        running[language.id] = log, FORK.Process(target=_finished, args=(language, work / language.id, log, styles))
    for _, process in running.values():
        process.start()
    for log, process in running.values():
        process.join()
        if process.exitcode:
            yield log.read_text("utf-8")
            return


def _finished(language, target, log, styles):
    """One language, ready for a server; what is said on the way goes into the file `log`, its styles' sources back."""
    with log.open("w") as said:
        os.dup2(said.fileno(), sys.stdout.fileno())
        os.dup2(said.fileno(), sys.stderr.fileno())
    try:
        _mkdocs(language, target)
    except SystemExit as end:
        if end.code:
            raise
    styles.put(pack(target, None if os.environ.get("TWINS") == "no" else WORK / "packed"))


def _mkdocs(language, target):
    """What `mkdocs build` does; it ends with SystemExit."""
    config = ROOT / ("mkdocs.yml" if not language.folder else f"mkdocs.{language.id}.yml")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    sys.argv = ["mkdocs", "-q", "build", "--strict", "-f", str(config), "-d", str(target)]
    runpy.run_module("mkdocs", run_name="__main__")


if __name__ == "__main__":
    run_command(main)
