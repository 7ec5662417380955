import io
import json
import shutil
import subprocess

import pytest
from PIL import Image

from photos.describing import describe
from photos.files import private, public
from photos.models import Photo
from photos.refusals import PhotoRefused, sentence
from photos.renditions import expose, hide, preview, public_stems
from tests import makers
from tests.photos import samples
from tests.photos.conftest import no_file_longer_than
from tests.photos.samples import encoded, files_below, scene

pytestmark = pytest.mark.django_db


def photo(**fields) -> Photo:
    return makers.photo(data=encoded(scene(1600, 1200)), **fields)


def test_it_works():
    shown = photo(credit="(Ảnh: Trần Mai - AFP/TTXVN)")

    exposed = expose(shown)

    assert exposed == {
        "photo": shown.pk,
        "credit": "(Ảnh: Trần Mai - AFP/TTXVN)",
        "width": 1600,
        "height": 1200,
        "focal_x": 500,
        "focal_y": 500,
        "stem": exposed["stem"],
    }
    path = public() / exposed["stem"][:2] / f"{exposed['stem']}-w1200.jpg"
    assert files_below(public()) == [path]
    assert Image.open(io.BytesIO(path.read_bytes())).size == (1200, 900)


def test_the_name_begins_with_the_photos_random_key():
    shown = photo()

    assert expose(shown)["stem"].startswith(f"{shown.public_key}-")


def test_the_public_file_says_who_made_it_and_what_it_shows():
    expose(photo(credit="(Ảnh: Trần Mai, Lê Bê - AFP/TTXVN)"))

    picture = Image.open(io.BytesIO(files_below(public())[0].read_bytes()))
    for word in ("Mưa trên phố.", "Trần Mai", "Lê Bê", "AFP/TTXVN"):
        assert word.encode() in picture.info["xmp"]


def test_exposing_again_changes_nothing():
    shown = photo()
    first = expose(shown)
    before = files_below(public())[0].stat()

    assert expose(shown) == first
    assert files_below(public())[0].stat() == before


def test_a_public_file_that_was_cut_off_is_written_again():
    shown = photo()
    expose(shown)
    path = files_below(public())[0]
    whole = path.read_bytes()
    path.write_bytes(whole[:1000])

    expose(shown)

    assert path.read_bytes() == whole


def test_a_corrected_credit_gives_a_new_name():
    shown = photo(credit="(Ảnh: Trần Mai/TTXVN)")
    first = expose(shown)["stem"]

    describe(shown, caption=shown.caption, credit="(Ảnh: Lê Bê/TTXVN)")

    assert expose(shown)["stem"] != first
    assert len(files_below(public())) == 2


def test_a_photo_without_a_credit_line_is_credited_in_house_style():
    shown = photo(credit="")
    shown.agency, shown.relay_agency = "AFP", "TTXVN"

    assert preview(shown)["credit"] == "(Ảnh: AFP/TTXVN)"


def test_a_preview_makes_nothing_public():
    shown = photo()

    seen = preview(shown)

    assert files_below(public()) == []
    assert seen == expose(shown)


def test_a_lost_rendition_is_made_again():
    shown = photo()
    expose(shown)
    lost = files_below(private() / "renditions")[0]
    first = lost.read_bytes()
    lost.unlink()

    expose(shown)

    assert lost.read_bytes() == first


def test_a_lost_original_refuses():
    shown = photo()
    shutil.rmtree(private())

    with pytest.raises(PhotoRefused, match=sentence("missing")):
        expose(shown)

    assert files_below(private()) == files_below(public()) == []


def test_a_full_disk_refuses_and_leaves_nothing():
    shown = photo()

    with no_file_longer_than(1000), pytest.raises(PhotoRefused, match=sentence("disk")):
        expose(shown)

    assert files_below(public()) == []


def test_hiding_removes_all_but_what_is_kept():
    shown, other = photo(), makers.photo()
    old = expose(shown)["stem"]
    describe(shown, caption="Mới.", credit="")
    new, others = expose(shown)["stem"], expose(other)["stem"]

    hide(shown, keep={new})

    assert set(public_stems()) == {new, others}
    hide(shown)
    assert set(public_stems()) == {others}
    assert old not in (new, others)


def test_hiding_what_is_hidden_is_no_error():
    hide(photo())

    assert list(public_stems()) == []


def test_a_public_file_tells_no_place_no_serial_number_no_comment():
    expose(makers.photo(data=samples.loose_tongued()))

    path = files_below(public())[0]
    for secret in (b"GPS", b"SN-4711", b"secret remark", b"Exif", b"\xff\xfe"):
        assert secret in samples.loose_tongued()
        assert secret not in path.read_bytes()


def test_exiftool_finds_nothing_but_what_was_embedded():
    expose(makers.photo(data=samples.loose_tongued()))
    path = files_below(public())[0]

    if shutil.which("exiftool"):
        said = subprocess.run(
            ["exiftool", "-json", "-G1", "-a", "-U", path],
            capture_output=True,
            check=True,
        )
        tags = json.loads(said.stdout)[0]
        groups = ("SourceFile", "System:", "File:", "JFIF:", "Composite:", "ExifTool:")
        assert {tag for tag in tags if not tag.startswith(groups)} == {
            "XMP-dc:Creator",
            "XMP-dc:Description",
            "XMP-photoshop:Credit",
        }
