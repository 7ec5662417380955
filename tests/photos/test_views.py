import pytest
from django.test import Client

from photos.files import private, public
from photos.renditions import expose
from tests import makers
from tests.photos.samples import files_below

pytestmark = pytest.mark.django_db


@pytest.fixture
def address() -> str:
    stem = expose(makers.photo())["stem"]
    return f"/media/{stem[:2]}/{stem}-w320.jpg"


def test_it_works(client: Client, address):
    response = client.get(address)

    assert response.status_code == 200
    assert response.getvalue() == public().read(address.removeprefix("/media/"))
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Set-Cookie" not in response


def test_who_has_it_gets_no_second_copy(client: Client, address):
    seen = client.get(address)
    seen.close()

    again = client.get(address, headers={"If-Modified-Since": seen["Last-Modified"]})

    assert again.status_code == 304
    assert again["Cache-Control"] == "public, max-age=31536000, immutable"


def test_head_is_answered_and_post_is_not(client: Client, address):
    head = client.head(address)
    head.close()

    assert head.status_code == 200
    assert client.post(address).status_code == 405


def test_private_files_have_no_address(client: Client, address):
    for path in files_below(private().root):
        name = path.relative_to(private().root).as_posix()
        for start in (
            "",
            "private/",
            "../private/",
            "%2e%2e/private/",
            "ab/../../private/",
        ):
            assert client.get(f"/media/{start}{name}").status_code == 404


@pytest.mark.parametrize(
    "name",
    ["notes.txt", ".part-{stem}", "{stem}-w320.jpg.html", "{stem}-w9999.jpg", ""],
)
def test_other_files_in_the_public_folder_are_not_served(client: Client, address, name):
    folder = files_below(public().root)[0].parent
    stem = address.split("/")[-1].removesuffix("-w320.jpg")
    name = name.format(stem=stem)
    if name:
        (folder / name).write_text("x")

    assert client.get(f"/media/{folder.name}/{name}").status_code == 404
    assert client.get(f"/media/../media/{folder.name}/{name}").status_code == 404


def test_what_is_hidden_is_not_found(client: Client, address):
    public().remove([address.removeprefix("/media/")])

    assert client.get(address).status_code == 404
