import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.clean import clean
from photos.credits import Kind
from wire.parser import Unreadable, parse

SEED = Path(__file__).parents[3] / "shared/data/seed-article.txt"
LEAD = "Sáng nay, cây cầu mới qua sông Lam được thông xe, nối liền hai bờ sau ba năm."
STORY = {
    "section": "Giao thông",
    "headline": "Thông xe cây cầu mới nối hai bờ sông Lam",
    "standfirst": LEAD,
    "photo": "Dòng xe đầu tiên qua cầu sáng nay. (Ảnh: Minh Hạ/TTXVN)",
    "dateline": "TTXVN - Ngày 2/9, tại Nghệ An,",
    "first": "Sở Giao thông tổ chức lễ thông xe cây cầu mới.",
    "second": LEAD,
    "third": "Cây cầu dài 1.200 mét, có bốn làn xe và hai lề cho người đi bộ",
    "end_mark": ".../.",
    "sign_off": "Thu Cúc",
    "related": "Tin liên quan",
    "more": "Xem thêm.",
}
OPTIONAL = ["section", "standfirst", "photo", "dateline", "end_mark", "sign_off"]
OPTIONAL += ["related", "more"]


def written(without: tuple[str, ...] = (), gap: str = "\n\n", **changes: str) -> str:
    words = STORY | changes | dict.fromkeys(without, "")
    first = " ".join(filter(None, (words["dateline"], words["first"])))
    last = words["third"] + (words["end_mark"] or ".")
    lines = [words[name] for name in ("section", "headline", "standfirst", "photo")]
    lines += [first, words["second"], last]
    lines += [words[name] for name in ("sign_off", "related", "more")]
    return gap.join(filter(None, lines))


def joined(dispatch) -> str:
    return "".join(part.text for part in dispatch.parts)


def test_it_works():
    dispatch = parse(written())

    assert dispatch.section == STORY["section"]
    assert dispatch.headline == STORY["headline"]
    assert dispatch.standfirst == LEAD
    assert dispatch.paragraphs == (STORY["first"], LEAD, STORY["third"])
    assert dispatch.end_mark == ".../."
    assert (dispatch.sign_off, dispatch.bylines) == ("Thu Cúc", ("Thu Cúc",))
    assert dispatch.language == "vi"
    assert dispatch.unsure == ()


def test_the_photo_has_caption_and_credit():
    photo = parse(written()).photos[0]

    assert photo.caption == "Dòng xe đầu tiên qua cầu sáng nay."
    assert photo.credit_line == "(Ảnh: Minh Hạ/TTXVN)"
    assert photo.credit.photographers == ("Minh Hạ",)
    assert photo.after_paragraph == 0


def test_the_dateline_is_verbatim_and_its_year_is_not_invented():
    line = parse(written()).dateline

    assert line.text == STORY["dateline"]
    assert (line.agency, line.place) == ("TTXVN", "Nghệ An")
    assert (line.day, line.month, line.year) == (2, 9, None)


def test_the_labels_of_empty_lists_are_parts():
    dispatch = parse(written())

    assert dispatch.texts("related_label") == ("Tin liên quan",)
    assert dispatch.texts("more_label") == ("Xem thêm.",)
    assert dispatch.related == dispatch.more == ()


def test_lists_hold_their_titles():
    related = "Tin liên quan:\nHai cây cầu khác sắp khởi công\nGiá vé qua phà giảm"
    dispatch = parse(written(related=related, more="Xem thêm: Lịch thông xe tháng 9"))

    assert dispatch.related == ("Hai cây cầu khác sắp khởi công", "Giá vé qua phà giảm")
    assert dispatch.more == ("Lịch thông xe tháng 9",)


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n", "\n \n\n"])
@pytest.mark.parametrize(
    "without",
    [names for n in (0, 1, 2, 3) for names in itertools.combinations(OPTIONAL, n)],
)
def test_without_any_optional_part_the_others_are_read_or_doubted(without, gap):
    whole, dispatch = parse(written(gap=gap)), parse(written(without, gap))

    assert joined(dispatch) == clean(written(without, gap))
    doubted = {doubt.part for doubt in dispatch.unsure}
    for name in ("section", "headline", "standfirst", "dateline", "sign_off"):
        expected = None if name in without else getattr(whole, name)
        assert name in doubted or (getattr(dispatch, name) or None) == expected
    if "standfirst" not in doubted:
        body = tuple(line.rstrip(".") for line in dispatch.paragraphs)
        assert body == tuple(line.rstrip(".") for line in whole.paragraphs)


@pytest.mark.parametrize("mark", [".../.", "./.", "…/."])
@pytest.mark.parametrize("space", ["", " "])
def test_an_end_mark_is_kept_as_written(mark, space):
    dispatch = parse(written(end_mark=space + mark))

    assert dispatch.end_mark == mark
    assert dispatch.paragraphs[-1] == STORY["third"]


def test_an_end_mark_in_mid_text_is_text():
    dispatch = parse(
        written(third="Ông nói./. Rồi ông đi về nhà cùng vợ con", end_mark="")
    )

    assert dispatch.end_mark == ""
    assert "nói./. Rồi" in dispatch.paragraphs[-1]


def test_an_end_mark_at_the_end_of_an_address_is_the_address():
    third = "Chi tiết xem tại https://example.vn/cau-moi./."
    dispatch = parse(written(third=third, end_mark=" "))

    assert dispatch.end_mark == ""
    assert "end_mark" in {doubt.part for doubt in dispatch.unsure}


def test_an_end_mark_before_the_last_paragraph_is_doubted():
    dispatch = parse(written(first="Lễ thông xe đã xong hôm qua./."))

    assert [doubt.part for doubt in dispatch.unsure] == ["end_mark"]
    assert dispatch.end_mark == ".../."


def test_the_sign_off_may_be_glued_behind_the_end_mark():
    dispatch = parse(written(("sign_off",), end_mark="./.(TTXVN/Vietnam+)"))

    assert (dispatch.end_mark, dispatch.sign_off) == ("./.", "(TTXVN/Vietnam+)")
    assert dispatch.bylines == ()


def test_photos_in_mid_text_know_where_they_stand():
    first = STORY["first"] + "\nNgười dân qua cầu - Ảnh minh họa: AFP/TTXVN"
    photo = parse(written(first=first)).photos[1]

    assert (photo.caption, photo.after_paragraph) == ("Người dân qua cầu", 1)
    assert photo.credit.kind == Kind.ILLUSTRATION


def test_a_credit_inside_a_paragraph_is_doubted():
    first = "Cầu mới. Ảnh: Minh Hạ. Sở Giao thông hôm nay tổ chức lễ thông xe ở đây."

    assert "caption" in {doubt.part for doubt in parse(written(first=first)).unsure}


def test_an_unknown_section_is_doubted():
    dispatch = parse(written(section="Chuyện bên sông"))

    assert dispatch.section == "Chuyện bên sông"
    assert [doubt.part for doubt in dispatch.unsure] == ["section"]


def test_english_copy_is_read():
    text = (
        "New bridge opens over the Lam River\n"
        "Traffic crossed a new bridge over the Lam River on September 2.\n"
        "Cars cross the bridge (left). (Photo: VNA)\n"
        "Hanoi (VNA) – Traffic crossed a new bridge over the river on September 2.\n"
        "The bridge is 1,200 metres long./.\n"
    )
    dispatch = parse(text)

    assert dispatch.language == "en"
    assert dispatch.dateline.text == "Hanoi (VNA) –"
    assert dispatch.paragraphs[1] == "The bridge is 1,200 metres long"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\u200b\n",
        "Chỉ có một dòng tiêu đề",
        "Câu này là một câu văn.\nCâu sau cũng là một câu văn.",
        "Tiêu đề của một tin\nẢnh cây cầu. (Ảnh: Minh Hạ/TTXVN)",
        "x" * 2_000_001,
    ],
)
def test_what_is_no_dispatch_is_refused_with_a_sentence(text):
    with pytest.raises(Unreadable) as refusal:
        parse(text)

    assert str(refusal.value).endswith(".")


LINES = st.lists(st.sampled_from([*STORY.values(), "", " ", "./.", ">> Tin", "Ảnh: A"]))


@given(st.one_of(st.text(), LINES.map("\n".join)))
def test_the_parts_joined_are_the_cleaned_text(text):
    try:
        dispatch = parse(text)
    except Unreadable:
        return

    assert joined(dispatch) == clean(text)
    assert all(part.text.isspace() for part in dispatch.parts if part.kind == "space")


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not here")
def test_the_seed_article_is_read():
    text = SEED.read_text()
    dispatch = parse(text)

    assert joined(dispatch) == clean(text)
    assert len(dispatch.paragraphs) == 10
    assert dispatch.standfirst == dispatch.paragraphs[2]
    assert dispatch.photos[0].credit_line.endswith("/TTXVN)")
    assert (dispatch.end_mark, len(dispatch.bylines)) == (".../.", 1)
    assert (dispatch.related, dispatch.more, dispatch.unsure) == ((), (), ())
