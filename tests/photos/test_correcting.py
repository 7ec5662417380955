"""Words written into a copy of an original, and everything else as it was."""

import io
import json
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from photos import xmp
from photos.blocks import blocks_of
from photos.charsets import repaired
from photos.correcting import corrected
from photos.downloads import corrected_copy
from photos.facts import Facts, settled
from photos.files import original_of, private
from photos.intake import take_in
from photos.iptc import Embedded, read
from photos.refusals import PhotoRefused
from tests import makers
from tests.photos.samples import XMP_GPS, encoded, files_below, scene
from tests.photos.test_shared_photos import FOLDER

WORDS = Embedded(
    "Phố ngập ở Huế.",
    ("Trần Mai", "Lê Bê"),
    "AFP/TTXVN",
    "© TTXVN",
    "https://example.vn/giay-phep",
)
KINDS = [
    ("jpeg", {}),
    ("png", {}),
    ("webp", {}),
    ("webp", {"lossless": True}),
    ("gif", {}),
    ("tiff", {}),
    ("tiff", {"compression": "tiff_lzw"}),
    ("avif", {}),
]


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def facts_of(data: bytes) -> Facts:
    return settled(read(blocks_of(opened(data), data)))


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_it_works(kind, options, times):
    data = made = encoded(scene(), kind, **options)

    for _time in range(times):
        made = corrected(made, kind, WORDS)

    facts = facts_of(made)
    assert (facts.caption, facts.creators) == (WORDS.description, WORDS.creators)
    assert (facts.credit, facts.copyright) == (WORDS.credit, WORDS.copyright)
    assert facts.licence == WORDS.licence
    assert opened(made).tobytes() == opened(data).tobytes()


@pytest.mark.parametrize("kind", ["jpeg", "tiff"])
def test_what_is_not_corrected_stays_and_nothing_contradicts(kind):
    exif = Image.Exif()
    exif[0x013B], exif[0x010E], exif[0x0110] = "Old", "Old words", "Camera 7"
    data = encoded(scene(), kind, exif=exif)
    if kind == "jpeg":
        data = encoded(scene(), kind, exif=exif, xmp=XMP_GPS)

    made = corrected(data, kind, WORDS)

    said = read(blocks_of(opened(made), made))
    assert said["EXIF:Artist"] == "Trần Mai; Lê Bê"
    assert said["EXIF:ImageDescription"] == WORDS.description
    assert said["EXIF:Model"] == "Camera 7"
    assert said.get("XMP:exif:GPSLatitude") == ("21,1.7N" if kind == "jpeg" else None)
    assert said["XMP:dc:description"] == WORDS.description


def test_what_the_desk_took_away_is_gone():
    data = corrected(encoded(scene()), "jpeg", WORDS)

    facts = facts_of(corrected(data, "jpeg", Embedded("Mưa.")))

    assert (facts.caption, facts.creators, facts.credit) == ("Mưa.", (), "")


def test_a_packet_that_would_not_fit_gives_way():
    long = xmp.packet({"dc:title": ["&" * 13_000]}).encode()
    data = encoded(scene(), xmp=long)

    made = corrected(data, "jpeg", WORDS)

    assert facts_of(made).caption == WORDS.description


OURS = {
    *("Description", "Creator", "Rights", "Credit", "WebStatement", "UsageTerms"),
    *("ImageDescription", "Artist", "Copyright", "CopyrightNotice", "By-line"),
    *("Caption-Abstract", "XMPToolkit", "CodedCharacterSet", "ThumbnailOffset"),
    *("IPTCDigest", "CurrentIPTCDigest", "Directory", "FileSize", "Warning"),
}


def test_exiftool_reads_the_words_and_all_else_as_before(tmp_path: Path):
    """Of the shared photos, when they are there."""
    paths = sorted(FOLDER.glob("*.jpg"))
    for path in paths:
        made = corrected(path.read_bytes(), "jpeg", WORDS)
        (tmp_path / path.name).write_bytes(made)

    before, after = (tags_of(folder) for folder in (FOLDER, tmp_path))

    assert set(before) == set(after) == {path.name for path in paths}
    for name, tags in after.items():
        assert tags["XMP-dc:Description"] == WORDS.description
        assert tags["IPTC:Caption-Abstract"] == WORDS.description
        assert tags["IPTC:By-line"] == str(list(WORDS.creators))
        lost = {
            (tag, value, tags.get(tag))
            for tag, value in before[name].items()
            if tag.partition(":")[2] not in OURS
            and tags.get(tag) not in (value, repaired(value))
        }
        assert lost == set(), name


def tags_of(folder: Path) -> dict[str, dict[str, object]]:
    """By file's name; without what a file system says."""
    if not list(folder.glob("*.jpg")):
        return {}
    words = ["exiftool", "-json", "-G1", "-ext", "jpg", str(folder)]
    answer = subprocess.run(words, capture_output=True, check=True).stdout
    return {
        Path(said["SourceFile"]).name: {
            tag: str(value)
            for tag, value in said.items()
            if not tag.startswith(("System:", "SourceFile"))
        }
        for said in json.loads(answer)
    }


@pytest.mark.django_db
def test_a_copy_is_handed_out_and_the_original_stays():
    photo = makers.photo(credit="(Ảnh: Trần Mai/TTXVN)")
    before = files_below(private().root)
    original = private().read(original_of(photo.sha256, "jpeg"))

    with corrected_copy(photo) as path:
        facts = facts_of(path.read_bytes())

    assert (facts.creators, facts.credit) == (("Trần Mai",), "TTXVN")
    assert files_below(private().root) == before
    assert (
        private().read(f"originals/{photo.sha256[:2]}/{photo.sha256}.jpg") == original
    )


@pytest.mark.django_db
def test_a_film_is_handed_out_as_it_is_or_not_at_all():
    frames = {"save_all": True, "append_images": [scene().rotate(90)]}
    data = io.BytesIO(encoded(scene(), "AVIF", **frames))
    words = {"name": "a", "caption": "", "credit": "", "by": "lan"}
    photo = take_in(data, at=makers.AT, **words)

    with pytest.raises(PhotoRefused), corrected_copy(photo):
        pass
