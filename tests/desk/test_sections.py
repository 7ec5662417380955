"""Sections are made, renamed and moved; readers see it at once, addresses stay."""

import pytest

from articles.models import Article, Section, Stamp
from desk import publishing, sections
from desk.models import Audit
from desk.permissions import Forbidden
from desk.refusals import SectionRefused
from desk.roles import CHIEF
from desk.sections import Plan
from tests import makers

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return makers.chief()


def stamp() -> int:
    return Stamp.objects.get().n


def refused(plan: Plan, *, by, section: Section | None = None) -> SectionRefused:
    before = list(Section.objects.values())
    with pytest.raises(SectionRefused) as refusal:
        if section:
            sections.change(section, plan, by=by)
        else:
            sections.make(plan, by=by)
    assert list(Section.objects.values()) == before
    return refusal.value


def test_it_works(chief):
    before = stamp()

    made = sections.make(Plan("Thể thao", position=3), by=chief)

    assert (made.name, made.slug, made.position) == ("Thể thao", "the-thao", 3)
    assert Audit.objects.get().action == "make section"
    assert stamp() == before + 1


def test_a_rename_is_sealed_and_articles_stay(chief):
    article = makers.article()
    before = stamp()

    sections.change(article.section, Plan("Đời sống", "xa-hoi"), by=chief)

    assert Section.objects.get().name == "Đời sống"
    assert makers.fresh(article).section == article.section
    assert stamp() == before + 1
    assert '"after":{"language":"vi","name":"Đời sống"' in Audit.objects.first().detail


def test_nothing_new_leaves_no_trace(chief):
    made = sections.make(Plan("Thể thao"), by=chief)
    before = stamp(), Audit.objects.count()

    sections.change(made, Plan("Thể thao"), by=chief)

    assert (stamp(), Audit.objects.count()) == before


@pytest.mark.parametrize("slug", ["admin", "tim-kiem", "media"])
def test_a_word_the_site_needs_is_refused_with_a_sentence(chief, slug):
    refusal = refused(Plan("Một mục", slug), by=chief)

    assert refusal.field == "slug"
    assert slug in str(refusal)


@pytest.mark.parametrize("slug", ["Xã hội", "a--b", "-a", "A", "a/b"])
def test_a_slug_of_another_shape_is_refused(chief, slug):
    assert refused(Plan("Một mục", slug), by=chief).field == "slug"


def test_a_name_is_needed(chief):
    assert refused(Plan(" "), by=chief).field == "name"


def test_a_slug_that_is_taken_is_refused(chief):
    makers.section()

    assert refused(Plan("Xã hội"), by=chief).field == "slug"


def test_the_slug_changes_while_no_reader_knows_it(chief):
    made = sections.make(Plan("Thể thao"), by=chief)

    assert sections.change(made, Plan("Thể thao", "tt"), by=chief).slug == "tt"


def test_the_slug_stays_once_an_article_was_public(chief):
    article = makers.article()

    refusal = refused(Plan("Xã hội", "doi-song"), section=article.section, by=chief)

    assert refusal.field == "slug"
    assert "/xa-hoi/" in str(refusal)


def test_the_slug_stays_after_a_withdrawal(chief):
    story = makers.fresh(makers.article())
    publishing.withdraw(story, version=story.version, by=chief)

    refused(Plan("Xã hội", "doi-song"), section=story.section, by=chief)


def test_the_slug_of_a_top_section_stays_when_an_article_stands_below_it(chief):
    top = sections.make(Plan("Thể thao"), by=chief)
    below = sections.make(Plan("Bóng đá", parent=top.pk), by=chief)
    makers.article(section=below.pk)

    refused(Plan("Thể thao", "tt"), section=top, by=chief)


def test_there_are_two_levels(chief):
    top = sections.make(Plan("Thể thao"), by=chief)
    below = sections.make(Plan("Bóng đá", parent=top.pk), by=chief)
    other = sections.make(Plan("Xã hội"), by=chief)

    assert refused(Plan("Sân cỏ", parent=below.pk), by=chief).field == "parent"
    under_other = Plan("Thể thao", parent=other.pk)
    assert refused(under_other, section=top, by=chief).field == "parent"
    under_itself = Plan("Xã hội", parent=other.pk)
    assert refused(under_itself, section=other, by=chief).field == "parent"


def test_a_branch_speaks_one_language(chief):
    top = sections.make(Plan("Thể thao"), by=chief)
    sections.make(Plan("Bóng đá", parent=top.pk), by=chief)

    english = Plan("Tennis", parent=top.pk, language="en")
    assert refused(english, by=chief).field == "language"
    changed = Plan("Sport", "the-thao", language="en")
    assert refused(changed, section=top, by=chief).field == "language"


def test_a_move_files_the_articles_under_the_new_top(chief):
    article = makers.article()
    top = sections.make(Plan("Trong nước"), by=chief)
    before = stamp()

    sections.change(article.section, Plan("Xã hội", parent=top.pk), by=chief)

    assert Article.objects.get().top_section == top
    assert Article.objects.get().section == article.section
    assert list(Article.objects.in_section(top)) == [article]
    assert stamp() == before + 1

    sections.change(article.section, Plan("Xã hội"), by=chief)

    assert Article.objects.get().top_section == article.section


def test_a_parent_that_is_gone_is_refused(chief):
    refused(Plan("Bóng đá", parent=99), by=chief)


def test_an_empty_section_is_removed(chief):
    made = sections.make(Plan("Thể thao"), by=chief)

    sections.remove(made, by=chief)

    assert not Section.objects.exists()
    assert Audit.objects.first().action == "remove section"


@pytest.mark.parametrize("what", ["story", "article", "below", "person"])
def test_a_section_that_something_needs_stays(chief, what):
    made = sections.make(Plan("Thể thao"), by=chief)
    if what == "story":
        makers.story(section=made.pk)
    elif what == "article":
        makers.article(section=made.pk)
    elif what == "below":
        sections.make(Plan("Bóng đá", parent=made.pk), by=chief)
    else:
        makers.lan().sections.add(made)

    with pytest.raises(SectionRefused):
        sections.remove(made, by=chief)

    assert Section.objects.filter(pk=made.pk).exists()


@pytest.mark.parametrize("who", [makers.lan, makers.binh, makers.thu])
def test_others_may_not(chief, who):
    made = sections.make(Plan("Thể thao"), by=chief)
    before = list(Section.objects.values()), Audit.objects.count()
    person = who()

    for act in (
        lambda: sections.make(Plan("Khác"), by=person),
        lambda: sections.change(made, Plan("Khác"), by=person),
        lambda: sections.remove(made, by=person),
    ):
        with pytest.raises(Forbidden):
            act()

    assert (list(Section.objects.values()), Audit.objects.count()) == before


def test_a_chief_of_one_section_arranges_them_all(chief):
    person = makers.person("pho", CHIEF)
    person.sections.add(makers.section())

    assert sections.make(Plan("Thể thao"), by=person).pk
