import unicodedata

import pytest

from newsroom.text.legacy import TCVN3
from tests.wire.samples import written
from wire.encodings import MOST_BYTES, decode, encoding_of
from wire.parser import parse
from wire.unreadable import Unreadable

TEXT = (
    "Thông xe cây cầu mới nối hai bờ sông Lam, người dân rất phấn khởi.\n"
    "Lễ khánh thành diễn ra “giản dị” – kỹ sư, thợ giỏi đều được thưởng.\n"
    "Đường dẫn vẫn còn ướt: mưa nhẹ, gió nhỏ, ai cũng bảo ở lại thêm một chút.\n"
)
VNI_MARKS = {  # written beside the tables of newsroom.text.legacy, to hold them true
    "\u0300": "ø",
    "\u0301": "ù",
    "\u0303": "õ",
    "\u0309": "û",
    "\u0323": "ï",
    "\u0302": "â",
    "\u0302\u0300": "à",
    "\u0302\u0301": "á",
    "\u0302\u0303": "ã",
    "\u0302\u0309": "å",
    "\u0302\u0323": "ä",
    "\u0306": "ê",
    "\u0306\u0300": "è",
    "\u0306\u0301": "é",
    "\u0306\u0303": "ü",
    "\u0306\u0309": "ú",
    "\u0306\u0323": "ë",
}
VNI_LETTERS = dict(zip("ơưđỉĩịỵíì", "ôöñæóòîíì", strict=True))


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


def in_tcvn3(text: str) -> bytes:
    """Capitals with tones have no code: they were small letters in another font."""
    signs = {letter: sign for sign, letter in TCVN3.items()}
    signs = {**{letter.upper(): sign for letter, sign in signs.items()}, **signs}
    return "".join(signs.get(letter, letter) for letter in text).encode("cp1252")


def in_vni(text: str) -> bytes:
    return "".join(map(vni_letter, text)).encode("cp1252")


def vni_letter(letter: str) -> str:
    small = VNI_LETTERS.get(letter.lower())
    if small is None:
        parts = unicodedata.normalize("NFD", letter)
        base, marks = parts[:1], parts[1:]
        if marks[:1] == "\u031b":  # the horn of ơ and ư
            base, marks = (
                VNI_LETTERS[unicodedata.normalize("NFC", parts[:2])],
                parts[2:],
            )
        marks = "".join(sorted(marks, key=lambda mark: mark not in "\u0302\u0306"))
        small = base + VNI_MARKS.get(marks, marks)
    return small.upper() if letter.isupper() else small


OLD = {
    "windows-1258": in_windows_1258,
    "TCVN3 (ABC)": in_tcvn3,
    "VNI-Windows": in_vni,
}


def test_it_works():
    assert decode(TEXT.encode()) == TEXT


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_its_mark(name):
    assert decode(TEXT.encode(name)) == TEXT


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_without_its_mark(name):
    assert encoding_of(TEXT.encode(name)) == name
    assert decode(TEXT.encode(name)) == TEXT


@pytest.mark.parametrize("name", OLD)
def test_an_old_encoding_is_known_by_its_syllables(name):
    raw = OLD[name](TEXT)

    assert encoding_of(raw) == name
    assert len(name) <= 20
    assert unicodedata.normalize("NFC", decode(raw)) == TEXT


@pytest.mark.parametrize("name", ["windows-1258", "VNI-Windows"])
def test_a_whole_story_in_an_old_encoding_is_read(name):
    dispatch = parse(decode(OLD[name](written())))

    assert dispatch == parse(written())


def test_known_words_of_the_old_encodings():
    vni = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam".encode("cp1252")
    tcvn3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam".encode("cp1252")

    assert decode(vni) == decode(tcvn3) == "Cộng hòa xã hội chủ nghĩa Việt Nam"


def test_capitals_of_tcvn3_are_capitals_again():
    text = "CỘNG HÒA XÃ HỘI\nỞ nước ta, đường dài. Ủy ban họp ở Hà Nội từ sáng sớm"
    raw = in_tcvn3(text)

    assert decode(raw) == text


def test_text_decomposed_is_read_whole():
    text = unicodedata.normalize("NFD", written())

    assert parse(decode(text.encode())) == parse(written())


def test_character_references_are_letters():
    raw = "C&acirc;y c&#7847;u m&#x1EDB;i&nbsp;d&agrave;i &amp; đẹp &lt;b&gt;".encode()

    assert decode(raw) == "Cây cầu mới\xa0dài & đẹp &lt;b&gt;"


def test_in_html_the_references_of_its_signs_stay():
    assert decode(b"<p>1 &lt; 2 &amp; &agrave;</p>") == "<p>1 &lt; 2 &amp; à</p>"


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(20),
        b"\xff\xd8\xff\xe0 JFIF",
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"{\\rtf1 a}",
        b"\xd0\xcf\x11\xe0",
        b"a\0b",
        b"\xff\xfea",
        b"\xef\xbb\xbf\xff",
        b"\x01\x02\x03\x04 text",
        bytes(range(128, 256)),
        "Привет, мир, это не наш язык".encode("koi8-r"),
        "Très célèbre à Hanoï, l’été".encode("cp1252"),
        b"a" * (MOST_BYTES + 1),
    ],
    ids=lambda raw: repr(raw[:8]),
)
def test_what_is_no_text_is_refused_with_a_sentence(raw):
    with pytest.raises(Unreadable) as refusal:
        decode(raw)

    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("name", ["TCVN3 (ABC)", "VNI-Windows"])
def test_an_old_encoding_taken_for_western_letters_is_refused(name):
    mojibake = OLD[name](TEXT).decode("cp1252").encode()

    with pytest.raises(Unreadable):
        decode(mojibake)


def test_utf_8_taken_for_western_letters_is_refused():
    western = [bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(256)]
    mojibake = "".join(western[byte] for byte in TEXT.encode())

    with pytest.raises(Unreadable):
        decode(mojibake.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Très célèbre à Hanoï, l’été dernier, où l’on était.",
        "Größere Straßen für München müssen führen.",
        "Привет, мир, это не наш язык.",
        "Czech: příliš žluťoučký kůň.",
        "Ông Müller gặp bà Gómez ở São Paulo.",
    ],
)
def test_good_unicode_of_any_language_is_left_as_it_is(text):
    assert decode(text.encode()) == text
