"""The words of a query, and where they stand in a text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.fold import fold
from newsroom.text.search import LONGEST_WORD, MOST_WORDS, Query, bare

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def hits(query: str, text: str) -> list[str]:
    return [part.text for part in Query.parse(query).marked(text) if part.is_hit]


def test_it_works():
    query = Query.parse("Đà  Nẵng")

    assert query.words == ("đà", "nẵng")
    assert query.bare == ("da", "nang")
    assert query.neighbours == ("da nang",)


@pytest.mark.parametrize("text", ["", " ", "…?!", "\x00\u202e", "_"])
def test_what_has_no_letters_asks_for_nothing(text):
    assert Query.parse(text).bare == ()
    assert Query.parse(text).marked("Huế") == Query().marked("Huế")


def test_a_query_is_bounded():
    query = Query.parse("a" * 150 + " b" * 40)

    assert len(query.bare) == MOST_WORDS
    assert len(query.bare[0]) == LONGEST_WORD


@given(TEXTS)
def test_any_query_can_be_read(text):
    query = Query.parse(text)

    assert len(query.words) == len(query.bare)


@given(TEXTS)
def test_no_sign_comes_or_goes_with_the_marks(text):
    assert len(bare(text)) == len(text)


@given(st.text("aăâáàảãạắềộữỹđĐ bx1.,"))
def test_bare_is_fold_without_moving_anything(text):
    composed = unicodedata.normalize("NFC", text)

    assert fold(bare(composed)) == fold(composed)


@given(TEXTS, TEXTS)
def test_the_marked_pieces_are_the_text(query, text):
    parts = Query.parse(query).marked(text)

    assert "".join(part.text for part in parts) == text


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("hue", "Huế, Huệ và hueva", ["Huế", "Huệ"]),
        ("to lam", "Tô Lâm, tổ, lâm", ["Tô Lâm", "tổ, lâm"]),
        ("mua hue", "Huế có mưa", ["Huế", "mưa"]),
        ("song huong lu lon", "Lũ sông Hương lớn", ["Lũ sông Hương lớn"]),
        ("lu lon song huong", "Lũ ở sông Hương", ["Lũ", "sông Hương"]),
        ("5.000", "5.000 hộ, 5000 hộ", ["5.000"]),
        ("huế", "Huế hue", ["Huế", "hue"]),
    ],
)
def test_words_side_by_side_are_one_hit_and_others_each(query, text, marked):
    assert hits(query, text) == marked


@pytest.mark.parametrize(
    ("query", "text", "level"),
    [
        ("bán tải", "Xe bán tải", 2),
        ("bán tải", "Xe bán tài", 0),
        ("bán tải", "Xe bán <b>tải</b>", 1),
        ("hòa bình", "Hoà bình", 1),
        ("gd-đt", "Bộ GD-ĐT", 2),
        ("gd-đt", "Bộ GD&amp;ĐT", 0),
        ("gd-đt", "Bộ GD&ĐT", 1),
        ("ban tai", "ban tai", 0),
    ],
)
def test_what_was_typed_is_told_from_what_is_like_it(query, text, level):
    assert Query.parse(query).exactness(text, as_phrase=True) == level


def test_words_far_apart_are_exact_each():
    query = Query.parse("bán tải")

    assert query.exactness("Tải rồi mới bán", as_phrase=False) == 1
    assert query.exactness("Tài rồi mới bán", as_phrase=False) == 0


def test_an_excerpt_is_cut_between_words_around_the_hit():
    text = "một hai ba bốn năm sáu bảy tám chín mười"

    assert Query.parse("sau").excerpt(text, 8) == "…bốn năm sáu bảy tám…"
    assert Query.parse("mot").excerpt(text, 8) == "một hai ba…"
    assert Query.parse("khong co").excerpt("ngắn", 8) == "ngắn"
