"""The addresses that the story page's scripts ask: who may, and what is found."""

import json
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Author
from desk.models import Audit, User
from newsroom.text.fold import fold
from photos.models import Photo
from tests import makers

pytestmark = pytest.mark.django_db

PHOTOS = reverse("admin:desk_picker_photos")
TAKE_IN = reverse("admin:desk_picker_take_in")
AUTHORS = reverse("admin:desk_suggest_authors")
TOPICS = reverse("admin:desk_suggest_topics")
STORIES = reverse("admin:desk_suggest_stories")


def picture(photo: Photo) -> str:
    return reverse("admin:desk_picture", args=[photo.pk])


def staff(user: User) -> User:
    User.objects.filter(pk=user.pk).update(is_staff=True)
    return User.objects.get(pk=user.pk)


@pytest.fixture
def lan(client) -> User:
    """The reporter, logged in."""
    user = staff(makers.lan())
    client.force_login(user)
    return user


def items(answer) -> list[dict]:
    assert answer.status_code == 200
    return json.loads(answer.content)["items"]


def shown(answer) -> list[int]:
    """The numbers of the photos on the sheet that came."""
    assert answer.status_code == 200
    html = json.loads(answer.content)["html"]
    told = re.findall(r'data-photo="([^"]+)"', html)
    return [json.loads(unescape(each))["id"] for each in told]


def titles(answer) -> list[str]:
    return [item["title"] for item in items(answer)]


def sent(**changes) -> dict:
    upload = SimpleUploadedFile("anh.jpg", makers.jpeg(640, 480), "image/jpeg")
    return {
        "file": upload,
        "caption": "Phố ngập.",
        "credit": "(Ảnh: Trần Mai/TTXVN)",
        **changes,
    }


def test_it_works(client, lan):
    answer = client.post(TAKE_IN, sent())

    item = json.loads(answer.content)["item"]
    photo = Photo.objects.get()
    assert (item["id"], item["caption"], item["credit"]) == (
        photo.pk,
        "Phố ngập.",
        "(Ảnh: Trần Mai/TTXVN)",
    )
    assert (photo.agency, photo.created_by) == ("TTXVN", "lan")
    assert Audit.objects.get(action="take in photo").actor_name == "lan"
    assert shown(client.get(PHOTOS, {"q": "pho ngap"})) == [photo.pk]
    seen = client.get(item["src"])
    assert seen["Content-Type"] == "image/jpeg" and seen.content[:2] == b"\xff\xd8"


def test_photos_are_found_without_marks_by_caption_credit_and_file(client, lan):
    photo = makers.photo()

    for query in ("", "mua pho", "tran mai", "ttxvn", "anh.jpg"):
        assert shown(client.get(PHOTOS, {"q": query})) == [photo.pk]
    assert shown(client.get(PHOTOS, {"q": "bão"})) == []


def test_photos_come_a_page_at_a_time(client, lan, monkeypatch):
    monkeypatch.setattr("desk.photo_search.PAGE", 2)
    photos = [makers.photo() for _number in range(3)]

    first = client.get(PHOTOS)
    older = json.loads(first.content)["older"]
    second = client.get(PHOTOS, {"before": older})

    assert shown(first) + shown(second) == [photo.pk for photo in reversed(photos)]
    assert older and not json.loads(second.content)["older"]


@pytest.mark.parametrize("before", ["0", "-1", "x", "9" * 30, "²"])
def test_nonsense_for_a_page_breaks_nothing(client, lan, before):
    assert client.get(PHOTOS, {"before": before}).status_code == 200


def test_the_picker_asks_few_queries(client, lan, django_assert_max_num_queries):
    for _number in range(5):
        makers.photo()

    with django_assert_max_num_queries(9):
        client.get(PHOTOS)


def test_of_a_photo_taken_down_only_a_mark_is_left(client, lan):
    photo = makers.photo()
    Photo.objects.filter(pk=photo.pk).update(taken_down_at=makers.AT)

    mark = client.get(picture(photo))

    assert shown(client.get(PHOTOS)) == []
    assert mark["Content-Type"] == "image/svg+xml"
    assert f"Ảnh {photo.pk} đã bị gỡ" in mark.content.decode()


@pytest.mark.parametrize("name", ["file", "caption", "credit"])
def test_what_is_missing_is_said_by_field_and_nothing_is_stored(client, lan, name):
    answer = client.post(TAKE_IN, sent(**{name: ""}))

    assert answer.status_code == 400
    assert list(json.loads(answer.content)["errors"]) == [name]
    assert not Photo.objects.exists()


def test_a_file_that_is_no_picture_is_refused_beside_the_file(client, lan):
    fake = SimpleUploadedFile("anh.jpg", b"<script>x</script>", "image/jpeg")

    answer = client.post(TAKE_IN, sent(file=fake))

    assert answer.status_code == 400
    assert json.loads(answer.content)["errors"]["file"]
    assert not Photo.objects.exists()


def test_the_same_bytes_are_the_same_photo_as_it_is(client, lan):
    data = makers.jpeg()
    known = makers.photo(data=data)
    again = SimpleUploadedFile("khac.jpg", data, "image/jpeg")

    answer = client.post(TAKE_IN, sent(file=again, caption="Chú thích khác"))

    told = json.loads(answer.content)
    assert told["was_known"] and told["item"]["id"] == known.pk
    assert told["item"]["caption"] == known.caption


def test_a_picture_seen_before_is_not_sent_again(client, lan):
    photo = makers.photo()
    first = client.get(picture(photo))

    again = client.get(picture(photo), headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert first["Cache-Control"] == "private, no-cache"


def test_authors_are_found_without_marks(client, lan):
    for name in ("Trần Mai", "Trần Mải", "Đỗ Nam"):
        makers.author(
            name,
            slug=fold(name).replace(" ", "-") + str(len(name.encode())),
            search_name=fold(name),
        )

    assert titles(client.get(AUTHORS, {"q": "mai tran"})) == ["Trần Mai", "Trần Mải"]
    assert titles(client.get(AUTHORS, {"q": "đo"})) == ["Đỗ Nam"]
    assert titles(client.get(AUTHORS, {"q": " "})) == []


def test_who_was_merged_away_is_not_offered(client, lan):
    heir = makers.author("Trần Mai", search_name="tran mai")
    makers.author("T. Mai", search_name="t. mai", merged_into=heir)

    assert titles(client.get(AUTHORS, {"q": "mai"})) == ["Trần Mai"]
    assert Author.objects.count() == 2


def test_topics_are_found_without_marks(client, lan):
    topic = makers.topic("Mưa lũ miền Trung", search_name="mua lu mien trung")

    (item,) = items(client.get(TOPICS, {"q": "lu trung"}))

    assert item == {"id": topic.pk, "title": "Mưa lũ miền Trung"}


def test_stories_are_found_by_words_or_number_newest_first(client, lan):
    old = makers.story(headline="Hội nghị Quân đội lần một")
    new = makers.article(headline="Hội nghị Quân đội lần hai")

    found = items(client.get(STORIES, {"q": "quan doi"}))

    assert [item["id"] for item in found] == [new.pk, old.pk]
    assert [item["is_live"] for item in found] == [True, False]
    assert found[0]["note"] == "Xã hội"
    assert titles(client.get(STORIES, {"q": str(old.pk)})) == [str(old)]


def test_a_story_is_not_offered_to_itself(client, lan):
    story = makers.story()

    assert items(client.get(STORIES, {"q": "mua", "not": story.pk})) == []


def test_a_story_out_of_reach_is_not_offered(client, lan):
    lan.sections.add(makers.section("Thể thao", "the-thao"))
    story = makers.story(headline="Điều chưa được biết")

    assert items(client.get(STORIES, {"q": "dieu"})) == []
    assert items(client.get(STORIES, {"q": str(story.pk)})) == []


@pytest.mark.parametrize("address", [PHOTOS, AUTHORS, TOPICS, STORIES])
@pytest.mark.parametrize("query", ["\x00a", "'", "%", "a" * 9000, "١٢", "9" * 40])
def test_a_strange_query_breaks_nothing(client, lan, address, query):
    assert client.get(address, {"q": query}).status_code == 200


ASKED = [
    ("get", PHOTOS),
    ("get", AUTHORS),
    ("get", TOPICS),
    ("get", STORIES),
    ("post", TAKE_IN),
    ("get", "picture"),
]


@pytest.mark.parametrize(("method", "address"), ASKED)
def test_a_stranger_learns_nothing(client, method, address):
    if address == "picture":
        address = picture(makers.photo())

    answer = getattr(client, method)(address, sent() if method == "post" else None)

    assert answer.status_code == 401
    assert list(json.loads(answer.content)) == ["error", "errors"]


@pytest.mark.parametrize(("method", "address"), ASKED)
def test_who_has_no_role_learns_nothing(client, method, address):
    if address == "picture":
        address = picture(makers.photo())
    client.force_login(staff(makers.person("ai")))

    answer = getattr(client, method)(address, sent() if method == "post" else None)

    assert answer.status_code == 403
    assert Photo.objects.filter(created_by="ai").count() == 0


@pytest.mark.parametrize("address", [PHOTOS, AUTHORS, STORIES])
def test_nothing_of_the_desk_is_stored_on_the_way(client, lan, address):
    assert "no-store" in client.get(address)["Cache-Control"]
