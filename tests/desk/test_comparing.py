"""Two texts compared: every word is there, and the time it takes is bounded."""

import gc
import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.copy import Byline, Copy, Link, LinkKind, Picture
from articles.html import from_paragraphs, sanitise
from desk.changes import Names, changed_fields, changes
from desk.comparing import BUDGET, Fate, Watch, body_blocks, compare, text_block

SYLLABLES = ["nước", "mưa", "phố", "Huế", "ngập", "đường", "người", "dân", "tỉnh", "xã"]


def marked(before: str, after: str) -> str:
    """The comparison of two lines, as "[gone]{new}"."""
    return told(compare([text_block(before)], [text_block(after)], Watch()))


def told(differences) -> str:
    signs = {Fate.SAME: "%s", Fate.GONE: "[%s]", Fate.NEW: "{%s}"}
    return "\n".join(
        "".join(signs[piece.fate] % piece.text for piece in item.pieces)
        for item in differences
    )


def bodies(before: str, after: str) -> str:
    return told(compare(body_blocks(before), body_blocks(after), Watch()))


def test_it_works():
    assert (
        marked("Mưa lớn làm ngập phố", "Mưa rất lớn làm ngập đường")
        == "Mưa {rất }lớn làm ngập [phố]{đường}"
    )


def test_words_that_changed_together_stand_together():
    assert marked("từ ngày 2 đến 5", "từ sáng mai đến 5") == (
        "từ [ngày 2]{sáng mai} đến 5"
    )


def test_a_vietnamese_word_is_never_cut_inside():
    assert marked("Phó tổng Tham mưu", "Phó Tổng Tham mưu") == (
        "Phó [tổng]{Tổng} Tham mưu"
    )


def test_a_new_paragraph_does_not_shift_the_others():
    before = "<p>Một hai ba bốn.</p><p>Năm sáu bảy tám.</p>"
    after = "<p>Mới hẳn.</p><p>Một hai ba năm.</p><p>Năm sáu bảy tám.</p>"

    assert bodies(before, after).splitlines() == [
        "{Mới hẳn.}",
        "Một hai ba [bốn]{năm}.",
        "Năm sáu bảy tám.",
    ]


def test_markup_that_came_or_went_is_told_in_words():
    before = "<p>Theo <strong>TTXVN</strong> hôm nay</p>"
    after = '<p>Theo <a href="https://ttxvn.vn/">TTXVN</a> hôm nay</p>'

    line = bodies(before, after)

    assert "https://ttxvn.vn/" in line
    assert line.count("TTXVN") == 1


def test_a_photo_is_compared_with_itself_only():
    figure = (
        '<figure class="photo" data-photo="%d"><figcaption>%s</figcaption></figure>'
    )
    before = figure % (7, "Nước lên")

    same = compare(body_blocks(before), body_blocks(figure % (7, "Nước rút")), Watch())
    other = compare(body_blocks(before), body_blocks(figure % (8, "Nước lên")), Watch())

    assert [item.fate for item in same] == [Fate.CHANGED]
    assert [item.fate for item in other] == [Fate.GONE, Fate.NEW]
    assert [item.block.photo for item in other] == [7, 8]


TEXTS = st.text(alphabet='aạ <&>"1.\n', max_size=40)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_no_word_of_either_side_is_lost(before, after):
    differences = compare([text_block(before)], [text_block(after)], Watch())

    old = "".join(p.text for item in differences for p in item.old_pieces)
    new = "".join(p.text for item in differences for p in item.new_pieces)
    for written, text in ((old, before), (new, after)):
        assert text.lstrip("\n") in written or text in written


@settings(max_examples=60)
@given(*[st.lists(st.sampled_from("abcdeg"), max_size=12)] * 2)
def test_every_block_of_both_sides_is_there_in_order(before, after):
    sides = [[text_block(letter * 3) for letter in side] for side in (before, after)]

    differences = compare(*sides, Watch())

    assert [item.before for item in differences if item.before] == sides[0]
    assert [item.after for item in differences if item.after] == sides[1]


def written(paragraphs: int, *, seed: int = 1) -> list[str]:
    dice = random.Random(seed)
    return [
        " ".join(f"{dice.choice(SYLLABLES)}{dice.randrange(50)}" for _word in range(40))
        for _paragraph in range(paragraphs)
    ]


def seconds(before: list[str], after: list[str], watch: Watch | None = None) -> float:
    sides = [body_blocks(from_paragraphs(side)) for side in (before, after)]
    start = time.process_time()
    compare(*sides, watch or Watch(60))
    return time.process_time() - start


def best(before: list[str]) -> float:
    """Of three: a machine is slow at times."""
    gc.collect()
    return min(seconds(before, edited(before)) for _ in range(3))


def edited(paragraphs: list[str]) -> list[str]:
    return [f"Sửa {text} cuối" for text in paragraphs]


def test_ninety_kilobytes_cost_what_ten_times_nine_cost():
    """`difflib.HtmlDiff` takes minutes here: its time grows with the square."""
    small, large = written(30), written(300)
    assert len(from_paragraphs(large).encode()) > 90_000

    assert best(large) / best(small) < 40


def test_a_hostile_text_gets_its_budget_and_no_more():
    """One paragraph of 90 kB, rewritten whole: the worst for a diff of words."""
    before, after = (" ".join(written(300, seed=n)) for n in (1, 2))

    short, long = (seconds([before], [after], Watch(each)) for each in (0.1, 1.5))

    assert short < long / 3
    assert BUDGET <= 2


def test_out_of_time_nothing_is_left_out():
    before, after = written(60), written(60, seed=2)
    sides = [body_blocks(from_paragraphs(side)) for side in (before, after)]

    differences = compare(*sides, Watch(0))

    assert [item.before for item in differences if item.before] == sides[0]
    assert [item.after for item in differences if item.after] == sides[1]


COPY = Copy(
    section=1,
    headline="Mưa lớn",
    body=sanitise("<p>Một</p>"),
    bylines=(Byline("Trần Mai", 3),),
    lead=Picture(7, "Phố ngập", "Phố"),
    topics=(4,),
    links=(Link(LinkKind.RELATED, story=9), Link(LinkKind.MORE, url="https://a.vn/")),
)
NAMES = Names(
    sections={1: "Xã hội", 2: "Thời sự"},
    authors={3: "Trần Thị Mai"},
    topics={4: "Mưa lũ"},
    stories={9: "Đường sắt mở lại"},
    captions={7: "Mưa trên phố"},
)


def fields(before: Copy, after: Copy) -> dict[str, str]:
    return {
        change.name: told(change.differences)
        for change in changes(before, after, names=NAMES)
        if not change.is_same
    }


def test_what_a_copy_names_by_number_is_told_by_name():
    found = fields(Copy(), COPY)

    assert found["section"] == "{Xã hội}"
    assert found["bylines"] == "{Trần Mai → Trần Thị Mai}"
    assert found["topics"] == "{Mưa lũ}"
    assert found["links"].splitlines()[0] == "{Tin liên quan: Đường sắt mở lại}"
    assert found["lead"].splitlines()[0] == "{Mưa trên phố}"


def test_only_what_differs_is_a_change():
    assert fields(COPY, COPY) == {}


def test_links_in_another_order_are_a_change():
    turned = Copy(links=tuple(reversed(COPY.links)))

    assert list(fields(Copy(links=COPY.links), turned)) == ["links"]


def test_the_fields_of_two_stored_copies_are_told_without_reading_them_whole():
    other = Copy(**{**vars(COPY), "headline": "Mưa nhỏ", "topics": ()})

    assert changed_fields(COPY.to_json(), other.to_json()) == ["headline", "topics"]
