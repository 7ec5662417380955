"""A JPEG as its segments (ISO 10918-1, annex B): taken apart and put together again."""

from dataclasses import dataclass

APP0, APP1, APP13 = 0xE0, 0xE1, 0xED
_SCAN, _END = 0xDA, 0xD9

EXIF = b"Exif\0\0"
XMP = b"http://ns.adobe.com/xap/1.0/\0"
_XMP = b"ns.adobe.com/xap/1.0/\0"  # whatever stands before it: some write "XMP"
EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/\0"
PHOTOSHOP = b"Photoshop 3.0\0"
LONGEST = 0xFFFF - 2  # bytes of one segment's body


@dataclass(frozen=True)
class Jpeg:
    """(marker code, body) of each segment before the first scan, and all the rest."""

    head: tuple[tuple[int, bytes], ...]
    rest: bytes

    @classmethod
    def parse(cls, data: bytes) -> "Jpeg":
        """Raises ValueError for what is no JPEG."""
        if data[:2] != b"\xff\xd8":
            raise ValueError("not a JPEG")
        head, at = [], 2
        while at + 4 <= len(data) and data[at] == 0xFF:
            code = data[at + 1]
            if code == 0xFF:  # a fill byte
                at += 1
                continue
            size = int.from_bytes(data[at + 2 : at + 4])
            if code in (_SCAN, _END):
                break
            head.append((code, data[at + 4 : at + 2 + size]))
            at += 2 + size
        return cls(tuple(head), data[at:])

    def bodies(self, code: int, start: bytes) -> list[bytes]:
        """What follows `start` in the segments of that marker that begin so."""
        return [
            body.removeprefix(start)
            for each, body in self.head
            if each == code and body.startswith(start)
        ]

    @property
    def xmp(self) -> list[bytes]:
        """The packets; there should be one."""
        ones = (body for code, body in self.head if code == APP1)
        return [body.partition(_XMP)[2] for body in ones if _XMP in body[:40]]

    def without_xmp(self) -> "Jpeg":
        """Without the packet, but with the one that extends it."""
        kept = [
            (code, body)
            for code, body in self.head
            if code != APP1 or _XMP not in body[:40]
        ]
        return Jpeg(tuple(kept), self.rest)

    def without(self, code: int, start: bytes) -> "Jpeg":
        kept = [
            (each, body)
            for each, body in self.head
            if each != code or not body.startswith(start)
        ]
        return Jpeg(tuple(kept), self.rest)

    def having(self, *segments: tuple[int, bytes]) -> "Jpeg":
        """With these at the beginning, behind a JFIF header."""
        at = bool(self.head) and self.head[0][1].startswith(b"JFIF\0")
        return Jpeg((*self.head[:at], *segments, *self.head[at:]), self.rest)

    def __bytes__(self) -> bytes:
        """Raises ValueError when a body does not fit a segment."""
        parts = [b"\xff\xd8"]
        for code, body in self.head:
            if len(body) > LONGEST:
                raise ValueError("longer than a segment")
            parts += [bytes((0xFF, code)), (2 + len(body)).to_bytes(2), body]
        return b"".join([*parts, self.rest])
