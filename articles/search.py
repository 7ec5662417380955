"""Search over what is public: a bounded number of hits, the best first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.cards import Card
from articles.html import plain
from articles.lists import card_of
from articles.masthead import Masthead
from articles.models import Article
from newsroom.text.search import HasWords, Part, Query, bare

SHOWN = 30  # hits of one answer; more words find fewer
AROUND = 110  # letters of the text to each side of a hit


@dataclass(frozen=True)
class Hit:
    """One article found; what the query named in it is marked."""

    card: Card
    headline: Sequence[Part]
    text: Sequence[Part]


@dataclass(frozen=True)
class Answer:
    hits: tuple[Hit, ...] = ()
    is_cut: bool = False


def search(query: Query, paper: Masthead, *, now: datetime) -> Answer:
    """The articles in which every word stands, in one query.

    Words side by side come before words far apart; then those with the very marks that
    were typed; then the headline before the text; then the newest. Of each kind at
    most SHOWN + 1 of the newest are looked at, however large the archive.
    """
    if not query.bare:
        return Answer()
    streams = [
        Article.objects.filter(HasWords(column, words))
        for column in ("headline", "search_text")
        for words in dict.fromkeys((query.neighbours, query.bare))
    ]
    rows = Article.objects.newest_of(*streams, count=SHOWN + 1).with_texts()
    ranked = sorted(rows, key=lambda row: _rank(row, query), reverse=True)
    return Answer(
        hits=tuple(_hit(row, query, paper, now) for row in ranked[:SHOWN]),
        is_cut=len(ranked) > SHOWN,
    )


def _rank(row: Article, query: Query) -> tuple:
    headline = bare(row.headline)
    is_phrase = query.is_phrase_in(row.search_text)
    text = f"{row.headline} {row.standfirst} {row.body_html}"
    return (
        is_phrase,
        query.exactness(text, as_phrase=is_phrase),
        query.is_phrase_in(headline) if is_phrase else query.is_in(headline),
        row.first_printed_at,
        row.pk,
    )


def _hit(row: Article, query: Query, paper: Masthead, now: datetime) -> Hit:
    card = card_of(row, paper, now=now)
    return Hit(card, query.marked(row.headline), _text(row, query))


def _text(row: Article, query: Query) -> list[Part]:
    """The standfirst; or the place in the text, when the query is only there."""
    standfirst = query.marked(row.standfirst)
    if query.is_in(bare(row.headline)) or any(part.is_hit for part in standfirst):
        return standfirst
    place = query.marked(query.excerpt(plain(row.body_html), AROUND))
    return place if any(part.is_hit for part in place) else standfirst
