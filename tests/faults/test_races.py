"""Processes that want the same thing at the same time."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from django.conf import settings

from articles.models import Article, Edition
from desk.invariants import violations
from desk.models import Audit, Story
from tests import makers
from tests.faults import racers
from tests.faults.processes import Fork, rounds, wait_for
from tests.redis import caches_at, redis_server

pytestmark = pytest.mark.django_db(transaction=True)


def race(folder: Path, *acts: Callable[[Path], str]) -> list[str]:
    """What each side says, all acting at once."""
    forks = [Fork(act, folder) for act in acts]
    wait_for(folder, len(forks))
    (folder / "barrier.go").touch()
    return [fork.said() for fork in forks]


def printing(story: Story, **more: bool) -> Callable[[Path], str]:
    words = {"number": story.pk, "version": story.version, "username": "tong"}
    return partial(racers.print_once, **words, **more)


@pytest.mark.parametrize("processes", [2, 8])
def test_of_many_processes_one_prints(tmp_path, processes):
    story = makers.story(lead=makers.lead(makers.photo()))
    makers.chief()

    said = race(tmp_path, *[printing(story)] * processes)

    assert sorted(said) == ["printed"] + ["stale"] * (processes - 1)
    assert Edition.objects.count() == 1
    assert Audit.objects.filter(action="print").count() == 1
    assert list(violations()) == []


def test_without_the_version_in_the_where_both_print(tmp_path):
    story = makers.story()
    makers.chief()

    said = race(tmp_path, *[printing(story, is_faulty=True)] * 2)

    assert said == ["printed", "printed"]
    assert Edition.objects.count() == 2


@pytest.mark.parametrize("attempt", range(rounds(1, 10)))
def test_eight_stories_that_share_photos_and_a_section_are_all_printed(
    tmp_path, attempt
):
    photos = [makers.photo() for _number in range(4)]
    ids = [photo.pk for photo in photos]
    makers.chief()
    stories = []
    for number in range(8):
        order = ids[number % 4 :] + ids[: number % 4]  # each in an order of its own
        body = "".join(
            f'<figure class="photo" data-photo="{pk}"></figure>' for pk in order
        )
        lead = makers.lead(photos[(number + attempt) % 4])
        stories.append(makers.story(lead=lead, body=f"<p>Nước</p>{body}"))

    said = race(tmp_path, *map(printing, stories))

    assert said == ["printed"] * 8
    assert Article.objects.count() == 8
    assert list(violations()) == []


def hide_against_print(folder: Path, seconds: float, **more: bool) -> list[Path]:
    """The public files after a photo was hidden slowly while its story was printed."""
    photo = makers.photo()
    makers.chief()
    withdrawn = makers.article(lead=makers.lead(photo))
    Article.objects.filter(pk=withdrawn.pk).delete()  # its files are still there
    story = makers.story(lead=makers.lead(photo))

    said = race(
        folder,
        partial(racers.hide_slowly, photo=photo.pk, seconds=seconds, **more),
        partial(
            racers.print_when_asked,
            number=story.pk,
            version=story.version,
            username="tong",
        ),
    )

    assert said == ["hidden", "printed"]
    return list((Path(settings.MEDIA_ROOT) / "public").rglob("*-w320.jpg"))


def test_a_photo_hidden_while_it_is_printed_is_there_afterwards(tmp_path):
    assert len(hide_against_print(tmp_path, 1.5)) == 1


def test_without_the_photos_lock_the_printed_page_lacks_its_picture(tmp_path):
    assert hide_against_print(tmp_path, 60, is_faulty=True) == []


def test_no_reader_ever_meets_a_page_without_its_picture(tmp_path):
    makers.chief()
    photo = makers.photo()
    stories = [makers.story(lead=makers.lead(photo)) for _number in range(2)]
    words = {"username": "tong", "rounds": rounds(8, 80)}

    *said, seen = race(
        tmp_path,
        *[partial(racers.churn, number=story.pk, **words) for story in stories],
        partial(racers.watch, seconds=rounds(2, 20)),
    )

    assert (said, seen) == (["churned", "churned"], "whole")
    assert list(violations()) == []


@pytest.fixture
def redis(tmp_path, settings) -> Iterator[None]:
    """The page cache of all sides in one Redis."""
    with redis_server(tmp_path) as (url, _server):
        settings.CACHES = caches_at(url)
        yield


def readers(folder: Path, *, changes: int, **more: bool) -> list[str]:
    """What two readers say who share Redis, while a story comes and goes."""
    makers.chief()
    article = makers.article()
    words = {"number": article.pk, "address": article.get_absolute_url()}
    read = partial(racers.read, **words, changes=changes, **more)
    flip = partial(racers.flip, number=article.pk, username="tong", readers=2)

    *said, flipped = race(folder, read, read, flip)

    assert flipped == "flipped"
    return said


def test_no_reader_is_shown_a_page_that_is_not_public_any_more(tmp_path, redis):
    changes = rounds(6, 100)

    assert readers(tmp_path, changes=changes) == [f"saw {changes}"] * 2


def test_without_the_stamp_readers_are_shown_what_is_gone(tmp_path, redis):
    said = readers(tmp_path, changes=6, is_faulty=True)

    assert all("is public" in each for each in said)
