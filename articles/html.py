"""The body's HTML: what may stand in it, and how it is put on a page.

One allowlist serves the sanitiser here and the editor's toolbar at the desk.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape, unescape
from urllib.parse import urlsplit

import nh3
from django.utils.translation import gettext as _

from articles.markup import BodyRefused, read
from newsroom.text.clean import clean, clean_line, without_controls

ALLOWED: dict[str, set[str]] = {
    "p": set(),
    "h2": set(),
    "h3": set(),
    "ul": set(),
    "ol": set(),
    "li": set(),
    "blockquote": set(),
    "strong": set(),
    "em": set(),
    "sub": set(),
    "sup": set(),
    "br": set(),
    "a": {"href"},
    "figure": {"class", "data-photo", "data-alt"},
    "figcaption": set(),
    "table": set(),
    "caption": set(),
    "thead": set(),
    "tbody": set(),
    "tr": set(),
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "aside": set(),
}

_INLINE = {"strong", "em", "sub", "sup", "a"}
_ROUNDS = 10  # of reading and writing, until nothing changes; four were the most seen
_SCHEMES = {"http", "https", "mailto", "tel"}
_VALUES = {
    "class": "photo",
    "data-alt": ".+",
    "data-photo": "[1-9][0-9]{0,17}",
    "colspan": "[1-9][0-9]?",
    "rowspan": "[1-9][0-9]?",
    "scope": "(row|col)(group)?",
}
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z0-9]+)[^>]*>")
_FIGURE = re.compile(
    r'<figure(?=[^>]*\sdata-photo="([0-9]{1,18})")[^>]*>(.*?)</figure>', re.DOTALL
)
_ALT = re.compile(r'\sdata-alt="([^"]*)"')
_QUOTES = str.maketrans("<>", "‹›")  # so that a tag ends at the first ">"
_FIGCAPTION = re.compile("</?figcaption>")
_SPACE = re.compile(r"(?:\s|&nbsp;)*")
_BESIDE = {"figure", "aside"}
_HEADINGS = {"h2", "h3"}
# NFC makes one letter of ">" and this stroke after it, and so destroys a tag.
_STROKE = "\u0338"
_AFTER_TAG = re.compile(">([^<]+)")


def is_safe_address(address: str) -> bool:
    """True for an absolute http(s), mailto or tel address and for /a/path here."""
    if re.search(r"[\s\\]", address):
        return False
    if address.startswith("/"):
        return not address.startswith("//")
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme in ("mailto", "tel"):
        return bool(parts.path)
    return parts.scheme in _SCHEMES and bool(parts.hostname)


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The value to keep. It is clean: nothing is taken out of it after the check."""
    value = clean_line(value)
    if name == "data-alt":
        value = value.translate(_QUOTES)
    if name == "href":
        address = value.replace(" ", "%20")
        return address if is_safe_address(address) else None
    return value if re.fullmatch(_VALUES[name], value) else None


_CLEANER = nh3.Cleaner(
    tags=set(ALLOWED),
    clean_content_tags=set(),
    attributes={tag: names for tag, names in ALLOWED.items() if names},
    attribute_filter=_attribute,
    url_schemes=_SCHEMES,
    link_rel=None,
)


class Sanitised(str):
    """Body HTML that sanitise() gave when it was stored."""


def sanitise(html: str) -> str:
    """Clean text and markup, with nothing outside ALLOWED. Raises BodyRefused.

    Idempotent: it is read and written until it stays as it is.
    """
    if isinstance(html, Sanitised):
        return str(html)
    html = without_controls(html)
    for _round in range(_ROUNDS):
        again = _written(_CLEANER.clean(read(html, ALLOWED)))
        if again == html:
            return html
        html = again
    raise BodyRefused(
        _("The markup of this text cannot be read: paste it as plain text.")
    )


def _written(html: str) -> str:
    """Clean, with a stroke after a tag spelled so that it stays apart."""

    def spelled(match: re.Match[str]) -> str:
        text = clean(match[1])
        if text.startswith(_STROKE):
            text = f"&#{ord(_STROKE)};{text[1:]}"
        return f">{text}"

    return clean(_AFTER_TAG.sub(spelled, html))


def from_paragraphs(paragraphs: Sequence[str], *, tag: str = "p") -> str:
    """Plain paragraphs as body HTML, or headings with another `tag`."""
    return "\n".join(
        f"<{tag}>{escape(text, quote=False)}</{tag}>" for text in paragraphs
    )


def figure(photo: int, caption: str) -> str:
    """A photo with its plain caption, as it stands in a body."""
    words = f"<figcaption>{escape(caption, quote=False)}</figcaption>"
    return f'<figure class="photo" data-photo="{photo}">{words}</figure>'


def plain(body: str) -> str:
    """The words of a sanitised body, each block on a line of its own."""

    def gap(match: re.Match[str]) -> str:
        return "" if match["name"] in _INLINE else "\n"

    lines = clean(unescape(_TAG.sub(gap, body))).split("\n")
    return "\n".join(filter(None, map(str.strip, lines)))


def photo_ids(body: str) -> list[int]:
    """The photos that stand in a sanitised body, in order."""
    return [int(match[1]) for match in _FIGURE.finditer(body)]


def blocks(body: str) -> list[str]:
    """What stands outermost in a sanitised body, each with its tags, in order."""
    return [body[start:end] for _name, start, end in _blocks(body)]


def assemble(
    body: str,
    *,
    dateline: str,
    end_mark: str,
    figure: Callable[[int, str, str], str],
) -> str:
    """The body as it stands on the page.

    The dateline opens the first paragraph, the end mark closes the last one, and
    each photo becomes what `figure(photo id, caption HTML, alternative text)` gives.
    Where the text does not begin or end with a paragraph, they get one of their own.
    """

    def printed(match: re.Match[str]) -> str:
        alt = _ALT.search(match[0], 0, match.start(2) - match.start())
        caption = _FIGCAPTION.sub("", match[2]).strip()
        return figure(int(match[1]), caption, unescape(alt[1]) if alt else "")

    if dateline:
        body = _opened(body, f'<span class="dateline">{escape(dateline, False)}</span>')
    if end_mark:
        body = _closed(body, f'<span class="end-mark">{escape(end_mark, False)}</span>')
    return _written(_FIGURE.sub(printed, body))


def _opened(body: str, opening: str) -> str:
    """Pictures, boxes and headings before the first paragraph stay before it."""
    for name, start, end in _blocks(body):
        if name in _BESIDE | _HEADINGS or not plain(body[start:end]):
            continue
        if name == "p":
            text = _SPACE.sub("", body[start + len("<p>") :], count=1)
            return f"{body[:start]}<p>{opening} {text}"
        return f"{body[:start]}<p>{opening}</p>\n{body[start:]}"
    return f"{body}\n<p>{opening}</p>".lstrip()


def _closed(body: str, closing: str) -> str:
    """Pictures and boxes after the last paragraph stay after it."""
    for name, start, end in reversed(list(_blocks(body))):
        if name in _BESIDE or not plain(body[start:end]):
            continue
        if name == "p":
            text = body[: end - len("</p>")].rstrip()
            return f"{text}{closing}</p>{body[end:]}"
        return f"{body[:end]}\n<p>{closing}</p>{body[end:]}"
    return f"{body}\n<p>{closing}</p>".lstrip()


def _blocks(body: str) -> Iterator[tuple[str, int, int]]:
    """Name, start and end of what stands outermost; bare text has no name."""
    depth = start = rest = 0
    for tag in _TAG.finditer(body):
        if depth == 0:
            start = tag.start()
            if body[rest:start].strip():
                yield "", rest, start
        if tag["name"] != "br":
            depth += -1 if tag["end"] else 1
        if depth == 0:
            rest = tag.end()
            yield tag["name"], start, rest
    if body[rest:].strip():
        yield "", rest, len(body)
