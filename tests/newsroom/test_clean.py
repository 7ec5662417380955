import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.clean import clean, clean_line, without_controls

ANY = st.text(st.characters(exclude_categories=[]))
HIDDEN = "\x00\x07\x7f\x85\xad\u034f\u200b\u200d\u200e\u202e\u2060\u2066\ufeff"
MIXED = st.text(st.sampled_from(HIDDEN + "\ud83d\ude00\r\n\t >\u0338\u0323\u0302eaV"))


def test_it_works():
    assert clean("Thu\u031b\u0301 Ba\u0309y\r\n") == "Thứ Bảy\n"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("a\tb", "a\tb"),
        ("a\x00b\x07c\x7fd\x9fe", "abcde"),
        ("Việt\u200b Nam\ufeff", "Việt Nam"),
        ("gi\xadá", "giá"),
        ("a\u202eb\u2066c\u200ed", "abcd"),
        ("a\U000e0041b", "ab"),
        ("\ud83d\ude00", "😀"),
        ("a\ud83db\ude00c", "abc"),
        ("\ude00\ud83d", ""),
    ],
)
def test_what_may_not_stay_is_taken_out(text, cleaned):
    assert clean(text) == cleaned


def test_letters_hidden_apart_are_composed():
    assert clean("e\u200b\u0302") == "ê"


def test_an_emoji_made_of_several_becomes_these_several():
    assert clean("👩\u200d🚒") == "👩🚒"


def test_the_choice_of_an_emoji_s_colour_stays():
    assert clean("❤\ufe0f") == "❤\ufe0f"


def test_letters_are_left_apart_without_controls():
    assert without_controls(">\u0338\u200b") == ">\u0338"


@given(st.one_of(ANY, MIXED))
def test_any_text_comes_out_clean(text):
    cleaned = clean(text)

    assert cleaned.encode().decode() == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not set(cleaned) & set(HIDDEN)
    assert {sign for sign in cleaned if unicodedata.category(sign) == "Cc"} <= {*"\t\n"}


@given(st.one_of(ANY, MIXED))
def test_a_clean_text_stays_as_it_is(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_nothing_that_is_seen_is_lost(text):
    seen = text.replace("\u034f", "")

    assert clean(text) == unicodedata.normalize("NFC", seen)


@given(st.one_of(ANY, MIXED))
def test_a_line_has_no_line_end_and_stays_as_it_is(text):
    line = clean_line(text)

    assert clean_line(line) == line == line.strip()
    assert not set(line) & set("\r\n\t")


def test_a_line_keeps_the_spaces_inside():
    assert clean_line(" a\n\nb  c\t") == "a b  c"
