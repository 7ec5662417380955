"""The body's markup told in words, for people who compare two texts."""

import re
from html import unescape

from django.utils.translation import gettext as _

# What a tag looks like in running text where it did not change.
_LAYOUT = {
    "li": "\n• ",
    "td": "\t",
    "th": "\t",
    **dict.fromkeys(["p", "h2", "h3", "br", "tr", "figcaption", "caption"], "\n"),
}
_INLINE = {"a", "em", "strong", "sub", "sup"}
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z0-9]+)(?P<attributes>[^>]*)>")
_ADDRESS = re.compile(r'(?:href|data-photo)="([^"]*)"')
_ALT = re.compile(r'data-alt="([^"]*)"')


def is_tag(token: str) -> bool:
    return len(token) > 2 and token[0] == "<" and token[-1] == ">"


def layout(tag: str) -> str:
    """The line break, bullet or gap that the tag makes."""
    match = _TAG.fullmatch(tag)
    return "" if match is None or match["end"] else _LAYOUT.get(match["name"], "")


def told(tag: str) -> str:
    """ "‹bold›", "‹/bold›", "‹link: https://example.vn›"; the end of a block is not."""
    match = _TAG.fullmatch(tag)
    if match is None or (match["end"] and match["name"] not in _INLINE):
        return ""
    name = _names().get(match["name"], match["name"])
    address = _ADDRESS.search(match["attributes"])
    detail = f": {unescape(address[1])}" if address else ""
    if alt := _ALT.search(match["attributes"]):
        detail += f" – {_('alternative text')}: {unescape(alt[1])}"
    return f"‹{match['end']}{name}{detail}›"


def _names() -> dict[str, str]:
    return {
        "a": _("link"),
        "aside": _("box"),
        "blockquote": _("quotation"),
        "br": _("line break"),
        "caption": _("caption"),
        "em": _("italics"),
        "figcaption": _("caption"),
        "figure": _("photo"),
        "h2": _("heading"),
        "h3": _("small heading"),
        "li": _("list item"),
        "ol": _("numbered list"),
        "p": _("paragraph"),
        "strong": _("bold"),
        "sub": _("subscript"),
        "sup": _("superscript"),
        "table": _("table"),
        "td": _("table cell"),
        "th": _("table heading"),
        "tr": _("table row"),
        "ul": _("list"),
    }
