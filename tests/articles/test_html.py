import time
import unicodedata
from contextlib import suppress
from html.parser import HTMLParser

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.html import (
    ALLOWED,
    assemble,
    from_paragraphs,
    is_safe_address,
    photo_ids,
    plain,
    sanitise,
)
from articles.markup import MAX_DEPTH, MAX_LENGTH, MAX_SIGNS, BodyRefused, read

STROKE = "\u0338"


class Reader(HTMLParser):
    """What a second, independent parser sees: tags, attributes, text, and order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.is_well_formed = True
        self.feed(html)
        self.close()
        self.is_well_formed &= not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        self.is_well_formed &= bool(self.open) and self.open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.is_well_formed = False

    handle_decl = handle_pi = unknown_decl = handle_comment


TAGS = [*ALLOWED, "div", "span", "b", "button", "svg", "script", "style", "textarea"]
ADDRESSES = [
    *("https://a.vn/x?a=1&b=2", "/xa-hoi/mua-7.html", "mailto:a@b.vn"),
    *("javascript:alert(1)", "java&#x200b;script:x", "/&#x200b;/h.vn", "//h.vn", "x"),
]
ATTRIBUTES = [
    *(f' href="{address}"' for address in ADDRESSES),
    *(' class="photo"', ' data-photo="7"', " data-photo=07", ' colspan="2"'),
    *(" onclick=x()", ' style="a:b"', " title='>'", ' id=">"', ' scope="x"', "/"),
    *(' data-alt="a > b"', " data-alt='\u0338<\"&gt;'", " data-alt"),
]
PIECES = st.one_of(
    st.builds(
        "<{}{}>".format,
        st.sampled_from(TAGS),
        st.lists(st.sampled_from(ATTRIBUTES), max_size=2).map("".join),
    ),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.sampled_from(
        [
            *("<", ">", "&", '"', "'", "=", "/", "<!--", "-->", "<!", "<?x", "</"),
            *("&lt;", "&amp;", "&gt", "&#x338;", "&#0;", "&#x200b;", "&#xd800;", "&;"),
            *(STROKE, "\u0327", "\u200b", "\x00", "\ud800", "\r", "a", "ệ", " ", "\n"),
        ]
    ),
    st.text(max_size=3),
)
HTML = st.lists(PIECES, max_size=14).map("".join)


def test_it_works():
    html = (
        '<p onclick="x()">Mưa <b>lớn</b> ở <strong>Huế</strong></p><script>x</script>'
    )

    assert sanitise(html) == "<p>Mưa lớn ở <strong>Huế</strong></p>"


@settings(max_examples=400)
@given(HTML)
def test_what_is_sanitised_stays_as_it_is(html):
    once = sanitise(html)

    assert sanitise(once) == once


@settings(max_examples=400)
@given(HTML)
def test_only_what_is_allowed_comes_out(html):
    seen = Reader(sanitise(html))

    assert seen.is_well_formed
    for tag, attributes in seen.tags:
        assert set(attributes) <= ALLOWED[tag]
        assert is_safe_address(attributes.get("href", "/"))
        assert attributes.get("class", "photo") == "photo"
        assert attributes.get("data-photo", "7") == "7"


@given(HTML)
def test_what_comes_out_is_clean(html):
    once = sanitise(html)

    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & set("\x00\r\u200b\ud800")


@given(HTML)
def test_every_photo_that_comes_out_is_found(html):
    once = sanitise(html)
    photos = [attributes.get("data-photo") for _tag, attributes in Reader(once).tags]

    assert photo_ids(once) == [int(photo) for photo in photos if photo]


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<li>", "<td>", "<em>", "<div>", "a "]))
)
def test_no_word_between_tags_is_lost(pieces):
    html = "".join(pieces)

    assert Reader(sanitise(html)).text.split() == ["a"] * pieces.count("a ")


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        (f"<p>{STROKE}a</p>", "<p>&#824;a</p>"),
        ("<p>&#x338;a</p>", "<p>&#824;a</p>"),
        (f"<p>\u0327{STROKE}a</p>", "<p>&#824;\u0327a</p>"),
        (f"<p>\u200b{STROKE}a</p>", "<p>&#824;a</p>"),
        (f"<p>a</p>{STROKE}", "<p>a</p>&#824;"),
        (f"<!-- x -->{STROKE}a", f"{STROKE}a"),
        (f"<p>a <em>b</em>{STROKE}</p>", "<p>a <em>b</em>&#824;</p>"),
        (f"<p>2 &lt;{STROKE} 1</p>", f"<p>2 &lt;{STROKE} 1</p>"),
    ],
)
def test_a_stroke_after_a_tag_does_not_destroy_it(html, clean):
    assert sanitise(html) == clean


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("a < b và c > d", "a &lt; b và c &gt; d"),
        ("a <b và <p>c</p>", "a &lt;b và <p>c</p>"),
        ("<p title='>'>a</p>", "<p>a</p>"),
        ("<p it's>a</p><p it's>b</p>", "<p>a</p><p>b</p>"),
        ("<!--> a --> b", " a --&gt; b"),
        ("<!-- a --!> b", " b"),
        ("<!-- a", ""),
        ("<!doctype html><?xml a?></ x>a", "a"),
        ("<div>a</div><div>b</div>", "\na\n\nb\n"),
        ("a<span>b</span><u>c</u>", "abc"),
        ("<STYLE>p {}</style ><p>a</p>", "<p>a</p>"),
        ("<p><button><p>a</p></button></p>", "<p></p><p>a</p><p></p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("a&nbsp;b &copy; &amp;lt;", "a&nbsp;b © &amp;lt;"),
        ("a\r\nb\x00\u200b", "a\nb"),
        ("&#x65;&#x302;", "ê"),
    ],
)
def test_foreign_markup_is_read_as_browsers_do_with_no_text_lost(html, clean):
    assert sanitise(html) == clean


@pytest.mark.parametrize(
    "attributes",
    [
        'href="javascript:alert(1)"',
        'href=" JavaScript:alert(1)"',
        'href="java&#9;script:alert(1)"',
        'href="java&#10;script:alert(1)"',
        'href="java&#x200b;script:alert(1)"',
        'href="&#106;avascript:alert(1)"',
        'href="data:text/html,x"',
        'href="vbscript:x"',
        'href="//evil.vn"',
        'href="/\\evil.vn"',
        'href="\\\\evil.vn"',
        'href="/&#x200b;/evil.vn"',
        'href="/&#9;/evil.vn\\"',
        'href="https:evil.vn"',
        'href="https:///evil.vn"',
        'href="http://[::1"',
        'href="mailto:"',
        'href="foo"',
        'href="#foo"',
        'href=""',
        'target="_blank"',
        'title="x"',
        'rel="author"',
        'onclick="x()"',
        'style="color:red"',
    ],
)
def test_a_dangerous_attribute_is_dropped_with_its_text_kept(attributes):
    assert sanitise(f"<a {attributes}>tin</a>") == "<a>tin</a>"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://a.vn/x?a=1&amp;b=2", "https://a.vn/x?a=1&amp;b=2"),
        (" http://a.vn ", "http://a.vn"),
        ("/xa-hoi/mua-7.html#a", "/xa-hoi/mua-7.html#a"),
        ("https://a.vn/hai chữ", "https://a.vn/hai%20chữ"),
        ("mailto:a@b.vn", "mailto:a@b.vn"),
        ("tel:+84123", "tel:+84123"),
    ],
)
def test_a_good_address_is_kept(written, kept):
    assert sanitise(f'<a href="{written}">a</a>') == f'<a href="{kept}">a</a>'


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ('<figure class="x" data-photo="0">a</figure>', "<figure>a</figure>"),
        ('<figure data-photo="7a">a</figure>', "<figure>a</figure>"),
        ('<figure data-photo="٧">a</figure>', "<figure>a</figure>"),
        (
            '<figure data-photo="7" data-alt=" &lt;Đê&gt; &amp; “nước” ">a</figure>',
            '<figure data-photo="7" data-alt="‹Đê› &amp; “nước”">a</figure>',
        ),
        ('<figure data-alt=" ">a</figure>', "<figure>a</figure>"),
        (
            "<figure class=photo data-photo=7><figure data-photo=8>a</figure></figure>",
            '<figure class="photo" data-photo="7">a</figure>',
        ),
        (
            '<table><tr><th scope="col" colspan="2">a<td rowspan="x" scope="row">b',
            '<table><tbody><tr><th scope="col" colspan="2">a</th><td>b</td></tr>'
            "</tbody></table>",
        ),
        ('<th scope="x">', ""),
    ],
)
def test_figures_and_cells_keep_only_their_sane_values(html, clean):
    assert sanitise(html) == clean


@pytest.mark.parametrize(
    "attribute",
    [
        "href='https://a.vn/\"b'",
        "href=https://a.vn/&quot;b",
        "HREF = 'https://a.vn/\"b'",
    ],
)
def test_every_way_to_quote_a_value_is_read(attribute):
    assert sanitise(f"<a {attribute} >a</a>") == '<a href="https://a.vn/&quot;b">a</a>'


def test_a_fact_box_stays():
    html = "<aside><h3>Hộp thông tin</h3><p>a</p></aside>"

    assert sanitise(html) == html


def refusal(html: str) -> str:
    with translation.override("en"), pytest.raises(BodyRefused) as caught:
        sanitise(html)
    return str(caught.value)


def test_a_long_body_is_refused_with_a_sentence():
    assert refusal("a" * (MAX_LENGTH + 1)) == (
        "The text has 1000001 characters, at most 1000000 are possible: make several"
        " stories of it."
    )


def test_a_body_may_not_grow_too_long():
    assert refusal("<" * (MAX_LENGTH // 4 + 1)).startswith(
        f"The text has {MAX_LENGTH + 4} characters"
    )


@pytest.mark.parametrize("sign", ["&", "&amp;", "&nbsp;", "\xa0", "&#38;"])
def test_a_body_of_signs_that_are_slow_to_write_is_refused_with_a_sentence(sign):
    assert refusal(sign * (MAX_SIGNS + 1)) == (
        "The text has more than 50000 fixed spaces or signs “&”: make several stories"
        " of it."
    )


def test_letters_spelled_by_entities_are_no_such_signs():
    assert sanitise("&aacute;" * (MAX_SIGNS + 1)) == "á" * (MAX_SIGNS + 1)


def test_a_deep_nest_is_refused_with_a_sentence():
    nest = "<blockquote>" * MAX_DEPTH + "a"

    assert sanitise(nest).count("<blockquote>") == MAX_DEPTH
    assert refusal(f"<aside>{nest}") == (
        "The text has more than 100 tags inside one another: paste it as plain text."
    )


@pytest.mark.parametrize(
    "pair",
    [
        "<aside></x>",
        "<aside></p>",
        "<aside><!--</aside>-->",
        "<aside title='</aside>'>",
        "<aside><style></aside></style>",
        "<em><table><td></em>",
        '<a href="></a>"><ul>',
    ],
)
def test_a_nest_with_feigned_end_tags_is_refused_too(pair):
    assert "tags inside one another" in refusal(pair * 1000)


def test_an_end_tag_ends_nothing_outside_of_its_table():
    piece = "<em>" * 50 + "<table><td>" + "</em>" * 50

    with pytest.raises(BodyRefused):
        read(piece * 2, ALLOWED)


def test_tables_and_lists_one_after_another_are_no_nest():
    body = "<table><tbody><tr><td>a</td></tr></tbody></table><ul><li>b</li></ul>"

    assert sanitise(body * 200) == body * 200


@pytest.mark.parametrize("tag", ["<p>", "<li>", "<td>", "<br>", "<a>", "<div>", "</p>"])
def test_tags_without_end_tags_are_no_nest(tag):
    assert "a" in sanitise(f"<ul>{tag * 1000}a</ul>")


def seconds(html: str) -> float:
    start = time.perf_counter()
    with suppress(BodyRefused):
        sanitise(html)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    "piece",
    [
        "<em></x>",
        "<a",
        '<a ="',
        "<!--",
        "<a a",
        "<p>x</p>",
        "<ul><li>",
        "<script>",
        "< ",
    ],
)
def test_four_times_the_text_takes_about_four_times_as_long(piece):
    short = min(seconds(piece * 2_500) for _round in range(3))
    long = min(seconds(piece * 10_000) for _round in range(3))

    assert long < 10 * short + 0.05


def test_attributes_cannot_blow_up_the_tree():
    open_tags = "".join(f"<strong id={n}>" for n in range(98))

    assert len(sanitise(f"<p>{open_tags}</p>" + "<p>x</p>" * 1000)) < 100_000


def test_a_page_of_words_is_read_back():
    paragraphs = ["Mưa & gió < 5 °C", "“Huế” > 'Đà Nẵng' &amp;", "H2O"]

    assert plain(sanitise(from_paragraphs(paragraphs))) == "\n".join(paragraphs)


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z", "M"]), min_size=1)))
def test_any_words_are_read_back(paragraphs):
    words = [unicodedata.normalize("NFC", text) for text in paragraphs]

    assert plain(sanitise(from_paragraphs(paragraphs))) == "\n".join(words)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", ""),
        ("<h2>a</h2><p>b<br>c</p><ul><li>d</li><li>e</li></ul>", "a\nb\nc\nd\ne"),
        ("<p>H<sub>2</sub>O, m<sup>2</sup>, <a>tin</a><em>!</em></p>", "H2O, m2, tin!"),
        ("<p>&amp;lt; &lt;p&gt; a&nbsp;b</p>", "&lt; <p> a\xa0b"),
        ("<p>&#824;a</p>", f"{STROKE}a"),
    ],
)
def test_blocks_do_not_glue_words_and_inline_tags_do_not_part_them(body, words):
    assert plain(body) == words


def test_a_long_gap_costs_no_time():
    assert plain(f"<p>a{' ' * 300_000}</p>") == "a"


def on_page(
    body: str, dateline: str = "TTXVN - Tại Huế,", end_mark: str = "./."
) -> str:
    return assemble(
        body,
        dateline=dateline,
        end_mark=end_mark,
        figure=lambda photo, caption, alt: f"[{photo}:{caption}:{alt}]",
    )


D = '<span class="dateline">TTXVN - Tại Huế,</span>'
E = '<span class="end-mark">./.</span>'
F = '<figure data-photo="7"><figcaption>Phố</figcaption></figure>'


@pytest.mark.parametrize(
    ("body", "page"),
    [
        ("<p>a</p>", f"<p>{D} a{E}</p>"),
        ("<p>a</p>\n<p>b</p>", f"<p>{D} a</p>\n<p>b{E}</p>"),
        ("<p> &nbsp;a \n</p>", f"<p>{D} a{E}</p>"),
        ("<p></p><p>a</p><p>&nbsp;</p>", f"<p></p><p>{D} a{E}</p><p>&nbsp;</p>"),
        ("", f"<p>{D}{E}</p>"),
        ("a <em>b</em>", f"<p>{D}</p>\na <em>b</em>\n<p>{E}</p>"),
        ("<p>a</p>b", f"<p>{D} a</p>b\n<p>{E}</p>"),
    ],
)
def test_the_dateline_opens_the_first_paragraph_and_the_mark_closes_the_last(
    body, page
):
    assert on_page(body) == page


@pytest.mark.parametrize(
    ("body", "page"),
    [
        (f"{F}<p>a</p>{F}", f"[7:Phố:]<p>{D} a{E}</p>[7:Phố:]"),
        (F, f"[7:Phố:]\n<p>{D}{E}</p>"),
        (
            "<aside><p>x</p></aside><p>a</p><aside><p>y</p></aside>",
            f"<aside><p>x</p></aside><p>{D} a{E}</p><aside><p>y</p></aside>",
        ),
        ("<h2>x</h2><p>a</p>", f"<h2>x</h2><p>{D} a{E}</p>"),
    ],
)
def test_pictures_boxes_and_headings_do_not_carry_them(body, page):
    assert on_page(body) == page


@pytest.mark.parametrize(
    "block",
    [
        "<ul><li>a</li></ul>",
        "<table><tbody><tr><td><p>a</p></td></tr></tbody></table>",
        "<blockquote><p>a</p></blockquote>",
    ],
)
def test_a_list_a_table_and_a_quotation_stay_whole(block):
    assert on_page(block) == f"<p>{D}</p>\n{block}\n<p>{E}</p>"
    assert on_page(f"<p>x</p>{block}") == f"<p>{D} x</p>{block}\n<p>{E}</p>"


def test_without_dateline_and_end_mark_the_text_is_as_it_was():
    assert on_page("<p> a </p>", dateline="", end_mark="") == "<p> a </p>"


def test_dateline_and_end_mark_are_text_and_no_markup():
    page = on_page("<p>a</p>", dateline="<b> &", end_mark="<i>")

    assert page == (
        '<p><span class="dateline">&lt;b&gt; &amp;</span> a'
        '<span class="end-mark">&lt;i&gt;</span></p>'
    )


@pytest.mark.parametrize(
    ("inside", "caption"),
    [
        ("", ""),
        ("<figcaption> Phố <em>cổ</em> </figcaption>", "Phố <em>cổ</em>"),
        ("<p>Phố</p>", "<p>Phố</p>"),
        ("a <figcaption>b</figcaption> c", "a b c"),
        ("<figcaption>a<figcaption>b</figcaption>c</figcaption>", "abc"),
    ],
)
def test_all_words_in_a_figure_are_its_caption(inside, caption):
    body = f'<figure class="photo" data-photo="12">{inside}</figure>'

    assert on_page(body, dateline="", end_mark="") == f"[12:{caption}:]"


@given(HTML)
def test_any_body_stays_well_formed_on_the_page(html):
    page = on_page(sanitise(html), dateline=f"{STROKE}TTXVN - Tại Huế,")
    seen = Reader(page)

    assert seen.is_well_formed
    assert unicodedata.is_normalized("NFC", page)
    assert seen.text.count("TTXVN - Tại Huế,") == 1
    assert seen.text.count("./.") == 1
