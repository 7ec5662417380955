"""The demo's archive is days old: the desk's verbs are told a time for each act.

They ask desk.records.clock, so revisions, editions, audit and their chains all come to
hold the same invented time, and verify. What gates a printing still asks the
database's own clock. The audit's first entry of the demo says that it was done.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from desk import records


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Within it, the desk's clock says `moment`."""
    real = records.clock
    keepers = [
        module
        for name, module in list(sys.modules.items())
        if name.startswith("desk.") and getattr(module, "clock", None) is real
    ]
    for module in keepers:
        vars(module)["clock"] = lambda: moment
    try:
        yield
    finally:
        for module in keepers:
            vars(module)["clock"] = real
