"""Where photos are and were used; and printing anew what shows a photo that changed."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from articles.models import Article, ArticlePhoto, Author, EditionPhoto
from articles.printed import Printed
from desk import portraits, publishing
from desk.models import Story, User
from desk.outbox import deliver_soon, delivers, enqueue
from desk.permissions import Forbidden, may, within_reach
from desk.printing import Unprintable
from desk.records import clock
from desk.writing import Stale
from photos import renditions
from photos.models import Photo

logger = logging.getLogger(__name__)

NAMED = 20  # uses of one kind that are named
TRIES = 3  # of a printing that somebody else was quicker than


@dataclass(frozen=True)
class Live:
    """An article that shows the photo. `is_behind`: with an earlier credit or crop."""

    article: Article
    is_lead: bool
    is_behind: bool


@dataclass(frozen=True)
class Uses:
    """At most NAMED of each; `count` is how many articles show the photo now.

    `past` are numbers of stories that showed it once, and do not now.
    """

    count: int = 0
    live: tuple[Live, ...] = ()
    stories: tuple[Story, ...] = ()
    past: tuple[Story, ...] = ()
    authors: tuple[Author, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.live or self.stories or self.past or self.authors)


def uses_of(photo: Photo, *, by: User) -> Uses:
    """Where the photo is and was used. Stories that `by` may not see are left out."""
    shown = photo.uses.order_by().values("article").distinct()
    articles = Article.objects.for_page().filter(pk__in=shown).order_by("-pk")[:NAMED]
    now = renditions.preview(photo)
    live = tuple(_live(article, photo, now) for article in articles)
    stories = Story.objects.filter(within_reach(by)).defer("body", "search_text")
    writing = stories.filter(Q(lead_photo=photo) | Q(photos__photo=photo)).distinct()
    editions = EditionPhoto.objects.filter(photo=photo).values("edition__article_id")
    past = stories.filter(pk__in=editions).exclude(pk__in=shown)
    return Uses(
        count=shown.count(),
        live=live,
        stories=tuple(writing.order_by("-pk")[:NAMED]),
        past=tuple(past.order_by("-pk")[:NAMED]),
        authors=tuple(Author.objects.filter(portrait=photo).order_by("pk")[:NAMED]),
    )


def _live(article: Article, photo: Photo, now: renditions.Exposed) -> Live:
    printed = Printed.from_json(article.content)
    lead = printed.copy.lead
    return Live(
        article=article,
        is_lead=lead is not None and lead.photo == photo.pk,
        is_behind=_is_behind(printed, {photo.pk: now}),
    )


def _is_behind(printed: Printed, now: dict[int, renditions.Exposed]) -> bool:
    return any(
        vars(picture) != now[picture.photo]
        for picture in printed.pictures
        if picture.photo in now
    )


def print_anew(photos: Iterable[int], *, by: User, note: str) -> None:
    """After the commit, reprint the articles that show another credit, crop or file.

    Nothing happens when `by` may not reprint: the photo's page says which are behind.
    """
    wanted = sorted(photos)
    shown = ArticlePhoto.objects.filter(photo__in=wanted)
    portrayed = Author.objects.filter(portrait__in=wanted)
    if may(by, "reprint") and (shown.exists() or portrayed.exists()):
        payload = {"photos": wanted, "by": by.pk, "note": note}
        enqueue("reprint photos", payload, at=clock())
        deliver_soon()


@delivers("reprint photos")
def _reprint(payload: dict[str, Any]) -> None:
    """What is as it should be stays, so that doing it twice is doing it once."""
    by = User.objects.get(pk=payload["by"])
    rows = Photo.objects.filter(pk__in=payload["photos"], taken_down_at=None)
    now = {
        photo.pk: renditions.preview(photo)
        for photo in rows.prefetch_related("photographers")
    }
    shown = ArticlePhoto.objects.filter(photo__in=now)
    for number in sorted(set(shown.values_list("article", flat=True))):
        article = Article.objects.filter(pk=number).first()
        if article and _is_behind(Printed.from_json(article.content), now):
            _reprint_story(number, by=by, note=payload["note"])
    portraits.print_anew(now, by=by, note=payload["note"])


def _reprint_story(number: int, *, by: User, note: str) -> None:
    """What may not be reprinted now stays behind, and the photo's page says so."""
    for _try in range(TRIES):
        story = Story.objects.get(pk=number)
        try:
            publishing.reprint(story, version=story.version, by=by, reason=note)
        except Stale:
            continue
        except (
            Forbidden,
            Unprintable,
            publishing.Embargoed,
            publishing.NotLive,
        ) as refusal:
            logger.info("story %d was not reprinted: %s", number, refusal)
        return
