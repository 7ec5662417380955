"""Everything editors see is registered here, on the one site."""

from desk.admin import editorial, paper, people  # noqa: F401
