"""The two stores of pictures, and what lies in them."""

from collections.abc import Iterator
from pathlib import Path

from django.core.files.storage import storages

from photos.addresses import EXTENSIONS, original_name, public_prefix, stem_of
from photos.stores import Store


def private() -> Store:
    """Originals and the desk's renditions: no address leads here."""
    return storages["private"]  # type: ignore[return-value]


def public() -> Store:
    """Renditions of what is printed; everything in it can be made again."""
    return storages["public"]  # type: ignore[return-value]


def original_of(sha256: str, kind: str) -> str:
    """The private name of an original of that format."""
    return original_name(sha256, EXTENSIONS[kind][0])


def public_files(public_key: str = "") -> Iterator[tuple[str, str]]:
    """(stem, name) of the public renditions: of one photo's key, or of all."""
    prefix = public_prefix(public_key) if public_key else ""
    for file in public().list(prefix):
        if stem := stem_of(file.name):
            yield stem, file.name


def strays() -> list[Path]:
    """What processes that died left unfinished."""
    return list(dict.fromkeys((*private().strays(), *public().strays())))
