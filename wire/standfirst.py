"""The sixth step: the standfirst, and what shows that it is one."""

import re

from django.utils.translation import gettext as _

from newsroom.text.fold import fold
from wire import datelines, sentences
from wire.datelines import Dateline
from wire.lines import Line
from wire.markup import View
from wire.reading import Reading

MOST_WORDS = 110  # of a standfirst
MOST_SENTENCES = 3
# A sentence that opens so points back, and cannot open a story: "Đây là lần đầu ...".
_POINTS_BACK = re.compile(
    r"\s*(?:(?:\w+ ){0,2}(?:đây|đó|này|vậy)|tuy nhiên|đồng thời|ngoài ra)\b",
    re.IGNORECASE,
)
Choice = tuple[Line | None, str]  # the standfirst, if any, and why that is unsure


def take(reading: Reading, rest: list[Line], view: View) -> list[Line]:
    """Mark the standfirst; whatever does not prove it is a doubt."""
    texts = [line for line in rest if not line.is_caption]
    texts = [line for line in texts if not datelines.is_whole(line.text)]
    if not texts or reading.has("standfirst"):
        return rest
    standfirst, reason = _standfirst(reading, rest, texts, view)
    if reason:
        reading.doubt("standfirst", reason)
    if standfirst is None:
        return rest
    reading.mark_line("standfirst", reading.mark_opening(standfirst, "standfirst"))
    first = texts[0]
    behind = first.piece(len(standfirst.text), len(first.text))
    left = [behind if line is first else line for line in rest]
    return _without_scraps(reading, [line for line in left if line.text])


def _without_scraps(reading: Reading, lines: list[Line]) -> list[Line]:
    """Without the words of a page between the standfirst and the story."""
    opening = next((n for n, line in enumerate(lines) if line.is_prose), 0)
    scraps = [line for line in lines[:opening] if line.is_scrap]
    for line in scraps:
        reading.mark_line("other", line)
        for part in ("paragraph", "sign_off") if line.sign_off else ("paragraph",):
            reading.doubt(part, _("“%s” stands above the story.") % line.text)
    return [line for n, line in enumerate(lines) if n >= opening or not line.is_scrap]


def _standfirst(
    reading: Reading, rest: list[Line], texts: list[Line], view: View
) -> Choice:
    first, has_headline = texts[0], reading.has("headline")
    by_dateline = _by_dateline(rest, texts)
    if by_dateline is not None:
        found, reason = by_dateline
        if not reason and (first.is_cut or not has_headline):
            reason = _("Only a dateline below it shows it.")
        return found, reason
    if rest[0].is_caption:
        return None, _("A photo stands where a standfirst stands.")
    if _plain(first) in map(_plain, texts[1:]):
        return first, ""
    if len(texts) < 2:
        return _only(first, has_headline=has_headline)
    if _is_set_apart(texts, view):
        return first, _("Only its markup shows the standfirst.")
    captions = [line for line in rest if line.is_caption]
    above = [line for line in texts if captions and line.end < captions[0].start]
    if len(above) == 1:
        return _above_photo(first, has_headline=has_headline)
    is_one_line = {line.origin for line in texts} == {first.origin}
    if is_one_line and not reading.doubts("paragraph"):
        return _opening(first)
    if not has_headline or first.is_cut:
        return None, _("Nothing shows a standfirst: is it in the first lines?")
    if first.words > MOST_WORDS:
        return None, _("The first paragraph is too long for a standfirst.")
    return first, _("Nothing shows where the standfirst ends: check the first lines.")


def _plain(line: Line) -> str:
    return fold(line.text).rstrip("./ ")


def _by_dateline(rest: list[Line], texts: list[Line]) -> Choice | None:
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
        return _opens_with(found, rest, texts)
    return None


def _opens_with(found: Dateline, rest: list[Line], texts: list[Line]) -> Choice:
    """Whether a first paragraph with a dateline is the standfirst all the same."""
    first = texts[0]
    after = rest[rest.index(first) + 1 :]
    is_above_photo = bool(after) and after[0].is_caption and len(texts) > 1
    if not found.is_mark:
        return None, _("A dateline opens the first paragraph: has it no standfirst?")
    reason = _("A paper's mark opens it: is it standfirst or story?")
    is_short = first.words < MOST_WORDS
    is_paper = not datelines.is_wire(found.agency)
    return (first if is_short and (is_above_photo or is_paper) else None), reason


def _only(line: Line, *, has_headline: bool) -> Choice:
    """The only paragraph: a story in one line, or a standfirst without its story."""
    if not line.is_sentence and not has_headline:
        return None, ""
    if line.words < MOST_WORDS and len(sentences.ends(line.text)) < MOST_SENTENCES:
        return line, _("There is one paragraph: is it standfirst or story?")
    return _opening(line)


def _above_photo(line: Line, *, has_headline: bool) -> Choice:
    if len(sentences.ends(line.text)) >= MOST_SENTENCES and line.is_cut:
        return _opening(line)
    is_sure = has_headline and not line.is_cut and line.words <= MOST_WORDS
    return line, "" if is_sure else _("Only a photo below shows the standfirst.")


def _opening(line: Line) -> Choice:
    """The first sentence, and those behind it that point back to it."""
    ends = sentences.ends(line.text)
    end = 0
    for end in ends[:MOST_SENTENCES]:
        if not _POINTS_BACK.match(line.text, end):
            break
    reason = _("The story stands in one line: its first sentence was taken.")
    return (line.piece(0, end) if end else None), reason


def _is_set_apart(texts: list[Line], view: View) -> bool:
    """Whether the first paragraph is another element of HTML than the others."""
    first, *others = (view.element(line.start) for line in texts[:4])
    return bool(first) and texts[0].is_sentence and first not in others
