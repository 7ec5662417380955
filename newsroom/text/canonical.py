"""Canonical JSON and its digest: the bytes that every hash of ours covers."""

import hashlib
import json
from typing import Any


def canonical(data: Any) -> str:
    """JSON whose bytes depend on the values alone: sorted keys, no white space.

    Raises ValueError for a float, whose digits differ between writers, and for a key
    that is no text, which JSON would turn into some.
    """
    _refuse_ambiguous(data)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _refuse_ambiguous(data: Any) -> None:
    if isinstance(data, float):
        raise ValueError("canonical JSON holds no floats")
    if isinstance(data, dict):
        if not all(isinstance(key, str) for key in data):
            raise ValueError("canonical JSON has only text for keys")
        data = list(data.values())
    if isinstance(data, list | tuple):
        for value in data:
            _refuse_ambiguous(value)


def digest(text: str) -> str:
    """SHA-256 of the UTF-8 bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()
