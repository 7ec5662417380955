"""The light marks of a story's text, as the HTML that a Copy takes.

A block stands between empty lines. It begins with "## " (a heading), "> " (a
quotation), "? " (a question), "- " or "1. " (lists), "| " (a table, its caption after
"|="), "!! " (a box), or "[scene] " (a picture); else it is a paragraph.
"""

import re
from collections.abc import Mapping
from html import escape

_NUMBERED = re.compile(r"\d+\. ")
_FIGURE = re.compile(r"\[(\w+)\] (.+)", re.DOTALL)


def body_of(text: str, photos: Mapping[str, int]) -> str:
    """The body; `photos` gives the number of each picture by its scene."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text)]
    return "\n".join(_block(block, photos) for block in blocks if block)


def scenes_in(text: str) -> list[str]:
    """The pictures that stand in the text, in order."""
    return [match[1] for match in map(_FIGURE.match, text.split("\n\n")) if match]


def _block(block: str, photos: Mapping[str, int]) -> str:
    if block.startswith("## "):
        return f"<h2>{_text(block[3:])}</h2>"
    if block.startswith("> "):
        return f"<blockquote><p>{_text(block[2:])}</p></blockquote>"
    if block.startswith("? "):
        return f"<p><strong>{_text(block[2:])}</strong></p>"
    if block.startswith("|"):
        return _table(block.splitlines())
    if block.startswith("!! "):
        title, _newline, rest = block[3:].partition("\n")
        return f"<aside><p><strong>{_text(title)}</strong></p>{_list(rest)}</aside>"
    if "\n" in block and (block.startswith("- ") or _NUMBERED.match(block)):
        return _list(block)
    figure = _FIGURE.fullmatch(block)
    if figure and figure[1] in photos:
        return (
            f'<figure class="photo" data-photo="{photos[figure[1]]}">'
            f"<figcaption>{_text(figure[2])}</figcaption></figure>"
        )
    return f"<p>{_text(block)}</p>"


def _list(text: str) -> str:
    lines = text.splitlines()
    kind = "ol" if _NUMBERED.match(lines[0]) else "ul"
    items = (_NUMBERED.sub("", line, count=1).removeprefix("- ") for line in lines)
    return f"<{kind}>{''.join(f'<li>{_text(item)}</li>' for item in items)}</{kind}>"


def _table(lines: list[str]) -> str:
    caption = ""
    if lines[0].startswith("|="):
        caption = f"<caption>{_text(lines[0][2:])}</caption>"
        lines = lines[1:]
    head, *rows = (_cells(line) for line in lines)
    top = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table>{caption}<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _text(text: str) -> str:
    return escape(" ".join(text.split()), quote=False)
