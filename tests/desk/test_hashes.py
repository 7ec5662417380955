"""A copy's bytes are the same on every database, and stay so when read back."""

import pytest

from articles.copy import Copy
from desk import writing
from desk.models import Revision
from newsroom.text.canonical import digest
from tests import makers

pytestmark = pytest.mark.django_db

COPY = Copy(
    headline='Ngập ở Huế: “Ậ, Ễ” & 🌊 \\ "',
    standfirst="Dòng một\r\nDo\u0300ng hai\u200b",
    body="<p>Nước lên < 2,8% & rút</p>\n<h2>Đêm</h2>",
    end_mark=".../.",
)
# Written down once: SQLite and PostgreSQL must both give exactly this.
HASH = "6a46c1539b469714d8fdb84eee509e650f56d5f07b44b7e7c2f7d4664fe63a98"


def test_it_works():
    story = writing.create(COPY, by=makers.lan())

    revision = Revision.objects.get(story=story)

    assert revision.hash == HASH
    assert digest(revision.content) == HASH
    assert Copy.from_json(revision.content) == COPY


def test_the_working_copy_gives_the_same_hash():
    story = writing.create(COPY, by=makers.lan())

    assert digest(writing.copy_of(makers.fresh(story)).to_json()) == HASH
