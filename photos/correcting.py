"""A file with other words about its picture, and all else in it as it was.

XMP is edited in every format; IIM and EXIF where the file has them, so that the three
do not contradict each other. Functions raise ValueError for what cannot be followed.
"""

import zlib
from collections.abc import Iterator

from photos import avif, exif, iim, xmp
from photos.blocks import GIF_END, GIF_START, gif_packet
from photos.iptc import Embedded
from photos.segments import APP1, APP13, EXIF, LONGEST, PHOTOSHOP, XMP, Jpeg

XMP_TAG, IIM_TAG = 700, 33723  # of a TIFF


def corrected(data: bytes, kind: str, embedded: Embedded) -> bytes:
    """The file, of a format as photos.addresses names it, with these words."""
    return _WRITERS[kind](data, embedded)


def _jpeg(data: bytes, embedded: Embedded) -> bytes:
    jpeg = Jpeg.parse(data)
    block = b"".join(jpeg.bodies(APP13, PHOTOSHOP))
    segments = [(APP1, XMP + _packet(old, embedded)) for old in jpeg.xmp or [b""]]
    segments += [(APP13, PHOTOSHOP + part) for part in _parts(_iim(block, embedded))]
    for block in jpeg.bodies(APP1, EXIF):
        made = _exif(block, embedded)
        fits = len(EXIF) + len(made) <= LONGEST
        segments.insert(0, (APP1, EXIF + (made if fits else block)))
    bare = jpeg.without(APP1, EXIF).without_xmp().without(APP13, PHOTOSHOP)
    return bytes(bare.having(*segments))


def _packet(old: bytes, embedded: Embedded) -> bytes:
    """What does not fit a segment gives way to these words alone."""
    packet = xmp.edited(old, embedded.statements())
    if len(XMP) + len(packet) <= LONGEST:
        return packet
    return xmp.packet(embedded.statements()).encode()


def _parts(block: bytes) -> Iterator[bytes]:
    room = LONGEST - len(PHOTOSHOP)
    for start in range(0, len(block), room):
        yield block[start : start + room]


def _iim(block: bytes, embedded: Embedded) -> bytes:
    """The image resources with these datasets, and their digest."""
    found = {code: (name, content) for code, name, content in iim.resources(block)}
    old = found.get(iim.IPTC, (b"\0\0", b""))
    made = iim.edited(old[1], embedded.datasets())
    found[iim.IPTC] = (old[0], made)
    if iim.DIGEST in found:
        found[iim.DIGEST] = (found[iim.DIGEST][0], iim.digest(made))
    return iim.joined((code, *resource) for code, resource in found.items())


def _exif(block: bytes, embedded: Embedded) -> bytes:
    """As it was when it cannot be followed: XMP goes before it."""
    said = {
        exif.IMAGE_DESCRIPTION: embedded.description,
        exif.ARTIST: "; ".join(embedded.creators),
        exif.COPYRIGHT: embedded.copyright,
    }
    values = {tag: (exif.TEXT, text.encode() + b"\0") for tag, text in said.items()}
    try:
        return exif.edited(block, values)
    except ValueError:
        return block


def _tiff(data: bytes, embedded: Embedded) -> bytes:
    packet = xmp.edited(exif.value_of(data, XMP_TAG), embedded.statements())
    datasets = iim.edited(exif.value_of(data, IIM_TAG), embedded.datasets())
    values = {XMP_TAG: (exif.BYTES, packet), IIM_TAG: (exif.BYTES, datasets)}
    return exif.edited(_exif(data, embedded), values, added=frozenset({XMP_TAG}))


def _avif(data: bytes, embedded: Embedded) -> bytes:
    old = b"".join(avif.packets(data)[:1])
    return avif.with_xmp(data, xmp.edited(old, embedded.statements()))


_SIGNATURE, _KEYWORD = b"\x89PNG\r\n\x1a\n", b"XML:com.adobe.xmp\0"
_HEADER_END = 8 + 25  # of a PNG: its signature and IHDR


def _png(data: bytes, embedded: Embedded) -> bytes:
    if not data.startswith(_SIGNATURE):
        raise ValueError("no PNG")
    old, kept, at = b"", [data[:_HEADER_END]], _HEADER_END
    while at < len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        body = data[at + 8 : end - 4]
        if data[at + 4 : at + 8] == b"iTXt" and body.startswith(_KEYWORD):
            old = body[len(_KEYWORD) + 2 :].split(b"\0", 2)[-1]
        else:
            kept.append(data[at:end])
        at = end
    packet = xmp.edited(old, embedded.statements())
    chunk = b"iTXt" + _KEYWORD + bytes(4) + packet
    made = (len(chunk) - 4).to_bytes(4) + chunk + zlib.crc32(chunk).to_bytes(4)
    return b"".join((kept[0], made, *kept[1:]))


_XMP_FLAG, _ALPHA_FLAG = 0x04, 0x10  # of a WebP


def _webp(data: bytes, embedded: Embedded) -> bytes:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError("no WebP")
    chunks, at = [], 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        chunks.append((data[at : at + 4], data[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    old = dict(chunks).get(b"XMP ", b"")
    packet = xmp.edited(old, embedded.statements())
    head = dict(chunks).get(b"VP8X") or _canvas(*chunks[0])
    rest = [chunk for chunk in chunks if chunk[0] not in (b"VP8X", b"XMP ")]
    made = b"".join(
        kind + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)
        for kind, body in [
            (b"VP8X", bytes((head[0] | _XMP_FLAG,)) + head[1:]),
            *rest,
            (b"XMP ", packet),
        ]
    )
    return b"RIFF" + (4 + len(made)).to_bytes(4, "little") + b"WEBP" + made


def _canvas(kind: bytes, body: bytes) -> bytes:
    """The extended header of a WebP that has none (RFC 9649)."""
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        across, down, flags = bits & 0x3FFF, bits >> 14 & 0x3FFF, bits >> 28 & 1
    elif kind == b"VP8 ":
        across = (int.from_bytes(body[6:8], "little") & 0x3FFF) - 1
        down = (int.from_bytes(body[8:10], "little") & 0x3FFF) - 1
        flags = 0
    else:
        raise ValueError("no picture")
    sides = across.to_bytes(3, "little") + down.to_bytes(3, "little")
    return bytes((flags * _ALPHA_FLAG, 0, 0, 0)) + sides


def _gif(data: bytes, embedded: Embedded) -> bytes:
    if data[:3] != b"GIF":
        raise ValueError("no GIF")
    old = gif_packet(data)
    data = data.replace(GIF_START + old + GIF_END, b"", 1)
    head = 13 + (3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0)
    packet = xmp.edited(old, embedded.statements())
    return b"".join((b"GIF89a", data[6:head], GIF_START, packet, GIF_END, data[head:]))


_WRITERS = {
    "jpeg": _jpeg,
    "png": _png,
    "webp": _webp,
    "gif": _gif,
    "tiff": _tiff,
    "avif": _avif,
}
