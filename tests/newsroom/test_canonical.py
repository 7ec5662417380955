import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.canonical import canonical, digest

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def test_it_works():
    assert canonical({"b": [1, True, None], "a": "Huế"}) == (
        '{"a":"Huế","b":[1,true,null]}'
    )


@pytest.mark.parametrize("data", [1.5, float("nan"), {"a": [1, {"b": 2.0}]}, (0.0,)])
def test_a_float_is_refused_at_any_depth(data):
    with pytest.raises(ValueError, match="no floats"):
        canonical(data)


@pytest.mark.parametrize("data", [{1: "a"}, {"a": {1.5: "b"}}, {None: 1}])
def test_a_key_that_is_no_text_is_refused(data):
    with pytest.raises(ValueError, match="only text for keys"):
        canonical(data)


@given(VALUES)
def test_what_is_written_is_read_back(data):
    assert json.loads(canonical(data)) == data


@given(st.dictionaries(st.text(), st.integers(), min_size=2))
def test_the_order_of_keys_does_not_matter(data):
    turned = dict(reversed(data.items()))

    assert canonical(turned) == canonical(data)


def test_a_digest_is_of_the_utf_8_bytes():
    assert digest("Huế") == (
        "3beb043b466c92ae63217636042fce4273e31d68684d3b7645aa60977336285a"
    )
