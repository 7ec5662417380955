"""The page on which a story is written: shown, saved, or given back as it was.

A post of somebody whose session has ended goes to the login page, which keeps nothing
of it. So the page's script signs in before it posts, and offers what it kept in the
browser (static/desk/story/); without JavaScript only the browser's Back has the text.
"""

import re
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from desk import writing
from desk.admin.conflict import conflict_page
from desk.admin.photo_sheet import Picking, described
from desk.admin.story_form import StorySheet
from desk.admin.story_frame import frame
from desk.admin.story_pages import story_for, whole_number
from desk.models import Story
from desk.permissions import Forbidden, may
from photos.models import Photo

SAVED_DRAFT = "saved_draft"  # a cookie: which of the browser's drafts was saved
_THEN = {
    "preview": "admin:desk_story_preview",
    "print": "admin:desk_story_print",
    "correct": "admin:desk_story_correct",
}


def write(request: HttpRequest, number: str | None = None) -> HttpResponse:
    """A story, or a new one; for who may read and not write, with all closed."""
    story = None if number is None else story_for(request, whole_number(number))
    is_writer = may(request.user, "write", story)
    if not is_writer and (story is None or request.method == "POST"):
        raise PermissionDenied
    if request.method == "POST":
        return _save(request, story)
    sheet = StorySheet(by=request.user, story=story)
    if not is_writer:
        sheet.close()
    return _page(request, sheet, is_writer=is_writer)


def _save(request: HttpRequest, story: Story | None) -> HttpResponse:
    user = request.user
    sheet = StorySheet(by=user, story=story, data=request.POST)
    if not sheet.is_valid():
        return _page(request, sheet, errors=[*sheet.errors()])
    copy, timing = sheet.copy(), sheet.timing()
    try:
        if story is None:
            story = writing.create(copy, by=user, timing=timing)
            said = _("The story is begun and saved.")
        else:
            version = sheet.version()
            revision = writing.save(
                story, copy, version=version, by=user, timing=timing
            )
            said = _("Saved as revision %(number)d.") % {"number": revision.number}
    except writing.Stale:
        assert story is not None
        # Kept there as a revision: the browser's draft is not needed either.
        page = conflict_page(request, story, copy, timing=timing, version=version)
        return without_draft(request, page)
    except (writing.Unwritable, Forbidden) as error:
        return _page(request, sheet, errors=[str(error)])
    messages.success(request, said)
    return _saved(request, story)


def _saved(request: HttpRequest, story: Story) -> HttpResponse:
    """On to what was wished."""
    name = _THEN.get(request.POST.get("then", ""), "admin:desk_story_change")
    address = reverse(name, args=[story.pk])
    return without_draft(request, HttpResponseRedirect(address))


def without_draft(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The browser hears that its draft is not needed any more."""
    draft = request.POST.get("draft", "")
    if re.fullmatch(r"[A-Za-z0-9]{1,64}", draft):
        response.set_cookie(
            SAVED_DRAFT,
            draft,
            max_age=24 * 3600,
            path=reverse("admin:index"),
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    return response


def _lead(sheet: StorySheet) -> dict[str, Any] | None:
    """The lead photo as the form names it now, saved or not."""
    number = whole_number(sheet.form["lead_photo"].value())
    photo = Photo.objects.filter(pk=number).first()
    return described(photo) if photo else None


def _page(
    request: HttpRequest,
    sheet: StorySheet,
    *,
    errors: list[str] | None = None,
    is_writer: bool = True,
) -> HttpResponse:
    context: dict[str, Any] = {
        **frame(request, sheet.story, is_writer=is_writer),
        "sheet": sheet,
        "errors": errors or [],
        "is_refused": sheet.form.is_bound,
        "lead": _lead(sheet),
        "picker": Picking(),
    }
    return TemplateResponse(request, "admin/desk/story/form.html", context)
