"""Bytes to text: which encoding a dispatch is in, and a refusal when unsure."""

import html
import re

from django.utils.translation import gettext as _

from newsroom.text.legacy import READERS
from newsroom.text.syllables import share
from wire.markup import IS_MARKUP
from wire.unreadable import Unreadable

MOST_BYTES = 10_000_000
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"II*\0",
    b"MM\0*",
    b"\x1f\x8b",
)
_DOCUMENTS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_REFERENCE = re.compile(
    r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z][a-zA-Z\d]{1,30});"
)
# Western letters as the bytes they were taken from, the five that have none too.
_WESTERN = {
    ord(bytes([byte]).decode("cp1252", "ignore") or chr(byte)): byte
    for byte in range(0x80, 0x100)
}
SAMPLE = 100_000  # letters that are looked at to tell an encoding
SURE, FEW = 0.9, 3  # share of syllables, and words with marks, that prove an encoding


def encoding_of(raw: bytes) -> str:
    """The name of the encoding of `raw`. Raises Unreadable."""
    if len(raw) > MOST_BYTES:
        raise Unreadable(_("This file is larger than 10 MB: it is no single dispatch."))
    if raw.startswith(_DOCUMENTS):
        raise Unreadable(
            _("This is a document, not text. Save it as plain text first.")
        )
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    if raw.startswith(_PICTURES):
        raise Unreadable(_("This is not a text file. Choose the dispatch's text."))
    if b"\0" in raw[:4096]:
        return _unmarked_utf_16(raw)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(raw)
    return "utf-8"


def decode(raw: bytes) -> str:
    """The text of a dispatch, its character references (&agrave;) read too.

    Raises Unreadable for binary files, for bytes in no known encoding, and for text
    that was converted wrongly before.
    """
    name = encoding_of(raw)
    try:
        text = READERS[name](raw) if name in READERS else raw.decode(name)
    except UnicodeDecodeError as error:
        raise Unreadable(
            _("This file is damaged: its text cannot be decoded. Ask for it again.")
        ) from error
    if len(_CONTROL.findall(text)) * 100 > len(text):
        raise Unreadable(_("This is not a text file. Choose the dispatch's text."))
    if name not in READERS:
        _refuse_mojibake(text)
    return _with_characters(text)


def _unmarked_utf_16(raw: bytes) -> str:
    """UTF-16 without its mark, when that gives letters and spaces only."""
    for name in ("utf-16-le", "utf-16-be"):
        head = raw[:4096].decode(name, "replace")
        words = sum(
            sign.isspace() or (sign.isprintable() and sign < "\u2fff") for sign in head
        )
        if words * 100 >= len(head) * 98:
            return name
    raise Unreadable(_("This is not a text file. Choose the dispatch's text."))


def _legacy(raw: bytes) -> str:
    """The one old encoding that gives Vietnamese syllables; refused when unsure."""
    shares = {name: share(read(raw[:SAMPLE])) for name, read in READERS.items()}
    ranked = sorted(shares, key=lambda name: shares[name], reverse=True)
    (best, words), (next_best, _words) = shares[ranked[0]], shares[ranked[1]]
    if best < SURE or words < FEW or best - next_best < 0.2:
        raise Unreadable(
            _("The encoding of this file is not known. Save it as UTF-8 and try again.")
        )
    return ranked[0]


def _refuse_mojibake(text: str) -> None:
    """Refuse Unicode that was an old encoding, or UTF-8, taken for Western letters."""
    text = text[:SAMPLE]
    if text.isascii() or share(text)[0] >= 0.6:
        return
    raw = text.translate(_WESTERN).encode("latin-1", "replace")
    again = [read(raw) for read in READERS.values()]
    again.append(raw.decode("utf-8", "ignore"))
    for other in again:
        best, words = share(other)
        if best >= SURE and words >= FEW and best > share(text)[0] + 0.3:
            raise Unreadable(
                _("This text was converted wrongly before. Ask for it again, in UTF-8.")
            )


def _with_characters(text: str) -> str:
    """Character references as characters. What would be markup stays as it is."""
    kept = "<>&" if IS_MARKUP.search(text) else "<>"

    def read(found: re.Match[str]) -> str:
        letter = html.unescape(found[0])
        return found[0] if letter in kept or len(letter) > 2 else letter

    return _REFERENCE.sub(read, text) if "&" in text else text
