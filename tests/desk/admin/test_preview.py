"""The preview is the public page of a revision, and makes nothing public."""

import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from articles.models import Article
from desk import publishing, writing
from desk.models import Story
from desk.roles import PHOTO_EDITOR, REPORTER
from photos.addresses import TYPES
from photos.models import Photo
from tests import makers
from tests.desk.admin.staff import client_of, rows, staff
from tests.photos.samples import encoded, scene

pytestmark = pytest.mark.django_db

RIBBON = re.compile(r'<p class="ribbon".*?</p>', re.DOTALL)
RIBBON_STYLE = re.compile(r'<link rel="stylesheet" href="[^"]*desk/preview.css">')
ROBOTS = re.compile(r'<meta name="robots"[^>]*>')
NONCE = re.compile(r'nonce="[^"]*"')


def same(page: str, *, pictures: str) -> str:
    """The page without exactly what may differ: ribbon, robots, nonce, addresses."""
    for differing in (RIBBON, RIBBON_STYLE, ROBOTS):
        page = differing.sub("", page)
    return NONCE.sub("", page).replace(pictures, "PICTURES/")


def address(story: Story | Article, **query: int) -> str:
    base = reverse("admin:desk_story_preview", args=[story.pk])
    return f"{base}?revision={query['revision']}" if query else base


def pictures_of(story: Story | Article, number: int) -> str:
    return reverse("admin:desk_story_pictures", args=[story.pk, number])


def shown(client, story: Story | Article, **query: int) -> str:
    answer = client.get(address(story, **query))
    assert answer.status_code == 200
    return answer.content.decode()


def sources(page: str) -> list[str]:
    return re.findall(r'<img src="([^"]+)"', page)


def public_files() -> list[Path]:
    return sorted((Path(settings.MEDIA_ROOT) / "public").rglob("*"))


def full_story() -> Article:
    return makers.full_article(bylines=3, photos=3, links=4, topics=2)


@pytest.fixture
def binh(db):
    return makers.binh()


@pytest.fixture
def client(binh):
    return client_of(binh)


def test_it_works(client):
    story = makers.story(lead=makers.lead(makers.photo()))

    page = shown(client, story)

    assert f"<h1>{makers.copy().headline}</h1>" in page
    assert 'class="ribbon"' in page
    assert '<meta name="robots" content="noindex, nofollow">' in page


def test_what_is_live_is_the_printed_page_byte_for_byte(client):
    article = full_story()

    public = client.get(article.get_absolute_url()).content.decode()
    page = shown(client, article)

    assert same(page, pictures=pictures_of(article, 1)) == same(
        public, pictures=settings.MEDIA_URL
    )
    assert page != public and len(sources(page)) >= 3


def test_a_first_print_gives_the_page_that_was_previewed(client):
    photo = makers.photo()
    body = f'<p>a</p><figure class="photo" data-photo="{photo.pk}"></figure><p>b</p>'
    story = makers.story(lead=makers.lead(makers.photo()), body=body)

    page = shown(client, story)
    article = publishing.print_story(story, version=1, by=makers.chief())
    moved(article, page, "first_printed_at", "printed_at")

    public = client.get(article.get_absolute_url()).content.decode()
    assert same(page, pictures=pictures_of(story, 1)) == same(
        public, pictures=settings.MEDIA_URL
    )


def test_an_update_gives_the_page_that_was_previewed(client, binh):
    article = makers.article()
    story = makers.fresh(article)
    writing.save(story, makers.copy(headline="Nước rút"), version=2, by=binh)

    page = shown(client, story)
    updated = publishing.print_story(story, version=3, by=makers.chief())
    moved(updated, page, "updated_at")

    public = client.get(updated.get_absolute_url()).content.decode()
    assert same(page, pictures=pictures_of(story, 2)) == same(
        public, pictures=settings.MEDIA_URL
    )


def moved(article: Article, page: str, *names: str) -> None:
    """The printing's clock set back to the preview's: the newest time on its page."""
    at = max(
        map(timezone.datetime.fromisoformat, re.findall('datetime="([^"]+)"', page))
    )
    Article.objects.filter(pk=article.pk).update(**dict.fromkeys(names, at))


def test_a_preview_changes_no_row_and_makes_no_file_public(client):
    story = makers.story(lead=makers.lead(makers.photo()))
    files, before = public_files(), rows()

    for source in sources(shown(client, story)):
        assert client.get(source).status_code == 200

    assert public_files() == files == []
    assert rows() == before


def test_no_address_of_a_preview_is_public(client):
    story = makers.story(lead=makers.lead(makers.photo()))

    found = sources(shown(client, story))

    assert found and all(each.startswith("/admin/") for each in found)


def test_its_pictures_carry_no_metadata(client):
    story = makers.story(lead=makers.lead(makers.photo()))

    (source,) = sources(shown(client, story))
    answer = client.get(source)

    assert answer["Content-Type"] == "image/jpeg"
    assert b"Exif" not in answer.content and b"photoshop" not in answer.content


def test_an_older_revision_is_shown_on_demand(client, binh):
    story = makers.story()
    writing.save(story, makers.copy(headline="Nước rút"), version=1, by=binh)

    assert "<h1>Nước rút</h1>" in shown(client, story)
    assert f"<h1>{makers.copy().headline}</h1>" in shown(client, story, revision=1)


def test_a_loser_is_not_the_newest_and_can_be_shown(client, binh):
    story = makers.story()
    lost = makers.copy(headline="Đến muộn")
    loser = writing.keep_loser(story, lost, base=1, by=binh)

    assert "Đến muộn" not in shown(client, story)
    assert "<h1>Đến muộn</h1>" in shown(client, story, revision=loser.number)


def test_nobody_keeps_or_lists_it(client):
    story = makers.story(lead=makers.lead(makers.photo()))
    page = client.get(address(story))
    (source,) = sources(page.content.decode())

    for answer in (page, client.get(source)):
        assert "no-store" in answer["Cache-Control"]
        assert "public" not in answer["Cache-Control"]
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer["Referrer-Policy"] == "no-referrer"


def test_what_cannot_be_printed_is_told_in_sentences(client, binh):
    story = makers.story()
    writing.save(story, writing.Copy(kicker="Chỉ có"), version=1, by=binh)

    answer = client.get(address(story))

    assert answer.status_code == 200
    assert len(answer.context["lacks"]) == 3


def test_a_preview_speaks_the_language_of_the_story(client):
    story = makers.story(language="en")

    page = shown(client, story)

    assert '<html lang="en">' in page
    assert '<p class="ribbon" lang="vi">' in page


@pytest.mark.parametrize("number", ["0", "2", "1abc", "01x", "１", "9" * 30, ""])
def test_a_number_that_is_no_revision_is_404(client, number):
    story = makers.story()

    assert client.get(address(story), {"revision": number}).status_code == 404


def test_another_storys_revision_and_pictures_are_404(client, binh):
    mine, other = makers.story(), makers.story(lead=makers.lead(makers.photo()))
    (source,) = sources(shown(client, other))
    stolen = source.replace(f"/{other.pk}/preview/", f"/{mine.pk}/preview/")

    assert client.get(source).status_code == 200
    assert client.get(stolen).status_code == 404


def test_a_picture_taken_down_is_shown_no_more(client):
    story = makers.story(lead=makers.lead(makers.photo()))
    (source,) = sources(shown(client, story))
    Photo.objects.update(taken_down_at=makers.AT)

    assert sources(shown(client, story)) == []
    assert client.get(source).status_code == 404


def test_a_picture_whose_original_is_lost_is_404(client):
    story = makers.story(lead=makers.lead(makers.photo()))
    (source,) = sources(shown(client, story))
    for path in (Path(settings.MEDIA_ROOT) / "private").rglob("*.jpg"):
        path.unlink()

    assert client.get(source).status_code == 404


@pytest.mark.parametrize("name", ["", "x", "../../../etc/passwd", "ab/abcd.jpg"])
def test_a_name_that_is_no_picture_is_404(client, name):
    story = makers.story(lead=makers.lead(makers.photo()))

    assert client.get(pictures_of(story, 1) + name).status_code == 404


def test_every_file_that_a_page_names_is_there_in_its_format(client):
    story = makers.story(lead=makers.lead(makers.photo(data=encoded(scene(1000, 700)))))
    named = re.findall(r"[^\s\"]+\.(?:avif|jpg)(?= \d+w)", shown(client, story))

    for name in named:
        answer = client.get(name)
        assert answer.status_code == 200
        kind = Image.open(io.BytesIO(answer.content)).get_format_mimetype()
        assert kind == answer["Content-Type"] == TYPES[name.rpartition(".")[2]]
    assert len(named) == 10
    assert client.get(named[0].replace("w320", "w1920")).status_code == 404
    assert public_files() == []


@pytest.mark.parametrize("role", [None, REPORTER, PHOTO_EDITOR])
def test_who_may_not_see_the_story_sees_no_preview_and_no_picture(client, role):
    story = makers.story(lead=makers.lead(makers.photo()))
    (source,) = sources(shown(client, story))
    user, other = staff(role)
    user.sections.add(makers.section("Thể thao", "the-thao"))

    assert other.get(address(story)).status_code == 403
    assert other.get(source).status_code == 403


def test_a_stranger_gets_neither(client):
    story = makers.story(lead=makers.lead(makers.photo()))
    (source,) = sources(shown(client, story))
    client.logout()

    for each in (address(story), source):
        assert client.get(each)["Location"].startswith("/admin/login/")


def test_a_preview_is_only_read(client):
    assert client.post(address(makers.story())).status_code == 405


def test_an_embargo_does_not_stop_a_preview(client):
    story = makers.story()
    until = timezone.now() + timedelta(days=1)
    Story.objects.filter(pk=story.pk).update(embargo_until=until)

    assert makers.copy().headline in shown(client, story)


def test_a_preview_of_every_part_takes_a_bounded_number_of_queries(
    client, django_assert_max_num_queries
):
    article = makers.full_article(bylines=5, photos=10, links=20, topics=8)

    with django_assert_max_num_queries(18):
        client.get(address(article))
