"""A crawl of the admin: every page that links lead to, and the words on each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qs, urljoin, urlsplit

from django.apps import apps
from django.test import Client
from django.urls import Resolver404, resolve

from articles.columns import HTMLField
from desk.models import User
from newsroom.text.columns import CleanCharField, CleanTextField

SAMPLES = 2  # pages of one kind: the same view asked for the same parameters
_SILENT = {"script", "style", "pre", "code", "textarea", "svg", "template"}
_SPOKEN = {"title", "placeholder", "aria-label", "alt", "label"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
_VOID |= {"source", "track", "wbr"}


class Reader(HTMLParser):
    """What a page says: its text, its spoken attributes, and where it leads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.silent: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self.silent.append(tag)
        self.words += [values[name] for name in _SPOKEN & set(values)]
        if tag == "input" and values.get("type") in ("submit", "button", "reset"):
            self.words.append(values.get("value", ""))
        if tag == "a" and "href" in values:
            self.links.append(values["href"])

    def handle_endtag(self, tag: str) -> None:
        if self.silent and tag == self.silent[-1]:
            self.silent.pop()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)


@dataclass
class Crawl:
    """Follows links from page to page, SAMPLES of each kind."""

    client: Client
    pages: dict[str, Reader] = field(default_factory=dict)
    kinds: dict[tuple, int] = field(default_factory=dict)

    def visit(self, *starts: str) -> "Crawl":
        waiting = list(starts)
        while waiting:
            address = waiting.pop(0)
            if address in self.pages or not self._is_wanted(address):
                continue
            answer = self.client.get(address)
            if not answer.get("Content-Type", "").startswith("text/html"):
                continue
            reader = Reader(answer.content.decode())
            self.pages[address] = reader
            where = answer.request["PATH_INFO"]
            waiting += [urljoin(where, link).split("#")[0] for link in reader.links]
        return self

    def _is_wanted(self, address: str) -> bool:
        parts = urlsplit(address)
        if parts.netloc or not parts.path.startswith("/admin/"):
            return False
        try:
            name = resolve(parts.path).view_name
        except Resolver404:
            return False
        kind = (name, *sorted(parse_qs(parts.query)))
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        return self.kinds[kind] <= SAMPLES

    def said(self) -> Iterator[tuple[str, str]]:
        """(address, text) of everything that is said."""
        for address, reader in self.pages.items():
            for text in reader.words:
                if words := " ".join(text.split()):
                    yield address, words


def contents() -> list[str]:
    """What people wrote, longest first: it is in no language of ours."""
    found: set[str] = set()
    for model in apps.get_models():
        for column in model._meta.concrete_fields:
            if isinstance(column, CleanCharField | CleanTextField | HTMLField):
                found |= set(model._default_manager.values_list(column.name, flat=True))
    for person in User.objects.all():
        found |= {person.username, person.first_name, person.last_name, person.email}
        found.add(person.get_full_name())
    words = {" ".join(re.sub("<[^>]+>", " ", text).split()) for text in found if text}
    return sorted(words - {""}, key=len, reverse=True)


def without(text: str, parts: Iterable[str]) -> str:
    """The text without these parts; what remains is the page's own words."""
    for part in parts:
        if part in text:
            text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", " ", text)
    return text
