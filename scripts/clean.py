"""Remove folders that commands here have made, by name: `clean.py site dist`. Needs nothing but Python itself."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.website.atomic_folder import MADE, remove

ROOT = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    for name in sys.argv[1:]:
        try:
            remove(ROOT / name, MADE[name])
        except (KeyError, OSError) as error:
            sys.exit(f"{name}: no command here makes such a folder" if isinstance(error, KeyError) else str(error))
