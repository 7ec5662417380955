"""What a test with transactions of its own leaves: nothing (tests/conftest.py)."""

import pytest
from django.apps import apps

from tests import makers
from tests.conftest import emptied


def counts() -> dict[str, int]:
    """How many rows every table has."""
    models = apps.get_models(include_auto_created=True)
    return {model._meta.label: model._base_manager.count() for model in models}


@pytest.mark.django_db(transaction=True)
def test_it_works():
    before = counts()
    makers.article(lead=makers.lead(makers.photo()), topics=(makers.topic().pk,))
    assert counts() != before

    emptied()

    assert counts() == before
    assert before["auth.Group_permissions"] > 50
