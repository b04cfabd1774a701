"""The estimator as an npm tarball: the same script as on the site, for ESM and CommonJS, with types."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Mapping

from guide.estimator.inputs.schema import INPUTS
from guide.packages.contents import HERE, NAME, SUMMARY, readme, version
from guide.pages.renderer import Renderer
from guide.website.compress import gzipped
from guide.website.standalone_estimator import estimator_script

MODULE = "export const about = PahamJamsostek.about;\nexport const estimate = PahamJamsostek.estimate;\n"
MODULE += "export const rules = PahamJamsostek.rules;\nexport default PahamJamsostek;\n"


def tarball(renderer: Renderer, licence: str, number: int) -> tuple[str, bytes]:
    """Return name and bytes of the tarball, the same for the same facts and day. `number`: see `contents.version`."""
    facts = renderer.site.facts
    told = version(facts, number)
    script = estimator_script(renderer, told)
    types = (HERE / "npm" / "index.d.ts").read_text("utf-8").replace("  // INPUTS\n", _inputs())
    files = {
        "package.json": json.dumps(_manifest(told), indent=2) + "\n",
        "index.cjs": script,
        "index.mjs": script + MODULE,
        "index.d.cts": types,
        "index.d.mts": types,
        "README.md": readme("npm", facts, number),
        "LICENSE": licence,
    }
    return f"{NAME}-{told}.tgz", _packed(files)


def _manifest(told: str) -> Mapping[str, object]:
    ways = {"import": ("mts", "mjs"), "require": ("cts", "cjs")}
    return {
        "name": NAME,
        "version": told,
        "description": SUMMARY,
        "license": "(MIT AND CC-BY-4.0)",
        "keywords": ["bpjs", "jamsostek", "indonesia", "social-security"],
        "main": "./index.cjs",
        "module": "./index.mjs",
        "types": "./index.d.cts",
        "exports": {
            ".": {way: {"types": f"./index.d.{d}", "default": f"./index.{end}"} for way, (d, end) in ways.items()}
        },
        "sideEffects": False,
    }


def _inputs() -> str:
    """Return the inputs as fields of a type, made of their one declaration."""
    lines = []
    for each in INPUTS:
        choices = " | ".join(f'"{choice}"' for choice in each.choices)
        kind = {"choice": choices, "list": f"readonly ({choices})[] | string", "month": "string"}.get(each.kind)
        mark = "" if len(each.required) > 3 else "?"
        lines.append(f"  /** {each.asks} */\n  {each.name}{mark}: {kind or 'number | string'};\n")
    return "".join(lines)


def _packed(files: Mapping[str, str]) -> bytes:
    """Return files as an npm tarball: below `package/`, without dates and owners."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as packed:
        for name, text in sorted(files.items()):
            content = text.encode()
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size, entry.mode = len(content), 0o644
            packed.addfile(entry, io.BytesIO(content))
    return gzipped(out.getvalue())
