"""What is being read of a dispatch: the steps of the layout write into one Reading."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from wire import datelines
from wire.datelines import Dateline
from wire.dispatch import DispatchPhoto, Span, Unsure
from wire.lines import Line
from wire.signoffs import SignOff

MOST_DOUBTS = 5  # about one part: more say no more

_ODD_OPENING = re.compile(
    r"\([^()\n]{2,40}\)|\S+(?: \S+){0,3} ?[-–—|]+ |[A-ZĐ&.]{2,8}[.:] "
)


@dataclass
class Reading:
    """Spans of the text never overlap; a doubt is written once."""

    spans: list[Span] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    photos: list[DispatchPhoto] = field(default_factory=list)
    dateline: Dateline | None = None
    sign_offs: list[SignOff] = field(default_factory=list)

    def mark(self, kind: str, start: int, text: str) -> None:
        if text:
            self.spans.append((start, start + len(text), kind))

    def mark_line(self, kind: str, line: Line) -> None:
        self.mark(kind, line.start, line.text)

    def mark_opening(self, line: Line, kind: str) -> Line:
        """Mark the dateline a line of this kind opens with; give the rest of it."""
        found = datelines.read(line.text) or datelines.mention(line.text)
        if found is None and self.dateline is None and _ODD_OPENING.match(line.text):
            for part in ("dateline", kind):
                self.doubt(part, _("It may open with a dateline of its own form."))
        if found is None or (self.dateline and not self.dateline.is_inline):
            return line
        if found.is_inline:
            self.dateline = self.dateline or found
            return line
        self.dateline = found
        if found.is_doubtful:
            self.doubt("dateline", _("“%s” may be no dateline.") % found.text)
        self.mark("dateline", line.start, found.text)
        return line.piece(len(found.text), len(line.text))

    def doubt(self, part: str, reason: str) -> None:
        doubt = Unsure(part, reason)
        known = sum(other.part == part for other in self.unsure)
        if known < MOST_DOUBTS and doubt not in self.unsure:
            self.unsure.append(doubt)

    def doubts(self, part: str) -> bool:
        return any(doubt.part == part for doubt in self.unsure)

    def has(self, kind: str) -> bool:
        return any(span[2] == kind for span in self.spans)
