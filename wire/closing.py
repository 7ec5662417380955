"""The third step: what stands under the story: lists of links and the sign-off."""

from django.utils.translation import gettext as _

from wire import datelines, lines, links
from wire.lines import Line
from wire.reading import Reading
from wire.signoffs import SignOff
from wire.signoffs import read as read_sign_off

LINES_UNDER = 10  # as far as a sign-off is looked for above other lines


def take_links(reading: Reading, given: list[Line]) -> list[Line]:
    """Mark labels and titles of both lists; give back the other lines."""
    sentences = [n for n, line in enumerate(given) if _is_story(line)]
    first, last = min(sentences, default=0), max(sentences, default=0)
    rest: list[Line] = []
    kind = title = ""
    for number, line in enumerate(given):
        label = links.label(line) if number else None
        if label:
            rest += _labelled(reading, line, label)
            kind = label.kind if number > last or not label.title else ""
            if number < first:
                reading.doubt("headline", _("A list of links stands above the story."))
                kind = ""
        elif links.is_pair(line):
            _pair(reading, line)
        elif kind and _is_listed(line):
            reading.mark_line("alt" if line.text == title else kind, line)
            title = line.text
        elif kind and title and _is_teaser(line):
            reading.mark_line("teaser", line)
            reading.doubt(kind, _("Another story begins in a list of links."))
        else:
            if kind and number <= last:
                reading.doubt(kind, _("The story goes on after a list of links."))
                reading.doubt("paragraph", _("A list of links divides the story."))
            kind = ""
            rest.append(line)
    return rest


def _is_story(line: Line) -> bool:
    return line.is_sentence or line.words > 25


def _pair(reading: Reading, line: Line) -> None:
    for start, end in links.titles(f">{line.text}", 1, len(line.text) + 1):
        reading.mark_line("related", line.piece(start - 1, end - 1))
    reading.doubt("related", _("A line looks like links, but has no label."))


def _labelled(reading: Reading, line: Line, label: links.Label) -> list[Line]:
    """Mark a label and its titles; give back the text that is neither."""
    reading.mark(f"{label.kind}_label", line.start, label.text)
    start = len(line.text) - len(label.title)
    end = start + links.title_end(label.title)
    if line.is_caption:
        reading.doubt("caption", _("A caption may begin with the title of a link."))
        end = start
    if end < len(line.text) - 1:
        reading.doubt(label.kind, _("Where the title of a link ends is not shown."))
        reading.doubt("paragraph", _("A title may run on into the story."))
    elif names := links.glued_names(label.title):
        end = start + names
    for first, stop in links.titles(line.text, start, end):
        reading.mark_line(label.kind, line.piece(first, stop))
    return [line.piece(end, len(line.text))] if end < len(line.text) - 1 else []


def _is_listed(line: Line) -> bool:
    if line.sign_off and line.words <= 8:
        return False
    return not line.is_sentence and not line.is_caption and line.words <= 40


def _is_teaser(line: Line) -> bool:
    """Whether a line in a list is the opening of another story."""
    found = datelines.read(line.text)
    return found is not None and not found.is_inline and bool(found.agency)


def take_sign_off(reading: Reading, rest: list[Line]) -> list[Line]:
    """Mark the sign-off, on lines of its own or behind the last sentence."""
    texts = [line for line in rest if not line.is_caption]
    texts = _without_lines_under(reading, texts)
    taken: list[tuple[Line, SignOff]] = []
    while len(texts) > 1 and len(taken) < 3 and (end := texts[-1].sign_off):
        if taken and texts[-1].text == taken[0][0].text:
            reading.doubt("sign_off", _("The sign-off is written twice."))
        elif taken and end.is_plain and taken[0][1].names:
            break
        is_marked = _has_mark(texts[:-1])
        if end.is_plain and not is_marked and (len(texts) < 3 or _is_weak(texts[-1])):
            break
        taken.insert(0, (texts.pop(), end))
    if not taken and texts and (glued := _glued(texts[-1])):
        last, piece, end = texts[-1], *glued
        taken = [(piece, end)]
        texts[-1] = last.piece(0, piece.start - last.start, is_guess=last.is_guess)
    for line, end in taken:
        _sign(reading, line, end, is_after_mark=_has_mark(texts))
    captions = [line for line in rest if line.is_caption]
    return sorted([*texts, *captions], key=lambda line: line.start)


def _without_lines_under(reading: Reading, texts: list[Line]) -> list[Line]:
    """Without the short lines under a sign-off that an agency or an end mark proves."""
    for up in range(1, min(LINES_UNDER, len(texts) - 1)):
        line, under = texts[-up - 1], texts[len(texts) - up :]
        if any(other.is_sentence or other.words > 15 for other in under):
            break
        end = line.sign_off
        if end is None or any(other.sign_off for other in under):
            continue
        if not end.is_plain or _has_mark(texts[: -up - 1]):
            for other in under:
                reading.mark_line("other", other)
            reading.doubt("other", _("Lines stand under the sign-off."))
            return texts[: len(texts) - up]
    return texts


def _is_weak(line: Line) -> bool:
    """Whether one word is too little for a name: "Commentaires"."""
    return line.words == 1 and line.text[-1:].islower()


def _has_mark(texts: list[Line]) -> bool:
    return bool(texts) and lines.end_mark(texts[-1].text) is not None


def _sign(reading: Reading, line: Line, end: SignOff, *, is_after_mark: bool) -> None:
    reading.mark_line("sign_off", line)
    reading.sign_offs.append(end)
    if end.is_plain and not is_after_mark:
        reading.doubt(
            "sign_off",
            _("The last line looks like a name, but no end mark is before it."),
        )


def _glued(line: Line) -> tuple[Line, SignOff] | None:
    """The sign-off behind the last sentence of a line, as a piece of it."""
    start = lines.last_sentence(line.text)
    piece = line.piece(start, len(line.text))
    end = read_sign_off(piece.text) if start and line.words > 12 else None
    return (piece, end) if end else None
