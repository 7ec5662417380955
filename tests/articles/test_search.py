"""Search: what is found, in which order, and what is marked."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest

from articles.html import plain
from articles.masthead import masthead
from articles.models import Article
from articles.search import SHOWN, search
from newsroom.text.clean import clean_line
from newsroom.text.fold import fold
from newsroom.text.search import Query
from tests import makers

pytestmark = pytest.mark.django_db

PAIRS = Path("/work/shared/data/wire/search_pairs.tsv")


def found(words: str) -> list[str]:
    """The headlines that the paper answers with, the best first."""
    answer = search(Query.parse(words), masthead(), now=makers.AT)
    return ["".join(part.text for part in hit.headline) for hit in answer.hits]


def printed(*headlines: str, **fields) -> list[Article]:
    """One article of each headline; the first is the oldest."""
    like = makers.article(**{"standfirst": "", "body": "<p>Ngắn</p>", **fields})
    rows = []
    for number, headline in enumerate(headlines):
        row = Article.objects.get(pk=like.pk)
        row.pk, row.headline = 500_000 + number, headline
        row.search_text = fold(f"{headline} {row.standfirst} {plain(row.body_html)}")
        row.first_printed_at += timedelta(minutes=number + 1)
        row.printed_at = row.first_printed_at
        rows.append(row)
    Article.objects.bulk_create(rows)
    Article.objects.filter(pk=like.pk).delete()
    return rows


def test_it_works():
    makers.article(headline="Đà Nẵng mưa lớn")

    assert found("da nang") == found("ĐÀ NẴNG") == ["Đà Nẵng mưa lớn"]


def test_every_word_must_stand_there():
    printed("Đà Nẵng mưa lớn")

    assert found("da nang nang nong") == []
    assert found("lon da mua") == ["Đà Nẵng mưa lớn"]


@pytest.mark.parametrize("words", ["", " ", "???", "\x00", "%", "_"])
def test_no_words_find_nothing(words):
    printed("Đà Nẵng mưa lớn")

    assert found(words) == []


def test_letters_inside_another_word_are_no_word():
    printed("Lũ cuốn trôi ôtô, làm tê liệt thành phố")

    assert found("to lam") == []


def test_words_side_by_side_come_before_words_far_apart():
    printed("Chủ tịch Lương Cường", "Tăng cường chất lượng")

    assert found("luong cuong") == ["Chủ tịch Lương Cường", "Tăng cường chất lượng"]


def test_the_marks_as_typed_come_first():
    printed("Xe bán tải", "Xe bán tài")

    assert found("bán tải") == ["Xe bán tải", "Xe bán tài"]
    assert found("bán tài") == ["Xe bán tài", "Xe bán tải"]
    assert found("ban tai") == ["Xe bán tài", "Xe bán tải"]


def test_a_tone_mark_in_its_other_place_is_the_same_mark():
    printed("Đàm phán hòa bình", "Hoả bính")

    assert found("hoà bình")[0] == "Đàm phán hòa bình"


def test_the_headline_comes_before_the_text_and_then_the_newest():
    printed("Huế ngập")
    makers.article(headline="Tin khác", body="<p>Ở Huế nước rút</p>", standfirst="")
    makers.article(headline="Tin nữa", body="<p>Ở Huế trời mưa</p>", standfirst="")

    assert found("hue") == ["Huế ngập", "Tin nữa", "Tin khác"]


def test_the_body_is_searched():
    makers.article(headline="Tin khác", body="<p>Cá <em>linh</em> đầu mùa</p>")

    assert found("cá linh") == ["Tin khác"]


def test_a_draft_is_never_found():
    makers.story(headline="Chưa ai được đọc")

    assert found("chua ai duoc doc") == []


def test_so_many_are_shown_and_the_answer_says_that_there_are_more():
    printed(*[f"Tin ngập số {n}" for n in range(SHOWN + 5)])

    answer = search(Query.parse("ngap"), masthead(), now=makers.AT)

    assert (len(answer.hits), answer.is_cut) == (SHOWN, True)
    assert answer.hits[0].card.headline == f"Tin ngập số {SHOWN + 4}"


def test_what_was_asked_is_marked_and_nothing_else_is_markup(client):
    makers.article(headline="<b>Huế</b> & Huệ", standfirst="Tin ở Huế")

    html = client.get("/tim-kiem/", {"q": "hue"}).content.decode()

    assert "&lt;b&gt;<mark>Huế</mark>&lt;/b&gt; &amp; <mark>Huệ</mark>" in html
    assert "Tin ở <mark>Huế</mark>" in html


def test_the_words_stand_in_the_form_as_text(client):
    html = client.get("/tim-kiem/", {"q": '"><script>x'}).content.decode()

    assert "<script" not in html
    assert 'value="&quot;&gt;&lt;script&gt;x"' in html


def test_a_hit_in_the_text_shows_its_place(client):
    body = "<p>" + "mở đầu " * 80 + "cá linh đầu mùa " + "kết " * 80 + "</p>"
    makers.article(headline="Tin khác", body=body)

    html = client.get("/tim-kiem/", {"q": "ca linh"}).content.decode()

    assert "…mở đầu" in html
    assert "<mark>cá linh</mark> đầu mùa kết" in html


def test_an_answer_is_not_for_search_engines(client):
    html = client.get("/tim-kiem/", {"q": "hue"}).content.decode()

    assert '<meta name="robots" content="noindex">' in html
    assert html.count("?q=") == 0


@pytest.mark.parametrize("count", [60, 5_000])
def test_an_answer_costs_two_queries(client, django_assert_num_queries, count):
    makers.archive(makers.article(), count)

    with django_assert_num_queries(2):
        answer = client.get("/tim-kiem/", {"q": "mưa lớn ở huế"})

    assert answer.content.decode().count("<mark>") >= SHOWN


def test_a_long_word_does_not_stop_a_printing():
    makers.article(headline="Tin", body=f"<p>{'dài' * 5_000}</p>")


def is_right(row: dict[str, str], answers: list[str], kin: list[dict]) -> bool:
    """Whether one pair came out as expected; `kin` are the pairs of the same query."""
    title, expected = clean_line(row["title"]), row["expected"]
    matches = [clean_line(pair["title"]) for pair in kin if pair["expected"] == "match"]
    first = [clean_line(pair["title"]) for pair in kin if "first" in pair["expected"]]
    if expected == "no match":
        return title not in answers
    if expected == "no match as a phrase":
        better = [answers.index(other) for other in (*matches, *first)]
        return title not in answers or all(
            place < answers.index(title) for place in better
        )
    if title not in answers:
        return False
    levels = [
        Query.parse(row["query"]).exactness(other, as_phrase=True) for other in answers
    ]
    place = answers.index(title)
    if expected == "match, rank first":
        return levels[place] == max(levels) == min(levels[: place + 1])
    if expected == "match, rank below the exact one":
        return levels[place] == min(levels[: place + 1]) < 2
    return True


def test_real_queries_find_what_they_should(capsys):
    if not PAIRS.exists():
        return
    with PAIRS.open(newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    printed(*dict.fromkeys(clean_line(row["title"]) for row in rows))

    wrong = []
    for row in rows:
        kin = [pair for pair in rows if pair["query"] == row["query"]]
        if not is_right(row, found(row["query"]), kin):
            wrong.append((row["query"], row["title"], row["expected"]))
    with capsys.disabled():
        print(f"\nsearch pairs: {len(rows) - len(wrong)} of {len(rows)}", *wrong[:9])

    assert wrong == []
