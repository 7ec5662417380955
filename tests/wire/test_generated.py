"""The story with any optional part removed, doubled or moved: right, or doubted."""

from itertools import combinations

import pytest

from newsroom.text.clean import clean
from tests.wire.samples import (
    DATELINE,
    END_MARK,
    SHARED,
    STORY,
    Lines,
    joined,
    written,
)
from wire.parser import Dispatch, Unreadable, parse

OPTIONAL = ["section", "standfirst", "photo", "sign_off", "related", "more"]
# What a doubt about one part says of others too.
SPEAKS_OF = {
    "paragraph": {"paragraph", "subheading", "standfirst"},
    "related": {"related", "more"},
}
OWN = list(STORY.items())
Case = tuple[str, str, dict[str, object]]


def fields(dispatch: Dispatch) -> dict[str, object]:
    return {
        "section": dispatch.section,
        "headline": dispatch.headline,
        "standfirst": dispatch.standfirst,
        "caption": tuple((p.caption, p.credit_line) for p in dispatch.photos),
        "dateline": dispatch.dateline.text if dispatch.dateline else "",
        "end_mark": dispatch.end_mark,
        "sign_off": dispatch.sign_off,
        "related": dispatch.related + dispatch.more,
        "paragraph": tuple(text.rstrip(". ") for text in dispatch.paragraphs),
    }


def silent(text: str, expected: dict[str, object]) -> list[str]:
    """The fields that are wrong though no doubt speaks of them."""
    try:
        dispatch = parse(text)
    except Unreadable:
        return []
    assert joined(dispatch) == clean(text)
    doubted = {doubt.part for doubt in dispatch.unsure}
    found = fields(dispatch)
    return [
        name
        for name, value in expected.items()
        if found[name] != value and not SPEAKS_OF.get(name, {name}) & doubted
    ]


def without(lines: Lines, *names: str) -> Lines:
    return [line for line in lines if line[0] not in names]


def lacking(expected: dict[str, object], *names: str) -> dict[str, object]:
    """What is expected when these parts are not there."""
    empty = {"section": "", "standfirst": "", "sign_off": "", "photo": ()}
    gone = {"caption" if n == "photo" else n: empty[n] for n in names if n in empty}
    return expected | gone


def removed(lines: Lines, whole: dict[str, object], last: str) -> list[Case]:
    cases = []
    for count in (1, 2, 3):
        for names in combinations(OPTIONAL, count):
            rest = without(lines, *names)
            for dateline, end_mark in (("first", last), (None, last), ("first", None)):
                expected = lacking(whole, *names)
                expected |= {} if dateline else {"dateline": ""}
                expected |= {} if end_mark else {"end_mark": ""}
                text = written(rest, dateline=dateline, end_mark=end_mark)
                cases.append((f"{names} {dateline} {end_mark}", text, expected))
    return cases


def doubled(lines: Lines, whole: dict[str, object], last: str) -> list[Case]:
    cases = []
    for at, (name, _text) in enumerate(lines):
        if name in OPTIONAL:
            twice = lines[: at + 1] + lines[at:]
            expected = dict(whole)
            cases.append((name, written(twice, end_mark=last), expected))
    text = written(lines, end_mark=last)
    for name in (DATELINE + " ", END_MARK):
        cases.append((name, text.replace(name, name + name), whole))
    return cases


def moved(lines: Lines, whole: dict[str, object], last: str) -> list[Case]:
    cases = []
    for name, text in lines:
        if name in OPTIONAL:
            rest = without(lines, name)
            for at in range(len(lines)):
                lines_now = [*rest[:at], (name, text), *rest[at:]]
                cases.append((f"{name} {at}", written(lines_now, end_mark=last), whole))
        cases.append(
            (f"dateline {name}", written(lines, dateline=name, end_mark=last), whole)
        )
        cases.append((f"end mark {name}", written(lines, end_mark=name), whole))
    for at in range(len(lines) + 1):
        alone = [*lines[:at], ("alone", DATELINE), *lines[at:]]
        text = written(alone, dateline=None, end_mark=last)
        cases.append((f"dateline alone {at}", text, whole))
        alone = [*lines[:at], ("alone", END_MARK), *lines[at:]]
        cases.append((f"end mark alone {at}", written(alone, end_mark=None), whole))
    return cases


CHANGES = [removed, doubled, moved]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_our_own_story_changed_is_right_or_doubted(change):
    whole = fields(parse(written()))

    for name, text, expected in change(OWN, whole, "third"):
        assert (name, silent(text, expected)) == (name, [])
        assert (name, silent(text.replace("\n\n", "\n"), expected)) == (name, [])


def test_a_wrong_reading_without_a_doubt_is_found():
    whole = fields(parse(written()))

    assert silent(written(), whole | {"sign_off": "Minh Hạ"}) == ["sign_off"]


def seed() -> tuple[Lines, str]:
    """The model document's lines under our names, and its last paragraph's name."""
    path = SHARED / "seed-article.txt"
    texts = [line for line in path.read_text().split("\n") if line.strip()]
    names = ["section", "headline", "standfirst", "photo", "first"]
    names += [f"body {n}" for n in range(len(texts) - 8)]
    lines = list(zip([*names, "sign_off", "related", "more"], texts, strict=True))
    lines = [(name, text.removesuffix(END_MARK)) for name, text in lines]
    opening = "TTXVN - Ngày 30/12, tại Hà Nội, "
    return [(name, text.removeprefix(opening)) for name, text in lines], lines[-4][0]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_the_model_document_changed_is_right_or_doubted(change):
    if not SHARED.is_dir():  # CI has no shared data
        return
    lines, last = seed()
    whole = fields(parse(written(lines, end_mark=last)))

    for name, text, expected in change(lines, whole, last):
        assert (name, silent(text, expected)) == (name, [])
