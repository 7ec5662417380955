"""A picture on a page: its files in both formats, and their sizes there."""

import json
from dataclasses import dataclass
from typing import Any

from articles.printed import PrintedPicture
from photos.addresses import RECIPES, rendition_url
from photos.framing import VIEW, Framing


@dataclass(frozen=True)
class Shown:
    """One part of a picture: a JPEG with its size in pixels, and the choices that a
    browser has, as "srcset" wants them. A former picture has no AVIF."""

    src: str
    width: int
    height: int
    jpeg: str
    avif: str = ""


@dataclass(frozen=True)
class Image:
    """A picture on a page. `stem` and `framing` are as they were printed."""

    stem: str
    framing: Framing
    base_url: str
    alt: str = ""
    caption: str = ""
    credit: str = ""

    @property
    def whole(self) -> Shown:
        return self._shown(self.framing.jpeg(VIEW))

    @property
    def wide(self) -> Shown:
        """16:9"""
        return self._crop("16x9")

    @property
    def medium(self) -> Shown:
        """4:3"""
        return self._crop("4x3")

    @property
    def square(self) -> Shown:
        return self._crop("1x1")

    @property
    def share(self) -> Shown:
        """1200 x 630, or as much of it as the picture has."""
        return self._crop("share")

    @property
    def files(self) -> list[str]:
        """The names of its public files."""
        return self.framing.files(self.stem)

    @property
    def is_tall(self) -> bool:
        return self.framing.height > self.framing.width

    @property
    def is_wide(self) -> bool:
        """Good enough to lead a front page: broad, and not a stamp."""
        width, height = self.framing.size(self.framing.jpeg(VIEW))
        return width >= 600 and width * 5 >= height * 6

    def _crop(self, crop: str) -> Shown:
        if not self.framing.crops:  # printed before there were any
            return self.whole
        return self._shown(self.framing.series("jpg", crop)[-1])

    def _shown(self, recipe: str) -> Shown:
        width, height = self.framing.size(recipe)
        crop = RECIPES[recipe].crop
        return Shown(
            src=rendition_url(self.stem, recipe, base_url=self.base_url),
            width=width,
            height=height,
            jpeg=self._choices("jpg", crop),
            avif=self._choices("avif", crop),
        )

    def _choices(self, extension: str, crop: str) -> str:
        return ", ".join(
            f"{rendition_url(self.stem, name, base_url=self.base_url)}"
            f" {self.framing.size(name)[0]}w"
            for name in self.framing.series(extension, crop)
        )


def image_of(
    picture: PrintedPicture, base_url: str, *, alt: str = "", caption: str = ""
) -> Image:
    """A use of the picture, with its own words where it has some."""
    return _image(picture_facts(picture, alt=alt, caption=caption), base_url)


def picture_facts(picture: PrintedPicture, *, alt: str, caption: str) -> dict[str, Any]:
    """What a card keeps of a use; card_image() reads it.

    Words that the use lacks are the photo's; without alternative text, the caption says
    what is seen.
    """
    caption = caption or picture.caption
    return {
        "stem": picture.stem,
        "width": picture.width,
        "height": picture.height,
        "crops": [list(crop) for crop in picture.crops],
        "alt": alt or picture.alt or caption,
        "caption": caption,
        "credit": picture.credit,
    }


def card_image(facts: dict[str, Any], *, base_url: str) -> Image | None:
    """The picture of a stored card."""
    picture = facts["picture"]
    return _image(picture, base_url) if picture else None


def portrait_image(card: str, *, base_url: str) -> Image | None:
    """The picture of an author's stored portrait; "" is none."""
    return _image(json.loads(card), base_url) if card else None


def _image(facts: dict[str, Any], base_url: str) -> Image:
    crops = tuple(tuple(crop) for crop in facts.get("crops", ()))
    return Image(
        stem=facts["stem"],
        framing=Framing(facts["width"], facts["height"], crops),
        base_url=base_url,
        alt=facts["alt"],
        caption=facts["caption"],
        credit=facts["credit"],
    )
