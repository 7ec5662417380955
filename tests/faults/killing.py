"""A process that dies with SIGKILL before the n-th statement of a verb.

COMMIT counts as one, and so does the moment after it.
"""

import os
import signal
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction

from desk import publishing
from desk.models import Story, User

VERBS: dict[str, dict[str, Any]] = {
    "print_story": {},
    "correct": {"note": "Sửa số liệu."},
    "reprint": {"reason": "Sửa tên."},
    "withdraw": {"notice": "Gỡ."},
}


class Counter:
    """Kills its process before the n-th statement that it is told of."""

    def __init__(self, last: int) -> None:
        self.left = last

    def tick(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def execute(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        self.tick()
        return execute(*arguments)

    def commit(self) -> None:
        self.tick()
        self.really_commit()
        self.tick()

    def install(self) -> None:
        self.really_commit = connection._commit
        connection._commit = self.commit
        connection.execute_wrappers.append(self.execute)


def act(verb: str, number: int, username: str, last: int, *, whole: bool) -> None:
    """Does the verb, and dies before its `last` statement; without a transaction, if
    not `whole`."""
    story = Story.objects.get(pk=number)
    user = User.objects.get(username=username)
    if not whole:
        connection.features.has_select_for_update = False
        transaction.Atomic.__enter__ = transaction.Atomic.__exit__ = _nothing
    Counter(last).install()
    getattr(publishing, verb)(story, version=story.version, by=user, **VERBS[verb])


def _nothing(*arguments: Any) -> None:
    pass
