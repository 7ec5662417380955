"""XMP packets (ISO 16684-1): read, written, and edited with all else as it was."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any
from xml.dom import minidom
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from newsroom.text.clean import clean
from photos.charsets import decoded

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
# Of other namespaces nothing is read.
PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/exif/1.0/": "exif",
}
_NAMESPACES = {prefix: namespace for namespace, prefix in PREFIXES.items()}
_LONGEST = 1_000_000  # bytes of a packet that is read
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DEFAULT = "{http://www.w3.org/XML/1998/namespace}lang"

Statement = tuple[str, list[str]]  # a name such as "dc:creator", and its values


def read(packet: bytes) -> Iterator[Statement]:
    """What a packet says in these namespaces; of languages, the default one.

    A packet declares no document type: one that does is hostile, and says nothing.
    """
    try:
        tree = ElementTree.fromstring(_text(packet))
    except (ElementTree.ParseError, ValueError):
        return
    for description in _descriptions(tree):
        for key, value in description.items():
            if name := _name(key):
                yield name, [value]
        for child in description:
            if name := _name(child.tag):
                yield name, _values(child)


def _text(packet: bytes) -> str:
    """Raises ValueError for a packet that is not to be parsed."""
    if not packet or len(packet) > _LONGEST:
        raise ValueError("no packet")
    if b"\0" in packet[:4]:
        name = {b"\0<": "utf-16-be", b"<\0": "utf-16-le"}.get(packet[:2], "utf-16")
        text = packet.decode(name, "replace")
    else:
        text = decoded([packet], "utf-8")[0]
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("a packet with a document type")
    text = _UNWRITABLE.sub("", text.strip("\0 \r\n\t\ufeff"))
    return re.sub(r"^<\?xml [^>]*\?>", "", text)


def _descriptions(tree: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Those of the picture itself, not of the ones it was made of."""
    for rdf in tree.iter(f"{{{RDF}}}RDF"):
        yield from rdf
        return


def _name(key: str) -> str:
    namespace, _brace, name = key[1:].partition("}")
    return f"{PREFIXES[namespace]}:{name}" if namespace in PREFIXES else ""


def _values(element: ElementTree.Element) -> list[str]:
    items = [item for kind in element for item in kind.iter(f"{{{RDF}}}li")]
    if element.find(f"{{{RDF}}}Alt") is not None:
        items.sort(key=lambda item: item.get(_DEFAULT) != "x-default")
        items = items[:1]
    if items:
        return [item.text or item.get(f"{{{RDF}}}resource") or "" for item in items]
    return [element.text or element.get(f"{{{RDF}}}resource") or ""]


_START = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_META = '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
_SEQ, _ALT = {"dc:creator"}, {"dc:description", "dc:rights", "xmpRights:UsageTerms"}


def packet(statements: dict[str, list[str]]) -> str:
    """The packet that says this; "" when it is nothing. Raises KeyError."""
    said = {name: values for name, values in statements.items() if values}
    if not said:
        return ""
    return (
        f'{_START}{_META}<rdf:RDF xmlns:rdf="{RDF}">{_description(said)}'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )


def _description(said: dict[str, list[str]]) -> str:
    prefixes = dict.fromkeys(name.partition(":")[0] for name in said)
    declared = "".join(f' xmlns:{each}="{_NAMESPACES[each]}"' for each in prefixes)
    parts = (
        f"<{name}>{_property(name, values)}</{name}>" for name, values in said.items()
    )
    return f'<rdf:Description rdf:about=""{declared}>{"".join(parts)}</rdf:Description>'


def _property(name: str, values: list[str]) -> str:
    texts = [escape(clean(value), quote=False) for value in values]
    if name in _SEQ:
        items = "".join(f"<rdf:li>{text}</rdf:li>" for text in texts)
        return f"<rdf:Seq>{items}</rdf:Seq>"
    if name in _ALT:
        return f'<rdf:Alt><rdf:li xml:lang="x-default">{texts[0]}</rdf:li></rdf:Alt>'
    return texts[0]


def edited(old: bytes, statements: dict[str, list[str]]) -> bytes:
    """The packet with other values of these names; without one, a new packet.

    A name without values says nothing any more. What cannot be parsed is replaced.
    """
    new = packet(statements)
    try:
        document = minidom.parseString(_text(old))
        rdf = document.getElementsByTagNameNS(RDF, "RDF")[0]
    except (ExpatError, ValueError, IndexError):
        return new.encode()
    for description in [*rdf.childNodes]:
        if description.nodeType == description.ELEMENT_NODE:
            _forget(description, set(statements))
    if new:
        added = minidom.parseString(new).getElementsByTagNameNS(RDF, "Description")[0]
        added.setAttribute("xmlns:rdf", RDF)
        rdf.appendChild(document.importNode(added, deep=True))
    body = "".join(
        node.toxml()
        for node in document.childNodes
        if node.nodeType == node.ELEMENT_NODE
    )
    return f'{_START}{body}<?xpacket end="w"?>'.encode()


def _forget(description: Any, names: set[str]) -> None:
    def is_named(node: Any) -> bool:
        return f"{PREFIXES.get(node.namespaceURI)}:{node.localName}" in names

    for attribute in [*description.attributes.values()]:
        if is_named(attribute):
            description.removeAttributeNode(attribute)
    for child in [*description.childNodes]:
        if child.nodeType == child.ELEMENT_NODE and is_named(child):
            description.removeChild(child)
