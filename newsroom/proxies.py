"""Who really asks: the client's address and scheme, as trusted proxies report them."""

from collections.abc import Callable
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class TrustedProxyMiddleware:
    """Takes X-Forwarded-For and -Proto from TRUSTED_PROXIES, and from nobody else.

    REMOTE_ADDR becomes the last address of the chain that is no proxy of ours.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.networks = [ip_network(item) for item in settings.TRUSTED_PROXIES]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        meta = request.META
        chain = meta.pop("HTTP_X_FORWARDED_FOR", "")
        if not self._is_trusted(meta.get("REMOTE_ADDR", "")):
            meta.pop("HTTP_X_FORWARDED_PROTO", None)
            return self.get_response(request)
        for address in reversed([item.strip() for item in chain.split(",")]):
            if not _is_address(address):
                break
            meta["REMOTE_ADDR"] = address
            if not self._is_trusted(address):
                break
        return self.get_response(request)

    def _is_trusted(self, address: str) -> bool:
        if not _is_address(address):
            return False
        return any(ip_address(address) in network for network in self.networks)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
