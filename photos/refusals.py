"""Why a picture was refused, in words that say what to do."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from photos import limits

log = logging.getLogger(__name__)


class Unreachable(OSError):
    """A store elsewhere does not answer, or not as it should."""


class PhotoRefused(Exception):
    """A picture cannot be used; the text says why and what to do."""


@contextmanager
def storing() -> Iterator[None]:
    """A full or broken disk refuses the picture, whatever step notices it; and so does
    a store elsewhere that cannot be reached."""
    try:
        yield
    except Unreachable as error:
        log.warning("picture store: %s", error)
        raise PhotoRefused(sentence("store")) from error
    except OSError as error:
        raise PhotoRefused(sentence("disk")) from error


def sentence(reason: str) -> str:
    """One of photos.decoding.REASONS in a sentence."""
    million = limits.PIXELS // 1_000_000
    return {
        "unknown": _(
            "This file is not a picture that can be used: save it as JPEG, PNG, WebP,"
            " GIF, TIFF or AVIF."
        ),
        "broken": _(
            "This picture is damaged or incomplete: export it again from the original."
        ),
        "pixels": _(
            "This picture has more than %(number)d million pixels: export it smaller."
        )
        % {"number": million},
        "frames": _("This picture has more than %(number)d frames: export one of them.")
        % {"number": limits.FRAMES},
        "depth": _("This picture has 32 bits a channel: export it with 8 or 16."),
        "costly": _(
            "This picture takes too much memory or time to read: export it as a"
            " smaller JPEG."
        ),
        "wordless": _(
            "No words can be written into this file: hand out the original as it is."
        ),
        "missing": _("The original of this picture is missing: take it in again."),
        "store": _(
            "The store of pictures does not answer: try again in a few minutes, and"
            " tell the administrator if it goes on."
        ),
        "disk": _(
            "There is no room for this picture, or no right to write it: tell the"
            " administrator."
        ),
    }[reason]
