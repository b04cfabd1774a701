"""What pages look like on a small phone: pictures, heights, the foot, sources, prices said twice, buttons."""

from __future__ import annotations

import os
import re
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import fontpkg
from bench import line
from bench_page import indonesian
from looking import UNPICTURED, Look, chromium, every_page

FONTS = """<?xml version="1.0"?><fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>sans-serif</family><prefer><family>Roboto</family></prefer></alias></fontconfig>"""
"""Pages in the font of phones."""
TALL = 6500
"""Pixels above which a page is too long."""
LONG = re.compile(r"data-terbuka/|kesehatan-data/|istilah/|hukum/|tanya/|perubahan/|data/|semua/|komponen/")
"""Pages that are looked through, not read: their height has no goal."""
LOOK = """() => {
  const all = (which, within) => [...(within || document).querySelectorAll(which)];
  const main = document.querySelector("main");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let untapped = 0;
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (/(^|[^\\d.,])175(?![.,]?\\d)/.test(walker.currentNode.data) && holder.checkVisibility()
      && !holder.closest("a, button, svg, h3, pre")) untapped++;
  }
  return {
    height: document.documentElement.scrollHeight,
    pictures: all("svg, img, progress, meter", main).length,
    foot: Math.max(0, ...all(".foot").map(one => one.getBoundingClientRect().height)),
    sources: all("#asal").map(one => 100 * one.outerHTML.length / document.documentElement.outerHTML.length)[0] || 0,
    listed: Math.max(0, ...all("#asal").map(one => one.getBoundingClientRect().height)),
    untapped,
    twice: (main.innerText.match(/\\(sampai [^()]*, (lalu|kemudian) Rp/g) || []).length,
    jumps: all("a.go:not(.call)", main).filter(one => one.getAttribute("href").startsWith("#")).length,
  };
}"""
STATES = (":active", ":hover", ":visited", ":focus-visible")


def seen(built: Path) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield each Indonesian page, by its path, with what is measured on it."""
    with chromium() as browser:
        look = Look(browser, built, every_page(built))
        for file in look.files:
            yield file.removesuffix("index.html"), look.open(file).evaluate(LOOK)


def tables() -> None:
    """The table "Measured" of the brief: every Indonesian page at 360 by 640, as it opens."""
    with tempfile.TemporaryDirectory() as folder:
        built = indonesian(f"{folder}/site")
        fonts = Path(folder, "fonts.conf")
        fonts.write_text(FONTS.format(fonts=fontpkg.path("Roboto").parent, cache=f"{folder}/cache"), "utf-8")
        os.environ["FONTCONFIG_FILE"] = str(fonts)
        pages = dict(seen(built))
        home = (built / "index.html").read_text("utf-8")
    heights = {path: found["height"] for path, found in pages.items()}
    tall = {path: height for path, height in heights.items() if height > TALL and not LONG.match(path)}
    bare = [path for path, found in pages.items() if not (found["pictures"] or UNPICTURED.match(path))]
    line("pages", len(pages))
    line("pages without a picture, but laws, months, staff (goal 0)", len(bare))
    for path in bare:
        line(f"  /{path}", 0)
    line("height: median (goal 2,600)", f"{statistics.median(heights.values()):.0f}", "px")
    line("height: home (goal 4,000)", heights[""], "px")
    line(f"pages above {TALL:,} px, but glossary, laws, questions (goal 0)", len(tall))
    for path, height in sorted(tall.items(), key=lambda item: -item[1]):
        line(f"  /{path}", height, "px")
    for name, what, unit in (
        ("foot: highest (goal 480)", "foot", "px"),
        ("sources as they open: highest", "listed", "px"),
        ("sources: largest share of a page's bytes", "sources", "%"),
        ("175 that cannot be tapped (goal 0): most on a page", "untapped", ""),
        ("'(sampai …, lalu Rp…)' (goal 2): most on a page", "twice", ""),
        ("large buttons that only jump down (goal 0): most on a page", "jumps", ""),
    ):
        most = max(pages, key=lambda path: pages[path][what])
        line(name, f"{pages[most][what]:.0f}", f"{unit} /{most}".strip())
    for state in STATES:
        line(f"{state} in the style of a page", len(re.findall(state + r"(?![\w-])", home)))
