"""Names of originals and renditions: the only arithmetic of what a file is called.

An original lies below MEDIA_ROOT/private and has no address. A rendition lies below
MEDIA_ROOT/public while an article shows its photo; its stem is the photo's random key
and a digest of what is in it, so it changes when the picture or its credit does.
"""

import re

from newsroom.text.canonical import canonical, digest

# The longest side of each recipe, in pixels. No other rendition exists.
RECIPES: dict[str, int] = {"w1200": 1200}

# What a file's name may end in, by format; an original is stored under the first.
EXTENSIONS: dict[str, tuple[str, ...]] = {
    "jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "png": ("png",),
    "webp": ("webp",),
    "gif": ("gif",),
    "tiff": ("tif", "tiff"),
    "avif": ("avif",),
}

_RENDITION = re.compile(
    rf"([0-9a-f]{{2}})/(\1[0-9a-f]{{30}}-[0-9a-f]{{16}})-(?:{'|'.join(RECIPES)})\.jpg"
)


def original_name(sha256: str, extension: str) -> str:
    """Where an original lies below private/, such as originals/3f/3f…e1.jpg"""
    return f"originals/{sha256[:2]}/{sha256}.{extension}"


def private_name(sha256: str, recipe: str) -> str:
    """Where the desk's own rendition lies below private/: without metadata."""
    return f"renditions/{sha256[:2]}/{sha256}-{recipe}.jpg"


def public_stem(
    public_key: str, *, sha256: str, metadata: dict[str, str | list[str]]
) -> str:
    """The public name of a photo's files: its key, and a digest of what is in them."""
    facts = {"sha256": sha256, "recipes": RECIPES, "metadata": metadata}
    return f"{public_key}-{digest(canonical(facts))[:16]}"


def rendition_name(stem: str, recipe: str) -> str:
    """Where a rendition lies below public/. Raises KeyError for an unknown recipe."""
    RECIPES[recipe]
    return f"{stem[:2]}/{stem}-{recipe}.jpg"


def stem_of(name: str) -> str:
    """The stem in a name that rendition_name() gives; "" for any other name."""
    found = _RENDITION.fullmatch(name)
    return found[2] if found else ""


def rendition_size(width: int, height: int, recipe: str) -> tuple[int, int]:
    """(width, height) in pixels of a rendition of an upright picture of that size.

    The longest side is the recipe's; a smaller picture is never enlarged.
    """
    longest = max(width, height)
    wanted = min(longest, RECIPES[recipe])
    return (
        max(1, round(width * wanted / longest)),
        max(1, round(height * wanted / longest)),
    )


def rendition_url(stem: str, recipe: str, *, base_url: str) -> str:
    """The address of a rendition; `base_url` is MEDIA_URL and ends in a slash."""
    return base_url + rendition_name(stem, recipe)
