"""Photos are found: by words without marks, by filters, a page at a time."""

from datetime import date, timedelta

import pytest
from django.db import connection

from desk.photo_desk import Words, describe
from desk.photo_search import Filters, find, matching, use_counts
from desk.roles import PHOTO_EDITOR
from photos.models import Photo
from tests import makers

pytestmark = pytest.mark.django_db


def found(**filters) -> list[Photo]:
    return find(Filters(**filters)).photos


def test_it_works():
    photo = makers.photo()
    makers.photo(credit="Ảnh: NVCC")

    assert found(words="mua PHO trần mai") == [photo]
    assert found(words="mưa ngân hàng") == []


@pytest.mark.parametrize("word", ["hồ xuân", "Huế", "lũ lụt", "kim thành", "anh.jpg"])
def test_every_word_about_a_photo_finds_it_without_marks(word):
    photo = makers.photo()
    words = Words(
        "Cầu Kim Thành.",
        "(Ảnh: TTXVN)",
        people="Hồ Xuân Hà",
        place="Huế",
        keywords="lũ lụt",
    )
    describe(photo, words, version=1, by=makers.person("ngoc", PHOTO_EDITOR))
    makers.photo(credit="Ảnh: NVCC")

    for asked in (word, word.upper()):
        assert photo in found(words=asked)


def test_filters_narrow_together():
    own = makers.photo("(Ảnh: Trần Mai/TTXVN)", data=makers.jpeg(90, 60))
    tall = makers.photo("(Ảnh: Lê Bê/AFP)", data=makers.jpeg(60, 90))
    square = makers.photo("", data=makers.jpeg(60, 60))

    assert found(agency="AFP") == [tall]
    assert found(photographer="Trần Mai") == [own]
    assert found(photographer="Trần") == []
    assert found(orientation="portrait") == [tall]
    assert found(orientation="square", lacks_credit=True) == [square]
    assert found(rights="own") == [own]
    assert found(rights="unknown") == [square]
    assert found(agency="AFP", orientation="landscape") == []


def test_the_day_of_the_picture_counts_or_else_when_it_came_in():
    old, new = makers.photo(), makers.photo()
    ngoc = makers.person("ngoc", PHOTO_EDITOR)
    words = Words(old.caption, old.credit_text, taken_on=date(1975, 4, 30))
    describe(old, words, version=1, by=ngoc)
    came = date(2023, 12, 30)

    assert found(until=date(1980, 1, 1)) == [old]
    assert found(since=came, until=came) == [new]
    assert found(since=date(1975, 4, 30)) == [new, old]
    assert found(since=came + timedelta(days=1)) == []


def test_what_was_printed_once_is_not_unused_and_uses_are_counted():
    lead, inside, never = (makers.photo() for _number in range(3))
    figure = f'<figure class="photo" data-photo="{inside.pk}"></figure>' * 2
    makers.article(lead=makers.lead(lead), body=f"<p>Một.</p>{figure}")
    makers.article(lead=makers.lead(lead))

    assert found(is_unused=True) == [never]
    assert use_counts([lead, inside, never]) == {lead.pk: 2, inside.pk: 1}


@pytest.mark.parametrize("span", [{}, {"since": date(2000, 1, 1)}])
def test_page_after_page_gives_every_photo_once_newest_first(span):
    photos = [makers.photo() for _number in range(5)]
    Photo.objects.filter(pk__in=[photos[1].pk, photos[2].pk]).update(
        created_at=makers.AT - timedelta(days=1),
        day=(makers.AT - timedelta(days=1)).date(),
    )

    pages, before = [], None
    while True:
        page = find(Filters(**span), before=before, most=2)
        pages.append([photo.pk for photo in page.photos])
        before = page.older
        if before is None:
            break

    a, b, c, d, e = (photo.pk for photo in photos)
    assert pages == [[e, d], [a, c], [b]]


def test_what_was_taken_down_is_on_the_sheet_and_not_for_use():
    photo = makers.photo()
    Photo.objects.update(taken_down_at=makers.AT)

    assert found() == [photo]
    assert find(Filters(), only_usable=True).photos == []


def test_a_page_costs_the_same_however_many_photos_it_shows(
    django_assert_max_num_queries,
):
    for _number in range(6):
        makers.photo()

    with django_assert_max_num_queries(4):
        assert len(found()) == 6


@pytest.mark.parametrize(
    "filters",
    [
        {"words": "quynh"},
        {"agency": "AFP"},
        {"rights": "licensed"},
        {"orientation": "square"},
        {"until": date(1990, 1, 1)},
        {"lacks_credit": True},
        {"photographer": "Lê Bê"},
    ],
)
def test_an_index_answers_every_question(filters):
    if connection.vendor != "postgresql":
        return
    Photo.objects.bulk_create(
        Photo(
            sha256=f"{number:064x}",
            public_key=f"{number:032x}",
            format="jpeg",
            size=1,
            width=3,
            height=2,
            credit_text="Ảnh: A",
            search_text=f"mua lon {number}",
            created_at=makers.AT + timedelta(minutes=number),
            day=makers.AT.date(),
        )
        for number in range(2000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE photos_photo")
        cursor.execute("SET LOCAL enable_seqscan = off")  # or a small table is read

    rows = matching(Filters(**filters)).order_by("-created_at", "-pk")
    plan = rows.values_list("pk")[:49].explain()

    assert "Seq Scan on photos_photo " not in plan
