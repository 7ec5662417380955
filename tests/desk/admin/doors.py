"""Every address there is, and who may open it: the table that test_side_doors reads.

A new address fails the test until it has its line here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, get_resolver, reverse

from desk.models import User
from desk.permissions import may
from tests.worlds import World

_PARTS = re.compile(r"<(?:\w+:)?(\w+)>")
_ANY = re.compile(r"\(.*\)\$$")


@dataclass(frozen=True)
class Door:
    """One address of the resolver; `name` is its route where it has none."""

    name: str
    route: str
    names: frozenset[str]
    module: str

    def address(self, **row: Any) -> str:
        if self.name == self.route:
            return "/" + _ANY.sub(
                "x", _PARTS.sub(lambda part: str(row[part[1]]), self.name)
            )
        return reverse(self.name, kwargs={name: row[name] for name in self.names})


def doors(patterns: Any = None, space: str = "", above: str = "") -> Iterator[Door]:
    """Every address of the resolver."""
    for each in patterns if patterns is not None else get_resolver().url_patterns:
        route = above + str(each.pattern)
        if isinstance(each, URLPattern):
            name = space + each.name if each.name else route
            names = frozenset(_PARTS.findall(route))
            module = each.callback.__module__
            yield Door(name, route, names, module)
        else:
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from doors(each.url_patterns, inner, route)


Ask = Callable[[User, Any], bool]


@dataclass(frozen=True)
class Rule:
    """Who may look, and who may send a form; `on` names rows of a World."""

    look: Ask
    send: Ask
    on: tuple[str, ...] = ()
    is_public: bool = False
    may_be_missing: bool = False

    def rows(self, world: World) -> list[Any]:
        return [getattr(world, name) for name in self.on] or [None]


def _nobody(user: User, row: Any) -> bool:
    return False


def _staff(user: User, row: Any) -> bool:
    return True


def _may(act: str) -> Ask:
    return lambda user, row: may(user, act, row)


def _has(right: str) -> Ask:
    return lambda user, row: user.has_perm(right)


def _either(*asks: Ask) -> Ask:
    return lambda user, row: any(ask(user, row) for ask in asks)


PUBLIC = Rule(_staff, _nobody, is_public=True, may_be_missing=True)
CLOSED = Rule(_nobody, _nobody)
STAFF = Rule(_staff, _staff)
STORIES = ("draft", "printed", "withdrawn")


def story(act: str, *, missing: bool = False) -> Rule:
    return Rule(_may(act), _may(act), on=STORIES, may_be_missing=missing)


def act(name: str, *, missing: bool = False) -> Rule:
    return Rule(_may(name), _may(name), may_be_missing=missing)


def photo(name: str, *, missing: bool = False) -> Rule:
    return Rule(_may(name), _may(name), on=("photo",), may_be_missing=missing)


def screen(
    model: str, on: str, *, see: Ask, write: Ask = _nobody, delete: Ask = _nobody
) -> dict[str, Rule]:
    """The six addresses that Django gives a model."""
    seen = _either(see, write)
    return {
        f"admin:{model}_changelist": Rule(seen, _nobody),
        f"admin:{model}_add": Rule(write, write),
        f"admin:{model}_change": Rule(seen, write, on=(on,)),
        f"admin:{model}_history": Rule(seen, _nobody, on=(on,)),
        f"admin:{model}_delete": Rule(delete, delete, on=(on,)),
        f"admin/{model.replace('_', '/')}/<path:object_id>/": STAFF,
    }


TABLE: dict[str, Rule] = {
    # The paper, pictures of what is printed, and the watchmen.
    **dict.fromkeys(
        [
            *("front", "latest", "search", "about", "section", "article", "topic"),
            *("author", "feed", "section-feed", "sitemap", "sitemap-month", "robots"),
            *("sitemap-news", "manifest", "favicon", "rendition", "live", "ready"),
        ],
        PUBLIC,
    ),
    # Everybody's own.
    "admin:view_on_site": CLOSED,
    **dict.fromkeys(
        ["admin:login", "admin:login_code", "admin:logout", "admin:renew"], PUBLIC
    ),
    **dict.fromkeys(
        [
            *("admin:index", "admin:jsi18n", "admin:account", "admin:second_factor"),
            *("admin:password_change", "admin:password_change_done"),
        ],
        STAFF,
    ),
    "admin:second_factor_picture": Rule(_staff, _nobody, may_be_missing=True),
    "admin:autocomplete": Rule(_nobody, _nobody),  # without a field; see test_paper
    "admin:app_list": Rule(_staff, _nobody, may_be_missing=True),
    "admin/(?P<url>.*)$": Rule(_staff, _nobody, may_be_missing=True),
    # Stories.
    **screen("desk_story", "draft", see=_may("see"), write=_may("write")),
    "admin:desk_story_history": story("see"),
    "admin:desk_story_compare": story("see"),
    "admin:desk_story_preview": story("see", missing=True),
    "admin:desk_story_pictures": story("see", missing=True),
    "admin:desk_story_picture": story("see", missing=True),
    "admin:desk_story_restore": story("write"),
    "admin:desk_story_merge": story("write", missing=True),
    "admin:desk_story_print": story("print"),
    "admin:desk_story_correct": story("correct"),
    "admin:desk_story_reprint": story("reprint"),
    "admin:desk_story_withdraw": story("withdraw"),
    "admin:desk_story_delete": story("delete"),
    "admin:desk_picture": act("see"),
    "admin:desk_thumbnail": act("see"),
    "admin:desk_picker_photos": act("see"),
    "admin:desk_picker_take_in": act("take in photo", missing=True),  # POST alone
    **dict.fromkeys(
        [f"admin:desk_suggest_{what}" for what in ("authors", "topics", "stories")],
        act("see"),
    ),
    # The paper's furniture.
    **screen(
        "articles_section",
        "section",
        see=_has("articles.view_section"),
        write=_may("arrange sections"),
    ),
    **screen(
        "articles_author",
        "author",
        see=_has("articles.view_author"),
        write=_may("keep names"),
    ),
    **screen(
        "articles_topic",
        "topic",
        see=_has("articles.view_topic"),
        write=_may("keep names"),
    ),
    "admin:articles_author_merge": Rule(
        _may("keep names"), _may("keep names"), on=("author",)
    ),
    "admin:articles_topic_merge": Rule(
        _may("keep names"), _may("keep names"), on=("topic",)
    ),
    **screen(
        "photos_photo",
        "photo",
        see=_may("see"),
        write=_may("describe photo"),
        delete=_may("delete photo"),
    ),
    "admin:photos_photo_add": act("take in photo"),
    "admin:photos_photo_batch": act("describe photo"),
    "admin:photos_photo_crops": photo("describe photo"),
    "admin:photos_photo_replace": photo("replace photo"),
    "admin:photos_photo_take_down": photo("take down photo"),
    "admin:photos_photo_put_back": photo("take down photo"),
    "admin:photos_photo_original": photo("download original", missing=True),
    **screen(
        "photos_agency",
        "agency",
        see=_has("photos.view_agency"),
        write=_may("keep photo rights"),
        delete=_may("keep photo rights"),
    ),
    # People, and what is only read.
    **screen(
        "desk_user",
        "person",
        see=_has("desk.view_user"),
        write=_may("manage people"),
    ),
    "admin:desk_user_sign_in": Rule(
        _may("manage people"), _may("manage people"), on=("person", "root")
    ),
    **screen("articles_edition", "edition", see=_has("articles.view_edition")),
    **screen("articles_withdrawal", "withdrawal", see=_has("articles.view_withdrawal")),
    **screen("desk_audit", "audit", see=_has("desk.view_audit")),
    **screen("desk_outbox", "outbox", see=_has("desk.view_outbox")),
    **screen("wire_wireitem", "wire_item", see=_has("wire.view_wireitem")),
    "admin:wire_wireitem_paste": act("import"),
}
