"""Reads a dispatch: parse() gives its parts, which joined are the cleaned text.

What is unsure is listed with a reason; what is no dispatch is refused.
"""

import re

from django.utils.translation import gettext as _

from newsroom.text.clean import clean
from newsroom.text.syllables import share
from wire.dispatch import Dispatch, DispatchPhoto, Part, Unsure, parts_of
from wire.layout import read
from wire.markup import View
from wire.unreadable import Unreadable

__all__ = ["Dispatch", "DispatchPhoto", "Part", "Unreadable", "Unsure", "parse"]

LONGEST = 2_000_000
_VIETNAMESE = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|on|with|that|is|was|by)\b", re.I)
SAMPLE = 100_000  # letters
FEWEST_SYLLABLES = 0.8  # share among the words with marks; copy has 0.98 and more


def parse(text: str) -> Dispatch:
    """Read a dispatch. Raises Unreadable with a sentence that says what to do."""
    if len(text) > LONGEST:
        raise Unreadable(_("This text is too long for one story. Split it first."))
    text = clean(text)
    if not text.strip():
        raise Unreadable(_("This file is empty. Ask the agency to send it again."))
    view = View(text)
    reading = read(view)
    language = _language(view.text)
    if not _is_sure(view.text, language):
        reading.doubt("language", _("This text is neither Vietnamese nor English."))
    return Dispatch(
        parts=parts_of(text, view.spans(reading.spans), is_markup=view.is_markup),
        photos=tuple(reading.photos),
        dateline=reading.dateline,
        sign_offs=tuple(reading.sign_offs),
        language=language,
        is_markup=view.is_markup,
        unsure=tuple(reading.unsure),
    )


def _language(text: str) -> str:
    """ "vi" when one letter in fifteen carries a Vietnamese mark, else "en"."""
    letters = sum(map(str.isalpha, text))
    return "vi" if len(_VIETNAMESE.findall(text)) * 15 > letters else "en"


def _is_sure(text: str, language: str) -> bool:
    """Whether the words with marks are Vietnamese syllables, or one word in fifteen is
    among the commonest of English. Others are written with the same letters.
    """
    if language == "vi":
        return share(text[:SAMPLE])[0] >= FEWEST_SYLLABLES
    return len(_ENGLISH.findall(text)) * 15 > len(text.split())
