"""How well single lines are read: credits, datelines, sign-offs, slugs with answers.

Pure: a row of a table with its answers in, an outcome out.
"""

import re
from collections.abc import Callable

from newsroom.text.fold import fold
from newsroom.text.slugs import slugify
from photos import credits
from photos.credits import Kind
from wire import captions, datelines, signoffs
from wire.measuring import Outcome, level

Row = list[str]

_KINDS = (
    ("minh", Kind.ILLUSTRATION),
    ("tu lieu", Kind.ARCHIVE),
    ("do hoa", Kind.GRAPHIC),
    ("cat tu", Kind.SCREENSHOT),
    ("phat", Kind.HANDOUT),
    ("cung cap", Kind.HANDOUT),
    ("nvcc", Kind.HANDOUT),
)


def credit(row: Row) -> Outcome:
    """raw line, caption, photographer, agency, qualifier."""
    raw, caption, photographer, agency, qualifier = map(level, row[:5])
    raw = raw.removeprefix(captions.alt(raw))
    found_caption, credit_line = credits.split(raw)
    found = credits.parse(credit_line or raw, caption=found_caption)
    if not credit_line:
        found = credits.Credit()
    agency = "" if agency == "nhân vật cung cấp" else agency  # no name of anybody
    kind = next((k for word, k in _KINDS if word in fold(qualifier)), Kind.OWN)
    return _outcome(
        "credits.tsv",
        raw,
        (level(caption), _names(photographer), _names(agency, "[/;,-]"), kind),
        (
            level(found_caption),
            tuple(map(level, found.photographers)),
            _names("/".join((found.agency, found.relay)), "[/;,-]"),
            found.kind,
        ),
    )


def dateline(row: Row) -> Outcome:
    """raw opening, marker, agency, place, date (compared when the opening holds it)."""
    raw, marker, agency, place, date = map(level, row[:5])
    found = datelines.read(raw) or datelines.mention(raw)
    date = re.sub("[-.]", "/", date)
    date = date if date in re.sub("[-.]", "/", raw) else ""  # the opening is cut
    if found is None:
        return _outcome("datelines.tsv", raw, (marker, agency, place, date), None)
    numbers = (found.day, found.month, found.year)
    day = "/".join(str(n) for n in numbers if n is not None)
    return _outcome(
        "datelines.tsv",
        raw,
        (marker.strip(" -–."), agency, place, date or day),
        (found.text.rstrip(",").strip(" -–."), found.agency, found.place, day),
    )


def byline(row: Row) -> Outcome:
    """raw, authors, agency, source named; agency and source are one set here."""
    raw, authors, agency, via = (cell.strip() for cell in row[:4])
    read = [signoffs.read(line) for line in raw.split(" ⏎ ")]
    names = [name for end in read if end for name in end.names]
    houses = {h for end in read if end for h in (end.agency, end.source) if h}
    return _outcome(
        "bylines.tsv",
        raw,
        (_names(authors, ";"), {level(house) for house in (agency, via) if house}),
        (tuple(map(level, names)), {level(house) for house in houses}),
    )


def slug(row: Row) -> Outcome:
    """title, slug as a site has it."""
    title, wanted = row[:2]
    return _outcome("slugs.tsv", title, (wanted,), (slugify(title, max_length=500),))


def _names(text: str, separator: str = "[;,]| và ") -> tuple[str, ...]:
    return tuple(filter(None, (level(name) for name in re.split(separator, text))))


def _outcome(table: str, raw: str, expected: object, found: object) -> Outcome:
    wanted = expected if isinstance(expected, tuple) else (expected,)
    return Outcome(table, (raw, *wanted), found, expected == found, False)


TABLES: dict[str, Callable[[Row], Outcome]] = {
    "credits.tsv": credit,
    "datelines.tsv": dateline,
    "bylines.tsv": byline,
    "slugs.tsv": slug,
}
