"""Jinja over `overrides/`: templates, scripts and style sheets as pages carry them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from guide.assets import minify_css
from guide.assets.disk_cache import store, stored
from guide.assets.minify_js import named_script, text_of
from guide.assets.prune_css import names_in_script
from guide.facts.diagnostics import DataError
from guide.facts.load.source_files import stamp
from guide.facts.model.record import JsonObject

Scripts = dict[str, tuple[str, str]]
"""Name and text of each script, by what it is for."""
TemplateMistake = jinja2.TemplateError
"""What a broken template raises."""
NOT_DRAWN = (DataError, LookupError, TemplateMistake)
"""What drawing raises where facts, words or a template are wrong; each says why in one sentence."""
_SCRIPT = re.compile(r"[\w-]+-[0-9a-f]{10}\.js")
"""The name of a script: it ends with a part of its hash."""


class Templates:
    """The templates and assets below one folder; each is read once for as long as the files stay as they are."""

    def __init__(self, folder: Path):
        self.env = _environment(folder, stamp(folder))
        self.asset: Callable[[str], Markup] = lru_cache(self._asset)
        self.script: Callable[..., tuple[str, str]] = lru_cache(self._script)
        self._named: dict[str, frozenset[str]] = {}

    def render(self, name: str, names: JsonObject) -> str:
        """Return a template filled with all that it may name (see PageContext.names). Raises TemplateMistake."""
        try:
            return self.env.get_template(name).render(names)
        except (ValueError, TypeError) as error:
            raise TemplateMistake(f"overrides/{name}: {error}") from error

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all templates."""
        return frozenset(self.env.list_templates())

    def text(self, name: str) -> str:
        """Return a file as it stands there."""
        return text_of(self.env, name)

    def _asset(self, name: str) -> Markup:
        """Return a file to be put inline; a style sheet without its blanks and comments."""
        text = self.text(name)
        return Markup(minify_css.lean(text) if name.endswith(".css") else text)

    def _script(self, *names: str) -> tuple[str, str]:
        """Return name and text of scripts joined to one file."""
        return self.heard({"": named_script(self.env, *names)})[""]

    def heard(self, files: Scripts) -> Scripts:
        """Return scripts as they are, and keep which names of tags and classes each may put into a page."""
        self._named.update((name, names_in_script(text)) for name, text in files.values() if name not in self._named)
        return files

    def names_in_scripts(self, page: str) -> frozenset[str]:
        """Return the names that the scripts whose addresses stand in a page may put into it."""
        return frozenset().union(*(self._named[name] for name in _SCRIPT.findall(page)))


class _Files(jinja2.FileSystemLoader):
    """Files of `overrides/`; a stray byte in one is a mistake of a template."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise TemplateMistake(f"overrides/{template}:{line}: this letter is not UTF-8") from None


class _Context(jinja2.runtime.Context):
    """Calls what templates call as it is: of all that they can name, only macros ask for more than their arguments."""

    def call(self, called: Callable[..., object], *arguments: object, **named: object) -> object:
        if isinstance(called, jinja2.runtime.Macro):
            return super().call(called, *arguments, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*arguments, **named)


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates in a folder; what is not whole is compiled anew."""

    def __init__(self, folder: Path):
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := stored(self.folder / bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        store(self.folder / bucket.key, bucket.bytecode_to_string())


class _Environment(jinja2.Environment):
    context_class = _Context


@lru_cache
def _environment(folder: Path, _: int) -> jinja2.Environment:
    """Return the environment; compiled templates wait in .build/ for later builds."""
    return _Environment(
        loader=_Files(folder),
        bytecode_cache=_Compiled(folder.parent / ".build" / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
