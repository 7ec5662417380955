"""Sections, authors and topics at the desk; and the records, to be read."""

import pytest
from django.urls import reverse

from articles.copy import Byline
from articles.models import Author, Section, Topic
from desk import authors
from desk.authors import Profile
from desk.models import Audit
from desk.roles import CHIEF, EDITOR, MANAGING_EDITOR, PHOTO_EDITOR, REPORTER
from tests import makers
from tests.desk.admin.staff import rows, staff

pytestmark = pytest.mark.django_db

SECTION = {"name": "Thể thao", "slug": "", "parent": "", "language": "vi"}
SECTION |= {"position": "2"}


def errors(answer) -> dict:
    return answer.context["adminform"].form.errors


def test_it_works():
    _person, client = staff(CHIEF)

    answer = client.post(reverse("admin:articles_section_add"), SECTION, follow=True)

    assert "Đã thêm" in answer.content.decode()
    assert Section.objects.get().slug == "the-thao"
    assert Audit.objects.get().action == "make section"


def test_what_a_verb_refuses_is_said_beside_its_field_with_the_rest_kept():
    _person, client = staff(CHIEF)
    values = {**SECTION, "slug": "tim-kiem"}

    answer = client.post(reverse("admin:articles_section_add"), values)

    assert "tim-kiem" in errors(answer)["slug"][0]
    assert 'value="Thể thao"' in answer.content.decode()
    assert not Section.objects.exists()


def test_a_slug_that_readers_know_is_only_shown():
    _person, client = staff(CHIEF)
    section = makers.article().section
    address = reverse("admin:articles_section_change", args=[section.pk])

    assert 'name="slug"' not in client.get(address).content.decode()
    client.post(address, {**SECTION, "slug": "khac"})

    assert Section.objects.get().slug == "xa-hoi"
    assert Section.objects.get().name == "Thể thao"


def test_sections_stand_in_branches():
    _person, client = staff(CHIEF)
    last = makers.section("Sau", "sau", position=9)
    makers.section("Đầu", "dau", position=1)
    makers.section("Dưới sau", "duoi-sau", parent=last, position=0)

    page = client.get(reverse("admin:articles_section_changelist"))

    names = [section.name for section in page.context["cl"].result_list]
    assert names == ["Đầu", "Sau", "Dưới sau"]


def test_only_an_empty_section_can_be_deleted():
    _person, client = staff(CHIEF)
    used, empty = makers.section(), makers.section("Trống", "trong")
    makers.story(section=used.pk)

    for section, status in ((used, 403), (empty, 302)):
        address = reverse("admin:articles_section_delete", args=[section.pk])
        assert client.post(address, {"post": "yes"}).status_code == status

    assert list(Section.objects.all()) == [used]


@pytest.mark.parametrize("role", [REPORTER, EDITOR, PHOTO_EDITOR, MANAGING_EDITOR])
def test_others_only_look_at_sections(role):
    _person, client = staff(role)
    section = makers.section()
    before = rows()

    for name in ("change", "delete"):
        address = reverse(f"admin:articles_section_{name}", args=[section.pk])
        assert client.post(address, {**SECTION, "post": "yes"}).status_code == 403
    assert (
        client.post(reverse("admin:articles_section_add"), SECTION).status_code == 403
    )
    assert rows() == before
    assert client.get(reverse("admin:articles_section_changelist")).status_code == 200


def test_an_author_has_a_portrait_and_a_biography():
    _person, client = staff(MANAGING_EDITOR)
    photo = makers.photo()
    values = {"name": "Trần Đức", "slug": "", "biography": "Ở Huế."}

    client.post(reverse("admin:articles_author_add"), {**values, "portrait": photo.pk})

    author = Author.objects.get()
    assert (author.slug, author.portrait) == ("tran-duc", photo)
    assert author.search_name == "tran duc"


def test_authors_are_found_without_accents():
    person, client = staff(MANAGING_EDITOR)
    for name in ("Trần Đức", "Đỗ Ánh"):
        authors.make(Author, Profile(name), by=person)

    page = client.get(reverse("admin:articles_author_changelist"), {"q": "do anh"})

    assert [author.name for author in page.context["cl"].result_list] == ["Đỗ Ánh"]


@pytest.mark.parametrize("model", [Author, Topic])
def test_doubles_are_merged_and_parted_again(model):
    person, client = staff(MANAGING_EDITOR)
    double, heir = (authors.make(model, Profile(name), by=person) for name in "AB")
    name = model._meta.model_name
    address = reverse(f"admin:articles_{name}_merge", args=[double.pk])

    client.post(address, {"into": heir.pk})
    assert model.objects.get(pk=double.pk).merged_into == heir
    assert "“A”" in client.get(address).content.decode()

    client.post(address, {"separate": "1"})
    assert model.objects.get(pk=double.pk).merged_into is None


def test_a_merge_that_is_refused_says_why():
    person, client = staff(MANAGING_EDITOR)
    author = authors.make(Author, Profile("A"), by=person)

    answer = client.post(
        reverse("admin:articles_author_merge", args=[author.pk]), {"into": author.pk}
    )

    assert answer.context["form"].errors["into"]


def test_a_forged_form_does_not_merge():
    person, client = staff(MANAGING_EDITOR)
    double, heir = (authors.make(Author, Profile(name), by=person) for name in "AB")
    values = {"name": "A", "slug": "a", "biography": "", "portrait": ""}

    client.post(
        reverse("admin:articles_author_change", args=[double.pk]),
        {**values, "merged_into": heir.pk, "search_name": "x", "id": heir.pk},
    )

    now = Author.objects.get(pk=double.pk)
    assert (now.merged_into, now.search_name) == (None, "a")


def test_authors_are_never_deleted():
    person, client = staff(CHIEF)
    author = authors.make(Author, Profile("A"), by=person)

    answer = client.post(
        reverse("admin:articles_author_delete", args=[author.pk]), {"post": "yes"}
    )

    assert answer.status_code == 403


def picked(client, term: str, **names: str) -> list[str]:
    defaults = {"app_label": "articles", "model_name": "author"}
    asked = {**defaults, "field_name": "merged_into", "term": term, **names}
    answer = client.get(reverse("admin:autocomplete"), asked)
    assert answer.status_code == 200
    return [result["text"] for result in answer.json()["results"]]


def test_who_was_merged_is_not_offered():
    person, client = staff(MANAGING_EDITOR)
    double, heir = (
        authors.make(Author, Profile(name), by=person) for name in ("Đức A", "Đức B")
    )
    authors.merge(double, into=heir, by=person)

    assert picked(client, "duc") == ["Đức B"]


def test_only_stories_in_reach_are_offered_to_who_picks_one():
    person, client = staff(EDITOR)
    here = makers.section("Thể thao", "the-thao")
    person.sections.add(here)
    makers.story(headline="Tin gần", section=here.pk)
    makers.story(headline="Tin xa cấm đăng")

    found = picked(
        client, "tin", app_label="desk", model_name="storylink", field_name="target"
    )

    assert found == ["Tin gần"]


@pytest.mark.parametrize("role", [None, REPORTER, CHIEF])
def test_nobody_picks_among_accounts(role):
    _person, client = staff(role)
    asked = {"app_label": "desk", "model_name": "story", "field_name": "owner"}

    answer = client.get(reverse("admin:autocomplete"), {**asked, "term": "a"})

    assert answer.status_code == 403


def test_records_are_read_and_never_written():
    _person, client = staff(CHIEF)
    makers.article(bylines=(Byline("Trần Mai"),))
    before = rows()

    for name in ("articles_edition", "desk_audit"):
        assert client.get(reverse(f"admin:{name}_changelist")).status_code == 200
        for way in ("change", "delete"):
            address = reverse(f"admin:{name}_{way}", args=[1])
            assert client.post(address, {"post": "yes"}).status_code == 403
        assert client.post(reverse(f"admin:{name}_add"), {}).status_code == 403
    assert rows() == before
