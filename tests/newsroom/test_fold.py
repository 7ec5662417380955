import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.fold import fold

VOWELS = "aăâeêioôơuưy"
MARKS = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
LETTERS = [
    unicodedata.normalize("NFC", vowel + mark) for vowel in VOWELS for mark in MARKS
]


def test_it_works():
    assert fold("Đà Nẵng  mưa lớn") == "da nang mua lon"


@pytest.mark.parametrize("letter", LETTERS)
def test_every_vietnamese_vowel_folds_to_its_letter(letter):
    plain = unicodedata.normalize("NFD", letter)[0]

    assert fold(letter) == fold(letter.upper()) == plain


@pytest.mark.parametrize("letter", "ĐđÐðƉɖ")
def test_every_d_with_a_stroke_is_d(letter):
    assert fold(letter) == "d"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ｔｉｎ", "tin"),
        ("№ 5™", "no 5tm"),
        ("ℂ𝐃", "cd"),
        ("Ærø, Straße", "aero, strasse"),
        ("a\xa0 b\u3000c", "a b c"),
        ("Đức\u200b Anh", "duc anh"),
        ("m²", "m2"),
    ],
)
def test_every_way_to_write_a_letter_is_the_letter(text, folded):
    assert fold(text) == folded


@given(st.text(st.characters(exclude_categories=[])))
def test_a_folded_text_stays_as_it_is(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from([*LETTERS, "đ", "Đ", " ", "1"])))
def test_composed_and_decomposed_small_and_capital_are_one(text):
    apart = unicodedata.normalize("NFD", text.upper())

    assert fold(apart) == fold(text)
    assert fold(text).isascii()
