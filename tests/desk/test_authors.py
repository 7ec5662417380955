"""Authors and topics: named, changed and merged; bylines stay as written."""

import pytest

from articles.copy import Byline
from articles.lists import page_of
from articles.masthead import masthead
from articles.models import Article, Author, Edition, Stamp, Topic
from desk import authors
from desk.authors import Profile
from desk.models import Audit
from desk.permissions import Forbidden
from desk.refusals import NameRefused
from tests import makers

pytestmark = pytest.mark.django_db


@pytest.fixture
def thu():
    return makers.thu()


def make(name: str = "Trần Văn Đức", model=Author, *, by) -> Author | Topic:
    return authors.make(model, Profile(name), by=by)


def test_it_works(thu):
    photo = makers.photo()

    made = authors.make(
        Author, Profile(" Trần Văn Đức ", biography="Ở Huế.", portrait=photo), by=thu
    )

    assert (made.name, made.slug) == ("Trần Văn Đức", "tran-van-duc")
    assert (made.biography, made.portrait) == ("Ở Huế.", photo)
    assert Audit.objects.get().action == "make author"


@pytest.mark.parametrize("model", [Author, Topic])
def test_the_name_is_folded_for_searching(thu, model):
    made = make("Trần Văn Đức", model, by=thu)
    assert model.objects.get().search_name == "tran van duc"

    authors.change(made, Profile("Đỗ Ánh"), by=thu)

    assert model.objects.get().search_name == "do anh"


def test_two_people_may_have_one_name(thu):
    slugs = [make("Nguyễn An", by=thu).slug for _person in range(3)]

    assert slugs == ["nguyen-an", "nguyen-an-2", "nguyen-an-3"]


def test_a_name_without_letters_asks_for_a_slug(thu):
    with pytest.raises(NameRefused) as refusal:
        make("???", by=thu)

    assert refusal.value.field == "slug"


def test_a_slug_that_is_taken_is_refused(thu):
    make("Nguyễn An", by=thu)

    with pytest.raises(NameRefused) as refusal:
        authors.make(Author, Profile("Khác", "nguyen-an"), by=thu)

    assert refusal.value.field == "slug"


def test_a_change_is_sealed_and_nothing_new_leaves_no_trace(thu):
    made = make(by=thu)
    before = Stamp.objects.get().n

    authors.change(made, Profile("Trần Đức"), by=thu)
    authors.change(made, Profile("Trần Đức"), by=thu)

    assert Stamp.objects.get().n == before + 1
    assert Audit.objects.count() == 2


def test_the_slug_stays_once_an_article_names_the_author(thu):
    author = make(by=thu)
    assert authors.change(author, Profile(author.name, "duc"), by=thu).slug == "duc"
    makers.article(bylines=(Byline("Đức", author.pk),))

    with pytest.raises(NameRefused) as refusal:
        authors.change(author, Profile(author.name, "tran-duc"), by=thu)

    assert refusal.value.field == "slug"


def test_the_slug_of_a_topic_stays_once_an_article_is_filed_there(thu):
    topic = make("Mưa lũ", Topic, by=thu)
    makers.article(topics=(topic.pk,))

    with pytest.raises(NameRefused):
        authors.change(topic, Profile("Mưa lũ", "lu"), by=thu)


def test_the_heirs_slug_stays_for_the_articles_of_who_was_merged(thu):
    author, heir = make(by=thu), make("Đức", by=thu)
    makers.article(bylines=(Byline("Đức", author.pk),))
    authors.merge(author, into=heir, by=thu)

    assert authors.was_public(heir)


def test_merging_keeps_every_byline_and_edition_as_written(thu):
    author, heir = make("Trần Đức", by=thu), make("Trần Văn Đức", by=thu)
    article = makers.article(bylines=(Byline("Trần Đức", author.pk),))
    before = list(Edition.objects.values()), article.content

    authors.merge(author, into=heir, by=thu)

    now = Article.objects.for_page().get()
    assert (list(Edition.objects.values()), now.content) == before
    (byline,) = now.bylines.all()
    assert (byline.name, byline.author_id) == ("Trần Đức", author.pk)
    page = page_of(now, masthead())
    assert page.bylines[0].name == "Trần Đức"
    assert page.lists.authors[author.pk].name == "Trần Văn Đức"


def test_chains_are_flattened(thu):
    first, second, third = (make(name, by=thu) for name in ("A", "B", "C"))
    authors.merge(first, into=second, by=thu)

    authors.merge(second, into=third, by=thu)

    assert set(Author.objects.filter(merged_into=third)) == {first, second}


def test_nobody_is_merged_into_who_was_merged(thu):
    first, second, third = (make(name, by=thu) for name in ("A", "B", "C"))
    authors.merge(first, into=second, by=thu)

    for heir in (first, third):
        with pytest.raises(NameRefused):
            authors.merge(heir, into=first, by=thu)

    assert Author.objects.get(pk=third.pk).merged_into is None


def test_a_wrong_merge_is_undone(thu):
    first, second = make("A", by=thu), make("B", by=thu)
    authors.merge(first, into=second, by=thu)

    authors.separate(first, by=thu)

    assert Author.objects.get(pk=first.pk).merged_into is None
    assert Audit.objects.first().action == "separate author"


def test_topics_are_merged_too(thu):
    first, second = make("Lũ", Topic, by=thu), make("Mưa lũ", Topic, by=thu)

    authors.merge(first, into=second, by=thu)

    assert Topic.objects.get(pk=first.pk).merged_into == second


@pytest.mark.parametrize("who", [makers.lan, makers.binh])
def test_others_may_not(thu, who):
    first, second = make("A", by=thu), make("B", by=thu)
    before = list(Author.objects.values()), Audit.objects.count()
    person = who()

    for act in (
        lambda: make("C", by=person),
        lambda: authors.change(first, Profile("C"), by=person),
        lambda: authors.merge(first, into=second, by=person),
        lambda: authors.separate(first, by=person),
    ):
        with pytest.raises(Forbidden):
            act()

    assert (list(Author.objects.values()), Audit.objects.count()) == before
