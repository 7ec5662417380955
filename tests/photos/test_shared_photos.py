"""Real agency pictures: metadata field by field as exiftool reads it.

Local material: where it is absent there is nothing to try. -s prints the shares.
"""

import io
import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from newsroom.text.clean import clean
from photos.blocks import blocks_of
from photos.colours import flat, to_srgb
from photos.facts import settled
from photos.iptc import Metadata, read

FOLDER = Path(
    os.environ.get("NEWSROOM_PHOTOS", Path(__file__).parents[3] / "shared/data/photos")
)
__test__ = (FOLDER / "photos.json").exists()
GROUPS = {"IFD0": "EXIF", "ExifIFD": "EXIF", "GPS": "EXIF"}
GROUPS |= {"ICC_Profile": "ICC", "ICC-header": "ICC"}
NAMES = {"xmp:iptccore": "xmp:iptc4xmpcore", "tiff:imageheight": "tiff:imagelength"}
# What exiftool leaves as it is in a wrong charset, and we do not.
REPAIRED = {"Jens TrŸbiger": "Jens Trübiger", "Â© Corbis": "© Corbis"}


def expected() -> dict[str, dict[str, object]]:
    """By file what exiftool says."""
    entries = json.loads((FOLDER / "photos.json").read_text())
    return {name: entry["metadata"] for name, entry in entries.items()}


def said_of(name: str) -> Metadata:
    data = (FOLDER / name).read_bytes()
    return read(blocks_of(Image.open(io.BytesIO(data)), data))


def key_of(tag: str) -> str:
    """exiftool's "XMP-dc:Title" is our "xmp:dc:title"."""
    group, _colon, name = tag.partition(":")
    key = f"{GROUPS.get(group, group)}:{name}".replace("XMP-", "XMP:").casefold()
    for theirs, ours in NAMES.items():
        key = key.replace(theirs, ours)
    return key


def plain(tag: str, value: object) -> list[object]:
    """The values without what is only one way of writing them."""
    if isinstance(value, list):
        return [each for item in value for each in plain(tag, item)]
    text = " ".join(clean(str(value)).split())
    for wrong, right in REPAIRED.items():
        text = text.replace(wrong, right)
    if "GPS" in tag:
        numbers = [float(number) for number in re.findall(r"[\d.]+", text)]
        parts = zip(numbers, (1, 60, 3600), strict=False)
        return [round(sum(number / part for number, part in parts), 3)]
    if "Date" in tag:
        return [re.sub(r"[-:TZ ]", "", re.sub(r"\+00:00$", "", text))]
    return [text.replace("Horizontal (normal)", "1")]


def comparisons() -> list[tuple[str, str, list[object], list[object]]]:
    """(file, tag, what exiftool says, what we say) of every tag."""
    found = []
    for name, tags in expected().items():
        said = {key.casefold(): value for key, value in said_of(name).items()}
        for tag, value in tags.items():
            if not tag.startswith(("File:", "Composite:")):
                ours = said.get(key_of(tag), "")
                found.append((name, tag, plain(tag, value), plain(tag, ours)))
    return found


def test_every_field_is_read_as_exiftool_reads_it():
    counted, right, wrong = Counter(), Counter(), []

    for name, tag, theirs, ours in comparisons():
        counted[tag] += 1
        right[tag] += theirs == ours
        if theirs != ours:
            wrong.append((name, tag, theirs, ours))
    for tag in sorted(counted):
        print(f"{tag}: {right[tag]} of {counted[tag]}")
    print(f"all fields: {right.total()} of {counted.total()}")

    assert wrong == []


def test_size_and_time_are_what_exiftool_says():
    for name, tags in expected().items():
        with Image.open(FOLDER / name) as picture:
            assert picture.width == tags["File:ImageWidth"]
            assert picture.height == tags["File:ImageHeight"]
            assert len(picture.getbands()) == tags["File:ColorComponents"]
        if taken := str(tags.get("Composite:DateTimeOriginal", "")):
            day, clock = taken.split(" ")
            moment = f"{day.replace(':', '-')}T{clock}"
            assert settled(said_of(name)).taken_at == moment


@pytest.mark.parametrize(
    ("name", "caption", "creators"),
    [
        ("conflict-carl-seibert.jpg", "(This caption in IIM)", "Carl Seibert (IIM)"),
        ("agency-canadian-press.jpg", "The Montreal Police logo", "Paul Chiasson"),
        ("charset-macroman-byline.jpg", "", "Jens Trübiger"),
        ("camera-default-caption.jpg", "", ""),
        ("blank-caption.jpg", "", ""),
    ],
)
def test_conflicts_are_settled_by_the_rule(name, caption, creators):
    facts = settled(said_of(name))

    assert facts.caption.startswith(caption)
    assert bool(facts.caption) == bool(caption)
    assert ", ".join(facts.creators) == creators


def test_wide_colours_and_those_of_print_become_the_screens():
    for name, shift in (
        ("agency-guardian-staff.jpg", True),  # Adobe RGB
        ("agency-rgb-with-cmyk-profile.jpg", False),  # of other colours: passed over
    ):
        with Image.open(FOLDER / name) as picture:
            raw, profile = picture.convert("RGB"), picture.info["icc_profile"]
            made = to_srgb(flat(picture), profile)
        assert made.mode == "RGB"
        assert (made.tobytes() != raw.tobytes()) == shift
    with Image.open(FOLDER / "agency-cmyk-getty.jpg") as picture:
        assert to_srgb(flat(picture), b"").mode == "RGB"
