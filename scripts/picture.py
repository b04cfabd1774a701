"""Draw the picture of the site in README.md anew: three screens of a phone, side by side."""

import base64
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.assets.images import small
from guide.cli import run_command
from guide.handouts.printer import opened

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / ".github" / "site.png"
SCREENS = ("index.html", "pekerjaan/nelayan/index.html", "hitung/index.html#segment=bpu&income=1000000&event=death")
WIDTH, HEIGHT, EDGE = 360, 640, 24
"""Of a screen and of what is around it, in pixels."""
MOST = 60_000
"""How many bytes the picture may weigh: it is part of every checkout."""
PAGE = """<style>body{{margin:0;padding:{edge}px;display:flex;gap:{edge}px;background:#ece4d6}}
img{{border-radius:16px}}</style>{images}"""


def main() -> int:
    """Write the picture; return 1 where it would weigh too much."""
    with opened() as printer:
        screens = [printer.screen(f"{(ROOT / 'site').as_uri()}/{path}", WIDTH, HEIGHT) for path in SCREENS]
        images = "".join(f'<img src="data:image/png;base64,{base64.b64encode(one).decode()}">' for one in screens)
        width = len(screens) * (WIDTH + EDGE) + EDGE
        picture = small(printer.picture(PAGE.format(edge=EDGE, images=images), width, HEIGHT + 2 * EDGE))
    if len(picture) > MOST:
        print(f"the picture would weigh {len(picture)} of {MOST} bytes", file=sys.stderr)
        return 1
    PICTURE.write_bytes(picture)
    print(f"{PICTURE.relative_to(ROOT)}: {len(picture)} bytes")
    return 0


if __name__ == "__main__":
    run_command(main)
