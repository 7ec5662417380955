"""Pictures in buckets: moto's HTTP server, and a proxy that lets it fail."""

import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.files.storage import storages
from django.test import Client
from moto.server import ThreadedMotoServer

from newsroom.pictures import stores
from photos import buckets
from photos.addresses import TYPES
from photos.files import original_of, private, public
from photos.integrity import files_without_photo, has_original, telling_files
from photos.models import Photo
from photos.refusals import PhotoRefused, Unreachable, sentence
from photos.renditions import expose, hide, make, missing, private_rendition
from tests import makers
from tests.photos.samples import encoded, files_below, scene

pytestmark = [pytest.mark.django_db, pytest.mark.once]
KEYS = {"S3_ACCESS_KEY_ID": "key", "S3_SECRET_ACCESS_KEY": "$ecret"}
HOP_BY_HOP = {"connection", "transfer-encoding", "date", "server"}
NAMES = {"S3_PRIVATE_BUCKET": "rieng", "S3_PUBLIC_BUCKET": "chung"}


class Proxy(BaseHTTPRequestHandler):
    """Hands every request on, but those whose method is in `failures`."""

    protocol_version = "HTTP/1.1"
    behind: tuple[str, int]
    failures: dict[str, str] = {}
    asked: list[str] = []

    def handle_one(self) -> None:
        self.asked.append(self.command)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        failure = self.failures.get(self.command, "")
        if failure == "hang":
            self.close_connection = True
            threading.Event().wait(3)
            return
        if failure == "503":
            self.send_response(503)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.answer(body, is_cut=failure == "cut")

    do_GET = do_PUT = do_POST = do_HEAD = do_DELETE = handle_one

    def answer(self, body: bytes, *, is_cut: bool) -> None:
        with closing(HTTPConnection(*self.behind)) as service:
            service.request(self.command, self.path, body, dict(self.headers))
            answer = service.getresponse()
            content = answer.read()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in (
                "connection",
                "transfer-encoding",
                "date",
                "server",
            ):
                self.send_header(name, value)
        self.end_headers()
        if is_cut:
            content, self.close_connection = content[: len(content) // 2], True
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    """The proxy's address; moto stands behind it."""
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    Proxy.behind = moto.get_host_and_port()
    proxy = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    thread = threading.Thread(target=proxy.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{proxy.server_port}"
    proxy.shutdown()
    proxy.server_close()
    moto.stop()


@pytest.fixture(scope="module")
def two_buckets(service: str) -> dict[str, buckets.Bucket]:
    """Made once: boto3 takes half a second to start, moto longer to answer first."""
    address = {"S3_ENDPOINT_URL": service, "S3_REGION": "us-east-1"}
    made = {}
    for name, entry in stores({**NAMES, **KEYS, **address}).items():
        buckets.Bucket(**entry["OPTIONS"])._ask("create_bucket")
        made[name] = buckets.Bucket(**entry["OPTIONS"])
        made[name]._storage.client_config.read_timeout = 1  # second
    return made


@pytest.fixture(autouse=True)
def in_buckets(two_buckets: dict[str, buckets.Bucket], settings) -> Iterator[None]:
    """Two empty buckets in the place of folders."""
    settings.STORAGES = {**settings.STORAGES}
    storages._storages.update(two_buckets)
    Proxy.failures.clear()
    Proxy.asked.clear()
    yield
    Proxy.failures.clear()
    for store in two_buckets.values():
        store.remove([file.name for file in store.list()])


def names(store) -> set[str]:
    return {file.name for file in store.list()}


def nothing_is_kept() -> bool:
    Proxy.failures.clear()
    left = names(private()) | names(public())
    return (
        not left and not Photo.objects.exists() and not files_below(private().scratch)
    )


def test_it_works():
    photo = makers.photo(data=encoded(scene(400, 300)))

    stem = expose(photo)["stem"]

    assert private().read(original_of(photo.sha256, "jpeg")) == encoded(scene(400, 300))
    assert len(names(public())) == len(photo.framing.recipes)
    assert private_rendition(photo, "w320.jpg").startswith(b"\xff\xd8")
    assert has_original(photo)
    assert list(files_without_photo()) == list(telling_files()) == []
    hide(photo, keep={stem})
    assert names(public())
    hide(photo)
    assert not names(public())
    assert files_below(private().scratch) == []


def test_what_is_missing_is_made_from_the_original():
    photo = makers.photo(data=encoded(scene(1600, 1200)))
    assert len(missing(photo)) == len(photo.framing.recipes) - 2

    make(photo)

    assert missing(photo) == []


def test_a_public_file_says_what_it_is_and_is_kept_for_ever():
    expose(makers.photo())

    for name in names(public()):
        answer = public()._ask("head_object", Key=name)
        assert answer["ContentType"] in TYPES.values()
        assert "immutable" in answer["CacheControl"]


def test_no_address_of_ours_leads_to_a_bucket(client: Client):
    stem = expose(makers.photo())["stem"]

    assert client.get(f"/media/{stem[:2]}/{stem}-w320.jpg").status_code == 404
    assert not hasattr(private(), "url")


def test_a_long_list_comes_in_parts(monkeypatch):
    with private().workspace() as work:
        (work.path / "a").write_bytes(b"x")
        private().place({f"a/{n}": work.path / "a" for n in range(5)})
    ask = private()._ask

    def in_twos(act, **words):
        return ask(act, **words, **({"MaxKeys": 2} if "list" in act else {}))

    monkeypatch.setattr(private(), "_ask", in_twos)

    assert names(private()) == {f"a/{n}" for n in range(5)}
    assert private().sizes(["a/1", "a/9"]) == {"a/1": 1}
    assert private().sizes(["a/1", "b/1"]) == {"a/1": 1}


@pytest.mark.parametrize("failure", ["503", "hang"])
def test_an_upload_that_fails_refuses_the_picture_and_keeps_nothing(failure):
    Proxy.failures["PUT"] = failure

    with pytest.raises(PhotoRefused, match=sentence("store")):
        makers.photo()

    assert Proxy.asked.count("PUT") >= buckets.ATTEMPTS
    assert nothing_is_kept()


def test_when_the_last_of_many_files_fails_none_is_kept(monkeypatch):
    upload = buckets.Bucket._upload

    def fail_at_the_end(self, file):
        if file[0].endswith("share.jpg"):
            raise Unreachable(file[0])
        upload(self, file)

    monkeypatch.setattr(buckets.Bucket, "_upload", fail_at_the_end)

    with pytest.raises(PhotoRefused, match=sentence("store")):
        makers.photo()

    assert nothing_is_kept()


@pytest.mark.parametrize("failure", ["503", "hang", "cut"])
def test_a_download_that_fails_is_no_picture(failure):
    photo = makers.photo(data=encoded(scene(1600, 1200)))
    before = names(private())
    Proxy.failures["GET"] = failure

    with pytest.raises(PhotoRefused, match=sentence("store")):
        private_rendition(photo, "w320.jpg")
    with pytest.raises(Unreachable):
        private().read(original_of(photo.sha256, "jpeg"))

    Proxy.failures.clear()
    assert (names(private()), names(public())) == (before, set())


def test_a_printing_that_cannot_be_stored_shows_nothing():
    photo = makers.photo(data=encoded(scene(400, 300)))
    Proxy.failures["PUT"] = "503"

    with pytest.raises(PhotoRefused, match=sentence("store")):
        expose(photo)

    Proxy.failures.clear()
    assert names(public()) == set()


def test_a_service_that_is_not_there_refuses():
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    address = {"S3_ENDPOINT_URL": f"http://127.0.0.1:{port}", "S3_REGION": "a"}
    there = dict(storages._storages)
    options = stores({**NAMES, **KEYS, **address})["private"]["OPTIONS"]
    storages._storages["private"] = buckets.Bucket(**options)

    with pytest.raises(PhotoRefused, match=sentence("store")):
        makers.photo()

    storages._storages.update(there)
    assert nothing_is_kept()
