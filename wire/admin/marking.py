"""The text of a dispatch as the page shows it: part by part, each with its kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wire.admin.shots import Slot
from wire.correcting import Choices, Piece, pieces
from wire.dispatch import Dispatch, Unsure
from wire.kinds import CHOICES, GROUPS, LABELS

_WORDS = ("caption", "credit")  # of a photo
MOST = 300  # parts that can be chosen; a story has a tenth of them


@dataclass
class Row:
    """A part, its kind as chosen, and what is not sure about it."""

    name: str
    kind: str
    read_as: str
    text: str
    is_on_a_new_line: bool
    may_be_chosen: bool
    reasons: Sequence[str] = ()
    slot: Slot | None = None

    @property
    def label(self) -> Any:
        return LABELS[self.kind]

    @property
    def groups(self) -> Iterator[tuple[Any, list[tuple[str, Any]]]]:
        """What it can be, as it was read first where that cannot be chosen."""
        if self.read_as not in CHOICES:
            yield "", [(self.read_as, LABELS[self.read_as])]
        for heading, kinds in GROUPS:
            yield heading, list(kinds.items())


def rows_of(
    read: Dispatch,
    corrected: Dispatch,
    choices: Choices,
    slots: Sequence[Slot],
    doubts: Sequence[Unsure],
) -> list[Row]:
    """The parts of the text as it was read, under the kinds that were chosen.

    Each doubt stands at the first part of its kind, each photo's place under the words
    of its caption.
    """
    rows = [
        _row(read, piece, choices, may_be_chosen=number < MOST)
        for number, piece in enumerate(pieces(read))
    ]
    for kind in {each.part for each in doubts}:
        if row := next((each for each in rows if each.kind == kind), None):
            row.reasons = [each.reason for each in doubts if each.part == kind]
    free = [row for row in rows if row.kind in _WORDS]
    for slot in slots:
        if slot.number is not None:
            free = _place(slot, corrected, free)
    return rows


def _row(read: Dispatch, piece: Piece, choices: Choices, *, may_be_chosen: bool) -> Row:
    kind = choices.get(piece.name, "")
    return Row(
        name=piece.name,
        kind=kind if kind in LABELS else piece.part.kind,
        read_as=piece.part.kind,
        text=read.said(piece.part),
        is_on_a_new_line=piece.is_on_a_new_line,
        may_be_chosen=may_be_chosen,
    )


def _place(slot: Slot, corrected: Dispatch, free: list[Row]) -> list[Row]:
    """Put it under its caption, or the credit behind that; give the rows left free."""
    photo = corrected.photos[slot.number or 0]
    words = [text for text in (photo.caption, photo.credit_line) if text]
    for number, row in enumerate(free):
        if _says(row, words):
            following = free[number + 1 : number + 2]
            if row.kind == "caption" and following and _says(following[0], words):
                row = following[0]
            row.slot = slot
            return free[free.index(row) + 1 :]
    return free  # it stands at the end


def _says(row: Row, words: list[str]) -> bool:
    return any(row.text.startswith(text) or text.startswith(row.text) for text in words)
