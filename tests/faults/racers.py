"""The sides of a race, each in a process of its own (tests/faults/processes.py).

A racer sets up, says so by making FOLDER/barrier.<pid>, waits for FOLDER/barrier.go,
acts, and tells what came of it. `is_faulty` takes away the rule that the race is about.
"""

import logging
import os
import re
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models import F
from django.test import Client

from articles.models import Article, ArticlePhoto, Stamp
from articles.shelf import Shelf
from desk import hiding, publishing
from desk.models import Story, User
from desk.writing import Stale
from photos import renditions
from photos.addresses import rendition_name
from photos.files import public
from photos.models import Photo


def stand_at(folder: Path) -> None:
    """Connected and set up: wait until everybody is."""
    connection.ensure_connection()
    (folder / f"barrier.{os.getpid()}").touch()
    wait_until(lambda: (folder / "barrier.go").exists())


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not is_so():
        if time.monotonic() > deadline:
            sys.exit("what this side waits for did not come")
        time.sleep(0.001)


def print_once(
    folder: Path, number: int, version: int, username: str, *, is_faulty: bool = False
) -> str:
    """Stops between the door's reading and the verb."""
    story = Story.objects.get(pk=number)
    user = User.objects.get(username=username)
    stand_at(folder)
    if is_faulty:
        publishing._claim = _claim_without_version
    return _print(folder, story, version, user)


def print_when_asked(folder: Path, number: int, version: int, username: str) -> str:
    """When the other side has asked what is shown."""
    stand_at(folder)
    wait_until(lambda: (folder / "asked").exists())
    story = Story.objects.get(pk=number)
    return _print(folder, story, version, User.objects.get(username=username))


def _print(folder: Path, story: Story, version: int, user: User) -> str:
    try:
        publishing.print_story(story, version=version, by=user)
    except Stale:
        return "stale"
    (folder / "printed").touch()
    return "printed"


def _claim_without_version(story: Story, version: int, *, gated: bool = False) -> None:
    Story.objects.filter(pk=story.pk).update(version=F("version") + 1)


def hide_slowly(
    folder: Path, photo: int, seconds: float, *, is_faulty: bool = False
) -> str:
    """Hides a photo's files, and stops between asking what is shown and deleting.

    It stops until the other side has printed, at most for so many seconds: whoever
    holds the photo's lock waits in vain, and goes on.
    """
    hide = renditions.hide

    def after_a_while(photo: Photo, **words: Any) -> None:
        (folder / "asked").touch()
        deadline = time.monotonic() + seconds
        while not (folder / "printed").exists() and time.monotonic() < deadline:
            time.sleep(0.005)
        hide(photo, **words)

    renditions.hide = after_a_while
    if is_faulty:
        hiding.transaction.atomic = nullcontext
        hiding.Photo.objects.select_for_update = Photo.objects.all
    stand_at(folder)
    hiding.hide_unused([photo])
    return "hidden"


def churn(folder: Path, number: int, username: str, rounds: int) -> str:
    """Prints and withdraws one story again and again."""
    story = Story.objects.get(pk=number)
    user = User.objects.get(username=username)
    stand_at(folder)
    for _round in range(rounds):
        version = Story.objects.values_list("version", flat=True).get(pk=number)
        publishing.print_story(story, version=version, by=user)
        publishing.withdraw(story, version=version + 1, by=user)
    version = Story.objects.values_list("version", flat=True).get(pk=number)
    publishing.print_story(story, version=version, by=user)
    return "churned"


def watch(folder: Path, seconds: float) -> str:
    """Looks for a public article that lacks a picture, as a reader would meet it."""
    stand_at(folder)
    end, looks = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        for use in ArticlePhoto.objects.select_related("article").order_by("pk"):
            looks += 1
            if not (public().root / rendition_name(use.stem, "w320.jpg")).exists():
                same = Article.objects.filter(
                    pk=use.article_id, edition_number=use.article.edition_number
                )
                if same.exists():
                    return f"article {use.article_id} lacks its picture"
    return "whole" if looks else "saw nothing"


def flip(folder: Path, number: int, username: str, readers: int) -> str:
    """Prints and withdraws one story, with a breath in between, until so many readers
    have seen enough."""
    story = Story.objects.get(pk=number)
    user = User.objects.get(username=username)
    stand_at(folder)
    while len(list(folder.glob("seen.*"))) < readers:
        for act in (publishing.print_story, publishing.withdraw):
            version = Story.objects.values_list("version", flat=True).get(pk=number)
            act(story, version=version, by=user)
            time.sleep(0.2)
    return "flipped"


def read(
    folder: Path, number: int, address: str, changes: int, *, is_faulty: bool = False
) -> str:
    """Reads an article through the page cache until it changed so many times, and looks
    whether what is shown is what is public: an edition's number, or 410."""
    try:
        if is_faulty:
            Shelf.is_fresh = lambda *_: True
        return _read(folder, number, address, changes)
    finally:
        (folder / f"seen.{os.getpid()}").touch()


def _read(folder: Path, number: int, address: str, changes: int) -> str:
    client = Client()
    logging.disable()  # a page that is gone is what it is about
    stand_at(folder)
    deadline = time.monotonic() + 100
    seen: set[int] = set()
    while len(seen) < changes and time.monotonic() < deadline:
        stamp, edition = _stamp(), _edition(number)
        answer = client.get(address)
        if _stamp() != stamp:
            continue
        seen.add(stamp)
        found = re.search(r'"version": (\d+)', answer.content.decode())
        if (found and int(found[1])) != edition:
            return f"edition {edition} is public, {answer.status_code} was shown"
    return f"saw {len(seen)}"


def _stamp() -> int:
    return Stamp.objects.values_list("n", flat=True).get(pk=1)


def _edition(number: int) -> int | None:
    editions = Article.objects.filter(pk=number).values_list(
        "edition_number", flat=True
    )
    return editions.first()
