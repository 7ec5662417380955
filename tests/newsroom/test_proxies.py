import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from newsroom.proxies import TrustedProxyMiddleware


@pytest.fixture
def seen(settings):
    """The request as the site sees it, by its REMOTE_ADDR and forwarded headers."""
    settings.TRUSTED_PROXIES = ["10.0.0.1", "10.1.0.0/16"]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    requests = []

    def ask(address: str, **headers: str):
        middleware = TrustedProxyMiddleware(
            lambda request: requests.append(request) or HttpResponse()
        )
        middleware(RequestFactory().get("/", REMOTE_ADDR=address, **headers))
        return requests[-1]

    return ask


def test_it_works(seen):
    request = seen(
        "10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.9", HTTP_X_FORWARDED_PROTO="https"
    )

    assert request.META["REMOTE_ADDR"] == "203.0.113.9"
    assert request.is_secure()


def test_a_stranger_cannot_say_who_he_is(seen):
    request = seen(
        "203.0.113.9", HTTP_X_FORWARDED_FOR="10.0.0.1", HTTP_X_FORWARDED_PROTO="https"
    )

    assert request.META["REMOTE_ADDR"] == "203.0.113.9"
    assert not request.is_secure()


@pytest.mark.parametrize(
    ("chain", "client"),
    [
        ("198.51.100.7, 203.0.113.9", "203.0.113.9"),
        ("203.0.113.9, 10.1.2.3", "203.0.113.9"),
        ("1.1.1.1, rubbish", "10.0.0.1"),
        ("", "10.0.0.1"),
        ("2001:db8::1", "2001:db8::1"),
    ],
)
def test_the_client_is_the_last_address_that_is_no_proxy(seen, chain, client):
    request = seen("10.0.0.1", HTTP_X_FORWARDED_FOR=chain)

    assert request.META["REMOTE_ADDR"] == client


def test_an_odd_address_is_kept(seen):
    assert seen("").META["REMOTE_ADDR"] == ""
