"""Build both languages side by side into site/: whole, or not at all."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.load import load, read
from guide.mistakes import DataError
from guide.serving import finish
from guide.swap import begin, swap

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "site"
WORK = ROOT / ".build"


def main() -> int:
    began = time.monotonic()
    work = WORK / "new"
    try:
        begin(SITE, work)
        languages = load(read(ROOT / "data")).site.languages
        print(f"building {', '.join(language.name for language in languages)} …", flush=True)
        for failed in _build(languages, work):
            print(failed, file=sys.stderr)
            return 1
        for language in languages:
            if language.folder:
                (work / language.id).rename(work / languages[0].id / language.folder)
        finish(work / languages[0].id, [language.folder for language in languages])
        swap(work / languages[0].id, SITE)
    except (DataError, BlockingIOError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(work, ignore_errors=True)
    pages = sum(1 for _ in SITE.rglob("*.html"))
    print(f"site/: {pages} pages in {time.monotonic() - began:.1f} s")
    return 0


def _build(languages, work):
    """Run one MkDocs for each language at the same time; yields what the failed ones said."""
    running = []
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    for language in languages:
        config = ROOT / ("mkdocs.yml" if not language.folder else f"mkdocs.{language.id}.yml")
        command = [sys.executable, "-m", "mkdocs", "-q", "build", "--strict", "-f", config, "-d", work / language.id]
        running.append(
            subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )
        )
    for process in running:
        said, _ = process.communicate()
        if process.returncode:
            yield said
            return


if __name__ == "__main__":
    sys.exit(main())
