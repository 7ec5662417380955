"""The sections of the paper, as every page names them, and whom pages have named."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from django.conf import settings
from django.utils.translation import get_language_info

from articles.cards import Item
from articles.models import Section
from articles.names import Known
from articles.page import Navigation
from newsroom.text.clean import clean_line


@dataclass(frozen=True)
class Masthead:
    """Every section in its order; there are a few dozen at most.

    `names` are those that pages have looked up.
    """

    sections: tuple[Section, ...]
    names: Known = field(default_factory=dict)

    def find(self, slug: str) -> Section | None:
        return next((row for row in self.sections if row.slug == slug), None)

    def item(self, pk: int) -> Item:
        """A section that is newer than this masthead is asked for."""
        return self._items.get(pk) or section_item(Section.objects.get(pk=pk))

    def below(self, pk: int) -> tuple[Item, ...]:
        """The sub-sections of a section."""
        rows = (row for row in self.sections if row.parent_id == pk)
        return tuple(self.item(row.pk) for row in rows)

    def top(self, language: str) -> list[Section]:
        return [
            row
            for row in self.sections
            if row.parent_id is None and row.language == language
        ]

    def navigation(self, language: str) -> Navigation:
        """The top sections that speak `language`; of each other language, its first.

        The paper's own language begins on the front page.
        """
        firsts = {settings.LANGUAGE_CODE: "/"}
        for row in self.sections:
            if row.parent_id is None:
                firsts.setdefault(row.language, self.item(row.pk).address)
        return Navigation(
            sections=tuple(self.item(row.pk) for row in self.top(language)),
            languages=tuple(
                Item(_own_name(code), address, language=code)
                for code, address in firsts.items()
                if code != language
            ),
        )

    @cached_property
    def _items(self) -> dict[int, Item]:
        return {row.pk: section_item(row) for row in self.sections}


def masthead(stamp: int | None = None) -> Masthead:
    """The paper as it is. Under the stamp that was asked last, the one made then.

    The stamp must have been read before: what changes after it has another one.
    """
    return _masthead() if stamp is None else kept(stamp)


@lru_cache(maxsize=1)
def kept(stamp: int) -> Masthead:
    return _masthead()


def _masthead() -> Masthead:
    return Masthead(tuple(Section.objects.order_by("position", "id")))


def section_item(section: Section) -> Item:
    return Item(section.name, section.get_absolute_url(), language=section.language)


def _own_name(language: str) -> str:
    """What a language calls itself; Django's Vietnamese is not composed."""
    return clean_line(get_language_info(language)["name_local"])
