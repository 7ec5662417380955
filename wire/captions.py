"""Captions: the lines that end in a credit, and those that stand inside a paragraph."""

import re
from dataclasses import dataclass
from itertools import islice

from photos import credits
from wire import running, sentences
from wire.letters import UPPER

_NEXT = rf"(?=\s*(?:[“\"‘(]?[{UPPER}\d]|\Z))"
_BRACKETED = re.compile(
    rf"[(\[]\s*(?i:{credits.LABEL})(?:\s*:\s*|\s+|(?=[)\]]))"
    rf"(?:[^()\[\]\n]|\([^()\n]{{0,60}}\)){{0,120}}[)\]](?:[.|]|\s\|)?{_NEXT}"
)
# A small letter only behind a stop: "Trong ảnh: ..." is no credit.
_OPEN = re.compile(
    rf"(?:^|(?<=[.…!?”\"–-])|(?<=[.…!?”\"–-]\s)|(?<=\s)(?=[{UPPER}]))"
    rf"(?i:{credits.LABEL})\s*:\s*(?=[{UPPER}@]|\w+\.\w)"
)
_OF_STORY = re.compile(r"tin|bài", re.IGNORECASE)  # "Tin, ảnh: ..." signs the story
_BARE = re.compile(rf"(?:^|(?<=[.!?…”\"]))\s?(?P<label>Ảnh) (?=[{UPPER}])")  # "Ảnh VGP"
# "Ảnh minh họa." as a sentence of its own
_ALONE = re.compile(
    r"(?<=[.!?…”\"]) ?(?P<label>Ảnh (?:minh họa|minh hoạ|tư liệu)\.)"
    rf"(?=\s*[{UPPER}“\"])"
)
_ALT = re.compile(
    rf"[^\n]{{0,300}}?\b(?i:hình ảnh|hinh anh|ảnh|anh) \d{{1,3}} ?(?=[{UPPER}(])"
)
MOST = 200  # credits looked for inside one line
SHORT, LONG = 20, 60  # words: less than a sentence has, more than a caption


@dataclass(frozen=True)
class Inside:
    """A caption with its credit inside a line. `is_guess`: its start is a reading."""

    start: int
    end: int
    is_guess: bool


def alt(text: str) -> str:
    """The alternative text glued before a caption: "Cầu mới hinh anh 1Cầu mới." """
    found = _ALT.match(text)
    return found[0] if found else ""


def inside(text: str) -> list[Inside]:
    """The captions of a line which something follows, or which follow something."""
    found: list[Inside] = []
    at = 0
    for start, end, is_sure in _credits(text):
        if start < at:
            continue
        before = text[at:start]
        opens = _openings(before)
        is_whole = end >= len(text.rstrip()) and not at
        if is_whole and (len(opens) < 3 or len(before.split()) < LONG):
            break  # the whole line is the caption
        begin = opens[-1]
        is_named = text[start] in "([" or ":" in text[start:end]
        if not is_named and len(before[begin:].split()) > SHORT:
            begin = len(before)  # "Ảnh minh họa." behind a sentence of the story
        is_guess = len(opens) > 1 or len(before.split()) > LONG or not is_sure
        found.append(Inside(at + begin, end, is_guess))
        at = end
    return found


def _openings(before: str) -> list[int]:
    """Where the caption that ends `before` can begin: at a sentence of its own."""
    ends = {*sentences.ends(before), *sentences.glues(before)}
    return [0, *(end for end in sorted(ends) if before[end:].strip())]


def _credits(text: str) -> list[tuple[int, int, bool]]:
    """Where credits begin and end, and whether their end is certain."""
    brackets = islice(_BRACKETED.finditer(text), MOST)
    spans = [(*match.span(), True) for match in brackets if credits.split(match[0])[1]]
    spans += [(*m.span("label"), False) for m in islice(_ALONE.finditer(text), MOST)]
    closing = len(text) - len(credits.split(text)[1])
    for match in islice(_OPEN.finditer(text), MOST):
        if _OF_STORY.match(match[0]):
            continue
        end, is_sure = running.names_end(text, match.end())
        left = text[max(end, match.end()) :].split()
        are_names = all(word[0].isupper() or word == "tại" for word in left)
        if match.start() == closing and (are_names or not end):
            end, is_sure = len(text), True  # "Ảnh: Getty Images"
        if end:
            spans.append((match.start(), end, is_sure))
    for match in islice(_BARE.finditer(text), MOST):
        end, is_sure = running.names_end(text, match.end())
        if is_sure:
            spans.append((match.start("label"), end, False))
    return sorted(spans)
