"""Printing, correcting, reprinting, withdrawing, and what each refuses."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import ProtectedError
from django.db.models.functions import Now

from articles.models import Article, Edition, Stamp, Withdrawal
from articles.printed import edition_hash
from desk import publishing, writing
from desk.models import Audit, Outbox, Story
from desk.permissions import Forbidden
from desk.printing import Unprintable
from desk.records import audit_hash, moment
from photos.models import Photo
from tests import makers

pytestmark = pytest.mark.django_db


def printed(story, by=None, version=None):
    return publishing.print_story(
        story, version=version or makers.fresh(story).version, by=by or makers.thu()
    )


def public_files() -> list[Path]:
    folder = Path(settings.MEDIA_ROOT) / "public"
    return [path for path in folder.rglob("*") if path.is_file()]


def test_it_works():
    story = makers.story(lead=makers.lead(makers.photo()))

    article = printed(story)

    assert article.pk == story.pk
    assert article.headline == "Mưa lớn ở Huế làm ngập nhiều tuyến phố"
    assert article.slug == "mua-lon-o-hue-lam-ngap-nhieu-tuyen-pho"
    assert Edition.objects.get().content == article.content
    assert makers.fresh(story).printed_revision.number == 1
    assert len(public_files()) == makers.PUBLIC_FILES


def test_the_stamp_and_the_audit_move_once():
    story = makers.story()
    before = Stamp.objects.get().n

    printed(story)

    assert Stamp.objects.get().n == before + 1
    assert Audit.objects.filter(action="print").count() == 1


def test_a_version_that_is_not_the_newest_prints_nothing():
    story = makers.story()

    with pytest.raises(writing.Stale):
        printed(story, version=7)

    assert not Article.objects.exists()


def test_editing_a_printed_story_changes_no_public_byte(client):
    thu = makers.thu()
    story = makers.story(lead=makers.lead(makers.photo()))
    address = printed(story, thu).get_absolute_url()
    before = client.get(address).content

    writing.save(
        story,
        makers.copy(headline="Chưa ai duyệt", lead=makers.lead(makers.photo())),
        version=makers.fresh(story).version,
        by=thu,
    )

    assert client.get(address).content == before
    assert len(public_files()) == makers.PUBLIC_FILES


def test_an_update_is_the_next_edition_of_the_chain():
    thu, binh = makers.thu(), makers.binh()
    story = makers.story()
    printed(story, thu)
    writing.save(story, makers.copy(headline="Nước rút dần"), version=2, by=binh)

    article = printed(story, thu)

    first, second = Edition.objects.order_by("number")
    assert (first.kind, second.kind) == ("print", "update")
    assert second.previous_hash == first.hash
    assert article.updated_at == article.printed_at
    assert article.first_printed_at == first.printed_at


def test_each_hash_can_be_made_again():
    printed(makers.story())

    edition = Edition.objects.get()

    assert edition.hash == edition_hash(
        previous_hash="",
        article_id=edition.article_id,
        number=1,
        kind="print",
        printed_at=moment(edition.printed_at),
        revision_number=edition.revision_number,
        revision_hash=edition.revision_hash,
        content=edition.content,
    )
    for entry in Audit.objects.all():
        assert entry.hash == audit_hash(entry)


def test_a_correction_is_dated():
    thu, binh = makers.thu(), makers.binh()
    story = makers.story()
    printed(story, thu)
    writing.save(story, makers.copy(standfirst="Sửa số."), version=2, by=binh)

    article = publishing.correct(story, version=3, by=thu, note="Sai số liệu.")

    assert article.corrected_at == article.printed_at
    assert Edition.objects.get(number=2).kind == "correction"


def test_what_is_not_live_cannot_be_corrected_reprinted_or_withdrawn():
    thu = makers.thu()
    story = makers.story()

    for verb, words in (
        (publishing.correct, {"note": ""}),
        (publishing.reprint, {"reason": ""}),
        (publishing.withdraw, {}),
    ):
        with pytest.raises(publishing.NotLive):
            verb(story, version=1, by=thu, **words)


def test_a_reprint_takes_a_corrected_credit_and_nobodys_edits():
    thu = makers.thu()
    photo = makers.photo()
    story = makers.story(lead=makers.lead(photo))
    printed(story, thu)
    writing.save(story, makers.copy(headline="Chưa duyệt"), version=2, by=thu)
    Photo.objects.filter(pk=photo.pk).update(credit_text="(Ảnh: Lê Hà/TTXVN)")

    article = publishing.reprint(story, version=3, by=thu, reason="Sai tên.")

    assert "(Ảnh: Lê Hà/TTXVN)" in article.content
    assert "Chưa duyệt" not in article.content
    assert makers.fresh(story).status == Story.Status.DRAFT
    assert article.updated_at is None


def test_a_withdrawn_article_is_gone_with_its_pictures(
    client, django_capture_on_commit_callbacks
):
    thu = makers.thu()
    story = makers.story(lead=makers.lead(makers.photo()))
    address = printed(story, thu).get_absolute_url()

    with django_capture_on_commit_callbacks(execute=True):
        publishing.withdraw(story, version=2, by=thu, notice="Tin chưa kiểm chứng.")

    answer = client.get(address)
    assert answer.status_code == 410
    assert "Tin chưa kiểm chứng." in answer.content.decode()
    assert public_files() == []
    assert Outbox.objects.get().delivered_at


def test_a_photo_that_another_article_shows_stays(django_capture_on_commit_callbacks):
    thu = makers.thu()
    photo = makers.photo()
    story = makers.story(lead=makers.lead(photo))
    printed(story, thu)
    printed(makers.story(lead=makers.lead(photo)), thu)

    with django_capture_on_commit_callbacks(execute=True):
        publishing.withdraw(story, version=2, by=thu)

    assert len(public_files()) == makers.PUBLIC_FILES


def test_printing_again_goes_on_counting():
    thu = makers.thu()
    story = makers.story()
    first = printed(story, thu)
    publishing.withdraw(story, version=2, by=thu)

    again = printed(story, thu)

    assert again.edition_number == 2
    assert again.first_printed_at == first.first_printed_at
    assert Edition.objects.get(number=2).kind == "print"
    assert not Withdrawal.objects.exists()


def test_an_embargo_stops_printing_and_correcting_but_not_withdrawing():
    thu = makers.thu()
    story = makers.story()
    printed(story, thu)
    Story.objects.update(embargo_until=Now() + timedelta(hours=1))

    with pytest.raises(publishing.Embargoed):
        printed(story, thu)
    with pytest.raises(publishing.Embargoed):
        publishing.correct(story, version=2, by=thu, note="")
    with pytest.raises(publishing.Embargoed):
        publishing.reprint(story, version=2, by=thu, reason="")
    publishing.withdraw(story, version=2, by=thu)

    assert not Article.objects.exists()


def test_an_embargo_that_is_over_stops_nothing():
    story = makers.story()
    Story.objects.update(embargo_until=Now() - timedelta(seconds=1))

    assert printed(story).pk == story.pk


@pytest.mark.parametrize("maker", [makers.lan, makers.binh])
def test_a_reporter_and_an_editor_may_not_print_or_withdraw(maker):
    person = maker()
    story = makers.story()

    with pytest.raises(Forbidden):
        printed(story, person)
    with pytest.raises(Forbidden):
        publishing.withdraw(story, version=1, by=person)

    assert not Article.objects.exists()


def test_nobody_prints_what_he_wrote_himself():
    thu = makers.thu()

    with pytest.raises(Forbidden):
        printed(makers.story(by=thu), thu)


def test_a_story_without_section_is_refused_with_a_sentence():
    story = makers.story()
    writing.save(
        story,
        writing.Copy(headline="Có tít", body="<p>Có bài</p>"),
        version=1,
        by=makers.binh(),
    )

    with pytest.raises(Unprintable):
        printed(story)


def test_a_printed_story_cannot_be_deleted():
    story = makers.story()
    printed(story)

    with pytest.raises(ProtectedError):
        makers.fresh(story).delete()


def test_a_photo_taken_down_stops_the_print():
    photo = makers.photo()
    story = makers.story(lead=makers.lead(photo))
    Photo.objects.update(taken_down_at=makers.AT)

    with pytest.raises(Unprintable):
        printed(story)

    assert public_files() == []
