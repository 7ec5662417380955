"""The body on a page: its figures, and who is named below them."""

from collections.abc import Iterable, Mapping
from html import escape

from articles.cards import Item, Person
from articles.html import assemble, plain
from articles.pictures import Image, image_of
from articles.printed import Printed, PrintedPicture
from photos.credits import parse

_MEASURE, _TALLEST = 40.5, 38  # rem: as static/css/site.css sets a picture in a text


def body_html(printed: Printed, *, base_url: str) -> str:
    """The body with dateline, end mark and figures. A photo not printed is left out."""

    def figure(photo: int, caption: str, alt: str) -> str:
        picture = printed.picture(photo)
        return _figure(picture, caption.strip(), alt, base_url) if picture else ""

    copy = printed.copy
    return assemble(
        copy.body, dateline=copy.dateline, end_mark=copy.end_mark, figure=figure
    )


def _figure(picture: PrintedPicture, caption: str, alt: str, base_url: str) -> str:
    """`caption` is sanitised HTML; everything else is escaped here."""
    words = " ".join(plain(caption).split())
    image = image_of(picture, base_url, alt=alt, caption=words)
    caption = caption if words else escape(image.caption)
    credit = _credit_html(escape(image.credit)) if image.credit else ""
    parts = [part for part in (caption, credit) if part]
    foot = f"<figcaption>{' '.join(parts)}</figcaption>" if parts else ""
    return f'<figure class="photo">{_picture(image)}{foot}</figure>'


def _picture(image: Image) -> str:
    whole = image.whole
    across = min(_MEASURE, _TALLEST * whole.width / whole.height)
    sizes = f"(min-width: 43.5rem) {across:.4g}rem, calc(100vw - 2rem)"
    source = (
        f'<source type="image/avif" srcset="{escape(whole.avif)}" sizes="{sizes}">'
        if whole.avif
        else ""
    )
    return (
        f'<picture>{source}<img src="{escape(whole.src)}" srcset="{escape(whole.jpeg)}"'
        f' sizes="{sizes}" width="{whole.width}" height="{whole.height}"'
        f' alt="{escape(image.alt)}" loading="lazy" decoding="async"></picture>'
    )


def credit_parts(credit: str, people: Mapping[str, Person]) -> list[Item]:
    """The credit line in pieces; a photographer who is an author leads somewhere."""
    parts: list[Item] = []
    rest = credit
    for name in parse(credit).photographers if people else ():
        before, found, after = rest.partition(name)
        if found and name in people:
            parts += [Item(before), Item(name, people[name].address)]
            rest = after
    return [part for part in (*parts, Item(rest)) if part.name]


def with_linked_credits(
    html: str, credits: Iterable[str], people: Mapping[str, Person]
) -> str:
    """What body_html() gave, with the names in these credit lines linked."""
    for credit in credits:
        parts = credit_parts(credit, people)
        if any(part.address for part in parts):
            linked = "".join(map(_part_html, parts))
            html = html.replace(_credit_html(escape(credit)), _credit_html(linked))
    return html


def _credit_html(credit: str) -> str:
    """`credit` is escaped already."""
    return f'<span class="credit">{credit}</span>'


def _part_html(part: Item) -> str:
    name = escape(part.name)
    return f'<a href="{escape(part.address)}">{name}</a>' if part.address else name
