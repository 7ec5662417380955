"""A reading corrected by choosing: no letter is lost, and all else follows."""

import random

import pytest

from newsroom.text.clean import clean
from tests.wire.samples import DATELINE, END_MARK, LEAD, SHARED, STORY, joined, written
from wire.correcting import contradictions, corrected, pieces
from wire.dispatch import Dispatch
from wire.kinds import CHOICES, JOINED, LABELS
from wire.parser import parse

TEXT = written()
HTML = "".join(f"<p>{line}</p>\n" for line in TEXT.split("\n\n"))
CREDIT = "(Ảnh: Minh Hạ/TTXVN)"
THIRD = STORY["third"]


def choose(text: str, kinds: dict[str, str]) -> Dispatch:
    """Read, with other kinds for the pieces that begin with these words."""
    dispatch = parse(text)
    choices = {
        piece.name: kind
        for words, kind in kinds.items()
        for piece in pieces(dispatch)
        if dispatch.said(piece.part).startswith(words)
    }
    return corrected(dispatch, choices)


def test_it_works():
    dispatch = choose(TEXT, {"Cây cầu dài": "subheading"})

    assert dispatch.subheadings == (THIRD,)
    assert joined(dispatch) == clean(TEXT)


def test_without_a_choice_it_is_what_was_read():
    dispatch = parse(TEXT)
    same = {piece.name: piece.part.kind for piece in pieces(dispatch)}

    assert corrected(dispatch, {}) is dispatch
    assert corrected(dispatch, same) is dispatch
    assert corrected(dispatch, {"x-1": "headline"}) is dispatch


def test_what_is_no_kind_is_no_choice():
    assert choose(TEXT, {"Thông xe": "script"}) == parse(TEXT)


@pytest.mark.parametrize("text", [TEXT, HTML], ids=["text", "html"])
def test_a_dateline_that_is_none_goes_back_into_its_paragraph(text):
    dispatch = choose(text, {DATELINE: "paragraph"})

    assert dispatch.dateline is None
    assert dispatch.paragraphs[0] == f"{DATELINE} {STORY['first']}"
    assert len(dispatch.paragraphs) == 3


def test_an_end_mark_that_is_none_goes_back_too():
    dispatch = choose(TEXT, {END_MARK: "paragraph"})

    assert dispatch.end_mark == ""
    assert dispatch.paragraphs[-1] == THIRD + END_MARK


def test_two_lines_that_are_made_alike_stay_two():
    dispatch = choose(TEXT, {"Dòng xe": "paragraph", CREDIT: "other"})

    assert dispatch.photos == ()
    assert dispatch.paragraphs[:2] == (
        "Dòng xe đầu tiên qua cầu sáng nay.",
        STORY["first"],
    )


@pytest.mark.parametrize("text", [TEXT, HTML], ids=["text", "html"])
def test_a_line_goes_on_from_above(text):
    broken = text.replace("cầu mới nối", "cầu\n\nmới nối", 1).replace(
        "cầu\n\nmới", "cầu</p>\n<p>mới" if text == HTML else "cầu\n\nmới"
    )
    dispatch = choose(broken, {"Thông xe": "headline", "mới nối": JOINED})

    assert dispatch.headline == STORY["headline"]
    assert joined(dispatch) == clean(broken)


def test_what_has_nothing_above_it_stays_as_it_was_read():
    assert choose(TEXT, {"Giao thông": JOINED}).section == "Giao thông"


def test_a_caption_is_split_from_its_credit():
    line = "Cầu về đêm. Ảnh: Lê Hà/TTXVN"
    dispatch = choose(written(third=f"{line} nữa"), {"Cầu về đêm": "caption"})
    plain = choose(TEXT, {"Cây cầu dài": "caption"})

    assert [each.caption for each in dispatch.photos][1:] == ["Cầu về đêm."]
    assert dispatch.photos[1].credit.photographers == ("Lê Hà",)
    assert (plain.photos[1].caption, plain.photos[1].credit_line) == (THIRD, "")


def test_a_caption_knows_after_which_paragraph_it_stands():
    dispatch = choose(TEXT, {"Cây cầu dài": "caption", LEAD: "paragraph"})

    assert [each.after_paragraph for each in dispatch.photos] == [1, 3]


def test_a_caption_keeps_its_credit_when_others_are_chosen():
    (photo,) = choose(TEXT, {LEAD: "subheading"}).photos

    assert (photo.caption, photo.credit_line) == (
        "Dòng xe đầu tiên qua cầu sáng nay.",
        CREDIT,
    )


def test_a_picture_without_words_stays():
    bare = HTML.replace("<p>Thu Cúc", '<p><img src="a.jpg"></p>\n<p>Thu Cúc')

    dispatch = choose(bare, {"Cây cầu dài": "caption"})

    assert [each.caption for each in dispatch.photos] == [
        STORY["photo"][:34],
        THIRD,
        "",
    ]


def test_a_chosen_dateline_is_read():
    line = "Hà Nội, ngày 5/6 (TTXVN)"
    dispatch = choose(written(dateline=None, first=line), {line: "dateline"})

    assert dispatch.dateline.text == line
    assert (dispatch.dateline.day, dispatch.dateline.month) == (5, 6)


def test_a_chosen_dateline_in_no_known_form_is_kept_as_written():
    dispatch = choose(written(dateline=None), {"Sở Giao thông": "dateline"})

    assert dispatch.dateline.text == STORY["first"]
    assert dispatch.dateline.day is None


def test_a_chosen_name_signs():
    both = choose(TEXT, {"Xem thêm": "sign_off"})
    nobody = choose(TEXT, {"Thu Cúc": "other"})

    assert both.bylines == ("Thu Cúc", "Xem thêm.")
    assert nobody.bylines == () and nobody.sign_off == ""


def test_a_doubt_about_what_was_chosen_is_none_any_more():
    doubtful = TEXT.replace("Giao thông\n", "Chuyện bên sông\n", 1)

    assert [each.part for each in parse(doubtful).unsure] == ["section", "headline"]
    assert choose(doubtful, {"Chuyện": "kicker"}).unsure == ()


def test_two_headlines_are_a_contradiction_and_two_standfirsts_are_one():
    two = choose(TEXT, {"Cây cầu dài": "headline", STORY["first"]: "standfirst"})

    assert [each.part for each in contradictions(two)] == ["headline"]
    assert two.standfirst == f"{LEAD} {STORY['first']}"
    assert contradictions(parse(TEXT)) == []


def test_a_name_stays_when_the_text_is_changed_elsewhere():
    changed = TEXT.replace("Giao thông", "Kinh tế", 1)

    before = {piece.name for piece in pieces(parse(TEXT))}
    after = {piece.name for piece in pieces(parse(changed))}

    assert len(before - after) == 1


def test_a_sign_between_two_parts_is_no_piece():
    dispatch = parse(TEXT.replace(CREDIT, "- Ảnh: Minh Hạ/TTXVN"))

    said = [dispatch.said(piece.part) for piece in pieces(dispatch)]

    assert "-" not in said
    assert "Ảnh: Minh Hạ/TTXVN" in said


def test_every_kind_that_is_read_has_a_name():
    """In real copy too, where shared/data lies beside the project."""
    stories = sorted(SHARED.glob("wire/stories/*.txt"))[::6]
    texts = [TEXT, *(path.read_text() for path in stories if "source" not in path.name)]

    kinds = {each.part.kind for text in texts for each in pieces(parse(text))}

    assert kinds - set(LABELS) == set()


def test_whatever_is_chosen_no_letter_is_lost():
    chance = random.Random(9)
    for text in (TEXT, HTML, TEXT.replace("\n\n", "\n"), TEXT.replace("\n\n", " ")):
        dispatch = parse(text)
        names = [piece.name for piece in pieces(dispatch)]
        for _time in range(40):
            choices = {name: chance.choice([*CHOICES]) for name in names}

            found = corrected(dispatch, choices)

            assert joined(found) == clean(text)
            assert all(found.blocks()) and found.photos is not None
