"""Where pages are kept: Django's cache, asked so that its troubles are nobody's."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

LIFE = 60  # seconds: a page says how many minutes ago something came
TURN = 10  # seconds in which one process makes an old page anew, and others show it
SPARE = 900  # seconds that a page is kept beyond: the database may be down
SILENCE = 5  # seconds in which a broken cache is not asked again

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Kept:
    """An answer, and the stamp read before it was made. Times: seconds since 1970.

    `changed_at` is when these very bytes were first made.
    """

    stamp: int
    made_at: float
    changed_at: float
    etag: str
    headers: dict[str, str]
    content: bytes


class Shelf:
    """When the cache is broken there is nothing on the shelf, and nobody waits."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._silent_until = 0.0
        self._newest = -1

    def get(self, page: str) -> Kept | None:
        return self._ask(cache.get, f"{self.name}-{page}")

    def put(self, page: str, kept: Kept) -> None:
        self._ask(cache.set, f"{self.name}-{page}", kept, LIFE + SPARE)

    def is_fresh(self, page: str, kept: Kept, stamp: int) -> bool:
        """Made under this stamp, and young: or another process is making it anew."""
        age = time.time() - kept.made_at
        if kept.stamp != stamp or not 0 <= age < LIFE + TURN:
            return False
        if age < LIFE:
            return True
        turn = f"{self.name}-{page}-turn"
        return self._ask(cache.add, turn, 1, TURN) is False

    def tell(self, stamp: int) -> None:
        """Keeps the newest stamp for when nobody can read it."""
        if stamp > self._newest:
            self._ask(cache.set, f"{self.name}-stamp", stamp, None)
            self._newest = stamp

    def told(self) -> int | None:
        return self._ask(cache.get, f"{self.name}-stamp")

    def _ask(self, ask: Callable[..., Any], *arguments: Any) -> Any:
        if time.monotonic() < self._silent_until:
            return None
        try:
            return ask(*arguments)
        except Exception as error:  # every cache has its own, and none matters here
            self._silent_until = time.monotonic() + SILENCE
            logger.warning("No page is kept for %d seconds: %s", SILENCE, error)
            return None
