"""Adapter that hands the pages of one language to MkDocs. No logic of ours lives here.

`scripts/build.py` runs MkDocs once a language, checks the facts, and writes the files that all languages share.

MkDocs 1.6 and mkdocs-material 9.8 are at the end of their road (2027); a successor needs a new adapter and a
new overrides/main.html, nothing else.
"""

import os
import sys
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).parent))

from guide.cli import address_from, today_from
from guide.pages.templates import NOT_DRAWN
from guide.website.site_builder import SiteBuilder, handouts_of, open_unchecked

builder: SiteBuilder


def on_config(config):
    """Read facts and prose once a build. Raise PluginError with what is wrong in their form."""
    global builder
    root = Path(config.config_file_path).parent
    day, address = today_from(os.environ), address_from(os.environ)
    made = handouts_of(root / ".build" / "new" / "guides")
    builder = _said(open_unchecked, root, config.extra["language"], day, address, made)
    config.site_name = builder.site.name
    config.site_url = builder.address or None
    return config


def on_files(files, config):
    """Return every page of ours as a virtual file; none of the theme's own files."""
    found = Files([])
    for page in builder.pages:
        file = File.generated(config, f"{page.path}index.md", content="")
        file.edit_uri = page.source
        found.append(file)
    for path, content in _said(list, builder.extras()):
        found.append(File.generated(config, path, content=content))
    return found


def _said(draw, *arguments):
    """Return what `draw` makes; its mistakes stop the build and are shown as they are."""
    try:
        return draw(*arguments)
    except NOT_DRAWN as error:
        raise PluginError(f"\n{error}") from None


def on_pre_page(page, config, files):
    """Give MkDocs nothing to parse: no page of ours is Markdown."""
    page.content, page.render = "", lambda config, files: None
    return page


def on_page_content(html, page, config, files):
    """Return the article that we drew."""
    return _said(builder.draw, page.url)


def on_page_context(context, page, config, nav):
    """Add head, header and footer of a page to its context."""
    context["frame"] = _said(builder.frame, page.url)
    return context


def on_template_context(context, template_name, config):
    """Add them for the page of a wrong address, and the map for `sitemap.xml`."""
    if template_name == "404.html":
        context["frame"] = _said(builder.frame, None)
    if template_name == "sitemap.xml":
        context["frame"] = {"sitemap": builder.sitemap()}
    return context
