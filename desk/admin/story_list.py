"""The list of stories: few queries however many there are, and no count of them all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Section
from desk.models import Story, StoryByline
from desk.photo_rights import marks
from photos.framing import THUMB

MOST = 1_000  # stories that can be paged through; older ones are searched for
THUMBNAIL = 88  # pixels, the longest side


class ShortPaginator(Paginator):
    """Counts to MOST and no further: it costs the same at 100,000 stories."""

    @cached_property
    def count(self) -> int:
        return len(self.object_list.values_list("pk")[:MOST])


class SectionFilter(SimpleListFilter):
    """A section, with its sub-sections."""

    title = _("section")
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        sections = Section.objects.select_related("parent").order_by("position", "id")
        return [(str(row.pk), _path(row)) for row in sections]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in {key for key, _name in self.lookup_choices}:
            return queryset
        wanted = int(self.value() or 0)
        return queryset.filter(Q(section=wanted) | Q(section__parent=wanted))


def _path(section: Section) -> str:
    return " › ".join(row.name for row in (section.parent, section) if row)


class StateFilter(SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(value, str(label)) for value, label in Story.Status.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in Story.Status.values:
            return queryset
        return queryset.filter(status=self.value())


class MineFilter(SimpleListFilter):
    title = _("whose")
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("1", _("My stories"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(owner=request.user) if self.value() else queryset


@dataclass(frozen=True)
class Thumbnail:
    src: str
    width: int
    height: int


@dataclass(frozen=True)
class Row:
    """A line of the list. `edition` is what readers see now, None for nothing.

    `marks` say which of its photos may not be shown any more.
    """

    story: Story
    address: str
    section: str
    people: str
    thumbnail: Thumbnail | None
    edition: int | None
    printed_at: datetime | None
    marks: tuple[str, ...] = ()

    @property
    def is_withdrawn(self) -> bool:
        return self.edition is None and self.story.printed_revision_id is not None


class StoryList(ChangeList):
    """With the rows made ready: two queries for a page of any length."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        # Where nothing fits, the whole table was read to know it: not once more.
        self.result_list = list(self.result_list) if self.result_count else []
        self.rows = list(_rows(self.result_list))
        last = -(-self.result_count // self.list_per_page)
        self.newer = self._page(self.page_num - 1) if self.page_num > 1 else ""
        self.older = self._page(self.page_num + 1) if self.page_num < last else ""
        self.is_end_of_cut = self.result_count == MOST and self.page_num == last

    def _page(self, number: int) -> str:
        return self.get_query_string({PAGE_VAR: number})

    def choices(self) -> list[dict[str, Any]]:
        """The filters as fields of one form."""
        return [
            {
                "name": spec.parameter_name,
                "title": spec.title,
                "value": spec.value() or "",
                "options": spec.lookup_choices,
            }
            for spec in self.filter_specs
        ]


def _rows(stories: list[Story]) -> Iterator[Row]:
    numbers = [story.pk for story in stories]
    live = Article.objects.only("edition_number", "printed_at").in_bulk(numbers)
    bylines = StoryByline.objects.filter(story__in=numbers).order_by("position", "id")
    names: dict[int, list[str]] = {}
    for number, name in bylines.values_list("story", "name"):
        names.setdefault(number, []).append(name)
    found = marks(list(live)) if live else []
    for story in stories:
        article = live.get(story.pk)
        owner = str(story.owner or "")
        yield Row(
            story=story,
            address=reverse("admin:desk_story_change", args=[story.pk]),
            section=_path(story.section) if story.section else "",
            people=", ".join(names.get(story.pk, [])) or owner,
            thumbnail=_thumbnail(story),
            edition=article.edition_number if article else None,
            printed_at=article.printed_at if article else None,
            marks=tuple(
                sentence
                for mark in found
                if mark.article.pk == story.pk
                for sentence in mark.sentences
            ),
        )


def _thumbnail(story: Story) -> Thumbnail | None:
    photo = story.lead_photo
    if photo is None:
        return None
    width, height = photo.framing.size(photo.framing.jpeg(THUMB))
    share = THUMBNAIL / max(width, height)
    return Thumbnail(
        src=reverse("admin:desk_thumbnail", args=[photo.pk]),
        width=max(1, round(width * share)),
        height=max(1, round(height * share)),
    )
