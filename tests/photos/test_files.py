import os
import stat
from pathlib import Path

import pytest

from photos.files import (
    part_in,
    place,
    private,
    public,
    public_files,
    remove,
    stray_files,
)
from tests.photos.samples import files_below

STEM = "ab" + "1" * 30 + "-" + "2" * 16
OTHER = "ab" + "3" * 30 + "-" + "4" * 16


def put(stem: str, content: bytes = b"x") -> Path:
    target = public() / stem[:2] / f"{stem}-w1200.jpg"
    with part_in(public()) as part:
        part.write_bytes(content)
        place(part, target)
    return target


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_it_works():
    target = put(STEM)

    assert target.read_bytes() == b"x"
    assert files_below(public()) == [target]


def test_a_file_and_its_folders_are_not_for_everybody():
    target = put(STEM)

    assert mode(target) & ~0o640 == 0
    assert [mode(folder) & ~0o750 for folder in target.parents[:3]] == [0, 0, 0]


def test_a_part_that_is_not_placed_is_gone():
    with pytest.raises(ZeroDivisionError), part_in(private()) as part:
        part.write_bytes(b"half")
        1 / 0  # noqa: B018

    assert files_below(private()) == []


def test_placing_again_replaces():
    put(STEM, b"old")

    assert put(STEM, b"new").read_bytes() == b"new"


def test_removing_what_is_gone_is_no_error():
    target = put(STEM)

    remove([target, target, public() / "zz" / "never"])

    assert files_below(public()) == []


def test_public_files_are_those_with_a_renditions_name():
    first, second = put(STEM), put(OTHER)
    (first.parent / "notes.txt").touch()
    (first.parent / ".part-1").touch()

    assert sorted(public_files()) == [(STEM, first), (OTHER, second)]
    assert list(public_files("ab" + "1" * 30)) == [(STEM, first)]
    assert list(public_files("ab" + "9" * 30)) == []


def test_a_house_without_pictures_has_no_files():
    assert list(public_files()) == list(stray_files(0)) == []


def test_a_stray_file_is_an_old_part():
    target = put(STEM)
    old, new = private() / ".part-old", public() / ".part-new"
    private().mkdir()
    for path in (old, new):
        path.touch()
    for path in (old, target):
        os.utime(path, (0, 0))

    assert list(stray_files(older_than=3600)) == [old]
