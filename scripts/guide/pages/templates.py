"""Jinja over `overrides/`: templates, scripts and style sheets as pages carry them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from guide.facts.model.record import JsonObject
from guide.assets import minify_css
from guide.assets.minify_js import named_script, text_of
from guide.assets.prune_css import said

TemplateMistake = jinja2.TemplateError
"""What a broken template raises."""


class Templates:
    """The templates and assets below one folder; each is read once for as long as the files stay as they are."""

    def __init__(self, folder: Path):
        self.env = _environment(folder, _newest(folder))
        self.asset: Callable[[str], Markup] = lru_cache(self._asset)
        self.script: Callable[..., tuple[str, str]] = lru_cache(self._script)

    def render(self, name: str, names: JsonObject) -> str:
        """Return a template filled with all that it may name (see PageContext.names)."""
        return self.env.get_template(name).render(names)

    def text(self, name: str) -> str:
        """Return a file as it stands there."""
        return text_of(self.env, name)

    def _asset(self, name: str) -> Markup:
        """Return a file to be put inline; a style sheet without its blanks and comments."""
        text = self.text(name)
        return Markup(minify_css.lean(text) if name.endswith(".css") else text)

    def _script(self, *names: str) -> tuple[str, str]:
        """Return name and text of scripts joined to one file."""
        return named_script(self.env, *names)

    @cached_property
    def scripted(self) -> frozenset[str]:
        """Return names of tags and classes, among other words, that the scripts of pages may put into them."""
        names = [name for name in self.env.list_templates() if name.startswith("js/")]
        return said("".join(self.text(name) for name in names if not name.startswith("js/handout/")))


def _newest(folder: Path) -> int:
    """Return when the newest file below a folder was written, in nanoseconds."""
    return max(path.stat().st_mtime_ns for path in folder.rglob("*"))


class _Context(jinja2.runtime.Context):
    """Calls what templates call as it is: of all that they can name, only macros ask for more than their arguments."""

    def call(self, called: Callable[..., object], *arguments: object, **named: object) -> object:  # type: ignore[override]
        if isinstance(called, jinja2.runtime.Macro):
            return super().call(called, *arguments, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*arguments, **named)


class _Environment(jinja2.Environment):
    context_class = _Context


@lru_cache
def _environment(folder: Path, _: int) -> jinja2.Environment:
    """Return the environment; compiled templates wait in .build/ for later builds."""
    kept = folder.parent / ".build" / "templates"
    kept.mkdir(parents=True, exist_ok=True)
    return _Environment(
        loader=jinja2.FileSystemLoader(folder),
        bytecode_cache=jinja2.FileSystemBytecodeCache(str(kept)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
