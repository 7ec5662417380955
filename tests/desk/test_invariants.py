"""Each check finds a fault that was planted, and nothing in a whole newsroom."""

import io
import json
import os
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F
from django.db.models.functions import Now

from articles.models import (
    Article,
    ArticlePhoto,
    Byline,
    Edition,
    EditionPhoto,
    Withdrawal,
)
from desk import outbox, publishing, writing
from desk.invariants import CHECKS, violations
from desk.models import Audit, AuditHead, Revision, Story
from desk.records import note
from newsroom.text.canonical import digest
from photos.avif import with_xmp
from photos.models import FormerOriginal, Photo
from tests import makers
from tests.shared import made_once

pytestmark = pytest.mark.django_db


def at_work() -> Article:
    """One article of every state: printed, corrected, withdrawn, printed again."""
    chief = makers.chief()
    article = makers.full_article(bylines=2, photos=2, links=1, topics=2)
    story = makers.fresh(article)
    changed = replace(writing.copy_of(story), headline="Một tin đã sửa")
    binh = makers.binh()
    writing.save(story, changed, version=story.version, by=binh)
    writing.save(story, changed, version=story.version + 1, by=binh)
    publishing.correct(story, version=story.version + 2, by=chief, note="Sai tên.")
    other = makers.fresh(makers.article(headline="Đã gỡ"))
    publishing.withdraw(other, version=2, by=chief)
    publishing.print_story(other, version=3, by=chief)
    publishing.withdraw(other, version=4, by=chief)
    outbox.deliver()
    return Article.objects.get(pk=article.pk)


made, newsroom_at_work = made_once(at_work)


def codes() -> set[str]:
    return {violation.code for violation in violations()}


def unguarded(sql: str) -> None:
    """A change behind the back of every rule, PostgreSQL's triggers included."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql)
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = origin")


def files(part: str) -> list[Path]:
    root = Path(settings.MEDIA_ROOT) / part
    return sorted(path for path in root.rglob("*") if path.is_file())


def test_it_works(newsroom_at_work):
    assert list(violations()) == []


def an_embargo_on_a_live_article(article):
    Story.objects.filter(pk=article.pk).update(embargo_until=Now() + timedelta(hours=1))


def a_printing_in_the_future(article):
    Article.objects.filter(pk=article.pk).update(printed_at=Now() + timedelta(hours=1))


def an_edition_that_is_lost(article):
    EditionPhoto.objects.all().delete()
    unguarded(
        f"DELETE FROM articles_edition WHERE article_id={article.pk} AND number=1"
    )


def an_edition_whose_photos_are_forgotten(article):
    EditionPhoto.objects.filter(edition__article_id=article.pk).delete()


def a_former_original_that_is_lost(article):
    photo = Photo.objects.order_by("pk")[0]
    FormerOriginal.objects.create(
        photo=photo,
        sha256="0" * 64,
        format="jpeg",
        size=1,
        width=1,
        height=1,
        replaced_at=makers.AT,
        replaced_by="ngoc",
    )


def an_article_with_an_older_edition(article):
    Article.objects.filter(pk=article.pk).update(edition_number=1)


def an_article_both_live_and_withdrawn(article):
    Withdrawal.objects.create(article_id=article.pk, withdrawn_at=makers.AT, by="x")


def an_article_that_vanished(article):
    Article.objects.filter(pk=article.pk).delete()


def a_public_text_that_was_changed(article):
    content = article.content.replace("Nước lên.", "Nước xuống.")
    Article.objects.filter(pk=article.pk).update(content=content)


def a_revision_that_was_swapped(article):
    unguarded("UPDATE desk_revision SET number = number + 10 WHERE number > 1")


def an_edition_let_out_by_its_author(article):
    entry = Audit.objects.get(action="correction")
    edition = Edition.objects.get(article_id=article.pk, number=2)
    revision = Revision.objects.get(story=article.pk, number=edition.revision_number)
    detail = entry.detail.replace('"tổng biên tập"', '"thư ký tòa soạn"')
    sets = f"SET actor_id={revision.author_id or 'NULL'}, detail='{detail}'"
    unguarded(f"UPDATE desk_audit {sets} WHERE id={entry.pk}")


def a_revision_whose_text_was_changed(article):
    Revision.objects.filter(story=article.pk, number=1).update(content="{}")


def a_pointer_at_another_storys_revision(article):
    other = Revision.objects.exclude(story=article.pk).first()
    Story.objects.filter(pk=article.pk).update(approved_revision=other)


def an_edition_whose_time_was_changed(article):
    unguarded(
        f"UPDATE articles_edition SET kind='update' WHERE article_id={article.pk}"
    )


def an_audit_entry_that_was_changed(article):
    unguarded("UPDATE desk_audit SET actor_name='ai' WHERE number=2")


def an_audit_entry_that_was_removed(article):
    unguarded("DELETE FROM desk_audit WHERE number=2")


def an_audit_whose_end_was_cut_off(article):
    AuditHead.objects.update(number=F("number") - 1)


def a_save_that_was_not_recorded(article):
    Revision.objects.create(
        story_id=article.pk,
        number=3,
        content="{}",
        hash=digest("{}"),
        source=Revision.Source.PERSON,
        created_at=makers.AT,
    )


def a_printing_recorded_twice(article):
    entry = Audit.objects.get(action="correction")
    note(
        "correction",
        by=None,
        at=makers.AT,
        story=article.pk,
        detail=json.loads(entry.detail),
    )


def a_withdrawal_that_was_not_recorded(article):
    Article.objects.filter(pk=article.pk).delete()
    Withdrawal.objects.create(article_id=article.pk, withdrawn_at=makers.AT, by="x")


def an_original_that_is_gone(article):
    files("private/originals")[0].unlink()


def an_original_with_a_flipped_bit(article):
    path = files("private/originals")[0]
    data = bytearray(path.read_bytes())
    data[-5] ^= 1
    path.write_bytes(data)


def a_file_without_photo(article):
    path = Path(settings.MEDIA_ROOT) / "private/originals/ab" / f"{'ab' * 32}.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")


def a_public_file_that_is_gone(article):
    files("public")[0].unlink()


def a_public_file_that_nothing_shows(article):
    ArticlePhoto.objects.filter(article=article, is_lead=True).delete()


def a_stranger_in_public(article):
    (Path(settings.MEDIA_ROOT) / "public/original.jpg").write_bytes(makers.jpeg())


def a_stray_temporary_file(article):
    path = Path(settings.MEDIA_ROOT) / "private/.part-00"
    path.write_bytes(b"x")
    os.utime(path, (time.time() - 7200,) * 2)


def one_public(extension: str) -> Path:
    return next(path for path in files("public") if path.suffix == extension)


def a_comment_in_a_public_file(article):
    path = one_public(".jpg")
    data = path.read_bytes()
    path.write_bytes(data[:2] + b"\xff\xfe\x00\x06abcd" + data[2:])


def more_in_the_packet_of_a_public_file(article):
    path = one_public(".jpg")
    data = path.read_bytes()
    path.write_bytes(data.replace(b"<dc:description>", b"<dc:description x='1'>", 1))


def something_behind_the_picture(article):
    path = one_public(".jpg")
    path.write_bytes(path.read_bytes() + b"GPS")


def a_box_behind_an_avif(article):
    path = one_public(".avif")
    path.write_bytes(path.read_bytes() + b"\0\0\0\x0cfreeGPS.")


def more_in_the_packet_of_an_avif(article):
    path = one_public(".avif")
    path.write_bytes(with_xmp(path.read_bytes(), b"<x:xmpmeta>GPS</x:xmpmeta>"))


def a_byte_that_is_of_no_item(article):
    path = one_public(".avif")
    path.write_bytes(path.read_bytes() + b"\0\0\0\x0cmdatGPS.")


def a_headline_in_lists_that_is_not_the_texts(article):
    Article.objects.filter(pk=article.pk).update(headline="Tít khác")


def a_search_text_that_is_old(article):
    Article.objects.filter(pk=article.pk).update(search_text="cu")


def a_byline_that_is_missing(article):
    Byline.objects.filter(article=article, position=0).delete()


def a_top_section_that_is_wrong(article):
    other = makers.section("Khác", "khac")
    Article.objects.filter(pk=article.pk).update(top_section=other)


def an_effect_that_failed(article):
    outbox.enqueue("no such kind", {}, at=makers.AT)
    outbox.deliver()


def an_effect_that_nobody_tried(article):
    outbox.enqueue("hide photos", {"photos": []}, at=makers.AT)


def an_approval_without_printing(article):
    draft = makers.story(headline="Chờ mãi")
    revision = writing.head(draft)
    Story.objects.filter(pk=draft.pk).update(
        status=Story.Status.APPROVED, approved_revision=revision
    )


def a_text_in_decomposed_letters(article):
    unguarded(f"UPDATE desk_story SET kicker='Hue\u0301' WHERE id={article.pk}")


FAULTS = [
    ("I1", an_embargo_on_a_live_article),
    ("I1", a_printing_in_the_future),
    ("I2", an_edition_that_is_lost),
    ("I2", an_article_with_an_older_edition),
    ("I2", an_article_both_live_and_withdrawn),
    ("I2", an_article_that_vanished),
    ("I3", a_public_text_that_was_changed),
    ("I3", a_revision_that_was_swapped),
    ("I3", an_edition_let_out_by_its_author),
    ("I4", a_revision_whose_text_was_changed),
    ("I4", a_revision_that_was_swapped),
    ("I4", a_pointer_at_another_storys_revision),
    ("I4", an_edition_whose_time_was_changed),
    ("I4", an_audit_entry_that_was_changed),
    ("I4", an_audit_entry_that_was_removed),
    ("I4", an_audit_whose_end_was_cut_off),
    ("I5", a_save_that_was_not_recorded),
    ("I5", a_printing_recorded_twice),
    ("I5", a_withdrawal_that_was_not_recorded),
    ("I6", an_original_that_is_gone),
    ("I6", an_original_with_a_flipped_bit),
    ("I6", a_file_without_photo),
    ("I6", a_public_file_that_is_gone),
    ("I6", a_public_file_that_nothing_shows),
    ("I6", a_stranger_in_public),
    ("I6", a_stray_temporary_file),
    ("I6", a_former_original_that_is_lost),
    ("I7", a_comment_in_a_public_file),
    ("I7", more_in_the_packet_of_a_public_file),
    ("I7", something_behind_the_picture),
    ("I7", a_box_behind_an_avif),
    ("I7", more_in_the_packet_of_an_avif),
    ("I7", a_byte_that_is_of_no_item),
    ("I8", a_headline_in_lists_that_is_not_the_texts),
    ("I8", a_search_text_that_is_old),
    ("I8", a_byline_that_is_missing),
    ("I8", an_edition_whose_photos_are_forgotten),
    ("I8", a_top_section_that_is_wrong),
    ("I9", an_effect_that_failed),
    ("I9", an_effect_that_nobody_tried),
    ("I10", an_approval_without_printing),
    ("I11", a_text_in_decomposed_letters),
]


@pytest.mark.parametrize(
    ("code", "plant"),
    FAULTS,
    ids=[plant.__name__ for _code, plant in FAULTS],
)
def test_a_planted_fault_is_found(newsroom_at_work, code, plant):
    plant(newsroom_at_work)

    assert code in codes()


def test_every_check_has_a_planted_fault():
    assert {code for code, _plant in FAULTS} == set(CHECKS)


def test_the_command_is_quiet_and_gives_zero_when_everything_holds(newsroom_at_work):
    out = io.StringIO()

    call_command("check_invariants", stdout=out)

    assert "I11" in out.getvalue()


def test_the_command_names_each_violation_and_fails(newsroom_at_work):
    an_approval_without_printing(newsroom_at_work)
    out = io.StringIO()

    with pytest.raises(CommandError):
        call_command("check_invariants", stdout=out)

    assert out.getvalue().startswith("I10: ")


def test_a_machine_gets_json(newsroom_at_work):
    an_approval_without_printing(newsroom_at_work)
    out = io.StringIO()

    with pytest.raises(CommandError):
        call_command("check_invariants", "--json", stdout=out)

    facts = json.loads(out.getvalue())
    assert [row["code"] for row in facts["violations"]] == ["I10"]
    assert "I1" in facts["checked"]
