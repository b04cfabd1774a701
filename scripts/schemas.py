"""Write the JSON Schemas of the data files to .schemas/, where editors find them (`# yaml-language-server` lines)."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.facts.facts import COLLECTIONS, schema
from guide.cli import run_command

FOLDER = Path(__file__).resolve().parents[1] / ".schemas"


def main() -> int:
    """Write a schema for each data file; return the exit code."""
    FOLDER.mkdir(exist_ok=True)
    for collection in COLLECTIONS:
        path, text = FOLDER / f"{collection.name}.json", json.dumps(schema(collection), indent=1)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    run_command(main)
