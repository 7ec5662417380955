import io

import pytest
from PIL import Image

from photos.avif import packets, with_xmp
from tests.photos.samples import encoded, scene


def seen(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
def test_it_works(mode):
    data = encoded(scene(mode=mode), "AVIF")

    made = with_xmp(data, b"<x/>")

    assert packets(made) == [b"<x/>"]
    assert seen(made).tobytes() == seen(data).tobytes()
    assert seen(made).info["xmp"] == b"<x/>"


def test_a_packet_that_was_there_is_replaced_and_exif_stays():
    exif = Image.Exif()
    exif[0x013B] = "Lan"
    data = encoded(scene(), "AVIF", xmp=b"<old/>", exif=exif)

    made = with_xmp(data, b"<new/>")

    assert packets(made) == [b"<new/>"]
    assert seen(made).getexif()[0x013B] == "Lan"
    assert seen(made).tobytes() == seen(data).tobytes()


def test_every_frame_of_a_film_stays_where_it_is():
    data = encoded(scene(), "AVIF", save_all=True, append_images=[scene().rotate(90)])

    with pytest.raises(ValueError, match="film"):
        with_xmp(data, b"<x/>")


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3])
def test_what_cannot_be_followed_is_refused(share):
    data = encoded(scene(64, 48), "AVIF")

    for broken in (data[: int(len(data) * share)], b"\xff" * 99, b""):
        with pytest.raises(ValueError):  # noqa: PT011
            with_xmp(broken, b"<x/>")
