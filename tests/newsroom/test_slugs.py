import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.slugs import slugify

PIECES = st.sampled_from(
    [*"aĐđ5ẩ", "Nẵng", " ", ".", ",", "%", "-", "/", "\u0301", "“"]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


def test_it_works():
    assert slugify("Đà Nẵng") == "da-nang"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Thu 5.000 tỉ đồng, tăng 2,8%", "thu-5000-ti-dong-tang-28"),
        ("Bộ GD&ĐT họp ở TP.HCM", "bo-gddt-hop-o-tphcm"),
        ("TP. HCM: mưa lớn", "tp-hcm-mua-lon"),
        ("Giá 4.600 USD/ounce từ 20/10", "gia-4600-usd-ounce-tu-20-10"),
        ("Covid-19 và VN-Index", "covid-19-va-vn-index"),
        ("Top Model's d’Or", "top-models-dor"),
        ("“Muốn đi” nhưng…khó quá (!?)", "muon-di-nhungkho-qua"),
        ("Khổ 120 m², nóng 36°C", "kho-120-m2-nong-36c"),
        ("ASEAN+3 - kỳ họp thứ 2", "asean3-ky-hop-thu-2"),
        ("Quan hệ Việt Nam\u200b-Hoa Kỳ", "quan-he-viet-nam-hoa-ky"),
        ("Ho\u0323c ti\u00ea\u0301ng Vi\u1ec7t", "hoc-tieng-viet"),
        ("  --  ", ""),
        ("日本", ""),
    ],
)
def test_a_title_is_written_as_newspapers_do(title, slug):
    assert slugify(title) == slug


def test_a_long_title_is_cut_between_words():
    assert slugify("mot hai ba bon", max_length=10) == "mot-hai-ba"
    assert slugify("mot hai ba bon", max_length=9) == "mot-hai"


def test_a_long_word_is_cut():
    assert slugify("a" * 90) == "a" * 80


@given(TEXTS)
def test_any_title_gives_words_with_single_hyphens(title):
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slugify(title))
    assert len(slugify(title)) <= 80


@given(TEXTS)
def test_a_slug_stays_as_it_is(title):
    assert slugify(slugify(title)) == slugify(title)
