"""Every page as plain Markdown for another builder: `export.py FOLDER` writes FOLDER/<language>/ (docs/, mkdocs.yml).

What mkdocs_hooks.py hands to MkDocs stands there in files: an article as one block of HTML that nobody parses, what is
around it in the page's head, and overrides/main.html as the theme.
"""

import json
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.cli import address_from
from guide.cli import today_from
from guide.facts.load import load, read
from guide.website.site_builder import SiteBuilder, open_site_builder
from guide.website.atomic_folder import write_into
from guide.cli import run_command

ROOT = Path(__file__).resolve().parents[1]
CONFIG = """site_name: {name}
site_url: {address}
use_directory_urls: true
plugins: []
theme: {{name: null, custom_dir: theme}}
extra: {{tag: {tag}}}
"""


def main() -> int:
    """Write the pages of every language as Markdown; return the exit code."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = Path(sys.argv[1])
    for language in load(read(ROOT / "data")).site.languages:
        builder = open_site_builder(ROOT, language.id, today_from(os.environ), address_from(os.environ))
        _write(builder, folder / language.id)
        print(f"{folder / language.id}: {len(builder.pages)} pages")
    return 0


def _write(builder: SiteBuilder, folder: Path) -> None:
    files: dict[str, str | bytes]
    files = {f"docs/{page.path}index.md": _page(builder, page.path) for page in builder.pages}
    files |= {f"docs/{path}": content for path, content in builder.extras()}
    if not builder.language.entry.folder:
        files |= {f"docs/{path}": content for path, content in builder.once()}
    address = builder.address or "http://localhost/"
    files["mkdocs.yml"] = CONFIG.format(name=builder.site.name, address=address, tag=builder.language.entry.tag)
    files["theme/main.html"] = (ROOT / "overrides" / "main.html").read_text("utf-8").replace("frame.", "page.meta.")
    write_into(folder, files.items())


def _page(builder: SiteBuilder, path: str) -> str:
    """Return the head and the article of a page, without the blank lines that would end a block of HTML."""
    head = json.dumps({"title": builder.title(path), **builder.frame(path)}, ensure_ascii=False)
    article = re.sub(r"\n\s*\n", "\n", builder.draw(path)).strip()
    return f"---\n{head}\n---\n\n<div>\n{article}\n</div>\n"


if __name__ == "__main__":
    run_command(main)
