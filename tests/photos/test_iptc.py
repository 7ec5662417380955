import io
import shutil
import subprocess

import pytest
from PIL import Image

from photos.iptc import Embedded, embed, packet, read
from tests.photos.samples import encoded, scene

HOSTILE = 'Mưa <b>& "gió" ]]> </rdf:li>\x00\ud800'


def embedded(**fields) -> Embedded:
    facts = {"description": "Mưa ở Huế.", "creators": ("Trần Mai",), "credit": "TTXVN"}
    return Embedded(**{**facts, **fields})


def test_it_works():
    jpeg = encoded(scene())

    found = read({}, {}, Image.open(io.BytesIO(embed(jpeg, embedded()))).info["xmp"])

    assert found == {
        "XMP:dc:description": "Mưa ở Huế.",
        "XMP:dc:creator": "Trần Mai",
        "XMP:photoshop:Credit": "TTXVN",
    }


def test_a_splice_changes_no_byte_of_the_picture():
    jpeg = encoded(scene())

    spliced = embed(jpeg, embedded())

    size = len(spliced) - len(jpeg)
    assert spliced[:20] + spliced[20 + size :] == jpeg
    assert spliced[20:22] == b"\xff\xe1"


def test_a_jpeg_without_a_jfif_header_is_spliced_after_its_start():
    jpeg = encoded(scene())
    bare = jpeg[:2] + jpeg[20:]

    assert embed(bare, embedded())[:4] == b"\xff\xd8\xff\xe1"


def test_where_there_is_nothing_to_say_nothing_is_embedded():
    jpeg = encoded(scene())

    assert embed(jpeg, Embedded("", (), "")) == jpeg


def test_what_is_no_jpeg_is_not_spliced():
    with pytest.raises(ValueError, match="not a JPEG"):
        embed(encoded(scene(), "PNG"), embedded())


def test_any_text_makes_a_well_formed_packet():
    made = packet(
        embedded(description=HOSTILE, creators=(HOSTILE, "B"), credit=HOSTILE)
    )

    seen = 'Mưa <b>& "gió" ]]> </rdf:li>'
    found = read({}, {}, made.encode())
    assert found["XMP:dc:description"] == found["XMP:photoshop:Credit"] == seen
    assert found["XMP:dc:creator"] == [seen, "B"]


@pytest.mark.parametrize("letter", ["&", "😀", "ộ"])
def test_the_longest_description_fits_one_segment(letter):
    jpeg = encoded(scene())

    spliced = embed(jpeg, embedded(description=letter * 100_000))

    assert Image.open(io.BytesIO(spliced)).info["xmp"].count(b"x-default") == 1


def test_what_does_not_fit_is_not_cut_in_half():
    with pytest.raises(ValueError, match="longer than a segment"):
        embed(encoded(scene()), embedded(credit="&" * 100_000))


def test_exiftool_reads_what_was_embedded(tmp_path):
    path = tmp_path / "anh.jpg"
    path.write_bytes(embed(encoded(scene()), embedded(creators=("Trần Mai", "Lê Bê"))))

    if shutil.which("exiftool"):
        said = subprocess.run(
            ["exiftool", "-s3", "-XMP:all", "-charset", "utf8", path],
            capture_output=True,
            text=True,
            check=True,
        )
        lines = sorted(said.stdout.splitlines())
        assert lines == ["Mưa ở Huế.", "TTXVN", "Trần Mai, Lê Bê"]


def test_latin_1_that_was_utf_8_is_read_as_it_was_meant():
    mojibake = "Trần Mai".encode().decode("latin-1")

    assert read({0x013B: mojibake}, {}, b"") == {"EXIF:Artist": "Trần Mai"}


def test_lists_of_iim_are_kept_and_what_is_no_text_is_left_out():
    iim = {(2, 25): [b"m\xc6\xb0a", b"", b"Hu\xe9"], (2, 80): [b"\0 "], (2, 5): 7}

    assert read({0x010E: (1, 2)}, iim, b"") == {"IPTC:Keywords": ["mưa", "Hué"]}


def test_metadata_is_bounded():
    found = read(
        {0x010E: "a" * 99_999}, {(2, 25): [b"x%d" % n for n in range(999)]}, b""
    )

    assert len(found["EXIF:ImageDescription"]) == 4000
    assert len(found["IPTC:Keywords"]) == 50


@pytest.mark.parametrize(
    "xmp",
    [
        b"<x",
        b"\xff\xfe\x00",
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + packet(embedded()).encode(),
        b"<?xml version='1.0' encoding='nonsense'?><a/>",
        b" " * 2_000_000,
    ],
)
def test_a_hostile_or_broken_packet_says_nothing(xmp):
    assert read({}, {}, xmp) == {}
