"""A dispatch becomes a story: as it was read, as it was chosen, with its photos."""

import re

import pytest

from articles.models import Section
from desk.models import Revision, Story, User
from desk.permissions import Forbidden
from tests import makers
from tests.wire.samples import STORY, written
from wire.composing import Shot
from wire.correcting import pieces
from wire.importing import Wishes, import_dispatch, read
from wire.models import WireItem
from wire.unreadable import Unreadable

pytestmark = pytest.mark.django_db

TEXT = written()
SECOND = "Cầu nhìn từ bờ nam. (Ảnh: Lê Hà/TTXVN)"
TWO = TEXT.replace("Cây cầu dài", f"{SECOND}\n\nCây cầu dài")


def brought(text: str = TEXT, by: User | None = None, **wishes) -> Story:
    return import_dispatch(text.encode(), by=by, wishes=Wishes(**wishes)).story


def chosen(text: str, **kinds: str) -> dict[str, str]:
    dispatch = read(text.encode())
    return {
        piece.name: kind
        for words, kind in kinds.items()
        for piece in pieces(dispatch)
        if piece.part.text.startswith(words)
    }


def photos_in(story: Story) -> list[str]:
    """The body's blocks in order: "p", or the caption of a figure."""
    found = re.findall(r"<(p)>|<figcaption>(.*?)</figcaption>", story.body)
    return [caption or tag for tag, caption in found]


def test_it_works():
    story = brought(choices=chosen(TEXT, Cây="subheading"))

    assert f"<h2>{STORY['third']}</h2>" in story.body
    assert WireItem.objects.get().name == STORY["headline"]
    assert Revision.objects.get().source == "wire"


def test_a_photo_of_each_caption_stands_where_the_caption_stood():
    first, second, third = (makers.photo() for _number in range(3))
    shots = (
        Shot(third, "Không có trong tin."),
        Shot(second, "Cầu nhìn từ bờ nam.", 1),
        Shot(first, "Dòng xe đầu tiên.", 0),
    )

    story = brought(TWO, shots=shots)

    assert (story.lead_photo, story.lead_caption) == (first, "Dòng xe đầu tiên.")
    captions = ["Cầu nhìn từ bờ nam.", "Không có trong tin."]
    assert photos_in(story) == ["p", "p", captions[0], "p", captions[1]]
    assert [row.photo for row in story.photos.all()] == [second, third]


def test_photos_at_one_place_keep_their_order():
    shots = tuple(Shot(makers.photo(), f"Số {number}") for number in range(4))

    story = brought(shots=shots)

    assert story.lead_caption == "Số 0"
    assert photos_in(story)[-3:] == ["Số 1", "Số 2", "Số 3"]


def test_captions_without_a_photo_are_said():
    wishes = Wishes(shots=(Shot(makers.photo(), "a", 0),))

    imported = import_dispatch(TWO.encode(), by=None, wishes=wishes)

    assert "1 chú thích" in imported.remarks[0]


def test_two_headlines_are_refused_and_nothing_is_kept():
    with pytest.raises(Unreadable, match="tít"):
        brought(choices=chosen(TEXT, Cây="headline"))

    assert not Story.objects.exists() and not WireItem.objects.exists()


def test_a_line_chosen_for_a_section_finds_one_and_makes_none_of_an_odd_name():
    other = TEXT.replace("Giao thông", "Chuyện bên sông", 1)

    odd = brought(other, choices=chosen(other, Chuyện="kicker", Thu="section"))
    makers.section("Thu Cúc", "thu-cuc")
    found = brought(f"{other} ", choices=chosen(other, Chuyện="kicker", Thu="section"))

    assert odd.section is None
    assert found.section.slug == "thu-cuc"
    assert Section.objects.count() == 1


def test_who_is_limited_to_sections_brings_in_to_these_alone():
    binh = makers.binh()
    binh.sections.add(makers.section())

    with pytest.raises(Forbidden, match="Giao thông"):
        brought(by=binh)
    story = brought(by=binh, section="xa-hoi")

    assert story.section.slug == "xa-hoi"
    assert not Section.objects.filter(slug="giao-thong").exists()
