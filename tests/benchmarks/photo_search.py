"""How long the contact sheet takes at 250,000 photos: `make bench-photos`.

Each question is asked as an editor asks it, REPEATS times; its plans must read no
table from end to end. Half the captions of the oldest twentieth name one event: a word
that is frequent, and that no new photo has.
"""

import os
import platform
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from tqdm import tqdm  # noqa: E402

from articles.models import Edition, EditionPhoto  # noqa: E402
from desk.photo_search import Filters, find, use_counts  # noqa: E402
from newsroom.text.fold import fold  # noqa: E402
from photos.describing import credit_line  # noqa: E402
from photos.models import Lease, Photo, PhotoPhotographer  # noqa: E402
from photos.validity import faults  # noqa: E402

PHOTOS = int(os.environ.get("PHOTOS", "250000"))
REPEATS = 15
LIMIT = 100  # milliseconds
NEWEST = datetime(2026, 11, 1, tzinfo=UTC)
AGENCIES = ["TTXVN"] * 60 + ["AFP"] * 15 + ["Reuters"] * 10 + ["THX", "AP", "EPA"] * 5
ONSETS = "b c d đ g h k kh l m n ng nh ph qu r s t th tr v x ch gi"
RIMES = "a ái an anh ành áo âm ân ấp è en ệ ện i ích iên ình o ông ơ ưa ương"
SYLLABLES = [onset + rime for onset in ONSETS.split() for rime in RIMES.split()]
WEIGHTS = [1 / (rank + 5) for rank in range(len(SYLLABLES))]
PEOPLE = [
    f"{a.title()} {b.title()}" for a, b in zip(SYLLABLES, SYLLABLES[7:], strict=False)
]


def photos(chance: random.Random) -> Iterator[Photo]:
    for number in range(PHOTOS):
        caption = " ".join(chance.choices(SYLLABLES, WEIGHTS, k=24)).capitalize()
        if number > PHOTOS * 0.95 and number % 2:
            caption += " sự kiện quýnh khoeo"
        agency = chance.choice(AGENCIES)
        lacks = number % 5000 == 0
        line = "" if lacks else f"(Ảnh: {chance.choice(PEOPLE)}/{agency})"
        width, height = (
            chance.choice([(6000, 4000), (4000, 6000)]) if number % 700 else (9, 9)
        )
        at = NEWEST - timedelta(minutes=20 * number)
        yield Photo(
            sha256=f"{number:064x}",
            public_key=f"{number:032x}",
            format="jpeg",
            size=9_000_000,
            width=width,
            height=height,
            caption=caption,
            credit_text=line,
            agency="" if lacks else agency,
            rights="own"
            if agency == "TTXVN"
            else "agency"
            if number % 50
            else "unknown",
            taken_on=at.date() if number % 3 else None,
            search_text=fold(f"{caption} {line} {number}.jpg"),
            day=at.date(),
            created_at=at,
        )


def batches(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    stream = iter(rows)
    while some := list(islice(stream, size)):
        yield some


def fill() -> None:
    chance = random.Random(11)
    with tqdm(total=PHOTOS, desc="photos") as bar:
        for some in batches(photos(chance), 2000):
            made = Photo.objects.bulk_create(some)
            PhotoPhotographer.objects.bulk_create(
                PhotoPhotographer(photo=photo, name=credit[6:].split("/")[0].strip())
                for photo in made
                if (credit := photo.credit_text)
            )
            bar.update(len(some))
    edition = Edition.objects.create(
        article_id=1, number=1, kind="print", schema=1, content="{}", hash="0" * 64,
        revision_number=1, revision_hash="0" * 64, printed_at=NEWEST,
    )  # fmt: skip
    numbers = Photo.objects.order_by("-created_at").values_list("pk", flat=True)
    used = (pk for place, pk in enumerate(numbers.iterator()) if place % 10 < 7)
    for some in batches(used, 5000):
        EditionPhoto.objects.bulk_create(
            EditionPhoto(edition=edition, photo_id=pk) for pk in some
        )
    Lease.objects.bulk_create(
        Lease(photo_id=pk, access="allow", ends_at=NEWEST, created_at=NEWEST)
        for pk in numbers[:2000]
    )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def questions() -> dict[str, Callable[[], object]]:
    middle = (NEWEST - timedelta(minutes=20 * PHOTOS // 2)).date()
    person, word = PEOPLE[5], SYLLABLES[2]
    rare = Photo.objects.order_by("pk")[PHOTOS // 3].caption.split()
    asked = {
        "newest": Filters(),
        "a common word": Filters(words=SYLLABLES[0]),
        "two common words": Filters(words=f"{SYLLABLES[0]} {SYLLABLES[1]}"),
        "a rare phrase": Filters(words=" ".join(rare[:6])),
        "a word of old photos alone": Filters(words="quynh khoeo"),
        "a word that no photo has": Filters(words="zzz"),
        "the house's own agency": Filters(agency="TTXVN"),
        "an agency, and a word": Filters(agency="EPA", words=SYLLABLES[3]),
        "an agency that no photo has": Filters(agency="Sao Mai"),
        "a photographer": Filters(photographer=person),
        "a photographer, and words": Filters(photographer=person, words=word),
        "portraits": Filters(orientation="portrait"),
        "squares": Filters(orientation="square"),
        "squares of an agency": Filters(orientation="square", agency="EPA"),
        "unknown rights": Filters(rights="unknown"),
        "unused": Filters(is_unused=True),
        "unused, of an agency": Filters(is_unused=True, agency="AFP"),
        "without credit": Filters(lacks_credit=True),
        "without credit, and a word": Filters(lacks_credit=True, words=SYLLABLES[0]),
        "a day long ago": Filters(since=middle, until=middle),
        "a month long ago": Filters(since=middle - timedelta(30), until=middle),
        "since long ago": Filters(since=middle),
        "until long ago": Filters(until=middle),
        "until long ago, and a word": Filters(until=middle, words=SYLLABLES[1]),
        "before there were any": Filters(until=date(1900, 1, 1)),
    }  # fmt: skip
    found = {
        name: (lambda filters=filters: page(filters)) for name, filters in asked.items()
    }
    return {**found, "the hundredth page": deep}


def page(filters: Filters, before: object = None) -> None:
    """What the contact sheet asks."""
    found = find(filters, before=before)
    use_counts(found.photos)
    for photo in found.photos:
        faults(photo), credit_line(photo)


CURSORS: dict[int, object] = {}


def deep() -> None:
    if not CURSORS:
        before = None
        for _page in range(100):
            before = find(Filters(), before=before).older
        CURSORS[0] = before
    page(Filters(), before=CURSORS[0])


def scans(ask: Callable[[], object]) -> list[str]:
    """Tables that a plan of its queries reads from end to end."""
    plans = []

    def explained(execute, sql, params, many, context):
        if sql.startswith("SELECT"):
            with connection.connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN {sql}", params)
                plans.extend(row[0] for row in cursor.fetchall())
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explained):
        ask()
    big = ("photos_photo", "photos_photophotographer", "articles_editionphoto")
    return [
        line.strip() for line in plans
        if "Seq Scan on" in line and any(f" {name} " in f"{line} " for name in big)
    ]  # fmt: skip


def main() -> int:
    call_command("migrate", verbosity=0)
    if not Photo.objects.exists():
        fill()
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores")
    print(
        f"PostgreSQL {connection.pg_version // 10000}, {Photo.objects.count():,} photos"
    )
    print(f"median and slowest of {REPEATS}, milliseconds, after one that warms\n")
    slow = 0
    for name, ask in questions().items():
        ask()
        spent = []
        for _repeat in range(REPEATS):
            begun = time.perf_counter()
            ask()
            spent.append((time.perf_counter() - begun) * 1000)
        read = scans(ask)
        median = statistics.median(spent)
        slow += median > LIMIT or bool(read)
        print(f"{name:32} {median:8.1f} {max(spent):8.1f}  {'; '.join(read)}")
    print(f"\n{slow} over {LIMIT} ms, or with a table read from end to end")
    return bool(slow)


if __name__ == "__main__":
    sys.exit(main())
