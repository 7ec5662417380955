"""nginx, gunicorn and the site together, configured as docs/deploy.md says."""

import os
import re
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPMessage, HTTPSConnection
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests import makers
from tests.faults.processes import database_url

# Nobody stands nginx before SQLite, but `make proof` does.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]

HOST = "bao.example.vn"
ROOT = Path(settings.BASE_DIR)
NGINX = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
{user}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    types {{ text/css css; image/svg+xml svg; application/javascript js; }}
    {site}
}}
"""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nothing listens at port {port}")


def certificate(folder: Path) -> None:
    words = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=bao.example.vn"
    keys = [
        "-keyout",
        str(folder / "privkey.pem"),
        "-out",
        str(folder / "fullchain.pem"),
    ]
    subprocess.run([*words.split(), *keys], check=True, capture_output=True)


def nginx_conf(
    folder: Path, media: Path, *, https: int, http: int, gunicorn: int
) -> Path:
    """deploy/nginx.conf with the paths, ports and keys of this test."""
    site = (ROOT / "deploy/nginx.conf").read_text()
    site = re.sub(r"\n    listen \[::\].*", "", site)
    for written, here in {
        "listen 80;": f"listen 127.0.0.1:{http};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{https} ssl http2;",
        "127.0.0.1:8000": f"127.0.0.1:{gunicorn}",
        "/etc/newsroom/tls/": f"{folder}/",
        "/srv/newsroom/media/": f"{media}/",
        "/srv/newsroom/app/staticfiles/": f"{folder}/static/",
    }.items():
        assert written in site
        site = site.replace(written, here)
    path = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    path.write_text(NGINX.format(folder=folder, site=site, user=user))
    return path


@dataclass(frozen=True)
class Stack:
    media: Path
    port: int


@pytest.fixture(scope="module")
def static_files() -> Path:
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--no-input", "-v", "0"],
        env={"PATH": os.environ["PATH"], "SECRET_KEY": os.environ["SECRET_KEY"]},
        cwd=ROOT,
        check=True,
    )
    return ROOT / "staticfiles"


@pytest.fixture(scope="module")
def stack(django_db_setup, tmp_path_factory, static_files) -> Iterator[Stack]:
    """Started once; each test finds it with its own rows and the same pictures."""
    folder = tmp_path_factory.mktemp("stack")
    media = folder / "media"
    ports = {name: free_port() for name in ("https", "http", "gunicorn")}
    certificate(folder)
    environment = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": os.environ["SECRET_KEY"],
        "ALLOWED_HOSTS": HOST,
        "SITE_URL": f"https://{HOST}",
        "DATABASE_URL": database_url(),
        "MEDIA_ROOT": str(media),
        "TRUSTED_PROXIES": "127.0.0.1",
        "GUNICORN_BIND": f"127.0.0.1:{ports['gunicorn']}",
        "GUNICORN_WORKERS": "2",
    }
    (folder / "static").symlink_to(static_files)
    gunicorn = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
    processes = [
        subprocess.Popen([*gunicorn, "newsroom.wsgi"], env=environment, cwd=ROOT),
        subprocess.Popen(["nginx", "-c", str(nginx_conf(folder, media, **ports))]),
    ]
    for port in ports.values():
        wait_for(port)
    yield Stack(media, ports["https"])
    for process in processes:
        process.terminate()
    for process in processes:
        process.wait(timeout=20)


@pytest.fixture
def https(stack, settings) -> int:
    """The port at which the whole stack answers."""
    settings.MEDIA_ROOT = stack.media
    return stack.port


@dataclass(frozen=True)
class Answer:
    status: int
    headers: HTTPMessage
    text: str


def get(port: int, path: str, **headers: str) -> Answer:
    """Over TLS, without asking who signed the certificate."""
    context = ssl._create_unverified_context()
    caller = HTTPSConnection("127.0.0.1", port, context=context, timeout=20)
    with closing(caller):
        caller.request("GET", path, headers={"Host": HOST, **headers})
        answer = caller.getresponse()
        text = answer.read().decode("utf-8", "replace")
        return Answer(answer.status, answer.headers, text)


def test_it_works(https):
    article = makers.article(lead=makers.lead(makers.photo()))
    connection.close()

    html = get(https, article.get_absolute_url()).text
    picture = get(https, re.search(r'<img src="([^"]+)"', html)[1])
    modern = get(https, re.search(r'"image/avif" srcset="([^" ]+)', html)[1])
    style = get(https, re.search(r'href="(/static/[^"]+\.css)"', html)[1])

    assert article.headline in html
    assert f'href="https://{HOST}{article.get_absolute_url()}"' in html
    assert (picture.status, picture.headers["Content-Type"]) == (200, "image/jpeg")
    assert (modern.status, modern.headers["Content-Type"]) == (200, "image/avif")
    assert "immutable" in picture.headers["Cache-Control"]
    assert style.status == 200
    assert get(https, "/health/ready").status == 200
    assert get(https, "/admin/login/").status == 200


def test_what_has_no_address_has_none_here_either(https):
    photo = makers.photo()
    makers.article(lead=makers.lead(photo))
    connection.close()
    private = f"originals/{photo.sha256[:2]}/{photo.sha256}.jpg"

    for path in (
        f"/media/{private}",
        f"/media/private/{private}",
        f"/media/../private/{private}",
        f"/media..%2fprivate/{private}",
        f"/media/%2e%2e/private/{private}",
        f"/media../private/{private}",
        "/media/.part-0123",
        "/static/../db.sqlite3",
        "/.env",
    ):
        assert get(https, path).status in (400, 404), path


def test_only_this_host_is_answered_and_cookies_are_for_https(https):
    login = get(https, "/admin/login/")

    assert get(https, "/", Host="khac.example.vn").status == 400
    assert "Secure" in login.headers["Set-Cookie"]
    assert get(https, "/").headers["Set-Cookie"] is None
    assert "max-age" in get(https, "/").headers["Strict-Transport-Security"]
