"""A section is moved while a story is printed into it: one of them waits."""

import threading
import time
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from articles.models import Article, Section
from desk import publishing, sections
from desk.models import Story, User
from tests import makers

pytestmark = pytest.mark.django_db(transaction=True)

HELD = 0.3  # seconds that the first transaction stays open after its last word


def one_after_the_other(first: Callable, second: Callable) -> None:
    """The second begins when the first has done all but commit."""
    is_done = threading.Event()
    faults: list[BaseException] = []

    def hold() -> None:
        with transaction.atomic():
            first()
            is_done.set()
            time.sleep(HELD)

    def follow() -> None:
        is_done.wait(10)
        second()

    def run(act: Callable) -> None:
        try:
            act()
        except BaseException as fault:  # shown by the test, not lost with the thread
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in (hold, follow)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert faults == []


@pytest.fixture
def acts() -> tuple[Callable, Callable, Section]:
    """Print a story of a section; move that section under another."""
    chief: User = makers.chief()
    below = sections.make(sections.Plan("Bóng đá"), by=chief)
    top = sections.make(sections.Plan("Thể thao"), by=chief)
    story: Story = makers.story(section=below.pk)
    plan = sections.Plan("Bóng đá", parent=top.pk)

    def print_it() -> None:
        publishing.print_story(story, version=story.version, by=chief)

    def move_it() -> None:
        sections.change(below, plan, by=chief)

    return print_it, move_it, top


def test_a_move_waits_for_a_printing_and_files_its_article(acts):
    print_it, move_it, top = acts

    one_after_the_other(print_it, move_it)

    assert Article.objects.get().top_section == top


def test_a_printing_waits_for_a_move_and_files_by_it(acts):
    print_it, move_it, top = acts

    one_after_the_other(move_it, print_it)

    assert Article.objects.get().top_section == top


def test_a_printing_of_a_known_article_waits_too(acts):
    print_it, move_it, top = acts
    print_it()
    story = Story.objects.get()
    chief = makers.chief()

    def again() -> None:
        publishing.print_story(story, version=story.version, by=chief)

    one_after_the_other(move_it, again)

    assert Article.objects.get().top_section == top
