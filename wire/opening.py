"""The fourth step: what stands above the story, down to the standfirst."""

import re

from django.utils.translation import gettext as _

from newsroom.text.fold import fold
from wire import datelines, furniture, sentences
from wire.lines import LONG_HEADLINE, Line
from wire.pieces import LONG
from wire.reading import Reading

_GENRE = (
    r"photos?|videos?|ảnh|chùm ảnh|phóng sự ảnh|infographics?|đồ họa|mega\s?story"
    r"|e-?magazine|longform|podcast|trực tiếp|breaking news|tin nóng|audio|clip"
)
_KICKER = re.compile(rf"(?:\[[^\]\n]{{2,30}}\]|\((?:{_GENRE})\))\s*(?=\S)", re.I)
STANDFIRST_WORDS = 110  # more than a standfirst has


def take_headline(reading: Reading, rest: list[Line]) -> list[Line]:
    """Mark section, kicker and headline; a missing headline is a doubt."""
    if reading.has("headline"):  # a field of an export
        return rest
    texts = _without_section(reading, [line for line in rest if not line.is_caption])
    headline = next((line for line in texts[:3] if line.is_title), None)
    if headline is None or len(texts) < 2:
        reading.doubt("headline", _("No headline was found above the story."))
        return _in_order(rest, texts)
    if headline is not texts[0] or rest[0].is_caption:
        for part in ("headline", "standfirst"):
            reading.doubt(part, _("Something else stands above the headline."))
    texts.remove(headline)
    _mark_headline(reading, headline)
    texts = _without_double(reading, "headline", headline, texts)
    return _in_order(rest, _without_author(reading, texts))


def _without_author(reading: Reading, texts: list[Line]) -> list[Line]:
    """The texts without the author's line that pages set under a headline."""
    if len(texts) < 2 or reading.sign_offs or texts[0].words > 15:
        return texts
    line = texts[0]
    date = furniture.closing_stamp(line.text)
    author = line.piece(0, len(line.text) - len(date))
    end = author.sign_off
    if end is None or end.is_plain or author.is_sentence:
        return texts
    reading.mark_line("sign_off", author)
    reading.sign_offs.append(end)
    reading.mark_line("date", line.piece(len(line.text) - len(date), len(line.text)))
    reading.doubt("sign_off", _("The sign-off stands under the headline."))
    return texts[1:]


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
    reading.doubt("section", odd_section(first.text))
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
    if line.words > LONG_HEADLINE:
        reading.doubt("headline", _("The headline is very long: is it a sentence?"))
    if line.words <= 4:
        reading.doubt("headline", _("The headline is very short: is it a section?"))
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


def take_standfirst(reading: Reading, rest: list[Line]) -> list[Line]:
    """Mark the standfirst; whatever does not prove it is a doubt."""
    texts = [line for line in rest if not line.is_caption]
    texts = [line for line in texts if not datelines.is_whole(line.text)]
    if not texts or reading.has("standfirst"):
        return rest
    standfirst, reason = _standfirst(reading, rest, texts)
    if reason:
        reading.doubt("standfirst", reason)
    if standfirst is None:
        return rest
    reading.mark_line("standfirst", reading.mark_opening(standfirst))
    first = texts[0]
    behind = first.piece(len(standfirst.text), len(first.text))
    left = [behind if line is first else line for line in rest]
    return [line for line in left if line.text]


Choice = tuple[Line | None, str]  # the standfirst, if any, and why that is unsure


def _standfirst(reading: Reading, rest: list[Line], texts: list[Line]) -> Choice:
    by_dateline = _above_dateline(rest, texts)
    if by_dateline is not None:
        return by_dateline
    first, has_headline = texts[0], reading.has("headline")
    if rest[0].is_caption:
        return None, _("A photo stands where a standfirst stands.")
    if fold(first.text).rstrip("./ ") in {
        fold(t.text).rstrip("./ ") for t in texts[1:]
    }:
        return first, ""
    if len(texts) < 2 and not first.is_sentence and not has_headline:
        return None, ""
    if len(texts) < 2 and first.words < STANDFIRST_WORDS:
        return first, _("There is one paragraph: is it standfirst or story?")
    captions = [line for line in rest if line.is_caption]
    above = [line for line in texts if captions and line.end < captions[0].start]
    if len(above) == 1:
        is_sure = has_headline and not first.is_cut
        return first, "" if is_sure else _("Only a photo below shows the standfirst.")
    is_alone = {line.origin for line in texts} == {first.origin}
    if first.words > LONG and is_alone and not reading.doubts("paragraph"):
        end = next(iter(sentences.ends(first.text)), 0)
        reason = _("The story stands in one line: its first sentence was taken.")
        return (first.piece(0, end) if end else None), reason
    if not has_headline or first.is_cut:
        return None, _("Nothing shows a standfirst: is it in the first lines?")
    if first.words > STANDFIRST_WORDS:
        return None, _("The first paragraph is too long for a standfirst.")
    return first, _("Nothing shows where the standfirst ends: check the first lines.")


def _above_dateline(rest: list[Line], texts: list[Line]) -> Choice | None:
    """What a dateline in the first lines shows; None when there is none."""
    first = texts[0]
    for index, line in enumerate(texts[:6]):
        found = datelines.read(line.text)
        if found and found.is_inline and index and not rest[0].is_caption:
            return first, _("Only a reporter named below shows the standfirst.")
        if found is None or found.is_inline:
            continue
        if index:
            return first, "" if index == 1 else _("Several lines could be standfirst.")
        is_paper = not found.place and not found.day and found.agency != "TTXVN"
        if is_paper and first.words < STANDFIRST_WORDS:
            return first, _("A paper's mark opens it: is it standfirst or story?")
        after = rest[rest.index(first) + 1 :]
        is_odd = bool(after) and after[0].is_caption and len(texts) > 1
        return None, _("A photo stands under a dateline.") if is_odd else ""
    return None
