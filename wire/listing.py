"""The third step: lists of links to other stories, in the story and under it."""

from django.utils.translation import gettext as _

from wire import datelines, links
from wire.lines import Line
from wire.reading import Reading

SEAM = 300  # letters in which a title that runs on must end
SHORTEST_TITLE = 5  # words


def take(reading: Reading, given: list[Line]) -> list[Line]:
    """Mark labels and titles of both lists; give back the other lines."""
    prose = [n for n, line in enumerate(given) if line.is_prose]
    first, last = min(prose, default=0), max(prose, default=0)
    rest: list[Line] = []
    kind = title = ""
    for number, line in enumerate(given):
        label = links.label(line) if number else None
        is_above = number < first
        if label and not (is_above and label.title and label.text[-1] == ":"):
            rest += _labelled(reading, line, label)
            is_open = number > last or not (label.title or is_above)
            kind = label.kind if is_open else ""
            if is_above:
                reading.doubt("headline", _("A list of links stands above the story."))
        elif links.is_pair(line):
            _pair(reading, line)
        elif _is_run(given, number, first):
            reading.mark_line("related", links.bare(line))
            reading.doubt("related", _("Lines look like links, but have no label."))
        elif kind and is_listed(line):
            _title(reading, line, "alt" if line.text == title else kind)
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


def _title(reading: Reading, line: Line, kind: str) -> None:
    reading.mark_line(kind, links.bare(line))
    if line.words < SHORTEST_TITLE:
        reading.doubt(kind, _("“%s” is a short title.") % line.text)


def _is_run(given: list[Line], number: int, first: int) -> bool:
    """Whether a line is one of several titles with bullets, under the story's head."""
    beside = given[max(first, number - 1) : number + 2]
    are_titles = [links.is_bulleted(line) for line in beside]
    return number > first and links.is_bulleted(given[number]) and sum(are_titles) > 1


def _pair(reading: Reading, line: Line) -> None:
    for start, end in links.titles(f">{line.text}", 1, len(line.text) + 1):
        reading.mark_line("related", line.piece(start - 1, end - 1))
    reading.doubt("related", _("A line looks like links, but has no label."))


def _labelled(reading: Reading, line: Line, label: links.Label) -> list[Line]:
    """Mark a label and its titles; give back the text that is neither."""
    reading.mark(f"{label.kind}_label", line.start, label.text)
    start = len(line.text) - len(label.title)
    end = start + links.title_end(label.title)
    if line.is_caption or end < len(line.text) - 1:
        if line.is_caption or end == start:
            end = start + links.seam(line.caption[0][start:] or label.title[:SEAM])
        reading.doubt(label.kind, _("Where the title of a link ends is not shown."))
        holder = "caption" if line.is_caption else "paragraph"
        reading.doubt(holder, _("A title may run on into the story."))
    elif names := links.glued_names(label.title):
        end = start + names
    for first, stop in links.titles(line.text, start, end):
        reading.mark_line(label.kind, links.bare(line.piece(first, stop)))
    return [line.piece(end, len(line.text))] if end < len(line.text) - 1 else []


def is_listed(line: Line) -> bool:
    """Whether a line can be a title in a list: no name, topic, sentence or caption."""
    if (line.sign_off and line.words <= 8) or line.text[0].islower():
        return False
    is_title = not line.is_sentence or line.text[-1] in "?!…" or line.text[-3:] == "..."
    return is_title and not line.is_caption and line.words <= 40


def _is_teaser(line: Line) -> bool:
    """Whether a line in a list is the opening of another story."""
    found = datelines.read(line.text)
    return found is not None and not found.is_inline and bool(found.agency)
