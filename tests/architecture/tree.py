"""The tree as {path: source}, and everything that a source refers to."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("newsroom", "photos", "articles", "desk", "wire", "demo")

Sources = dict[str, str]

_NAMED = re.compile(rf"(?:{'|'.join(ROOMS)})(?:\.\w+)+")  # "desk.Story", "desk.urls"
_NAMING = {
    *("get_model", "get_app_config", "is_installed"),
    *("import_module", "__import__", "import_string"),
}


@dataclass(frozen=True)
class Reference:
    """One place that names a module or something in it, by import or by a string."""

    path: str
    line: int
    target: str
    is_import: bool

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


def sources() -> Sources:
    """Every Python file of every room."""
    return _read(path for room in ROOMS for path in ROOT.glob(f"{room}/**/*.py"))


def templates() -> Sources:
    folders = ("", *(f"{room}/" for room in ROOMS))
    return _read(
        path for folder in folders for path in ROOT.glob(f"{folder}templates/**/*.html")
    )


def _read(paths: Iterable[Path]) -> Sources:
    return {
        path.relative_to(ROOT).as_posix(): path.read_text() for path in sorted(paths)
    }


def is_migration(path: str) -> bool:
    return PurePosixPath(path).match("migrations/*.py")


def module_of(path: str) -> str:
    """ "desk/models/__init__.py" is desk.models"""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def module_named(target: str, modules: set[str]) -> str | None:
    """The module that `target` is, or is in."""
    while target and target not in modules:
        target = target.rpartition(".")[0]
    return target or None


def nodes(sources: Sources) -> Iterator[tuple[str, ast.AST]]:
    """Every node of every file, inside functions and under TYPE_CHECKING too."""
    for path, source in sources.items():
        for node in _nodes(source):
            yield path, node


@cache
def _nodes(source: str) -> tuple[ast.AST, ...]:
    """Every rule asks for the same ones."""
    return tuple(ast.walk(ast.parse(source)))


def references(sources: Sources) -> Iterator[Reference]:
    for path, node in nodes(sources):
        for target in _imported(path, node):
            yield Reference(path, node.lineno, target, is_import=True)
        for text in _strings(node):
            yield Reference(path, node.lineno, text, is_import=False)


def _imported(path: str, node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        above = path.split("/")[: -node.level] if node.level else []
        base = ".".join([*above, *([node.module] if node.module else [])])
        yield from (f"{base}.{alias.name}" for alias in node.names)


def _strings(node: ast.AST) -> Iterator[str]:
    """A string that names something of ours, or a whole room to get it by."""
    match node:
        case ast.Constant(value=str(text)) if _NAMED.fullmatch(text):
            yield text
        case ast.Call(
            func=ast.Name(id=name) | ast.Attribute(attr=name), args=arguments
        ):
            values = {getattr(argument, "value", "") for argument in arguments}
            yield from (room for room in ROOMS if name in _NAMING and room in values)
