"""Real mistakes: text in a charset that nobody declared, or read in a wrong one."""

import pytest

from photos.charsets import declared, decoded, repaired
from tests.wire.test_encodings import OLD

VIETNAMESE = "Mưa lũ ở Huế: người dân sơ tán khỏi vùng ngập"


def test_it_works():
    assert decoded([VIETNAMESE.encode(), b"Hue"]) == [VIETNAMESE, "Hue"]


@pytest.mark.parametrize("name", OLD)
def test_the_old_vietnamese_encodings_are_told(name):
    assert decoded([OLD[name](VIETNAMESE), b"TTXVN"]) == [VIETNAMESE, "TTXVN"]


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("cp1252", "Porträtt på Eva, Göteborg"),
        ("cp1252", "Navy’s ship – São Paulo"),
        ("cp1252", "© Corbis © Corbis © Corbis"),
        ("mac_roman", "Jens Trübiger"),
        ("mac_roman", "Café de la Gare, l’été"),
    ],
)
def test_western_letters_are_windows_or_the_old_macintosh(charset, text):
    assert decoded([text.encode(charset)]) == [text]


def test_bytes_that_cp1252_has_no_letter_for_are_kept():
    assert decoded([b"a\x81 \xe9t\xe9"]) == ["a\x81 été"]


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("text", ["© Corbis", "Trần Mai", "Ảnh: Đỗ Ý"])
def test_utf_8_taken_for_western_letters_is_turned_back(text, times):
    wrong = text
    for _time in range(times):
        wrong = wrong.encode().decode("latin-1")

    assert repaired(wrong) == text


@pytest.mark.parametrize("text", ["Ã", "Huế Ã©", "café", "Â©Ÿ ñ", "日本 Â©", ""])
def test_text_that_can_be_meant_is_left_alone(text):
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("escape", "name"),
    [(b"\x1b%G", "utf-8"), (b"\x1b.A", "latin-1"), (b"", ""), (b"\x1b%X", "")],
)
def test_a_declared_charset_is_known(escape, name):
    assert declared(escape) == name


def test_what_is_declared_wrongly_is_told_by_what_it_gives():
    assert decoded([b"Hu\xe9"], "utf-8") == ["Hué"]
    assert decoded([b"\xe9"], "latin-1") == ["é"]
