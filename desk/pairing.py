"""Which of the blocks that went is which of those that came, in order on both sides."""

from collections.abc import Callable, Sequence
from typing import TypeVar

ALIKE = 0.4  # the least likeness of two blocks that are one, changed
MOST_PAIRS = 400_000  # beyond, nothing is paired
BAND = 15  # how far from its place a block is looked for when there are many
FEW = 60  # blocks of one side, up to which all are weighed against all

Item = TypeVar("Item")
Pair = tuple[Item | None, Item | None]


def pairs(
    old: Sequence[Item],
    new: Sequence[Item],
    likeness: Callable[[Item, Item], float],
) -> list[Pair[Item]]:
    """Every item of both sides once, alone or with the one it is most like (0 to 1)."""
    if len(old) * len(new) > MOST_PAIRS:
        return [*((item, None) for item in old), *((None, item) for item in new)]
    best = _table(old, new, likeness)
    found: list[Pair[Item]] = []
    i, j = 0, 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            found.append((old[i], None))
            i += 1
        elif best[i][j] == best[i][j + 1]:
            found.append((None, new[j]))
            j += 1
        else:
            found.append((old[i], new[j]))
            i, j = i + 1, j + 1
    rest: list[Pair[Item]] = [(item, None) for item in old[i:]]
    return [*found, *rest, *((None, item) for item in new[j:])]


def _table(
    old: Sequence[Item],
    new: Sequence[Item],
    likeness: Callable[[Item, Item], float],
) -> list[list[float]]:
    """[i][j]: the most likeness that old[i:] and new[j:] can have, paired in order."""
    longest = max(len(old), len(new))
    best = [[0.0] * (len(new) + 1) for _row in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        row, below = best[i], best[i + 1]
        for j in reversed(range(len(new))):
            row[j] = max(below[j], row[j + 1])
            distance = abs(i * len(new) - j * len(old)) / longest
            if longest <= FEW or distance <= BAND:
                alike = likeness(old[i], new[j])
                if alike >= ALIKE:
                    row[j] = max(row[j], alike + below[j + 1])
    return best
