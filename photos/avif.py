"""XMP in an AVIF (ISO 14496-12, 23008-12): spliced in beside the picture.

The packet becomes an item of its own at the end of the file. The box of items grows by
it, so every place it names is told anew; no byte of the picture changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

XMP_TYPE = b"application/rdf+xml"


@dataclass(frozen=True)
class Box:
    """One box: its type, and where it, its content and its end stand."""

    kind: bytes
    start: int
    content: int
    end: int


@dataclass(frozen=True)
class Item:
    """Where an item's bytes lie. `method` 0: in the file; else in the box of items."""

    number: int
    method: int
    source: int
    extents: tuple[tuple[int, int], ...]  # offset in the file, length


def boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes between. Raises ValueError when they do not fill it."""
    while start < end:
        size, content = int.from_bytes(data[start : start + 4]), start + 8
        if size == 1:
            size, content = int.from_bytes(data[start + 8 : start + 16]), start + 16
        stop = start + size if size else end
        if stop > end or stop < content:
            raise ValueError("a broken box")
        yield Box(data[start + 4 : start + 8], start, content, stop)
        start = stop


def items_of(data: bytes) -> tuple[dict[bytes, Box], list[Item]]:
    """The boxes of the box of items by type, and where the items lie.

    Raises ValueError for a file that is not laid out as an AVIF.
    """
    outer = list(boxes(data, 0, len(data)))
    found = [box for box in outer if box.kind == b"meta"]
    if data[4:8] != b"ftyp" or len(found) != 1:
        raise ValueError("not an AVIF")
    if any(box.kind == b"moov" for box in outer):
        raise ValueError("a film, whose frames lie elsewhere")
    inner = {b"meta": found[0]}
    inner |= {box.kind: box for box in boxes(data, found[0].content + 4, found[0].end)}
    if not {b"iloc", b"iinf", b"pitm"} <= set(inner):
        raise ValueError("an AVIF without items")
    return inner, list(_located(data, inner[b"iloc"]))


def _located(data: bytes, box: Box) -> Iterator[Item]:
    version, at = data[box.content], box.content + 4
    sizes = [half for byte in data[at : at + 2] for half in (byte >> 4, byte & 15)]
    offset_size, length_size, base_size, index_size = sizes
    wide = 4 if version == 2 else 2
    at, count = at + 2 + wide, int.from_bytes(data[at + 2 : at + 2 + wide])

    def number(size: int) -> int:
        nonlocal at
        at += size
        if at > box.end:
            raise ValueError("a broken box")
        return int.from_bytes(data[at - size : at])

    for _item in range(count):
        key, method = number(wide), number(2) & 15 if version else 0
        source, base = number(2), number(base_size)
        extents = []
        for _extent in range(number(2)):
            number(index_size if version else 0)
            offset = base + number(offset_size)
            extents.append((offset, number(length_size)))
        if key > 0xFFFF or method > 1:
            raise ValueError("an item that cannot be told anew")
        yield Item(key, method, source, tuple(extents))


def entries(data: bytes, inner: dict[bytes, Box]) -> dict[int, tuple[bytes, bytes]]:
    """The items that are listed: their entries and their types, by number.

    The type of a "mime" item is what it holds, such as application/rdf+xml.
    """
    box = inner[b"iinf"]
    start = box.content + (8 if data[box.content] else 6)
    found = {}
    for entry in boxes(data, start, box.end):
        version, at = data[entry.content], entry.content + 4
        wide = 4 if version == 3 else 2
        if version < 2:
            raise ValueError("an old entry")
        key = int.from_bytes(data[at : at + wide])
        kind = data[at + wide + 2 : at + wide + 6]
        if kind == b"mime":
            texts = data[at + wide + 6 : entry.end].split(b"\0")
            kind = texts[1] if len(texts) > 1 else b""
        found[key] = (data[entry.start : entry.end], kind)
    return found


def packets(data: bytes) -> list[bytes]:
    """The XMP packets; there should be one at most."""
    inner, items = items_of(data)
    listed = entries(data, inner)
    return [
        data[offset : offset + length]
        for item in items
        if item.number in listed and listed[item.number][1] == XMP_TYPE
        for offset, length in item.extents
    ]


def properties(data: bytes, inner: dict[bytes, Box]) -> list[bytes]:
    """The types of what is said of the items; "colr" only where it is by numbers."""
    if b"iprp" not in inner:
        return []
    containers = boxes(data, inner[b"iprp"].content, inner[b"iprp"].end)
    return [
        box.kind if box.kind != b"colr" else data[box.content : box.content + 4]
        for container in containers
        if container.kind == b"ipco"
        for box in boxes(data, container.content, container.end)
    ]


def with_xmp(data: bytes, packet: bytes) -> bytes:
    """The same picture with this packet, in place of one that was there.

    Raises ValueError when the file cannot be followed.
    """
    inner, items = items_of(data)
    listed = entries(data, inner)
    known = [key for key, (_entry, kind) in listed.items() if kind == XMP_TYPE]
    number = known[0] if known else max(listed, default=0) + 1
    kept = [item for item in items if item.number != number]
    if not known:
        listed[number] = (_entry(number), XMP_TYPE)
    place = Item(number, 0, 0, ((len(data) + 8, len(packet)),))
    parts = {
        b"iinf": _box(
            b"iinf",
            bytes(4) + len(listed).to_bytes(2),
            *(entry for entry, _kind in listed.values()),
        ),
        b"iref": _references(data, inner, 0 if known else number),
    }
    grown = _meta(data, inner, {**parts, b"iloc": _places([*kept, place])})
    growth = len(grown) - (inner[b"meta"].end - inner[b"meta"].start)
    moved = [_moved(item, inner[b"meta"].end, growth) for item in [*kept, place]]
    meta = _meta(data, inner, {**parts, b"iloc": _places(moved)})
    return b"".join(
        (
            data[: inner[b"meta"].start],
            meta,
            data[inner[b"meta"].end :],
            _box(b"mdat", packet),
        )
    )


def _moved(item: Item, end: int, growth: int) -> Item:
    """What lies behind the box of items lies further behind."""
    if item.method:
        return item
    extents = tuple(
        (offset + growth if offset >= end else offset, length)
        for offset, length in item.extents
    )
    return replace(item, extents=extents)


def _meta(data: bytes, inner: dict[bytes, Box], parts: dict[bytes, bytes]) -> bytes:
    meta = inner[b"meta"]
    old = list(boxes(data, meta.content + 4, meta.end))
    made = [parts.get(box.kind, data[box.start : box.end]) for box in old]
    made += [part for kind, part in parts.items() if kind not in inner]
    return _box(b"meta", data[meta.content : meta.content + 4], *made)


def _places(items: list[Item]) -> bytes:
    """Version 1, with offsets and lengths of four bytes."""
    rows = (
        b"".join(
            (
                *(item.number.to_bytes(2), item.method.to_bytes(2)),
                *(item.source.to_bytes(2), len(item.extents).to_bytes(2)),
                *(
                    offset.to_bytes(4) + length.to_bytes(4)
                    for offset, length in item.extents
                ),
            )
        )
        for item in items
    )
    return _box(b"iloc", b"\1\0\0\0\x44\0", len(items).to_bytes(2), *rows)


def _references(data: bytes, inner: dict[bytes, Box], number: int) -> bytes:
    """What describes what; with a new item that describes the picture."""
    old = inner.get(b"iref")
    if old and not number:
        return data[old.start : old.end]
    at = inner[b"pitm"].content
    primary = data[at + 4 : at + (8 if data[at] else 6)]
    row = _box(b"cdsc", number.to_bytes(len(primary)), b"\0\1", primary)
    if old is None:
        return _box(b"iref", bytes((data[at], 0, 0, 0)), row if number else b"")
    return _box(b"iref", data[old.content : old.end], row)


def _entry(number: int) -> bytes:
    head = number.to_bytes(2) + b"\0\0mimeXMP\0"
    return _box(b"infe", b"\2\0\0\0", head, XMP_TYPE, b"\0\0")


def _box(kind: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return (8 + len(content)).to_bytes(4) + kind + content
