"""The demo's texts as the tests measure them."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from demo.paper.reading import Manuscript, manuscripts, rows

_MARKS = re.compile(r"^(?:## |> |\? |!! |- |\d+\. |\|=? ?|\[\w+\] )|\|$|\+\+\+", re.M)
_CELLS = re.compile(r"^\|.*$", re.M)
_END = re.compile(r"(?<=[.!?…])[”\"]?\s+(?=[“\"A-ZÀ-ỸĐ\d])")


@cache
def stories() -> tuple[Manuscript, ...]:
    return tuple(manuscripts())


def printed() -> list[Manuscript]:
    return [story for story in stories() if story.is_printed]


def words(story: Manuscript) -> int:
    """Syllables of the text, cells of tables too, as an editor counts them."""
    return len(_MARKS.sub(" ", f"{story.text} {story.added}").replace("|", " ").split())


def sentences(story: Manuscript) -> list[str]:
    """Of the text and the standfirst, in one case, without the tables."""
    prose = _MARKS.sub(
        "", _CELLS.sub("", f"{story.sapo}\n\n{story.text}\n\n{story.added}")
    )
    found = []
    for paragraph in prose.split("\n"):
        found += [piece.strip(' .“”"').casefold() for piece in _END.split(paragraph)]
    return [sentence for sentence in found if sentence]


def listed(name: str) -> list[list[str]]:
    return [cells for _indent, cells in rows(name)]


def told_twice(stories: Iterable[Manuscript]) -> list[str]:
    """Sentences of three words or more that stand in them more than once."""
    counted = Counter(sentence for story in stories for sentence in sentences(story))
    return [
        sentence
        for sentence, times in counted.items()
        if times > 1 and len(sentence.split()) > 2
    ]
