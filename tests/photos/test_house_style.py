"""The line that the house writes of a credit's parts."""

import pytest

from photos.house_style import Credit, Kind, format

JOINT = Credit(("A Bê", "Xê Dê"), "AFP", "TTXVN")


def test_it_works():
    assert format(JOINT) == "(Ảnh: A Bê, Xê Dê/AFP/TTXVN)"


@pytest.mark.parametrize(
    ("model", "joint", "archive"),
    [
        ("Ảnh: Trọng Đức/TTXVN", "Ảnh: A Bê, Xê Dê/AFP/TTXVN", "Ảnh tư liệu"),
        ("Ảnh: Trọng Đức - TTXVN", "Ảnh: A Bê, Xê Dê - AFP - TTXVN", "Ảnh tư liệu"),
        (
            "[Ảnh: Trọng Đức – TTXVN].",
            "[Ảnh: A Bê, Xê Dê – AFP – TTXVN].",
            "[Ảnh tư liệu].",
        ),
    ],
)
def test_it_is_written_as_the_model_is(model, joint, archive):
    assert format(JOINT, model=model) == joint
    assert format(Credit(kind=Kind.ARCHIVE), model=model) == archive
    assert format(Credit(), model=model) == ""


@pytest.mark.parametrize("model", ["", "TTXVN", "(Ảnh: TTXVN)", "Photo: A/B"])
def test_a_model_that_shows_no_style_is_refused(model):
    with pytest.raises(ValueError):
        format(JOINT, model=model)
