"""Time grows with the text, not with its square: measured as n against 2n.

`make proof` reads texts of the sizes below, every other run a quarter of them.
"""

import gc
import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress

import pytest

from tests.faults.processes import rounds
from wire.encodings import decode
from wire.parser import Unreadable, parse

HEAD = "Thông xe cây cầu mới nối hai bờ sông Lam\n"
MOST, ROUNDS = 3.2, 5  # a square takes four times as long
TAIL = "\nSở Giao thông hôm nay tổ chức lễ thông xe cây cầu mới ở đây."
# What a text is made of, and how many letters of it are tried.
UNITS = {
    "one line": ("Cầu mới đã xong từ hôm nay. ", 200_000),
    "glued line": ("Cầu đã xong.", 200_000),
    "short lines": ("Cầu đẹp\n", 30_000),
    "sentence lines": ("Cầu đã xong hôm nay.\n", 30_000),
    "caption lines": ("Cầu. Ảnh: Minh Hạ/TTXVN\n", 30_000),
    "label lines": ("Cầu mới\nXem thêm\n", 30_000),
    "name lines": ("Thu Cúc\nCầu đã xong hôm nay.\n", 30_000),
    "captions inside": ("Cầu. (Ảnh: Minh Hạ/TTXVN) Sở ", 200_000),
    "broken lines": ("và hai lề cho người\n", 30_000),
    "sign-off lines": ("Thu Cúc (TTXVN)\nCầu mới đẹp quá hôm nay\n", 30_000),
    "credits run on": ("Cầu. Ảnh: Minh Hạ Lễ thông xe đã xong. ", 60_000),
    "(": ("(", 200_000),
    ">>": (">> ", 200_000),
    "»": ("»", 200_000),
    "label": ("Ảnh: ", 200_000),
    "bracket label": ("(Ảnh: ", 200_000),
    "more": (". Xem thêm: ", 200_000),
    "end mark": (" ./.", 200_000),
    "dots": (".", 200_000),
    "space": (" ", 200_000),
    "dash": ("- ", 200_000),
    "capitals": ("Minh ", 200_000),
    "theo": (" theo A", 200_000),
    "dateline": ("TTXVN - Ngày 2/9, ", 200_000),
    "<": ("<", 200_000),
    "tag": ("<p ", 200_000),
    "tags": ("<p>a</p>", 30_000),
    "comment": ("<p><!--", 200_000),
    "script": ("<p><script>", 200_000),
    "reference": ("<p>&agrave;", 30_000),
    "heading": ("<h1>", 200_000),
}


def seconds(text: str) -> float:
    """The processor's time for one reading, without what Python collects meanwhile."""
    gc.disable()
    try:
        began = time.process_time()
        with suppress(Unreadable):
            parse(decode(text.encode()))
        return time.process_time() - began
    finally:
        gc.enable()


def is_about_twice(half: Callable[[], float], whole: Callable[[], float]) -> bool:
    """By the best of a few rounds: a machine is slow at times, a square always."""
    halves, wholes = [], []
    for _ in range(ROUNDS):
        halves.append(half())
        wholes.append(whole())
        if min(wholes) < MOST * min(halves):
            return True
    return False


@pytest.mark.parametrize("name", UNITS)
def test_twice_the_text_takes_about_twice_the_time(name):
    unit, size = UNITS[name]
    size //= rounds(4, 1)
    half = HEAD + unit * (size // 2 // len(unit)) + TAIL
    whole = HEAD + unit * (size // len(unit)) + TAIL

    assert is_about_twice(lambda: seconds(half), lambda: seconds(whole))


def test_a_square_is_found():
    """Here of four times the text, so that a slow moment hides nothing."""

    def squares(size: int) -> float:
        began = time.process_time()
        sum(1 for i in range(size) for _ in range(size))
        return time.process_time() - began

    assert not is_about_twice(lambda: squares(500), lambda: squares(2000))


def test_a_file_too_large_is_refused_before_it_is_decoded():
    raw = b"a" * 50_000_000
    tracemalloc.start()

    with pytest.raises(Unreadable):
        decode(raw)

    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


def test_memory_grows_with_the_text():
    def peak(size: int) -> int:
        text = HEAD + UNITS["one line"][0] * (size // 28) + TAIL
        tracemalloc.start()
        parse(text)
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    assert peak(200_000) < 3 * peak(100_000)
