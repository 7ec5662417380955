"""The page where a dispatch is pasted: read, corrected by choosing, made a story.

The text and everything chosen stand in the form and come back with every answer; only
`make` writes a story, through the same verb as the command import_wire.
"""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desk.admin.story_frame import frame
from desk.admin.story_pages import form_of
from desk.admin.story_writing import without_draft
from desk.models import User
from desk.permissions import Forbidden, may
from desk.writing import Unwritable
from wire.admin.sheet import Sheet
from wire.importing import Imported, import_dispatch
from wire.kinds import RECOGNISED
from wire.models import WireItem
from wire.parser import Unreadable


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    if not may(request.user, "import"):
        raise PermissionDenied
    sheet = Sheet(request)
    if not sheet.is_sent:
        return _page(request, sheet)
    if request.POST.get("act") == "make" and sheet.dispatch and not sheet.known:
        sheet.refusals += sheet.obstacles()
        if not sheet.refusals and (imported := _imported(sheet, request.user)):
            return without_draft(request, _made(request, imported))
    # What was sent is all in the page again: the browser need not keep it.
    return without_draft(request, _page(request, sheet))


def _imported(sheet: Sheet, by: User) -> Imported | None:
    """None when it is refused; the sheet says why."""
    try:
        return import_dispatch(sheet.raw, by=by, wishes=sheet.wishes())
    except (Unreadable, Unwritable, Forbidden) as refusal:
        sheet.refusals.append(str(refusal))
        return None


def _made(request: HttpRequest, imported: Imported) -> HttpResponse:
    if imported.dispatch is None:
        messages.info(request, _("This dispatch was brought in already: here it is."))
        return HttpResponseRedirect(form_of(imported.story))
    messages.success(request, _("The dispatch is a story now. Read it, then print it."))
    doubts = {each.reason for each in imported.dispatch.unsure}  # they were on the page
    for remark in imported.remarks:
        if remark not in doubts:
            messages.warning(request, remark)
    return HttpResponseRedirect(form_of(imported.story))


def _page(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    around = frame(request, None, is_writer=True)
    context: dict[str, Any] = {
        **around,
        "title": _("Paste a wire story"),
        "opts": WireItem._meta,
        "words": around["words"] | _words(),
        "sheet": sheet,
        "kinds": RECOGNISED,
        "may_see_known": bool(sheet.known) and may(request.user, "see", sheet.known),
    }
    return TemplateResponse(request, "admin/wire/paste.html", context)


def _words() -> dict[str, str]:
    """What the page's scripts say otherwise than the story form's."""
    return {
        "found": _("This browser kept a dispatch that was pasted here at %s."),
        "restored": _("The kept text is here again. Read it."),
    }


urls = [path("paste/", admin.site.admin_view(paste), name="wire_wireitem_paste")]
