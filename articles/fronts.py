"""The front page, made of the newest: a lead, seconds, the latest, a block a section.

An article stands on it once. Until editors choose, the clock and the pictures do.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle, islice

from articles.cards import Card, Item
from articles.lists import card_of
from articles.masthead import Masthead
from articles.models import Article
from articles.page import Navigation

NEWEST = 30  # articles that lead, seconds and the latest are chosen from
SECONDS = 3
LATEST = 12
BLOCK = 5
LAYOUTS = ("wide", "half", "half", "turned", "half", "half")


@dataclass(frozen=True)
class Block:
    """One section's part: a pictured story and headlines; `layout` is how it is set."""

    section: Item
    children: tuple[Item, ...]
    first: Card
    rest: tuple[Card, ...]
    layout: str


@dataclass(frozen=True)
class Front:
    navigation: Navigation
    lead: Card | None
    seconds: tuple[Card, ...]
    latest: tuple[Card, ...]
    blocks: tuple[Block, ...]


def front_of(language: str, paper: Masthead, *, now: datetime) -> Front:
    """The front in that language, in two queries."""
    spoken = Article.objects.filter(language=language).for_cards()[:NEWEST]
    newest = [card_of(row, paper, now=now) for row in spoken]
    top = _pictured(newest) or newest[:1]
    used = {card.number for card in top}
    latest = [card for card in newest if card.number not in used][:LATEST]
    used |= {card.number for card in latest}
    return Front(
        navigation=paper.navigation(language),
        lead=top[0] if top else None,
        seconds=tuple(top[1:]),
        latest=tuple(latest),
        blocks=tuple(_blocks(paper, language, used=used, now=now)),
    )


def _pictured(newest: Sequence[Card]) -> list[Card]:
    """The lead and the seconds, of as many sections as there are pictures of.

    Nothing when no picture is good enough to lead.
    """
    lead = next((card for card in newest if card.image and card.image.is_wide), None)
    if lead is None:
        return []
    chosen, spare = [lead], list[Card]()
    seen = {lead.top_section}
    for card in newest:
        if not card.image or card is lead:
            continue
        (spare if card.top_section in seen else chosen).append(card)
        seen.add(card.top_section)
    seconds = (chosen[1:] + spare)[:SECONDS]
    seconds.sort(key=lambda card: (card.at, card.number), reverse=True)
    return [lead, *seconds]


def _blocks(
    paper: Masthead, language: str, *, used: set[int], now: datetime
) -> Iterator[Block]:
    """A block for each top section that has something left to say."""
    top = paper.top(language)
    unused = Article.objects.exclude(pk__in=used)
    streams = [unused.filter(top_section=row) for row in top]
    found: dict[int, list[Card]] = defaultdict(list)
    for row in Article.objects.newest_of(*streams, count=BLOCK):
        found[row.top_section_id].append(card_of(row, paper, now=now))
    filled = [row.pk for row in top if found[row.pk]]
    for pk, layout in zip(filled, layouts(len(filled)), strict=True):
        first = next((card for card in found[pk] if card.image), found[pk][0])
        yield Block(
            section=paper.item(pk),
            children=paper.below(pk),
            first=first,
            rest=tuple(card for card in found[pk] if card is not first),
            layout=layout,
        )


def layouts(count: int) -> list[str]:
    """Halves stand in pairs: one that would stand alone gets the whole width."""
    names = list(islice(cycle(LAYOUTS), count))
    if count % 3 == 2:
        names[-1] = "turned"
    return names
