"""How well dispatches are read: real stories against what people read in them.

Pure: a story's text and its expected JSON in, one outcome for each field out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from newsroom.text.clean import clean
from wire.dispatch import Dispatch
from wire.parser import Unreadable, parse


@dataclass(frozen=True)
class Outcome:
    """One field of one story. `is_listed`: a doubt or a refusal says so."""

    field: str
    expected: object
    found: object
    is_right: bool
    is_listed: bool


@dataclass(frozen=True)
class Field:
    """What people read, what we read, and the parts whose doubts speak of it."""

    name: str
    expected: Callable[[dict[str, Any], str], object]
    found: Callable[[Dispatch], object]
    doubts: frozenset[str]


def level(text: str | None) -> str:
    """Text as it is compared: cleaned, white space collapsed (NBSP is a space)."""
    return " ".join(clean(text or "").split())


def measure(text: str, expected: dict[str, Any]) -> list[Outcome]:
    """One outcome for each field of FIELDS, and "loss-free" before them."""
    try:
        dispatch = parse(text)
    except Unreadable as refusal:
        return [Outcome(field.name, "", str(refusal), False, True) for field in FIELDS]
    joined = "".join(part.text for part in dispatch.parts)
    loss_free = Outcome("loss-free", "", "", joined == clean(text), False)
    doubted = {doubt.part for doubt in dispatch.unsure}
    outcomes = [loss_free]
    for field in FIELDS:
        wanted, found = field.expected(expected, level(text)), field.found(dispatch)
        outcomes.append(
            Outcome(
                field.name,
                wanted,
                found,
                is_right=_agree(field.name, wanted, found),
                is_listed=bool(field.doubts & doubted),
            )
        )
    return outcomes


def _agree(name: str, wanted: Any, found: Any) -> bool:
    if name == "first sentence":
        return found.startswith(wanted)
    if name == "last sentence":
        return found.endswith(wanted)
    return wanted == found


def _line(name: str) -> Callable[[dict[str, Any], str], str]:
    """A string that occurs in the text; given beside it only, it is not expected."""

    def expected(story: dict[str, Any], text: str) -> str:
        line = level(story[name])
        is_apart = name == "title" and story.get("title_given_separately")
        return line if line in text and not is_apart else ""

    return expected


def _captions(story: dict[str, Any], _text: str) -> list[str]:
    return [level(photo["caption"]) for photo in story["photos"]]


def _credits(story: dict[str, Any], _text: str) -> list[str]:
    lines = [level(photo["credit_line"]) for photo in story["photos"]]
    return [re.sub(r"^[-–—|] ?", "", line) for line in lines if line]


def _photographers(story: dict[str, Any], _text: str) -> list[tuple[str, str]]:
    return [
        (level(photo["photographer"]), level(photo["agency"]))
        for photo in story["photos"]
        if photo["credit_line"]
    ]


def _found_photographers(dispatch: Dispatch) -> list[tuple[str, str]]:
    return [
        (
            ", ".join(map(level, photo.credit.photographers)),
            "/".join(filter(None, (photo.credit.agency, photo.credit.relay))),
        )
        for photo in dispatch.photos
        if photo.credit_line
    ]


def _dateline(story: dict[str, Any], _text: str) -> tuple[str, str, str]:
    line = story["dateline"] or {}
    agency, place, date = (level(line.get(x)) for x in ("agency", "place", "date"))
    return agency, place, date


def _found_dateline(dispatch: Dispatch) -> tuple[str, str, str]:
    line = dispatch.dateline
    if line is None:
        return "", "", ""
    date = "/".join(str(n) for n in (line.day, line.month, line.year) if n is not None)
    return line.agency, line.place, date


def _byline(story: dict[str, Any], _text: str) -> tuple[str, tuple[str, ...]]:
    line = story["byline"] or {"raw": "", "authors": []}
    return level(line["raw"]), tuple(map(level, line["authors"]))


def _related(story: dict[str, Any], _text: str) -> list[str]:
    return sorted(map(level, story["related_titles"]))


def _field(
    name: str,
    expected: Callable[[dict[str, Any], str], object],
    found: Callable[[Dispatch], object],
    doubts: str,
) -> Field:
    return Field(name, expected, found, frozenset(doubts.split()))


FIELDS = (
    _field("section", _line("section"), lambda d: level(d.section), "section"),
    _field(
        "kicker", _line("title_prefix"), lambda d: level(d.kicker), "kicker headline"
    ),
    _field(
        "headline",
        _line("title"),
        lambda d: level(d.headline),
        "headline section kicker",
    ),
    _field("sapo", _line("lead"), lambda d: level(d.standfirst), "standfirst"),
    _field(
        "captions", _captions, lambda d: [level(p.caption) for p in d.photos], "caption"
    ),
    _field(
        "credits",
        _credits,
        lambda d: [level(p.credit_line) for p in d.photos if p.credit_line],
        "caption credit",
    ),
    _field("credit names", _photographers, _found_photographers, "caption credit"),
    _field("dateline", _dateline, _found_dateline, "dateline"),
    _field(
        "first sentence",
        _line("body_first_sentence"),
        lambda d: level(next(iter(d.paragraphs), "")),
        "paragraph standfirst caption dateline",
    ),
    _field(
        "last sentence",
        _line("body_last_sentence"),
        lambda d: level(d.paragraphs[-1]) if d.paragraphs else "",
        "paragraph end_mark sign_off caption other",
    ),
    _field("end mark", _line("end_mark"), lambda d: level(d.end_mark), "end_mark"),
    _field(
        "byline", _byline, lambda d: (level(d.sign_off), d.bylines), "sign_off end_mark"
    ),
    _field(
        "links",
        _related,
        lambda d: sorted(map(level, d.related + d.more)),
        "related more",
    ),
    _field(
        "link label",
        _line("related_marker"),
        lambda d: level(d.link_label),
        "related more",
    ),
)
