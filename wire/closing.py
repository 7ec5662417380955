"""The third step: what stands under the story: lists of links and the sign-off."""

from django.utils.translation import gettext as _

from wire import datelines, links, lines
from wire.lines import Line
from wire.reading import Reading
from wire.signoffs import SignOff
from wire.signoffs import read as read_sign_off


def take_links(reading: Reading, given: list[Line]) -> list[Line]:
    """Mark labels and titles of both lists; give back the other lines."""
    sentences = [
        n for n, line in enumerate(given) if line.is_sentence or line.words > 25
    ]
    last = max(sentences, default=0)
    rest: list[Line] = []
    kind = title = ""
    for number, line in enumerate(given):
        label = links.label(line) if number else None
        if label:
            rest += _labelled(reading, line, label)
            kind = label.kind if number > last or not label.title else ""
            if not any(line.is_sentence for line in rest):
                reading.doubt("headline", _("A list of links stands above the story."))
                kind = ""
        elif kind and _is_listed(line):
            reading.mark_line("alt" if line.text == title else kind, line)
            title = line.text
        elif kind and title and _is_teaser(line):
            reading.mark_line("teaser", line)
            reading.doubt(kind, _("Another story begins in a list of links."))
        else:
            if kind and number <= last:
                reading.doubt(kind, _("The story goes on after a list of links."))
                reading.doubt(
                    "paragraph", _("The story goes on after a list of links.")
                )
            rest, kind = [*rest, line], ""
    return rest


def _labelled(reading: Reading, line: Line, label: links.Label) -> list[Line]:
    """Mark a label and its titles; give back the text that is neither."""
    reading.mark(f"{label.kind}_label", line.start, label.text)
    start = len(line.text) - len(label.title)
    end = start + links.title_end(label.title)
    if line.is_caption:
        reading.doubt("caption", _("A caption may begin with the title of a link."))
        end = start
    if end < len(line.text):
        reading.doubt(label.kind, _("Where the title of a link ends is not shown."))
        reading.doubt("paragraph", _("Where the title of a link ends is not shown."))
    else:
        end = start + (links.glued_names(label.title) or len(label.title))
    for first, stop in links.titles(line.text, start, end):
        reading.mark_line(label.kind, line.piece(first, stop))
    return [line.piece(end, len(line.text))] if end < len(line.text) else []


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
    taken: list[tuple[Line, SignOff]] = []
    while len(texts) > 2 and len(taken) < 3 and (end := texts[-1].sign_off):
        if taken and texts[-1].text == taken[0][0].text:
            reading.doubt("sign_off", _("The sign-off is written twice."))
        elif taken and end.is_plain and taken[0][1].names:
            break
        if _is_weak(texts[-1], end) and not _has_mark(texts[:-1]):
            break
        taken.insert(0, (texts.pop(), end))
    gone = {id(line) for line, _end in taken}
    rest = [line for line in rest if id(line) not in gone]
    if not taken and texts and (glued := _glued(texts[-1])):
        last, piece, end = texts[-1], *glued
        taken = [(piece, end)]
        shorter = last.piece(0, piece.start - last.start, is_guess=last.is_guess)
        rest = [shorter if line is last else line for line in rest]
        texts[-1] = shorter
    for line, end in taken:
        _sign(reading, line, end, is_after_mark=_has_mark(texts))
    return rest


def _is_weak(line: Line, end: SignOff) -> bool:
    """Whether one word is too little for a name: "Commentaires"."""
    return end.is_plain and line.words == 1 and line.text[-1:].islower()


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
