"""Rights, leases and exceptions: kept, told, and what stops a printing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from desk import photo_rights, publishing
from desk.models import Audit, Story
from desk.outlook import outlook
from desk.permissions import Forbidden
from desk.photo_desk import Words, describe
from desk.photo_rights import (
    Span,
    end_lease,
    end_override,
    give_rights,
    marks,
    override,
)
from desk.printing import Unprintable
from desk.refusals import PhotoRejected
from desk.roles import EDITOR, MANAGING_EDITOR, PHOTO_EDITOR
from desk.writing import Stale
from photos.models import Lease, Override, Photo
from photos.validity import Code
from tests import makers

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def ngoc():
    return makers.person("ngoc", PHOTO_EDITOR)


def lease(photo: Photo, by, **fields) -> Lease:
    photo.refresh_from_db()
    span = Span(fields.pop("access", "allow"), **fields)
    return photo_rights.lease(photo, span, version=photo.version, by=by)


def ended(photo: Photo, by) -> None:
    lease(photo, by, ends_at=timezone.now() - DAY)


def a_story_with(photo: Photo) -> Story:
    return makers.story(lead=makers.lead(photo))


def print_it(story: Story) -> Article:
    story.refresh_from_db()
    return publishing.print_story(story, version=story.version, by=makers.chief())


def test_it_works(ngoc):
    photo = makers.photo(credit="Ảnh: Trần Mai")
    lease(photo, ngoc, ends_at=timezone.now() + DAY, note="Đã trả tiền")

    article = print_it(a_story_with(photo))

    assert article.photos.count() == 1
    assert marks() == []


@pytest.mark.parametrize("act", ["print", "correct", "reprint"])
def test_a_lease_that_ended_stops_every_printing_with_a_sentence(ngoc, act):
    photo = makers.photo()
    story = a_story_with(photo)
    words = {"correct": {"note": "Sai"}, "reprint": {"reason": "Sai"}}.get(act, {})
    if words:
        print_it(story)
        story.refresh_from_db()
    ended(photo, ngoc)
    verb = {"print": publishing.print_story}.get(act) or getattr(publishing, act)

    with pytest.raises(Unprintable, match=str(photo.pk)):
        verb(story, version=story.version, by=makers.chief(), **words)

    assert Article.objects.count() == bool(words)


def test_the_gate_asks_the_databases_clock_and_nobodys_else(ngoc, monkeypatch):
    photo = makers.photo()
    ended(photo, ngoc)
    monkeypatch.setattr("desk.publishing.clock", lambda: makers.AT)
    monkeypatch.setattr(timezone, "now", lambda: makers.AT)

    with pytest.raises(Unprintable):
        print_it(a_story_with(photo))


@pytest.mark.parametrize(("caption", "credit"), [("", "(Ảnh: TTXVN)"), ("Cầu.", "")])
def test_a_photo_without_caption_or_credit_is_not_printed(ngoc, caption, credit):
    photo = makers.photo()
    Photo.objects.update(caption=caption, credit_text=credit, agency="")
    photo.photographers.all().delete()

    with pytest.raises(Unprintable):
        print_it(a_story_with(photo))


def test_what_stands_in_the_way_is_told_before_and_what_only_warns_too(ngoc):
    photo, denied = makers.photo(credit="Ảnh: Trần Mai"), makers.photo()
    lease(denied, ngoc, access="deny")
    photo.refresh_from_db()
    give_rights(photo, "", restrictions="Không dùng lại.", version=1, by=ngoc)
    figure = f'<figure class="photo" data-photo="{denied.pk}"></figure>'
    story = makers.story(lead=makers.lead(photo), body=f"<p>Một.</p>{figure}")

    seen = outlook(story, "print", by=makers.chief())

    assert len(seen.obstacles) == 1 and str(denied.pk) in seen.obstacles[0]
    assert len(seen.warnings) == 2 and "Không dùng lại." in seen.warnings[1]


def test_the_managing_editor_lets_an_ended_lease_through_and_the_audit_says_why(ngoc):
    photo, thu = makers.photo(), makers.thu()
    ended(photo, ngoc)

    override(photo, Code.LEASE_EXPIRED, reason="Có thư gia hạn.", version=2, by=thu)

    assert print_it(a_story_with(photo))
    entry = Audit.objects.get(action="override photo")
    assert (entry.actor_name, entry.photo_number) == ("thu", photo.pk)
    assert "Có thư gia hạn." in entry.detail


def test_what_was_let_through_is_asked_anew_under_another_lease(ngoc):
    photo, thu = makers.photo(), makers.thu()
    ended(photo, ngoc)
    override(photo, Code.LEASE_EXPIRED, reason="Có thư.", version=2, by=thu)

    ended(photo, ngoc)

    assert not Override.objects.exists()


def test_an_exception_is_taken_back(ngoc):
    photo, thu = makers.photo(), makers.thu()
    ended(photo, ngoc)
    override(photo, Code.LEASE_EXPIRED, reason="Có thư.", version=2, by=thu)

    end_override(photo, Code.LEASE_EXPIRED, version=3, by=thu)

    with pytest.raises(Unprintable):
        print_it(a_story_with(photo))


@pytest.mark.parametrize(
    ("code", "role"),
    [
        (Code.LEASE_EXPIRED, PHOTO_EDITOR),
        (Code.LEASE_EXPIRED, EDITOR),
        (Code.DENIED, MANAGING_EDITOR),
        (Code.MISSING_CREDIT, MANAGING_EDITOR),
        (Code.UNKNOWN_RIGHTS, MANAGING_EDITOR),
        ("nonsense", MANAGING_EDITOR),
    ],
)
def test_what_a_person_may_not_let_through_stays_forbidden(code, role):
    photo = makers.photo()

    with pytest.raises(Forbidden):
        override(photo, code, reason="Vội.", version=1, by=makers.person("ai", role))

    assert not Override.objects.exists()


def test_nothing_is_let_through_that_does_not_stand_against_the_photo_or_without_why():
    photo, thu = makers.photo(), makers.thu()

    with pytest.raises(PhotoRejected):
        override(photo, Code.LEASE_EXPIRED, reason="Vội.", version=1, by=thu)
    with pytest.raises(PhotoRejected):
        override(photo, Code.LEASE_EXPIRED, reason=" ", version=1, by=thu)


def test_rights_given_by_hand_stay_when_the_credit_changes(ngoc):
    photo = makers.photo()
    give_rights(photo, "licensed", restrictions="", version=1, by=ngoc)

    describe(photo, Words("Cầu.", "(Ảnh: AFP)"), version=2, by=ngoc)
    photo.refresh_from_db()
    assert photo.rights == "licensed"

    give_rights(photo, "", restrictions="", version=3, by=ngoc)
    photo.refresh_from_db()
    assert photo.rights == "agency"


def test_who_saw_an_older_version_changes_nothing(ngoc):
    photo = makers.photo()
    made = lease(photo, ngoc)

    with pytest.raises(Stale):
        give_rights(photo, "own", restrictions="", version=1, by=ngoc)
    with pytest.raises(Stale):
        end_lease(photo, made.pk, version=1, by=ngoc)

    assert Lease.objects.count() == 1


def test_a_lease_of_another_photo_is_not_ended_here(ngoc):
    made = lease(makers.photo(), ngoc)
    other = makers.photo()

    with pytest.raises(PhotoRejected):
        end_lease(other, made.pk, version=1, by=ngoc)


def test_a_lease_that_ends_before_it_begins_is_refused(ngoc):
    now = timezone.now()

    with pytest.raises(PhotoRejected):
        lease(makers.photo(), ngoc, starts_at=now, ends_at=now)


def test_an_editor_keeps_no_rights():
    photo, binh = makers.photo(), makers.binh()

    with pytest.raises(Forbidden):
        lease(photo, binh)
    with pytest.raises(Forbidden):
        give_rights(photo, "own", restrictions="", version=1, by=binh)


def test_live_articles_are_marked_when_a_lease_ends_under_them(ngoc):
    photo, other = makers.photo(), makers.photo()
    article = print_it(a_story_with(photo))
    print_it(a_story_with(other))
    lease(other, ngoc, ends_at=timezone.now() + DAY)

    ended(photo, ngoc)

    (mark,) = marks()
    assert (mark.article.pk, mark.photo) == (article.pk, photo)
    assert str(photo.pk) in mark.sentences[0]
    assert marks([article.pk + 1]) == []
