import unicodedata

import pytest

from wire.encodings import decode, encoding_of
from wire.unreadable import Unreadable

TEXT = "Thông xe cây cầu mới nối hai bờ sông Lam, người dân rất phấn khởi.\n"


def in_windows_1258(text: str) -> bytes:
    """As old Vietnamese editors wrote it: tone marks apart, â ă ê ô ơ ư đ whole."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = ""
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in tones)
        rest = "".join(mark for mark in parts if mark not in tones)
        out += unicodedata.normalize("NFC", rest) + tone
    return out.encode("cp1258")


def test_it_works():
    assert decode(TEXT.encode()) == TEXT


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_its_mark(name):
    assert decode(TEXT.encode(name)) == TEXT


def test_windows_1258_is_read():
    raw = in_windows_1258(TEXT)

    assert encoding_of(raw) == "cp1258"
    assert unicodedata.normalize("NFC", decode(raw)) == TEXT


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(20),
        b"\xff\xd8\xff\xe0 JFIF",
        b"a\0b",
        b"\xff\xfea",
        b"\xef\xbb\xbf\xff",
        bytes(range(128, 256)),
        "Привет, мир, это не наш язык".encode("koi8-r"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(raw):
    with pytest.raises(Unreadable) as refusal:
        decode(raw)

    assert str(refusal.value).endswith(".")
