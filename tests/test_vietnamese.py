"""The desk speaks the language of who asks: no English word in a Vietnamese page.

A new page is found by its links. A word that fails here wants its msgid in
locale/vi, or, when Django says it, in locale/django/vi.
"""

import gettext
import re
from pathlib import Path
from urllib.parse import urlsplit

import django
import polib
import pytest
from django.conf import settings
from django.contrib import admin
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import get_resolver, resolve, reverse
from django.utils.translation.trans_real import DjangoTranslation

from desk.models import User
from desk.site import Words
from tests.crawling import Crawl, Reader, contents, without
from tests.worlds import DISPATCH, everything
from wire.correcting import pieces
from wire.parser import parse

pytestmark = [pytest.mark.django_db, pytest.mark.once]

DJANGO = Path(django.__file__).parent
PARTS = ["conf", *(f"contrib/{name}" for name in ("admin", "auth"))]
PARTS += [f"contrib/{name}" for name in ("contenttypes", "sessions")]
OURS = Path(settings.BASE_DIR) / "locale/django/vi/LC_MESSAGES"
# What is the same in Vietnamese, and names.
ALLOWED = {
    *("email", "json", "sha", "uuid", "unicode", "ctrl", "command", "mac", "cookie"),
    *("ttxvn", "afp", "jpeg", "png", "webp", "gif", "tiff", "avif", "url", "html"),
    *("facebook", "rss", "gmt", "id", "mb"),
    *("google", "authenticator", "freeotp", "aegis", "byte", "sapo", "iptc", "xmp"),
    *("exif", "shift"),
}
# One syllable without marks; no English sentence is made of such words alone.
_SYLLABLE = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?"
)
# Syllables by their letters, but here they would be English.
ENGLISH = {"the", "then", "that", "them", "than", "not", "hat", "hit", "put"}
_MARKED = re.compile("[À-ÖØ-öø-ỹĐđ]")
# Vietnamese on purpose, on a page in English too.
_QUOTED = ["(Ảnh: Trọng Đức/TTXVN)", "Tiếng Việt"]


def english(text: str) -> list[str]:
    """The words of a text that can be no Vietnamese."""
    words = re.findall(r"(?<![\w./:@#%{-])[A-Za-z]{2,}(?![\w./:@{(-]*\w)", text)
    return [
        word
        for word in map(str.lower, words)
        if word in ENGLISH or not _SYLLABLE.fullmatch(word) and word not in ALLOWED
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Add story",
        "Home",
        "Please correct the error below.",
        "1 result",
        "None",
        "role",
    ],
)
def test_it_works(text):
    assert english(text)


@pytest.mark.parametrize(
    "text", ["Xem thêm", "Tin ảnh do phóng viên đưa", "Lưu và sửa tiếp", "/xa-hoi/"]
)
def test_vietnamese_is_no_english(text):
    assert english(text) == []


def entries(part: str, language: str, domain: str) -> polib.POFile | list:
    path = DJANGO / part / f"locale/{language}/LC_MESSAGES/{domain}.po"
    return polib.pofile(path) if path.exists() else []


def key_of(entry: polib.POEntry) -> str | tuple[str, int]:
    name = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
    return (name, 0) if entry.msgid_plural else name


@pytest.mark.parametrize("part", PARTS)
def test_every_word_of_django_has_its_vietnamese(part):
    known = DjangoTranslation("vi")._catalog

    lacking = [
        e.msgid for e in entries(part, "en", "django") if not known.get(key_of(e))
    ]

    assert lacking == []


def test_every_word_of_djangos_scripts_has_its_vietnamese():
    paths = Words().get_paths(["django.contrib.admin"])
    known = DjangoTranslation("vi", domain="djangojs", localedirs=paths)._catalog

    found = entries("contrib/admin", "en", "djangojs")

    assert [entry.msgid for entry in found if not known.get(key_of(entry))] == []


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_only_what_django_lacks_or_says_badly_stands_here(domain):
    asked, said = {}, {}
    for part in PARTS:
        asked |= {key_of(entry): entry for entry in entries(part, "en", domain)}
        for entry in entries(part, "vi", domain):
            said.setdefault(key_of(entry), entry.msgstr or entry.msgstr_plural.get(0))

    for entry in polib.pofile(OURS / f"{domain}.po"):
        assert key_of(entry) in asked
        assert (entry.msgstr or entry.msgstr_plural[0]) != said.get(key_of(entry))


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_what_is_compiled_is_what_is_written(domain):
    with (OURS / f"{domain}.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog

    for entry in polib.pofile(OURS / f"{domain}.po"):
        assert compiled[key_of(entry)] == (entry.msgstr or entry.msgstr_plural[0])


@pytest.fixture
def world(client) -> User:
    """One of everything, and somebody who may open every page."""
    root = everything().root
    client.force_login(root)
    return root


def starts() -> list[str]:
    """The index, and of each screen the list, the empty form, a row and its ways."""
    found = ["/admin/"]
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found += [reverse(f"{name}_changelist"), reverse(f"{name}_add")]
        row = model._default_manager.order_by("pk").first()
        if row:
            ways = ("change", "history", "delete")
            found += [reverse(f"{name}_{way}", args=[row.pk]) for way in ways]
    return found


def is_paper(address: str) -> bool:
    """A preview speaks the language of its article, as the paper will."""
    return resolve(urlsplit(address).path).view_name == "admin:desk_story_preview"


def test_no_page_of_the_desk_says_a_word_of_english(client, world):
    crawl = Crawl(client).visit(*starts())
    written = contents()

    faults = {
        (address, text)
        for address, text in crawl.said()
        if english(without(text, written))
    }

    assert len(crawl.pages) > 40
    assert sorted(faults) == []


def test_no_page_says_a_word_of_vietnamese_to_who_reads_english(client, world):
    User.objects.update(language="en")
    crawl = Crawl(client).visit(*starts())
    written = [*_QUOTED, *contents()]

    faults = {
        (address, text)
        for address, text in crawl.said()
        if _MARKED.search(without(text, written)) and not is_paper(address)
    }

    assert sorted(faults) == []


def at_the_door() -> dict[str, HttpResponse]:
    """What is said to who is not in yet: nobody knows his language."""
    client, stranger = Client(), Client(enforce_csrf_checks=True)
    wrong = {"username": "goc", "password": "sai", "next": "/admin/"}
    found = {
        "login": client.get("/admin/login/"),
        "wrong": client.post("/admin/login/", wrong),
        "empty": client.post("/admin/login/", {}),
        "csrf": stranger.post("/admin/login/", wrong),
        "500": get_resolver().resolve_error_handler(500)(
            RequestFactory().get("/admin/")
        ),
    }
    for _try in range(5):
        found["locked"] = client.post("/admin/login/", wrong)
    return found


def inside(client, settings) -> dict[str, HttpResponse]:
    """What is said to a person who asks for what cannot be."""
    passwords = {"old_password": "sai", "new_password1": "123", "new_password2": "123"}
    person = {"password1": "123", "password2": "1234", "roles": "vua", "author": "x"}
    section = {"name": "", "slug": "admin", "parent": "99", "position": "-1"}
    found = {
        "403": client.get("/admin/desk/outbox/add/"),
        "404": client.get("/admin/khong-co/"),
        "password": client.post("/admin/password_change/", passwords),
        "account": client.post("/admin/desk/user/add/", person),
        "section": client.post("/admin/articles/section/add/", section),
        "photo": client.post("/admin/photos/photo/add/", {}),
        "code": client.post("/admin/account/code/", {"act": "finish", "code": "1"}),
        "pasted": client.post("/admin/wire/wireitem/paste/", {"text": DISPATCH}),
        "not pasted": client.post("/admin/wire/wireitem/paste/", {"text": " "}),
    }
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1
    found["400"] = client.post("/admin/account/", {"a": "1", "b": "2", "c": "3"})
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
    found["out"] = client.post("/admin/logout/")
    return found


def words_of(answer: HttpResponse) -> list[str]:
    said = [" ".join(text.split()) for text in Reader(answer.content.decode()).words]
    assert len(" ".join(said).split()) > 10
    pasted = [piece.part.text for piece in pieces(parse(DISPATCH))]
    written = [*_QUOTED, *sorted(pasted, key=len, reverse=True), *contents()]
    return [without(text, written) for text in said]


def test_at_the_door_everything_is_said_in_vietnamese(world):
    User.objects.update(language="en")

    for name, answer in at_the_door().items():
        assert [text for text in words_of(answer) if english(text)] == [], name


def test_every_refusal_is_said_in_vietnamese(client, world, settings):
    for name, answer in inside(client, settings).items():
        assert [text for text in words_of(answer) if english(text)] == [], name


def test_every_refusal_is_said_in_english_to_who_reads_it(client, world, settings):
    User.objects.update(language="en")

    for name, answer in inside(client, settings).items():
        assert [text for text in words_of(answer) if _MARKED.search(text)] == [], name
