"""The rooms and the one arrow; and who may know users."""

import ast
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter

from tests.architecture.tree import (
    ROOMS,
    Reference,
    Sources,
    module_named,
    module_of,
    nodes,
    references,
)

# A room may name what stands before it here, and itself.
ARROW = ["newsroom.text", "photos", "articles", "desk", "wire", "demo"]
KNOW_USERS = ("desk/", "wire/", "demo/", "newsroom/settings.py")
_USERS = {"AUTH_USER_MODEL", "get_user_model"}


def room_of(module: str) -> str:
    """Empty for a module that is not ours."""
    if module == "newsroom.text" or module.startswith("newsroom.text."):
        return "newsroom.text"
    first = module.partition(".")[0]
    return first if first in ROOMS else ""


def against_the_arrow(sources: Sources) -> list[str]:
    return [
        f"{reference}: {here} may not name {reference.target}"
        for reference in references(sources)
        if (here := room_of(module_of(reference.path))) and not _is_allowed(reference)
    ]


def _is_allowed(reference: Reference) -> bool:
    here, there = room_of(module_of(reference.path)), room_of(reference.target)
    if not there or here == there:
        return True
    if here == "newsroom":  # the roof names rooms as strings, so that it stands alone
        return there == "newsroom.text" or not reference.is_import
    if there == "newsroom":
        return False
    return ARROW.index(there) < ARROW.index(here)


def users_outside_the_desks(sources: Sources) -> list[str]:
    return [
        f"{path}:{node.lineno}: only the desks know users"
        for path, node in nodes(sources)
        if not path.startswith(KNOW_USERS) and _names_users(node)
    ]


def _names_users(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name in _USERS
        case ast.ImportFrom(module=str(module)):
            return module.startswith("django.contrib.auth")
        case ast.Import():
            return any(
                alias.name.startswith("django.contrib.auth") for alias in node.names
            )
        case ast.Constant(value=str(text)):
            return text.lower() in ("desk.user", "auth.user")
    return False


def rings(sources: Sources) -> list[str]:
    """The first ring of imports. AppConfig.ready may import its own room."""
    modules = {module_of(path) for path in sources}
    imports: dict[str, dict[str, Reference]] = defaultdict(dict)
    for reference in references(sources):
        here = module_of(reference.path)
        there = module_named(reference.target, modules)
        if reference.is_import and there and here != f"{room_of(there)}.apps":
            imports[here].setdefault(there, reference)
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        ring = error.args[1][::-1]
        return [f"{imports[ring[0]][ring[1]]}: a ring: {' -> '.join(ring)}"]
    return []
