"""An archive of any size, written in bulk: what readers' pages ask, and nothing else.

Number 1 is the newest, and growing adds older ones: the same pages are measured in an
archive of every size. There are no stories and no files behind it.
"""

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import datetime, timedelta
from multiprocessing import get_context
from random import Random
from typing import Any

import django
from django.db import connection
from tqdm import tqdm

from articles.copy import Byline, Copy, Link, LinkKind, Picture
from articles.models import Article, Author, Section, Topic
from articles.printed import Printed, PrintedPicture
from desk.printing import derived, projections
from newsroom.text.fold import fold
from tests.benchmarks.words import Writer

PROCESSES = 2
BATCH = 250  # articles
BETWEEN = timedelta(minutes=5)
BODY = 10  # paragraphs
SECTIONS, BELOW = 12, 3
NAMES = {Author: ("nguoi", 200), Topic: ("viec", 400)}
BACK = 500  # numbers that a link goes back, at most


def furnish() -> None:
    """Sections of two levels, authors and topics; no article yet."""
    writer = Writer(0)
    for position in range(SECTIONS):
        top = _section(writer, f"muc-{position}", position)
        for below in range(BELOW):
            _section(writer, f"muc-{position}-{below}", below, parent=top)
    for model, (word, count) in NAMES.items():
        names = [writer.words(3).title() for _number in range(count)]
        model.objects.bulk_create(
            model(pk=number, name=name, slug=f"{word}-{number}", search_name=fold(name))
            for number, name in enumerate(names, start=1)
        )


def _section(writer: Writer, slug: str, position: int, **fields: Any) -> Section:
    name = writer.words(2).capitalize()
    return Section.objects.create(name=name, slug=slug, position=position, **fields)


def grow(count: int, *, newest: datetime) -> None:
    """Go on to `count` articles; `newest` is the moment of number 1."""
    begun = Article.objects.count()
    parts = [
        (range(start, min(start + BATCH, count + 1)), newest)
        for start in range(begun + 1, count + 1, BATCH)
    ]
    connection.close()
    # Spawned, not forked: no child inherits a connection.
    with (
        ProcessPoolExecutor(
            PROCESSES, mp_context=get_context("spawn"), initializer=django.setup
        ) as pool,
        tqdm(total=count - begun, desc=f"{count:,} articles") as bar,
    ):
        for written in as_completed(pool.submit(write, *part) for part in parts):
            bar.update(written.result())
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def write(numbers: range, newest: datetime) -> int:
    """The articles of these numbers, and how many they are."""
    sections = list(Section.objects.order_by("id"))
    articles, rows = [], defaultdict(list)
    for number in numbers:
        article, lists = _article(number, sections, newest)
        articles.append(article)
        for listed in (*lists["bylines"], *lists["topics"], *lists["links"]):
            rows[type(listed)].append(listed)
    Article.objects.bulk_create(articles)
    for model, listed in rows.items():
        model.objects.bulk_create(listed)
    return len(articles)


def _article(
    number: int, sections: list[Section], newest: datetime
) -> tuple[Article, dict[str, list[Any]]]:
    writer = Writer(number)
    section = writer.random.choice(sections)
    printed = _printed(writer, number, section)
    at = newest - number * BETWEEN
    article = Article(
        pk=number,
        **derived(printed),
        section=section,
        top_section_id=section.parent_id or section.pk,
        first_printed_at=at,
        printed_at=at,
        edition_number=1,
    )
    return article, projections(article, printed)


def _printed(writer: Writer, number: int, section: Section) -> Printed:
    """A story of a common kind: five of six with a picture, every third with two."""
    chance = writer.random
    pictures = [
        _picture(writer, number * 10 + place)
        for place in range(chance.choice((0, 1, 1, 1, 2, 2)))
    ]
    body = [f"<p>{text}</p>" for text in writer.paragraphs(BODY)]
    for picture in pictures[1:]:
        caption = f"<figcaption>{writer.sentence(14)}</figcaption>"
        figure = (
            f'<figure class="photo" data-photo="{picture.photo}">{caption}</figure>'
        )
        body.insert(4, figure)
    lead = Picture(pictures[0].photo, writer.sentence(16)) if pictures else None
    return Printed(
        Copy(
            section=section.pk,
            headline=writer.words(14).capitalize(),
            standfirst=writer.sentence(40),
            dateline=f"TTXVN - {writer.words(3).title()},",
            body="\n".join(body),
            end_mark="./.",
            sign_off=writer.words(3).title(),
            bylines=tuple(
                Byline(writer.words(3).title(), author)
                for author in _some(Author, chance, (1, 1, 2))
            ),
            lead=lead,
            topics=tuple(_some(Topic, chance, (0, 1, 2))),
            links=tuple(
                Link(kind, story=max(1, number - chance.randint(1, BACK)))
                for kind in (LinkKind.RELATED, LinkKind.RELATED, LinkKind.MORE)
            ),
        ),
        tuple(pictures),
    )


def _some(model: type, chance: Random, counts: Sequence[int]) -> list[int]:
    _word, known = NAMES[model]
    return chance.sample(range(1, known + 1), chance.choice(counts))


def _picture(writer: Writer, photo: int) -> PrintedPicture:
    name = writer.words(3).title()
    stem = f"{photo:032x}-{photo:016x}"
    return PrintedPicture(
        photo, f"(Ảnh: {name}/TTXVN)", 1600, 1067, focal_x=500, focal_y=500, stem=stem
    )
