"""Searching Vietnamese: with accents or without, by whole syllables, on both databases.

A text is found when every word of the query stands in it. Words side by side are told
from words far apart by pairs of neighbours, "to lam", which are asked like words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from django.db.models import BooleanField, F, Func

from newsroom.text.clean import clean_line
from newsroom.text.fold import fold

LONGEST_QUERY = 200  # letters; the rest of a longer one is not asked
MOST_WORDS = 10
LONGEST_WORD = 40  # letters that the index keeps of one

_WORD = re.compile(r"[^\W_]+")
_GAP = r"(?:[\W_]|<[^>]*>)+"  # between words; a body's tags too
# Every Latin letter with marks that is one sign, and its bare small letter.
BARE = {
    letter: small
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if len(small := fold(letter := chr(code))) == 1
    and small.isalpha()
    and small != letter
}
_TABLE = str.maketrans(BARE)
# Where the tone mark stands is a habit: hoà and hòa are one word.
_TONES = [
    pair
    for old, new in (
        *(("oà oá oả oã oạ", "òa óa ỏa õa ọa"), ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe")),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for pair in zip(old.split(), new.split(), strict=True)
]


def bare(text: str) -> str:
    """Small letters without marks, each where it stood: no sign comes or goes."""
    return text.translate(_TABLE)


@dataclass(frozen=True)
class Part:
    """A piece of a text, and whether the query named it."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True)
class Query:
    """What somebody looks for: as typed, its words, and these without marks.

    All in small letters.
    """

    typed: str = ""
    words: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Never raises; a text without letters and digits asks for nothing."""
        typed = clean_line(text)[:LONGEST_QUERY].lower()
        pairs = [
            (word if len(parts) == 1 else part, part[:LONGEST_WORD])
            for word in _WORD.findall(typed)
            for parts in [_WORD.findall(fold(word))]
            for part in parts
        ][:MOST_WORDS]
        words, small = zip(*pairs, strict=True) if pairs else ((), ())
        return cls(" ".join(typed.split()), words, small)

    @property
    def neighbours(self) -> tuple[str, ...]:
        """Each word with the next one; a single word alone."""
        pairs = zip(self.bare, self.bare[1:], strict=False)
        return tuple(map(" ".join, pairs)) or self.bare

    def is_phrase_in(self, text: str) -> bool:
        """Whether the words stand side by side in a text without marks."""
        return bool(self.bare) and bool(self._phrase.search(text))

    def is_in(self, text: str) -> bool:
        """Whether all words stand in a text without marks."""
        return all(_whole(word).search(text) for word in self.bare)

    def exactness(self, text: str, *, as_phrase: bool) -> int:
        """2 where it stands as it was typed, 1 with the same marks, else 0.

        A query without marks and signs asks for nothing exact. Tags are no words.
        """
        if self.typed == " ".join(self.bare):
            return 0
        small = text.lower()
        if self._typed.search(small):
            return 2
        if as_phrase:
            return int(bool(self._exact_phrase.search(small)))
        exact = (_whole(_spelled(word)).search(small) for word in self.words)
        return int(all(exact))

    def marked(self, text: str) -> list[Part]:
        """The whole text in pieces; words that stand together are one hit."""
        letters = bare(text)
        found = self._phrase if self.is_phrase_in(letters) else self._any_word
        parts: list[Part] = []
        end = 0
        for match in found.finditer(letters) if self.bare else ():
            before, start = end, match.start()
            end = match.end()
            parts += [Part(text[before:start]), Part(text[start:end], is_hit=True)]
        return [part for part in (*parts, Part(text[end:])) if part.text]

    def excerpt(self, text: str, around: int) -> str:
        """The part of `text` with the first hit, `around` letters to each side."""
        letters = bare(text)
        hit = self._phrase.search(letters) or self._any_word.search(letters)
        middle = hit.start() if hit else 0
        start = text.rfind(" ", 0, max(middle - around, 0)) + 1
        end = text.find(" ", middle + around)
        tail = "…" if end != -1 else ""
        place = " ".join(text[start : end if tail else None].split())
        return ("…" if start else "") + place + tail

    @cached_property
    def _phrase(self) -> re.Pattern[str]:
        return _whole(_GAP.join(self.bare))

    @cached_property
    def _any_word(self) -> re.Pattern[str]:
        word = f"(?:{'|'.join(sorted(self.bare, key=len, reverse=True))})"
        return _whole(rf"{word}(?:\s+{word})*")

    @cached_property
    def _typed(self) -> re.Pattern[str]:
        return _whole(re.escape(self.typed))

    @cached_property
    def _exact_phrase(self) -> re.Pattern[str]:
        return _whole(_GAP.join(map(_spelled, self.words)))


def _whole(pattern: str) -> re.Pattern[str]:
    """Not inside another word."""
    return re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])")


def _spelled(word: str) -> str:
    """The word with its tone mark in either place."""
    for old, new in _TONES:
        if old in word or new in word:
            return f"(?:{word.replace(new, old)}|{word.replace(old, new)})"
    return word


# PostgreSQL's newsroom_words(text): each word of a text without marks, and each with
# the next one. A column `x_words` made by it stands beside the column that is asked.
WORDS_FUNCTION = f"""
CREATE OR REPLACE FUNCTION newsroom_words(text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(item), '{{}}') FROM (
        SELECT DISTINCT item
        FROM regexp_split_to_array($1, '[^[:alnum:]]+') AS split (words),
            unnest(words, words[2:]) AS neighbours (one, two),
            LATERAL (VALUES
                (left(one, {LONGEST_WORD})),
                (left(nullif(one, ''), {LONGEST_WORD}) || ' '
                    || left(nullif(two, ''), {LONGEST_WORD}))
            ) AS pair (item)
        WHERE item <> ''
    ) AS items
$$;
"""


class HasWords(Func):
    """True where a text column holds all of these words and pairs of neighbours.

    PostgreSQL asks the index of the column's words; SQLite reads.
    """

    output_field = BooleanField()

    def __init__(self, column: str, words: Iterable[str], **extra: Any) -> None:
        super().__init__(F(column) if isinstance(column, str) else column, **extra)
        self.words = list(words)

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> tuple:
        column: Any = self.source_expressions[0]
        names = (column.alias, f"{column.target.column}_words")
        sql = ".".join(map(compiler.quote_name_unless_alias, names))
        return f"{sql} @> %s::text[]", [self.words]

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> tuple:
        sql, params = compiler.compile(self.source_expressions[0])
        patterns = [_pattern(word) for word in self.words]
        asked = " AND ".join([f"{sql} REGEXP %s"] * len(patterns))
        return f"({asked})", [item for one in patterns for item in (*params, one)]


def _pattern(words: str) -> str:
    """Whole words whatever marks the column's text has."""
    spelled = ("".join(map(_letter, word)) for word in words.split(" "))
    return _whole(r"[\W_]+".join(spelled)).pattern


def _letter(letter: str) -> str:
    marked = "".join(sign for sign, small in BARE.items() if small == letter)
    return f"[{letter}{marked}]" if marked else letter
