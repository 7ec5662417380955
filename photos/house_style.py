"""A credit's parts, and the one line that the house writes of them.

photos.credits reads the lines that others write.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    OWN = "own"
    ARCHIVE = "archive"
    ILLUSTRATION = "illustration"
    GRAPHIC = "graphic"
    SCREENSHOT = "screenshot"
    HANDOUT = "handout"


@dataclass(frozen=True)
class Credit:
    """Who made a picture. `agency` may reach the house by another one, `relay`.

    `style` is the line as written, a format string with the names taken out.
    """

    photographers: tuple[str, ...] = ()
    agency: str = ""
    relay: str = ""
    kind: Kind = Kind.OWN
    style: str = ""

    def __str__(self) -> str:
        """The line as it was written, or in house style when it never was."""
        if not self.style:
            return format(self)
        return self.style.format(
            *self.photographers, agency=self.agency, relay=self.relay
        )


LABELS = {
    Kind.OWN: "Ảnh",
    Kind.ARCHIVE: "Ảnh tư liệu",
    Kind.ILLUSTRATION: "Ảnh minh họa",
    Kind.GRAPHIC: "Đồ họa",
    Kind.SCREENSHOT: "Ảnh chụp màn hình",
    Kind.HANDOUT: "Ảnh",
}
MODEL = "(Ảnh: Trọng Đức/TTXVN)"
_MODEL = re.compile(
    r"(?P<before>\W*)Ảnh(?P<colon>: ?)[^/–-]+?(?P<between> ?[/–-] ?)\w+(?P<after>\W*)"
)


def format(credit: Credit, *, model: str = MODEL) -> str:
    """The line in the style of a `model`, an own picture's; "" when it says nothing.

    Raises ValueError for a model that has not both a photographer and an agency.
    """
    style = _MODEL.fullmatch(model)
    if not style:
        raise ValueError(f"“{model}” is no credit line such as “{MODEL}”")
    people = ", ".join(credit.photographers)
    names = style["between"].join(filter(None, (people, credit.agency, credit.relay)))
    if credit.kind == Kind.HANDOUT:
        names = f"{names} phát" if names else "NVCC"
    if not names and credit.kind == Kind.OWN:
        return ""
    told = f"{style['colon']}{names}" if names else ""
    return f"{style['before']}{LABELS[credit.kind]}{told}{style['after']}"
