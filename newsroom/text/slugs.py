"""Slugs as Vietnamese newspapers write them."""

import re

from newsroom.text.fold import fold

# Signs inside a word or number that real sites delete: "5.000" is 5000, GD&ĐT gddt.
_INSIDE = re.compile(r"""(?<=\S)[.,%&'’‘"“”`!?:;*#@$^~|\\<>=+°](?=\S)""")
_SEPARATORS = re.compile(r"[^a-z0-9]+")


def slugify(text: str, max_length: int = 80) -> str:
    """ASCII letters, digits and single hyphens, at most `max_length`; may be empty."""
    words = _INSIDE.sub("", fold(text))
    slug = _SEPARATORS.sub("-", words).strip("-")
    if len(slug) <= max_length:
        return slug
    return slug[: max_length + 1].rpartition("-")[0] or slug[:max_length]
