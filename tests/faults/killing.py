"""A process that dies with SIGKILL before the n-th statement of a verb.

    python -m tests.faults.killing VERB STORY USERNAME

reads a number a line from its input, forks a child that runs the verb and is killed
before that statement (COMMIT counts as one, and so does the moment after it), and
answers "killed" or "done". PLANTED_FAULT=1 takes the transaction away.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from desk import publishing  # noqa: E402
from desk.models import Story, User  # noqa: E402

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


def act(verb: str, number: str, username: str, last: int) -> None:
    story = Story.objects.get(pk=number)
    user = User.objects.get(username=username)
    if os.environ.get("PLANTED_FAULT"):
        connection.features.has_select_for_update = False
        transaction.Atomic.__enter__ = transaction.Atomic.__exit__ = _nothing
    Counter(last).install()
    getattr(publishing, verb)(story, version=story.version, by=user, **VERBS[verb])


def _nothing(*arguments: Any) -> None:
    pass


def main(verb: str, number: str, username: str) -> None:
    for line in sys.stdin:
        child = os.fork()
        if not child:
            act(verb, number, username, int(line))
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        died = os.WIFSIGNALED(status)
        print({True: "killed", False: "done" if not status else "failed"}[died])
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
