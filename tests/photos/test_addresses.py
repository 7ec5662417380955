import pytest

from photos.addresses import (
    EXTENSIONS,
    RECIPES,
    original_name,
    private_name,
    public_stem,
    recipe_of,
    rendition_name,
    rendition_url,
    stem_of,
)
from photos.models import Photo

SHA256 = "3f" + "0" * 62
STEM = "ab" + "1" * 30 + "-" + "2" * 16
CROPS = (("16x9", 0, 78, 1000, 922),)


def test_it_works():
    assert original_name(SHA256, "jpg") == f"originals/3f/{SHA256}.jpg"
    assert private_name(SHA256, "w640.avif") == f"renditions/3f/{SHA256}/w640.avif"
    assert rendition_name(STEM, "w640.jpg") == f"ab/{STEM}-w640.jpg"
    assert rendition_url(STEM, "w640.jpg", base_url="/m/") == f"/m/ab/{STEM}-w640.jpg"


def test_there_are_seven_widths_and_two_of_each_crop_in_two_formats_and_one_to_share():
    whole = [recipe.side for recipe in RECIPES.values() if not recipe.crop]

    assert len(RECIPES) == 26 + 1
    assert (len(set(whole)), min(whole), max(whole)) == (7, 320, 1920)


def test_a_private_crop_is_named_by_its_box():
    name = private_name(SHA256, "16x9-640.jpg", CROPS)

    assert name == f"renditions/3f/{SHA256}/0.78.1000.922-16x9-640.jpg"
    with pytest.raises(KeyError):
        private_name(SHA256, "1x1-240.jpg", CROPS)


def test_an_unknown_recipe_has_no_name():
    with pytest.raises(KeyError):
        rendition_name(STEM, "w9999.jpg")


@pytest.mark.parametrize("recipe", RECIPES)
def test_stem_and_recipe_are_read_back(recipe):
    name = rendition_name(STEM, recipe)

    assert (stem_of(name), recipe_of(name)) == (STEM, recipe)


@pytest.mark.parametrize(
    "name",
    [
        "",
        f"{STEM}-w1200.jpg",
        f"cd/{STEM}-w1200.jpg",
        f"ab/{STEM}-w9999.jpg",
        f"ab/{STEM}-w1200xjpg",
        f"ab/{STEM}-w1200.jpg\n",
        f"ab/{STEM}-w1200.jpg.html",
        f"ab/{STEM.upper()}-w1200.jpg",
        f"../private/ab/{STEM}-w1200.jpg",
        f"ab/../ab/{STEM}-w1200.jpg",
        f"ab\\{STEM}-w1200.jpg",
        f"ab/.part-{STEM}",
        private_name(SHA256, "w1200.jpg"),
        original_name(SHA256, "jpg"),
    ],
)
def test_no_other_name_has_a_stem(name):
    assert stem_of(name) == recipe_of(name) == ""


def test_the_stem_begins_with_the_key_and_changes_with_what_is_in_the_file():
    key = "ab" * 16
    facts = {"sha256": SHA256, "crops": CROPS, "metadata": {"credit": "TTXVN"}}
    changes = [
        {},
        {"metadata": {"credit": "AFP/TTXVN"}},
        {"sha256": "4" * 64},
        {"crops": (("16x9", 0, 0, 1000, 844),)},
    ]

    stems = {public_stem(key, **{**facts, **change}) for change in changes}

    assert len(stems) == len(changes)
    assert all(stem_of(f"ab/{stem}-w1200.jpg").startswith(key) for stem in stems)


def test_every_format_has_an_extension():
    assert list(EXTENSIONS) == Photo.Format.values
