"""Manuscripts and lists: the demo's texts as they stand in files, read into words.

A manuscript opens with lines "word: value", then an empty line, then the text with
the marks of bodies.py; what comes after a line "+++" was added by an update. "{0}" is
the day on which the story is printed, "{-1}" the day before, as "25/11".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from pathlib import Path

from articles.dates import VIETNAM
from demo.paper.bodies import scenes_in

STORIES = Path(__file__).resolve().parent.parent / "stories"
LISTS = Path(__file__).resolve().parent
FRESH = timedelta(hours=6)  # what is younger counts in minutes, older in days

_MANY = {"by", "topic", "related", "more"}
_DAY = re.compile(r"\{([+-]?\d+)\}")
_AGO = re.compile(r"(?:(\d+)h)?(?:(\d+)m?)?")
_ON_DAY = re.compile(r"([+-]\d+) (\d+):(\d+)")


class Unreadable(ValueError):
    """A file of the demo is not as it must be; the text says where."""


@dataclass(frozen=True)
class Manuscript:
    """One story's file. Values are as written, "" where the file says nothing."""

    name: str
    text: str
    added: str = ""
    section: str = ""
    language: str = "vi"
    genre: str = ""
    kicker: str = ""
    headline: str = ""
    was: str = ""  # the reporter's own headline
    short: str = ""
    sapo: str = ""
    dateline: str = ""
    end: str = ""
    sign_off: str = ""
    picture: str = ""
    printed: str = ""
    writer: str = ""
    embargo: str = ""
    withdrawn: str = ""
    correction: str = ""  # "wrong => right"
    note: str = ""
    by: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    @property
    def is_printed(self) -> bool:
        return not self.printed.startswith("draft")

    @property
    def scene(self) -> str:
        """The lead picture's name, without the caption it has here."""
        return self.picture.partition("|")[0].strip()

    def at(self, now: datetime) -> datetime:
        """When it is printed, or was last touched: always before `now`."""
        return moment(self.printed.removeprefix("draft").strip(), now)


def manuscripts() -> list[Manuscript]:
    """Every story of the demo, by name."""
    paths = sorted(STORIES.glob("*.txt"))
    return [read(path.read_text(encoding="utf-8"), name=path.stem) for path in paths]


def read(text: str, *, name: str) -> Manuscript:
    """Raises Unreadable for a word that no manuscript has."""
    head, _gap, body = text.strip().partition("\n\n")
    values: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    known = {item.name for item in fields(Manuscript)} - {"name", "text", "added"}
    for line in head.splitlines():
        word, _colon, value = line.partition(": ")
        word = word.replace("-", "_")
        if word not in known or not value.strip():
            raise Unreadable(f"{name}: {line}")
        if word in _MANY:
            pieces = value.split(";") if word == "by" else [value]
            lists.setdefault(word, []).extend(piece.strip() for piece in pieces)
        else:
            values[word] = value.strip()
    body, _plus, added = body.partition("\n+++\n")
    many = {word: tuple(rows) for word, rows in lists.items()}
    return Manuscript(name, body.strip(), added.strip(), **values, **many)  # type: ignore[arg-type]


def scenes_of(stories: list[Manuscript]) -> list[str]:
    """Every picture that they show, each once."""
    lead = [story.scene for story in stories if story.scene]
    inside = [scene for story in stories for scene in scenes_in(story.text)]
    return list(dict.fromkeys(lead + inside))


def pair(line: str) -> tuple[str, str]:
    """What stands before and after the stroke: "name | role"."""
    first, _stroke, second = line.partition("|")
    return first.strip(), second.strip()


def rows(name: str) -> Iterator[tuple[str, list[str]]]:
    """(indent, cells) of each line of a list in this folder, comments left out."""
    for line in (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            indent = line[: len(line) - len(line.lstrip())]
            yield indent, [cell.strip() for cell in line.split("|")]


def dated(text: str, day: date) -> str:
    """The text with the days that it means."""

    def written(match: re.Match[str]) -> str:
        meant = day + timedelta(days=int(match[1]))
        return f"{meant.day}/{meant.month}"

    return _DAY.sub(written, text)


def moment(written: str, now: datetime) -> datetime:
    """ "12m" and "1h40" ago, or "-1 21:40": that clock, so many days before.

    Days are counted from the one on which it was FRESH ago, so that whatever is told
    in days is older than whatever is told in minutes, at any hour. Raises Unreadable.
    """
    if found := _ON_DAY.fullmatch(written):
        start = (now - FRESH).astimezone(VIETNAM)
        day = start.date() + timedelta(days=int(found[1]))
        return datetime(
            day.year, day.month, day.day, int(found[2]), int(found[3]), tzinfo=VIETNAM
        )
    ago = _AGO.fullmatch(written)
    if not ago or not written:
        raise Unreadable(f"no time: {written}")
    return now - timedelta(hours=int(ago[1] or 0), minutes=int(ago[2] or 0))
