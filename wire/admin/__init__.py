"""The wire room: what came in, and the page where a dispatch is pasted."""

from wire.admin import items  # noqa: F401
