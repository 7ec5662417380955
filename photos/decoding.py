"""The child process in which a picture nobody trusts is decoded. No Django here.

    python -m photos.decoding ORIGINAL FOLDER [JSON]

decodes every pixel and writes what intake makes of a new picture; or, when told crops
and recipes of one that was taken in before, these. The files have no metadata. It
prints one line of JSON: format, upright width and height, metadata; or "refused" with
one of REASONS. It sets its own limits first, so whatever a file does stays in here.
"""

import io
import json
import sys
import warnings
from importlib import import_module
from pathlib import Path
from typing import Any

from PIL import Image, ImageFile, TiffImagePlugin, UnidentifiedImageError

from photos import jpeg
from photos.blocks import blocks_of
from photos.colours import UnknownDepth, flat, to_srgb
from photos.encoding import DiskFull, write_all
from photos.framing import Framing, resolved
from photos.iptc import read
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
_GAP = 1.5  # how much larger than the largest rendition the cheap reductions leave it
_BAND = 2_000_000  # pixels that are converted at a time


class Refused(Exception):
    """One of REASONS."""


def decode(original: Path, folder: Path, wanted: dict[str, Any]) -> dict[str, Any]:
    """Raises Refused, or whatever Pillow raises on a file it cannot read."""
    data = original.read_bytes()
    picture = _open(data)
    _check_size(picture)
    kind = _kind(picture)
    if kind != "jpeg":
        picture.verify()  # the checksums of a PNG; elsewhere nothing
        picture = _open(data)
        picture.load()
    blocks = blocks_of(picture, data)
    turn = _turn(blocks.exif)
    framing = _framing(picture, turn, wanted)
    recipes = wanted.get("recipes") or framing.at_once
    small = _reduced(picture, data, framing, recipes, is_new=not wanted)
    small = to_srgb(small, blocks.icc)
    if not wanted:
        _check_rest(picture, data)
    write_all(
        small.transpose(_TURNS[turn]) if turn else small, framing, recipes, folder
    )
    return {
        "format": kind,
        "width": framing.width,
        "height": framing.height,
        "metadata": read(blocks),
    }


def _open(data: bytes) -> ImageFile.ImageFile:
    try:
        return Image.open(io.BytesIO(data), formats=_FORMATS)
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


def _turn(exif: Image.Exif) -> int:
    """XMP may name an orientation too; browsers follow EXIF alone, and so does this."""
    try:
        turn = exif.get(0x0112, 1)
    except Exception:
        return 0
    return turn if turn in _TURNS else 0


def _framing(
    picture: ImageFile.ImageFile, turn: int, wanted: dict[str, Any]
) -> Framing:
    width, height = picture.size
    if turn >= 5:
        width, height = height, width
    crops = tuple(tuple(crop) for crop in wanted.get("crops", ()))
    middle = resolved({}, width=width, height=height, focus=(500, 500))
    return Framing(width, height, crops or middle)


def _reduced(
    picture: ImageFile.ImageFile,
    data: bytes,
    framing: Framing,
    recipes: list[str],
    *,
    is_new: bool,
) -> Image.Image:
    """As small as the recipes allow, of eight bits a channel, not yet upright."""
    scale = min(1, _GAP * max(framing.scale(name) for name in recipes))
    width, height = (max(1, int(side * scale)) for side in picture.size)
    room = (width, height)
    if _kind(picture) != "jpeg":
        return _shrunk(picture, room)
    load = jpeg.load_whole if is_new else jpeg.load
    return _shrunk(load(data, room), room)


def _shrunk(picture: Image.Image, room: tuple[int, ...]) -> Image.Image:
    """Band by band, so that no conversion ever doubles the whole picture."""
    factor = max(1, max(picture.size) // max(room))
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
    return small


def _check_rest(picture: ImageFile.ImageFile, data: bytes) -> None:
    """What nobody sees, because a picture is whole or refused."""
    if _kind(picture) == "jpeg":
        return
    if isinstance(picture, TiffImagePlugin.TiffImageFile):
        jpeg.check_strips(picture, data)
    pixels = picture.width * picture.height
    for number in range(1, getattr(picture, "n_frames", 1)):
        picture.seek(number)
        pixels += picture.width * picture.height
        if pixels > PIXELS:  # pages of a TIFF differ in size
            raise Refused("pixels")
        picture.load()


def main(original: str, folder: str, wanted: str = "{}") -> None:
    bind()
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = PIXELS // 2  # Pillow refuses twice that
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    answer: dict[str, Any]
    try:
        answer = decode(Path(original), Path(folder), json.loads(wanted))
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
    except DiskFull:
        answer = {"refused": "disk"}
    except Exception as error:
        detail = f"{type(error).__name__}: {error}"
        answer = {"refused": "broken", "detail": detail[:500]}
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
