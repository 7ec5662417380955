"""On which screens a journey is made."""

import os
from typing import Any

from django.db import connection


def screens(small: Any, large: Any) -> list[Any]:
    """The small one with SQLite, the large one with PostgreSQL.

    With PROOF=1 both with both: `make proof` does so.
    """
    if os.environ.get("PROOF"):
        return [small, large]
    return [large if connection.vendor == "postgresql" else small]
