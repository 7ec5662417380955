import io

import pytest
from PIL import Image, PngImagePlugin

from photos import iim, xmp
from photos.blocks import Blocks, blocks_of
from photos.iptc import Embedded, embed, read
from tests.photos.samples import encoded, scene

HOSTILE = 'Mưa <b>& "gió" ]]> </rdf:li>\x00\ud800'
SEEN = 'Mưa <b>& "gió" ]]> </rdf:li>'
KINDS = [("JPEG", {}), ("AVIF", {})]


def embedded(**fields) -> Embedded:
    facts = {
        "description": "Mưa ở Huế.",
        "creators": ("Trần Mai", "Lê Bê"),
        "credit": "TTXVN",
        "copyright": "© TTXVN",
        "licence": "https://example.vn/giay-phep",
    }
    return Embedded(**{**facts, **fields})


def said(data: bytes) -> dict:
    return read(blocks_of(Image.open(io.BytesIO(data)), data))


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_it_works(kind, options):
    found = said(embed(encoded(scene(), kind, **options), embedded()))

    datasets = {name: text for name, text in found.items() if name.startswith("IPTC")}
    assert {name: found[name] for name in found if name not in datasets} == {
        "XMP:dc:description": "Mưa ở Huế.",
        "XMP:dc:creator": ["Trần Mai", "Lê Bê"],
        "XMP:dc:rights": "© TTXVN",
        "XMP:photoshop:Credit": "TTXVN",
        "XMP:xmpRights:WebStatement": "https://example.vn/giay-phep",
    }
    expected = {
        "IPTC:CodedCharacterSet": "UTF8",
        "IPTC:By-line": ["Trần Mai", "Lê Bê"],
        "IPTC:Credit": "TTXVN",
        "IPTC:CopyrightNotice": "© TTXVN",
        "IPTC:Caption-Abstract": "Mưa ở Huế.",
    }
    assert datasets == (expected if kind == "JPEG" else {})


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_a_splice_changes_no_byte_of_the_picture(kind, options):
    data = encoded(scene(), kind, **options)

    spliced = embed(data, embedded())

    assert Image.open(io.BytesIO(spliced)).tobytes() == (
        Image.open(io.BytesIO(data)).tobytes()
    )
    at = data.index(b"\xff\xdb" if kind == "JPEG" else b"mdat")
    assert data[at:] in spliced


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_where_there_is_nothing_to_say_nothing_is_embedded(kind, options):
    data = encoded(scene(), kind, **options)

    assert embed(data, Embedded()) == data


def test_a_jpeg_without_a_jfif_header_is_spliced_after_its_start():
    jpeg = encoded(scene())
    bare = jpeg[:2] + jpeg[20:]

    assert embed(bare, embedded())[:4] == b"\xff\xd8\xff\xe1"


def test_another_file_is_not_spliced():
    with pytest.raises(ValueError, match="not a JPEG"):
        embed(encoded(scene(), "PNG"), embedded())


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_any_text_makes_well_formed_metadata(kind, options):
    hostile = embedded(
        description=HOSTILE, creators=(HOSTILE, "B"), credit=HOSTILE, licence=HOSTILE
    )

    found = said(embed(encoded(scene(), kind, **options), hostile))

    assert found["XMP:dc:description"] == found["XMP:photoshop:Credit"] == SEEN
    assert found["XMP:xmpRights:UsageTerms"] == SEEN
    assert found["XMP:dc:creator"] == [SEEN, "B"]


@pytest.mark.parametrize("letter", ["&", "😀", "ộ"])
def test_the_longest_description_fits_one_segment(letter):
    found = said(embed(encoded(scene()), embedded(description=letter * 100_000)))

    assert set(found["XMP:dc:description"]) == {letter}
    assert set(found["IPTC:Caption-Abstract"]) == {letter}


def test_what_does_not_fit_is_not_cut_in_half():
    with pytest.raises(ValueError, match="longer than a segment"):
        embed(encoded(scene()), embedded(credit="&" * 100_000))


def blocks(**parts) -> Blocks:
    return Blocks(**{"exif": Image.Exif(), **parts})


def test_metadata_is_bounded():
    words = {"Keywords": [f"x{n}" for n in range(999)], "Headline": ["a" * 200]}
    packet = xmp.packet({"dc:description": ["a" * 99_999]}).encode()

    found = read(blocks(iim=iim.written(words), xmp=(packet,)))

    assert len(found["XMP:dc:description"]) == 4000
    assert len(found["IPTC:Keywords"]) == 50


@pytest.mark.parametrize("part", ["iim", "digest", "xmp", "icc"])
@pytest.mark.parametrize("junk", [b"\x1c\x02\x05\xff\xff", b"\0" * 99, b"8BIM", b"<x"])
def test_junk_says_nothing(part, junk):
    assert read(blocks(**{part: (junk,) if part == "xmp" else junk})) == {}


@pytest.mark.parametrize("title", ["iptc", "IPTC profile"])
def test_datasets_in_hexadecimal_are_read_in_a_png(title):
    block = iim.joined([(iim.IPTC, b"\0\0", iim.written({"City": ["Huế"]}))])
    info = PngImagePlugin.PngInfo()
    profile = f"\n{title}\n      {len(block)}\n{block.hex()}\n"
    info.add_text("Raw profile type iptc", profile, zip=True)

    assert said(encoded(scene(), "PNG", pnginfo=info))["IPTC:City"] == "Huế"
