"""What a printing stores: the copy with each picture's credit and address resolved."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from articles.copy import Copy, reading, without_schema
from articles.fields import check_number, clean_lines, fields_of, keep, rows_of
from newsroom.text.canonical import canonical, digest
from photos.addresses import Crop
from photos.crops import WHOLE
from photos.framing import RATIOS, Framing

SCHEMA = 3  # 1 had no crops, and 2 no words of the photo itself

_WORDS = {"caption": "", "alt": ""}
# What the pictures of earlier schemas did not have.
_LATER: dict[int, dict[str, Any]] = {1: {"crops": (), **_WORDS}, 2: _WORDS}


@dataclass(frozen=True)
class PrintedPicture:
    """A photo as it was when printed. Sizes in upright pixels, the rest per mille.

    `stem` is the public name of its files; photos.addresses makes addresses of it, and
    photos.framing knows which there are. `caption` and `alt` are the photo's own: they
    stand where a use has none. A picture of schema 1 has no crops.
    """

    photo: int
    credit: str
    width: int
    height: int
    focal_x: int
    focal_y: int
    stem: str
    crops: tuple[Crop, ...] = ()
    caption: str = ""
    alt: str = ""

    def __post_init__(self) -> None:
        clean_lines(self, "credit", "stem", "caption", "alt")
        for name in ("photo", "width", "height"):
            check_number(getattr(self, name), name)
        for name in ("focal_x", "focal_y"):
            check_number(getattr(self, name), name, least=0)
        keep(self, crops=tuple(map(_crop, self.crops)))

    @property
    def framing(self) -> Framing:
        return Framing(self.width, self.height, self.crops)

    @property
    def files(self) -> list[str]:
        """The names of its public files."""
        return self.framing.files(self.stem)


def _crop(row: Sequence[Any]) -> Crop:
    """Raises TypeError or ValueError for what is none."""
    name, *sides = row
    if name not in RATIOS or len(sides) != 4:
        raise ValueError(f"no crop is {row!r:.80}")
    for side in sides:
        check_number(side, "crop", least=0)
    left, top, right, bottom = sides
    if not (left < right <= WHOLE and top < bottom <= WHOLE):
        raise ValueError(f"no crop is {row!r:.80}")
    return name, left, top, right, bottom


@dataclass(frozen=True)
class Printed:
    """The text of one edition; `pictures` has one entry per photo of the copy."""

    copy: Copy
    pictures: tuple[PrintedPicture, ...] = ()

    def __post_init__(self) -> None:
        pictures = rows_of(PrintedPicture, self.pictures, "pictures")
        keep(self, pictures=pictures)
        if len({item.photo for item in pictures}) != len(pictures):
            raise ValueError("a photo is printed twice in one edition")

    def picture(self, photo: int) -> PrintedPicture | None:
        return next((item for item in self.pictures if item.photo == photo), None)

    def to_json(self) -> str:
        """Canonical JSON, as Copy's."""
        return canonical(
            {
                "schema": SCHEMA,
                "copy": json.loads(self.copy.to_json()),
                "pictures": [asdict(item) for item in self.pictures],
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read any schema ever written. Raises CopyUnreadable."""
        with reading():
            stored = json.loads(text)
            data = fields_of(cls, without_schema(stored, *_LATER, SCHEMA))
            later = _LATER.get(stored["schema"], {})
            rows = [{**later, **row} for row in data["pictures"]]
            return cls(
                copy=Copy.from_data(data["copy"], is_printed=True),
                pictures=tuple(
                    PrintedPicture(**fields_of(PrintedPicture, row)) for row in rows
                ),
            )


def edition_hash(
    *,
    previous_hash: str,
    article_id: int,
    number: int,
    kind: str,
    printed_at: str,
    revision_number: int,
    revision_hash: str,
    content: str,
) -> str:
    """The link of the chain; `printed_at` in ISO 8601, UTC, microseconds."""
    return digest(canonical(dict(locals())))
