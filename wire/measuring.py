"""How well dispatches are read: real stories against what people read in them.

Pure: a story's text and its expected JSON in, one outcome for each field out.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from newsroom.text.clean import clean
from wire.dispatch import Dispatch
from wire.markup import View
from wire.parser import Unreadable, parse

Story = dict[str, Any]


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
    expected: Callable[[Story, str], Any]
    found: Callable[[Dispatch], Any]
    doubts: frozenset[str]
    agree: Callable[[Any, Any], bool]


@dataclass
class Tally:
    """How often a field was right, and of the misses how many were listed."""

    right: int = 0
    listed: int = 0
    silent: int = 0
    doubted: int = 0  # right, and listed all the same

    @property
    def share(self) -> float:
        """Per cent right; 100 of nothing."""
        whole = self.right + self.listed + self.silent
        return 100 * self.right / whole if whole else 100.0

    def add(self, outcome: Outcome) -> None:
        self.right += outcome.is_right
        self.doubted += outcome.is_right and outcome.is_listed
        self.listed += outcome.is_listed and not outcome.is_right
        self.silent += not (outcome.is_listed or outcome.is_right)


def tally(outcomes: Iterable[Outcome]) -> dict[str, Tally]:
    """Field by field, in the order they come."""
    tallies: dict[str, Tally] = {}
    for outcome in outcomes:
        tallies.setdefault(outcome.field, Tally()).add(outcome)
    return tallies


def level(text: str | None) -> str:
    """Text as it is compared: cleaned, white space collapsed (NBSP is a space)."""
    return " ".join(clean(text or "").split())


def measure(text: str, expected: Story) -> list[Outcome]:
    """One outcome for "loss-free" and for each field of FIELDS."""
    try:
        dispatch = parse(text)
    except Unreadable as refusal:
        names = ["loss-free", *(field.name for field in FIELDS)]
        return [Outcome(name, "", f"{refusal}", False, True) for name in names]
    joined = "".join(part.text for part in dispatch.parts)
    outcomes = [Outcome("loss-free", "", "", joined == clean(text), is_listed=False)]
    doubted = {doubt.part for doubt in dispatch.unsure}
    shown = level(View(clean(text)).text)
    for field in FIELDS:
        wanted, found = field.expected(expected, shown), field.found(dispatch)
        is_right, is_listed = field.agree(wanted, found), bool(field.doubts & doubted)
        outcomes.append(Outcome(field.name, wanted, found, is_right, is_listed))
    return outcomes


def _same(wanted: Any, found: Any) -> bool:
    return bool(wanted == found)


def _opens(wanted: str, found: str) -> bool:
    return found.startswith(wanted)


def _closes(wanted: str, found: str) -> bool:
    return found.endswith(wanted)


def _line(name: str) -> Callable[[Story, str], str]:
    """A string that occurs in the text; given beside it only, it is not expected."""

    def expected(story: Story, text: str) -> str:
        line = level(story[name])
        is_apart = name == "title" and story.get("title_given_separately")
        return line if line in text and not is_apart else ""

    return expected


def _captions(story: Story, _text: str) -> list[str]:
    return [level(photo["caption"]) for photo in story["photos"]]


def _credits(story: Story, _text: str) -> list[str]:
    """The dash before "- Ảnh: X" divides; it is neither caption nor credit."""
    lines = [level(photo["credit_line"]) for photo in story["photos"]]
    return [re.sub(r"^[-–—|] ?", "", line) for line in lines if line]


def _names(story: Story, _text: str) -> list[tuple[str, str]]:
    photos = [photo for photo in story["photos"] if photo["credit_line"]]
    return [(level(photo["photographer"]), level(photo["agency"])) for photo in photos]


def _found_names(dispatch: Dispatch) -> list[tuple[str, str]]:
    found = [photo.credit for photo in dispatch.photos if photo.credit_line]
    return [
        (
            ", ".join(map(level, credit.photographers)),
            "/".join(filter(None, (credit.agency, credit.relay))),
        )
        for credit in found
    ]


def _dateline(story: Story, _text: str) -> tuple[str, ...]:
    line = story["dateline"] or {}
    return tuple(level(line.get(name)) for name in ("agency", "place", "date"))


def _found_dateline(dispatch: Dispatch) -> tuple[str, ...]:
    line = dispatch.dateline
    if line is None:
        return "", "", ""
    date = "/".join(str(n) for n in (line.day, line.month, line.year) if n is not None)
    return line.agency, line.place, date


def _byline(story: Story, _text: str) -> tuple[str, tuple[str, ...]]:
    line = story["byline"] or {"raw": "", "authors": []}
    return level(line["raw"]), tuple(map(level, line["authors"]))


def _links(story: Story, _text: str) -> list[str]:
    return sorted(map(level, story["related_titles"]))


def _language(story: Story, _text: str) -> str:
    return str(story["lang"])


def _field(
    name: str,
    expected: Callable[[Story, str], Any],
    found: Callable[[Dispatch], Any],
    doubts: str,
    agree: Callable[[Any, Any], bool] = _same,
) -> Field:
    return Field(name, expected, found, frozenset(doubts.split()), agree)


def _credit_lines(dispatch: Dispatch) -> list[str]:
    return [level(photo.credit_line) for photo in dispatch.photos if photo.credit_line]


def _signed(dispatch: Dispatch) -> tuple[str, tuple[str, ...]]:
    return level(dispatch.sign_off), tuple(map(level, dispatch.bylines))


def _paragraph(at: int) -> Callable[[Dispatch], str]:
    return lambda dispatch: level("".join(dispatch.paragraphs[at:][:1]))


FIELDS = (
    _field("language", _language, lambda d: d.language, "language"),
    _field("section", _line("section"), lambda d: level(d.section), "section"),
    _field(
        "kicker", _line("title_prefix"), lambda d: level(d.kicker), "kicker headline"
    ),
    _field("headline", _line("title"), lambda d: level(d.headline), "headline section"),
    _field("standfirst", _line("lead"), lambda d: level(d.standfirst), "standfirst"),
    _field(
        "captions", _captions, lambda d: [level(p.caption) for p in d.photos], "caption"
    ),
    _field("credits", _credits, _credit_lines, "caption credit"),
    _field("credit names", _names, _found_names, "caption credit"),
    _field("dateline", _dateline, _found_dateline, "dateline"),
    _field(
        "first sentence",
        _line("body_first_sentence"),
        _paragraph(0),
        "paragraph standfirst caption dateline",
        _opens,
    ),
    _field(
        "last sentence",
        _line("body_last_sentence"),
        _paragraph(-1),
        "paragraph end_mark sign_off caption",
        _closes,
    ),
    _field("end mark", _line("end_mark"), lambda d: level(d.end_mark), "end_mark"),
    _field("byline", _byline, _signed, "sign_off end_mark"),
    _field(
        "links",
        _links,
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
