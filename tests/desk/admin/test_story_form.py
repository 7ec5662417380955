"""The story form: one Copy in, one Copy out, and nothing that was typed is lost."""

import re
from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from articles.copy import Byline, Link
from desk import writing
from desk.admin.story_form import StorySheet
from desk.models import Audit, Revision, Story, User
from tests import makers
from tests.desk.admin.staff import undrawn

pytestmark = pytest.mark.django_db

ADD = reverse("admin:desk_story_add")


def address(story: Story) -> str:
    return reverse("admin:desk_story_change", args=[story.pk])


def staff(user: User) -> User:
    User.objects.filter(pk=user.pk).update(is_staff=True)
    return User.objects.get(pk=user.pk)


@pytest.fixture
def binh(client) -> User:
    """The editor, logged in."""
    user = staff(makers.binh())
    client.force_login(user)
    return user


def filled(sheet: StorySheet, **changes) -> dict[str, object]:
    """What a browser posts of this sheet, with `changes` by field name."""
    data: dict[str, object] = {}
    for part in sheet.parts():
        forms = [part] if part is sheet.form else [part.management_form, *part]
        for form in forms:
            for field in form:
                value = field.value()
                data[field.html_name] = "" if value is None else value
    for name in [name for name in data if name.endswith("DELETE")]:
        del data[name]
    return {**data, **changes}


def opened(client, story: Story | None = None) -> StorySheet:
    with undrawn():
        answer = client.get(address(story) if story else ADD)
    assert answer.status_code == 200
    return answer.context_data["sheet"]


def post(client, story: Story, **changes):
    return client.post(address(story), filled(opened(client, story), **changes))


def full_story(by: User) -> Story:
    first, second = makers.photo(), makers.photo()
    other = makers.story(headline="Nước sông Hương lên nhanh")
    trần_mai = makers.author()
    copy = makers.copy(
        kicker="Bão số 5",
        short_headline="Mưa ở Huế",
        search_headline="Mưa lớn Huế ngập",
        bylines=(Byline("T. Mai", trần_mai.pk), Byline("Đỗ Nam", role="tổng hợp")),
        lead=makers.lead(first),
        topics=(makers.topic("Mưa lũ").pk, makers.topic("Huế").pk),
        links=(
            Link("related", story=other.pk),
            Link("related", url="https://example.vn/", text="Bản đồ"),
            Link("more", url="https://example.vn/b"),
        ),
        body=f'<p>a</p>\n<figure class="photo" data-photo="{second.pk}">'
        "<figcaption>b</figcaption></figure>",
    )
    timing = writing.Timing(2, 11, None, datetime(2026, 1, 2, 5, 0, tzinfo=UTC))
    return writing.create(copy, by=by, timing=timing)


def test_it_works(client, binh):
    story = makers.story()

    answer = post(client, story, headline="Nước rút", then="")

    assert answer.status_code == 302
    assert makers.fresh(story).headline == "Nước rút"
    revision = story.revisions.get(number=2)
    assert (revision.author, revision.source) == (binh, Revision.Source.PERSON)


def test_an_unchanged_form_gives_the_same_copy_back(client, binh):
    story = full_story(binh)
    before = writing.copy_of(story)

    post(client, story)

    assert writing.copy_of(makers.fresh(story)) == before
    assert story.revisions.count() == 1
    assert makers.fresh(story).embargo_until == story.embargo_until
    assert makers.fresh(story).dateline_day == 2


def test_a_new_story_is_its_writers_own(client):
    lan = staff(makers.lan())
    client.force_login(lan)

    data = filled(opened(client), headline="Mưa ở Huế", body="<p>Mưa.</p>")
    answer = client.post(ADD, data)

    story = Story.objects.get()
    assert answer["Location"].startswith(address(story))
    assert (story.owner, story.headline) == (lan, "Mưa ở Huế")
    assert story.revisions.get().author == lan


def test_a_new_story_is_signed_by_its_writer(client):
    lan = staff(makers.lan())
    lan.author = makers.author("Nguyễn Lan")
    lan.save()
    client.force_login(lan)

    (row,) = opened(client).bylines.initial

    assert (row["name"], row["author"]) == ("Nguyễn Lan", lan.author_id)


def test_what_is_posted_replaces_the_rows_as_a_set(client, binh):
    story = full_story(binh)
    data = filled(opened(client, story))
    writing.save(story, makers.copy(bylines=()), version=1, by=binh)

    answer = client.post(address(story), {**data, "version": 2})

    assert answer.status_code == 302
    assert [row.name for row in writing.copy_of(story).bylines] == ["T. Mai", "Đỗ Nam"]


def test_rows_stand_in_the_order_of_their_numbers(client, binh):
    story = full_story(binh)

    post(client, story, **{"bylines-0-ORDER": 2, "bylines-1-ORDER": 1})

    names = [row.name for row in writing.copy_of(story).bylines]
    assert names == ["Đỗ Nam", "T. Mai"]


def test_a_row_can_be_taken_out_and_another_put_in(client, binh):
    story = full_story(binh)

    post(
        client,
        story,
        **{
            "bylines-0-DELETE": "on",
            "bylines-2-name": "Lê Hoa",
            "related-2-target": story.links.first().target_id,
            "related-0-DELETE": "on",
        },
    )

    copy = writing.copy_of(makers.fresh(story))
    assert [row.name for row in copy.bylines] == ["Đỗ Nam", "Lê Hoa"]
    assert [link.url for link in copy.links][:2] == ["https://example.vn/", ""]


def test_a_row_that_is_not_posted_is_taken_out_and_does_not_come_back(client, binh):
    story = full_story(binh)
    data = filled(opened(client, story), headline="a" * 301)
    without = {k: v for k, v in data.items() if not k.startswith("bylines-0-")}

    answer = client.post(address(story), without)

    (row,) = answer.context["sheet"].bylines.shown()
    assert row["name"].value() == "Đỗ Nam"


def test_a_topic_is_found_by_its_written_name(client, binh):
    story = makers.story()
    topic = makers.topic("Mưa lũ miền Trung", search_name="mua lu mien trung")

    post(client, story, **{"topics-0-name": "mưa lũ  miền trung"})

    assert writing.copy_of(story).topics == (topic.pk,)


def refused(answer) -> StorySheet:
    """The form that came back; nothing was saved."""
    assert answer.status_code == 200
    assert not Revision.objects.filter(number__gt=1).exists()
    return answer.context["sheet"]


def shown(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("headline", "a" * 301),
        ("day", "31"),
        ("day", "x"),
        ("embargo_until", "mai"),
        ("section", "404"),
        ("bylines-0-name", "b" * 161),
        ("topics-0-name", "không có"),
        ("related-0-url", "example.vn/tin"),
        ("related-0-text", "không dẫn đến đâu"),
        ("related-0-target", "9" * 30),
        ("more-0-target", "mười"),
        ("lead_photo", "0"),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(client, binh, name, value):
    story = makers.story(headline="Tít cũ")

    answer = post(client, story, **{"kicker": "Chữ vừa gõ", name: value})

    sheet = refused(answer)
    assert 'class="errorlist"' in shown(answer)
    assert value in shown(answer) or name == "section"
    assert sheet.form["kicker"].value() == "Chữ vừa gõ"


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("lead_photo", "404", "404"),
        ("related-0-target", "404", "404"),
        ("bylines-1-author", "404", "404"),
    ],
)
def test_what_the_verb_refuses_is_said_above_the_form(client, binh, name, value, told):
    story = makers.story()

    changes = {"bylines-1-name": "a", name: value, "kicker": "Chữ vừa gõ"}
    answer = post(client, story, **changes)

    assert told in " ".join(answer.context["errors"])
    assert refused(answer).form["kicker"].value() == "Chữ vừa gõ"


def test_a_body_of_3_mb_comes_back_whole_with_its_size_and_the_limit(client, binh):
    story = makers.story()
    body = "<p>" + "đ" * 3_000_000 + "</p>"

    answer = post(client, story, body=body)

    (error,) = refused(answer).form.errors["body"]
    assert "3000007" in error and "1000000" in error
    assert "đ" * 3_000_000 in shown(answer)


def test_400_links_are_saved(client, binh):
    story = makers.story()
    target = makers.story()
    rows = {}
    for number in range(400):
        rows[f"related-{number}-target"] = target.pk
        rows[f"related-{number}-ORDER"] = 400 - number
    rows["related-7-target"], rows["related-7-url"] = "", "https://example.vn/7"

    answer = post(client, story, **rows, **{"related-TOTAL_FORMS": 400})

    assert answer.status_code == 302
    assert story.links.count() == 400
    assert story.links.order_by("position", "id")[392].url == "https://example.vn/7"


def test_more_links_than_500_come_back_with_a_sentence(client, binh):
    story = makers.story()
    rows = {f"related-{n}-url": f"https://example.vn/{n}" for n in range(600)}

    answer = post(client, story, **rows, **{"related-TOTAL_FORMS": 600})

    assert "500" in " ".join(answer.context["errors"])
    assert "https://example.vn/599" in shown(answer)
    refused(answer)


def test_2000_fields_are_read_and_what_is_not_ours_is_left(client, binh):
    story = makers.story()

    answer = post(client, story, **{f"thua-{n}": "x" for n in range(2_000)})

    assert answer.status_code == 302


@pytest.mark.parametrize("sent", ["20 MB", "20,000 fields"])
def test_above_the_hard_limit_a_page_says_so_and_where_the_text_is(
    client, binh, settings, sent
):
    story = makers.story()
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 100
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000
    changes = (
        {"body": "a" * 100_000}
        if sent == "20 MB"
        else {f"thua-{n}": "x" for n in range(100)}
    )

    answer = client.post(
        address(story),
        urlencode(filled(opened(client, story), **changes)),
        content_type="application/x-www-form-urlencoded",
    )

    assert answer.status_code == 413
    assert "data-too-large" in shown(answer)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Mưa\x00 lớn", "Mưa lớn"),
        ("Mưa\u202e lớn\u2066", "Mưa lớn"),
        ("Mưa\u200b lớn", "Mưa lớn"),
        ("Mu\u031ba lớn", "Mưa lớn"),
    ],
)
def test_what_no_eye_can_see_is_taken_out_and_the_rest_is_saved(
    client, binh, typed, kept
):
    story = makers.story()

    answer = post(
        client, story, headline=typed, standfirst=typed, body=f"<p>{typed}</p>"
    )

    assert answer.status_code == 302
    saved = makers.fresh(story)
    assert (saved.headline, saved.standfirst, saved.body) == (
        kept,
        kept,
        f"<p>{kept}</p>",
    )


@pytest.mark.parametrize("name", ["headline", "standfirst", "body", "bylines-0-name"])
def test_half_a_character_is_replaced_and_the_rest_is_saved(client, binh, name):
    """A lone surrogate is no UTF-8: only bytes can bring it."""
    story = makers.story()
    data = urlencode({**filled(opened(client, story)), name: "@"})
    data = data.replace(f"{name}=%40", f"{name}=M%C6%B0a%ED%A0%80")

    answer = client.post(
        address(story), data, content_type="application/x-www-form-urlencoded"
    )

    assert answer.status_code == 302
    assert "Mưa\ufffd" in story.revisions.get(number=2).content


def test_the_body_is_sanitised_before_it_is_saved_and_before_it_is_shown(client, binh):
    story = makers.story()
    hostile = '<p onclick="x()">a</p><script>b</script><iframe src="//c"></iframe>'

    answer = post(client, story, body=hostile, headline="a" * 301)
    post(client, story, body=hostile)

    assert "onclick" not in shown(answer)
    assert makers.fresh(story).body == "<p>a</p>"


def test_a_refused_body_comes_back_whole_and_into_no_editor(client, binh):
    story = makers.story()
    body = "<blockquote>" * 150 + "Mưa."

    answer = post(client, story, body=body)

    assert refused(answer).form.errors["body"]
    assert "ckeditortype" not in shown(answer)
    assert "&lt;blockquote&gt;" * 150 + "Mưa." in shown(answer)


def test_the_embargo_is_vietnamese_time(client, binh):
    story = makers.story()

    post(client, story, embargo_until="2026-01-02T12:00")

    until = makers.fresh(story).embargo_until
    assert until == datetime(2026, 1, 2, 5, 0, tzinfo=UTC)
    assert Audit.objects.filter(action="embargo", actor_id=binh.pk).count() == 1
    assert 'value="2026-01-02T12:00"' in shown(client.get(address(story)))


def test_a_missing_year_is_asked_for_and_never_guessed(client, binh):
    story = makers.story()

    post(client, story, day="30", month="12", year="")

    saved = makers.fresh(story)
    assert (saved.dateline_day, saved.dateline_month, saved.dateline_year) == (
        30,
        12,
        None,
    )
    assert "data-asks-year" in shown(client.get(address(story)))


def test_with_a_year_nothing_is_asked(client, binh):
    story = makers.story()

    post(client, story, day="30", month="12", year="2023")

    assert "data-asks-year" not in shown(client.get(address(story)))


@pytest.mark.parametrize("version", ["", "x", "0", "-1", "9" * 30])
def test_a_form_that_lost_its_version_saves_nothing_and_keeps_the_text(
    client, binh, version
):
    story = makers.story()

    answer = post(client, story, version=version, kicker="Chữ vừa gõ")

    assert "Chữ vừa gõ" in shown(answer)
    assert makers.fresh(story).version == 1


def test_a_reporter_reads_a_colleagues_story_and_cannot_write_in_it(client):
    story = makers.story(by=makers.binh())
    client.force_login(staff(makers.lan()))

    sheet = opened(client, story)
    answer = client.post(address(story), filled(sheet, headline="Khác"))

    assert all(field.disabled for field in sheet.form.fields.values())
    assert answer.status_code == 403
    assert makers.fresh(story).version == 1


def test_a_photo_editor_cannot_begin_a_story(client):
    client.force_login(staff(makers.person("anh", "biên tập ảnh")))

    assert client.get(ADD).status_code == 403
    assert client.post(ADD, {"headline": "a"}).status_code == 403
    assert not Story.objects.exists()


def test_a_story_out_of_reach_is_not_shown(client):
    lan = staff(makers.lan())
    lan.sections.add(makers.section("Thể thao", "the-thao"))
    story = makers.story(headline="Điều chưa được biết")
    client.force_login(lan)

    answer = client.get(address(story))

    assert answer.status_code == 403
    assert "Điều chưa được biết" not in shown(answer)


def test_a_link_out_of_reach_keeps_its_headline_to_itself(client):
    lan = staff(makers.lan())
    lan.sections.add(makers.section("Thể thao", "the-thao"))
    secret = makers.story(headline="Điều chưa được biết")
    story = makers.story(by=lan, links=(Link("related", story=secret.pk),))
    client.force_login(lan)

    answer = client.get(address(story))

    assert "Điều chưa được biết" not in shown(answer)
    assert f'value="{secret.pk}"' in shown(answer)


def test_a_forged_post_changes_nothing_beside_the_form(client, binh):
    story = makers.story(by=binh)
    thu = makers.thu()

    post(client, story, owner=thu.pk, status="approved", printed_revision=1, id=77)

    saved = makers.fresh(story)
    assert (saved.owner, saved.status, saved.printed_revision) == (binh, "draft", None)


def test_after_a_save_the_browser_hears_which_draft_it_was(client, binh):
    story = makers.story()

    answer = post(client, story, kicker="a", draft="Zq3x")

    cookie = answer.cookies["saved_draft"]
    assert (cookie.value, cookie["path"], cookie["samesite"]) == (
        "Zq3x",
        "/admin/",
        "Lax",
    )


@pytest.mark.parametrize("draft", ["a b", "../x", "a" * 65, "é"])
def test_a_strange_draft_is_not_repeated(client, binh, draft):
    answer = post(client, makers.story(), kicker="a", draft=draft)

    assert answer.status_code == 302
    assert "saved_draft" not in answer.cookies


def test_text_that_came_back_refused_is_marked_as_unsaved(client, binh):
    story = makers.story()

    assert "data-unsaved" not in shown(client.get(address(story)))
    assert "data-unsaved" in shown(post(client, story, headline="a" * 301))


def test_every_control_has_a_label(client, binh):
    page = shown(client.get(address(full_story(binh))))

    named = set(re.findall(r'<label[^>]*\sfor="([^"]+)"', page))
    for tag in re.findall(r"<(?:input|select|textarea)\b[^>]*>", page):
        if 'type="hidden"' in tag or 'type="submit"' in tag:
            continue
        found = re.search(r'\sid="([^"]+)"', tag)
        assert "aria-label" in tag or found and found[1] in named, tag


def test_the_page_that_carries_the_editor_is_loosened_and_no_other(client, binh):
    story = makers.story()

    form = client.get(address(story))["Content-Security-Policy"]
    stories = client.get("/admin/desk/story/")["Content-Security-Policy"]

    assert form.count("'unsafe-inline'") == 2
    assert "unsafe" not in stories and "unsafe-eval" not in form


def test_the_form_asks_no_more_with_more_rows(
    client, binh, django_assert_max_num_queries
):
    story = full_story(binh)
    full = makers.full_article(bylines=5, photos=4, links=20, topics=8)
    client.get(address(story))

    with django_assert_max_num_queries(22):
        client.get(address(story))
    with django_assert_max_num_queries(22):
        client.get(reverse("admin:desk_story_change", args=[full.pk]))
