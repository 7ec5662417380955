"""Fields of frozen records: cleaned and checked when made, read back strictly."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, TypeVar

from newsroom.text.clean import clean_line

LARGEST = 2**63 - 1  # the greatest number that a database column holds

Row = TypeVar("Row")


def keep(record: object, **values: object) -> None:
    """Set fields of a frozen record while it is being made."""
    for name, value in values.items():
        object.__setattr__(record, name, value)


def text_of(record: object, name: str) -> str:
    """Raises TypeError when the field is no text."""
    text = getattr(record, name)
    if not isinstance(text, str):
        raise TypeError(f"{name} must be text, not {text!r:.80}")
    return text


def clean_lines(record: object, *names: str) -> None:
    """Clean these fields, each a line of text. Raises TypeError."""
    for name in names:
        keep(record, **{name: clean_line(text_of(record, name))})


def check_number(number: Any, name: str, *, least: int = 1) -> None:
    """Raises TypeError for what is no whole number, ValueError for one out of range."""
    if type(number) is not int:
        raise TypeError(f"{name} must be a whole number, not {number!r:.80}")
    if not least <= number <= LARGEST:
        raise ValueError(f"{name} must be from {least} to {LARGEST}, not {number}")


def rows_of(kind: type[Row], rows: Iterable[Any], name: str) -> tuple[Row, ...]:
    """The rows as a tuple. Raises TypeError when one is of another kind."""
    rows = tuple(rows)
    for row in rows:
        if not isinstance(row, kind):
            raise TypeError(f"{name} must hold {kind.__name__}, not {row!r:.80}")
    return rows


def fields_of(kind: type, data: Any) -> dict[str, Any]:
    """`data` as it is. Raises ValueError unless it has exactly the fields of `kind`."""
    expected = {item.name for item in fields(kind)}
    if not isinstance(data, dict) or set(data) != expected:
        raise ValueError(f"{kind.__name__} is not {data!r:.80}")
    return data
