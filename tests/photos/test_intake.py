import hashlib
import io
import random
import resource
import stat
import time
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.utils import translation
from PIL import Image

from photos import limits, sandbox
from photos.files import private
from photos.framing import VIEW
from photos.intake import take_in
from photos.iptc import Embedded, embed
from photos.models import Photo, PhotoPhotographer
from photos.refusals import PhotoRefused, sentence
from photos.renditions import private_rendition
from tests.faults.processes import rounds
from tests.makers import AT
from tests.photos import samples
from tests.photos.conftest import SMALL
from tests.photos.samples import cut, cut_and_ended, encoded, files_below, scene

pytestmark = pytest.mark.django_db
SHARED = Path(__file__).parents[3] / "shared" / "data"


def enter(data: bytes, name: str = "anh", **fields) -> Photo:
    words = {"caption": "Mưa.", "credit": "(Ảnh: Trần Mai/TTXVN)", "by": "lan"}
    return take_in(io.BytesIO(data), name=name, at=AT, **{**words, **fields})


def rendition(photo: Photo) -> Image.Image:
    return Image.open(io.BytesIO(private_rendition(photo, photo.framing.jpeg(VIEW))))


def refusal(data: bytes, name: str = "anh", **fields) -> str:
    """The sentence with which a picture is refused; nothing of it is left."""
    before = files_below(private().root)
    with pytest.raises(PhotoRefused) as refused:
        enter(data, name, **fields)
    assert files_below(private().root) == before
    assert not Photo.objects.exists()
    return str(refused.value)


def test_it_works():
    data = encoded(scene(1600, 1200))

    photo = enter(data, "C:\\Ảnh\\mưa.JPG")

    photo.refresh_from_db()
    assert photo.sha256 == hashlib.sha256(data).hexdigest()
    assert (photo.format, photo.size) == ("jpeg", len(data))
    assert (photo.width, photo.height) == (1600, 1200)
    assert (photo.file_name, photo.created_by) == ("mưa.JPG", "lan")
    assert photo.created_at == AT
    assert photo.credit_text == "(Ảnh: Trần Mai/TTXVN)"
    assert photo.photographers.get().name == "Trần Mai"
    assert rendition(photo).size == (1200, 900)


def test_the_original_is_kept_byte_for_byte_and_nothing_else():
    data = encoded(scene(1600, 1200))

    photo = enter(data)

    original, *renditions = files_below(private().root)
    assert (
        original == private().root / f"originals/{photo.sha256[:2]}/{photo.sha256}.jpg"
    )
    assert original.read_bytes() == data
    assert {path.name for path in renditions} == {"w320.jpg", "w1200.jpg"}
    assert {path.parent.name for path in renditions} == {photo.sha256}
    modes = {path.stat().st_mode for path in (original, *renditions)}
    assert [stat.S_IMODE(mode) & ~0o640 for mode in modes] == [0]


def test_the_same_bytes_are_the_same_photo():
    first = enter(encoded(scene()), caption="Cũ.")

    second = enter(encoded(scene()), "khac.jpg", caption="Mới.")

    assert second == first
    assert Photo.objects.get().caption == "Cũ."
    assert len(files_below(private().root / "originals")) == 1


def test_a_lost_original_comes_back_with_the_same_bytes():
    enter(encoded(scene()))
    original = files_below(private().root)[0]
    original.unlink()

    enter(encoded(scene()))

    assert original.read_bytes() == encoded(scene())


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("JPEG", {"progressive": True}),
        ("PNG", {}),
        ("WEBP", {}),
        ("WEBP", {"lossless": True}),
        ("GIF", {}),
        ("TIFF", {"compression": "tiff_lzw"}),
        ("TIFF", {}),
        ("AVIF", {}),
    ],
)
@pytest.mark.once
def test_every_format_is_taken_in_whole_and_refused_in_part(kind, options):
    data = encoded(scene(), kind, **options)

    for share in (0.3, 0.9):
        assert refusal(cut(data, share)) in (sentence("broken"), sentence("unknown"))

    photo = enter(data)
    assert (photo.format, photo.width, photo.height) == (kind.lower(), 320, 240)
    assert rendition(photo).getpixel((300, 20)) == pytest.approx(
        scene().getpixel((300, 20)), abs=24
    )


@pytest.mark.parametrize("options", [{}, {"progressive": True}])
@pytest.mark.once
def test_half_a_jpeg_with_an_end_mark_is_refused(options):
    assert refusal(cut_and_ended(encoded(scene(), **options))) == sentence("broken")


@pytest.mark.once
def test_a_png_whose_checksum_is_wrong_is_refused():
    data = bytearray(encoded(scene(), "PNG"))
    data[-13] ^= 1  # the last byte before the end chunk

    assert refusal(bytes(data)) == sentence("broken")


@pytest.mark.once
def test_a_later_frame_that_is_cut_off_refuses_the_picture():
    frames = [scene(), scene().rotate(90)]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])

    assert refusal(cut(data, 0.8)) == sentence("broken")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (samples.bomb(), "pixels"),
        (samples.gif(screen=65_535, frames=1), "pixels"),
        (samples.gif(screen=9000, frames=2), "pixels"),
        (samples.gif(screen=1, frames=501), "frames"),
        (samples.wordy(), "broken"),
        (b"<html><script>alert(1)</script></html>", "unknown"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "unknown"),
        (b"\xff\xd8\xff", "unknown"),
        (encoded(scene(), "BMP"), "unknown"),
        (encoded(Image.new("F", (8, 8)), "TIFF"), "depth"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.once
def test_hostile_files_are_refused_with_a_sentence(data, reason):
    assert refusal(data, "anh.jpg") == sentence(reason)


def test_an_empty_file_is_refused():
    with translation.override("en"):
        assert refusal(b"") == "This file is empty: send it again."


@pytest.mark.once
def test_a_bomb_costs_little_memory_and_time():
    started = time.monotonic()

    refusal(samples.bomb())

    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("data", "width"),
    [
        (samples.png(80, 8), 80),
        (samples.documented(), 320),
        (samples.gif(screen=3, frames=500), 3),
        (encoded(scene(mode="CMYK")), 320),
        (encoded(scene(mode="LA"), "PNG"), 320),
        (encoded(scene(mode="P"), "PNG", transparency=3), 320),
        (encoded(Image.new("I;16", (30, 20)), "PNG"), 30),
        (encoded(scene(), "TIFF", save_all=True, append_images=[scene(9, 9)]), 320),
        (encoded(scene(), "MPO", save_all=True, append_images=[scene(9, 9)]), 320),
    ],
    ids=lambda value: "",
)
@pytest.mark.once
def test_unusual_pictures_are_taken_in(data, width):
    photo = enter(data)

    assert photo.width == width
    assert rendition(photo).mode == "RGB"


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (40, 20), (5, 10)),
        (2, (40, 20), (35, 10)),
        (3, (40, 20), (35, 10)),
        (4, (40, 20), (5, 10)),
        (5, (20, 40), (10, 5)),
        (6, (20, 40), (10, 5)),
        (7, (20, 40), (10, 35)),
        (8, (20, 40), (10, 35)),
        (9, (40, 20), (5, 10)),
    ],
)
@pytest.mark.once
def test_a_photo_is_stored_upright(orientation, size, red):
    photo = enter(samples.turned(orientation))

    shown = rendition(photo)
    assert (photo.width, photo.height) == shown.size == size
    assert shown.getpixel(red)[1] < 40 < 200 < shown.getpixel(red)[0]


def test_a_rendition_tells_nothing():
    photo = enter(samples.loose_tongued())

    assert rendition(photo).info.keys() <= {
        *("jfif", "jfif_version", "jfif_unit", "jfif_density"),
        *("progressive", "progression"),
    }


def test_the_metadata_is_kept_beside_the_photo():
    photo = enter(samples.loose_tongued())

    assert photo.original_metadata["EXIF:Artist"] == "Trần Mai"
    assert photo.original_metadata["EXIF:GPSLatitude"] == "21.028333"


def test_what_is_not_written_is_taken_from_the_file():
    facts = Embedded("Phố ngập.", ("Lê Bê",), "AFP/TTXVN", "© AFP", "https://a.vn/b")
    data = embed(encoded(scene()), facts)

    photo = enter(data, caption="", credit="")

    assert photo.caption == "Phố ngập."
    assert photo.credit_text == "(Ảnh: Lê Bê/AFP/TTXVN)"
    assert (photo.agency, photo.relay_agency) == ("AFP", "TTXVN")
    assert (photo.copyright_notice, photo.licence) == ("© AFP", "https://a.vn/b")


def test_what_is_written_goes_before_what_the_file_says():
    data = embed(encoded(scene()), Embedded("Phố ngập.", ("Lê Bê",), "AFP"))

    photo = enter(data)

    assert (photo.caption, photo.credit_text) == ("Mưa.", "(Ảnh: Trần Mai/TTXVN)")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("anh.jpg", samples.gif(screen=8, frames=1), ("“.jpg”", "GIF", "“.gif”")),
        ("a.b.PHP", encoded(scene()), ("“.php”", "JPEG", "“.jpg”")),
    ],
)
@pytest.mark.once
def test_a_name_that_lies_is_refused(name, data, said):
    text = refusal(data, name)

    assert all(word in text for word in said)


@pytest.mark.parametrize(
    "name", ["", "anh", "ANH.JPEG", "mưa.jfif", ".jpg", "a.php.jpg"]
)
def test_a_name_may_be_short_but_not_a_lie(name):
    photo = enter(encoded(scene()), name)

    assert files_below(private().root / "originals")[0].suffix == ".jpg"
    assert photo.file_name == name


def test_a_long_name_keeps_its_end():
    photo = enter(encoded(scene()), "n" * 300 + ".jpg")

    assert len(photo.file_name) == 255
    assert photo.file_name.endswith("n.jpg")


def test_a_credit_longer_than_its_column_is_refused():
    assert "500" in refusal(encoded(scene()), credit="Ả" * 501)


def test_a_file_larger_than_the_cap_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr(limits, "BYTES", 3 * 1024 * 1024)
    stream = io.BytesIO(bytes(50 * 1024 * 1024))

    with pytest.raises(PhotoRefused, match="3 MB"):
        take_in(stream, name="a", caption="", credit="", by="lan", at=AT)

    assert stream.tell() == 4 * 1024 * 1024
    assert files_below(private().root) == []


def test_the_disk_is_full_while_the_original_is_copied(small_disk):
    assert refusal(bytes(2 * SMALL)) == sentence("disk")


def test_the_disk_is_full_while_the_rendition_is_written(small_disk):
    noise = Image.frombytes("RGB", (1200, 1200), random.Random(2).randbytes(4_320_000))
    data = encoded(noise, quality=20)

    assert len(data) < SMALL
    assert refusal(data) == sentence("disk")


def test_a_killed_child_leaves_nothing(monkeypatch):
    monkeypatch.setattr(sandbox, "COMMAND", ("sh", "-c", "kill -9 $$"))

    assert refusal(encoded(scene())) == sentence("costly")


def test_a_failure_of_the_database_leaves_no_file(monkeypatch):
    def fail(*arguments: object, **fields: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(PhotoPhotographer.objects, "bulk_create", fail)

    with pytest.raises(DatabaseError):
        enter(encoded(scene()))

    assert files_below(private().root) == []
    assert not Photo.objects.exists()


@pytest.mark.once
def test_real_hostile_files_are_refused_or_wholly_decoded():
    """Where shared/data lies beside the project; elsewhere there is nothing to try.

    `make proof` takes all of them, every other run each seventh.
    """
    folders = ("hostile/images", "hostile/uploads", "photos")
    files = sorted(path for folder in folders for path in (SHARED / folder).glob("*"))
    files = files[:: rounds(7, 1)]

    for path in files:
        started = time.monotonic()
        try:
            photo = enter(path.read_bytes(), path.stem)
        except PhotoRefused as refused:
            assert str(refused).endswith("."), path
        else:
            assert rendition(photo).load(), path
        assert time.monotonic() - started < limits.CLOCK, path

    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    assert peak < limits.MEMORY
    assert len(files_below(private().root / "originals")) == Photo.objects.count()
