"""The command: a whole newspaper through the desk's verbs, and everything holds."""

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models.functions import Now
from django.test import Client, override_settings
from django.utils import timezone, translation

from articles.fronts import front_of
from articles.masthead import masthead
from articles.models import Article, ArticlePhoto, Edition, Section, Withdrawal
from demo import hours, pressing, register
from demo.management.commands.demo import Command
from demo.paper import reading
from demo.staff import CAST
from desk import records
from desk.invariants import violations
from desk.models import Audit, Revision, Story, User
from desk.permissions import Forbidden
from desk.publishing import Embargoed, print_story
from photos.models import Photo
from tests import makers

# The verbs are tested on both databases; the whole paper on PostgreSQL in `make proof`.
pytestmark = pytest.mark.once

HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SHORT = """section: sach
headline: Một bản tin thử của bàn demo
sapo: Dùng để thử.
printed: {when}

Đoạn thứ nhất của bản tin thử.
"""


def run(**options) -> str:
    out = io.StringIO()
    call_command(Command(stdout=out), **options)
    return out.getvalue()


@pytest.fixture(scope="module")
def newspaper(
    django_db_setup, django_db_blocker, tmp_path_factory
) -> Iterator[SimpleNamespace]:
    """The whole demo, made once; small pictures have all their files at once."""
    media = tmp_path_factory.mktemp("media")
    settings = override_settings(MEDIA_ROOT=media, PASSWORD_HASHERS=HASHERS)
    with django_db_blocker.unblock(), transaction.atomic():
        here = mock.patch("photos.intake.decode", makers.decode_here)
        with settings, translation.override("vi"), here:
            said = run(scale=0.38)
        yield SimpleNamespace(media=media, said=said)
        transaction.set_rollback(True)


@pytest.fixture
def paper(newspaper, settings) -> SimpleNamespace:
    settings.MEDIA_ROOT = newspaper.media
    return newspaper


def story(name: str) -> Story:
    return Story.objects.get(pk=pressing.written()[name])


def test_it_works(paper):
    assert Article.objects.count() == 60
    assert Story.objects.count() == 71
    assert Photo.objects.count() == 42


def test_everything_holds_afterwards(paper):
    assert [violation.text for violation in violations()] == []


def test_a_second_run_changes_nothing(paper):
    before = (Audit.objects.count(), list(User.objects.values_list("password")))

    assert "Password" not in run()
    after = (Audit.objects.count(), list(User.objects.values_list("password")))
    assert after == before


def test_there_is_an_account_for_each_role_and_its_password_was_told(paper):
    for username, (role, *_name) in CAST.items():
        user = User.objects.get(username=username)
        (line,) = [row for row in paper.said.splitlines() if f": {username}  " in row]

        assert user.is_staff
        assert [group.name for group in user.groups.all()] == [role]
        assert user.check_password(line.rpartition(" ")[2])


def test_no_two_passwords_are_alike(paper):
    lines = [row for row in paper.said.splitlines() if "  " in row]

    assert len({line.rpartition(" ")[2] for line in lines}) == len(CAST) + 1


def test_nobody_printed_what_he_wrote(paper):
    printings = Audit.objects.filter(action__in=["print", "update", "correction"])

    assert set(printings.values_list("actor_name", flat=True)) == {"thu"}
    assert not Revision.objects.filter(author__username="thu").exists()


def test_the_audit_is_in_order_of_time_and_says_what_is_invented(paper):
    times = list(Audit.objects.order_by("number").values_list("at", flat=True))
    ours = Audit.objects.filter(action=register.ACTION)

    assert times == sorted(times)
    assert times[-1] < timezone.now()
    assert all('"is_invented":true' in row.detail for row in ours)


def test_the_times_are_spread_over_days(paper):
    newest = Article.objects.order_by("-first_printed_at", "-id")
    times = list(newest.values_list("first_printed_at", flat=True))

    assert times[0] - times[-1] > timedelta(days=4)
    assert len(set(times)) == len(times)
    assert not Article.objects.filter(printed_at__gt=Now()).exists()


def test_every_card_of_the_front_has_a_picture_where_one_is_shown(paper):
    front = front_of("vi", masthead(), now=timezone.now())

    assert front.lead and front.lead.image
    assert len(front.seconds) == 3
    assert all(card.image for card in (*front.seconds, *front.latest))
    assert [block.section.name for block in front.blocks if not block.first.image] == []


def test_the_front_and_every_section_open(paper):
    client = Client()
    slugs = Section.objects.order_by("id").values_list("slug", flat=True)

    assert client.get("/").status_code == 200
    assert {client.get(f"/{slug}/").status_code for slug in slugs} == {200}


def test_one_is_corrected_and_says_so(paper):
    number = pressing.written()["doi-che-na-pan"]
    first, second = Edition.objects.filter(article_id=number).order_by("number")

    assert (first.kind, second.kind) == ("print", "correction")
    assert "1.020 ha" in first.content and "1.020 ha" not in second.content
    assert "102 ha" in Article.objects.get(pk=number).body_html


def test_one_is_updated(paper):
    number = pressing.written()["lu-hue"]
    article = Article.objects.get(pk=number)

    assert article.edition_number == 2
    assert article.updated_at > article.first_printed_at
    assert "bản tin cập nhật" in article.body_html


def test_one_is_withdrawn_with_a_notice(paper):
    number = pressing.written()["lich-cap-nuoc"]

    assert not Article.objects.filter(pk=number).exists()
    assert "chưa được xác minh" in Withdrawal.objects.get(article_id=number).notice
    response = Client().get(f"/thoi-su/tam-ngung-{number}.html")
    assert response.status_code == 410


def test_one_is_under_embargo_and_cannot_be_printed(paper):
    held = story("tk-nuoc-ngam")

    assert held.embargo_until > timezone.now()
    with pytest.raises(Embargoed), transaction.atomic():
        print_story(held, version=held.version, by=User.objects.get(username="thu"))


def test_the_reporter_may_not_print(paper):
    draft = story("tk-via-he")

    with pytest.raises(Forbidden), transaction.atomic():
        print_story(draft, version=draft.version, by=User.objects.get(username="lan"))


def test_agency_copy_has_no_owner(paper):
    assert story("tk-sat-lo-bo-song").owner is None
    assert story("lu-hue").owner.username == "lan"


def test_an_editor_gave_a_story_its_headline(paper):
    first, *_others, last = story("lu-hue").revisions.order_by("number")

    assert "Mưa lớn kéo dài" in first.content
    assert "Mưa lớn kéo dài" not in last.content


def test_the_photo_story_shows_its_pictures(paper):
    number = pressing.written()["anh-lang-chai-mui-en"]

    assert ArticlePhoto.objects.filter(article_id=number).count() == 4


def test_photos_came_in_with_their_metadata(paper):
    photo = Photo.objects.get(file_name="football-match.jpg")

    assert photo.original_metadata["XMP:dc:creator"] == ["Minh Triết", "Bảo Ân"]
    assert photo.original_metadata["XMP:photoshop:Credit"] == "TTXVN"
    assert photo.created_by == "ngoc"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """A demo of one short story, without a picture."""
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / "thu.txt").write_text(SHORT.format(when="draft 10m"))
    monkeypatch.setattr(reading, "STORIES", stories)
    return stories


@pytest.mark.django_db
def test_stories_of_others_stop_it(folder):
    makers.story()

    with pytest.raises(CommandError, match="--force"):
        run()
    assert not User.objects.filter(username="lan").exists()


@pytest.mark.django_db
def test_for_the_first_start_it_is_made_only_in_an_empty_newsroom(folder):
    makers.story()

    run(if_empty=True)

    assert Story.objects.count() == 1


@pytest.mark.django_db
def test_by_force_it_stands_beside_them(folder):
    other = makers.story()

    run(force=True)
    assert Story.objects.count() == 2
    assert Story.objects.get(pk=other.pk).version == other.version


@pytest.mark.django_db
def test_a_user_of_the_same_name_stops_it(folder):
    makers.lan()

    with pytest.raises(CommandError, match="lan"):
        run()
    assert list(User.objects.exclude(is_superuser=True)) == [
        User.objects.get(username="lan")
    ]


@pytest.mark.django_db
def test_what_was_not_done_yet_is_done_by_the_next_run(folder):
    run()
    (folder / "thu.txt").write_text(SHORT.format(when="10m"))
    (folder / "hai.txt").write_text(SHORT.format(when="20m"))

    run()
    assert Story.objects.count() == 2
    assert Article.objects.count() == 2
    assert [violation.text for violation in violations()] == []


@pytest.mark.django_db
def test_an_editors_change_does_not_bring_a_story_back(folder):
    run()
    made = Story.objects.get()
    Story.objects.filter(pk=made.pk).update(headline="Một tít khác")

    run()
    assert Story.objects.count() == 1


@pytest.mark.django_db
def test_the_desks_clock_is_real_again_afterwards(folder):
    real = records.clock

    with pytest.raises(ZeroDivisionError), hours.at(timezone.now() - timedelta(days=3)):
        assert pressing.writing.clock() < timezone.now() - timedelta(days=2)
        raise ZeroDivisionError
    assert pressing.writing.clock is real
