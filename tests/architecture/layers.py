"""Words, nouns, verbs, doors: which module is what, and what each may import."""

import re
from pathlib import PurePosixPath

from tests.architecture.tree import Sources, module_named, module_of, references

# The first pattern that fits tells the layer. What is not named stands among the
# words, which may do least: a new verb fails until it has its line here.
LAYERS: dict[str, list[str]] = {
    "doors": [
        *("apps.py", "admin.py", "admin/*.py", "site.py", "urls.py", "views.py"),
        *("feeds.py", "sitemaps.py", "forms.py", "middleware.py", "editor.py"),
        *("login.py", "account.py", "notices.py"),
        *("management/__init__.py", "management/commands/*.py", "templatetags/*.py"),
        "newsroom/*.py",
    ],
    "nouns": ["models.py", "models/*.py", "migrations/*.py"],
    "verbs": [
        *("photos/describing.py", "photos/files.py", "photos/intake.py"),
        *("photos/integrity.py", "photos/renditions.py", "photos/sandbox.py"),
        *("photos/buckets.py", "photos/downloads.py", "photos/ingesting.py"),
        *("photos/stores.py", "photos/validity.py"),
        *("articles/fronts.py", "articles/lists.py", "articles/masthead.py"),
        *("articles/names.py", "articles/related.py", "articles/search.py"),
        *("articles/shelf.py", "desk/*.py", "desk/invariants/*.py"),
        *("wire/composing.py", "wire/importing.py", "demo/*.py"),
    ],
    "words": [
        *("newsroom/text/*.py", "formats/*/formats.py"),
        *("photos/*.py", "articles/*.py", "wire/*.py"),
        *("demo/scenes/*.py", "demo/paper/*.py"),
    ],
}
_RANKS = {"words": 0, "nouns": 1, "verbs": 2, "doors": 3}
_DJANGO_FOR_WORDS = re.compile(
    r"django\.utils\.translation(\..*)?"
    r"|django\.db\.models(\.(fields|functions|expressions|lookups)(\..*)?)?"
    r"|django\.db\.models\.(\w+Field|F|Q|Value|Func|Case|When)"
)


def layer_of(path: str) -> str:
    """Empty for a module that is in no line of the table."""
    for layer, patterns in LAYERS.items():
        if any(PurePosixPath(path).match(pattern) for pattern in patterns):
            return layer
    return ""


def without_a_layer(sources: Sources) -> list[str]:
    return [
        f"{path}:1: in no layer: name it in tests/architecture/layers.py"
        for path, source in sources.items()
        if source.strip() and not layer_of(path)
    ]


def against_the_layers(sources: Sources) -> list[str]:
    paths = {module_of(path): path for path in sources}
    faults = []
    for reference in references(sources):
        module = module_named(reference.target, set(paths))
        here = layer_of(reference.path)
        there = layer_of(paths[module]) if module else ""
        if here and there and reference.is_import and _RANKS[there] > _RANKS[here]:
            faults.append(f"{reference}: {here} may not import {module} ({there})")
    return faults


def django_in_words(sources: Sources) -> list[str]:
    return [
        f"{reference}: words may not import {reference.target}"
        for reference in references(sources)
        if layer_of(reference.path) == "words"
        and reference.target.startswith("django.")
        and not _DJANGO_FOR_WORDS.fullmatch(reference.target)
    ]
