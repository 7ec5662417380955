"""What stands against a photo: told with its sentence, and asked of many at once."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from photos.describing import describe
from photos.models import Lease, Override, Photo, Rights
from photos.validity import Code, faults, forbidden, refusals
from tests import makers

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
SPANS = {
    "past": (None, -DAY),
    "now": (-DAY, DAY),
    "later": (DAY, None),
    "ever": (None, None),
}


def lease(photo: Photo, access: str, span: str) -> Lease:
    now = timezone.now()
    starts, ends = (now + side if side else None for side in SPANS[span])
    return Lease.objects.create(
        photo=photo, access=access, starts_at=starts, ends_at=ends, created_at=now
    )


def codes(photo: Photo) -> list[str]:
    return [fault.code for fault in faults(judged(photo))]


def judged(photo: Photo) -> Photo:
    return Photo.objects.with_leases().get(pk=photo.pk)


def test_it_works():
    assert codes(makers.photo()) == []


@pytest.mark.parametrize(
    ("credit", "caption", "expected"),
    [
        ("", "Cầu mới.", [Code.MISSING_CREDIT, Code.UNKNOWN_RIGHTS]),
        ("(Ảnh: TTXVN)", "", [Code.MISSING_CAPTION]),
        ("Ảnh: Trần Mai", "Cầu mới.", [Code.UNKNOWN_RIGHTS]),
        ("Ảnh minh họa", "Cầu mới.", [Code.UNKNOWN_RIGHTS]),
        ("Ảnh: NVCC", "Cầu mới.", []),
        ("(Ảnh: Ann Lee/ap)", "Cầu mới.", []),
    ],
)
def test_what_is_missing_is_told(credit, caption, expected):
    photo = makers.photo()

    describe(photo, caption=caption, credit=credit)

    assert codes(photo) == expected


def test_a_credit_of_parts_alone_is_a_credit():
    photo = makers.photo(credit="")
    photo.photographers.create(name="Trần Mai")

    assert Code.MISSING_CREDIT not in codes(photo)


@pytest.mark.parametrize(
    ("access", "span", "expected"),
    [
        ("allow", "past", [Code.LEASE_EXPIRED]),
        ("allow", "now", []),
        ("allow", "later", [Code.LEASE_EXPIRED]),
        ("deny", "past", []),
        ("deny", "now", [Code.DENIED]),
        ("deny", "later", []),
    ],
)
def test_a_lease_counts_while_it_lasts(access, span, expected):
    photo = makers.photo()

    lease(photo, access, span)

    assert codes(photo) == expected


def test_one_lease_that_counts_is_enough_and_tells_the_rights():
    photo = makers.photo(credit="Ảnh: Trần Mai")
    lease(photo, "allow", "past")
    lease(photo, "allow", "now")

    assert codes(photo) == []


def test_a_lease_that_ended_says_when():
    photo = makers.photo()
    Lease.objects.create(
        photo=photo, access="allow", ends_at=makers.AT, created_at=makers.AT
    )

    (sentence,) = refusals(judged(photo))

    assert "18:05 30/12/2023" in sentence and str(photo.pk) in sentence


def test_what_was_let_through_is_told_and_forbids_no_more():
    photo = makers.photo()
    lease(photo, "allow", "past")
    Override.objects.create(
        photo=photo, code=Code.LEASE_EXPIRED, reason="Có thư.", created_at=makers.AT
    )

    (fault,) = faults(judged(photo))

    assert fault.override and not fault.forbids
    assert refusals(judged(photo)) == []


def test_unknown_rights_warn_and_do_not_forbid():
    photo = makers.photo(credit="Ảnh: Trần Mai")

    (fault,) = faults(judged(photo))

    assert fault.is_warning and not fault.forbids
    assert photo.rights == Rights.UNKNOWN


def test_many_are_asked_as_one_is():
    """Every credit, caption, pair of leases and exception: SQL and Python agree."""
    choices = product(
        ("", "(Ảnh: TTXVN)"),
        ("", "Cầu mới."),
        (None, *product(("allow", "deny"), SPANS)),
        (None, ("allow", "now")),
        (None, Code.LEASE_EXPIRED, Code.MISSING_CAPTION),
    )
    rows = list(choices)
    Photo.objects.bulk_create(
        Photo(
            sha256=f"{number:064x}",
            public_key=f"{number:032x}",
            format="jpeg",
            size=1,
            width=1,
            height=1,
            credit_text=credit,
            caption=caption,
            created_at=makers.AT,
            day=makers.AT.date(),
        )
        for number, (credit, caption, *_rest) in enumerate(rows)
    )
    photos = Photo.objects.order_by("sha256")
    for photo, (*_words, first, second, code) in zip(photos, rows, strict=True):
        for each in filter(None, (first, second)):
            lease(photo, *each)
        if code:
            Override.objects.create(photo=photo, code=code, created_at=makers.AT)

    asked = set(forbidden(Photo.objects.with_leases()))

    one_by_one = {photo for photo in Photo.objects.with_leases() if refusals(photo)}
    assert asked == one_by_one and 0 < len(asked) < len(rows)
