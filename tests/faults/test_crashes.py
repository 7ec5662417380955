"""A process killed at every statement of a verb leaves all of it, or nothing."""

import json

import pytest
from django.apps import apps
from django.db import connection

from articles.models import Article, Edition
from desk import hiding, outbox, writing
from desk.invariants import violations
from desk.models import Outbox
from tests import makers
from tests.faults.processes import rounds, start

pytestmark = pytest.mark.django_db(transaction=True)

FAULT = {"PLANTED_FAULT": "1"}
STRIDE = rounds(11, 1)  # every eleventh statement, or every one


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


def killed_at(killer, number: int) -> str:
    killer.stdin.write(f"{number}\n")
    killer.stdin.flush()
    return killer.stdout.readline().strip()


@pytest.mark.parametrize("verb", ["print_story", "correct", "reprint", "withdraw"])
def test_a_process_killed_at_any_statement_leaves_all_or_nothing(verb, monkeypatch):
    monkeypatch.setattr(hiding, "PATIENCE", 0)
    story = prepared(verb)
    before = state()
    connection.close()
    killer = start("tests.faults.killing", verb, story.pk, "tong")
    outcomes = []

    for number in range(1, 1000, STRIDE):
        outcomes.append(killed_at(killer, number))
        list(hiding.sweep())
        assert list(violations()) == [], (verb, number)
        if state() != before:
            break

    killer.communicate(timeout=60)
    print(f"{verb}: killed before {len(outcomes)} statements, {STRIDE} apart")
    assert set(outcomes) <= {"killed", "done"}
    assert len(outcomes) * STRIDE > 15
    outbox.deliver()
    assert list(violations()) == []
    assert not Outbox.objects.filter(delivered_at=None).exists()


def test_without_a_transaction_the_checks_find_the_half():
    story = prepared("print_story")
    connection.close()
    killer = start("tests.faults.killing", "print_story", story.pk, "tong", **FAULT)

    assert killed_at(killer, 24) == "killed"

    killer.communicate(timeout=60)
    assert {violation.code for violation in violations()} & {"I2", "I3", "I5"}
