"""The records are told in words: every action that a verb notes has its own."""

import ast

import pytest

from articles.models import Author, Edition, Topic
from desk import outbox
from desk.admin.records import ACTIONS, EFFECTS
from desk.roles import CHIEF
from tests import makers
from tests.architecture.tree import sources
from tests.desk.admin.staff import staff


def noted() -> set[str]:
    """The first argument of every note() and seal(), with its names filled in."""
    found = {str(value) for value in Edition.Kind.values}
    for path, source in sources().items():
        if not path.startswith(("desk/", "wire/")):
            continue
        for node in ast.walk(ast.parse(source)):
            match node:
                case ast.Call(
                    func=ast.Name(id="note" | "_note" | "note_changes" | "seal"),
                    args=[ast.Constant(value=str(text)), *_],
                ):
                    found.add(text)
                case ast.Call(
                    func=ast.Name(id="note" | "seal"),
                    args=[ast.JoinedStr(values=[ast.Constant(value=verb), *_]), *_],
                ):
                    names = (model._meta.model_name for model in (Author, Topic))
                    found |= {f"{verb}{name}" for name in names}
    return found


def test_it_works():
    assert {"create", "withdraw", "make author", "merge topic"} <= noted()


def test_every_action_has_its_words_and_no_other():
    assert noted() == set(ACTIONS)


def test_every_effect_has_its_words():
    assert set(outbox.DELIVERIES) == set(EFFECTS)


@pytest.mark.django_db
def test_the_audit_is_read_in_words():
    _person, client = staff(CHIEF)
    story = makers.article()

    page = client.get("/admin/desk/audit/", {"q": str(story.pk)}).content.decode()

    assert str(ACTIONS["print"]) in page
    assert f'<a href="/admin/desk/story/{story.pk}/change/">' in page
