"""What a printing stores: the copy with each picture's credit and address resolved."""

import json
from dataclasses import asdict, dataclass
from typing import Self

from articles.copy import SCHEMA, Copy, reading, without_schema
from articles.fields import check_number, clean_lines, fields_of, keep, rows_of
from newsroom.text.canonical import canonical, digest


@dataclass(frozen=True)
class PrintedPicture:
    """A photo as it was when printed. Sizes in upright pixels, focal point per mille.

    `stem` is the public name of its files; photos.addresses makes addresses of it.
    """

    photo: int
    credit: str
    width: int
    height: int
    focal_x: int
    focal_y: int
    stem: str

    def __post_init__(self) -> None:
        clean_lines(self, "credit", "stem")
        for name in ("photo", "width", "height"):
            check_number(getattr(self, name), name)
        for name in ("focal_x", "focal_y"):
            check_number(getattr(self, name), name, least=0)


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
            data = fields_of(cls, without_schema(json.loads(text)))
            return cls(
                copy=Copy.from_data(data["copy"], is_printed=True),
                pictures=tuple(
                    PrintedPicture(**fields_of(PrintedPicture, row))
                    for row in data["pictures"]
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
