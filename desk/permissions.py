"""The one permission question, asked by every door and verb."""

from typing import Any

from desk.models import Revision, Story, User
from desk.roles import (
    ADMINISTRATOR,
    CHIEF,
    EDITOR,
    MANAGING_EDITOR,
    PHOTO_EDITOR,
    REPORTER,
)

_HEADS = frozenset({MANAGING_EDITOR, CHIEF, ADMINISTRATOR})
_EDITORS = _HEADS | {EDITOR}

_EVERYBODY = _EDITORS | {REPORTER, PHOTO_EDITOR}

ACTS: dict[str, frozenset[str]] = {
    "see": _EVERYBODY,
    "write": _EDITORS | {REPORTER},
    "import": _EDITORS,
    "delete": _EDITORS | {REPORTER},
    "take in photo": _EVERYBODY,
    "print": _HEADS,
    "correct": _HEADS,
    "reprint": _HEADS | {PHOTO_EDITOR},
    "withdraw": _HEADS,
}
# The hot path: who answers for the paper may print what he wrote himself.
ALONE = frozenset({CHIEF, ADMINISTRATOR})


class Forbidden(Exception):
    """This person may not do this; the text says so."""


def may(user: User, act: str, obj: Any = None) -> bool:
    """Whether `user` may do `act` (a key of ACTS) to `obj`, a Story or Revision.

    A Revision is printed only by a second pair of eyes: not by its author.
    """
    allowed = ACTS[act]
    if not user.is_active:
        return False
    if user.is_superuser:
        return True
    roles = roles_of(user)
    if not roles & allowed:
        return False
    if isinstance(obj, Revision) and act in ("print", "correct"):
        return obj.author_id != user.pk or bool(roles & ALONE)
    if isinstance(obj, Story) and act in ("write", "delete"):
        return bool(roles & _EDITORS) or obj.owner_id in (None, user.pk)
    return True


def roles_of(user: User) -> frozenset[str]:
    """The names of the user's roles; a superuser has the administrator's too."""
    names = frozenset(user.groups.values_list("name", flat=True))
    return names | {ADMINISTRATOR} if user.is_superuser else names
