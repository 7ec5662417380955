"""Where metadata lies in a file of each format."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageFile, TiffImagePlugin

from photos.iim import DIGEST, IPTC, resources
from photos.segments import APP1, APP13, EXTENDED_XMP, PHOTOSHOP, Jpeg

_PROFILE = re.compile(r"\s*[^\n]*\n\s*\d+\n([0-9a-fA-F\s]*)")  # hexadecimal


@dataclass(frozen=True)
class Blocks:
    """As they are in the file; nothing in them is trusted.

    `digest` is what the datasets' digest was when Photoshop wrote them.
    """

    exif: Image.Exif
    iim: bytes = b""
    digest: bytes = b""
    xmp: tuple[bytes, ...] = ()
    icc: bytes = b""


# XMP in a GIF (XMP part 3, 1.1.2); the end leads any reader through the packet.
GIF_START = b"\x21\xff\x0bXMP DataXMP"
GIF_END = b"\x01" + bytes(range(255, -1, -1)) + b"\x00"


def blocks_of(picture: ImageFile.ImageFile, data: bytes) -> Blocks:
    """Of a picture that Pillow has loaded, or of a JPEG, opened. `data` is the file."""
    jpeg = data if data.startswith(b"\xff\xd8") else b""
    try:
        exif = picture.getexif()
    except Exception:  # what is written beside a picture never makes it refused
        exif = Image.Exif()
    photoshop = {
        code: content for code, _name, content in resources(_photoshop(picture, jpeg))
    }
    tiff = getattr(picture, "tag_v2", None)
    iim = photoshop.get(IPTC) or _tag(tiff, TiffImagePlugin.IPTC_NAA_CHUNK)
    return Blocks(
        exif=exif,
        iim=iim,
        digest=photoshop.get(DIGEST, b""),
        xmp=tuple(_packets(jpeg) if jpeg else [_xmp(picture) or gif_packet(data)]),
        icc=picture.info.get("icc_profile") or b"",
    )


def _photoshop(picture: ImageFile.ImageFile, jpeg: bytes) -> bytes:
    if jpeg:
        return b"".join(Jpeg.parse(jpeg).bodies(APP13, PHOTOSHOP))
    tiff = getattr(picture, "tag_v2", None)
    return _tag(tiff, TiffImagePlugin.PHOTOSHOP_CHUNK) or _profile(picture, "iptc")


def _tag(tiff: Any, tag: int) -> bytes:
    """Bytes, also where the tag says that they are numbers."""
    raw = getattr(tiff, "_tagdata", {}).get(tag, b"")
    return raw if isinstance(raw, bytes) else b""


def _xmp(picture: ImageFile.ImageFile) -> bytes:
    info = picture.info
    found = info.get("xmp") or info.get("XML:com.adobe.xmp") or _profile(picture, "xmp")
    return found.encode(errors="replace") if isinstance(found, str) else bytes(found)


def gif_packet(data: bytes) -> bytes:
    """The packet in a GIF, or b""."""
    if not data.startswith(b"GIF"):
        return b""
    packet, end, _rest = data.partition(GIF_START)[2].partition(GIF_END)
    return packet if end else b""


def _profile(picture: ImageFile.ImageFile, name: str) -> bytes:
    """As ImageMagick and exiftool write it into a PNG."""
    found = _PROFILE.fullmatch(str(picture.info.get(f"Raw profile type {name}", "")))
    return bytes.fromhex(found[1]) if found else b""


def _packets(jpeg: bytes) -> list[bytes]:
    """The newest first, and what did not fit one segment."""
    segments = Jpeg.parse(jpeg)
    parts: dict[bytes, dict[int, bytes]] = {}
    for body in segments.bodies(APP1, EXTENDED_XMP):
        start = int.from_bytes(body[36:40])
        parts.setdefault(body[:32], {})[start] = body[40:]
    extended = [b"".join(part[at] for at in sorted(part)) for part in parts.values()]
    return [*reversed(segments.xmp), *extended]


def colours(icc: bytes) -> dict[str, str]:
    """What a colour profile says of itself."""
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(icc)).profile
    except (OSError, TypeError):
        return {}
    return {
        "ProfileDescription": profile.profile_description or "",
        "ColorSpaceData": profile.xcolor_space.strip(),
    }
