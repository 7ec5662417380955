"""From whatever colours a picture comes in to opaque sRGB, eight bits a channel."""

import io

from PIL import Image, ImageCms

_MODES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab ": "LAB"}


class UnknownDepth(Exception):
    """32 bits a channel: nobody says which value is white."""


def flat(picture: Image.Image) -> Image.Image:
    """L, RGB, CMYK or LAB of eight bits; white where it was transparent."""
    if picture.mode in ("I", "F"):
        raise UnknownDepth
    if picture.mode.startswith("I;16"):
        return _high_bytes(picture)
    if picture.has_transparency_data:
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture.convert("RGBA"))
        return paper.convert("RGB")
    if picture.mode in _MODES.values():
        return picture
    return picture.convert("L" if picture.mode == "1" else "RGB")


def _high_bytes(picture: Image.Image) -> Image.Image:
    return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """RGB. A profile that is broken, or one of other colours, is passed over."""
    try:
        return _transformed(picture, profile).convert("RGB")
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return picture.convert("RGB")


def _transformed(picture: Image.Image, profile: bytes) -> Image.Image:
    if picture.mode == "LAB":
        source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    elif profile:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    else:
        return picture
    if _MODES.get(source.profile.xcolor_space) != picture.mode:
        return picture
    screen = ImageCms.createProfile("sRGB")
    made = ImageCms.profileToProfile(picture, source, screen, outputMode="RGB")
    return made or picture
