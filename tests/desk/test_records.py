"""The audit chain, the stamp, the clock, and what the database itself refuses."""

import pytest
from django.db import DatabaseError, connection, transaction

from articles.models import Edition, Stamp
from desk.models import Audit, AuditHead
from desk.records import audit_hash, clock, note, seal
from tests import makers

pytestmark = pytest.mark.django_db


def test_it_works():
    entry = note("test", by=makers.lan(), at=makers.AT, detail={"a": 1})

    assert (entry.actor_name, entry.detail) == ("lan", '{"a":1}')
    assert entry.hash == audit_hash(Audit.objects.get(pk=entry.pk))


def test_each_entry_holds_the_hash_of_the_one_before():
    first = note("one", by=None, at=makers.AT)
    second = note("two", by=None, at=makers.AT)

    assert (second.number, second.previous_hash) == (first.number + 1, first.hash)
    assert AuditHead.objects.get().hash == second.hash


def test_a_changed_entry_no_longer_fits_its_hash():
    entry = note("one", by=None, at=makers.AT)

    entry.actor_name = "ai đó"

    assert entry.hash != audit_hash(entry)


def test_a_seal_moves_the_stamp_and_a_note_does_not():
    before = Stamp.objects.get().n

    note("one", by=None, at=makers.AT)
    seal("two", by=None, at=makers.AT)

    assert Stamp.objects.get().n == before + 1


def test_the_clock_is_aware_of_its_zone():
    assert clock().tzinfo is not None


@pytest.mark.parametrize("model", [Audit, Edition])
def test_postgresql_refuses_to_change_or_remove_what_was_recorded(model):
    makers.article()
    if connection.vendor != "postgresql":
        return

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.update(hash="0" * 64)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.all().delete()
