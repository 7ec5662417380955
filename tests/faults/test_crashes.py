"""A process killed at every statement of a verb leaves all of it, or nothing."""

import json
import signal

import pytest
from django.apps import apps

from articles.models import Article, Edition
from desk import hiding, outbox, writing
from desk.invariants import violations
from desk.models import Outbox, Story
from tests import makers
from tests.faults import killing
from tests.faults.processes import Fork, rounds

pytestmark = pytest.mark.django_db(transaction=True)

STRIDE = rounds(7, 1)  # every seventh statement, or every one


def prepared(verb: str):
    """A story with two pictures on which `verb` has everything to do."""
    makers.chief()
    photos = [makers.photo() for _number in range(2)]
    body = f'<p>Nước</p><figure class="photo" data-photo="{photos[1].pk}"></figure>'
    words = {"lead": makers.lead(photos[0]), "body": body}
    if verb == "print_story":
        return makers.story(**words)
    story = makers.fresh(makers.article(**words))
    if verb == "correct":
        copy = makers.copy(lead=makers.lead(photos[0]), body="<p>Nước rút</p>")
        writing.save(story, copy, version=story.version, by=makers.binh())
    return makers.fresh(story)


def rows() -> dict[str, int]:
    """How many rows each table of ours has, and every story's version."""
    rooms = ("photos", "articles", "desk", "wire")
    models = [
        model for room in rooms for model in apps.get_app_config(room).get_models()
    ]
    return {model._meta.label: model._default_manager.count() for model in models}


def state() -> str:
    editions = list(Edition.objects.order_by("pk").values_list("hash", flat=True))
    live = list(Article.objects.order_by("pk").values_list("pk", "edition_number"))
    return json.dumps([rows(), editions, live])


def killed_at(number: int, verb: str, story: Story, *, whole: bool = True) -> bool:
    """Whether a process was killed before so many statements; else it did it all."""
    code = Fork(killing.act, verb, story.pk, "tong", number, whole=whole).ended()
    assert code in (0, -signal.SIGKILL)
    return code != 0


@pytest.mark.parametrize("verb", ["print_story", "correct", "reprint", "withdraw"])
def test_a_process_killed_at_any_statement_leaves_all_or_nothing(verb, monkeypatch):
    monkeypatch.setattr(hiding, "PATIENCE", 0)
    story = prepared(verb)
    before = state()
    kills = 0

    for number in range(1, 1000, STRIDE):
        kills += killed_at(number, verb, story)
        list(hiding.sweep())
        assert list(violations()) == [], (verb, number)
        if state() != before:
            break

    print(f"{verb}: killed before {kills} statements, {STRIDE} apart")
    assert kills * STRIDE > 15
    outbox.deliver()
    assert list(violations()) == []
    assert not Outbox.objects.filter(delivered_at=None).exists()


def test_without_a_transaction_the_checks_find_the_half():
    story = prepared("print_story")

    assert killed_at(24, "print_story", story, whole=False)

    assert {violation.code for violation in violations()} & {"I2", "I3", "I5"}
