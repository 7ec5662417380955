"""Stories through the desk: written, edited, printed, corrected, in order of time.

Each act is one of the desk's own verbs, done by one of the cast.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.db import transaction

from articles.copy import Byline, Copy, Link, LinkKind, Picture
from articles.dates import VIETNAM
from demo import hours, register
from demo.developing import legends
from demo.furnishing import Names
from demo.paper.bodies import body_of
from demo.paper.reading import Manuscript, dated, moment, pair
from demo.staff import Staff
from desk import publishing, writing
from desk.models import Revision, Story

WRITTEN, EDITED = timedelta(minutes=70), timedelta(minutes=25)  # before it is printed
UPDATED, CORRECTED, WITHDRAWN = (timedelta(minutes=n) for n in (40, 95, 140))  # after


@dataclass(frozen=True)
class Desk:
    """Who works, what there is to name, and the numbers of pictures and stories."""

    staff: Staff
    names: Names
    photos: Mapping[str, int]
    now: datetime
    stories: dict[str, int]


@dataclass(frozen=True, order=True)
class Act:
    """Something done to a story: once, and remembered with it, or not at all."""

    at: datetime
    story: Manuscript = field(compare=False)
    step: str = field(compare=False)

    @property
    def name(self) -> str:
        return f"{self.step} {self.story.name}"


def press(stories: list[Manuscript], desk: Desk) -> int:
    """Do what is not done yet, oldest first; give how much that was.

    Raises whatever the verbs raise; what was done before stays done.
    """
    acts = missing(stories, now=desk.now)
    for act in acts:
        with hours.at(act.at), transaction.atomic():
            _STEPS[act.step](act.story, desk)
            number = desk.stories[act.story.name]
            register.remember(register.ACT, act.name, number, at=act.at)
    return len(acts)


def missing(stories: list[Manuscript], *, now: datetime) -> list[Act]:
    """What the demo has not done yet, in order of time."""
    done = register.made(register.ACT)
    acts = (act for story in stories for act in _life(story, now))
    return sorted(act for act in acts if act.name not in done)


def written() -> dict[str, int]:
    """The numbers of the demo's stories, by the names of their files."""
    return {
        name.removeprefix("write "): number
        for name, number in register.made(register.ACT).items()
        if name.startswith("write ")
    }


def _life(story: Manuscript, now: datetime) -> Iterator[Act]:
    """Everything that happens to one story, as far as it has got."""
    at = story.at(now)
    yield Act(at - WRITTEN, story, "write")
    if story.is_printed or story.was:
        yield Act(at - EDITED, story, "edit")
    if story.is_printed:
        yield Act(at, story, "print")
    if story.added:
        yield Act(_after(at, UPDATED, now), story, "update")
    if story.correction:
        yield Act(_after(at, CORRECTED, now), story, "correct")
    if story.withdrawn:
        yield Act(_after(at, WITHDRAWN, now), story, "withdraw")


def _after(at: datetime, delay: timedelta, now: datetime) -> datetime:
    return at + min(delay, (now - at) / 2)


def _write(story: Manuscript, desk: Desk) -> None:
    is_wire = story.writer == "wire"
    day = story.at(desk.now).astimezone(VIETNAM)
    embargo = moment(story.embargo, desk.now) if story.embargo else None
    has_day = "{0}" in story.dateline
    made = writing.create(
        draft_of(story, desk),
        by=desk.staff["binh" if is_wire else story.writer or "lan"],
        source=Revision.Source.WIRE if is_wire else Revision.Source.PERSON,
        timing=writing.Timing(
            day=day.day if has_day else None,
            month=day.month if has_day else None,
            embargo_until=embargo,
        ),
    )
    desk.stories[story.name] = made.pk


def _edit(story: Manuscript, desk: Desk) -> None:
    _save(story, desk, first_of(story, desk), "binh")


def _print(story: Manuscript, desk: Desk) -> None:
    row = _row(story, desk)
    publishing.print_story(row, version=row.version, by=desk.staff["thu"])


def _update(story: Manuscript, desk: Desk) -> None:
    _save(story, desk, copy_of(story, desk), "lan")
    _print(story, desk)


def _correct(story: Manuscript, desk: Desk) -> None:
    _save(story, desk, copy_of(story, desk), "binh")
    row = _row(story, desk)
    publishing.correct(row, version=row.version, by=desk.staff["thu"], note=story.note)


def _withdraw(story: Manuscript, desk: Desk) -> None:
    row = _row(story, desk)
    publishing.withdraw(
        row, version=row.version, by=desk.staff["dung"], notice=story.withdrawn
    )


_STEPS: dict[str, Callable[[Manuscript, Desk], None]] = {
    "write": _write,
    "edit": _edit,
    "print": _print,
    "update": _update,
    "correct": _correct,
    "withdraw": _withdraw,
}


def _save(story: Manuscript, desk: Desk, copy: Copy, editor: str) -> None:
    row = _row(story, desk)
    writing.save(row, copy, version=row.version, by=desk.staff[editor])


def _row(story: Manuscript, desk: Desk) -> Story:
    return Story.objects.get(pk=desk.stories[story.name])


def draft_of(story: Manuscript, desk: Desk) -> Copy:
    """As the reporter hands it in: under her own headline, links not set yet."""
    copy = first_of(story, desk)
    return replace(
        copy, headline=story.was or copy.headline, short_headline="", links=()
    )


def first_of(story: Manuscript, desk: Desk) -> Copy:
    """As it is printed first: without the update, with the mistake."""
    wrong, _arrow, right = story.correction.partition(" => ")
    text = story.text.replace(right, wrong) if right else story.text
    return copy_of(replace(story, text=text, added=""), desk)


def copy_of(story: Manuscript, desk: Desk) -> Copy:
    """As it stands in the end."""
    day = story.at(desk.now).astimezone(VIETNAM).date()

    def said(text: str) -> str:
        return dated(text, day)

    return Copy(
        language=story.language,
        section=desk.names.sections[story.section],
        kicker=story.kicker,
        headline=said(story.headline),
        short_headline=story.short,
        standfirst=said(story.sapo),
        dateline=said(story.dateline),
        body=body_of(said(_joined(story)), desk.photos),
        end_mark=story.end,
        sign_off=story.sign_off,
        bylines=tuple(_byline(line, desk) for line in story.by),
        lead=_lead(story, desk),
        topics=tuple(desk.names.topics[name] for name in story.topic),
        links=tuple(_links(story, desk)),
    )


def _joined(story: Manuscript) -> str:
    """Where an end mark follows, it is the last full stop."""
    parts = [part.rstrip(".") for part in (story.text, story.added) if part]
    return ".\n\n".join(parts) + ("" if story.end else ".")


def _byline(line: str, desk: Desk) -> Byline:
    name, role = pair(line)
    return Byline(name, desk.names.authors.get(name), role)


def _lead(story: Manuscript, desk: Desk) -> Picture | None:
    if not story.picture:
        return None
    scene, caption = pair(story.picture)
    return Picture(desk.photos[scene], caption, legends()[scene].caption)


def _links(story: Manuscript, desk: Desk) -> Iterator[Link]:
    """A story that is not written yet has no number, and so no link."""
    lists = {LinkKind.RELATED: story.related, LinkKind.MORE: story.more}
    for kind, lines in lists.items():
        for line in lines:
            target, text = pair(line)
            if target.startswith("https://"):
                yield Link(kind, url=target, text=text)
            elif target in desk.stories:
                yield Link(kind, story=desk.stories[target])
