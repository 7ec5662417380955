"""Everything editors see is registered here, on the one site."""

from desk.admin import agencies, paper, people, photos, records, stories  # noqa: F401
