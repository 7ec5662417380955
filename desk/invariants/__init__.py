"""What must always hold, checked: I1 to I11 of the house's rules, as far as they exist.

Each check asks the database and the disk, changes nothing, holds a bounded part of the
archive in memory, and gives a sentence for each violation it finds.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desk.invariants import chains, pictures, printed, texts, working

CHECKS: dict[str, tuple[Callable[[], Iterator[str]], ...]] = {
    "I1": (printed.before_embargo,),
    "I2": (printed.edition_numbers,),
    "I3": (printed.public_text, printed.approvals),
    "I4": (chains.revisions, chains.editions, chains.audit),
    "I5": (chains.audited_changes,),
    "I6": (pictures.originals, pictures.public_files_of_articles, pictures.abandoned),
    "I7": (pictures.public_metadata,),
    "I8": (printed.projections, printed.edition_photos),
    "I9": (working.undelivered,),
    "I10": (working.stuck,),
    "I11": (texts.unclean,),
}


@dataclass(frozen=True)
class Violation:
    """`code` is a key of CHECKS; `text` says what is wrong, and where."""

    code: str
    text: str


def violations() -> Iterator[Violation]:
    for code, checks in CHECKS.items():
        for check in checks:
            for text in check():
                yield Violation(code, text)
