"""A disk that fills up."""

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SMALL = 350 * 1024  # bytes


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """Writing more than `size` bytes to any file raises OSError."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def small_disk(settings, tmp_path: Path) -> Iterator[None]:
    """A MEDIA_ROOT with little room: a real disk for root, else a limit on files."""
    folder = tmp_path / "small"
    folder.mkdir()
    settings.MEDIA_ROOT = folder
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", str(folder)]
    if os.geteuid() == 0 and subprocess.run(mount, check=False).returncode == 0:
        yield
        subprocess.run(["umount", str(folder)], check=True)
    else:
        with no_file_longer_than(SMALL):
            yield
