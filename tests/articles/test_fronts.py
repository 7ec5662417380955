"""The front page: one lead, seconds, the latest, a block for each section."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.fronts import LATEST, SECONDS, front_of, layouts
from articles.masthead import masthead
from articles.models import Article
from tests import makers

pytestmark = pytest.mark.django_db


def front():
    return front_of("vi", masthead(), now=timezone.now())


def pictured(headline: str, width: int = 600, height: int = 400, **fields):
    photo = makers.photo(size=(width, height))
    return makers.article(headline=headline, lead=makers.lead(photo), **fields)


def headlines(cards) -> list[str]:
    return [card.headline for card in cards]


def everything(shown) -> list[int]:
    blocks = [card for block in shown.blocks for card in (block.first, *block.rest)]
    cards = [shown.lead, *shown.seconds, *shown.latest, *blocks]
    return [card.number for card in cards]


def test_it_works():
    pictured("Có ảnh")
    makers.article(headline="Không ảnh")

    shown = front()

    assert shown.lead.headline == "Có ảnh"
    assert headlines(shown.latest) == ["Không ảnh"]


def test_an_empty_paper_has_an_empty_front(client):
    assert front().lead is None
    assert "Chưa có tin nào" in client.get("/").content.decode()


def test_without_a_good_picture_the_newest_leads_as_type(client):
    makers.article(headline="Cũ hơn")
    pictured("Ảnh đứng", 600, 800)

    shown = front()

    assert shown.lead.headline == "Ảnh đứng"
    assert shown.seconds == ()


def test_the_seconds_are_of_other_sections_first():
    others = [makers.section(f"Mục {n}", f"muc-{n}").pk for n in range(2)]
    for headline in ("Ba", "Hai", "Một"):
        pictured(headline)
    for pk in others:
        pictured(f"Mục khác {pk}", section=pk)
    pictured("Dẫn đầu")

    shown = front()

    assert shown.lead.headline == "Dẫn đầu"
    assert headlines(shown.seconds) == [
        *(f"Mục khác {pk}" for pk in reversed(others)),
        "Một",
    ]


def test_nothing_stands_on_it_twice_and_it_is_full():
    like = pictured("Tin")
    makers.archive(like, 100)

    shown = front()

    assert set(Counter(everything(shown)).values()) == {1}
    assert len(shown.seconds) == SECONDS
    assert len(shown.latest) == LATEST
    assert [len(block.rest) for block in shown.blocks] == [4]


def test_a_block_begins_with_a_picture_and_holds_its_sub_sections():
    top = makers.section()
    below = makers.section("Y tế", "y-te", parent=top)
    pictured("Ảnh y tế", section=below.pk)
    makers.article(headline="Tin chữ")
    other = makers.section("Thể thao", "the-thao", position=1)
    like = pictured("Tin thể thao", section=other.pk)
    for number in range(40):
        like.pk, like.first_printed_at = 900 + number, timezone.now()
        like.printed_at = like.first_printed_at
        like.save(force_insert=True)

    (block, _sport) = front().blocks

    assert block.section.name == "Xã hội"
    assert [child.name for child in block.children] == ["Y tế"]
    assert block.first.headline == "Ảnh y tế"
    assert headlines(block.rest) == ["Tin chữ"]


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (0, []),
        (1, ["wide"]),
        (2, ["wide", "turned"]),
        (3, ["wide", "half", "half"]),
        (5, ["wide", "half", "half", "turned", "turned"]),
        (7, ["wide", "half", "half", "turned", "half", "half", "wide"]),
    ],
)
def test_halves_stand_in_pairs(count, names):
    assert layouts(count) == names


def test_english_stories_have_their_own_section():
    english = makers.section("English", "english", language="en", position=9)
    makers.article(headline="In English", language="en", section=english.pk)
    makers.article(headline="Tiếng Việt")

    shown = front()

    assert shown.lead.headline == "Tiếng Việt"
    assert shown.blocks == ()
    assert [item.address for item in shown.navigation.languages] == ["/english/"]


def test_the_time_is_relative_within_the_hour(client):
    makers.article(headline="Dẫn đầu")
    older = makers.article(headline="Trước đó")
    Article.objects.filter(pk=older.pk).update(
        first_printed_at=timezone.now() - timedelta(minutes=12, seconds=5)
    )

    html = client.get("/").content.decode()

    assert "12 phút trước" in html
