"""The one permission question, asked by every door and verb."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q

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
    "describe photo": _EDITORS | {PHOTO_EDITOR},
    "download original": _EDITORS | {PHOTO_EDITOR},
    "keep photo rights": _HEADS | {PHOTO_EDITOR},
    "override photo": _HEADS,
    "replace photo": _HEADS | {PHOTO_EDITOR},
    "take down photo": _HEADS | {PHOTO_EDITOR},
    "delete photo": _HEADS | {PHOTO_EDITOR},
    "print": _HEADS,
    "correct": _HEADS,
    "reprint": _HEADS | {PHOTO_EDITOR},
    "withdraw": _HEADS,
    "keep names": _HEADS,
    "arrange sections": frozenset({CHIEF, ADMINISTRATOR}),
    "manage people": frozenset({ADMINISTRATOR}),
}
# The hot path: who answers for the paper may print what he wrote himself.
ALONE = frozenset({CHIEF, ADMINISTRATOR})
# What a person may do to his own story, whichever section it has come to.
_OWN = frozenset({"see", "write", "delete"})


class Forbidden(PermissionDenied):
    """This person may not do this; the text says so."""


def may(user: User, act: str, obj: Any = None) -> bool:
    """Whether `user` may do `act` (a key of ACTS) to `obj`.

    A Revision is printed only by a second pair of eyes: not by its author. A Story, or
    a Revision's, must be within reach of who is limited to sections. Nobody manages
    his own account, and only a superuser manages a superuser's.
    """
    allowed = ACTS[act]
    if not user.is_active:
        return False
    if user.is_superuser:
        return True
    roles = roles_of(user)
    if not roles & allowed:
        return False
    if isinstance(obj, User):
        return obj.pk != user.pk and not obj.is_superuser
    if isinstance(obj, Revision):
        if act in ("print", "correct") and obj.author_id == user.pk:
            return bool(roles & ALONE) and _is_in_reach(user, act, obj.story)
        return obj.story_id is None or _is_in_reach(user, act, obj.story)
    if isinstance(obj, Story):
        if act in ("write", "delete") and obj.owner_id not in (None, user.pk):
            return bool(roles & _EDITORS) and _is_in_reach(user, act, obj)
        return _is_in_reach(user, act, obj)
    return True


def roles_of(user: User) -> frozenset[str]:
    """The names of the user's roles; a superuser has the administrator's too."""
    names = frozenset(group.name for group in user.groups.all())
    return names | {ADMINISTRATOR} if user.is_superuser else names


def within_reach(user: User) -> Q:
    """Which stories `user` may see, for lists: the same rule as may(user, "see", …)."""
    if not user.is_active or not user.is_superuser and not roles_of(user) & ACTS["see"]:
        return Q(pk__in=[])
    sections = _sections_of(user)
    if not sections:
        return Q()
    reach = Q(section__in=sections) | Q(section__parent__in=sections) | Q(owner=user)
    return reach | Q(section=None) if roles_of(user) & _EDITORS else reach


def _is_in_reach(user: User, act: str, story: Story) -> bool:
    """A section holds its sub-sections'; a story without one is any editor's."""
    sections = _sections_of(user)
    if not sections or act in _OWN and story.owner_id == user.pk:
        return True
    if story.section is None:
        return bool(roles_of(user) & _EDITORS)
    return bool(sections & {story.section.pk, story.section.parent_id})


def _sections_of(user: User) -> frozenset[int]:
    """The sections the user is limited to; none: he works in all of them."""
    if user.is_superuser:
        return frozenset()
    return frozenset(section.pk for section in user.sections.all())
