"""Firefox and WebKitGTK save the guide with one tap; there and in an engine of 2016 files answer without a network."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile

import pytest
from conftest import ADDRESS, ROOT
from guide.handouts.site_copies import laptop_zip
from handing_out import handouts_of
from hosts import nginx

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("eyes")]
FARMER = "#segment=bpu&income=1000000&month=2026-11"
SYSTEM = "/usr/bin/python3"
KNOWS = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"


def firefox() -> list[str]:
    """The command that drives Firefox. Skips where one of its parts is missing."""
    found = next((path for name in ("firefox-esr", "firefox") if (path := shutil.which(name))), None)
    if not found or not (ROOT / "node_modules" / "puppeteer-core").is_dir():
        pytest.skip("Firefox or what drives it is missing: apt-get install firefox-esr, then make audit")
    return ["env", f"FIREFOX={found}", "node", str(ROOT / "tests/support/firefox.mjs")]


def webkit() -> list[str]:
    """The command that drives WebKitGTK. Skips where one of its parts is missing."""
    ready = shutil.which("xvfb-run") and subprocess.run([SYSTEM, "-c", KNOWS], capture_output=True).returncode == 0
    if not ready:
        pytest.skip("WebKitGTK is missing: apt-get install gir1.2-webkit2-4.1 python3-gi xauth xvfb")
    return ["xvfb-run", "-a", SYSTEM, str(ROOT / "tests/support/webkit.py")]


def qtwebkit() -> list[str]:
    """The command that drives QtWebKit. Skips where it is missing."""
    if subprocess.run([SYSTEM, "-c", "import PyQt5.QtWebKitWidgets"], capture_output=True).returncode:
        pytest.skip("QtWebKit is missing: apt-get install python3-pyqt5.qtwebkit")
    return [SYSTEM, str(ROOT / "tests/support/qtwebkit.py")]


def asked(command: list[str], act: str, address: str, last: str) -> str:
    """What an engine prints."""
    # there may be nothing that draws fast, and no screen
    known = {**os.environ, "WEBKIT_DISABLE_COMPOSITING_MODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([*command, act, address, last], env=known, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("engine", [firefox, webkit])
def test_what_one_tap_saves_answers_in_the_same_engine_without_a_network(engine, built, tmp_path):
    command = engine()
    built.parent.chmod(0o755)
    for path, state, selector in (("", FARMER, "[data-amount='monthly.total']"), ("mitra/obor-mas/", "", "main")):
        folder = tmp_path / f"alone-{len(path)}"
        (work := tmp_path / f"server-{len(path)}").mkdir()
        with nginx(built, work) as address:
            assert asked(command, "save", f"{address}/{path}", str(folder)).startswith("Simpan di HP (")
        [file] = folder.iterdir()
        [sent] = (built / "unduh").rglob(file.name)
        assert file.suffix == ".html" and file.read_bytes() == sent.read_bytes()
        assert "Rp8.400" in asked(command, "read", file.as_uri() + state, selector)


@pytest.fixture(scope="module")
def folder(built, facts, prose, languages, tmp_path_factory):
    """The archive for a laptop, extracted; the files for phones lie below unduh/ in it."""
    place = tmp_path_factory.mktemp("laptop") / "Panduan Desa"
    body = laptop_zip(handouts_of(facts, prose, languages, built, ADDRESS)).make()
    zipfile.ZipFile(io.BytesIO(body)).extractall(place)
    return place


@pytest.mark.parametrize("engine", [firefox, webkit, qtwebkit])
def test_files_for_phones_and_the_archive_for_a_laptop_answer_from_a_folder(engine, folder):
    command = engine()
    for end, amount in (("id", "Rp8.400"), ("en", "Rp8,400"), ("id-en", "Rp8.400")):
        [whole] = folder.glob(f"unduh/paham-jamsostek_*_{end}.html")
        assert asked(command, "read", whole.as_uri() + FARMER, "[data-amount='monthly.total']") == amount, whole
    small = folder / "unduh/occupations/petani.html"
    assert "Rp8.400" in asked(command, "read", small.as_uri(), "main")
    page = folder / "hitung/index.html"
    assert asked(command, "read", page.as_uri() + FARMER, "[data-amount='monthly.total']") == "Rp8.400"
