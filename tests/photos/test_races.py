"""The same picture from several sides at once."""

import io
import threading

import pytest
from django.db import connection

from photos import intake
from photos.files import private
from photos.intake import take_in
from photos.models import Photo
from photos.refusals import PhotoRefused
from photos.stores import Folder
from tests import makers
from tests.makers import AT
from tests.photos.samples import encoded, files_below, scene

pytestmark = pytest.mark.django_db(transaction=True)
SIDES = 4


def race(monkeypatch, *, failing: int = 0) -> list[object]:
    """What each side got: they all decode before the first of them stores.

    The first `failing` of them find a full disk when their files get their names.
    """
    got: list[object] = []
    start = threading.Barrier(SIDES)
    place, store = Folder.place, intake._store
    turns = iter(range(10 * SIDES))

    def wait_and_store(*arguments, **fields):
        start.wait(timeout=30)
        return store(*arguments, **fields)

    def place_or_fail(self, files):
        if next(turns) < failing:
            place(self, dict(list(files.items())[:1]))
            raise OSError
        place(self, files)

    def side() -> None:
        words = {"name": "a", "caption": "", "credit": "", "by": "lan", "at": AT}
        try:
            got.append(take_in(io.BytesIO(encoded(scene())), **words).pk)
        except Exception as error:
            got.append(type(error))
        finally:
            connection.close()

    monkeypatch.setattr(intake, "_store", wait_and_store)
    monkeypatch.setattr(Folder, "place", place_or_fail)
    threads = [threading.Thread(target=side) for _number in range(SIDES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def test_it_works(monkeypatch):
    got = race(monkeypatch)

    assert got == [Photo.objects.get().pk] * SIDES
    assert len(files_below(private().root)) == 1 + makers.PUBLIC_FILES


def test_who_fails_takes_no_file_from_who_succeeds(monkeypatch):
    got = race(monkeypatch, failing=2)

    photo = Photo.objects.get().pk
    assert got.count(PhotoRefused) == 2
    assert got.count(photo) == SIDES - 2
    assert len(files_below(private().root)) == 1 + makers.PUBLIC_FILES


def test_where_all_fail_nothing_is_left(monkeypatch):
    got = race(monkeypatch, failing=SIDES)

    assert got == [PhotoRefused] * SIDES
    assert not Photo.objects.exists()
    assert files_below(private().root) == []
