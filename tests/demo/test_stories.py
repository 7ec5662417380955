"""The demo's stories, as they stand in their files: enough, of every kind, each new."""

import re
from datetime import UTC, datetime, timedelta
from statistics import median

import pytest

from demo.paper.reading import pair, read, rows, scenes_of
from demo.scenes.album import SCENES
from newsroom.text.clean import clean
from tests.demo.texts import listed, printed, stories, told_twice, words

NOWS = [datetime(2026, 11, 25, hour, 40, tzinfo=UTC) for hour in range(0, 24, 3)]


def test_there_are_sixty_public_ones_and_ten_that_are_not():
    public = [story for story in printed() if not story.withdrawn]

    assert len(public) >= 60
    assert len(stories()) - len(printed()) == 10


def test_three_of_the_printed_are_english():
    assert sum(story.language == "en" for story in printed()) == 3


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_each_has_two_hundred_to_nine_hundred_words(story):
    assert 200 <= words(story) <= 900


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_each_is_clean_text_and_says_what_it_must(story):
    values = [value for value in vars(story).values() if isinstance(value, str)]

    assert [value for value in values if clean(value) != value] == []
    assert all([story.section, story.genre, story.headline, story.sapo, story.text])


def test_no_sentence_stands_twice():
    assert told_twice(stories()) == []


def test_a_sentence_that_stands_twice_is_found():
    one = read("sapo: Mưa to.\n\nNước lên nhanh lắm. Ai cũng lo.", name="a")
    two = read("sapo: Nắng.\n\n> Hôm qua “nước lên nhanh lắm. Ai cũng lo.”", name="b")

    assert told_twice([one, two]) == ["ai cũng lo"]


def test_headlines_are_as_long_as_a_desk_wants_them():
    lengths = [len(story.headline.split()) for story in printed()]

    assert 12 <= median(lengths) <= 14
    assert max(lengths) <= 18


def test_every_genre_is_there():
    assert {story.genre for story in printed()} >= {
        *("dispatch", "report", "interview", "sport", "weather", "market", "explainer"),
        *("photos", "correction", "short"),
    }


@pytest.mark.parametrize(
    ("genre", "mark"),
    [
        ("interview", r"^\? "),
        ("sport", r"^\| "),
        ("weather", r"^\| "),
        ("market", r"^\| "),
        ("explainer", r"^## "),
        ("photos", r"^\[\w+\] "),
    ],
)
def test_a_genre_looks_like_one(genre, mark):
    texts = [story.text for story in printed() if story.genre == genre]

    assert any(re.search(mark, text, re.MULTILINE) for text in texts)


@pytest.mark.parametrize(
    "form",
    [
        r"TTXVN - Ngày \{[-+]?\d+\}, tại [^,]+,",
        r"[^(]+ \(TTXVN \{[-+]?\d+\}\)",
        r"\(TTXVN\) -",
        r"Theo phóng viên TTXVN tại [^,]+,",
        r"[^(]+ \(VNA\) -",
        "",
    ],
)
def test_every_form_of_dateline_is_there(form):
    assert any(re.fullmatch(form, story.dateline) for story in printed())


@pytest.mark.parametrize(
    "form",
    [
        r"[A-ZĐ]\w+ \w+",  # Hiền Hạnh
        r"[^()]+ \(TTXVN\)",
        r"\(TTXVN\)",
        r"\(TTXVN/Vietnam\+\)",
        r"Theo TTXVN",
        r"Tin, ảnh: .+",
        r"Bài và ảnh: .+",
        r".+ \(tổng hợp\)",
        r".+ \(thực hiện\)",
        r"Nhóm phóng viên",
        r"PV",
        r".+ - .+",
        r".+, .+",
    ],
)
def test_every_form_of_sign_off_is_there(form):
    assert any(re.fullmatch(form, story.sign_off) for story in printed())


def test_end_marks_are_of_both_kinds_or_none():
    assert {story.end for story in printed()} == {"./.", ".../.", ""}


def test_bylines_name_one_to_three():
    assert {len(story.by) for story in printed()} >= {1, 2, 3}


def test_a_dozen_writers_have_a_biography():
    known = {name for name, *_biography in listed("authors")}
    named = {pair(line)[0] for story in printed() for line in story.by}

    assert len(known & named) >= 12


def test_the_paper_has_its_sections_and_every_story_stands_in_one():
    known = {slug: indent for indent, (slug, *_name) in rows("sections")}

    assert list(known.values()).count("") >= 9
    assert len(known) >= 25
    assert {story.section for story in printed()} >= set(known) - {"du-lich"}
    assert {story.section for story in stories()} <= set(known)


@pytest.mark.parametrize("now", NOWS, ids=str)
def test_what_is_likely_on_the_front_has_a_picture(now):
    spoken = [s for s in printed() if s.language == "vi" and not s.withdrawn]
    newest = sorted(spoken, key=lambda story: story.at(now), reverse=True)[:30]

    assert [story.name for story in newest if not story.picture] == []
    assert len({story.scene for story in newest}) == 30


@pytest.mark.parametrize("now", NOWS, ids=str)
def test_times_lie_in_the_past_and_over_several_days(now):
    times = [story.at(now) for story in printed()]

    assert max(times) < now
    assert now - min(times) > timedelta(days=4)


def test_every_picture_that_is_named_is_drawn_and_used():
    written = {scene for scene, *_legend in listed("pictures")}

    assert set(scenes_of(list(stories()))) == written == set(SCENES)


@pytest.mark.parametrize("now", NOWS, ids=str)
def test_links_of_both_kinds_lead_to_what_was_written_before(now):
    known = {story.name: story for story in stories()}
    pairs = [
        (story, known[pair(line)[0]])
        for story in printed()
        for line in (*story.related, *story.more)
        if not line.startswith("https://")
    ]

    assert len(pairs) > 50
    late = [
        (story.name, target.name)
        for story, target in pairs
        if target.at(now) > story.at(now)
    ]
    assert late == []


def test_some_links_lead_outside():
    lines = [line for story in printed() for line in story.more]

    assert sum(line.startswith("https://") for line in lines) >= 2


def test_one_is_withdrawn_one_corrected_one_updated_one_under_embargo():
    fates = ("withdrawn", "correction", "added", "embargo")
    counts = {f: sum(bool(getattr(story, f)) for story in stories()) for f in fates}

    assert counts == dict.fromkeys(fates, 1)
