"""The child process in which a picture nobody trusts is decoded. No Django here.

    python -m photos.decoding ORIGINAL RENDITION RECIPE

decodes every pixel, writes the rendition without any metadata, and prints one line of
JSON: format, upright width and height, metadata; or "refused" with one of REASONS.
It sets its own limits first, so whatever a file does to it stays in here.
"""

import io
import json
import os
import sys
import warnings
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from PIL import Image, ImageFile, IptcImagePlugin, UnidentifiedImageError

from photos.addresses import rendition_size
from photos.colours import UnknownDepth, flat, to_srgb
from photos.iptc import Metadata, read
from photos.jpeg import load_whole
from photos.limits import FRAMES, PIXELS, bind

REASONS = (
    "unknown",
    "broken",
    "pixels",
    "frames",
    "depth",
    "costly",
    "missing",
    "disk",
)

_FORMATS = ("Avif", "Gif", "Jpeg", "Png", "Tiff", "WebP")
for _format in _FORMATS:  # else Pillow loads every plugin there is
    import_module(f"PIL.{_format}ImagePlugin")

# By EXIF 2.32, tag Orientation; from 5 on the sides change places.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_GAP = 2  # how much larger than the rendition the cheap reductions leave a picture
_BAND = 2_000_000  # pixels that are converted at a time


class Refused(Exception):
    """One of REASONS."""


def decode(original: Path, rendition: Path, recipe: str) -> dict[str, Any]:
    """Raises Refused, or whatever Pillow raises on a file it cannot read."""
    with original.open("rb") as stream:
        picture = _open(stream)
        _check_size(picture)
        kind = _kind(picture)
        if kind != "jpeg":
            picture.verify()  # the checksums of a PNG; elsewhere nothing
            picture = _open(stream)
            picture.load()
        width, height = picture.size
        size = rendition_size(width, height, recipe)
        if kind == "jpeg":
            room = (size[0] * _GAP, size[1] * _GAP)
            small = _shrink(load_whole(original.read_bytes(), room), size)
        else:
            small = _shrink(picture, size)
        turn, metadata = _notes(picture)
        small = to_srgb(small, picture.info.get("icc_profile") or b"")
        if kind != "jpeg":
            _load_others(picture)
    if turn in _TURNS:
        small = small.transpose(_TURNS[turn])
        width, height = (height, width) if turn >= 5 else (width, height)
    _write(small, rendition)
    return {"format": kind, "width": width, "height": height, "metadata": metadata}


def _open(stream: IO[bytes]) -> ImageFile.ImageFile:
    try:
        return Image.open(stream, formats=_FORMATS)
    except UnidentifiedImageError as error:
        raise Refused("unknown") from error


def _kind(picture: ImageFile.ImageFile) -> str:
    """As photos.addresses names it. An MPO is a JPEG with more JPEGs behind it."""
    name = str(picture.format).lower()
    return "jpeg" if name == "mpo" else name


def _check_size(picture: ImageFile.ImageFile) -> None:
    """What the header says, before anything is decoded."""
    frames = 1 if _kind(picture) == "jpeg" else getattr(picture, "n_frames", 1)
    if picture.width * picture.height * frames > PIXELS:
        raise Refused("pixels")
    if frames > FRAMES:
        raise Refused("frames")


def _shrink(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Band by band, so that no conversion ever doubles the whole picture."""
    factor = max(1, max(picture.size) // (_GAP * max(size)))
    height = factor * max(1, _BAND // (picture.width * factor))
    bands = [
        flat(
            picture.crop((0, top, picture.width, min(top + height, picture.height)))
        ).reduce(factor)
        for top in range(0, picture.height, height)
    ]
    small = Image.new(
        bands[0].mode, (bands[0].width, sum(band.height for band in bands))
    )
    top = 0
    for band in bands:
        small.paste(band, (0, top))
        top += band.height
    return small.resize(size, Image.Resampling.LANCZOS)


def _notes(picture: ImageFile.ImageFile) -> tuple[int, Metadata]:
    """Orientation and metadata. Nothing written beside a picture makes it refused.

    XMP may name an orientation too; browsers follow EXIF alone, and so does this.
    """
    info = picture.info
    xmp = info.pop("xmp", b"") or info.pop("XML:com.adobe.xmp", b"")
    try:
        exif = dict(picture.getexif())
    except Exception:
        exif = {}
    try:
        iim = IptcImagePlugin.getiptcinfo(picture) or {}
    except Exception:
        iim = {}
    if isinstance(xmp, str):
        xmp = xmp.encode(errors="replace")
    turn = exif.get(0x0112, 1)
    metadata = read(exif, iim, xmp if isinstance(xmp, bytes) else b"")
    return turn if isinstance(turn, int) else 1, metadata


def _load_others(picture: ImageFile.ImageFile) -> None:
    """The other frames: nobody sees them, but a picture is whole or refused."""
    pixels = picture.width * picture.height
    for number in range(1, getattr(picture, "n_frames", 1)):
        picture.seek(number)
        pixels += picture.width * picture.height
        if pixels > PIXELS:  # pages of a TIFF differ in size
            raise Refused("pixels")
        picture.load()


def _write(picture: Image.Image, target: Path) -> None:
    """Encoded in memory first, so that a full disk is known as one."""
    bare = Image.new("RGB", picture.size)  # carries no metadata over
    bare.paste(picture)
    buffer = io.BytesIO()
    bare.save(buffer, "JPEG", quality=82, optimize=True, progressive=True)
    try:
        with target.open("wb") as stream:
            stream.write(buffer.getbuffer())
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise Refused("disk") from error


def main(original: str, rendition: str, recipe: str) -> None:
    bind()
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = PIXELS // 2  # Pillow refuses twice that
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    answer: dict[str, Any]
    try:
        answer = decode(Path(original), Path(rendition), recipe)
    except Refused as error:
        answer = {"refused": str(error)}
    except Image.DecompressionBombError:
        answer = {"refused": "pixels"}
    except UnknownDepth:
        answer = {"refused": "depth"}
    except MemoryError:
        answer = {"refused": "costly"}
    except FileNotFoundError:
        answer = {"refused": "missing"}
    except Exception as error:
        detail = f"{type(error).__name__}: {error}"
        answer = {"refused": "broken", "detail": detail[:500]}
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
