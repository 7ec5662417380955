"""Two texts made one: what is asked, what is suggested, and the outcome."""

import pytest

from articles.copy import Byline, Copy
from articles.html import from_paragraphs
from desk.changes import Names
from desk.comparing import Watch
from desk.merging import Answer, Choice, Question, Unanswered, merged, questions

THEIRS, MINE, BOTH, EDITED = Choice


def copy(*paragraphs: str, **fields) -> Copy:
    return Copy(body=from_paragraphs(paragraphs or ["Một", "Hai", "Ba"]), **fields)


def asked(theirs: Copy, mine: Copy, base: Copy | None = None) -> list[Question]:
    return questions(theirs, mine, base=base, names=Names(), watch=Watch())


def suggested(theirs: Copy, mine: Copy, base: Copy) -> list[Choice | None]:
    return [question.suggestion for question in asked(theirs, mine, base)]


def answered(theirs: Copy, mine: Copy, *answers: Answer) -> Copy:
    names = [question.name for question in asked(theirs, mine)]
    return merged(theirs, mine, dict(zip(names, answers, strict=True)))


def test_it_works():
    base = copy(headline="Mưa lớn")
    theirs = copy(headline="Mưa rất lớn")
    mine = copy("Một", "Hai", "Ba", "Bốn", headline="Mưa lớn")

    headline, body = asked(theirs, mine, base)
    found = merged(
        theirs,
        mine,
        {item.name: Answer(item.suggestion) for item in (headline, body)},
    )

    assert (headline.field, headline.suggestion) == ("headline", THEIRS)
    assert (body.field, body.suggestion) == ("body", MINE)
    assert found == copy("Một", "Hai", "Ba", "Bốn", headline="Mưa rất lớn")


def test_equal_texts_ask_nothing():
    assert asked(copy(), copy()) == []
    assert merged(copy(), copy(), {}) == copy()


def test_what_both_changed_is_never_suggested():
    base, theirs, mine = (copy(kicker=word) for word in ("Một", "Hai", "Ba"))

    assert suggested(theirs, mine, base) == [None]
    assert [item.suggestion for item in asked(theirs, mine)] == [None]


@pytest.mark.parametrize(
    ("theirs", "mine", "suggestion"),
    [
        (["Một", "Hai sửa", "Ba"], ["Một", "Hai", "Ba"], THEIRS),
        (["Một", "Hai", "Ba"], ["Một", "Hai sửa", "Ba"], MINE),
        (["Một", "Ba"], ["Một", "Hai", "Ba"], THEIRS),
        (["Một", "Hai", "Ba"], ["Một", "Ba"], MINE),
        (["Mới", "Một", "Hai", "Ba"], ["Một", "Hai", "Ba"], THEIRS),
        (["Một", "Hai", "Ba"], ["Một", "Hai", "Ba", "Mới"], MINE),
        (["Một", "Hai của họ", "Ba"], ["Một", "Hai của tôi", "Ba"], None),
        # They took "Hai" away, I wrote after it: neither is suggested.
        (["Một", "Ba"], ["Một", "Hai", "Mới", "Ba"], None),
    ],
)
def test_the_side_that_moved_alone_is_suggested(theirs, mine, suggestion):
    assert suggested(copy(*theirs), copy(*mine), copy()) == [suggestion]


def test_each_place_of_the_body_is_decided_alone():
    theirs = copy("Một của họ", "Hai", "Ba của họ")
    mine = copy("Một của tôi", "Hai", "Ba của tôi")

    found = answered(theirs, mine, Answer(THEIRS), Answer(MINE))

    assert found == copy("Một của họ", "Hai", "Ba của tôi")


def test_both_stand_one_after_the_other():
    theirs = copy("Một", bylines=(Byline("Lê Hà"), Byline("Đỗ Nam")))
    mine = copy("Hai", bylines=(Byline("Lê Hà"), Byline("Trần Mai")))

    found = answered(theirs, mine, Answer(BOTH), Answer(BOTH))

    assert [row.name for row in found.bylines] == ["Lê Hà", "Đỗ Nam", "Trần Mai"]
    assert found.body == from_paragraphs(["Một", "Hai"])


def test_what_is_written_by_hand_is_taken_as_paragraphs():
    theirs, mine = copy("Một", "Ba"), copy("Hai <&", "Ba")
    (question,) = asked(theirs, mine)

    found = answered(theirs, mine, Answer(EDITED, "Một & hai\nrưỡi\n\n\nBa <b>"))

    assert (question.text, question.is_markup) == ("Hai <&", False)
    assert found == copy("Một & hai rưỡi", "Ba <b>", "Ba")


def test_a_place_with_markup_is_edited_as_markup_and_sanitised():
    theirs, mine = Copy(body="<p>Một</p>"), Copy(body="<p><strong>Hai</strong></p>")
    (question,) = asked(theirs, mine)

    found = answered(theirs, mine, Answer(EDITED, "<p>Ba<script>x</script></p>"))

    assert question.is_markup
    assert found.body == "<p>Ba</p>"


def test_what_is_not_decided_is_named():
    theirs, mine = copy("Một", kicker="a"), copy("Hai", kicker="b")
    kicker, body = asked(theirs, mine)

    with pytest.raises(Unanswered) as refusal:
        merged(theirs, mine, {kicker.name: Answer(MINE)})

    assert refusal.value.names == [body.name]


def test_an_answer_to_another_text_is_no_answer():
    (question,) = asked(copy(kicker="a"), copy(kicker="b"))

    with pytest.raises(Unanswered):
        merged(copy(kicker="khác"), copy(kicker="b"), {question.name: Answer(MINE)})


def test_a_choice_that_was_not_offered_is_no_answer():
    (question,) = asked(copy(language="vi"), copy(language="en"))

    with pytest.raises(Unanswered):
        merged(
            copy(language="vi"),
            copy(language="en"),
            {question.name: Answer(EDITED, "xx")},
        )
