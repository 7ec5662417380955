"""The parent's side of photos.decoding: starts it, waits, reads its answer."""

import json
import logging
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from photos import limits
from photos.addresses import Crop
from photos.iptc import Metadata
from photos.refusals import PhotoRefused, sentence
from photos.stores import Workspace

COMMAND = (sys.executable, "-E", "-s", "-m", "photos.decoding")
_HOUSE = Path(__file__).resolve().parent.parent

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Decoded:
    """What a picture turned out to be. Sizes in pixels, upright."""

    format: str
    width: int
    height: int
    metadata: Metadata


def decode(original: Path, work: Workspace) -> Decoded:
    """Decode all of a new picture, and write what intake makes of it, by recipe.

    Raises PhotoRefused; what is in the workspace then means nothing.
    """
    return Decoded(**_ask(original, work))


def make(
    original: Path, work: Workspace, *, crops: Iterable[Crop], recipes: Iterable[str]
) -> None:
    """Write these of a picture that was taken in before. Raises PhotoRefused."""
    wanted = {"crops": list(crops), "recipes": list(recipes)}
    _ask(original, work, json.dumps(wanted))


def _ask(original: Path, work: Workspace, *words: str) -> dict[str, Any]:
    """What the child says. One that was killed said nothing: it met a limit."""
    try:
        child = subprocess.run(
            [*COMMAND, str(original.absolute()), str(work.path.absolute()), *words],
            cwd=_HOUSE,
            env={},  # no secret of ours
            pass_fds=[work.lock],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.CLOCK,
            check=True,
        )
        answer: dict[str, Any] = json.loads(child.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        answer = {"refused": "costly", "detail": str(error)}
    if "refused" in answer:
        log.info("picture refused: %s", answer)
        raise PhotoRefused(sentence(answer["refused"]))
    return answer
