"""Sizes, names, signals, save(), and what may not stand in a template."""

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.architecture.layers import layer_of
from tests.architecture.tree import Sources, is_migration, nodes, references

FILE_LINES = 250
FUNCTION_LINES = 40
# What may be longer, and why.
EXEMPT = {
    "newsroom/settings.py": "all settings in one file, read from the top",
    "desk/models/stories.py": "the parts of a story are seen together",
}
# A drawing is a list of strokes, read from the top; it has no parts to take out.
DRAWINGS = "demo/scenes/"
VAGUE = {
    *("util", "utils", "helper", "helpers", "common", "misc", "service", "services"),
    *("mixin", "mixins"),
}
_INLINE = re.compile(
    r"<style\b|<script\b(?![^>]*\ssrc=)|\s(?:on[a-z]+|style)\s*=|javascript:"
    r"|{%\s*autoescape\s+off",
    re.IGNORECASE,
)
_SAFE = re.compile(r"\|\s*safe(?:seq)?\b")


def too_long(sources: Sources) -> list[str]:
    written = {
        path: source
        for path, source in sources.items()
        if not is_migration(path)
        and path not in EXEMPT
        and not path.startswith(DRAWINGS)
    }
    files = [
        f"{path}:1: {lines} lines, at most {FILE_LINES}"
        for path, source in written.items()
        if (lines := len(source.splitlines())) > FILE_LINES
    ]
    return files + [
        f"{path}:{node.lineno}: {node.name}(): {lines} lines, at most {FUNCTION_LINES}"
        for path, node in nodes(written)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES
    ]


def vague_names(sources: Sources) -> list[str]:
    return [
        f"{path}:1: name it by its duty"
        for path in sources
        if VAGUE & {*PurePosixPath(path).with_suffix("").parts}
    ]


def signals(sources: Sources) -> list[str]:
    """django.dispatch is for signals too; only post_migrate is used."""
    return [
        f"{reference}: {reference.target}: a verb says what follows from what"
        for reference in references(sources)
        if reference.is_import
        and re.match(r"django\.(dispatch|.*\bsignals)\b", reference.target)
        and reference.target != "django.db.models.signals.post_migrate"
    ]


def save_overrides(sources: Sources) -> list[str]:
    return [
        f"{path}:{method.lineno}: {node.name}.{method.name}(): bulk writes miss it"
        for path, node in nodes(sources)
        if isinstance(node, ast.ClassDef) and layer_of(path) == "nouns"
        for method in node.body
        if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef)
        and method.name in ("save", "asave", "save_base", "delete", "adelete")
    ]


def _places(templates: Sources, pattern: re.Pattern[str]) -> Iterator[str]:
    for path, source in templates.items():
        for match in pattern.finditer(source):
            yield f"{path}:{source.count(chr(10), 0, match.start()) + 1}"


def inline_code(templates: Sources) -> list[str]:
    places = _places(templates, _INLINE)
    return [f"{place}: the policy forbids inline script and style" for place in places]


def safe_places(templates: Sources) -> list[str]:
    """Every place that takes text for markup; there is to be one."""
    return list(_places(templates, _SAFE))
