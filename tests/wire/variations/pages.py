"""A page: blocks of text in order, and what is to be read in them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tests.wire.samples import DATELINE
from wire import days, sentences
from wire.measuring import Outcome, measure


class Story(NamedTuple):
    """What a page is made of: a title, a standfirst, and paragraphs that end."""

    title: str
    lead: str
    body: tuple[str, ...]


class Photo(NamedTuple):
    caption: str
    credit: str
    photographer: str
    agency: str

    @property
    def line(self) -> str:
        return f"{self.caption} {self.credit}"


PHOTO = Photo(
    "Quang cảnh buổi lễ sáng nay tại trung tâm thành phố.",
    "(Ảnh: Minh Hạ/TTXVN)",
    "Minh Hạ",
    "TTXVN",
)
RELATED = (
    "Hai cây cầu khác sắp khởi công trong năm nay",
    "Giá vé qua phà giảm từ tháng sau",
    "Lịch thông xe dịp nghỉ lễ 2/9",
)
NOTHING = ("", "", "")


@dataclass
class Page:
    """`blocks` are (role, text). `form` is what is made of the text at last. None as
    dateline, end mark or links: only a doubt can be asked for.
    """

    blocks: list[tuple[str, str]]
    title: str
    lead: str
    body: list[str]  # without dateline and end mark
    section: str = ""
    photos: list[Photo] = field(default_factory=list)
    dateline: tuple[str, str, str] | None = NOTHING  # agency, place, date
    end_mark: str | None = ""
    sign_off: tuple[str, tuple[str, ...]] = ("", ())
    links: tuple[str, ...] | None = ()
    gap: str = "\n\n"
    form: "Callable[[Page], str] | None" = None

    def at(self, role: str, nth: int = 0) -> int:
        """Where the nth block of a role is; where it would stand when there is none."""
        found = [n for n, (name, _text) in enumerate(self.blocks) if name == role]
        return found[nth] if found else {"section": 0}.get(role, len(self.blocks))

    def has(self, role: str) -> bool:
        return any(name == role for name, _text in self.blocks)

    def set(self, role: str, text: str, nth: int = 0) -> None:
        self.blocks[self.at(role, nth)] = (role, text)

    def of(self, role: str, nth: int = 0) -> str:
        return self.blocks[self.at(role, nth)][1]

    def put(self, at: int, role: str, text: str) -> None:
        self.blocks.insert(at, (role, text))

    def drop(self, role: str) -> None:
        self.blocks = [block for block in self.blocks if block[0] != role]

    def plain(self) -> str:
        return self.gap.join(text for _role, text in self.blocks if text)

    def text(self) -> str:
        return self.form(self) if self.form else self.plain()

    def answers(self) -> dict[str, object]:
        """As the answers of real stories are written."""
        first, last = (self.body[0], self.body[-1]) if self.body else ("", "")
        return {
            "lang": "vi",
            "section": self.section,
            "title": self.title,
            "title_prefix": None,
            "lead": self.lead,
            "photos": [
                {
                    "caption": photo.caption,
                    "credit_line": photo.credit,
                    "photographer": photo.photographer,
                    "agency": photo.agency,
                }
                for photo in self.photos
            ],
            "dateline": dict(
                zip(("agency", "place", "date"), self.dateline or NOTHING, strict=True)
            ),
            "body_first_sentence": first[: next(iter(sentences.ends(first)), None)],
            "body_last_sentence": last[max([0, *sentences.ends(last)]) :].strip(),
            "end_mark": self.end_mark,
            "byline": {"raw": self.sign_off[0], "authors": list(self.sign_off[1])},
            "related_titles": list(self.links or ()),
            "related_marker": None,
        }

    def outcomes(self) -> Iterator[Outcome]:
        """What is read of it; where nobody can know, a doubt is right."""
        unknown = {
            name
            for name, value in (
                ("dateline", self.dateline),
                ("end mark", self.end_mark),
                ("links", self.links),
            )
            if value is None
        }
        for outcome in measure(self.text(), self.answers()):
            if outcome.field in ("kicker", "language", "link label"):
                continue
            if outcome.field in unknown:
                yield replace(outcome, is_right=outcome.is_listed)
            else:
                yield outcome


def day(text: str) -> str:
    """The day a text opens with, as answers write it."""
    return "/".join(str(number) for number in days.opening(text) if number is not None)


def without_stop(text: str) -> str:
    return re.sub(r"\.$", "", text)


def agency(story: Story) -> Page:
    """The order of the model document."""
    body = [*story.body[:-1], without_stop(story.body[-1])]
    return Page(
        [
            ("section", "Xã hội"),
            ("title", story.title),
            ("lead", story.lead),
            ("photo", PHOTO.line),
            ("p", f"{DATELINE} {body[0]}"),
            *(("p", text) for text in body[1:-1]),
            ("p", f"{body[-1]}./."),
            ("sign", "Thu Cúc"),
        ],
        story.title,
        story.lead,
        body,
        section="Xã hội",
        photos=[PHOTO],
        dateline=("TTXVN", "Nghệ An", "2/9"),
        end_mark="./.",
        sign_off=("Thu Cúc", ("Thu Cúc",)),
    )


def web(story: Story) -> Page:
    """A newspaper's page as it is copied."""
    return Page(
        [
            ("title", story.title),
            ("stamp", "30/12/2023 18:05"),
            ("lead", story.lead),
            ("photo", PHOTO.line),
            *(("p", text) for text in story.body),
            ("sign", "Thu Cúc (TTXVN)"),
        ],
        story.title,
        story.lead,
        list(story.body),
        photos=[PHOTO],
        sign_off=("Thu Cúc (TTXVN)", ("Thu Cúc",)),
    )


Change = Callable[[Page, str], None]
CHANGES: dict[str, tuple[tuple[str, ...], Change]] = {}


def change(kind: str, *values: str) -> Callable[[Change], Change]:
    """Registers a change of a page, and the values it is tried with."""

    def add(function: Change) -> Change:
        CHANGES[kind] = (values or ("",), function)
        return function

    return add
