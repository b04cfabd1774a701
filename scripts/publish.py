"""Put all hand-outs of dist/ below site/unduh/, with the pages that list them: whole, or not at all."""

import datetime
import os
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.cli import address_from, run_command, today_from
from guide.pages.downloads import pages_with_files
from guide.pages.templates import NOT_DRAWN
from guide.website.atomic_folder import begin, remove, swap, write_into
from guide.website.compress import pack
from guide.website.edition import edition, read_edition, write_edition
from guide.website.http_headers import write_headers
from guide.website.site_builder import handouts_of, open_unchecked

ROOT = Path(__file__).resolve().parents[1]
SITE, DIST = ROOT / "site", ROOT / "dist"
WORK = ROOT / ".build"
KEPT = None if os.environ.get("TWINS") == "no" else WORK / "packed"


def main() -> int:
    """Add the hand-outs to site/; return 1 with the reason on standard error if that fails."""
    began, today, address = time.monotonic(), today_from(os.environ), address_from(os.environ)
    wanted = edition(ROOT, today, address)
    for folder, command in ((SITE, "make site"), (DIST, "make bundle")):
        if read_edition(WORK, folder) != wanted:
            print(f"{folder.name}/ is not of this day and these facts: run `{command}` first", file=sys.stderr)
            return 1
    begin(SITE, WORK / "new")
    try:
        work = WORK / "new" / "site"
        shutil.copytree(SITE, work)
        count = _published(work, today, address)
        swap(work, SITE)
        write_edition(WORK, SITE, wanted)
    except NOT_DRAWN as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        remove(WORK / "new")
    print(f"site/unduh/: {count} files in {time.monotonic() - began:.1f} s")
    return 0


def _published(work: Path, today: datetime.date, address: str | None) -> int:
    """Place the hand-outs in a copy of the site and draw the pages anew that list any; return how many there are."""
    place, change = handouts_of(work), WORK / "new" / "change"
    renderer = open_unchecked(ROOT, "", today, address, DIST).renderer
    for language in renderer.site.languages.values():
        pages = pages_with_files(renderer.site.handouts, renderer.site.by_path)
        folder = f"{language.entry.folder}/" if language.entry.folder else ""
        write_into(change, ((f"{folder}{p.path}index.html", renderer.shell(p, language)) for p in pages))
    listed = [path for path in DIST.rglob("*") if path.is_file()]
    write_into(change / place.name, ((path.relative_to(DIST).as_posix(), path.read_bytes()) for path in listed))
    pack(change, KEPT)
    shutil.copytree(change, work, dirs_exist_ok=True)
    folders = [language.entry.folder for language in renderer.site.languages.values()]
    write_headers(work, folders)
    return len(listed)


if __name__ == "__main__":
    run_command(main)
