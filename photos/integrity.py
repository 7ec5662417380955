"""Whether the files on the disk are what the rows say. Changes nothing."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from photos.addresses import EXTENSIONS, RECIPES, original_name, private_name
from photos.files import PART, private, public, public_files
from photos.iptc import Embedded, embed, read
from photos.models import FormerOriginal, Photo

_HEADER = b"http://ns.adobe.com/xap/1.0/\0"  # of an XMP packet in APP1
_BATCH = 500  # names asked for at once


def has_original(photo: Photo | FormerOriginal) -> bool:
    """Whether the original is there, byte for byte as it came in."""
    path = private() / original_name(photo.sha256, EXTENSIONS[photo.format][0])
    if not path.is_file() or path.stat().st_size != photo.size:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == photo.sha256


def files_without_photo() -> Iterator[Path]:
    """Finished private files that no row names: what a killed intake left."""
    paths = (path for path in sorted(private().rglob("*")) if path.is_file())
    named = (path for path in paths if not path.name.startswith(PART))
    while batch := list(islice(named, _BATCH)):
        hashes = {path.name[:64] for path in batch}
        wanted = set(_private_names(Photo.objects.filter(sha256__in=hashes)))
        wanted |= set(_private_names(FormerOriginal.objects.filter(sha256__in=hashes)))
        for path in batch:
            if path.relative_to(private()).as_posix() not in wanted:
                yield path


def _private_names(photos: Iterable[Photo | FormerOriginal]) -> Iterator[str]:
    for photo in photos:
        yield original_name(photo.sha256, EXTENSIONS[photo.format][0])
        for recipe in RECIPES:
            yield private_name(photo.sha256, recipe)


def strange_public_files() -> Iterator[Path]:
    """Files below public/ whose name is no rendition's; temporary ones aside."""
    known = {path for _stem, path in public_files()}
    for path in sorted(public().rglob("*")):
        if path.is_file() and path not in known and not path.name.startswith(PART):
            yield path


def telling_files() -> Iterator[Path]:
    """Public files that hold any metadata but what photos.iptc embeds."""
    for _stem, path in sorted(public_files()):
        if not _is_silent(path.read_bytes()):
            yield path


# Marker codes of a picture alone: frames, tables, restarts, scans. No APPn, no COM.
_PICTURE = {0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD}


def _is_silent(jpeg: bytes) -> bool:
    return all(
        code in _PICTURE or (code == 0xE0 and body.startswith(b"JFIF\0"))
        for code, body in _segments(_without_packet(jpeg))
    )


def _without_packet(jpeg: bytes) -> bytes:
    """The same JPEG without our XMP packet; as it is when the packet is not ours."""
    at = jpeg.find(_HEADER) - 4
    if at < 0:
        return jpeg
    end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4])
    bare = jpeg[:at] + jpeg[end:]
    found = read({}, {}, jpeg[at + 4 + len(_HEADER) : end])
    creators = found.get("XMP:dc:creator", ())
    ours = Embedded(
        description=str(found.get("XMP:dc:description", "")),
        creators=(creators,) if isinstance(creators, str) else tuple(creators),
        credit=str(found.get("XMP:photoshop:Credit", "")),
    )
    return bare if embed(bare, ours) == jpeg else jpeg


def _segments(jpeg: bytes) -> Iterator[tuple[int, bytes]]:
    """(marker code, body) of each segment; code 0 for what stands where none may."""
    at = 2
    while jpeg[at : at + 2] != b"\xff\xd9":
        if jpeg[at : at + 1] != b"\xff" or at + 4 > len(jpeg):
            yield 0, b""
            return
        code, size = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4])
        yield code, jpeg[at + 4 : at + 2 + size]
        at += 2 + size
        if code == 0xDA:
            at = _after_scan(jpeg, at)
    if at + 2 != len(jpeg):
        yield 0, jpeg[at + 2 :]


def _after_scan(jpeg: bytes, at: int) -> int:
    """Where the next marker stands: 0xff00 and restarts belong to the scan's data."""
    while at < len(jpeg):
        at = jpeg.find(b"\xff", at)
        if at < 0:
            return len(jpeg)
        if (
            jpeg[at + 1 : at + 2]
            and jpeg[at + 1] != 0
            and not 0xD0 <= jpeg[at + 1] <= 0xD7
        ):
            return at
        at += 2
    return at
