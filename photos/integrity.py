"""Whether the files in the stores are what the rows say. Changes nothing."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from photos import avif, xmp
from photos.addresses import RECIPES, private_folder, private_name
from photos.files import original_of, private, public, public_files
from photos.iptc import Embedded, embed
from photos.models import FormerOriginal, Photo
from photos.segments import APP0, APP1, APP13, PHOTOSHOP, XMP, Jpeg

Kept = Photo | FormerOriginal
_BATCH = 500  # names asked for at once


def has_original(photo: Kept) -> bool:
    """Whether the original is there, byte for byte as it came in."""
    try:
        with private().local(original_of(photo.sha256, photo.format)) as path:
            if path.stat().st_size != photo.size:
                return False
            with path.open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return False
    return found == photo.sha256


def files_without_photo() -> Iterator[str]:
    """Private files that no row names: what a killed intake left."""
    yield from _unnamed(float("inf"), _belonging)


def outdated_files(before: float) -> Iterator[str]:
    """The same, written before that Unix time; and crops that were drawn anew, and the
    renditions of an original that another one has taken the place of."""
    yield from _unnamed(before, _in_use)


def _unnamed(
    before: float, names_of: Callable[[Kept, Iterable[str]], set[str]]
) -> Iterator[str]:
    files = (file.name for file in private().list() if file.written_at < before)
    while batch := list(islice(files, _BATCH)):
        hashes = {_sha256_of(name) for name in batch}
        rows: list[Kept] = [
            *Photo.objects.filter(sha256__in=hashes),
            *FormerOriginal.objects.filter(sha256__in=hashes),
        ]
        named = {name for row in rows for name in names_of(row, batch)}
        yield from (name for name in batch if name not in named)


def _sha256_of(name: str) -> str:
    """originals/3f/3f….jpg, renditions/3f/3f…/w320.jpg"""
    return name.split("/")[2].partition(".")[0] if name.count("/") > 1 else ""


def _belonging(row: Kept, names: Iterable[str]) -> set[str]:
    """The original, and every rendition of it that could have been made."""
    folder = private_folder(row.sha256)
    made = {name for name in names if name.startswith(folder)}
    return {original_of(row.sha256, row.format)} | {
        name for name in made if name.endswith(tuple(RECIPES))
    }


def _in_use(row: Kept, _names: Iterable[str]) -> set[str]:
    original = {original_of(row.sha256, row.format)}
    if isinstance(row, FormerOriginal):
        return original
    framing = row.framing
    return original | {
        private_name(row.sha256, recipe, framing.crops) for recipe in framing.recipes
    }


def strange_public_files() -> Iterator[str]:
    """Public files whose name is no rendition's."""
    known = {name for _stem, name in public_files()}
    yield from sorted(file.name for file in public().list() if file.name not in known)


def telling_files() -> Iterator[str]:
    """Public files that hold any metadata but what photos.iptc embeds."""
    for _stem, name in sorted(public_files()):
        data = public().read(name)
        silent = _is_silent_avif if name.endswith(".avif") else _is_silent_jpeg
        try:
            is_silent = silent(data)
        except ValueError:
            is_silent = False
        if not is_silent:
            yield name


# Marker codes of a picture alone: frames, tables, restarts. No APPn, no COM.
_PICTURE = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD}
_SCAN, _END = 0xDA, b"\xff\xd9"


def _is_silent_jpeg(data: bytes) -> bool:
    jpeg = Jpeg.parse(data)
    bare = jpeg.without(APP1, XMP).without(APP13, PHOTOSHOP)
    packet = jpeg.bodies(APP1, XMP)
    return (
        all(
            code in _PICTURE or (code == APP0 and body.startswith(b"JFIF\0"))
            for code, body in bare.head
        )
        and _holds_scans_only(bare.rest)
        and embed(bytes(bare), _said(packet[0] if packet else b"")) == data
    )


def _said(packet: bytes) -> Embedded:
    """What a packet of ours says."""
    said = dict(xmp.read(packet))

    def one(name: str) -> str:
        return (said.get(name) or [""])[0]

    return Embedded(
        description=one("dc:description"),
        creators=tuple(said.get("dc:creator", ())),
        credit=one("photoshop:Credit"),
        copyright=one("dc:rights"),
        licence=one("xmpRights:WebStatement") or one("xmpRights:UsageTerms"),
    )


def _holds_scans_only(rest: bytes) -> bool:
    """Scans with the tables between them, to the end mark, and nothing after it."""
    at = 0
    while rest[at : at + 2] != _END:
        if rest[at : at + 1] != b"\xff" or at + 4 > len(rest):
            return False
        if rest[at + 1] not in (*_PICTURE, _SCAN):
            return False
        is_scan = rest[at + 1] == _SCAN
        at += 2 + int.from_bytes(rest[at + 2 : at + 4])
        if is_scan:
            at = _after_scan(rest, at)
    return at + 2 == len(rest)


def _after_scan(rest: bytes, at: int) -> int:
    """Where the next marker stands: 0xff00 and restarts belong to the scan's data."""
    while at < len(rest):
        at = rest.find(b"\xff", at)
        if at < 0:
            return len(rest)
        if rest[at + 1 : at + 2] not in (b"", b"\0") and not (
            0xD0 <= rest[at + 1] <= 0xD7
        ):
            return at
        at += 2
    return at


# Boxes of a picture alone, and what may be said of it: size, depth, codec, colours.
_BOXES = {b"hdlr", b"pitm", b"iloc", b"iinf", b"iref", b"iprp", b"meta"}
_PROPERTIES = {b"ispe", b"pixi", b"av1C", b"nclx"}


def _is_silent_avif(data: bytes) -> bool:
    inner, items = avif.items_of(data)
    kinds = {key: kind for key, (_entry, kind) in avif.entries(data, inner).items()}
    outer = [box.kind for box in avif.boxes(data, 0, len(data))]
    packets = avif.packets(data)
    packet = packets[0] if packets else b""
    return (
        outer == [b"ftyp", b"meta", *[b"mdat"] * (1 + len(packets))]
        and set(inner) <= _BOXES
        and sorted(kinds.values()) == sorted([b"av01", *[avif.XMP_TYPE] * len(packets)])
        and set(avif.properties(data, inner)) <= _PROPERTIES
        and _fills(data, items)
        and packet == xmp.packet(_said(packet).statements()).encode()
    )


def _fills(data: bytes, items: list[avif.Item]) -> bool:
    """No byte of the media boxes is of no item."""
    held = sum(length for item in items for _offset, length in item.extents)
    room = sum(
        box.end - box.content
        for box in avif.boxes(data, 0, len(data))
        if box.kind == b"mdat"
    )
    return held == room
