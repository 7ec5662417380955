"""The parent's side of photos.decoding: starts it, waits, reads its answer."""

import json
import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from photos import limits
from photos.iptc import Metadata
from photos.refusals import PhotoRefused, sentence

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


def decode(original: Path, rendition: Path, recipe: str) -> Decoded:
    """Decode all of `original`, and write its rendition into that file.

    Raises PhotoRefused; what is in `rendition` then means nothing.
    """
    answer = _ask(str(original.absolute()), str(rendition.absolute()), recipe)
    if "refused" in answer:
        log.info("picture refused: %s", answer)
        raise PhotoRefused(sentence(answer["refused"]))
    return Decoded(**answer)


def _ask(*words: str) -> dict[str, Any]:
    """What the child says. One that was killed said nothing: it met a limit."""
    try:
        child = subprocess.run(
            [*COMMAND, *words],
            cwd=_HOUSE,
            env={},  # no secret of ours
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.CLOCK,
            check=True,
        )
        answer: dict[str, Any] = json.loads(child.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        return {"refused": "costly", "detail": str(error)}
    return answer
