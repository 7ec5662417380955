"""An author's portrait: what readers see of it, and when they stop."""

import json

import pytest
from django.urls import reverse

from articles.copy import Byline
from articles.models import Author, Stamp
from desk import authors, hiding, photo_desk, photo_removal
from desk.authors import Profile, change, make
from desk.invariants.pictures import public_files_of_articles
from desk.models import Audit
from desk.outbox import deliver
from desk.refusals import NameRefused
from photos.files import public_files
from photos.models import Lease
from tests import makers

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def thu():
    return makers.thu()


def portrayed(photo, *, by) -> Author:
    return make(Author, Profile("Trần Mai", portrait=photo), by=by)


def stems() -> set[str]:
    """Of all public files."""
    return {stem for stem, _name in public_files()}


def now(author: Author) -> Author:
    return Author.objects.get(pk=author.pk)


def stem_of(author: Author) -> str:
    return json.loads(now(author).portrait_card)["stem"]


def test_it_works(thu, client):
    photo = makers.photo()
    author = portrayed(photo, by=thu)
    article = makers.article(bylines=(Byline("Trần Mai", author.pk),))

    pages = [article.get_absolute_url(), reverse("author", args=[author.slug])]
    shown = [client.get(page).content.decode() for page in pages]

    assert stems() == {stem_of(author)}
    assert all(stem_of(author) in html and 'class="portrait"' in html for html in shown)
    assert f"{stem_of(author)}-share.jpg" in shown[1]
    assert list(public_files_of_articles()) == []


def test_another_portrait_takes_the_first_one_s_files_away(thu):
    first, second = makers.photo(), makers.photo()
    author = portrayed(first, by=thu)
    stamp = Stamp.objects.get().n

    change(author, Profile("Trần Mai", "tran-mai", portrait=second), by=thu)

    assert stems() == {stem_of(author)}
    assert stem_of(author).startswith(second.public_key)
    assert Stamp.objects.get().n == stamp + 1
    change(author, Profile("Trần Mai", "tran-mai"), by=thu)
    assert stems() == set()


def test_a_merged_author_has_the_heir_s_portrait(thu, client):
    author, heir = portrayed(makers.photo(), by=thu), makers.author("Mai Trần")
    article = makers.article(bylines=(Byline("Trần Mai", author.pk),))

    authors.merge(author, into=heir, by=thu)

    page = client.get(article.get_absolute_url()).content.decode()
    assert 'class="portrait"' not in page
    assert stems() == set()


def test_what_may_not_be_printed_is_no_portrait(thu):
    photo = makers.photo("")

    with pytest.raises(NameRefused, match="nguồn") as refused:
        portrayed(photo, by=thu)

    assert refused.value.field == "portrait"
    assert not Author.objects.exists()
    assert stems() == set()


def test_a_denied_photo_is_no_portrait(thu):
    photo = makers.photo()
    Lease.objects.create(photo=photo, access=Lease.Access.DENY, created_at=makers.AT)

    with pytest.raises(NameRefused):
        portrayed(photo, by=thu)


def test_another_credit_is_printed_anew(thu):
    photo = makers.photo()
    author = portrayed(photo, by=thu)
    words = photo_desk.Words(photo.caption, "(Ảnh: Phạm Sơn/TTXVN)")

    photo_desk.describe(photo, words, version=photo.version, by=thu)
    deliver()

    card = json.loads(now(author).portrait_card)
    assert card["credit"] == "(Ảnh: Phạm Sơn/TTXVN)"
    assert stems() == {card["stem"]}
    assert list(public_files_of_articles()) == []


def test_a_portrait_that_is_taken_down_stays_at_the_desk_alone(thu, client):
    photo = makers.photo()
    author = portrayed(photo, by=thu)
    article = makers.article(bylines=(Byline("Trần Mai", author.pk),))

    photo_removal.take_down(photo, reason="Sai người", version=photo.version, by=thu)
    deliver()

    left = now(author)
    assert (left.portrait, left.portrait_card) == (photo, "")
    assert stems() == set()
    assert "portrait" not in client.get(article.get_absolute_url()).content.decode()
    assert Audit.objects.filter(action="hide portrait").count() == 1
    with pytest.raises(NameRefused, match="gỡ"):
        change(left, Profile("Trần Mai", "tran-mai", portrait=photo), by=thu)
    photo_removal.put_back(photo, version=photo.version + 1, by=thu)
    change(left, Profile("Trần Mai", "tran-mai", portrait=photo), by=thu)
    assert stems() == {stem_of(author)}


def test_the_sweep_leaves_portraits(thu, monkeypatch):
    monkeypatch.setattr(hiding, "PATIENCE", -1.0)
    author = portrayed(makers.photo(), by=thu)

    assert list(hiding.sweep()) == []
    assert stems() == {stem_of(author)}
    Author.objects.update(portrait_card="")
    assert len(list(public_files_of_articles())) > 1
    assert len(list(hiding.sweep())) > 1
    assert stems() == set()
