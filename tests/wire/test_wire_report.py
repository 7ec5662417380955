import json

import pytest
from django.core.management import CommandError, call_command

from tests.wire.samples import LEAD, STORY, written
from wire.measuring import measure, tally

ANSWERS = {
    "lang": "vi",
    "section": STORY["section"],
    "title": STORY["headline"],
    "title_prefix": None,
    "lead": LEAD,
    "photos": [
        {
            "caption": "Dòng xe đầu tiên qua cầu sáng nay.",
            "credit_line": "(Ảnh: Minh Hạ/TTXVN)",
            "photographer": "Minh Hạ",
            "agency": "TTXVN",
        }
    ],
    "dateline": {"agency": "TTXVN", "place": "Nghệ An", "date": "2/9"},
    "body_first_sentence": STORY["first"],
    "body_last_sentence": STORY["third"],
    "end_mark": ".../.",
    "byline": {"raw": "Thu Cúc", "authors": ["Thu Cúc"]},
    "related_titles": [],
    "related_marker": "Tin liên quan",
}


@pytest.fixture
def folder(tmp_path):
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / "001.txt").write_text(written())
    (stories / "001.expected.json").write_text(json.dumps(ANSWERS))
    row = "(Ảnh: Minh Hạ/TTXVN)\t\tMinh Hạ\tTTXVN\t\n"
    (tmp_path / "credits.tsv").write_text("raw\tcaption\tphotographer\n" + row)
    return tmp_path


def lines(capsys) -> dict[str, list[str]]:
    table = capsys.readouterr().out.split("\n")[1:]
    return {line[:16].strip(): line[16:].split() for line in table if line.strip()}


@pytest.mark.parametrize("inner", ["", "stories"])
def test_it_works(folder, inner, capsys):
    call_command("wire_report", folder / inner)

    shares = lines(capsys)
    assert shares["headline"] == ["1", "100.0", "%", "0", "0", "0"]
    assert shares["credits.tsv"][:2] == ["1", "100.0"]


def test_a_silent_miss_is_counted_and_shown(folder, capsys):
    answers = ANSWERS | {"title": STORY["first"]}
    (folder / "stories/001.expected.json").write_text(json.dumps(answers))

    call_command("wire_report", folder, verbosity=2)

    assert "001 headline: " in capsys.readouterr().out


def test_a_miss_with_a_doubt_is_listed():
    text = written(section="Chuyện bên sông")
    sums = tally(measure(text, ANSWERS))

    assert (sums["section"].listed, sums["section"].silent) == (1, 0)
    assert (sums["headline"].right, sums["headline"].doubted) == (1, 1)


def test_a_refusal_lists_every_field():
    sums = tally(measure("", ANSWERS))

    assert {sum_.listed for sum_ in sums.values()} == {1}


def test_a_file_that_cannot_be_decoded_is_refused_not_fatal(folder, capsys):
    (folder / "stories/001.txt").write_bytes(b"\x89PNG")

    call_command("wire_report", folder)

    assert lines(capsys)["refused"][:2] == ["0", "0.0"]


def test_an_empty_or_missing_folder_is_refused(tmp_path):
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(CommandError):
            call_command("wire_report", folder)
