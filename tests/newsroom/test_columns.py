import pytest
from django.core.exceptions import ValidationError
from django.db.models import Value
from django.db.models.functions import Concat

from articles.models import Topic
from newsroom.text.columns import CleanCharField, CleanTextField

pytestmark = pytest.mark.django_db

DIRTY = " Ba\u0303o\nsố\u200b 1\x00 "
CLEAN = "Bão số 1"


def stored() -> list[str]:
    return list(Topic.objects.order_by("id").values_list("name", flat=True))


def test_it_works():
    topic = Topic.objects.create(name=DIRTY, slug="bao")

    assert topic.name == CLEAN
    assert stored() == [CLEAN]


def test_saving_cleans():
    topic = Topic.objects.create(name="a", slug="bao")
    topic.name = DIRTY

    topic.save(update_fields=["name"])

    assert topic.name == CLEAN
    assert stored() == [CLEAN]


def test_bulk_create_cleans():
    Topic.objects.bulk_create([Topic(name=DIRTY, slug="a"), Topic(name="b", slug="b")])

    assert stored() == [CLEAN, "b"]


def test_update_cleans():
    Topic.objects.create(name="a", slug="bao")

    Topic.objects.update(name=DIRTY)

    assert stored() == [CLEAN]


def test_bulk_update_cleans():
    topic = Topic.objects.create(name="a", slug="bao")
    topic.name = DIRTY

    Topic.objects.bulk_update([topic], ["name"])

    assert stored() == [CLEAN]


def test_a_filter_asks_for_clean_text():
    topic = Topic.objects.create(name=CLEAN, slug="bao")

    assert Topic.objects.get(name=DIRTY) == topic


@pytest.mark.parametrize(
    "lookup",
    [
        *("iexact", "contains", "icontains", "startswith", "istartswith"),
        *("endswith", "iendswith"),
    ],
)
def test_a_part_of_a_text_is_asked_for_clean(lookup):
    topic = Topic.objects.create(name=CLEAN, slug="bao")

    assert Topic.objects.get(**{f"name__{lookup}": "Ba\u0303o số\u200b 1"}) == topic


def test_a_filter_by_several_asks_for_clean_text():
    topic = Topic.objects.create(name=CLEAN, slug="bao")

    assert Topic.objects.get(name__in=["x", DIRTY]) == topic


def test_validation_measures_the_clean_text():
    Topic(name="a" * 160 + "\u200b" * 9, slug="bao").full_clean()

    with pytest.raises(ValidationError, match="name"):
        Topic(name="a" * 161, slug="bao").full_clean()


def test_text_that_is_only_hidden_signs_is_no_text():
    with pytest.raises(ValidationError, match="name"):
        Topic(name="\u200b\u2060", slug="bao").full_clean()


def test_the_database_s_own_expressions_pass():
    Topic.objects.create(name="a", slug="bao")

    Topic.objects.update(name=Concat("name", Value("b")))

    assert stored() == ["ab"]


def test_text_of_many_lines_keeps_them():
    assert CleanTextField().to_python(" a\r\n\x00b ") == " a\nb "
    assert CleanTextField().get_prep_value("a\rb") == "a\nb"


@pytest.mark.parametrize("column", [CleanCharField(), CleanTextField()])
def test_nothing_is_still_nothing(column):
    assert column.to_python(None) is None
    assert column.get_prep_value(None) is None


@pytest.mark.parametrize("column", [CleanCharField, CleanTextField])
def test_migrations_name_the_column(column):
    path = column().deconstruct()[1]

    assert path == f"newsroom.text.columns.{column.__name__}"
