"""Crop boxes: which part of a picture each crop shows.

A box is [left, top, right, bottom] in per mille of the upright picture's sides. What
has no box of its own is cropped around the focal point.
"""

from typing import Any

CROPS: dict[str, tuple[int, int]] = {"16x9": (16, 9), "4x3": (4, 3), "1x1": (1, 1)}
WHOLE = 1000  # per mille
LEAST = 100  # per mille of the longer way: a smaller box shows grain
Box = list[int]


def check_crops(crops: Any, *, width: int, height: int) -> dict[str, Box]:
    """The boxes by name, checked. Sizes in pixels. Raises ValueError.

    A box has its crop's proportions, to the per mille that it is rounded to.
    """
    if not isinstance(crops, dict) or set(crops) - set(CROPS):
        raise ValueError("crops are boxes by the name of a crop")
    return {
        name: check_box(name, crops[name], width=width, height=height)
        for name in CROPS
        if name in crops
    }


def check_box(name: str, box: Any, *, width: int, height: int) -> Box:
    """The box. Raises ValueError when it is none, or of other proportions."""
    if not isinstance(box, list) or len(box) != 4:
        raise ValueError("a box is [left, top, right, bottom]")
    if not all(type(side) is int and 0 <= side <= WHOLE for side in box):
        raise ValueError("a box's sides are whole per mille")
    left, top, right, bottom = box
    if max(right - left, bottom - top) < LEAST or min(right - left, bottom - top) < 1:
        raise ValueError("a box has its right side to the right, and is no stamp")
    across, down = CROPS[name]
    wide, high = (right - left) * width * down, (bottom - top) * height * across
    if abs(wide - high) > 2 * (width * down + height * across):
        raise ValueError("a box has its crop's proportions")
    return box


def box_of(
    name: str, crops: dict[str, Box], *, width: int, height: int, focus: tuple[int, int]
) -> Box:
    """The crop's own box, or the largest one around the focal point, in per mille."""
    return crops.get(name) or _around(focus, _largest(name, width, height))


def _largest(name: str, width: int, height: int) -> tuple[int, int]:
    """Per mille of both sides that the largest box of these proportions takes."""
    across, down = CROPS[name]
    wide, high = width * down, height * across
    if wide > high:
        return max(1, round(WHOLE * high / wide)), WHOLE
    return WHOLE, max(1, round(WHOLE * wide / high))


def _around(focus: tuple[int, int], size: tuple[int, int]) -> Box:
    starts = [
        min(max(0, middle - long // 2), WHOLE - long)
        for middle, long in zip(focus, size, strict=True)
    ]
    return [*starts, *(start + long for start, long in zip(starts, size, strict=True))]
