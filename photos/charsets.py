"""Bytes and text of metadata as they were meant, whatever charset was forgotten."""

import re
from collections.abc import Iterable

from newsroom.text.legacy import READERS
from newsroom.text.syllables import share

# ISO 2022 escapes of IIM 1:90, CodedCharacterSet.
_ESCAPES = {
    b"\x1b%G": "utf-8",
    b"\x1b%/G": "utf-8",
    b"\x1b%/H": "utf-8",
    b"\x1b%/I": "utf-8",
    b"\x1b.A": "latin-1",
    b"\x1b-A": "latin-1",
    b"\x1b.B": "iso8859-2",
    b"\x1b-B": "iso8859-2",
    b"\x1b.b": "iso8859-15",
    b"\x1b-b": "iso8859-15",
}
_SURE, _FEW = 0.9, 3  # share of syllables, and words with marks, that prove Vietnamese
_INSIDE = "’‘'-·."  # what may stand between two letters of one word
# Windows' Western letters as the bytes they were, the five that have no letter too.
_WESTERN = {
    ord(bytes([byte]).decode("cp1252", "ignore") or chr(byte)): byte
    for byte in range(0x80, 0x100)
}


def declared(escape: bytes) -> str:
    """The charset that CodedCharacterSet names; "" when it names none that is known."""
    return _ESCAPES.get(escape.strip(b"\0 "), "")


def decoded(values: Iterable[bytes], charset: str = "") -> list[str]:
    """These texts of one block of metadata, which are all in one charset.

    What is not declared is told by what it gives: UTF-8, an old Vietnamese encoding,
    Windows' or the old Macintosh's Western letters.
    """
    values = list(values)
    joined = b"\n".join(values)
    if charset:
        try:
            joined.decode(charset)
        except UnicodeDecodeError:
            charset = ""
    name = charset or _told(joined)
    read = READERS.get(name, lambda raw: _decode(raw, name))
    return [repaired(read(value)) for value in values]


def repaired(text: str) -> str:
    """Text that is UTF-8 taken for Western letters, once or twice, as it was meant."""
    for _time in range(2):
        raw = text.translate(_WESTERN)
        if text.isascii() or max(raw) > "\xff":
            return text
        try:
            text = raw.encode("latin-1").decode("utf-8")
        except UnicodeDecodeError:
            return text
    return text


def _told(raw: bytes) -> str:
    for charset in ("ascii", "utf-8"):
        try:
            raw.decode(charset)
        except UnicodeDecodeError:
            continue
        return charset
    shares = {name: share(_words(read(raw))) for name, read in READERS.items()}
    best = max(shares, key=lambda name: shares[name])
    if shares[best][0] >= _SURE and shares[best][1] >= _FEW:
        return best
    return min(("cp1252", "mac_roman"), key=lambda name: _oddity(_decode(raw, name)))


def _words(text: str) -> str:
    """Each once, and no single letter: "©" in front of three names is no Vietnamese."""
    return " ".join({word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1})


def _decode(raw: bytes, charset: str) -> str:
    """The five bytes that cp1252 has no letter for as Latin-1 has them."""
    if charset != "cp1252":
        return raw.decode(charset)
    return raw.decode("latin-1").translate(
        {byte: sign for sign, byte in _WESTERN.items()}
    )


def _oddity(text: str) -> int:
    """How often a word has a sign inside, or a capital after a small letter."""
    odd = 0
    for before, sign, after in zip(f" {text}", text, f"{text[1:]} ", strict=False):
        if sign.isascii() or not before.isalpha():
            continue
        if sign.isalpha():
            odd += sign.isupper() and before.islower()
        else:
            odd += after.isalpha() and sign not in _INSIDE
    return odd
