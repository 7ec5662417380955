"""Foreign markup, written in one way before anybody builds a tree of it.

A tree costs time and memory by its depth and by the attributes that are dropped
later. So what is open is counted here, and only what may stay is handed on.
"""

import re
from collections import Counter
from html import unescape

from django.utils.translation import gettext as _

MAX_LENGTH = 1_000_000  # characters
MAX_DEPTH = 100  # tags inside one another
MAX_SIGNS = 50_000  # "&" and fixed spaces: nh3's time grows with their square

_MARKUP = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"  # a comment
    r"|<(?P<content>script|style)(?=[\s/>]).*?(?:</(?P=content)\b[^>]*>|\Z)"
    r"|<(?:[!?]|/(?![a-z]))[^<>]*>"  # a declaration
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/<>]*)"
    r"(?P<attributes>(?:=\s*\"[^\"]*\"|=\s*'[^']*'|[^<>])*+)>"
    r"|<",
    re.ASCII | re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"(?<![\w-])([\w-]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.ASCII
)
# These close one another, or stand in a table: alone they make no tree deep.
_SHALLOW = {"a", "p", "li", "br", "tr", "td", "th", "thead", "tbody", "caption"}
# Tags not kept that begin a line: without a sign the words would be glued.
_LINES = re.compile(
    "address|article|center|d[dlt]|div|footer|form|h[1-6r]|header|main|nav|pre|section"
)


class BodyRefused(ValueError):
    """The body cannot be cleaned safely; the text says why and what to do."""


def read(html: str, allowed: dict[str, set[str]]) -> str:
    """The same text, with only `allowed` tags and attributes. Raises BodyRefused.

    Values are as they were, and what is open at the end is left open.
    """
    if len(html) > MAX_LENGTH:
        raise BodyRefused(
            _(
                "The text has %(length)d characters, at most %(longest)d are possible:"
                " make several stories of it."
            )
            % {"length": len(html), "longest": MAX_LENGTH}
        )
    written = _MARKUP.sub(_Reader(allowed).tag, html)
    text = unescape(written)
    if text.count("&") + text.count("\xa0") > MAX_SIGNS:
        raise BodyRefused(
            _(
                "The text has more than %(most)d fixed spaces or signs “&”: make"
                " several stories of it."
            )
            % {"most": MAX_SIGNS}
        )
    return written


class _Reader:
    def __init__(self, allowed: dict[str, set[str]]) -> None:
        self.allowed = allowed
        self.open: Counter[str] = Counter()
        self.around: list[Counter[str]] = [Counter()]  # what each open table stands in

    def tag(self, match: re.Match[str]) -> str:
        if match[0] == "<":
            return "&lt;"
        name = (match["name"] or "").lower()
        if name not in self.allowed:
            return "\n" if _LINES.fullmatch(name) else ""
        if match["end"]:
            self._close(name)
            return f"</{name}>"
        if name == "figure" and self.open[name]:
            return ""
        if name not in _SHALLOW:
            self._open(name)
        return f"<{name}{self._attributes(name, match['attributes'])}>"

    def _open(self, name: str) -> None:
        if name == "table":
            self.around.append(self.open.copy())
        self.open[name] += 1
        if self.open.total() > MAX_DEPTH:
            raise BodyRefused(
                _(
                    "The text has more than %(deepest)d tags inside one another: paste"
                    " it as plain text."
                )
                % {"deepest": MAX_DEPTH}
            )

    def _close(self, name: str) -> None:
        """An end tag closes nothing outside of its own table."""
        if name == "table" and len(self.around) > 1:
            self.open = self.around.pop()
        elif self.open[name] > self.around[-1][name]:
            self.open[name] -= 1

    def _attributes(self, name: str, written: str) -> str:
        kept: dict[str, str] = {}
        for key, *values in _ATTRIBUTE.findall(written) if self.allowed[name] else ():
            if key.lower() in self.allowed[name]:
                kept.setdefault(key.lower(), "".join(values))
        return "".join(
            f' {key}="{value.replace(chr(34), "&quot;")}"'
            for key, value in kept.items()
        )
