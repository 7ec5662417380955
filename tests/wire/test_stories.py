"""Real stories of the shared data, when they are there: floors, and nothing silent."""

import json
from collections.abc import Iterator

import pytest

from newsroom.text.clean import clean
from tests.wire.samples import SHARED, joined
from wire.encodings import decode
from wire.measuring import Outcome, Tally, measure, tally
from wire.parser import Unreadable, parse
from wire.samples import TABLES

# Where the text itself does not say it (captions without a credit), less.
FLOORS = {
    "loss-free": 100,
    "captions": 94,
    "slugs.tsv": 82,  # the sites contradict each other: docs/wire.md
}
NEVER_SILENT = ["headline", "standfirst", "credits", "byline", "end mark", "dateline"]


def outcomes() -> Iterator[Outcome]:
    for answers in sorted(SHARED.glob("wire/stories/*.expected.json")):
        raw = answers.with_name(f"{answers.name.split('.')[0]}.txt").read_bytes()
        yield from measure(decode(raw), json.loads(answers.read_text("utf-8")))
    for name, read in TABLES.items():
        for path in SHARED.glob(f"wire/{name}"):
            for row in path.read_text("utf-8").split("\n")[1:]:
                if row.strip():
                    yield read(row.split("\t"))


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return tally(outcomes())


def test_every_field_is_right_as_often_as_it_was_measured(tallies):
    shares = {name: sum_.share for name, sum_ in tallies.items()}

    assert {n: s for n, s in shares.items() if s < FLOORS.get(n, 95)} == {}


def test_what_matters_most_is_never_wrong_without_a_doubt(tallies):
    assert [
        name for name in NEVER_SILENT if name in tallies and tallies[name].silent
    ] == []


def test_the_model_document_is_read_without_a_doubt():
    for path in SHARED.glob("seed-article.txt"):
        text = path.read_text()
        dispatch = parse(text)

        assert joined(dispatch) == clean(text)
        assert len(dispatch.paragraphs) == 10
        assert dispatch.standfirst == dispatch.paragraphs[2]
        assert dispatch.photos[0].credit_line.endswith("/TTXVN)")
        assert (dispatch.end_mark, len(dispatch.bylines)) == (".../.", 1)
        assert (dispatch.related, dispatch.more, dispatch.unsure) == ((), (), ())


def test_hostile_texts_do_not_break_it():
    for path in SHARED.glob("hostile/text/*"):
        raw = path.read_bytes()
        for piece in [raw, *raw.split(b"\n")]:
            try:
                text = decode(b"Ti\xc3\xaau \xc4\x91\xe1\xbb\x81\n" + piece)
                assert joined(parse(text)) == clean(text)
            except Unreadable as refusal:
                assert str(refusal).endswith(".")
