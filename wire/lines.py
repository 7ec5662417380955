"""What a single line of a dispatch looks like: headline, caption, section, end mark."""

import re
from dataclasses import dataclass
from functools import cached_property

from photos import credits
from wire import datelines, sections, sentences, signoffs
from wire.markup import View

END_MARK = re.compile(r"\s*(?P<mark>(?:\.\.\.|…|\.)?\s?/\s?\.)(?P<after>[^\n]*)$")
_MARK = re.compile(r"\s*(?:\.\.\.|…|\.|(?<=[^\W\d_]))\s?/\s?\.")
_ADDRESS = re.compile(r"(?:https?://|www\.|[\w-]+\.(?:vn|com|net|org)/)\S*$")
_HOST = re.compile(r"[\w-]+\.(?:vn|com|net|org)$")
_IS_BYLINE = re.compile(r"(?:tin|bài|phóng sự)\b[^:]{0,12}ảnh", re.IGNORECASE)
_LABELLED = re.compile(rf"[(\[]?\s*(?:{credits.LABEL}\b|©|NVCC)", re.IGNORECASE)
SCRAP, PROSE = 3, 8  # words
LONG_HEADLINE = 24  # words; nine headlines in ten have 18 or less


@dataclass(frozen=True)
class Line:
    """A line without the white space around it, and where it starts in the text.

    `is_cut`: a piece of a line, cut where a sentence, a credit or a link ends.
    `is_guess`: where it begins is a reading. `in_figure`: HTML says that it is the
    caption of a picture.
    """

    start: int
    text: str
    is_cut: bool = False
    is_guess: bool = False
    line_start: int = -1  # of the whole line, for a piece of it
    in_figure: bool = False

    @property
    def origin(self) -> int:
        """Where the whole line starts."""
        return self.start if self.line_start < 0 else self.line_start

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def words(self) -> int:
        return len(self.text.split())

    @cached_property
    def caption(self) -> tuple[str, str]:
        """(caption, credit line); both "" when the line ends in no credit."""
        is_byline = _IS_BYLINE.match(self.text)
        if len(self.text) > 1500 or self.words > 130 or is_byline:
            return "", ""
        found = credits.split(self.text)
        is_named = bool(found[0]) and self.words <= 60 and re.search(r"[\s/]", found[1])
        if found[1] and (_LABELLED.match(found[1]) or is_named):
            return found
        is_cell = self.text.endswith(" |") and self.words > 3
        if is_cell or self.in_figure:
            return self.text.removesuffix("|").rstrip(), ""
        return "", ""

    @property
    def is_caption(self) -> bool:
        return any(self.caption)

    @cached_property
    def is_sentence(self) -> bool:
        return self.text.rstrip("”\"'’)")[-1:] in tuple(".!?…:;")

    @cached_property
    def sign_off(self) -> signoffs.SignOff | None:
        if len(self.text) > signoffs.LONGEST or (self.is_sentence and self.words > 6):
            return None
        return signoffs.read(self.text)

    @cached_property
    def is_title(self) -> bool:
        """Whether it can be a headline: no sentence, no caption, no dateline."""
        if self.words > 40 or len(self.text) > 400 or self.is_caption:
            return False
        if re.search(r"(?<!\.\.)[.:;,|]$", self.text) or END_MARK.search(self.text):
            return False
        if self.text.endswith(("...", "…")) and self.words > LONG_HEADLINE:
            return False
        dateline = datelines.read(self.text)
        return dateline is None or dateline.is_doubtful or not dateline.agency

    @property
    def is_scrap(self) -> bool:
        """Whether it is too short to be a part of a story on a line of its own."""
        return self.words <= SCRAP and not self.is_sentence and not self.is_caption

    @property
    def is_section(self) -> bool:
        """Whether it is a section's name that newsrooms use."""
        return sections.is_section(self.text)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it is a sentence of a story: nothing that stands beside one."""
        return self.is_sentence and self.words >= PROSE and not self.is_caption

    def piece(self, start: int, end: int, *, is_guess: bool = False) -> "Line":
        """A part of the line, stripped."""
        text = self.text[start:end]
        lead = len(text) - len(text.lstrip())
        return Line(
            self.start + start + lead,
            text.strip(),
            is_cut=True,
            is_guess=is_guess,
            line_start=self.origin,
            in_figure=self.in_figure,
        )


def lines_of(view: View) -> list[Line]:
    """The lines of a view that hold anything."""
    return [
        Line(at, found[0], in_figure=view.element(at) == "figcaption")
        for found in re.finditer(r"\S(?:.*\S)?", view.text)
        for at in [found.start()]
    ]


def end_mark(text: str) -> re.Match[str] | None:
    """The end mark that closes `text`; not the end of an address, not mid-text.

    Only a sign-off may stand behind it on the same line.
    """
    for found in reversed(list(_MARK.finditer(text[-400:]))):
        at = max(0, len(text) - 400) + found.start()
        match, before = END_MARK.match(text, at), text[max(0, at - 300) : at]
        if not match or _ADDRESS.search(before):
            continue
        if match["mark"].startswith("/") and _HOST.search(before):
            continue
        after = match["after"].strip()
        return match if not after or signoffs.read(after) else None
    return None


def last_sentence(text: str) -> int:
    """Where the last sentence of a line begins."""
    return max([0, *sentences.ends(text), *sentences.glues(text)])
