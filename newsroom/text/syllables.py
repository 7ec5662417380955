"""Whether words can be Vietnamese: how a decoding shows that it is the right one."""

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSET = "ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]"
_NUCLEUS = (
    "iêu|yêu|ươi|ươu|uôi|uây|uyê|uya|uyu|oai|oay|oeo|oao|uơ|iê|yê|ươ|uô|uâ|uê|uy|oa|oă"
    "|oe|oo|ôô|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|ưa|ưi|ưu|[aăâeêioôơuưy]"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_NUCLEUS})(?:ch|ng|nh|[cmnpt])?")
_WORD = re.compile(r"[^\W\d_]+")


def is_syllable(word: str) -> bool:
    """Whether `word` is one Vietnamese syllable with one tone at most."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = sum(letter in _TONES for letter in letters)
    bare = "".join(letter for letter in letters if letter not in _TONES)
    return tones < 2 and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)))


def share(text: str) -> tuple[float, int]:
    """(share of syllables among the words with marks, how many words have marks)."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    if not words:
        return 0.0, 0
    return sum(map(is_syllable, words)) / len(words), len(words)
