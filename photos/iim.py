"""IPTC-IIM and the Photoshop resources it lies in: read, and written anew.

IPTC Information Interchange Model 4.2; Adobe Photoshop file formats, image resources.
"""

from collections.abc import Iterable, Iterator
from hashlib import md5

from newsroom.text.clean import clean
from photos.charsets import declared, decoded

IPTC, DIGEST = 0x0404, 0x0425  # image resources
CHARSET, VERSION = (1, 90), (2, 0)
_NEWEST = b"\0\4"
UTF_8 = b"\x1b%G"
_SIGNATURES = (b"8BIM", b"PHUT", b"DCSR", b"AgHg", b"MeSa")
Dataset = tuple[int, int]  # record and number
Resource = tuple[int, bytes, bytes]  # code, name as a padded Pascal string, content

# Datasets of record 2 by the names that exiftool gives them, and the longest that the
# standard allows in bytes.
NAMES = {
    5: ("ObjectName", 64),
    7: ("EditStatus", 64),
    10: ("Urgency", 1),
    15: ("Category", 3),
    20: ("SupplementalCategories", 32),
    25: ("Keywords", 64),
    40: ("SpecialInstructions", 256),
    55: ("DateCreated", 8),
    60: ("TimeCreated", 11),
    62: ("DigitalCreationDate", 8),
    63: ("DigitalCreationTime", 11),
    80: ("By-line", 32),
    85: ("By-lineTitle", 32),
    90: ("City", 32),
    92: ("Sub-location", 32),
    95: ("Province-State", 32),
    100: ("Country-PrimaryLocationCode", 3),
    101: ("Country-PrimaryLocationName", 64),
    103: ("OriginalTransmissionReference", 32),
    105: ("Headline", 256),
    110: ("Credit", 32),
    115: ("Source", 32),
    116: ("CopyrightNotice", 128),
    118: ("Contact", 128),
    120: ("Caption-Abstract", 2000),
    122: ("Writer-Editor", 32),
}
_NUMBERS = {name: number for number, (name, _longest) in NAMES.items()}


def resources(block: bytes) -> Iterator[Resource]:
    """The image resources of a block; of the last one what there is."""
    at = 0
    while block[at : at + 4] in _SIGNATURES and at + 7 <= len(block):
        start = at + 6 + _even(1 + block[at + 6])
        size = int.from_bytes(block[start : start + 4])
        content = block[start + 4 : start + 4 + size]
        yield int.from_bytes(block[at + 4 : at + 6]), block[at + 6 : start], content
        at = start + 4 + _even(size)


def joined(found: Iterable[Resource]) -> bytes:
    """The block of these resources."""
    return b"".join(
        b"8BIM"
        + code.to_bytes(2)
        + name
        + len(content).to_bytes(4)
        + content
        + bytes(len(content) % 2)
        for code, name, content in found
    )


def _even(size: int) -> int:
    return size + size % 2


def datasets(content: bytes) -> Iterator[tuple[Dataset, bytes]]:
    """The datasets, as far as they are whole."""
    at = 0
    while content[at : at + 1] == b"\x1c" and at + 5 <= len(content):
        record, number = content[at + 1], content[at + 2]
        size, start = int.from_bytes(content[at + 3 : at + 5]), at + 5
        if size & 0x8000:  # an extended one: the size of the size
            start += size & 0x7FFF
            size = int.from_bytes(content[at + 5 : start])
        if start + size > len(content):
            return
        yield (record, number), content[start : start + size]
        at = start + size


def texts(content: bytes) -> dict[str, list[str]]:
    """What the datasets say by name, in the charset they declare or else show."""
    found = list(datasets(content))
    charset = declared(dict(found).get(CHARSET, b""))
    named = [
        (NAMES[number][0], value)
        for (record, number), value in found
        if record == 2 and number in NAMES
    ]
    said: dict[str, list[str]] = {}
    values = decoded((value for _name, value in named), charset)
    for (name, _value), text in zip(named, values, strict=True):
        said.setdefault(name, []).append(text)
    if charset == "utf-8":
        said["CodedCharacterSet"] = ["UTF8"]
    return said


def written(said: dict[str, list[str]]) -> bytes:
    """Datasets in UTF-8 that say this, each cut to what the standard allows."""
    rows = [
        (_NUMBERS[name], _cut(clean(text), NAMES[_NUMBERS[name]][1]))
        for name, values in said.items()
        for text in values
        if name in _NUMBERS
    ]
    rows.sort(key=lambda row: row[0])
    head = _dataset(CHARSET, UTF_8) + _dataset(VERSION, _NEWEST)
    return head + b"".join(_dataset((2, number), value) for number, value in rows)


def edited(content: bytes, said: dict[str, list[str]]) -> bytes:
    """The datasets with other values of these names, and all texts in UTF-8.

    A name without values says nothing any more; what is left is not cut.
    """
    old = {name: values for name, values in texts(content).items() if name in _NUMBERS}
    known = {(2, _NUMBERS[name]) for name in (*old, *said)}
    version = dict(datasets(content)).get(VERSION, _NEWEST)
    rows = [
        *(row for row in datasets(written(said)) if row[0] != VERSION),
        *(row for row in datasets(content) if row[0] not in {*known, CHARSET, VERSION}),
        *(
            ((2, _NUMBERS[name]), text.encode())
            for name, values in old.items()
            if name not in said
            for text in values
        ),
        (VERSION, version),
    ]
    rows.sort(key=lambda row: row[0])
    return b"".join(_dataset(key, value) for key, value in rows)


def _cut(text: str, longest: int) -> bytes:
    """No letter is cut in half."""
    return text.encode()[:longest].decode(errors="ignore").encode()


def _dataset(key: Dataset, value: bytes) -> bytes:
    return bytes((0x1C, *key)) + len(value).to_bytes(2) + value


def digest(content: bytes) -> bytes:
    """What Photoshop keeps of the datasets: whoever changes them alone is found out."""
    return md5(content, usedforsecurity=False).digest()
