"""A folder taken in: killed again and again, and run again."""

import os
import signal
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from photos.files import private, strays
from photos.integrity import files_without_photo, has_original
from photos.iptc import Embedded, embed
from photos.models import Photo
from tests import makers
from tests.faults.processes import rounds, start
from tests.photos.samples import files_below

PHOTOS, KILLS = rounds(6, 1000), rounds(2, 20)


def folder_of(root: Path, count: int) -> Path:
    folder = root / "ảnh"
    for number in range(count):
        path = folder / f"{number // 100}" / f"{number}.JPG"
        path.parent.mkdir(parents=True, exist_ok=True)
        facts = Embedded(f"Ảnh số {number}.", ("Trần Mai",), "TTXVN")
        path.write_bytes(embed(makers.jpeg(number=number), facts))
    return folder


@pytest.mark.django_db
def test_it_works(tmp_path, capsys):
    folder = folder_of(tmp_path, 2)
    (folder / "notes.txt").write_text("x")

    call_command("ingest_photos", folder, "--processes", 1, "--by", "ngoc")

    assert sorted(
        Photo.objects.values_list("caption", "credit_text", "created_by")
    ) == [
        ("Ảnh số 0.", "(Ảnh: Trần Mai/TTXVN)", "ngoc"),
        ("Ảnh số 1.", "(Ảnh: Trần Mai/TTXVN)", "ngoc"),
    ]
    assert len(capsys.readouterr().out.splitlines()) == 3


@pytest.mark.django_db
def test_a_second_run_changes_nothing_and_a_lost_original_comes_back(tmp_path, capsys):
    folder = folder_of(tmp_path, 2)
    call_command("ingest_photos", folder, "--processes", 1)
    before = {path: path.stat() for path in files_below(private().root)}
    rows = list(Photo.objects.order_by("pk").values())

    call_command("ingest_photos", folder, "--processes", 1)

    assert {path: path.stat() for path in files_below(private().root)} == before
    assert list(Photo.objects.order_by("pk").values()) == rows
    next(path for path in before if path.parent.parent.name == "originals").unlink()
    call_command("ingest_photos", folder, "--processes", 1)
    assert set(files_below(private().root)) == set(before)


@pytest.mark.django_db
def test_what_is_refused_is_named_and_the_rest_is_taken_in(tmp_path, capsys):
    folder = folder_of(tmp_path, 1)
    (folder / "hỏng.jpg").write_bytes(b"no picture")

    with pytest.raises(CommandError, match="1"):
        call_command("ingest_photos", folder, "--processes", 1)

    assert Photo.objects.count() == 1
    assert "hỏng.jpg" in capsys.readouterr().err


@pytest.mark.django_db
def test_a_dry_run_takes_nothing_in(tmp_path, capsys):
    folder = folder_of(tmp_path, 1)

    call_command("ingest_photos", folder, "--dry-run")

    assert "0.JPG" in capsys.readouterr().out
    assert not Photo.objects.exists()


def run(folder: Path) -> float:
    """Seconds of a whole run in a process of its own."""
    started = time.monotonic()
    process = start("django", "ingest_photos", folder)
    process.communicate(timeout=3000)
    assert process.returncode == 0
    return time.monotonic() - started


def killed_when(folder: Path, rows: int) -> None:
    """A run that is killed once there are so many photos."""
    process = start("django", "ingest_photos", folder)
    while Photo.objects.count() < rows and process.poll() is None:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)


@pytest.mark.django_db(transaction=True)
def test_killed_again_and_again_it_takes_in_each_photo_once(tmp_path):
    folder = folder_of(tmp_path, PHOTOS)
    connection.close()

    for kill in range(KILLS):
        killed_when(folder, 1 + kill * PHOTOS // (KILLS + 1))
    run(folder)

    assert Photo.objects.count() == PHOTOS
    originals = files_below(private().root / "originals")
    assert len(originals) == PHOTOS
    assert all(has_original(photo) for photo in Photo.objects.all())
    assert list(files_without_photo()) == strays() == []


@pytest.mark.django_db(transaction=True)
def test_a_second_run_takes_a_tenth_of_the_time(tmp_path):
    """Only with PROOF=1: the seconds of a small folder are the start of Python."""
    if PHOTOS < 1000:
        return
    folder = folder_of(tmp_path, PHOTOS)

    first, second = run(folder), run(folder)

    print(f"first run {first:.1f} s, second run {second:.1f} s: {second / first:.1%}")
