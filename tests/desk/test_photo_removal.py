"""Photos that go: what stays of them, where, and for whom."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import timezone

from articles.models import Article, Edition
from desk import publishing
from desk.invariants import violations
from desk.models import Audit, Outbox, Story
from desk.outbox import deliver
from desk.permissions import Forbidden
from desk.photo_desk import Words, crop, describe
from desk.photo_removal import delete, obstacle, put_back, replace, take_down
from desk.photo_uses import uses_of
from desk.printing import Unprintable
from desk.refusals import PhotoRejected
from desk.roles import EDITOR, PHOTO_EDITOR
from desk.writing import Stale
from photos.models import FormerOriginal, Photo
from tests import makers

pytestmark = pytest.mark.django_db(transaction=True)

SOON = timedelta(hours=1)


@pytest.fixture
def ngoc():
    return makers.person("ngoc", PHOTO_EDITOR)


def public() -> set[Path]:
    return {
        path for path in (settings.MEDIA_ROOT / "public").rglob("*") if path.is_file()
    }


def shown(photo: Photo, *more: Photo) -> Article:
    figures = "".join(
        f'<figure class="photo" data-photo="{each.pk}"></figure>' for each in more
    )
    return makers.article(lead=makers.lead(photo), body=f"<p>Nước lên.</p>{figures}")


def new_file(**size) -> ContentFile:
    return ContentFile(makers.jpeg(**size), "moi.jpg")


def test_it_works(ngoc, client):
    photo, other = makers.photo(), makers.photo()
    article = shown(photo, other)
    stem = article.photos.get(photo=photo).stem

    take_down(photo, reason="Ảnh ghép.", version=1, by=ngoc)

    article.refresh_from_db()
    page = client.get(article.get_absolute_url()).content.decode()
    assert stem not in page and article.photos.get().photo == other
    assert {path.name[:32] for path in public()} == {other.public_key}
    assert list(violations()) == []


def test_a_takedown_waits_for_no_embargo_and_no_state(ngoc):
    photo = makers.photo()
    article = shown(photo)
    Story.objects.update(embargo_until=timezone.now() + SOON, headline="Đang viết dở")

    take_down(photo, reason="Ảnh ghép.", version=1, by=ngoc)

    article.refresh_from_db()
    assert article.edition_number == 2 and not article.photos.exists()
    assert Edition.objects.get(number=2).kind == "reprint"
    assert article.headline == "Mưa lớn ở Huế làm ngập nhiều tuyến phố"
    assert public() == set()


def test_an_article_can_be_printed_again_only_without_it_until_it_is_put_back(ngoc):
    photo = makers.photo()
    article = shown(photo)
    take_down(photo, reason="Nhầm.", version=1, by=ngoc)
    story = makers.fresh(article)
    with pytest.raises(Unprintable):
        publishing.print_story(story, version=story.version, by=makers.chief())

    put_back(photo, version=2, by=ngoc)
    publishing.print_story(story, version=story.version, by=makers.chief())

    assert article.photos.get().photo == photo
    assert len(public()) > 0 and list(violations()) == []


def test_a_takedown_that_was_interrupted_is_finished_later(ngoc, monkeypatch):
    photo = makers.photo()
    article = shown(photo)
    with monkeypatch.context() as broken:
        broken.setattr("desk.publishing.leave_out", lambda *args, **words: 1 / 0)
        take_down(photo, reason="Ảnh ghép.", version=1, by=ngoc)
    assert public() == set() and article.photos.exists()

    deliver()

    assert not article.photos.exists()
    assert not Outbox.objects.filter(delivered_at=None).exists()


@pytest.mark.parametrize("verb", [take_down, put_back])
def test_an_editor_takes_nothing_down(verb):
    photo, binh = makers.photo(), makers.binh()
    words = {"reason": "Nhầm."} if verb is take_down else {}

    with pytest.raises(Forbidden):
        verb(photo, version=1, by=binh, **words)


def test_a_takedown_says_why_once(ngoc):
    photo = makers.photo()

    with pytest.raises(PhotoRejected):
        take_down(photo, reason=" ", version=1, by=ngoc)
    take_down(photo, reason="Ảnh ghép.", version=1, by=ngoc)
    with pytest.raises(PhotoRejected):
        take_down(photo, reason="Ảnh ghép.", version=2, by=ngoc)

    assert Audit.objects.get(action="take down photo").photo_number == photo.pk


def test_a_photo_that_was_never_used_is_deleted(ngoc):
    photo = makers.photo()

    delete(photo, version=1, by=ngoc)

    assert not Photo.objects.exists()
    assert photo.sha256 in Audit.objects.get(action="delete photo").detail


def test_what_readers_saw_once_is_never_deleted(ngoc):
    photo = makers.photo()
    story = makers.fresh(shown(photo))
    publishing.withdraw(story, version=story.version, by=makers.chief())

    with pytest.raises(PhotoRejected):
        delete(photo, version=1, by=ngoc)

    uses = uses_of(photo, by=ngoc)
    assert (uses.count, uses.past) == (0, (story,))


def test_a_photo_of_a_story_or_an_author_is_not_deleted(ngoc):
    lead, inside, portrait = makers.photo(), makers.photo(), makers.photo()
    figure = f'<figure class="photo" data-photo="{inside.pk}"></figure>'
    story = makers.story(lead=makers.lead(lead), body=f"<p>Một.</p>{figure}")
    author = makers.author(portrait=portrait)

    for photo in (lead, inside, portrait):
        with pytest.raises(PhotoRejected):
            delete(photo, version=1, by=ngoc)
        assert obstacle(photo, by=ngoc)

    assert uses_of(inside, by=ngoc).stories == (story,)
    assert uses_of(portrait, by=ngoc).authors == (author,)


def test_a_new_file_keeps_words_uses_and_the_old_original_and_is_printed(ngoc):
    photo = makers.photo()
    article = shown(photo)
    before, first = public(), photo.sha256

    replace(photo, new_file(), version=1, by=ngoc, at=timezone.now())

    photo.refresh_from_db()
    article.refresh_from_db()
    assert photo.sha256 != first and photo.caption == "Mưa trên phố."
    assert FormerOriginal.objects.get().sha256 == first
    assert article.edition_number == 2 and article.photos.get().photo == photo
    assert public() and not public() & before
    assert list(violations()) == []


def test_the_old_file_can_come_back(ngoc):
    data = makers.jpeg()
    photo = makers.photo(data=data)
    replace(photo, new_file(), version=1, by=ngoc, at=timezone.now())

    old = ContentFile(data, "cu.jpg")
    replace(photo, old, version=2, by=ngoc, at=timezone.now())

    photo.refresh_from_db()
    assert photo.file_name == "cu.jpg" and FormerOriginal.objects.count() == 2
    assert list(violations()) == []


def test_crops_are_kept_only_for_a_picture_of_the_same_proportions(ngoc):
    photo = makers.photo()
    boxes = {"1x1": [0, 0, 750, 1000]}
    crop(photo, focus=(100, 900), crops=boxes, version=1, by=ngoc)

    replace(photo, new_file(width=128, height=96), version=2, by=ngoc, at=makers.AT)
    photo.refresh_from_db()
    assert (photo.crops, photo.focal_x) == (boxes, 100)

    tall = new_file(width=96, height=128)
    replace(photo, tall, version=3, by=ngoc, at=timezone.now())
    photo.refresh_from_db()
    assert (photo.crops, photo.focal_x) == ({}, 500)


def test_a_file_that_is_a_photo_already_replaces_nothing(ngoc):
    data = makers.jpeg()
    photo, other = makers.photo(), makers.photo(data=data)

    for again in (other, photo):
        with pytest.raises(PhotoRejected):
            file = ContentFile(data, "moi.jpg")
            replace(photo, file, version=1, by=ngoc, at=timezone.now())
        assert again

    assert Photo.objects.count() == 2 and not FormerOriginal.objects.exists()


def test_a_corrected_credit_is_printed_everywhere_by_who_may(ngoc):
    photo = makers.photo()
    articles = [shown(photo), shown(photo)]

    describe(photo, Words("Cầu.", "(Ảnh: Lê Bê/TTXVN)"), version=1, by=ngoc)

    for article in articles:
        article.refresh_from_db()
        assert article.edition_number == 2
        assert "(Ảnh: Lê Bê/TTXVN)" in article.content
    photo.refresh_from_db()
    assert not any(use.is_behind for use in uses_of(photo, by=ngoc).live)


def test_who_may_not_reprint_leaves_the_article_behind_and_the_page_says_so():
    photo, ai = makers.photo(), makers.person("ai", EDITOR)
    article = shown(photo)

    describe(photo, Words("Cầu.", "(Ảnh: Lê Bê/TTXVN)"), version=1, by=ai)

    photo.refresh_from_db()
    (use,) = uses_of(photo, by=ai).live
    assert use.article == article and use.is_behind and use.is_lead


def test_a_change_that_readers_do_not_see_prints_nothing(ngoc):
    photo = makers.photo()
    article = shown(photo)

    words = Words(photo.caption, photo.credit_text, keywords="mưa, lũ, mưa")
    describe(photo, words, version=1, by=ngoc)

    article.refresh_from_db()
    photo.refresh_from_db()
    assert article.edition_number == 1 and photo.keywords == "mưa, lũ"


@pytest.mark.parametrize("verb", [delete, take_down, put_back, replace, crop, describe])
def test_who_saw_an_older_version_changes_nothing(ngoc, verb):
    photo = makers.photo()
    Photo.objects.update(version=2)
    words = {
        take_down: {"reason": "Nhầm."},
        replace: {"at": makers.AT, "file": new_file()},
        crop: {"focus": (0, 0), "crops": {}},
        describe: {"words": Words("", "")},
    }.get(verb, {})

    with pytest.raises(Stale):
        verb(photo, version=1, by=ngoc, **words)

    photo.refresh_from_db()
    assert (photo.version, photo.caption) == (2, "Mưa trên phố.")
