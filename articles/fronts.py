"""The front page, made of the newest: a lead, seconds, the latest, a block a section.

An article stands on it once. Until editors choose, the clock and the pictures do.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle, islice

from articles.cards import Card, Item
from articles.lists import cards, navigation, section_item, sections
from articles.models import Article, Section
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


def front_of(language: str, *, now: datetime) -> Front:
    """The front in that language, in three queries."""
    rows = sections()
    spoken = Article.objects.filter(language=language)
    newest = cards(spoken.for_cards()[:NEWEST], now=now)
    top = _pictured(newest) or newest[:1]
    used = {card.number for card in top}
    latest = [card for card in newest if card.number not in used][:LATEST]
    used |= {card.number for card in latest}
    return Front(
        navigation=navigation(rows, language),
        lead=top[0] if top else None,
        seconds=tuple(top[1:]),
        latest=tuple(latest),
        blocks=tuple(_blocks(rows, language, used=used, now=now)),
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
    rows: Iterable[Section], language: str, *, used: set[int], now: datetime
) -> Iterator[Block]:
    """A block for each top section that has something left to say."""
    top = [row for row in rows if row.parent_id is None and row.language == language]
    unused = Article.objects.exclude(pk__in=used)
    streams = [unused.filter(top_section=row) for row in top]
    found = cards(Article.objects.newest_of(*streams, count=BLOCK), now=now)
    filled = [row for row in top if any(card.top_section == row.pk for card in found)]
    for row, layout in zip(filled, layouts(len(filled)), strict=True):
        mine = [card for card in found if card.top_section == row.pk]
        first = next((card for card in mine if card.image), mine[0])
        yield Block(
            section=section_item(row),
            children=tuple(
                section_item(child) for child in rows if child.parent_id == row.pk
            ),
            first=first,
            rest=tuple(card for card in mine if card is not first),
            layout=layout,
        )


def layouts(count: int) -> list[str]:
    """Halves stand in pairs: one that would stand alone gets the whole width."""
    names = list(islice(cycle(LAYOUTS), count))
    if count % 3 == 2:
        names[-1] = "turned"
    return names
