"""Photo metadata by IPTC's names: what came is read, what goes out is written.

What is read is text, and kept apart by where it stood; photos.facts settles it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from newsroom.text.clean import clean
from photos import avif, exif, iim, xmp
from photos.blocks import Blocks, colours
from photos.segments import APP1, APP13, PHOTOSHOP, XMP, Jpeg

Metadata = dict[str, str | list[str]]

_LONGEST, _MOST = 4000, 50  # letters of one text, texts of one name
_NAMES = 200
_DESCRIPTION = 10_000  # letters: escaped in UTF-8 they fit a segment


def read(blocks: Blocks) -> Metadata:
    """What the three of them say, as "IPTC:By-line" and so on. Never raises."""
    found: Metadata = {}
    for name, text in exif.texts(blocks.exif).items():
        _add(found, name if ":" in name else f"EXIF:{name}", [text])
    for name, values in iim.texts(blocks.iim).items():
        _add(found, f"IPTC:{name}", values)
    for packet in blocks.xmp:
        for name, values in xmp.read(packet):
            _add(found, f"XMP:{name}", values)
    for name, text in colours(blocks.icc).items():
        _add(found, f"ICC:{name}", [text])
    if blocks.digest and blocks.iim:
        found["Photoshop:IPTCDigest"] = blocks.digest.hex()
        found["File:CurrentIPTCDigest"] = iim.digest(blocks.iim).hex()
    return found


def _add(found: Metadata, name: str, values: Iterable[str]) -> None:
    texts = [text for value in values if (text := clean(value)[:_LONGEST].strip())]
    if texts and len(found) < _NAMES:
        found.setdefault(name, texts[:_MOST] if len(texts) > 1 else texts[0])


@dataclass(frozen=True)
class Embedded:
    """What a public rendition says of its picture; no more leaves the house.

    `licence` is the address of the terms of use, or the terms themselves.
    """

    description: str = ""
    creators: tuple[str, ...] = ()
    credit: str = ""
    copyright: str = ""
    licence: str = ""

    def facts(self) -> dict[str, str | list[str]]:
        """For the digest in a public name: other facts, another name."""
        return {
            "description": self.description,
            "creator": list(self.creators),
            "credit": self.credit,
            "copyright": self.copyright,
            "licence": self.licence,
        }

    def statements(self) -> dict[str, list[str]]:
        """As XMP names them; a name without values says nothing."""
        is_address = self.licence.startswith(("https://", "http://"))
        return {
            "dc:description": _some(self.description[:_DESCRIPTION]),
            "dc:creator": [name for name in self.creators if name],
            "dc:rights": _some(self.copyright),
            "photoshop:Credit": _some(self.credit),
            "xmpRights:WebStatement": _some(self.licence) if is_address else [],
            "xmpRights:UsageTerms": [] if is_address else _some(self.licence),
        }

    def datasets(self) -> dict[str, list[str]]:
        """As IIM names them. It has none for a licence."""
        return {
            "Caption-Abstract": _some(self.description),
            "By-line": [name for name in self.creators if name],
            "Credit": _some(self.credit),
            "CopyrightNotice": _some(self.copyright),
        }


def _some(text: str) -> list[str]:
    return [text] if text else []


def embed(data: bytes, embedded: Embedded) -> bytes:
    """The same JPEG or AVIF with these facts, and not one bit of the picture changed.

    XMP in both, IIM in the JPEG. Raises ValueError for another file, or when the
    packet does not fit one segment.
    """
    packet = xmp.packet(embedded.statements()).encode()
    if data[4:8] == b"ftyp":
        return avif.with_xmp(data, packet) if packet else data
    jpeg = Jpeg.parse(data)
    return bytes(jpeg.having(*_segments(packet, embedded))) if packet else data


def _segments(packet: bytes, embedded: Embedded) -> list[tuple[int, bytes]]:
    segments = [(APP1, XMP + packet)]
    if any(embedded.datasets().values()):
        resource = (iim.IPTC, b"\0\0", iim.written(embedded.datasets()))
        segments.append((APP13, PHOTOSHOP + iim.joined([resource])))
    return segments
