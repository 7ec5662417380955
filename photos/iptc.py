"""Photo metadata by IPTC's names: read from what came, written into what goes out.

read() takes what Pillow found and keeps text only; embed() is a lossless splice.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from xml.etree import ElementTree

from newsroom.text.clean import clean

Metadata = dict[str, str | list[str]]

_EXIF = {0x010E: "ImageDescription", 0x013B: "Artist", 0x8298: "Copyright"}
_IIM = {
    (2, 5): "ObjectName",
    (2, 25): "Keywords",
    (2, 40): "SpecialInstructions",
    (2, 55): "DateCreated",
    (2, 80): "By-line",
    (2, 90): "City",
    (2, 101): "Country-PrimaryLocationName",
    (2, 105): "Headline",
    (2, 110): "Credit",
    (2, 115): "Source",
    (2, 116): "CopyrightNotice",
    (2, 120): "Caption-Abstract",
}
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_XMP = {
    f"{_DC}title": "dc:title",
    f"{_DC}description": "dc:description",
    f"{_DC}creator": "dc:creator",
    f"{_DC}rights": "dc:rights",
    f"{_DC}subject": "dc:subject",
    f"{_PHOTOSHOP}Headline": "photoshop:Headline",
    f"{_PHOTOSHOP}Credit": "photoshop:Credit",
    f"{_PHOTOSHOP}Source": "photoshop:Source",
    f"{_PHOTOSHOP}DateCreated": "photoshop:DateCreated",
}
_LONGEST, _MOST = 4000, 50  # letters of one text, texts of one name
_XMP_BYTES = 1_000_000  # a longer packet is not read


def read(exif: Mapping[int, Any], iim: Mapping[Any, Any], xmp: bytes) -> Metadata:
    """What the three of them say, as "IPTC:By-line" and so on. Never raises."""
    found: Metadata = {}
    for tag, name in _EXIF.items():
        _add(found, f"EXIF:{name}", [exif.get(tag)])
    for dataset, name in _IIM.items():
        values = iim.get(dataset)
        _add(found, f"IPTC:{name}", values if isinstance(values, list) else [values])
    for name, values in _read_xmp(xmp):
        _add(found, f"XMP:{name}", values)
    return found


def _add(found: Metadata, name: str, values: Iterable[Any]) -> None:
    texts = [text for value in values if (text := _text(value))][:_MOST]
    if texts:
        found[name] = texts if len(texts) > 1 else texts[0]


def _text(value: Any) -> str:
    """Bytes and Latin-1 mojibake as the UTF-8 they were meant to be."""
    if isinstance(value, str):
        try:
            value = value.encode("latin-1")
        except UnicodeEncodeError:
            return clean(value)[:_LONGEST].strip()
    if not isinstance(value, bytes):
        return ""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = value.decode("latin-1")
    return clean(text)[:_LONGEST].strip()


def _read_xmp(packet: bytes) -> Iterable[tuple[str, list[str]]]:
    """An XMP packet declares no document type: one that does is hostile."""
    if not packet or len(packet) > _XMP_BYTES or b"<!" in packet:
        return
    try:
        tree = ElementTree.fromstring(packet.strip(b"\0 \r\n\t"))
    except (ElementTree.ParseError, ValueError, LookupError):
        return
    for description in tree.iter(f"{_RDF}Description"):
        for tag, value in description.items():
            if tag in _XMP:
                yield _XMP[tag], [value]
        for child in description:
            if child.tag in _XMP:
                items = [item.text or "" for item in child.iter(f"{_RDF}li")]
                yield _XMP[child.tag], items or [child.text or ""]


@dataclass(frozen=True)
class Embedded:
    """What a public rendition says of its picture; no more leaves the house."""

    description: str
    creators: tuple[str, ...]
    credit: str

    def facts(self) -> Metadata:
        """For the digest in a public name: other facts, another name."""
        return {
            "description": self.description,
            "creator": list(self.creators),
            "credit": self.credit,
        }


_HEADER = b"http://ns.adobe.com/xap/1.0/\0"
_DESCRIPTION_LETTERS = 10_000  # escaped in UTF-8 this stays below a segment's 65,533
_OPEN = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">'
)
_CLOSE = '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'


def packet(embedded: Embedded) -> str:
    """The XMP packet (ISO 16684-1) of what is embedded; "" when that is nothing."""
    parts = []
    if embedded.description:
        text = _xml(embedded.description[:_DESCRIPTION_LETTERS])
        item = f'<rdf:li xml:lang="x-default">{text}</rdf:li>'
        parts.append(f"<dc:description><rdf:Alt>{item}</rdf:Alt></dc:description>")
    if embedded.creators:
        items = "".join(f"<rdf:li>{_xml(name)}</rdf:li>" for name in embedded.creators)
        parts.append(f"<dc:creator><rdf:Seq>{items}</rdf:Seq></dc:creator>")
    if embedded.credit:
        text = _xml(embedded.credit)
        parts.append(f"<photoshop:Credit>{text}</photoshop:Credit>")
    return _OPEN + "".join(parts) + _CLOSE if parts else ""


def _xml(text: str) -> str:
    return escape(clean(text), quote=False)


_START = re.compile(rb"\xff\xd8(?:\xff\xe0(?P<size>..))?", re.DOTALL)


def embed(jpeg: bytes, embedded: Embedded) -> bytes:
    """The same JPEG with the packet as APP1 after its JFIF header (XMP part 3, 1.1.3).

    Raises ValueError when `jpeg` is none, or the packet does not fit one segment.
    """
    start = _START.match(jpeg)
    if not start:
        raise ValueError("not a JPEG")
    body = packet(embedded).encode()
    if not body:
        return jpeg
    at = 2 + (2 + int.from_bytes(start["size"]) if start["size"] else 0)
    size = 2 + len(_HEADER) + len(body)
    if size > 0xFFFF:
        raise ValueError("the packet is longer than a segment")
    return jpeg[:at] + b"\xff\xe1" + size.to_bytes(2) + _HEADER + body + jpeg[at:]
