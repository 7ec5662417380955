"""Sections are made, renamed, moved and removed here. Readers see it at once.

Lock order: sections by number, articles, audit head, stamp. A printing locks its
section after its photos and before its article, so it waits for a move, or is seen.
"""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Article, Section
from articles.models.sections import RESERVED_SLUGS
from desk.models import Story, User
from desk.permissions import Forbidden, may
from desk.records import clock, seal
from desk.refusals import SectionRefused
from newsroom.text.clean import clean_line
from newsroom.text.slugs import slugify


@dataclass(frozen=True)
class Plan:
    """What a section is to be. `parent` is the number of the section above it."""

    name: str
    slug: str = ""
    parent: int | None = None
    language: str = "vi"
    position: int = 0


@transaction.atomic
def make(plan: Plan, *, by: User) -> Section:
    """A new section; without a slug it gets one of its name.

    Raises Forbidden, SectionRefused.
    """
    _require(by)
    section = Section(name=clean_line(plan.name), slug=plan.slug or slugify(plan.name))
    parent = _locked(plan.parent).get(plan.parent or 0)
    _check(section, plan, parent)
    _set(section, plan, parent)
    section.save(force_insert=True)
    detail = {"section": section.pk, **_facts(section)}
    seal("make section", by=by, at=clock(), detail=detail)
    return section


@transaction.atomic
def change(section: Section, plan: Plan, *, by: User) -> Section:
    """Rename, move, set another slug: whatever differs. Gives the section as it is now.

    The slug stays once an article was public in it. A move files the articles under
    the new top section. Raises Forbidden, SectionRefused.
    """
    _require(by)
    rows = _locked(section.pk, plan.parent)
    now, parent = rows[section.pk], rows.get(plan.parent or 0)
    before = _facts(now)
    slug = plan.slug or now.slug
    if slug != now.slug and was_public(now):
        raise SectionRefused(
            _("Readers know the address /%(slug)s/: it stays.") % {"slug": now.slug},
            field="slug",
        )
    now.name, now.slug = clean_line(plan.name), slug
    _check(now, plan, parent)
    _set(now, plan, parent)
    if _facts(now) == before:
        return now
    now.save(force_update=True)
    if before["parent"] != now.parent_id:
        Article.objects.filter(section=now).update(top_section=parent or now)
    detail = {"section": now.pk, "before": before, "after": _facts(now)}
    seal("change section", by=by, at=clock(), detail=detail)
    return now


@transaction.atomic
def remove(section: Section, *, by: User) -> None:
    """Take away a section that nothing is filed in.

    Raises Forbidden, SectionRefused.
    """
    _require(by)
    now = _locked(section.pk)[section.pk]
    if reason := obstacle(now):
        raise SectionRefused(reason)
    detail = {"section": now.pk, **_facts(now)}
    now.delete()
    seal("remove section", by=by, at=clock(), detail=detail)


def obstacle(section: Section) -> str:
    """Why the section cannot be removed, in a sentence; "" when it can."""
    if section.children.exists():
        return _("It has sub-sections: move or remove them first.")
    if was_public(section) or Story.objects.filter(section=section).exists():
        return _("Stories are filed in it: it stays. Rename it instead.")
    if User.objects.filter(sections=section).exists():
        return _("Somebody's work is limited to it: change his account first.")
    return ""


def was_public(section: Section) -> bool:
    """Whether readers saw an article in it: now, or before it was withdrawn."""
    articles = Article.objects.filter(Q(section=section) | Q(top_section=section))
    stories = Story.objects.filter(section=section, printed_revision__isnull=False)
    return articles.exists() or stories.exists()


def _require(by: User) -> None:
    if not may(by, "arrange sections"):
        raise Forbidden(_("You may not change sections; ask the editor-in-chief."))


def _locked(*numbers: int | None) -> dict[int, Section]:
    wanted = [number for number in numbers if number is not None]
    rows = Section.objects.select_for_update(no_key=True).filter(pk__in=wanted)
    found = {row.pk: row for row in rows.order_by("pk")}
    if set(wanted) - set(found):
        raise SectionRefused(_("This section is not there any more."))
    return found


def _check(section: Section, plan: Plan, parent: Section | None) -> None:
    """Two levels; a name and a slug that are free; one language in a branch."""
    if not section.name:
        raise SectionRefused(_("Give the section a name."), field="name")
    _check_slug(section)
    if parent is None:
        branch = section.children.all() if section.pk else Section.objects.none()
    elif parent.pk == section.pk or parent.parent_id is not None:
        raise SectionRefused(
            _("There are two levels: choose a section that stands under no other."),
            field="parent",
        )
    elif section.pk and section.children.exists():
        raise SectionRefused(
            _("This section has sub-sections, so it cannot stand under another."),
            field="parent",
        )
    else:
        branch = Section.objects.filter(pk=parent.pk)
    if branch.exclude(language=plan.language).exists():
        raise SectionRefused(
            _("A section and its sub-sections speak one language."), field="language"
        )


def _check_slug(section: Section) -> None:
    slug = section.slug
    if not slug or slug != slugify(slug):
        raise SectionRefused(
            _("The address takes small letters a-z, digits and single hyphens."),
            field="slug",
        )
    if slug in RESERVED_SLUGS:
        raise SectionRefused(
            _("The site itself needs the word “%(slug)s”: choose another one.")
            % {"slug": slug},
            field="slug",
        )
    if Section.objects.filter(slug=slug).exclude(pk=section.pk).exists():
        raise SectionRefused(
            _("Another section has the address /%(slug)s/ already.") % {"slug": slug},
            field="slug",
        )


def _set(section: Section, plan: Plan, parent: Section | None) -> None:
    section.parent = parent
    section.language = plan.language
    section.position = plan.position


def _facts(section: Section) -> dict[str, Any]:
    names = ("name", "slug", "parent_id", "language", "position")
    return {name.removesuffix("_id"): getattr(section, name) for name in names}
