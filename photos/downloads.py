"""What is handed out of an original: a copy that says what the desk says of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from photos.correcting import corrected
from photos.files import original_of, private
from photos.models import Photo
from photos.refusals import PhotoRefused, sentence, storing
from photos.renditions import embedded


@contextmanager
def corrected_copy(photo: Photo) -> Iterator[Path]:
    """A file of this machine, gone at the end: the original's picture, bit for bit,
    with the photo's caption, creators, credit, copyright and licence.

    The original stays as it came. Raises PhotoRefused.
    """
    with storing(), private().workspace() as work:
        try:
            data = private().read(original_of(photo.sha256, photo.format))
        except FileNotFoundError as error:
            raise PhotoRefused(sentence("missing")) from error
        try:
            made = corrected(data, photo.format, embedded(photo))
        except ValueError as error:
            raise PhotoRefused(sentence("wordless")) from error
        path = work.path / "corrected"
        path.write_bytes(made)
        yield path
