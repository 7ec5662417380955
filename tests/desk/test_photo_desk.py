"""Taking in, hiding what no article shows, and sweeping what nothing names."""

import json
import os
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction

from articles.models import ArticlePhoto
from desk import publishing
from desk.hiding import hide_unused, sweep
from desk.invariants import violations
from desk.models import Audit, AuditHead, User
from desk.permissions import Forbidden
from desk.photo_desk import Words, bring_in
from desk.refusals import PhotoRejected
from photos import renditions
from photos.models import Photo
from tests import makers

pytestmark = pytest.mark.django_db


def files(part: str = "public") -> set[Path]:
    root = Path(settings.MEDIA_ROOT) / part
    return {path for path in root.rglob("*") if path.is_file()}


def age(*paths: Path) -> None:
    """Make files two hours old."""
    for path in paths:
        os.utime(path, (time.time() - 7200,) * 2)


def test_it_works():
    photo = makers.photo()
    renditions.expose(photo)

    hide_unused([photo.pk])

    assert files() == set()


def taken(by: User | None, data: bytes | None = None) -> Photo:
    words = Words("Phố ngập.", "(Ảnh: Trần Mai/TTXVN)", alt="Phố")
    file = ContentFile(data or makers.jpeg(), name="anh.jpg")
    return bring_in(file, words, by=by, at=makers.AT)


def entries() -> list[tuple[str, dict]]:
    rows = Audit.objects.filter(action="take in photo").order_by("number")
    return [(row.actor_name, json.loads(row.detail)) for row in rows]


def test_a_new_photo_has_one_audit_entry_and_a_known_one_no_second():
    lan, data = makers.lan(), makers.jpeg()

    photo = taken(lan, data)
    again = taken(lan, data)

    assert again == photo
    assert (photo.alt, photo.created_by) == ("Phố", "lan")
    assert entries() == [("lan", {"photo": photo.pk})]


def test_a_machine_takes_in_under_no_name():
    photo = taken(None)

    assert photo.created_by == ""
    assert entries() == [("", {"photo": photo.pk})]


def test_a_photo_whose_entry_cannot_be_written_is_not_kept():
    AuditHead.objects.all().delete()

    with pytest.raises(AuditHead.DoesNotExist):
        taken(makers.lan())

    assert not Photo.objects.exists()
    assert files("private") == set()


def test_what_is_refused_leaves_no_entry():
    with pytest.raises(PhotoRejected):
        taken(makers.lan(), b"<html>")
    with pytest.raises(Forbidden):
        taken(makers.person("ai"))

    assert entries() == []


def test_what_an_article_shows_stays():
    photo = makers.photo()
    makers.article(lead=makers.lead(photo))

    hide_unused([photo.pk])

    assert len(files()) == len(photo.framing.recipes)


def test_the_files_with_the_old_credit_go_and_the_new_ones_stay():
    photo = makers.photo()
    article = makers.article(lead=makers.lead(photo))
    old = files()
    Photo.objects.update(agency="AFP")

    publishing.reprint(
        makers.fresh(article), version=2, by=makers.chief(), reason="Sai hãng."
    )
    hide_unused([photo.pk])

    assert len(files()) == len(old) == len(photo.framing.recipes)
    assert not files() & old
    assert all(ArticlePhoto.objects.get().stem in path.name for path in files())


def test_a_photo_that_is_not_known_is_passed_over():
    hide_unused([404])


def a_printing_that_is_rolled_back() -> None:
    with transaction.atomic():
        makers.article(lead=makers.lead(makers.photo()))
        transaction.set_rollback(True)


def test_a_sweep_removes_what_a_rollback_left():
    kept = makers.article(lead=makers.lead(makers.photo()))
    whole = files("")
    a_printing_that_is_rolled_back()
    age(*files(""))

    swept = set(sweep())

    assert swept and files("") == whole
    assert ArticlePhoto.objects.get().article_id == kept.pk


def test_a_young_file_may_belong_to_a_transaction_under_way():
    a_printing_that_is_rolled_back()
    before = files("")

    assert list(sweep()) == []
    assert files("") == before


def test_a_sweep_removes_temporary_files_of_dead_processes():
    stray = Path(settings.MEDIA_ROOT) / "private/.part-0123"
    stray.parent.mkdir(parents=True)
    stray.write_bytes(b"half")

    assert list(sweep()) == [str(stray)]
    assert not stray.exists()


def test_a_crop_that_was_drawn_anew_is_outdated_and_no_stranger():
    photo = makers.photo()
    Photo.objects.update(crops={"1x1": [0, 0, 500, 667]})
    photo.refresh_from_db()
    renditions.make(photo)
    age(*files("private"))

    assert list(violations()) == []
    swept = list(sweep())

    assert {name.rpartition("-")[2] for name in swept} == {"240.avif", "240.jpg"}
    assert renditions.missing(photo) == []


def test_a_dry_run_removes_nothing(capsys):
    a_printing_that_is_rolled_back()
    age(*files(""))
    before = files("")

    call_command("sweep", "--dry-run")

    assert len(capsys.readouterr().out.splitlines()) == len(before)
    assert files("") == before


def test_the_command_names_what_it_removed(capsys):
    a_printing_that_is_rolled_back()
    age(*files(""))
    before = files("")

    call_command("sweep")

    root = Path(settings.MEDIA_ROOT)
    named = {path.relative_to(root).as_posix() for path in before}
    assert set(capsys.readouterr().out.split()) == named
    assert files("") == set()
