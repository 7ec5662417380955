"""The fifth step: what stands above the story: section, headline, author."""

import re
from itertools import takewhile

from django.utils.translation import gettext as _

from wire import stamps
from wire.lines import LONG_HEADLINE, SCRAP, Line
from wire.reading import Reading
from wire.signoffs import SignOff

_GENRE = (
    r"photos?|videos?|ảnh|chùm ảnh|phóng sự ảnh|infographics?|đồ họa|mega\s?story"
    r"|e-?magazine|longform|podcast|trực tiếp|breaking news|tin nóng|audio|clip"
)
_KICKER = re.compile(rf"(?:\[[^\]\n]{{2,30}}\]|\((?:{_GENRE})\))\s*(?=\S)", re.I)
MOST_KICKER = 15  # words


def take(reading: Reading, rest: list[Line]) -> list[Line]:
    """Mark section, kicker, headline and author; a missing headline is a doubt."""
    texts = [line for line in rest if not line.is_caption]
    if not reading.has("headline"):  # not a field of an export
        texts = _without_section(reading, texts)
        headline = _headline(reading, texts)
        if headline is None:
            reading.doubt("headline", _("No headline was found above the story."))
            if texts and texts[0].is_cut:
                reading.doubt("section", _("No headline was found above the story."))
            return _in_order(rest, texts)
        if rest[0].is_caption:
            _something_above(reading)
        at = texts.index(headline)
        _above(reading, texts[:at])
        _mark_headline(reading, headline)
        texts = _without_double(reading, "headline", headline, texts[at + 1 :])
    return _in_order(rest, _without_author(reading, texts))


def _headline(reading: Reading, texts: list[Line]) -> Line | None:
    """The first title above the story, but for a short one over a longer one."""
    head = list(takewhile(_is_above_story, texts))
    titles = [line for line in head or texts[:1] if line.is_title]
    if not titles or len(texts) < 2 or texts.index(titles[0]) > 2:
        return None
    headline, *others = titles
    rivals = [line for line in others if headline.words // 2 <= line.words > SCRAP]
    if rivals:
        reading.doubt("headline", _("Several lines could be the headline."))
        reading.doubt("standfirst", _("Several lines could be the headline."))
    is_kicker = rivals and headline.words <= 6 and rivals[0].words > headline.words
    return rivals[0] if is_kicker and rivals[0] is others[0] else headline


def _is_above_story(line: Line) -> bool:
    """Whether a line can stand above the story: no sentence but a kicker's "...:"."""
    return not line.is_prose or line.text.endswith(":")


def _above(reading: Reading, lines: list[Line]) -> None:
    """What stands above the headline and is no section."""
    for line in lines:
        is_kicker = line.words <= MOST_KICKER and _is_above_story(line)
        reading.mark_line("kicker" if is_kicker else "other", line)
        if line.sign_off:
            reading.doubt("sign_off", _("A name stands above the headline."))
    if lines:
        _something_above(reading)


def _something_above(reading: Reading) -> None:
    for part in ("headline", "standfirst"):
        reading.doubt(part, _("Something else stands above the headline."))


def _without_author(reading: Reading, texts: list[Line]) -> list[Line]:
    """The texts without the authors and scraps that pages set under a headline."""
    texts = list(texts)
    while len(texts) > 1 and not texts[0].is_prose and texts[0].words <= 15:
        line = texts[0]
        date = stamps.closing(line.text)
        author = line.piece(0, len(line.text) - len(date))
        author = author.piece(0, len(author.text.rstrip(" -–|•,")))
        end = author.sign_off
        if end:
            _sign_above(reading, author, end)
            reading.mark_line(
                "date", line.piece(len(line.text) - len(date), len(line.text))
            )
        elif line.is_scrap:
            reading.mark_line("other", line)
            reading.doubt("other", _("A short line stands under the headline."))
            reading.doubt("headline", _("A short line stands under the headline."))
        else:
            break
        texts.pop(0)
    return texts


def _sign_above(reading: Reading, author: Line, end: SignOff) -> None:
    """The author under the headline, unless the story is signed at its end."""
    reading.doubt("sign_off", _("The sign-off stands under the headline."))
    if reading.sign_offs:
        reading.mark_line("other", author)
    else:
        reading.mark_line("sign_off", author)
        reading.sign_offs.append(end)


def _without_section(reading: Reading, texts: list[Line]) -> list[Line]:
    if not texts or reading.has("section"):
        return texts
    named = next((line for line in texts[:3] if line.is_section), None)
    if named is None:
        return _without_odd_section(reading, texts)
    reading.mark_line("section", named)
    if named is not texts[0]:
        reading.doubt("section", _("The section stands under the headline."))
    at = texts.index(named)
    return texts[:at] + _without_double(reading, "section", named, texts[at + 1 :])


def _in_order(rest: list[Line], texts: list[Line]) -> list[Line]:
    kept = {id(line) for line in texts}
    return [line for line in rest if line.is_caption or id(line) in kept]


def _without_odd_section(reading: Reading, texts: list[Line]) -> list[Line]:
    """A short line above a headline is a section, though no known one."""
    first = texts[0]
    short = first.words <= 6 and len(first.text) <= 40 and first.is_title
    if not short or len(texts) < 3 or not texts[1].is_title:
        return texts
    if texts[1].words < 5 or re.search(r"[!?\"”»]$", first.text):
        return texts
    reading.mark_line("section", first)
    for part in ("section", "headline"):
        reading.doubt(part, odd_section(first.text))
    if first.sign_off:
        reading.doubt("sign_off", _("A name stands above the headline."))
    return _without_double(reading, "section", first, texts[1:])


def odd_section(name: str) -> str:
    """Why a line is doubted to name a section."""
    reason = _("“%(name)s” is no section known here: is it the headline?")
    return reason % {"name": name}


def _mark_headline(reading: Reading, line: Line) -> None:
    if kicker := _KICKER.match(line.text):
        reading.mark("kicker", line.start, kicker[0].rstrip())
        line = line.piece(kicker.end(), len(line.text))
    reading.mark_line("headline", line)
    if line.words > LONG_HEADLINE or line.text.endswith(("...", "…")):
        reading.doubt("headline", _("The headline is very long: is it a sentence?"))
    if line.words <= SCRAP + 1:
        for part in ("headline", "section"):
            reading.doubt(part, _("The headline is very short: is it a section?"))
        if line.sign_off:
            reading.doubt("sign_off", _("A name stands above the story."))


def _without_double(
    reading: Reading, kind: str, line: Line, texts: list[Line]
) -> list[Line]:
    """The texts without the line that says the same again right behind."""
    if not texts or texts[0].text.split() != line.text.split():
        return texts
    reading.mark_line("other", texts[0])
    reading.doubt(kind, _("This line is written twice."))
    return texts[1:]
