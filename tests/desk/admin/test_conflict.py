"""Row 3 of what must never happen: two editors save, and a text is silently gone."""

from datetime import UTC, datetime

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.urls import reverse

from desk import writing
from desk.admin.conflict import conflict_page
from desk.invariants import violations
from desk.models import Audit, Revision, Story
from desk.roles import PHOTO_EDITOR
from tests import makers
from tests.desk.admin.staff import client_of, rows, staff, undrawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def binh(db):
    return makers.binh()


@pytest.fixture
def thu(db):
    return makers.thu()


@pytest.fixture
def client(binh):
    return client_of(binh)


@pytest.fixture
def story(db, thu) -> Story:
    """Both opened version 1; thu has saved hers."""
    made = makers.story()
    writing.save(made, makers.copy(headline="Của thu"), version=1, by=thu)
    return made


def post(user) -> HttpRequest:
    request = RequestFactory().post("/")
    request.user = user
    return request


def late(story: Story, user, version: int = 1, timing=None, **fields):
    """What the form does with a save that came too late."""
    timing = timing or writing.Timing()
    copy = makers.copy(**fields)
    answer = conflict_page(post(user), story, copy, timing=timing, version=version)
    return answer.render()


def losers() -> list[Revision]:
    return list(Revision.objects.filter(source="conflict").order_by("number"))


def merge_address(story: Story, loser: Revision) -> str:
    return reverse("admin:desk_story_merge", args=[story.pk, loser.number])


def sheet(client, story: Story, loser: Revision, **choices: str) -> dict[str, str]:
    """The page's own form: choices by field, and what is ticked already."""
    context = client.get(merge_address(story, loser)).context
    data = {"version": context["seen"].version, "theirs": context["seen"].theirs.number}
    for decision in context["decisions"]:
        question = decision.question
        data[question.name] = choices.get(question.field, decision.ticked)
        data[f"text-{question.name}"] = choices.get(
            f"{question.field}_text", decision.text
        )
    return data


def naive_save(story: Story, **fields) -> None:
    """What Django's own admin does: the form's values over whatever is there."""
    row = Story.objects.get(pk=story.pk)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


def test_it_works(story, binh):
    page = late(story, binh, headline="Của bình").content.decode()

    (loser,) = losers()
    assert (loser.number, loser.base_number, loser.author) == (3, 1, binh)
    assert "Của bình" in loser.content
    assert "<del>thu</del>" in page and "<ins>bình</ins>" in page
    assert makers.fresh(story).headline == "Của thu"


def test_a_plain_admin_save_would_have_lost_the_first_text(story):
    """The negative control: this is what the rest of the file stands against."""
    naive_save(story, headline="Của bình", standfirst=makers.copy().standfirst)

    assert not Story.objects.filter(headline="Của thu").exists()


def test_the_form_of_the_story_comes_here(client, story, binh):
    address = reverse("admin:desk_story_change", args=[story.pk])
    with undrawn():
        form = client.get(address).context_data["sheet"].form
    data = {name: form[name].value() or "" for name in form.fields}
    for prefix in ("bylines", "topics", "related", "more"):
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    data |= {"version": 1, "headline": "Của bình"}

    answer = client.post(address, data)

    (loser,) = losers()
    assert "Của bình" in loser.content
    assert merge_address(story, loser) in answer.content.decode()


def test_the_losers_text_is_kept_before_anything_is_decided(client, story, binh):
    late(story, binh, body="<p>Công phu cả buổi sáng</p>")

    page = client.get(merge_address(story, losers()[0])).content.decode()
    history = reverse("admin:desk_story_history", args=[story.pk])

    assert "Công phu cả buổi sáng" in page
    assert merge_address(story, losers()[0]) in client.get(history).content.decode()


def test_every_word_of_both_texts_is_on_the_page(story, binh, thu):
    theirs = makers.copy(kicker="Bão số 5", body="<p>Bài của thu</p>", sign_off="T")
    writing.save(story, theirs, version=2, by=thu)

    page = late(
        story, binh, kicker="Mưa lũ", body="<p>Bài của bình</p>", sign_off="B"
    ).content.decode()

    for words in ("Bão số 5", "Mưa lũ", "thu", "bình", "<del>T</del>", "<ins>B</ins>"):
        assert words in page


def test_a_save_that_is_sent_twice_is_kept_once(story, binh):
    late(story, binh, headline="Của bình")
    late(story, binh, headline="Của bình")

    assert len(losers()) == 1
    assert Audit.objects.filter(action="conflict").count() == 1


def test_a_double_click_on_save_is_no_conflict(client, story, thu):
    request = client.get("/admin/").wsgi_request
    request.user = thu

    copy, timing = makers.copy(headline="Của thu"), writing.Timing()
    answer = conflict_page(request, story, copy, timing=timing, version=1)

    assert answer["Location"] == reverse("admin:desk_story_change", args=[story.pk])
    assert losers() == []


def test_what_one_alone_changed_is_ticked_already(client, story, binh):
    late(story, binh, standfirst="Sapo của bình")

    context = client.get(merge_address(story, losers()[0])).context

    ticked = {each.question.field: each.ticked for each in context["decisions"]}
    assert ticked == {"headline": "theirs", "standfirst": "mine"}


def test_a_print_in_between_leaves_only_ones_own_changes(client, binh):
    story = makers.fresh(makers.article())
    late(story, binh, headline="Của bình")

    context = client.get(merge_address(story, losers()[0])).context

    assert losers()[0].base_number == 1
    assert [each.ticked for each in context["decisions"]] == ["mine"]


def test_both_texts_become_one_and_the_newest(client, story, binh):
    late(story, binh, standfirst="Sapo của bình")
    loser = losers()[0]

    answer = client.post(merge_address(story, loser), sheet(client, story, loser))

    newest = writing.head(story)
    assert answer["Location"] == reverse("admin:desk_story_change", args=[story.pk])
    assert writing.copy_of(makers.fresh(story)) == makers.copy(
        headline="Của thu", standfirst="Sapo của bình"
    )
    assert (newest.source, newest.base_number) == ("person", loser.number)
    assert newest.author == binh


def test_what_must_always_hold_holds_after_a_merge(client, story, binh):
    late(story, binh, standfirst="Sapo của bình")
    loser = losers()[0]

    client.post(merge_address(story, loser), sheet(client, story, loser))
    writing.restore(story, loser, version=3, by=binh)

    assert list(violations()) == []


EMBARGO = datetime(2026, 1, 2, 5, 0, tzinfo=UTC)
LATER = datetime(2026, 1, 3, 5, 0, tzinfo=UTC)


def kept_timing(story: Story) -> writing.Timing:
    return writing.Timing.of(makers.fresh(story))


def test_an_embargo_and_a_day_that_came_too_late_are_carried(client, story, binh):
    timing = writing.Timing(30, 12, 2023, EMBARGO)
    late(story, binh, timing=timing, standfirst="Sapo của bình")
    loser = losers()[0]

    client.post(merge_address(story, loser), sheet(client, story, loser))

    assert kept_timing(story) == timing
    assert Audit.objects.filter(action="embargo").count() == 1
    assert list(violations()) == []


def test_what_the_first_save_set_beside_its_text_stays(client, binh, thu):
    story = makers.story()
    timing = writing.Timing(30, 12, None, EMBARGO)
    writing.save(story, makers.copy(kicker="a"), version=1, by=thu, timing=timing)
    late(story, binh, standfirst="Sapo của bình")
    loser = losers()[0]

    client.post(merge_address(story, loser), sheet(client, story, loser))

    assert kept_timing(story) == timing


def test_two_embargoes_are_a_place_to_decide(client, binh, thu):
    story = makers.story()
    first = writing.Timing(embargo_until=EMBARGO)
    writing.save(story, makers.copy(kicker="a"), version=1, by=thu, timing=first)
    mine = writing.Timing(embargo_until=LATER)
    page = late(story, binh, timing=mine, kicker="a").content.decode()
    loser = losers()[0]

    answer = client.post(merge_address(story, loser), sheet(client, story, loser))
    assert [each.question.field for each in answer.context["decisions"]] == ["embargo"]
    assert answer.context["decisions"][0].is_missing
    assert "12:00 " in page and "<ins>03</ins>" in page

    data = sheet(client, story, loser, embargo="mine")
    client.post(merge_address(story, loser), data)
    assert kept_timing(story) == mine
    assert story.revisions.filter(source="person").count() == 1


def test_an_embargo_changed_meanwhile_is_never_overwritten_unasked(
    client, story, binh, thu
):
    late(story, binh, timing=writing.Timing(2, 11), standfirst="Sapo của bình")
    loser = losers()[0]
    data = sheet(client, story, loser)
    timing = writing.Timing(embargo_until=EMBARGO)
    text = makers.copy(headline="Của thu")
    writing.save(story, text, version=2, by=thu, timing=timing)

    answer = client.post(merge_address(story, loser), data)

    fields = [each.question.field for each in answer.context["decisions"]]
    assert fields == ["standfirst", "day", "embargo"]
    assert kept_timing(story) == timing


def test_a_loser_from_before_timings_were_kept_asks_for_none(client, story, binh):
    late(story, binh, timing=writing.Timing(2, 11), standfirst="Sapo của bình")
    Revision.objects.update(timing="")
    loser = losers()[0]

    client.post(merge_address(story, loser), sheet(client, story, loser))

    assert kept_timing(story) == writing.Timing()
    assert makers.fresh(story).standfirst == "Sapo của bình"


def test_a_place_may_be_written_anew(client, story, binh):
    late(story, binh, headline="Của bình")
    data = sheet(
        client,
        story,
        losers()[0],
        headline="edited",
        headline_text="Của cả hai",
    )

    client.post(merge_address(story, losers()[0]), data)

    assert makers.fresh(story).headline == "Của cả hai"


def test_a_place_not_decided_is_marked_and_nothing_typed_is_lost(client, story, binh):
    late(story, binh, headline="Của bình")
    loser = losers()[0]
    data = sheet(client, story, loser, headline_text="Đang viết dở")
    before = rows()

    answer = client.post(merge_address(story, loser), data)

    (decision,) = answer.context["decisions"]
    assert decision.is_missing and decision.text == "Đang viết dở"
    assert "Đang viết dở" in answer.content.decode()
    assert rows() == before


def test_a_merge_that_cannot_be_stored_is_refused_with_what_was_typed(
    client, story, binh
):
    late(story, binh, headline="Của bình")
    loser = losers()[0]
    long = "dài " * 100
    data = sheet(client, story, loser, headline="edited", headline_text=long)

    answer = client.post(merge_address(story, loser), data)

    assert answer.context["refusal"]
    assert answer.context["decisions"][0].text == long
    assert makers.fresh(story).headline == "Của thu"


def test_a_merge_that_comes_too_late_is_kept_and_asked_again(client, story, binh, thu):
    late(story, binh, headline="Của bình")
    loser = losers()[0]
    data = sheet(client, story, loser, headline="edited", headline_text="Của cả hai")
    writing.save(story, makers.copy(headline="Thu lại lưu"), version=2, by=thu)

    answer = client.post(merge_address(story, loser), data)

    assert answer.status_code == 200
    assert [row.content.count("Của cả hai") for row in losers()] == [0, 1]
    assert losers()[1].base_number == 2
    assert makers.fresh(story).headline == "Thu lại lưu"


def test_a_loser_that_could_not_be_stored_is_kept_all_the_same(story, binh):
    late(story, binh, headline="dài " * 100, section=404)

    assert "dài dài" in losers()[0].content


def test_a_loser_is_never_approved(client, story, binh):
    late(story, binh, headline="Của bình")

    assert writing.head(story).number == 2


def test_only_a_loser_of_this_story_can_be_merged(client, story, binh):
    late(story, binh, headline="Của bình")
    other = makers.story()

    assert client.get(merge_address(other, losers()[0])).status_code == 404
    ordinary = story.revisions.get(number=1)
    assert client.get(merge_address(story, ordinary)).status_code == 404


def test_anothers_revision_is_not_taken_for_theirs(client, story, binh):
    late(story, binh, headline="Của bình")
    loser = losers()[0]
    data = {**sheet(client, story, loser, headline="mine"), "theirs": "9"}

    assert client.post(merge_address(story, loser), data).status_code == 404


def test_who_may_not_write_may_not_merge(client, story, binh):
    late(story, binh, headline="Của bình")
    loser = losers()[0]
    data = sheet(client, story, loser, headline="mine")
    _user, other = staff(PHOTO_EDITOR)
    before = rows()

    assert other.get(merge_address(story, loser)).status_code == 403
    assert other.post(merge_address(story, loser), data).status_code == 403
    assert rows() == before


def test_the_page_takes_a_bounded_number_of_queries(
    client, binh, django_assert_max_num_queries
):
    story = makers.fresh(makers.full_article(bylines=5, photos=10, links=20, topics=8))
    late(story, binh, headline="Của bình")

    with django_assert_max_num_queries(22):
        client.get(merge_address(story, losers()[0]))
