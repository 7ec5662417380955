"""Two timings of one story made one again, as desk.merging does with its texts."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from desk.comparing import Block, Watch, compare, text_block
from desk.merging import Answer, Choice, Question, Unanswered
from desk.timing import Timing
from newsroom.text.canonical import digest

_LABELS = {"day": _("day of the dateline"), "embargo": _("embargo")}
_PARTS = {"day": ("day", "month", "year"), "embargo": ("embargo_until",)}
_CHOICES = (Choice.THEIRS, Choice.MINE)


class TimingQuestion(Question):
    """Taken from one side or the other."""

    @property
    def label(self) -> str:
        return str(_LABELS[self.field])


def timing_questions(
    theirs: Timing, mine: Timing, *, base: Timing | None
) -> list[Question]:
    """What differs between the two; the side that moved alone is suggested."""
    return [
        TimingQuestion(
            name=_name(field, theirs, mine),
            field=field,
            differences=tuple(
                compare(_told(field, theirs), _told(field, mine), Watch())
            ),
            choices=_CHOICES,
            suggestion=_suggestion(field, theirs, mine, base),
        )
        for field in _PARTS
        if _values(field, theirs) != _values(field, mine)
    ]


def merged_timing(
    theirs: Timing, mine: Timing, answers: Mapping[str, Answer]
) -> Timing:
    """Their timing with each difference decided. Raises Unanswered."""
    merged, open_names = theirs, []
    for question in timing_questions(theirs, mine, base=None):
        answer = answers.get(question.name)
        if answer is None or answer.choice not in _CHOICES:
            open_names.append(question.name)
        elif answer.choice == Choice.MINE:
            merged = replace(merged, **_values(question.field, mine))
    if open_names:
        raise Unanswered(open_names)
    return merged


def _values(field: str, timing: Timing) -> dict[str, Any]:
    return {name: getattr(timing, name) for name in _PARTS[field]}


def _name(field: str, theirs: Timing, mine: Timing) -> str:
    return f"{field}-{digest(theirs.to_json() + mine.to_json())[:16]}"


def _suggestion(
    field: str, theirs: Timing, mine: Timing, base: Timing | None
) -> Choice | None:
    if base is None:
        return None
    began = _values(field, base)
    if _values(field, theirs) == began:
        return Choice.MINE
    return Choice.THEIRS if _values(field, mine) == began else None


def _told(field: str, timing: Timing) -> list[Block]:
    """In words; nothing for what is not known or not set."""
    until = timing.embargo_until
    if field == "embargo" and until:
        return [text_block(date_format(timezone.localtime(until), "H:i d/m/Y"))]
    if field == "day" and timing.day:
        numbers = (timing.day, timing.month, timing.year)
        return [text_block("/".join(str(n) for n in numbers if n))]
    return []
