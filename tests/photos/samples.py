"""Pictures made by hand: good ones, broken ones, and bombs."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, PngImagePlugin

XMP_GPS = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/"'
    b' exif:GPSLatitude="21,1.7N"/></rdf:RDF></x:xmpmeta>'
)


def scene(width: int = 320, height: int = 240, mode: str = "RGB") -> Image.Image:
    """A picture with something different everywhere, always the same."""
    slope = Image.linear_gradient("L").resize((width, height))
    rings = Image.radial_gradient("L").resize((width, height))
    return Image.merge("RGB", (slope, rings, slope.transpose(1))).convert(mode)


def encoded(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def loose_tongued() -> bytes:
    """A JPEG that tells its place in EXIF and XMP, and has a comment."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Trần Mai".encode()
    exif[ExifTags.IFD.GPSInfo] = {1: "N", 2: (21.0, 1.0, 42.0), 3: "E"}
    exif[ExifTags.IFD.Exif] = {ExifTags.Base.BodySerialNumber: "SN-4711"}
    return encoded(scene(), exif=exif, xmp=XMP_GPS, comment=b"secret remark")


def turned(orientation: int) -> bytes:
    """40 wide and 20 high in the file, red in its left half."""
    picture = Image.new("RGB", (40, 20), "white")
    picture.paste("red", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    return encoded(picture, exif=exif, quality=95, subsampling=0)


def cut(data: bytes, share: float = 0.5) -> bytes:
    return data[: int(len(data) * share)]


def cut_and_ended(data: bytes) -> bytes:
    """Half a JPEG that claims to be whole: decoders fill it with grey."""
    return cut(data) + b"\xff\xd9"


def _chunk(name: bytes, body: bytes) -> bytes:
    return (
        struct.pack(">I", len(body))
        + name
        + body
        + struct.pack(">I", zlib.crc32(name + body))
    )


def png(width: int, height: int, *chunks: bytes, pixels: bytes = b"") -> bytes:
    """One bit a pixel, black unless told."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = pixels or bytes((1 + (width + 7) // 8) * height)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            *chunks,
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        )
    )


def bomb() -> bytes:
    """169 million pixels in 20 kB."""
    return png(13_000, 13_000)


def wordy() -> bytes:
    """64 MB of text beside one pixel."""
    text = zlib.compress(bytes(64 * 1024 * 1024), 9)
    return png(8, 8, _chunk(b"zTXt", b"Comment\0\0" + text))


def documented() -> bytes:
    """A PNG with a text of the usual size."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Description", "Mưa ở Huế")
    return encoded(scene(), "PNG", pnginfo=info)


def gif(screen: int, frames: int) -> bytes:
    """Frames of one pixel each on a square screen."""
    side = screen.to_bytes(2, "little")
    start = b"GIF89a" + side + side + b"\x80\0\0" + b"\0\0\0\xff\xff\xff"
    frame = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
    return start + frame * frames + b";"


def opened(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def files_below(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())
