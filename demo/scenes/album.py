"""All scenes by name, and each as a JPEG. Knows no Django: other processes call it."""

import io
from collections.abc import Callable

from demo.scenes import (
    beach,
    city,
    coast,
    crops,
    faraway,
    fields,
    graphics,
    heights,
    inside,
    library,
    maps,
    quiet,
    races,
    rivers,
    sport,
    stage,
    street,
    traffic,
    work,
)
from demo.scenes.canvas import Canvas
from demo.scenes.light import finish

_FOLDERS = (
    *(fields, crops, coast, beach, rivers, quiet, city, traffic, street, inside),
    *(library, work, stage, sport, races, heights, graphics, maps, faraway),
)
SCENES: dict[str, Callable[[Canvas], None]] = {
    scene.__name__: scene for folder in _FOLDERS for scene in folder.SCENES
}


def jpeg(name: str, scale: float = 1.0) -> bytes:
    """The scene, 1600 x 1067 pixels at scale 1. Raises KeyError for no scene."""
    canvas = Canvas(name, scale=scale)
    SCENES[name](canvas)
    buffer = io.BytesIO()
    finish(canvas).save(buffer, "JPEG", quality=90, optimize=True)
    return buffer.getvalue()
