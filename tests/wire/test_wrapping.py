import textwrap

import pytest

from tests.wire.samples import LEAD, STORY, joined, written
from wire.parser import parse


def test_it_works():
    text = written(
        headline="Thông xe cây cầu mới nối hai bờ\nvà hai lề cho người đi bộ"
    )

    assert (
        parse(text).headline
        == "Thông xe cây cầu mới nối hai bờ và hai lề cho người đi bộ"
    )


@pytest.mark.parametrize("width", [50, 72])
def test_a_text_broken_to_a_width_is_whole_again(width):
    texts = written().split("\n\n")
    text = "\n\n".join("\n".join(textwrap.wrap(line, width)) for line in texts)
    dispatch = parse(text)

    assert joined(dispatch) == text
    assert (dispatch.headline, dispatch.standfirst) == (STORY["headline"], LEAD)
    assert dispatch.paragraphs == (STORY["first"], LEAD, STORY["third"])


def test_a_topic_under_a_sign_off_does_not_go_on_with_it():
    dispatch = parse(written(sign_off="Thu Cúc (TTXVN)\ncầu mới\ngiao thông"))

    assert dispatch.sign_off == "Thu Cúc (TTXVN)"
