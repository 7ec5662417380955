import pytest

from photos.addresses import (
    EXTENSIONS,
    original_name,
    private_name,
    public_stem,
    rendition_name,
    rendition_size,
    rendition_url,
    stem_of,
)
from photos.models import Photo

SHA256 = "3f" + "0" * 62
STEM = "ab" + "1" * 30 + "-" + "2" * 16


def test_it_works():
    assert original_name(SHA256, "jpg") == f"originals/3f/{SHA256}.jpg"
    assert private_name(SHA256, "w1200") == f"renditions/3f/{SHA256}-w1200.jpg"
    assert rendition_name(STEM, "w1200") == f"ab/{STEM}-w1200.jpg"
    assert rendition_url(STEM, "w1200", base_url="/m/") == f"/m/ab/{STEM}-w1200.jpg"


def test_an_unknown_recipe_has_no_name():
    with pytest.raises(KeyError):
        rendition_name(STEM, "w9999")


def test_the_stem_is_read_back():
    assert stem_of(rendition_name(STEM, "w1200")) == STEM


@pytest.mark.parametrize(
    "name",
    [
        "",
        f"{STEM}-w1200.jpg",
        f"cd/{STEM}-w1200.jpg",
        f"ab/{STEM}-w9999.jpg",
        f"ab/{STEM}-w1200.jpg\n",
        f"ab/{STEM}-w1200.jpg.html",
        f"ab/{STEM.upper()}-w1200.jpg",
        f"../private/ab/{STEM}-w1200.jpg",
        f"ab/../ab/{STEM}-w1200.jpg",
        f"ab\\{STEM}-w1200.jpg",
        f"ab/.part-{STEM}",
        private_name(SHA256, "w1200"),
        original_name(SHA256, "jpg"),
    ],
)
def test_no_other_name_has_a_stem(name):
    assert stem_of(name) == ""


def test_the_stem_begins_with_the_key_and_changes_with_what_is_in_the_file():
    key = "ab" * 16
    stems = {
        public_stem(key, sha256=SHA256, metadata={"credit": "TTXVN"}),
        public_stem(key, sha256=SHA256, metadata={"credit": "AFP/TTXVN"}),
        public_stem(key, sha256="4" * 64, metadata={"credit": "TTXVN"}),
    }

    assert len(stems) == 3
    assert all(stem_of(f"ab/{stem}-w1200.jpg").startswith(key) for stem in stems)


@pytest.mark.parametrize(
    ("size", "made"),
    [
        ((6000, 4000), (1200, 800)),
        ((4000, 6000), (800, 1200)),
        ((640, 480), (640, 480)),
        ((1, 9_000_000), (1, 1200)),
        ((1201, 1200), (1200, 1199)),
    ],
)
def test_the_longest_side_is_the_recipes_and_nothing_is_enlarged(size, made):
    assert rendition_size(*size, "w1200") == made


def test_every_format_has_an_extension():
    assert list(EXTENSIONS) == Photo.Format.values
