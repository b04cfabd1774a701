"""Nothing outside the project is ever deleted: links, mounts, other file systems and others' folders are refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, in_namespace, run
from guide.website import atomic_folder
from guide.website.atomic_folder import MADE, UnsafeFolder, begin, old_name, remove

SITE = {"index.html": "x", "_headers": "/*\n  Content-Security-Policy: default-src 'none'; x\n", "cara/a/b/c.html": "x"}
DIST = {"paper/a/b/c.pdf": "x", "SHA256SUMS": f"{'0' * 64}  paper/a/b/c.pdf\n"}
OURS = {"site": SITE, "dist": DIST}
COMMANDS = [("build.py", "site"), ("bundle.py", "dist"), ("clean.py", "site"), ("clean.py", "dist")]


def fill(folder: Path, files: dict[str, str]) -> Path:
    """Write files below a folder."""
    atomic_folder.write_into(folder, files.items())
    return folder


def state(folder: Path) -> dict[str, str]:
    """Return every file below a folder with its text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def asked(folder: Path, command: str, name: str) -> subprocess.CompletedProcess:
    """Run a command that would replace or remove `name`."""
    return run(folder, command, *((name,) if command == "clean.py" else ()))


@pytest.fixture
def project(tmp_path):
    """A project without a build: the commands, and no data, so that nothing can be built before the refusal."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "scripts", folder / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture
def outside(tmp_path):
    """A folder of somebody else, three levels deep, that looks like a site and like hand-outs."""
    return fill(tmp_path / "outside", {"a/b/c/d.txt": "precious", **SITE, **DIST})


@pytest.mark.parametrize(("command", "name"), COMMANDS)
def test_a_link_is_refused_and_nothing_behind_it_is_touched(project, outside, command, name):
    (project / name).symlink_to(outside)
    before = state(outside)
    done = asked(project, command, name)
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr == f"{name} is a symbolic link, and only folders are replaced: remove the link, then try again\n"
    assert state(outside) == before and (project / name).is_symlink()


@pytest.mark.parametrize("name", ["site", "dist", ".site.old", ".build", ".build/new"])
def test_a_link_in_any_place_that_a_build_empties_is_refused(project, outside, name):
    (project / ".build").mkdir()
    if name == ".build":
        (project / ".build").rmdir()
    (project / name).symlink_to(outside)
    before = state(outside)
    done = run(project, "bundle.py" if name == "dist" else "build.py")
    assert done.returncode == 1 and f"{Path(name).name} is a symbolic link" in done.stderr
    assert state(outside) == before


def test_a_link_to_nowhere_is_refused_too(project):
    (project / "site").symlink_to(project / "nowhere")
    assert "site is a symbolic link" in run(project, "build.py").stderr


@pytest.mark.parametrize("name", ["site", "dist"])
def test_links_inside_our_own_folder_are_removed_and_not_followed(tmp_path, outside, name):
    folder = fill(tmp_path / name, OURS[name])
    for place in ("one", "paper/two", "cara/a/three"):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).symlink_to(outside)
    sums = folder / "SHA256SUMS"
    sums.write_text(f"{sums.read_text() if sums.exists() else ''}{'0' * 64}  one\n{'0' * 64}  cara/a\n")
    before = state(outside)
    remove(folder, MADE[name])
    assert state(outside) == before and not folder.exists()


@pytest.mark.parametrize(("command", "name"), COMMANDS)
def test_a_folder_that_no_command_made_is_refused(project, command, name):
    fill(project / name, {"holiday/photo.txt": "precious"})
    before = state(project / name)
    done = asked(project, command, name)
    assert done.returncode == 1
    assert done.stderr == f"{name} holds files that no command here has made: move it away, then try again\n"
    assert state(project / name) == before


def test_a_file_that_somebody_put_among_the_hand_outs_is_kept(tmp_path):
    folder = fill(tmp_path / "dist", {**DIST, "my-notes.txt": "precious"})
    with pytest.raises(UnsafeFolder, match="dist holds files that no command here has made"):
        begin(folder, tmp_path / ".build" / "dist")
    assert (folder / "my-notes.txt").exists()


@pytest.mark.parametrize("name", ["site", "dist"])
def test_a_file_where_the_folder_belongs_is_refused(tmp_path, name):
    (tmp_path / name).write_text("precious")
    with pytest.raises(UnsafeFolder, match=f"{name} is a file"):
        begin(tmp_path / name, tmp_path / ".build" / "new")


def test_what_a_real_build_made_is_known_again(built):
    assert MADE["site"](built) and MADE[".build"](built.parent / ".build")


def test_commands_that_make_no_folder_of_that_name_remove_none(project):
    done = run(project, "clean.py", "data")
    assert done.returncode == 1 and done.stderr == "data: no command here makes such a folder\n"


@pytest.mark.parametrize("name", ["site", "dist"])
def test_an_empty_folder_and_one_of_ours_are_replaced(tmp_path, name):
    for files in ({}, OURS[name]):
        target, work = tmp_path / name, tmp_path / ".build" / "new"
        target.mkdir(exist_ok=True)
        fill(target, files)
        for lock in atomic_folder._locks:
            lock.close()
        begin(target, work)
        fill(work, OURS[name])
        atomic_folder.swap(work, target)
        assert state(target) == OURS[name] and not old_name(target).exists()


def test_a_removal_cut_short_is_ended_by_the_next_one(tmp_path):
    fill(tmp_path / ".site.gone", {"left/over.txt": "x"})
    fill(tmp_path / "site", SITE)
    remove(tmp_path / "site", MADE["site"])
    assert list(tmp_path.iterdir()) == []


MOUNTED = 'mount {how} && cd "{project}" && "{python}" scripts/{command} {name}'


@pytest.mark.parametrize("how", ["--bind {outside} {place}", "-t tmpfs none {place}", "--bind {outside} {place}/cara"])
@pytest.mark.parametrize(("command", "name"), COMMANDS)
def test_a_mount_point_is_refused_and_nothing_on_it_is_touched(project, outside, command, name, how):
    place = fill(project / name, {**OURS[name], "cara/x": "x"})
    if name == "dist":
        (place / "SHA256SUMS").write_text(f"{'0' * 64}  paper/a\n{'0' * 64}  cara/x\n")
    before, inside = state(outside), state(place)
    words = {"project": project, "python": sys.executable, "command": command}
    done = in_namespace(
        MOUNTED.format(
            how=how.format(outside=outside, place=place), name=name if command == "clean.py" else "", **words
        )
    )
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.endswith(f" is a mount point, and {name} would be replaced: unmount it, then try again\n")
    assert done.stderr.count("\n") == 1 and state(outside) == before and state(place) == inside


def test_another_file_system_is_refused_where_the_system_does_not_say_what_is_mounted(project):
    place = fill(project / "site", SITE)
    code = (
        "import sys; sys.path.insert(0, 'scripts'); from pathlib import Path; "
        "from guide.website import atomic_folder as swap; "
        "swap._MOUNTS = Path('nowhere'); Path('site/x').touch(); swap.remove(Path('site').absolute())"
    )
    done = in_namespace(f'mount -t tmpfs none {place} && cd {project} && "{sys.executable}" -c "{code}"; ls site')
    assert "UnsafeFolder: site lies on another file system and cannot be replaced" in done.stderr
    assert done.stdout == "x\n"


def test_removing_needs_nothing_but_python(project):
    fill(project / "site", SITE)
    command = [sys.executable, "-I", "-S", str(project / "scripts" / "clean.py"), "site"]
    done = subprocess.run(command, capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
    assert (done.returncode, done.stderr) == (0, "") and not (project / "site").exists()
