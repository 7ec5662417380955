"""Names of originals and renditions: the only arithmetic of what a file is called.

An original lies in the private store and has no address. A rendition lies in the public
store while an article shows its photo; its stem is the photo's random key and a digest
of what is in it, so it changes when the picture, its crops or its credit do.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newsroom.text.canonical import canonical, digest


@dataclass(frozen=True)
class Recipe:
    """`side` in pixels: the longest one of a whole picture, the width of a crop."""

    side: int
    extension: str
    crop: str = ""


_SIDES = (320, 480, 640, 960, 1200, 1600, 1920)
_CROP_WIDTHS = {"16x9": (640, 1280), "4x3": (480, 960), "1x1": (240, 480)}

# By the end of the file's name. No other rendition exists.
RECIPES: dict[str, Recipe] = {
    f"{name}.{extension}": Recipe(side, extension, crop)
    for name, side, crop in (
        *((f"w{side}", side, "") for side in _SIDES),
        *(
            (f"{crop}-{width}", width, crop)
            for crop, widths in _CROP_WIDTHS.items()
            for width in widths
        ),
    )
    for extension in ("avif", "jpg")
}
SHARE = "share.jpg"  # what Open Graph shows: 1200 x 630
RECIPES[SHARE] = Recipe(1200, "jpg", "share")
TYPES = {"avif": "image/avif", "jpg": "image/jpeg"}

# What a file's name may end in, by format; an original is stored under the first.
EXTENSIONS: dict[str, tuple[str, ...]] = {
    "jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "png": ("png",),
    "webp": ("webp",),
    "gif": ("gif",),
    "tiff": ("tif", "tiff"),
    "avif": ("avif",),
}

Crop = tuple[str, int, int, int, int]  # name; left, top, right, bottom in per mille

_RENDITION = re.compile(
    r"([0-9a-f]{2})/(?P<stem>\1[0-9a-f]{30}-[0-9a-f]{16})"
    rf"-(?P<recipe>{'|'.join(map(re.escape, RECIPES))})"
)


def original_name(sha256: str, extension: str) -> str:
    """Where an original lies in the private store, such as originals/3f/3f…e1.jpg"""
    return f"originals/{sha256[:2]}/{sha256}.{extension}"


def private_folder(sha256: str) -> str:
    """Where all the desk's renditions of that original lie; ends in a slash."""
    return f"renditions/{sha256[:2]}/{sha256}/"


def private_name(sha256: str, recipe: str, crops: Iterable[Crop] = ()) -> str:
    """Where the desk's own rendition lies: without metadata, a crop with its box.

    Raises KeyError for an unknown recipe or crop.
    """
    crop = RECIPES[recipe].crop
    if not crop:
        return f"{private_folder(sha256)}{recipe}"
    boxes = {name: ".".join(map(str, sides)) for name, *sides in crops}
    return f"{private_folder(sha256)}{boxes[crop]}-{recipe}"


def public_stem(
    public_key: str,
    *,
    sha256: str,
    crops: Iterable[Crop],
    metadata: dict[str, str | list[str]],
) -> str:
    """The public name of a photo's files: its key, and a digest of what is in them."""
    facts = {
        "sha256": sha256,
        "recipes": list(RECIPES),
        "crops": [list(crop) for crop in crops],
        "metadata": metadata,
    }
    return f"{public_key}-{digest(canonical(facts))[:16]}"


def public_prefix(stem: str) -> str:
    """How the names of all files of a stem, or of a photo's public key, begin."""
    return f"{stem[:2]}/{stem}-"


def rendition_name(stem: str, recipe: str) -> str:
    """Where a rendition lies in the public store. Raises KeyError if none exists."""
    RECIPES[recipe]
    return f"{public_prefix(stem)}{recipe}"


def stem_of(name: str) -> str:
    """The stem in a name that rendition_name() gives; "" for any other name."""
    found = _RENDITION.fullmatch(name)
    return found["stem"] if found else ""


def recipe_of(name: str) -> str:
    """The recipe in a name that rendition_name() gives; "" for any other name."""
    found = _RENDITION.fullmatch(name)
    return found["recipe"] if found else ""


def rendition_url(stem: str, recipe: str, *, base_url: str) -> str:
    """The address of a rendition; `base_url` is MEDIA_URL and ends in a slash."""
    return base_url + rendition_name(stem, recipe)
