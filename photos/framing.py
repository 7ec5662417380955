"""How large each rendition of a picture is, and what part of the picture it shows."""

from dataclasses import dataclass
from typing import Any

from photos.addresses import RECIPES, Crop, rendition_name
from photos.crops import CROPS, WHOLE, Box, box_of

RATIOS = {**CROPS, "share": (40, 21)}  # 1200 x 630
VIEW, THUMB = 1200, 320  # pixels: the longest sides of what the desk looks at
FORMER = "w1200.jpg"  # the one file of a picture printed before there were crops
_SMALL = 250_000  # pixels: all its files cost less than another child process

_SERIES: dict[tuple[str, str], list[str]] = {}  # by extension and crop
for _name, _recipe in RECIPES.items():
    _SERIES.setdefault((_recipe.extension, _recipe.crop), []).append(_name)

Part = tuple[float, float, float, float]  # left, top, right, bottom


def resolved(
    crops: dict[str, Box], *, width: int, height: int, focus: tuple[int, int]
) -> tuple[Crop, ...]:
    """Every crop's box: its own, or the largest one around the focal point.

    What is shared is the 16:9 crop, a little lower.
    """
    boxes = {
        name: box_of(name, crops, width=width, height=height, focus=focus)
        for name in CROPS
    }
    named: list[Any] = [(name, *box) for name, box in boxes.items()]
    return (*named, ("share", *boxes["16x9"]))


@dataclass(frozen=True)
class Framing:
    """An upright picture of that size in pixels, and its crops; a former one has none.

    Nothing is enlarged: what would be is as large as the picture, and only the first
    recipe that holds every pixel exists.
    """

    width: int
    height: int
    crops: tuple[Crop, ...]

    def files(self, stem: str) -> list[str]:
        """The names of its public files."""
        return [rendition_name(stem, recipe) for recipe in self.recipes]

    def part(self, crop: str) -> Part:
        """What it shows, in pixels of the picture: the largest part of the crop's
        proportions in the middle of its box. "" is the whole. Raises KeyError."""
        if not crop:
            return 0, 0, self.width, self.height
        left, top, right, bottom = self._box(crop)
        across, down = RATIOS[crop]
        width = min(right - left, (bottom - top) * across / down)
        height = width * down / across
        left += (right - left - width) / 2
        top += (bottom - top - height) / 2
        return left, top, left + width, top + height

    def _box(self, crop: str) -> Part:
        left, top, right, bottom = {name: sides for name, *sides in self.crops}[crop]
        across, down = self.width / WHOLE, self.height / WHOLE
        return left * across, top * down, right * across, bottom * down

    def _side(self, crop: str) -> float:
        """What a recipe's side is compared with, in pixels of the picture."""
        left, _top, right, _bottom = self.part(crop)
        return right - left if crop else max(self.width, self.height)

    def scale(self, recipe: str) -> float:
        """Pixels of the rendition for each of the picture, at most 1."""
        return min(1, RECIPES[recipe].side / self._side(RECIPES[recipe].crop))

    def size(self, recipe: str) -> tuple[int, int]:
        """(width, height) of the rendition in pixels."""
        left, top, right, bottom = self.part(RECIPES[recipe].crop)
        scale = self.scale(recipe)
        width, height = (right - left) * scale, (bottom - top) * scale
        return max(1, round(width)), max(1, round(height))

    @property
    def recipes(self) -> list[str]:
        """The renditions that exist of this picture."""
        return [name for kind in _SERIES for name in self.series(*kind)]

    def series(self, extension: str, crop: str = "") -> list[str]:
        """The renditions of one format and crop, small ones first."""
        if not self.crops:
            return [FORMER] if (extension, crop) == ("jpg", "") else []
        names, side = _SERIES.get((extension, crop), []), self._side(crop)
        smaller = sum(RECIPES[name].side < side for name in names)
        return names[: smaller + 1]

    def jpeg(self, longest: int) -> str:
        """The whole picture, the largest of at most that longest side."""
        names = self.series("jpg")
        fitting = [name for name in names if RECIPES[name].side <= longest]
        return (fitting or names)[-1]

    @property
    def at_once(self) -> list[str]:
        """What intake makes: what the desk looks at, and all of a small picture."""
        if self.width * self.height <= _SMALL:
            return self.recipes
        return [self.jpeg(THUMB), self.jpeg(VIEW)]
