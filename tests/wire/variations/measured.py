"""How often each kind is read right, listed as unsure, or wrong in silence.

`python -m tests.wire.variations.measured` prints the table; with the shared data it is
made of real stories, with real captions and sign-offs too.
"""

import json
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tests.wire.samples import LEAD, SHARED, STORY
from tests.wire.variations import bodies, heads, tails
from tests.wire.variations.pages import (
    CHANGES,
    Page,
    Photo,
    Story,
    agency,
    web,
    without_stop,
)
from tests.wire.variations.sites import SITES
from wire import captions, datelines, sentences
from wire.encodings import decode
from wire.measuring import Outcome, Tally, level, measure, tally
from wire.parser import parse

__all__ = ["bodies", "heads", "tails"]
OWN = Story(
    STORY["headline"],
    LEAD,
    (
        "Sở Giao thông tổ chức lễ thông xe cây cầu mới sau ba năm xây dựng.",
        "Cây cầu dài 1.200 mét, có bốn làn xe và hai lề cho người đi bộ. Tổng vốn của "
        "dự án là 900 tỷ đồng, thấp hơn dự toán được duyệt.",
        "Người dân hai bờ cho biết từ nay việc đi lại không còn phụ thuộc vào phà.",
    ),
)
MOST_PARAGRAPHS = 6
Forms = Iterable[Callable[[Story], Page]]
Pages = Iterator[tuple[str, Page]]


def stories() -> list[Story]:
    """Real stories with a headline and a standfirst, their bodies as they are read."""
    found = []
    for path in sorted(SHARED.glob("wire/stories/*.expected.json")):
        answers = json.loads(path.read_text())
        text = decode(path.with_name(f"{answers['id']}.txt").read_bytes())
        right = {
            outcome.field for outcome in measure(text, answers) if outcome.is_right
        }
        is_whole = answers["lang"] == "vi" and answers["title"] and answers["lead"]
        if not is_whole or not {"first sentence", "last sentence"} <= right:
            continue
        body = _paragraphs([level(part) for part in parse(text).paragraphs])
        story = Story(level(answers["title"]), level(answers["lead"]), body)
        if len(body) > 1 and not any(map(datelines.mention, (story.lead, *body))):
            found.append(story)
    return found


def _paragraphs(texts: list[str]) -> tuple[str, ...]:
    """At most so many, each with its stop; one line is divided at its sentences."""
    if len(texts) == 1:
        edges = [0, *sentences.ends(texts[0]), len(texts[0])]
        parts = [
            texts[0][start:end].strip()
            for start, end in zip(edges, edges[1:], strict=False)
        ]
        texts = [" ".join(parts[n : n + 2]) for n in range(0, len(parts), 2)]
    return tuple(without_stop(text) + "." for text in texts[:MOST_PARAGRAPHS])


def changed(
    chosen: Iterable[Story], *, each: int = 1, forms: Forms = (agency, web)
) -> Pages:
    """Every change with every value, on the plain forms of `each` stories."""
    pool, dice = list(chosen), random.Random(7)
    for kind, (values, function) in CHANGES.items():
        for value in values:
            for form in forms:
                for story in dice.sample(pool, min(each, len(pool))):
                    page = form(story)
                    function(page, value)
                    yield kind, page


def sites(chosen: Iterable[Story]) -> Pages:
    for story in chosen:
        for site in SITES:
            yield f"form: {site.__name__}", site(story)


def _rows(name: str) -> list[list[str]]:
    rows = (SHARED / "wire" / name).read_text().split("\n")[1:]
    return [row.split("\t") for row in rows if row.strip()]


def _photos() -> Iterator[tuple[str, Photo]]:
    """Real caption lines, and what is to be read in them."""
    for raw, caption, person, house, *_rest in _rows("credits.tsv"):
        line, caption = level(raw), level(caption)
        line = line.removeprefix(captions.alt(line))
        credit = line[len(caption) :].lstrip(" -–—|")
        if caption and credit and line.startswith(caption):
            house = "" if house == "nhân vật cung cấp" else level(house)
            yield line, Photo(caption, credit, level(person), house)


def tables(chosen: Iterable[Story]) -> Pages:
    """Real captions and real sign-offs in the four ways in which stories hold them."""
    pool, dice = list(chosen), random.Random(3)
    lines = list(_photos())
    signs = [
        (row[0].replace(" ⏎ ", " "), tuple(filter(None, map(level, row[1].split(";")))))
        for row in _rows("bylines.tsv")
    ]
    for number in range(max(len(lines), len(signs))):
        (line, photo), sign = lines[number % len(lines)], signs[number % len(signs)]
        story = dice.choice(pool)
        for kind, blocks, signed in _holders(story, line, sign[0]):
            page = Page(blocks, story.title, story.lead, list(story.body))
            page.photos, page.sign_off = [photo], (signed, sign[1])
            yield f"real captions and sign-offs, {kind}", page


def _holders(
    story: Story, line: str, sign: str
) -> Iterator[tuple[str, list[tuple[str, str]], str]]:
    title, lead, body = story
    yield (
        "on lines of their own",
        [
            ("", title),
            ("", lead),
            ("", line),
            *(("", text) for text in body),
            ("", sign),
        ],
        sign,
    )
    text = " ".join((lead, line, *body))
    yield "sapo and body in one line", [("", title), ("", text), ("", sign)], sign
    text = " ".join((line, *body, sign))
    yield "body and sign-off in one line", [("", title), ("", lead), ("", text)], sign
    text = "".join((body[0], line, *body[1:], sign))
    yield "all glued", [("", title), ("", f"{lead}\n{text}")], sign


def read(pages: Iterable[tuple[str, Page]]) -> list[tuple[str, Outcome]]:
    """(kind, outcome) of each field of each page."""
    return [(kind, one) for kind, page in pages for one in page.outcomes()]


def _print(title: str, tallies: dict[str, Tally]) -> None:
    print(f"\n{title:58} cases  right %  unsure  silent  doubted")
    for name, sums in tallies.items():
        cases = sums.right + sums.listed + sums.silent
        misses = f"{sums.listed:7} {sums.silent:7}"
        print(f"{name:58} {cases:5} {sums.share:8.1f} {misses} {sums.doubted:8}")


def main() -> None:
    chosen = stories() or [OWN]
    pages = [*changed(chosen, each=2), *sites(chosen)]
    pages += tables(chosen) if len(chosen) > 1 else []
    outcomes = read(pages)
    kinds = (replace(one, field=kind) for kind, one in outcomes)
    _print("variation, all its fields", tally(kinds))
    _print("field, all variations", tally(one for _kind, one in outcomes))


if __name__ == "__main__":
    import django

    django.setup()
    main()
