"""Bytes to text: which encoding a dispatch is in, and a refusal when unsure."""

import re

from django.utils.translation import gettext as _

from wire.unreadable import Unreadable

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"PK\x03\x04", b"RIFF", b"\0")
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u0300\u0301\u0303\u0309\u0323à-ý]")
_FOREIGN = re.compile("[\x00-\x08\x0e-\x1f\x80-\x9f¤¦§¨¬¯±¶¸¹º¼½¾¿×÷ƒˆ˜†‡‰›‹]")


def encoding_of(raw: bytes) -> str:
    """The name of the encoding of `raw`. Raises Unreadable."""
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return name
    if b"\0" in raw or raw.startswith(_MAGIC):
        raise Unreadable(_("This is not a text file. Choose the dispatch's text."))
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(raw)
    return "utf-8"


def _legacy(raw: bytes) -> str:
    """windows-1258 when it gives plausible Vietnamese: letters, no odd signs."""
    text = raw.decode("cp1258", "replace")
    letters = len(_VIETNAMESE.findall(text))
    marks = len(re.findall("(?<=[^\\W\\d_])[\u0300\u0301\u0303\u0309\u0323]", text))
    strange = len(_FOREIGN.findall(text)) + text.count("\ufffd")
    if marks < 2 or strange * 20 > letters:
        raise Unreadable(
            _("The encoding of this file is not known. Save it as UTF-8 and try again.")
        )
    return "cp1258"


def decode(raw: bytes) -> str:
    """The text of a dispatch: UTF-8, UTF-16 with its mark, or windows-1258.

    Raises Unreadable for binary files and for bytes that are none of these.
    """
    try:
        return raw.decode(encoding_of(raw))
    except UnicodeDecodeError as error:
        raise Unreadable(
            _("This file is damaged: its text cannot be decoded. Ask for it again.")
        ) from error
