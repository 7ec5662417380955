import pytest

from newsroom.text.clean import clean
from tests.wire.samples import joined
from wire.markup import View, said
from wire.parser import parse

PAGE = """<div class="a"><h5><b>Sáng nay, cây cầu mới được
 thông xe &amp; khánh thành.</b></h5>
<img src="1.jpg" alt="a > b">
<p><em>Dòng xe qua cầu - Ảnh: Minh Hạ/TTXVN</em></p>
<script>alert("<p>1</p>")</script><!-- <p>2</p> -->
<p>TTXVN - Ngày 2/9, tại Nghệ An, <a href="x">Sở Giao thông</a> tổ chức lễ.</p>
<p>Cây cầu dài 1.200&nbsp;mét./.</p>
<p style="text-align: right">Thu Cúc&nbsp;(TTXVN)</p>
</div>"""


def test_it_works():
    dispatch = parse(PAGE)

    assert dispatch.standfirst == "Sáng nay, cây cầu mới được thông xe & khánh thành."
    assert dispatch.photos[0].caption == "Dòng xe qua cầu"
    assert dispatch.paragraphs == (
        "Sở Giao thông tổ chức lễ.",
        "Cây cầu dài 1.200 mét",
    )
    assert (dispatch.end_mark, dispatch.bylines) == ("./.", ("Thu Cúc",))


def test_the_tags_are_kept_in_the_parts():
    dispatch = parse(PAGE)

    assert joined(dispatch) == clean(PAGE)
    assert any("<script>" in part.text for part in dispatch.parts)
    assert "alert" not in " ".join((*dispatch.paragraphs, dispatch.standfirst))


def test_a_picture_without_a_caption_is_a_photo_and_doubted():
    dispatch = parse("<p>Cầu mới đã xong.</p><img src=1><p>Người dân rất vui.</p>")

    assert [photo.caption for photo in dispatch.photos] == [""]
    assert "caption" in {doubt.part for doubt in dispatch.unsure}


def test_of_a_whole_page_only_the_article_is_read():
    page = (
        "<body><nav><a>Thời sự</a></nav><h1>Thông xe cây cầu mới nối hai bờ</h1>"
        "<article><p>Cầu dài 1.200 mét.</p><p>Người dân rất vui./.</p></article>"
        "<footer>Giấy phép số 1</footer></body>"
    )
    dispatch = parse(page)

    assert dispatch.headline == "Thông xe cây cầu mới nối hai bờ"
    assert dispatch.paragraphs[-1] == "Người dân rất vui"
    assert joined(dispatch) == page
    assert "section" in {doubt.part for doubt in dispatch.unsure}


def test_text_with_a_few_signs_of_html_is_text():
    text = "Giá vé < 5.000 đồng & rẻ\nVé rẻ hơn 5% so với <b>hôm qua</b> &lt;."

    assert View(text).text == text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Ông <em>Hạ</em> nói", "Ông Hạ nói"),
        ("<p>a</p><p>b</p>", "a b"),
        ("a&nbsp;&agrave;&#7845;", "a àấ"),
        ("<!-- a", ""),
        ("<script>a", ""),
        ("a < b", "a < b"),
    ],
)
def test_said_is_what_a_reader_sees(source, words):
    assert said(source) == words


def test_a_stretch_of_the_view_is_found_in_the_source():
    source = "<p>Ông <em>Hạ</em> &amp; vợ</p>"
    view = View(source)
    start = view.text.index("Ông")

    ((first, last, _),) = view.spans([(start, start + len("Ông Hạ & vợ"), "paragraph")])

    assert source[first:last] == "Ông <em>Hạ</em> &amp; vợ"


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img src=1><figcaption>Cầu mới</figcaption></figure>",
        "<table><tr><td><img src=1></td><td class='pCaption'>Cầu mới</td></tr></table>",
    ],
)
def test_a_caption_that_html_names_needs_no_credit(caption):
    dispatch = parse(
        f"<h1>Thông xe cầu mới</h1><p>Cầu đã xong.</p>{caption}<p>Hai bờ vui.</p>"
    )

    assert [photo.caption for photo in dispatch.photos] == ["Cầu mới"]
    assert dispatch.paragraphs == ("Hai bờ vui.",)


@pytest.mark.parametrize("tag", ["<h2>", "<div>", "<p class='sapo'>"])
def test_an_element_of_its_own_sets_the_standfirst_apart(tag):
    paragraphs = "<p>Cầu dài 1.200 mét và có bốn làn xe.</p>" * 2
    dispatch = parse(f"{tag}Sáng nay cây cầu mới được thông xe.</p>{paragraphs}")

    assert dispatch.standfirst == "Sáng nay cây cầu mới được thông xe."
    assert "standfirst" in {doubt.part for doubt in dispatch.unsure}
