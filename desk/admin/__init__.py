"""Everything editors see is registered here, on the one site."""

from desk.admin import paper, people, photos, records, stories  # noqa: F401
