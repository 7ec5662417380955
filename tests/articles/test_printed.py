import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.copy import Copy, CopyUnreadable, Picture
from articles.printed import Printed, PrintedPicture, edition_hash
from newsroom.text.canonical import canonical
from photos.framing import resolved
from tests.articles.test_copy import COPY, FULL, NUMBER, TEXT

PICTURE = st.builds(
    PrintedPicture,
    photo=NUMBER,
    credit=TEXT,
    width=NUMBER,
    height=NUMBER,
    focal_x=st.integers(0, 1000),
    focal_y=st.integers(0, 1000),
    caption=TEXT,
    alt=TEXT,
    stem=TEXT,
    crops=st.sampled_from(
        [(), resolved({}, width=30, height=20, focus=(500, 0)), [["1x1", 0, 0, 9, 9]]]
    ),
)
PICTURES = st.lists(PICTURE, max_size=3, unique_by=lambda picture: picture.photo)
FACTS = {
    "photo": 7,
    "credit": "(Ảnh: Trần Mai/TTXVN)",
    "width": 64,
    "height": 48,
    "focal_x": 500,
    "focal_y": 0,
    "stem": "k-1",
    "crops": (("16x9", 0, 78, 1000, 922),),
    "caption": "Nước lên.",
    "alt": "Một con đường ngập",
}
PHOTO = PrintedPicture(**FACTS)
PRINTED = Printed(FULL, (PHOTO,))
EDITION = {
    "previous_hash": "",
    "article_id": 7,
    "number": 1,
    "kind": "print",
    "printed_at": "2023-12-30T11:05:00.000000+00:00",
    "revision_number": 2,
    "revision_hash": "a",
    "content": "{}",
}


def test_it_works():
    assert Printed.from_json(PRINTED.to_json()) == PRINTED


@given(COPY, PICTURES)
def test_any_edition_is_read_back_exactly(copy, pictures):
    printed = Printed(copy, pictures)
    again = Printed.from_json(printed.to_json())

    assert again == printed
    assert hash(again) == hash(printed)
    assert (
        again.to_json() == printed.to_json() == canonical(json.loads(again.to_json()))
    )


def test_the_copy_inside_is_the_revision_s_content():
    assert f'"copy":{FULL.to_json()}' in PRINTED.to_json()


def test_a_picture_is_found_by_its_photo():
    assert PRINTED.picture(7) == PHOTO
    assert PRINTED.picture(8) is None


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"photo": True}, TypeError, "photo must be a whole number"),
        ({"photo": 0}, ValueError, "photo must be from 1"),
        ({"width": 0}, ValueError, "width must be from 1"),
        ({"height": 4.0}, TypeError, "height must be a whole number"),
        ({"focal_x": -1}, ValueError, "focal_x must be from 0"),
        ({"credit": None}, TypeError, "credit must be text"),
        ({"stem": 1}, TypeError, "stem must be text"),
        ({"alt": None}, TypeError, "alt must be text"),
        ({"crops": [["2x1", 0, 0, 1, 1]]}, ValueError, "no crop"),
        ({"crops": [["1x1", 0, 0, 1]]}, ValueError, "no crop"),
        ({"crops": [["1x1", 5, 0, 5, 9]]}, ValueError, "no crop"),
        ({"crops": [["1x1", 0, 0, 9, 1001]]}, ValueError, "no crop"),
        ({"crops": [["1x1", 0, 0, 9, 0.5]]}, TypeError, "whole number"),
    ],
)
def test_what_cannot_be_a_fact_of_a_picture_is_named(changes, error, says):
    with pytest.raises(error, match=says):
        PrintedPicture(**{**FACTS, **changes})


def test_a_photo_is_printed_once():
    with pytest.raises(ValueError, match="twice"):
        Printed(Copy(lead=Picture(7)), (PHOTO, PHOTO))


def stored(**changes) -> str:
    return json.dumps({**json.loads(PRINTED.to_json()), **changes})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("null", "an object is expected"),
        (stored(schema=4), "unknown schema 4"),
        (stored(more=1), "Printed is not"),
        (stored(copy={}), "unknown schema None"),
        (stored(pictures=None), "not iterable"),
        (stored(pictures=[{**FACTS, "title": ""}]), "PrintedPicture is not"),
        (stored(pictures=[{**FACTS, "width": 1.5}]), "width must be a whole number"),
        (FULL.to_json(), "Printed is not"),
    ],
)
def test_text_that_is_no_edition_is_unreadable(text, says):
    with pytest.raises(CopyUnreadable, match=says):
        Printed.from_json(text)


@pytest.mark.parametrize(
    ("schema", "unknown"),
    [(1, {"crops": (), "caption": "", "alt": ""}), (2, {"caption": "", "alt": ""})],
)
def test_what_was_printed_earlier_is_read_without_what_came_later(schema, unknown):
    data = json.loads(PRINTED.to_json())
    for row in data["pictures"]:
        for name in unknown:
            del row[name]

    former = Printed.from_json(json.dumps({**data, "schema": schema}))

    assert former.picture(7) == PrintedPicture(**{**FACTS, **unknown})


def test_a_picture_printed_before_the_crops_has_one_file():
    former = PrintedPicture(**{**FACTS, "crops": ()})

    assert former.files == ["k-/k-1-w1200.jpg"]


def test_an_edition_s_hash_never_changes():
    assert edition_hash(**EDITION) == (
        "f2fc8245cba1aeee1db0d58edca020e65d5b9d57824e64e733c8ccbeb80f9e0a"
    )


@pytest.mark.parametrize("name", EDITION)
def test_an_edition_s_hash_covers_every_fact(name):
    changed = {**EDITION, name: f"{EDITION[name]}x"}

    assert edition_hash(**changed) != edition_hash(**EDITION)
