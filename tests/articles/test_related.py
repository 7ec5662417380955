"""Below an article: chosen by hand first, then by topic, then by section."""

import pytest

from articles.copy import Link, LinkKind
from articles.related import MORE, RELATED
from tests import makers
from tests.articles.test_views import page

pytestmark = pytest.mark.django_db


def below(client, article) -> tuple[list[str], list[str]]:
    """The headlines of both lists, without the links that lead on."""
    elements = page(client, article.get_absolute_url())
    titles = elements.of("a.title")
    related = elements.of("section.related")[0]
    return (
        [title for title in titles if title in related],
        [title for title in titles if title not in related],
    )


def test_it_works(client):
    makers.article(headline="Cùng mục")

    related, more = below(client, makers.article())

    assert related == ["Cùng mục"]
    assert more == []


def test_by_hand_comes_before_the_topic_and_the_topic_before_the_section(client):
    topic = makers.topic()
    elsewhere = makers.section("Kinh tế", "kinh-te")
    chosen = makers.article(headline="Chọn tay", section=elsewhere.pk)
    makers.article(headline="Cùng dòng", section=elsewhere.pk, topics=(topic.pk,))
    makers.article(headline="Cùng mục")
    makers.article(headline="Mục khác", section=elsewhere.pk)

    link = Link(LinkKind.RELATED, story=chosen.pk)
    article = makers.article(topics=(topic.pk,), links=(link,))

    assert below(client, article)[0] == ["Chọn tay", "Cùng dòng", "Cùng mục"]


def test_what_fills_both_lists_stands_in_one_of_them(client):
    makers.likes(makers.article(headline="Tin số"), 20)
    article = makers.article()

    related, more = below(client, article)

    assert related == [f"Tin số {n:02}" for n in range(20, 20 - RELATED, -1)]
    assert more == [f"Tin số {n:02}" for n in range(16, 16 - MORE, -1)]


def test_lists_that_are_full_are_left_as_they_are(client):
    targets = makers.likes(makers.article(headline="Chọn"), 20)
    links = tuple(
        Link(LinkKind.RELATED if n < 10 else LinkKind.MORE, story=each.pk)
        for n, each in enumerate(targets)
    )
    makers.article(headline="Mới nhất")

    related, more = below(client, makers.article(links=links))

    assert related == [f"Chọn {n:02}" for n in range(1, 11)]
    assert more == [f"Chọn {n:02}" for n in range(11, 21)]


def test_another_language_fills_nothing(client):
    topic = makers.topic()
    english = makers.section("English", "english", language="en")
    makers.article(
        headline="In English", language="en", section=english.pk, topics=(topic.pk,)
    )

    assert below(client, makers.article(topics=(topic.pk,))) == ([], [])


def test_see_more_goes_on_in_the_section_below_this_article(client):
    makers.article(headline="Cũ hơn một")
    for number in range(6):
        makers.article(headline=f"Cũ hơn {number}")
    article = makers.article(headline="Đang đọc")
    html = client.get(article.get_absolute_url()).content.decode()

    address = html.rpartition('class="onward"><a href="')[2].partition('"')[0]
    older = page(client, address)

    assert address.startswith("/xa-hoi/?truoc=")
    assert older.of("h2") == [*(f"Cũ hơn {n}" for n in range(5, -1, -1)), "Cũ hơn một"]
