import json
import shutil
import subprocess

import pytest

from photos import renditions
from photos.describing import describe
from photos.files import private, public, public_files
from photos.models import Photo
from photos.refusals import PhotoRefused, sentence
from photos.renditions import expose, hide, make, missing, preview
from tests import makers
from tests.photos import samples
from tests.photos.conftest import no_file_longer_than
from tests.photos.samples import encoded, files_below, opened, scene

pytestmark = pytest.mark.django_db


def photo(**fields) -> Photo:
    """A picture so small that intake makes all its files."""
    return makers.photo(data=encoded(scene(400, 300)), **fields)


def large(**fields) -> Photo:
    return makers.photo(data=encoded(scene(1600, 1200)), **fields)


def stems() -> set[str]:
    """Of all public files."""
    return {stem for stem, _name in public_files()}


def test_it_works():
    shown = large(credit="(Ảnh: Trần Mai - AFP/TTXVN)")

    exposed = expose(shown)

    assert exposed == {
        "photo": shown.pk,
        "caption": shown.caption,
        "alt": "",
        "credit": "(Ảnh: Trần Mai - AFP/TTXVN)",
        "width": 1600,
        "height": 1200,
        "focal_x": 500,
        "focal_y": 500,
        "crops": (
            ("16x9", 0, 125, 1000, 875),
            ("4x3", 0, 0, 1000, 1000),
            ("1x1", 125, 0, 875, 1000),
            ("share", 0, 125, 1000, 875),
        ),
        "stem": exposed["stem"],
    }
    folder, framing = public().root / exposed["stem"][:2], shown.framing
    assert {path.name for path in files_below(public().root)} == {
        f"{exposed['stem']}-{recipe}" for recipe in framing.recipes
    }
    for recipe in framing.recipes:
        picture = opened(folder / f"{exposed['stem']}-{recipe}")
        assert picture.size == framing.size(recipe)
        assert picture.format == {"avif": "AVIF", "jpg": "JPEG"}[recipe.split(".")[1]]


def test_a_crop_shows_the_part_around_the_focal_point():
    shown = photo()
    shown.focal_x, shown.focal_y, shown.crops = 0, 0, {"4x3": [500, 500, 1000, 1000]}

    stem = expose(shown)["stem"]

    folder = public().root / stem[:2]
    square = opened(folder / f"{stem}-1x1-480.jpg")
    assert square.size == (300, 300)
    assert square.getpixel((10, 10)) == pytest.approx(
        scene(400, 300).getpixel((10, 10)), abs=12
    )
    drawn = opened(folder / f"{stem}-4x3-480.jpg")
    assert drawn.size == (200, 150)
    assert drawn.getpixel((10, 10)) == pytest.approx(
        scene(400, 300).getpixel((210, 160)), abs=12
    )


def test_the_name_begins_with_the_photos_random_key():
    shown = photo()

    assert expose(shown)["stem"].startswith(f"{shown.public_key}-")


def test_exposing_again_changes_nothing():
    shown = photo()
    first = expose(shown)
    before = [path.stat() for path in files_below(public().root)]

    assert expose(shown) == first
    assert [path.stat() for path in files_below(public().root)] == before


def test_a_public_file_that_was_cut_off_is_written_again():
    shown = photo()
    expose(shown)
    path = files_below(public().root)[0]
    whole = path.read_bytes()
    path.write_bytes(whole[:400])

    expose(shown)

    assert path.read_bytes() == whole


def test_a_corrected_credit_gives_new_names():
    shown = photo(credit="(Ảnh: Trần Mai/TTXVN)")
    first = expose(shown)["stem"]

    describe(shown, caption=shown.caption, credit="(Ảnh: Lê Bê/TTXVN)")

    assert expose(shown)["stem"] != first
    assert len(files_below(public().root)) == 2 * len(shown.framing.recipes)


@pytest.mark.parametrize(
    "change",
    [{"focal_x": 0}, {"crops": {"1x1": [0, 0, 300, 400]}}, {"licence": "CC BY 4.0"}],
)
def test_another_crop_or_licence_gives_new_names(change):
    shown = photo()
    first = preview(shown)["stem"]

    for name, value in change.items():
        setattr(shown, name, value)

    assert preview(shown)["stem"] != first


def test_a_photo_without_a_credit_line_is_credited_in_house_style():
    shown = photo(credit="")
    shown.agency, shown.relay_agency = "AFP", "TTXVN"

    assert preview(shown)["credit"] == "(Ảnh: AFP/TTXVN)"


def test_a_preview_makes_nothing_public():
    shown = photo()

    seen = preview(shown)

    assert files_below(public().root) == []
    assert seen == expose(shown)


def test_what_readers_get_is_made_before_the_first_printing_and_stays():
    shown = large()
    assert set(missing(shown)) == set(shown.framing.recipes) - {"w320.jpg", "w1200.jpg"}

    make(shown)

    assert missing(shown) == []
    before = [path.stat() for path in files_below(private().root)]
    assert list(renditions.make_all([shown, shown])) == ["", ""]
    assert [path.stat() for path in files_below(private().root)] == before
    assert files_below(public().root) == []


def test_a_lost_rendition_is_made_again():
    shown = photo()
    expose(shown)
    lost = files_below(private().root / "renditions")[0]
    first = lost.read_bytes()
    lost.unlink()
    public().remove([name for _stem, name in renditions.public_files()])

    expose(shown)

    assert lost.read_bytes() == first


def test_a_lost_original_refuses():
    shown = photo()
    shutil.rmtree(private().root)

    with pytest.raises(PhotoRefused, match=sentence("missing")):
        expose(shown)

    assert list(renditions.make_all([shown])) == [sentence("missing")]
    assert files_below(private().root) == files_below(public().root) == []


def test_a_full_disk_refuses_and_leaves_nothing():
    shown = photo()

    with no_file_longer_than(1000), pytest.raises(PhotoRefused, match=sentence("disk")):
        expose(shown)

    assert files_below(public().root) == []


def test_hiding_removes_all_but_what_is_kept():
    shown, other = photo(), makers.photo()
    old = expose(shown)["stem"]
    describe(shown, caption="Mới.", credit="")
    new, others = expose(shown)["stem"], expose(other)["stem"]

    hide(shown, keep={new})

    assert stems() == {new, others}
    hide(shown)
    assert stems() == {others}
    assert old not in (new, others)


def test_hiding_what_is_hidden_is_no_error():
    hide(photo())

    assert stems() == set()


def test_a_public_file_tells_no_place_no_serial_number_no_comment():
    expose(makers.photo(data=samples.loose_tongued()))

    for path in files_below(public().root):
        for secret in (b"GPS", b"SN-4711", b"secret remark", b"Exif", b"\xff\xfe"):
            assert secret in samples.loose_tongued()
            assert secret not in path.read_bytes() or path.suffix == ".avif"


def test_exiftool_finds_what_was_embedded_and_nothing_else():
    shown = makers.photo(
        data=samples.loose_tongued(), credit="(Ảnh: Trần Mai, Lê Bê - AFP/TTXVN)"
    )
    shown.copyright_notice, shown.licence = "© AFP", "https://example.vn/giay-phep"
    expose(shown)
    words = ["exiftool", "-json", "-G1", "-a", "-U", "-r", str(public().root)]

    said = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)

    ours = {
        "XMP-dc:Creator": ["Trần Mai", "Lê Bê"],
        "XMP-dc:Description": "Mưa trên phố.",
        "XMP-dc:Rights": "© AFP",
        "XMP-photoshop:Credit": "AFP/TTXVN",
        "XMP-xmpRights:WebStatement": "https://example.vn/giay-phep",
    }
    datasets = {
        "IPTC:CodedCharacterSet": "UTF8",
        "IPTC:ApplicationRecordVersion": 4,
        "IPTC:By-line": ["Trần Mai", "Lê Bê"],
        "IPTC:Credit": "AFP/TTXVN",
        "IPTC:CopyrightNotice": "© AFP",
        "IPTC:Caption-Abstract": "Mưa trên phố.",
    }
    picture = ("SourceFile", "System:", "File:", "JFIF:", "Composite:", "ExifTool:")
    assert len(said) == len(shown.framing.recipes)
    for tags in said:
        is_avif = tags["SourceFile"].endswith(".avif")
        technical = (*picture, "QuickTime:", "Meta:") if is_avif else picture
        found = {tag: tags[tag] for tag in tags if not tag.startswith(technical)}
        assert found == (ours if is_avif else {**ours, **datasets})
