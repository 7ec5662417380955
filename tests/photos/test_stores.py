import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from photos.files import private, public
from photos.stores import _locked_folder, remove_stray
from tests.photos.samples import files_below


def put(name: str, content: bytes = b"x") -> Path:
    with public().workspace() as work:
        (work.path / "a").write_bytes(content)
        public().place({name: work.path / "a"})
    return public().root / name


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_it_works():
    target = put("ab/c.jpg")

    assert target.read_bytes() == public().read("ab/c.jpg") == b"x"
    assert files_below(public().root) == [target]


def test_a_file_and_its_folders_are_not_for_everybody():
    target = put("ab/c.jpg")

    assert mode(target) & ~0o640 == 0
    assert [mode(folder) & ~0o750 for folder in target.parents[:3]] == [0, 0, 0]


def test_what_is_not_placed_is_gone():
    with pytest.raises(ZeroDivisionError), private().workspace() as work:
        (work.path / "half").write_bytes(b"half")
        1 / 0  # noqa: B018

    assert list(private().root.iterdir()) == []


def test_placing_again_replaces():
    put("a", b"old")

    assert put("a", b"new").read_bytes() == b"new"


def test_files_are_found_by_how_their_names_begin():
    put("ab/cd-1")
    put("ab/cd-2", b"xx")
    put("ab/ce/deep")

    sizes = {file.name: file.size for file in public().list("ab/cd-")}
    assert sizes == {"ab/cd-1": 1, "ab/cd-2": 2}
    assert public().sizes(["ab/cd-2", "ab/cd-3"]) == {"ab/cd-2": 2}
    assert {file.name for file in public().list()} == {
        "ab/cd-1",
        "ab/cd-2",
        "ab/ce/deep",
    }
    assert public().find("ab/ce/deep/er") is None


def test_a_house_without_pictures_has_no_files():
    assert list(public().list()) == list(public().strays()) == []
    with pytest.raises(FileNotFoundError):
        public().read("ab/c.jpg")


def test_removing_what_is_gone_is_no_error():
    put("ab/c.jpg")

    public().remove(["ab/c.jpg", "ab/c.jpg", "zz/never"])

    assert list(public().list()) == []


def test_unfinished_work_is_nobodys_file_and_no_stray_while_its_process_lives():
    with public().workspace() as work:
        (work.path / "half").touch()

        assert list(public().list()) == list(public().strays()) == []
        remove_stray(work.path)
        assert (work.path / "half").exists()


def test_what_a_killed_process_left_is_a_stray():
    code = (
        "import os, sys; from photos.stores import _locked_folder;"
        "from pathlib import Path;"
        "path, lock = _locked_folder(Path(sys.argv[1])); (path / 'half').touch();"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(private().root)], check=False)

    (stray,) = private().strays()
    remove_stray(stray)

    assert list(private().root.iterdir()) == []


def test_work_is_no_stray_while_a_child_of_its_dead_process_lives():
    path, lock = _locked_folder(private().root)
    child = subprocess.Popen(["sleep", "60"], pass_fds=[lock])
    os.close(lock)

    assert list(private().strays()) == []
    child.kill()
    child.wait()
    assert list(private().strays()) == [path]
