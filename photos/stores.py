"""Where files are kept: under their names only when they are whole.

What is unfinished lies in a workspace, a locked folder of this machine. When a process
dies its lock goes with it, and whoever finds the folder unlocked may remove it.
"""

import fcntl
import os
import secrets
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

PART = ".part-"  # how the name of every workspace begins


@dataclass(frozen=True)
class Stored:
    """A finished file: its name in the store, bytes, and Unix time of writing."""

    name: str
    size: int
    written_at: float


@dataclass(frozen=True)
class Workspace:
    """A folder of one's own. A child process that is given `lock` keeps it locked."""

    path: Path
    lock: int


class Store(ABC):
    """Names are relative, with slashes. Every method may raise OSError."""

    @property
    @abstractmethod
    def scratch(self) -> Path:
        """The folder of workspaces."""

    @abstractmethod
    def place(self, files: Mapping[str, Path]) -> None:
        """Keep these files under these names, each in all or not at all.

        The paths are of a workspace, and may be gone afterwards.
        """

    @abstractmethod
    def local(self, name: str) -> AbstractContextManager[Path]:
        """The file as one of this machine. Raises FileNotFoundError."""

    @abstractmethod
    def list(self, prefix: str = "") -> Iterator[Stored]:
        """Every finished file whose name begins so."""

    @abstractmethod
    def remove(self, names: Iterable[str]) -> None:
        """Remove files that may be gone already, and see that they stay away."""

    def read(self, name: str) -> bytes:
        with self.local(name) as path:
            return path.read_bytes()

    @abstractmethod
    def find(self, name: str) -> Stored | None:
        """None when there is no such file."""

    def sizes(self, names: Iterable[str]) -> dict[str, int]:
        """Bytes of those of these files that are there."""
        found = map(self.find, names)
        return {file.name: file.size for file in found if file}

    @contextmanager
    def workspace(self) -> Iterator[Workspace]:
        """An empty one, removed at the end with what is still in it."""
        path, lock = _locked_folder(self.scratch)
        try:
            yield Workspace(path, lock)
        finally:
            shutil.rmtree(path, ignore_errors=True)
            os.close(lock)

    def strays(self) -> Iterator[Path]:
        """Workspaces of processes that died."""
        for path in sorted(self.scratch.glob(f"{PART}*")):
            with _unlocked(path) as is_stray:
                if is_stray:
                    yield path


class Folder(Store):
    """A folder below MEDIA_ROOT, which is read at every call."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    @property
    def root(self) -> Path:
        return Path(settings.MEDIA_ROOT) / self._folder

    @property
    def scratch(self) -> Path:
        return self.root

    def place(self, files: Mapping[str, Path]) -> None:
        """A power cut leaves all of a file or nothing; the other files with it."""
        for path in files.values():
            path.chmod(0o640)
            _sync(path)
        folders = set()
        for name, path in files.items():
            target = self.root / name
            make_folder(target.parent)
            path.replace(target)
            folders.add(target.parent)
        for folder in folders:
            _sync(folder)

    @contextmanager
    def local(self, name: str) -> Iterator[Path]:
        path = self.root / name
        if not path.is_file():
            raise FileNotFoundError(name)
        yield path

    def list(self, prefix: str = "") -> Iterator[Stored]:
        above, _slash, start = prefix.rpartition("/")
        for path in _files_below(self.root / above, start):
            if file := self.find(path.relative_to(self.root).as_posix()):
                yield file

    def find(self, name: str) -> Stored | None:
        try:
            found = (self.root / name).stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return Stored(name, found.st_size, found.st_mtime)

    def remove(self, names: Iterable[str]) -> None:
        targets = [self.root / name for name in names]
        for target in targets:
            target.unlink(missing_ok=True)
        for folder in {target.parent for target in targets}:
            if folder.is_dir():
                _sync(folder)


def make_folder(folder: Path) -> None:
    """The folder and those above it, not for everybody; a power cut keeps them."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o750, exist_ok=True)
    _sync(folder.parent)


def _files_below(folder: Path, start: str = "") -> Iterator[Path]:
    """Those whose path in the folder begins so; no workspace."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith(start) or entry.name.startswith(PART):
                continue
            if entry.is_dir():
                yield from _files_below(Path(entry.path))
            else:
                yield Path(entry.path)


def remove_stray(path: Path) -> None:
    """Remove a workspace, unless its process lives."""
    with _unlocked(path) as is_stray:
        if is_stray and path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif is_stray:
            path.unlink(missing_ok=True)


def _locked_folder(root: Path) -> tuple[Path, int]:
    make_folder(root)
    while True:
        path = root / f"{PART}{secrets.token_hex(16)}"
        path.mkdir(mode=0o750)
        with suppress(FileNotFoundError):
            lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
            fcntl.flock(lock, fcntl.LOCK_EX)
            if path.exists():  # nobody swept it before it was locked
                return path, lock
            os.close(lock)


@contextmanager
def _unlocked(path: Path) -> Iterator[bool]:
    """Whether nobody holds the lock; nobody gets it meanwhile."""
    try:
        lock = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        yield False
        return
    is_free = True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        is_free = False
    try:
        yield is_free
    finally:
        os.close(lock)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
