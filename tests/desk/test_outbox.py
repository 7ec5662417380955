"""Effects outside the database: recorded with their cause, done after the commit."""

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from desk import outbox
from desk.models import Outbox
from tests import makers

pytestmark = pytest.mark.django_db


def test_it_works():
    entry = outbox.enqueue("hide photos", {"photos": []}, at=makers.AT)

    assert outbox.deliver() == 1
    assert Outbox.objects.get(pk=entry.pk).delivered_at


def test_what_fails_stays_with_its_error_and_the_next_is_tried():
    broken = outbox.enqueue("no such kind", {}, at=makers.AT)
    whole = outbox.enqueue("hide photos", {"photos": []}, at=makers.AT)

    assert outbox.deliver() == 1
    broken.refresh_from_db()
    whole.refresh_from_db()
    assert (broken.delivered_at, broken.attempts) == (None, 1)
    assert "no such kind" in broken.last_error
    assert whole.delivered_at


def test_what_was_delivered_is_not_done_again():
    outbox.enqueue("hide photos", {"photos": []}, at=makers.AT)
    outbox.deliver()

    assert outbox.deliver() == 0


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_has_no_effect():
    with pytest.raises(RuntimeError), transaction.atomic():
        outbox.enqueue("hide photos", {"photos": []}, at=makers.AT)
        outbox.deliver_soon()
        raise RuntimeError

    assert not Outbox.objects.exists()


def test_the_command_does_what_is_left_and_tells_what_it_could_not(capsys):
    outbox.enqueue("hide photos", {"photos": []}, at=makers.AT)
    outbox.enqueue("no such kind", {}, at=makers.AT)

    with pytest.raises(CommandError, match="1"):
        call_command("deliver_outbox")

    assert "1" in capsys.readouterr().out
    assert Outbox.objects.filter(delivered_at=None).count() == 1


def test_what_an_effect_records_is_done_after_it(monkeypatch):
    done = []

    def first(payload):
        outbox.enqueue("second", {}, at=makers.AT)
        assert outbox.deliver() == 0
        done.append("first")

    second = {"second": lambda payload: done.append("second")}
    monkeypatch.setattr(outbox, "DELIVERIES", {"first": first, **second})
    outbox.enqueue("first", {}, at=makers.AT)

    assert outbox.deliver() == 2
    assert done == ["first", "second"]
