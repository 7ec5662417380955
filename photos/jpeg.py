"""Whether a JPEG is whole, which libjpeg alone does not say."""

import io
import re

from PIL import Image, ImageChops, JpegImagePlugin

_MARKER = re.compile(rb"\xff+(?P<code>[^\x00\xff\xd0-\xd7])", re.DOTALL)
_END = b"\xd9"
_PADDING = bytes(range(255)) * 2


class Incomplete(Exception):
    """Some of the picture is missing."""


def load_whole(data: bytes, room: tuple[int, int]) -> Image.Image:
    """The picture, at the least of libjpeg's scales that still fills `room`.

    Where bytes are missing before the end mark, libjpeg fills with grey and warns, and
    Pillow drops the warning. So it is decoded twice, once with more bytes before that
    mark: they change the picture only where its own bytes have run out. Raises
    Incomplete, or what Pillow raises.
    """
    end = _end(data)
    padded = data[:end] + _PADDING + data[end:]
    picture, other = _load(data, room), _load(padded, room)
    if ImageChops.difference(picture, other).getbbox(alpha_only=False):
        raise Incomplete
    return picture


def _end(data: bytes) -> int:
    """Where the end mark stands: not one in a thumbnail or in a later picture."""
    at = 2
    while found := _MARKER.search(data, at):
        if found["code"] == _END:
            return found.start()
        at = found.end() + int.from_bytes(data[found.end() : found.end() + 2])
    raise Incomplete


def _load(data: bytes, room: tuple[int, int]) -> Image.Image:
    picture = JpegImagePlugin.JpegImageFile(io.BytesIO(data))
    picture.draft(None, room)
    picture.load()
    return picture
