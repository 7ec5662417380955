"""Makers: the cast and the things that tests are about."""

import copy as copy_module
import io
import itertools
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest import mock

from django.contrib.auth.models import Group
from django.db import connection
from PIL import Image

from articles.copy import Byline, Copy, Link, LinkKind, Picture
from articles.models import Article, Author, Section, Topic
from desk import publishing, writing
from desk.models import Revision, Story, User
from desk.roles import CHIEF, EDITOR, MANAGING_EDITOR, REPORTER
from newsroom.text.slugs import slugify
from photos import decoding
from photos.intake import ORIGINAL, take_in
from photos.models import Photo
from photos.sandbox import Decoded
from photos.stores import Workspace

AT = datetime(2023, 12, 30, 11, 5, tzinfo=UTC)
PUBLIC_FILES = 9  # of a photo as small as jpeg() makes it
_numbers = itertools.count(1)


def person(name: str, role: str | None = None, **fields: Any) -> User:
    user = User.objects.create_user(name, password="matkhau-dai", **fields)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def lan() -> User:
    """The reporter."""
    return person("lan", REPORTER)


def binh() -> User:
    """The editor."""
    return person("binh", EDITOR)


def thu() -> User:
    """The managing editor, who prints."""
    return person("thu", MANAGING_EDITOR)


def section(name: str = "Xã hội", slug: str = "xa-hoi", **fields: Any) -> Section:
    made, _created = Section.objects.get_or_create(
        slug=slug, defaults={"name": name, **fields}
    )
    return made


def jpeg(width: int = 64, height: int = 48, *, number: int | None = None) -> bytes:
    """A JPEG that no other call gives, unless `number` is the same."""
    shade = next(_numbers) if number is None else number
    picture = Image.new("RGB", (width, height), (shade % 256, shade // 256 % 256, 90))
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=95, comment=str(shade).encode())
    return buffer.getvalue()


def photo(
    credit: str = "(Ảnh: Trần Mai/TTXVN)",
    *,
    size: tuple[int, int] = (64, 48),
    data: bytes = b"",
    **fields: Any,
) -> Photo:
    """Taken in like any other; but of each size only one of jpeg()'s is really decoded,
    where `data` always is."""
    words = {"credit": credit, "caption": "Mưa trên phố.", "by": "lan", "at": AT}
    words = {"name": "anh.jpg", **words, **fields}
    if data:
        return take_in(io.BytesIO(data), **words)
    with mock.patch("photos.intake.decode", _decode_once):
        return take_in(io.BytesIO(jpeg(*size)), **words)


def decode_here(original: Path, work: Workspace) -> Decoded:
    """What the child does, without starting one: for pictures that somebody trusts."""
    return Decoded(**decoding.decode(original, work.path, {}))


_first: dict[tuple[int, int], tuple[Decoded, dict[str, bytes]]] = {}


def _decode_once(original: Path, work: Workspace) -> Decoded:
    """What was found in the first of this size, and its files: hundreds of tests want a
    photo that is not what they are about."""
    with Image.open(original) as picture:
        size = picture.size
    if size not in _first:
        found = decode_here(original, work)
        made = [path for path in work.path.iterdir() if path.name != ORIGINAL]
        _first[size] = found, {path.name: path.read_bytes() for path in made}
    found, files = _first[size]
    for name, data in files.items():
        (work.path / name).write_bytes(data)
    return found


def copy(**fields: Any) -> Copy:
    defaults: dict[str, Any] = {
        "section": fields.pop("section", None) or section().pk,
        "headline": "Mưa lớn ở Huế làm ngập nhiều tuyến phố",
        "standfirst": "Nước lên nhanh trong đêm.",
        "dateline": "TTXVN - Ngày 2/11, tại Huế,",
        "body": "<p>mưa kéo dài suốt đêm.</p>\n<p>Sáng nay nước đã rút</p>",
        "end_mark": "./.",
        "sign_off": "Trần Mai",
        "bylines": (Byline("Trần Mai"),),
    }
    return Copy(**{**defaults, **fields})


def story(*, by: User | None = None, **fields: Any) -> Story:
    """An agency's story (by nobody), or one that `by` wrote."""
    source = Revision.Source.PERSON if by else Revision.Source.WIRE
    return writing.create(copy(**fields), by=by, source=source)


def lead(of: Photo, caption: str = "Phố ngập nước sáng 2/11.") -> Picture:
    return Picture(of.pk, caption, caption)


def author(name: str = "Trần Mai", **fields: Any) -> Author:
    return Author.objects.create(**{"name": name, "slug": slugify(name), **fields})


def topic(name: str = "Mưa lũ miền Trung", **fields: Any) -> Topic:
    return Topic.objects.create(**{"name": name, "slug": slugify(name), **fields})


def chief() -> User:
    """The editor-in-chief: one person, however often he is asked for."""
    found = User.objects.filter(username="tong").first()
    return found or person("tong", CHIEF)


def article(**fields: Any) -> Article:
    """A printed agency story."""
    made = story(**fields)
    return publishing.print_story(made, version=made.version, by=chief())


def likes(like: Article, count: int) -> list[Article]:
    """So many more of a printed article and its story, to be linked to: rows without
    revisions and editions."""
    story = fresh(like)
    articles, stories = [], []
    for number in range(1, count + 1):
        for row, rows in ((like, articles), (story, stories)):
            twin = copy_module.copy(row)
            twin.pk = 2_000_000 + number
            twin.headline = f"{row.headline} {number:02}"
            rows.append(twin)
    Story.objects.bulk_create(stories)
    return Article.objects.bulk_create(articles)


def full_article(
    *, bylines: int = 5, photos: int = 10, links: int = 20, topics: int = 8
) -> Article:
    """An article of every part, in these numbers; the first photo is the lead."""
    taken = [photo() for _number in range(photos)]
    figures = "".join(
        f'<figure class="photo" data-photo="{each.pk}">'
        "<figcaption>Nước lên</figcaption></figure>"
        for each in taken[1:]
    )
    targets = []
    if links:
        first = article(headline="Tin liên quan")
        targets = [first, *likes(first, links - 1)]
    names = [f"Người viết {n}" for n in range(bylines)]
    return article(
        headline="Một tin đủ mọi phần",
        bylines=tuple(Byline(name, author(name).pk) for name in names),
        lead=lead(taken[0]),
        body=f"<p>Nước lên.</p>{figures}<p>Nước rút</p>",
        topics=tuple(topic(f"Dòng sự kiện {n}").pk for n in range(topics)),
        links=tuple(
            Link(LinkKind.RELATED if n % 2 else LinkKind.MORE, story=each.pk)
            for n, each in enumerate(targets)
        ),
    )


def archive(like: Article, count: int) -> None:
    """So many older articles like this one, a minute between them, as an archive holds
    them; but without the text that a search looks into, which costs the most to store.
    """
    taken = Article.objects.count()
    kept = [each.column for each in Article._meta.concrete_fields]
    for name in ("id", "first_printed_at", "search_text"):
        kept.remove(name)
    earlier = {
        "postgresql": "first_printed_at - number * interval '1 minute'",
        "sqlite": "datetime(first_printed_at, -number || ' minutes')",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH RECURSIVE numbers (number) AS (
                SELECT %s UNION ALL SELECT number + 1 FROM numbers WHERE number < %s
            )
            INSERT INTO articles_article
                (id, first_printed_at, search_text, {", ".join(kept)})
            SELECT 1000000 + number, {earlier}, '', {", ".join(kept)}
            FROM numbers, articles_article
            WHERE id = %s AND number < %s
            """,
            [taken, count - 1, like.pk, count],
        )


def fresh(story: Story | Article) -> Story:
    """The story of this number as the database has it now."""
    return Story.objects.get(pk=story.pk)
