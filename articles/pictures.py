"""A picture on a page: its address, its size, and what must stay in sight of it."""

from dataclasses import dataclass
from typing import Any

from articles.printed import PrintedPicture
from photos.addresses import rendition_size, rendition_url

WIDTH = "w1200"  # the one rendition there is
_STEP = 250  # per mille: the style sheet knows five places across and five down


@dataclass(frozen=True)
class Image:
    """A picture on a page: its address, and its size there in pixels.

    `focus` is a class of the style sheet: what a cropped picture must show.
    """

    src: str
    width: int
    height: int
    alt: str = ""
    caption: str = ""
    credit: str = ""
    focus: str = ""

    @property
    def is_tall(self) -> bool:
        return self.height > self.width

    @property
    def is_wide(self) -> bool:
        """Good enough to lead a front page: broad, and not a stamp."""
        return self.width >= 600 and self.width * 5 >= self.height * 6


def image_of(
    picture: PrintedPicture, base_url: str, *, alt: str = "", caption: str = ""
) -> Image:
    """Where there is no alternative text, the caption says what is seen."""
    facts = picture_facts(picture, alt=alt or caption, caption=caption)
    return _image(facts, base_url)


def picture_facts(picture: PrintedPicture, *, alt: str, caption: str) -> dict[str, Any]:
    """What a card keeps of a picture; card_image() reads it."""
    return {
        "stem": picture.stem,
        "width": picture.width,
        "height": picture.height,
        "focal_x": picture.focal_x,
        "focal_y": picture.focal_y,
        "alt": alt,
        "caption": caption,
        "credit": picture.credit,
    }


def card_image(facts: dict[str, Any], *, base_url: str) -> Image | None:
    """The picture of a stored card."""
    picture = facts["picture"]
    return _image(picture, base_url) if picture else None


def _image(facts: dict[str, Any], base_url: str) -> Image:
    width, height = rendition_size(facts["width"], facts["height"], WIDTH)
    return Image(
        src=rendition_url(facts["stem"], WIDTH, base_url=base_url),
        width=width,
        height=height,
        alt=facts["alt"],
        caption=facts["caption"],
        credit=facts["credit"],
        focus=_focus(facts["focal_x"], facts["focal_y"]),
    )


def _focus(x: int, y: int) -> str:
    """Classes such as "x25 y100"; the middle needs none."""
    places = {"x": round(x / _STEP), "y": round(y / _STEP)}
    middle = 2
    return " ".join(
        f"{axis}{place * 25}" for axis, place in places.items() if place != middle
    )
