"""Whether a JPEG is whole, which libjpeg alone does not say."""

import io
import re

from PIL import Image, ImageChops, JpegImagePlugin, TiffImagePlugin

_MARKER = re.compile(rb"\xff+(?P<code>[^\x00\xff])", re.DOTALL)
_SCAN, _END = b"\xda", b"\xd9"
_RESTARTS = {bytes([code]) for code in range(0xD0, 0xD8)}
_PADDING = bytes(range(255)) * 2


class Incomplete(Exception):
    """Some of the picture is missing."""


def load(data: bytes, room: tuple[int, int]) -> Image.Image:
    """The picture, at the least of libjpeg's scales that still fills `room`."""
    picture = JpegImagePlugin.JpegImageFile(io.BytesIO(data))
    picture.draft(None, room)
    picture.load()
    return picture


def load_whole(data: bytes, room: tuple[int, int]) -> Image.Image:
    """The same, proved.

    Where a scan's bytes run out before its end, libjpeg fills with grey and warns, and
    Pillow drops the warning. So it is decoded twice, once with more bytes before every
    marker that ends a scan's data: they change the picture only where its own bytes
    have run out. Raises Incomplete, or what Pillow raises.
    """
    picture, other = load(data, room), load(_padded(data), room)
    if ImageChops.difference(picture, other).getbbox(alpha_only=False):
        raise Incomplete
    return picture


def _padded(data: bytes) -> bytes:
    """Up to the end mark of the picture: not one in a thumbnail or a later picture."""
    pieces, done, at, in_scan = [], 0, 2, False
    while found := _MARKER.search(data, at):
        at = found.end()
        if in_scan:
            pieces += [data[done : found.start()], _PADDING]
            done = found.start()
        if found["code"] == _END:
            return b"".join((*pieces, data[done:]))
        if found["code"] not in _RESTARTS:
            in_scan = found["code"] == _SCAN
            at += int.from_bytes(data[at : at + 2])
    raise Incomplete


_JPEG, _TABLES = 7, 347  # TIFF's compression; the tag of what its JPEGs share
_PLACES = ((273, 279), (324, 325))  # tags: strips, or tiles, and their lengths


def check_strips(picture: TiffImagePlugin.TiffImageFile, data: bytes) -> None:
    """The JPEGs that a TIFF may be made of, each by itself. Raises Incomplete."""
    tags = picture.tag_v2
    if tags.get(259) != _JPEG:
        return
    tables = bytes(tags.get(_TABLES, b""))
    for place, length in _PLACES:
        for start, size in zip(tags.get(place, ()), tags.get(length, ()), strict=False):
            part = data[start : start + size]
            load_whole(tables[:-2] + part[2:] if tables else part, picture.size)
