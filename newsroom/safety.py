"""What the start refuses: settings that would be unsafe in public."""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "testserver"}
DATABASES = {"sqlite", "postgres", "postgresql"}
SECRET_LENGTH = 50


def complaints(values: Mapping[str, object]) -> list[str]:
    """One sentence for each unsafe value; an empty list lets the start go on.

    `values` holds DEBUG, SECRET_KEY, ALLOWED_HOSTS, SITE_URL, DATABASE_URL,
    MEDIA_ROOT, MEDIA_URL, TRUSTED_PROXIES and the names of the buckets as read from
    the environment.
    """
    return [*_always(values), *(() if values["DEBUG"] else _in_public(values))]


def _always(values: Mapping[str, object]) -> Iterator[str]:
    hosts = values["ALLOWED_HOSTS"]
    assert isinstance(hosts, list)
    site = urlsplit(str(values["SITE_URL"]))
    if "*" in hosts:
        yield "ALLOWED_HOSTS=* answers for any host: name the hosts of this site."
    if site.scheme not in ("http", "https") or not site.hostname:
        yield "SITE_URL must be a whole address such as https://bao.example.vn."
    elif site.path.strip("/") or site.query:
        yield "SITE_URL must have no path: only scheme and host."
    if urlsplit(str(values["DATABASE_URL"])).scheme not in DATABASES:
        yield "DATABASE_URL must begin with sqlite:/// or postgres://."
    if Path(str(values["MEDIA_ROOT"])).resolve() == Path("/"):
        yield "MEDIA_ROOT must be a folder of its own, not the root of the disk."
    media = str(values["MEDIA_URL"])
    if not media.startswith(("/", "http://", "https://")) or not media.endswith("/"):
        yield "MEDIA_URL must be a path or address that ends in /."
    elif media in ("/", "/static/"):
        yield "MEDIA_URL must be a path of its own, such as /media/."
    yield from _about_buckets(values)
    yield from _about_proxies(values["TRUSTED_PROXIES"])
    if values["DEBUG"] and set(hosts) - LOCAL_HOSTS:
        yield "DEBUG shows source and settings: turn it off for a public host."


def _about_buckets(values: Mapping[str, object]) -> Iterator[str]:
    private, public = values["S3_PRIVATE_BUCKET"], values["S3_PUBLIC_BUCKET"]
    if not private and not public:
        return
    if not private or not public or private == public:
        yield "S3_PRIVATE_BUCKET and S3_PUBLIC_BUCKET must be two buckets."
    if str(values["MEDIA_URL"]).startswith("/"):
        yield "MEDIA_URL must be the address of S3_PUBLIC_BUCKET or of its CDN."
    if not find_spec("storages") or not find_spec("boto3"):
        yield "S3_PRIVATE_BUCKET needs: pip install -r requirements-s3.txt"


def _about_proxies(proxies: object) -> Iterator[str]:
    assert isinstance(proxies, list)
    for proxy in proxies:
        try:
            if ip_network(proxy).num_addresses > 2**16:
                yield f"TRUSTED_PROXIES: {proxy} trusts too many addresses."
        except ValueError:
            yield f"TRUSTED_PROXIES: “{proxy}” is no address such as 10.0.0.1."


def _in_public(values: Mapping[str, object]) -> Iterator[str]:
    secret = str(values["SECRET_KEY"])
    if len(secret) < SECRET_LENGTH or len(set(secret)) < 5 or "insecure" in secret:
        yield (
            f"SECRET_KEY must be at least {SECRET_LENGTH} random characters: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    if not values["ALLOWED_HOSTS"]:
        yield "ALLOWED_HOSTS is empty: name the hosts of this site."
    site = urlsplit(str(values["SITE_URL"]))
    if site.scheme == "http" and site.hostname not in ("localhost", "127.0.0.1"):
        yield "SITE_URL must be https in public; readers' pages link to it."
