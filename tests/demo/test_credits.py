"""The demo's pictures are credited in every form that newsrooms write."""

import re

import pytest

from demo.developing import legends
from photos.credits import Kind, parse

LINES = [legend.credit for legend in legends().values()]


@pytest.mark.parametrize(
    "form",
    [
        r"Ảnh: [^/()-]+",
        r"\(Ảnh: [^/]+\)",
        r"\(Ảnh: [^/,]+/TTXVN\)",
        r"\(Ảnh: [^/]+, [^/]+/TTXVN\)",
        r"\(Ảnh: [^/]+/Vietnam\+\)",
        r"\(Ảnh: TTXVN\)",
        r"Ảnh: \w[^/]+/TTXVN",
        r"Ảnh: [^/]+ - TTXVN",
        r"Ảnh: [^/]+ – TTXVN",
        r"Ảnh: [^/]+ và [^/]+",
        r"Ảnh: TTXVN phát",
        r"Ảnh: THX/TTXVN",
        r"\(Đồ họa: AFP/TTXVN\)",
        r"Ảnh: .+ PV TTXVN tại .+",
        r"Ảnh minh họa",
        r"Ảnh minh họa: .+/TTXVN",
        r"Ảnh tư liệu",
        r"Ảnh tư liệu: TTXVN",
        r"Ảnh chụp màn hình",
        r"Ảnh cắt từ clip",
        r"Ảnh: NVCC",
        r"Ảnh: nhân vật cung cấp",
        r"Đồ họa: .+",
        r"\(Nguồn: .+\)",
        r"Nguồn ảnh: .+",
        r"\(Photo: VNA\)",
        r"Photo: .+/VNA",
    ],
)
def test_every_form_is_there(form):
    assert any(re.fullmatch(form, line) for line in LINES)


def test_every_kind_is_there():
    assert {parse(line).kind for line in LINES} == set(Kind)


@pytest.mark.parametrize("line", LINES)
def test_each_line_is_read_and_given_back(line):
    assert str(parse(line)) == line


def test_some_pictures_are_relayed_and_some_are_joint_work():
    read = [parse(line) for line in LINES]

    assert any(credit.relay for credit in read)
    assert any(len(credit.photographers) == 2 for credit in read)
