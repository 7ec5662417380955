import pytest
from django.db import transaction
from django.utils import timezone

from articles.columns import HTMLField
from articles.markup import BodyRefused
from desk.models import Story

pytestmark = pytest.mark.django_db

DIRTY = "<p onclick=x()>Mưa<script>x</script>"
CLEAN = "<p>Mưa</p>"


def story(body: str) -> Story:
    at = timezone.now()
    return Story(body=body, created_at=at, updated_at=at)


def stored() -> list[str]:
    return list(Story.objects.order_by("id").values_list("body", flat=True))


def test_it_works():
    new = story(DIRTY)

    new.save()

    assert new.body == CLEAN
    assert stored() == [CLEAN]


def test_bulk_create_sanitises():
    Story.objects.bulk_create([story(DIRTY)])

    assert stored() == [CLEAN]


def test_update_sanitises():
    story("").save()

    Story.objects.update(body=DIRTY)

    assert stored() == [CLEAN]


def test_bulk_update_sanitises():
    new = story("")
    new.save()
    new.body = DIRTY

    Story.objects.bulk_update([new], ["body"])

    assert stored() == [CLEAN]


def test_a_refused_body_is_not_stored():
    with pytest.raises(BodyRefused), transaction.atomic():
        story("<aside>" * 101).save()

    assert stored() == []


def test_nothing_is_still_nothing():
    assert HTMLField().get_prep_value(None) is None


def test_migrations_name_the_column_and_no_editor():
    _name, path, args, kwargs = HTMLField().deconstruct()

    assert (path, args, kwargs) == ("articles.columns.HTMLField", [], {})
