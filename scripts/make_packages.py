"""Make a Python wheel and an npm tarball in dist/packages/, for programmers. NUMBER=1: the second ones of a day."""

import importlib.util
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.cli import address_from, run_command, today_from
from guide.packages.tarball import tarball
from guide.packages.wheel import BACKEND, wheel
from guide.website.atomic_folder import begin, remove, swap, write_into
from guide.website.site_builder import open_site_builder

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "dist" / "packages"
WORK = ROOT / ".build" / "packages"


def main() -> int:
    """Write both packages; return the exit code. They are uploaded nowhere."""
    number = os.environ.get("NUMBER", "0")
    if not number.isdecimal():
        raise SystemExit(f"NUMBER: write a whole number from 0, not {number}")
    if importlib.util.find_spec(BACKEND) is None:
        raise SystemExit(f"{BACKEND} is missing, which builds the wheel: `make packages` installs it")
    begin(TARGET, WORK)
    try:
        renderer = open_site_builder(ROOT, "", today_from(os.environ), address_from(os.environ)).renderer
        told = (ROOT / "LICENSE").read_text("utf-8"), int(number)
        files = dict([wheel(renderer.site, *told, WORK / "wheel"), tarball(renderer, *told)])
        write_into(WORK / "new", files.items())
        TARGET.parent.mkdir(exist_ok=True)
        swap(WORK / "new", TARGET)
    finally:
        remove(WORK)
    for name, content in files.items():
        print(f"dist/packages/{name}: {len(content) / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    run_command(main)
