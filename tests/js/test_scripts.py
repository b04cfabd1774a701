"""The scripts of the site, tested by Node itself: `node --test` over the files beside this one."""

from __future__ import annotations

import os
import subprocess
import sys

from conftest import ROOT


def test_the_scripts_pass_their_own_tests(tmp_path):
    given = tmp_path / "given.json"
    with given.open("w", encoding="utf-8") as file:
        subprocess.run([sys.executable, str(ROOT / "tests/support/for_node.py")], stdout=file, check=True, timeout=120)
    files = sorted(str(path) for path in (ROOT / "tests" / "js").glob("*.test.js"))
    environment = {**os.environ, "GIVEN": str(given)}
    command = ["node", "--test", "--test-reporter=spec", *files]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    print(done.stdout, done.stderr)
    assert done.returncode == 0
