"""EXIF: the texts that are read of it, and its first directory written anew.

Tags by EXIF 2.32 and TIFF 6.0.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, Literal

from PIL import ExifTags, Image

from photos.charsets import decoded

IMAGE_DESCRIPTION, ARTIST, COPYRIGHT = 0x010E, 0x013B, 0x8298
_NAMES = {
    0x0100: "ImageWidth",
    0x0101: "ImageHeight",
    IMAGE_DESCRIPTION: "ImageDescription",
    0x010F: "Make",
    0x0110: "Model",
    0x0112: "Orientation",
    ARTIST: "Artist",
    COPYRIGHT: "Copyright",
}
_WIDE = {  # UTF-16, by Windows
    0x9C9B: "XPTitle",
    0x9C9C: "XPComment",
    0x9C9D: "XPAuthor",
    0x9C9E: "XPKeywords",
    0x9C9F: "XPSubject",
}
_DETAILS = {0x9003: "DateTimeOriginal", 0x9011: "OffsetTimeOriginal"}
_THUMBNAIL = {0x0100: "ImageWidth", 0x0101: "ImageHeight"}

TEXT, BYTES = 2, 7  # types of a value
_ENTRY = 12  # bytes: tag, type, count, and the value or where it is
Value = tuple[int, bytes]


def texts(exif: Image.Exif) -> dict[str, str]:
    """What it says by name, as "ImageDescription". A broken part says nothing."""
    said: list[tuple[str, bytes]] = []
    for prefix, tags, names in (
        ("", exif, _NAMES),
        ("", _part(exif, ExifTags.IFD.Exif), _DETAILS),
        ("IFD1:", _part(exif, ExifTags.IFD.IFD1), _THUMBNAIL),
    ):
        for tag, name in names.items():
            with suppress(Exception):  # Pillow reads a value when it is asked for
                said.append((prefix + name, _bytes(tags[tag])))
    values = decoded(value for _name, value in said)
    found = {name: text for (name, _value), text in zip(said, values, strict=True)}
    return {**found, **dict(_wide(exif)), **dict(_position(exif))}


def _part(exif: Image.Exif, number: int) -> dict[int, Any]:
    try:
        return dict(exif.get_ifd(number))
    except Exception:
        return {}


def _bytes(value: Any) -> bytes:
    """Pillow takes every text for Latin-1. Raises TypeError for what is no text."""
    if isinstance(value, int):
        return str(value).encode()
    if isinstance(value, str):
        value = value.encode("latin-1")
    if not isinstance(value, bytes):
        raise TypeError("no text")
    return value.strip(b"\0 ")


def _wide(exif: Image.Exif) -> Iterator[tuple[str, str]]:
    for tag, name in _WIDE.items():
        with suppress(Exception):
            value = exif[tag]
            yield name, bytes(value).decode("utf-16-le", "replace").strip("\0 ")


def _position(exif: Image.Exif) -> Iterator[tuple[str, str]]:
    """In degrees, south and west below zero."""
    tags = _part(exif, ExifTags.IFD.GPSInfo)
    for name, tag in (("GPSLatitude", 2), ("GPSLongitude", 4)):
        with suppress(Exception):
            degrees, minutes, seconds = map(float, tags[tag])
            away = degrees + minutes / 60 + seconds / 3600
            yield name, f"{-away if tags[tag - 1] in ('S', 'W') else away:.6f}"


def edited(
    block: bytes, values: Mapping[int, Value], *, added: frozenset[int] = frozenset()
) -> bytes:
    """The TIFF block with these values for the tags that its first directory has.

    Those in `added` are put in where they are not. The directory is written anew at the
    end, so that nothing else moves. Raises ValueError for what cannot be followed.
    """
    order = _order(block)
    start = int.from_bytes(block[4:8], order)
    count = int.from_bytes(block[start : start + 2], order)
    end = start + 2 + count * _ENTRY
    if not 8 <= start < end + 4 <= len(block):
        raise ValueError("a broken directory")
    entries = {
        int.from_bytes(block[at : at + 2], order): block[at : at + _ENTRY]
        for at in range(start + 2, end, _ENTRY)
    }
    made = bytearray(block)
    for tag, (kind, value) in values.items():
        if tag not in entries and tag not in added:
            continue
        made += bytes(len(made) % 2)
        place = len(made).to_bytes(4, order)
        if len(value) <= 4:
            place = value.ljust(4, b"\0")
        else:
            made += value
        head = tag.to_bytes(2, order) + kind.to_bytes(2, order)
        entries[tag] = head + len(value).to_bytes(4, order) + place
    made += bytes(len(made) % 2)
    made[4:8] = len(made).to_bytes(4, order)
    made += len(entries).to_bytes(2, order)
    made += b"".join(entries[tag] for tag in sorted(entries))
    return bytes(made + block[end : end + 4])


def value_of(block: bytes, tag: int) -> bytes:
    """The bytes of a tag of the first directory; b"" when it has none."""
    with suppress(ValueError):
        order = _order(block)
        start = int.from_bytes(block[4:8], order)
        for number in range(int.from_bytes(block[start : start + 2], order)):
            at = start + 2 + number * _ENTRY
            if int.from_bytes(block[at : at + 2], order) == tag:
                kind = int.from_bytes(block[at + 2 : at + 4], order)
                size = int.from_bytes(block[at + 4 : at + 8], order)
                size *= {3: 2, 4: 4}.get(kind, 1)
                place = int.from_bytes(block[at + 8 : at + 12], order)
                return (
                    block[at + 8 : at + 8 + size]
                    if size <= 4
                    else (block[place : place + size])
                )
    return b""


def _order(block: bytes) -> Literal["little", "big"]:
    if block[:4] == b"II*\0":
        return "little"
    if block[:4] == b"MM\0*":
        return "big"
    raise ValueError("no TIFF")
