"""Which line of a dispatch is what: from the outside inwards, step after step."""

from django.utils.translation import gettext as _

from wire import (
    closing,
    guards,
    headline,
    listing,
    pages,
    pieces,
    standfirst,
    story,
    wrapping,
)
from wire.lines import lines_of
from wire.markup import View
from wire.reading import Reading
from wire.unreadable import Unreadable

MOST_LINES = 20_000
# What cannot be sure without line breaks.
ONE_LINE = ("section", "headline", "standfirst", "dateline", "caption", "sign_off")


def read(view: View) -> Reading:
    """Everything read of a dispatch, its spans in the view. Raises Unreadable."""
    reading = Reading()
    given = lines_of(view)
    if len(given) > MOST_LINES:
        raise Unreadable(
            _("This text has too many lines for one story. Split it first.")
        )
    given = wrapping.unwrapped(given)
    if len(given) == 1 and given[0].words > pieces.LONG:
        for part in ONE_LINE:
            reading.doubt(part, _("The whole text stands in one line."))
    rest = pages.take(reading, given, view.region)
    rest = pieces.cut(reading, rest)
    rest = listing.take(reading, rest)
    rest = closing.take(reading, rest)
    rest = headline.take(reading, rest)
    rest = standfirst.take(reading, rest, view)
    body = story.take(reading, rest, view.images)
    start, end = view.region
    article = [line for line in given if start <= line.start < end]
    guards.check(reading, article, body)
    return reading
