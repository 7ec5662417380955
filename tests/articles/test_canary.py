"""Two hundred drafts with marked words leave the public site byte for byte the same."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import get_random_string

from articles.copy import Byline, Copy, Link, LinkKind
from articles.models import Article, ArticleTopic
from articles.models import Byline as PrintedByline
from desk.models import Revision, Story, StoryByline, StoryLink, StoryTopic
from newsroom.text.canonical import digest
from newsroom.text.fold import fold
from tests import makers

pytestmark = pytest.mark.django_db

WORD = "chimhoàngyến"
MARKS = (WORD, fold(WORD))
COUNT = 200


def paper() -> None:
    """Something public of every kind, all of it more than an hour old."""
    author, topic = makers.author(), makers.topic()
    english = makers.section("English", "english", language="en", position=9)
    makers.article(language="en", section=english.pk)
    other = makers.article(headline="Đường tàu mở lại")
    makers.article(
        lead=makers.lead(makers.photo(size=(400, 300))),
        bylines=(Byline("Trần Mai", author.pk),),
        topics=(topic.pk,),
        links=(Link(LinkKind.RELATED, story=other.pk),),
    )
    at = timezone.now() - timedelta(hours=30)
    for model in (Article, PrintedByline, ArticleTopic):
        model.objects.update(first_printed_at=at)


def drafts() -> list[Story]:
    """Stories that nobody printed: marked words in every field, and their own names."""
    author = makers.author(f"Người {WORD}", biography=WORD, search_name=fold(WORD))
    topic = makers.topic(f"Sự kiện {WORD}", search_name=fold(WORD))
    section = makers.section()
    at = timezone.now()
    texts = {
        name: f"{name} {WORD}"
        for name in (
            *("kicker", "headline", "short_headline", "search_headline"),
            *("standfirst", "dateline", "sign_off"),
        )
    }
    made = Story.objects.bulk_create(
        Story(
            **texts,
            section=section,
            body=f"<p>{WORD} {number}</p>",
            end_mark=WORD[:16],
            search_text=fold(WORD),
            lead_caption=WORD,
            lead_alt=WORD,
            created_at=at,
            updated_at=at,
            embargo_until=at + timedelta(days=1) if number % 2 else None,
            scheduled_for=at - timedelta(days=1) if number % 3 else None,
        )
        for number in range(COUNT)
    )
    content = Copy(section=section.pk, headline=WORD, body=f"<p>{WORD}</p>").to_json()
    Revision.objects.bulk_create(
        Revision(
            story=story,
            number=1,
            content=content,
            hash=digest(content),
            source=Revision.Source.PERSON,
            created_at=at,
        )
        for story in made
    )
    public = Article.objects.values_list("pk", flat=True)[0]
    for model, fields in (
        (StoryByline, {"author": author, "name": WORD, "role": WORD}),
        (StoryTopic, {"topic": topic}),
        (StoryLink, {"kind": LinkKind.RELATED, "target_id": public, "text": WORD}),
    ):
        model.objects.bulk_create(model(story=story, **fields) for story in made)
    return made


def crawl(client, starts: list[str]) -> dict[str, bytes]:
    """Every page that links lead to from these, by its address: status and bytes.

    Each is made anew: a kept one would hide what the drafts did.
    """
    cache.clear()
    found: dict[str, bytes] = {}
    waiting = list(starts)
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        found[address] = b"%d %s" % (answer.status_code, body)
        text = "" if answer.streaming else body.decode(errors="replace")
        links = re.findall(r'(?:href|src)="(/[^"]*)"', text)
        links += re.findall(r"http://127\.0\.0\.1:8000(/[^<\"\s]*)", text)
        waiting += [
            link.partition("#")[0]
            for link in links
            if not link.startswith(("/static/", "/admin/"))
        ]
    return found


def starts() -> list[str]:
    words = (WORD, fold(WORD), "headline", "hue", "mưa")
    return [
        *("/", "/robots.txt", "/sitemap.xml", "/sitemap-news.xml", "/khong-co/"),
        *(f"/tim-kiem/?q={word}" for word in words),
    ]


def test_it_works(client):
    paper()

    found = crawl(client, starts())

    assert {"/", "/xa-hoi/", "/tac-gia/tran-mai/", "/rss/"} <= set(found)
    assert any(re.fullmatch(r"/sitemap-\d{4}-\d\d\.xml", name) for name in found)
    assert sum(name.endswith(".html") for name in found) == 3


def test_drafts_leave_the_public_site_as_it_was(client):
    paper()
    before = crawl(client, starts())

    made = drafts()
    after = crawl(client, starts())

    assert Story.objects.count() == COUNT + Article.objects.count()
    assert after == before
    told = [page for name, page in after.items() if not name.startswith("/tim-kiem/")]
    assert not any(word.encode() in page for page in told for word in MARKS)
    for story in made[:5]:
        assert client.get(f"/xa-hoi/tin-{story.pk}.html").status_code == 404


def test_names_that_only_drafts_bear_are_nowhere(client):
    paper()
    drafts()
    slug = fold(f"Người {WORD}").replace(" ", "-")

    assert client.get(f"/tac-gia/{slug}/").status_code == 404
    assert client.get(f"/chu-de/su-kien-{fold(WORD)}/").status_code == 404


def test_the_crawl_would_notice_one_that_leaks(client):
    paper()
    before = crawl(client, starts())

    makers.article(headline=f"Tin {WORD} {get_random_string(4)}")

    assert crawl(client, starts()) != before
