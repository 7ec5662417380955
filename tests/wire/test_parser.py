import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.clean import clean
from photos.credits import Kind
from tests.wire.samples import DATELINE, LEAD, STORY, joined, written
from wire.parser import Unreadable, parse


def doubted(dispatch) -> set[str]:
    return {doubt.part for doubt in dispatch.unsure}


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

    assert line.text == DATELINE
    assert (line.agency, line.place) == ("TTXVN", "Nghệ An")
    assert (line.day, line.month, line.year) == (2, 9, None)


def test_the_labels_of_empty_lists_are_parts():
    dispatch = parse(written())

    assert dispatch.texts("related_label") == ("Tin liên quan",)
    assert dispatch.texts("more_label") == ("Xem thêm.",)
    assert dispatch.related == dispatch.more == ()


def test_lists_hold_their_titles():
    related = "Tin liên quan:\nHai cây cầu khác sắp khởi công\nGiá vé qua phà giảm"
    dispatch = parse(written(related=related, more="Xem thêm: Lịch thông xe tháng 9."))

    assert dispatch.related == ("Hai cây cầu khác sắp khởi công", "Giá vé qua phà giảm")
    assert dispatch.more == ("Lịch thông xe tháng 9",)
    assert dispatch.link_label == "Tin liên quan:"


def test_a_title_written_twice_in_a_list_is_one_link():
    title = "Hai cây cầu khác sắp khởi công"
    dispatch = parse(written(related=f"Tin liên quan\n{title}\n{title}"))

    assert dispatch.related == (title,)


def test_arrows_are_links_with_strokes_between_them():
    first = STORY["first"] + "\n>> Giá vé qua phà giảm / Hai cây cầu sắp khởi công"
    dispatch = parse(written(first=first))

    assert dispatch.related == ("Giá vé qua phà giảm", "Hai cây cầu sắp khởi công")
    assert len(dispatch.paragraphs) == 3


def test_another_story_in_a_list_is_not_ours():
    related = "Đọc nhiều\nHai cây cầu khác\nTPO - Hai cây cầu nữa sắp được khởi công."
    dispatch = parse(written(related=related))

    assert dispatch.paragraphs[-1] == STORY["third"]
    assert "related" in doubted(dispatch)


@pytest.mark.parametrize("mark", [".../.", "./.", "…/.", "/."])
@pytest.mark.parametrize("space", ["", " "])
def test_an_end_mark_is_kept_as_written(mark, space):
    dispatch = parse(written(mark=space + mark))

    assert dispatch.end_mark.strip() == mark
    assert dispatch.paragraphs[-1] == STORY["third"]


def test_an_end_mark_in_mid_text_is_text():
    third = "Ông nói./. Rồi ông đi về nhà cùng vợ con"
    dispatch = parse(written(third=third, mark=""))

    assert dispatch.end_mark == ""
    assert "nói./. Rồi" in dispatch.paragraphs[-1]


@pytest.mark.parametrize("address", ["https://example.vn/cau-moi./.", "cau-moi.vn/."])
def test_an_end_mark_at_the_end_of_an_address_is_the_address(address):
    dispatch = parse(written(third=f"Chi tiết xem tại {address}", mark=""))

    assert dispatch.end_mark == ""
    assert "end_mark" in doubted(dispatch)


def test_an_end_mark_before_the_last_paragraph_is_doubted():
    dispatch = parse(written(first="Lễ thông xe đã xong hôm qua./."))

    assert doubted(dispatch) == {"end_mark", "paragraph"}
    assert dispatch.end_mark == ".../."


def test_the_sign_off_may_be_glued_behind_the_end_mark():
    dispatch = parse(written(mark="./.(TTXVN/Vietnam+)", sign_off=""))

    assert (dispatch.end_mark, dispatch.sign_off) == ("./.", "(TTXVN/Vietnam+)")
    assert dispatch.bylines == ()


@pytest.mark.parametrize(
    ("sign_off", "names"),
    [
        (" Theo TTXVN", ()),
        ("TheoVietnamPlus", ()),
        (" Thu Cúc (TTXVN)", ("Thu Cúc",)),
        ("Theo Thu CúcTTXVN", ("Thu Cúc",)),
    ],
)
def test_the_sign_off_may_be_glued_behind_the_last_sentence(sign_off, names):
    dispatch = parse(written(mark="." + sign_off, sign_off=""))

    assert (dispatch.sign_off, dispatch.bylines) == (sign_off.strip(), names)
    assert dispatch.paragraphs[-1] == STORY["third"] + "."


def test_an_agency_may_sign_behind_a_dash():
    dispatch = parse(written(mark=". — VNS", sign_off=""))

    assert (dispatch.sign_off, dispatch.bylines) == ("VNS", ())
    assert dispatch.paragraphs[-1] == STORY["third"] + "."


def test_a_bare_name_behind_the_last_sentence_is_taken_and_doubted():
    dispatch = parse(written(mark=". Thu Cúc", sign_off=""))

    assert dispatch.bylines == ("Thu Cúc",)
    assert "sign_off" in doubted(dispatch)


def test_lines_under_a_sure_sign_off_are_not_the_story():
    dispatch = parse(written(mark=".", sign_off="Thu Cúc (TTXVN)\nCột bên phải"))

    assert dispatch.sign_off == "Thu Cúc (TTXVN)"
    assert "other" in doubted(dispatch)


def test_a_story_without_any_end_is_doubted():
    dispatch = parse(written(mark=".", sign_off=""))

    assert "sign_off" in doubted(dispatch)


def test_photos_in_mid_text_know_where_they_stand():
    first = STORY["first"] + "\nNgười dân qua cầu - Ảnh minh họa: AFP/TTXVN"
    photo = parse(written(first=first)).photos[1]

    assert (photo.caption, photo.after_paragraph) == ("Người dân qua cầu", 1)
    assert photo.credit.kind == Kind.ILLUSTRATION


def test_a_photo_inside_a_line_is_cut_out_and_doubted():
    first = "Cầu đã xong. Dòng xe qua cầu. (Ảnh: Minh Hạ/TTXVN) Người dân rất vui."
    dispatch = parse(written(first=first))

    assert dispatch.photos[1].caption == "Dòng xe qua cầu."
    assert dispatch.paragraphs[:2] == ("Cầu đã xong.", "Người dân rất vui.")
    assert "caption" in doubted(dispatch)


def test_a_dateline_glued_to_a_credit_is_a_dateline():
    photo = f"{STORY['photo']}{DATELINE} {STORY['first']}"
    dispatch = parse(written(photo=photo, first="", dateline=None))

    assert dispatch.dateline.text == DATELINE
    assert dispatch.paragraphs[0] == STORY["first"]


def test_the_same_caption_twice_is_one_photo_and_doubted():
    dispatch = parse(written(photo=f"{STORY['photo']}\n{STORY['photo']}"))

    assert len(dispatch.photos) == 1
    assert "caption" in doubted(dispatch)


def test_the_same_caption_of_many_photos_is_kept_for_each():
    dispatch = parse(written(photo="\n".join(f"• {STORY['photo']}" for _ in "123")))

    assert [photo.caption for photo in dispatch.photos] == [
        "Dòng xe đầu tiên qua cầu sáng nay."
    ] * 3


def test_alternative_text_glued_to_a_caption_is_neither():
    dispatch = parse(written(photo="Cau moi hinh anh 1" + STORY["photo"]))

    assert dispatch.photos[0].caption == "Dòng xe đầu tiên qua cầu sáng nay."
    assert dispatch.texts("alt") == ("Cau moi hinh anh 1",)


def test_a_sign_off_with_photos_but_no_photo_is_doubted():
    dispatch = parse(written(photo="", sign_off="Tin, ảnh: Thu Cúc"))

    assert dispatch.bylines == ("Thu Cúc",)
    assert "caption" in doubted(dispatch)


def test_lost_line_breaks_are_found_again_and_doubted():
    body = "Cầu đã xong.Người dân rất vui.Xe qua cầu từ hôm nay, ngày 2 tháng 9.Hết."
    dispatch = parse(f"{STORY['headline']}\n{LEAD}\n{body}")

    assert dispatch.paragraphs[:2] == ("Cầu đã xong.", "Người dân rất vui.")
    assert "paragraph" in doubted(dispatch)


def test_a_reporter_named_in_the_sentence_stays_in_it():
    first = "Theo phóng viên TTXVN tại Seoul, ngày 2/9, cầu đã được thông xe."
    dispatch = parse(written(first=first, dateline=None))

    assert (dispatch.dateline.place, dispatch.dateline.day) == ("Seoul", 2)
    assert dispatch.dateline.is_inline
    assert dispatch.paragraphs[0] == first


def test_an_unknown_section_is_doubted():
    dispatch = parse(written(section="Chuyện bên sông"))

    assert dispatch.section == "Chuyện bên sông"
    assert doubted(dispatch) == {"section", "headline"}


def test_a_kicker_in_brackets_is_not_the_headline():
    dispatch = parse(written(headline="[Photo] " + STORY["headline"]))

    assert (dispatch.kicker, dispatch.headline) == ("[Photo]", STORY["headline"])


def test_a_missing_headline_is_doubted():
    dispatch = parse(f"{LEAD}\n{STORY['first']}\n{STORY['second']}./.")

    assert dispatch.headline == ""
    assert "headline" in doubted(dispatch)


def test_subheadings_stand_among_the_paragraphs():
    dispatch = parse(written(first=STORY["first"] + "\nBốn làn xe mỗi chiều"))

    assert dispatch.subheadings == ("Bốn làn xe mỗi chiều",)
    assert dispatch.paragraphs[1] == "Bốn làn xe mỗi chiều"


def test_the_only_paragraph_is_the_standfirst_and_doubted():
    dispatch = parse(f"{STORY['headline']}\n\n{LEAD}\n(TTXVN/Vietnam+)")

    assert (dispatch.standfirst, dispatch.paragraphs) == (LEAD, ())
    assert {"standfirst", "paragraph"} <= doubted(dispatch)


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


def test_a_text_in_a_third_language_is_doubted():
    text = "Un nouveau pont\nLe pont est ouvert depuis ce matin.\nIl est très long./."

    assert "language" in doubted(parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\u200b\n",
        "Chỉ có một dòng tiêu đề",
        "x" * 2_000_001,
        "Một dòng\n" * 20_001,
    ],
)
def test_what_is_no_dispatch_is_refused_with_a_sentence(text):
    with pytest.raises(Unreadable) as refusal:
        parse(text)

    assert str(refusal.value).endswith(".")


ODD = [
    *(
        "",
        " ",
        "./.",
        ">> Tin",
        "Ảnh: A",
        "<p>",
        "&lt;",
        "a.B.C",
        "Title: a",
        "Xem thêm:",
    ),
    *("Chia sẻ", "0", "18:05 30/12/2023", "HD", "Thu Cúc 30/12/2023", "Chú thích ảnh"),
    *("(TTXVN) -", "Đọc thêm", "• Lịch thông xe cầu mới", "TTXVN", "Tin, ảnh: Thu Cúc"),
    *("và hai lề cho người đi bộ bên cầu", "Cầu mới - Ảnh: Minh Hạ Lễ đón", "/.-"),
    *("Thời sự > Xã hội", "SEA Games:", "<figcaption>Cầu", "</p>", "<h2 class='sapo'>"),
    *("Theo dõi báo trên Google News", "https://example.vn/a", "Hà Nội", "»", "👉 Tin"),
]
LINES = st.lists(st.sampled_from([*STORY.values(), DATELINE, *ODD]))


@given(st.one_of(st.text(), LINES.map("\n".join), LINES.map("".join)))
def test_the_parts_joined_are_the_cleaned_text(text):
    try:
        dispatch = parse(text)
    except Unreadable:
        return

    assert joined(dispatch) == clean(text)
    assert all(part.text.isspace() for part in dispatch.parts if part.kind == "space")
    assert all(doubt.reason.endswith((".", "?")) for doubt in dispatch.unsure)


def test_a_section_under_the_headline_is_found_and_doubted():
    headline = STORY["headline"]
    dispatch = parse(written(section=headline, headline=f"Giao thông\n\n{headline}"))

    assert (dispatch.section, dispatch.headline) == ("Giao thông", headline)
    assert {"section", "headline"} <= doubted(dispatch)


def test_the_longer_of_two_titles_is_the_headline_and_doubted():
    dispatch = parse(written(headline=f"Cầu mới sông Lam\n{STORY['headline']}"))

    assert (dispatch.kicker, dispatch.headline) == (
        "Cầu mới sông Lam",
        STORY["headline"],
    )
    assert "headline" in doubted(dispatch)


def test_a_sentence_that_points_back_does_not_open_a_story():
    lead = "Cầu đã xong hôm nay. Đây là cây cầu dài nhất vùng."
    text = f"{lead} Sở Giao thông cho biết như vậy. Xe đã qua cầu từ sáng nay."
    dispatch = parse(f"{STORY['headline']}\n\n{text}\n\nThu Cúc (TTXVN)")

    assert dispatch.standfirst == lead
    assert "standfirst" in doubted(dispatch)


def test_a_text_in_one_line_doubts_whatever_it_says():
    dispatch = parse(written(gap=" "))

    assert {"headline", "standfirst", "caption", "dateline", "sign_off"} <= doubted(
        dispatch
    )


def test_a_language_of_the_same_letters_is_doubted():
    text = (
        "Hlăm hruê 2/9, hlăm čar Dak Lak\n"
        "Phung khua kiă kriê čar Dak Lak mâo bi kƀĭn hăng mnuih ƀuôn sang hruê anei.\n"
        "Hdră anei jing ktưn dưi phă, phung khua lăč hdră bruă anei ênŭm leh.\n"
    )

    assert "language" in doubted(parse(text))
    assert "language" not in doubted(parse(written()))
