"""What stands below an article: chosen by hand, then by topic, then by section."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from articles.copy import Copy, Link, LinkKind
from articles.models import Article, ArticleTopic

RELATED = 4  # a list with fewer is filled
MORE = 6
TOPICS = 3  # of a copy's topics, the first ones fill it


@dataclass(frozen=True)
class Below:
    """Both lists. A Link in them leads to another site."""

    related: tuple[Article | Link, ...]
    more: tuple[Article | Link, ...]


def below(copy: Copy, *, number: int) -> Below:
    """The lists of article `number`, in one query. Nothing in them is said twice."""
    chosen = {link.story for link in copy.links if link.story is not None}
    live = {row.pk: row for row in _candidates(copy, chosen, number)}
    fill = [row for pk, row in live.items() if pk not in (*chosen, number)]
    by_topic = [row for row in fill if row.shares_topic]  # type: ignore[attr-defined]
    rest = iter([*by_topic, *(row for row in fill if row not in by_topic)])
    related = list(_by_hand(copy.links, LinkKind.RELATED, live))
    more = list(_by_hand(copy.links, LinkKind.MORE, live))
    _fill(related, rest, RELATED)
    _fill(more, rest, MORE)
    return Below(tuple(related), tuple(more))


def _candidates(copy: Copy, chosen: set[int], number: int) -> Iterable[Article]:
    kinds = [link.kind for link in copy.links]
    wanted = max(RELATED - kinds.count(LinkKind.RELATED), 0)
    wanted += max(MORE - kinds.count(LinkKind.MORE), 0)
    topics = copy.topics[:TOPICS]
    streams: list[Any] = [Article.objects.filter(pk__in=chosen)] if chosen else []
    if wanted:
        streams += [
            ArticleTopic.objects.filter(topic=topic, article__language=copy.language)
            for topic in topics
        ]
        streams.append(Article.objects.filter(section=copy.section))
        wanted += len(chosen) + 1  # which may be among the newest, and fill nothing
    rows = Article.objects.newest_of(*streams, count=max(wanted, len(chosen)))
    shared = ArticleTopic.objects.filter(article=OuterRef("pk"), topic__in=topics)
    return rows.annotate(shares_topic=Exists(shared))


def _by_hand(
    links: Iterable[Link], kind: LinkKind, live: dict[int, Article]
) -> Iterator[Article | Link]:
    """In their order; a story that is not public leaves no trace."""
    for link in links:
        if link.kind == kind:
            if link.story is None:
                yield link
            elif link.story in live:
                yield live[link.story]


def _fill(targets: list[Article | Link], rest: Iterator[Article], count: int) -> None:
    while len(targets) < count and (row := next(rest, None)):
        targets.append(row)
