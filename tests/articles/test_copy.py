import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.copy import SCHEMA, Byline, Copy, CopyUnreadable, Link, LinkKind, Picture
from articles.markup import BodyRefused
from newsroom.text.canonical import canonical

TEXT = st.text(st.characters(exclude_categories=[]), max_size=12)
NUMBER = st.integers(1, 2**63 - 1)
BODY = st.lists(
    st.sampled_from(["<p>", "</p>", "<figure data-photo=7>", "\u0338", "&", "<", "a"])
).map("".join)
BYLINE = st.builds(Byline, TEXT, st.none() | NUMBER, TEXT)
PICTURE = st.builds(Picture, NUMBER, TEXT, TEXT)
LINK = st.builds(Link, st.sampled_from(LinkKind), NUMBER, text=TEXT) | st.builds(
    Link, st.sampled_from(LinkKind), url=st.just("https://a.vn/"), text=TEXT
)
COPY = st.builds(
    Copy,
    language=st.sampled_from(["vi", "en"]),
    section=st.none() | NUMBER,
    **dict.fromkeys(
        ["kicker", "headline", "standfirst", "dateline", "end_mark", "sign_off"], TEXT
    ),
    body=BODY,
    bylines=st.lists(BYLINE, max_size=2),
    lead=st.none() | PICTURE,
    topics=st.lists(NUMBER, max_size=3),
    links=st.lists(LINK, max_size=2),
)
FULL = Copy(
    section=3,
    headline="Mưa lớn",
    body="<p>a</p>",
    bylines=(Byline("Trần Mai", 5, "ghi"),),
    lead=Picture(7, "Phố", "Phố"),
    topics=(2,),
    links=(
        Link(LinkKind.RELATED, 8),
        Link(LinkKind.MORE, url="https://a.vn", text="b"),
    ),
)


def test_it_works():
    assert Copy.from_json(FULL.to_json()) == FULL


@settings(max_examples=150)
@given(COPY)
def test_any_copy_is_read_back_exactly(copy):
    again = Copy.from_json(copy.to_json())

    assert again == copy
    assert hash(again) == hash(copy)
    assert again.to_json() == copy.to_json()


@given(COPY)
def test_json_is_canonical_and_names_its_schema(copy):
    data = json.loads(copy.to_json())

    assert canonical(data) == copy.to_json()
    assert data["schema"] == SCHEMA == 1
    assert set(data) == {"schema", *(item.name for item in dataclasses.fields(Copy))}


def test_the_bytes_of_the_first_schema_never_change():
    assert FULL.to_json() == (
        '{"body":"<p>a</p>","bylines":[{"author":5,"name":"Trần Mai","role":"ghi"}],'
        '"dateline":"","end_mark":"","headline":"Mưa lớn","kicker":"","language":"vi",'
        '"lead":{"alt":"Phố","caption":"Phố","photo":7},"links":[{"kind":"related",'
        '"story":8,"text":"","url":""},{"kind":"more","story":null,"text":"b",'
        '"url":"https://a.vn"}],"schema":1,"search_headline":"","section":3,'
        '"short_headline":"","sign_off":"","standfirst":"","topics":[2]}'
    )


def test_text_is_cleaned_on_the_way_in():
    copy = Copy(
        headline=" Hue\u0302\n\u200b ", standfirst="\na\r\nb\n", body="<p>a<b>b"
    )

    assert (copy.headline, copy.standfirst, copy.body) == ("Huê", "a\nb", "<p>ab</p>")


def test_rows_are_tuples_and_a_topic_stands_once():
    copy = Copy(topics=[2, 1, 2], bylines=[Byline("A")], links=[])

    assert (copy.topics, copy.bylines, copy.links) == ((2, 1), (Byline("A"),), ())


def test_a_copy_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        FULL.headline = "b"


@pytest.mark.parametrize("number", [True, 1.0, "1", b"1"])
def test_an_id_that_is_no_whole_number_is_refused(number):
    for make in (
        lambda: Copy(section=number),
        lambda: Copy(topics=[number]),
        lambda: Byline("A", number),
        lambda: Picture(number),
        lambda: Link(LinkKind.MORE, number),
    ):
        with pytest.raises(TypeError, match="must be a whole number, not"):
            make()


@pytest.mark.parametrize("number", [0, -1, 2**63])
def test_an_id_that_no_row_can_have_is_refused(number):
    for make in (
        lambda: Copy(section=number),
        lambda: Copy(topics=[number]),
        lambda: Byline("A", number),
        lambda: Picture(number),
        lambda: Link(LinkKind.MORE, number),
    ):
        with pytest.raises(ValueError, match="must be from 1 to"):
            make()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"headline": None}, "headline must be text, not None"),
        ({"standfirst": 1}, "standfirst must be text, not 1"),
        ({"body": b"<p>"}, "body must be text"),
        ({"bylines": ["Trần Mai"]}, "bylines must hold Byline, not 'Trần Mai'"),
        ({"lead": 7}, "lead must hold Picture, not 7"),
        ({"links": [8]}, "links must hold Link, not 8"),
    ],
)
def test_what_cannot_be_a_field_is_named(fields, says):
    with pytest.raises(TypeError, match=says):
        Copy(**fields)


@pytest.mark.parametrize(
    "fields", [{}, {"story": 1, "url": "https://a.vn"}, {"url": " \u200b"}]
)
def test_a_link_names_exactly_one_target(fields):
    with pytest.raises(ValueError, match="exactly one"):
        Link(LinkKind.RELATED, **fields)


def test_a_link_of_an_unknown_list_is_refused():
    with pytest.raises(ValueError, match="'other' is not a valid LinkKind"):
        Link("other", 1)


def test_a_body_that_cannot_be_cleaned_is_refused():
    with pytest.raises(BodyRefused):
        Copy(body="<aside>" * 101)


def stored(**changes) -> str:
    return json.dumps({**json.loads(FULL.to_json()), **changes})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Expecting value"),
        ("[]", "an object is expected"),
        ("[" * 100_000, "recursion"),
        ("{}", "unknown schema None"),
        (stored(schema=2), "unknown schema 2"),
        (stored(schema=True), "unknown schema True"),
        (stored(schema=1.0), "unknown schema 1.0"),
        (stored(headlines=""), "Copy is not"),
        (stored(section=True), "section must be a whole number"),
        (stored(section=3.0), "section must be a whole number"),
        (stored(topics=[float("nan")]), "topic must be a whole number"),
        (stored(topics=None), "not iterable"),
        (stored(topics="2"), "topic must be a whole number"),
        (stored(headline=None), "headline must be text"),
        (stored(lead=0), "Picture is not 0"),
        (stored(lead={"photo": 7}), "Picture is not"),
        (stored(bylines=[{"name": "A", "author": None}]), "Byline is not"),
        (stored(bylines={"name": "A"}), "Byline is not 'name'"),
        (stored(body="<aside>" * 101), "100"),
        ('{"schema":1}', "Copy is not"),
    ],
)
def test_text_that_is_no_copy_is_unreadable(text, says):
    with pytest.raises(CopyUnreadable, match=says):
        Copy.from_json(text)
