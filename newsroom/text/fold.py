"""One folding of Vietnamese for searching, comparing and slugs."""

import re
import unicodedata

from newsroom.text.clean import clean

# Letters that have no decomposition; ð and ɖ were typed for đ on old keyboards.
_LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ɖ": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe"}
)


def fold(text: str) -> str:
    """Lower case, without marks, đ as d, runs of white space as one space."""
    small = unicodedata.normalize("NFKD", clean(text)).casefold().translate(_LETTERS)
    letters = unicodedata.normalize("NFKD", small)
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", bare)).strip()
