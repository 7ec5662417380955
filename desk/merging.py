"""Two texts of one story made one again: what must be decided, and the outcome.

Pure functions. Each place where the texts differ is a Question; where only one side
moved away from the text both began with, its answer is suggested.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from html import unescape
from typing import Any, TypeGuard

from articles.copy import Copy
from articles.html import from_paragraphs
from desk.changes import LABELS, Names, blocks_of
from desk.comparing import Block, Difference, Watch, body_blocks, compare, runs
from newsroom.text.canonical import digest

_ROWS = {"bylines", "topics", "links"}  # of which both sides' may stand together
_WHOLE = {"section", "lead", "language"}  # taken from one side or the other
_PLAIN = re.compile(r"<p>([^<]*)</p>")


class Choice(StrEnum):
    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"
    EDITED = "edited"


class Unanswered(Exception):
    """`names` are the questions that still need an answer."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


@dataclass(frozen=True)
class Answer:
    choice: Choice
    text: str = ""


@dataclass(frozen=True)
class Question:
    """One difference to decide. `name` changes with both texts: no answer goes astray.

    `text` is what may be edited by hand; it is markup when `is_markup`.
    """

    name: str
    field: str
    differences: tuple[Difference, ...]
    choices: tuple[Choice, ...]
    suggestion: Choice | None
    text: str = ""
    is_markup: bool = False

    @property
    def label(self) -> str:
        return str(LABELS[self.field])


@dataclass(frozen=True)
class _Hunk:
    """A stretch of the body; nothing is to be decided where both sides are equal."""

    name: str
    theirs: list[Block]
    mine: list[Block]

    @property
    def is_same(self) -> bool:
        return self.theirs == self.mine


def questions(
    theirs: Copy, mine: Copy, *, base: Copy | None, names: Names, watch: Watch
) -> list[Question]:
    """What differs between the two, in the order of the page."""
    found: list[Question] = []
    for name in LABELS:
        if name == "body":
            found += _body_questions(theirs, mine, base, watch)
        elif getattr(theirs, name) != getattr(mine, name):
            old, new = (blocks_of(copy, name, names) for copy in (theirs, mine))
            found.append(
                Question(
                    name=_name(name, getattr(theirs, name), getattr(mine, name)),
                    field=name,
                    differences=tuple(compare(old, new, watch)),
                    choices=_choices(name),
                    suggestion=_suggestion(theirs, mine, base, name),
                    text=_editable(name, getattr(mine, name)),
                )
            )
    return found


def merged(theirs: Copy, mine: Copy, answers: Mapping[str, Answer]) -> Copy:
    """Their copy with each difference decided. Raises Unanswered, html.BodyRefused."""
    values: dict[str, Any] = {}
    open_names: list[str] = []
    for name in LABELS:
        sides = (getattr(theirs, name), getattr(mine, name))
        if sides[0] == sides[1]:
            continue
        if name == "body":
            values[name] = _merged_body(theirs, mine, answers, open_names)
        elif not _is_answer(answer := answers.get(_name(name, *sides)), name):
            open_names.append(_name(name, *sides))
        else:
            values[name] = _decided(*sides, answer)
    if open_names:
        raise Unanswered(open_names)
    return replace(theirs, **values)


def _name(field: str, theirs: Any, mine: Any) -> str:
    return f"{field}-{digest(repr((theirs, mine)))[:16]}"


def _choices(name: str) -> tuple[Choice, ...]:
    if name in _WHOLE:
        return (Choice.THEIRS, Choice.MINE)
    last = Choice.BOTH if name in _ROWS else Choice.EDITED
    return (Choice.THEIRS, Choice.MINE, last)


def _editable(name: str, value: Any) -> str:
    return value if name not in _ROWS | _WHOLE else ""


def _suggestion(
    theirs: Copy, mine: Copy, base: Copy | None, name: str
) -> Choice | None:
    """The side that moved, when the other one did not."""
    if base is None:
        return None
    began = getattr(base, name)
    if getattr(theirs, name) == began:
        return Choice.MINE
    return Choice.THEIRS if getattr(mine, name) == began else None


def _is_answer(answer: Answer | None, name: str) -> TypeGuard[Answer]:
    return answer is not None and answer.choice in _choices(name)


def _decided(theirs: Any, mine: Any, answer: Answer) -> Any:
    if answer.choice == Choice.EDITED:
        return answer.text
    if answer.choice == Choice.BOTH:
        return (*theirs, *(row for row in mine if row not in theirs))
    return mine if answer.choice == Choice.MINE else theirs


def _hunks(theirs: Copy, mine: Copy, watch: Watch) -> list[_Hunk]:
    """The body in stretches, equal and different in turns."""
    sides = runs(body_blocks(theirs.body), body_blocks(mine.body), watch)
    return [
        _Hunk(f"{_name('body', old, new)}-{number}", old, new)
        for number, (old, new) in enumerate(sides)
    ]


def _body_questions(
    theirs: Copy, mine: Copy, base: Copy | None, watch: Watch
) -> Iterator[Question]:
    began = body_blocks(base.body) if base else []
    hunks = _hunks(theirs, mine, watch)
    for number, hunk in enumerate(hunks):
        if not hunk.is_same:
            text, is_markup = _source(hunk)
            there = _between(
                began,
                hunks[number - 1].theirs[-1] if number else None,
                hunks[number + 1].theirs[0] if number + 1 < len(hunks) else None,
            )
            yield Question(
                name=hunk.name,
                field="body",
                differences=tuple(compare(hunk.theirs, hunk.mine, watch)),
                choices=tuple(Choice),
                suggestion=_moved(hunk, there) if base else None,
                text=text,
                is_markup=is_markup,
            )


def _between(
    began: list[Block], before: Block | None, after: Block | None
) -> list[Block] | None:
    """What stood there when both began; None when these are no sure landmarks."""
    if any(began.count(mark) != 1 for mark in (before, after) if mark):
        return None
    start = began.index(before) + 1 if before else 0
    return began[start : began.index(after) if after else len(began)]


def _moved(hunk: _Hunk, there: list[Block] | None) -> Choice | None:
    if hunk.theirs == there:
        return Choice.MINE
    return Choice.THEIRS if hunk.mine == there else None


def _source(hunk: _Hunk) -> tuple[str, bool]:
    """My text to be edited: paragraphs apart by an empty line, or markup as it is."""
    blocks = hunk.theirs + hunk.mine
    if all(_PLAIN.fullmatch(block.html) for block in blocks):
        paragraphs = (_PLAIN.sub(r"\1", block.html) for block in hunk.mine)
        return "\n\n".join(map(unescape, paragraphs)), False
    return "\n".join(block.html for block in hunk.mine), True


def _merged_body(
    theirs: Copy, mine: Copy, answers: Mapping[str, Answer], open_names: list[str]
) -> str:
    parts: list[str] = []
    for hunk in _hunks(theirs, mine, Watch()):
        answer = answers.get(hunk.name)
        if hunk.is_same:
            parts += [block.html for block in hunk.theirs]
        elif answer is None:
            open_names.append(hunk.name)
        elif answer.choice == Choice.EDITED:
            parts.append(_written(answer.text, hunk))
        else:
            parts += [block.html for block in _taken(hunk, answer.choice)]
    return "\n".join(parts)


def _taken(hunk: _Hunk, choice: Choice) -> list[Block]:
    theirs = hunk.theirs if choice != Choice.MINE else []
    return theirs + (hunk.mine if choice != Choice.THEIRS else [])


def _written(text: str, hunk: _Hunk) -> str:
    if _source(hunk)[1]:
        return text
    lines = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return from_paragraphs([line for line in lines if line])
