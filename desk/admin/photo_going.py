"""Replace, take down, put back, delete a photo: each asked for first; and its original.

GET shows what will change and where; POST calls the verb with the version seen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from desk import photo_removal
from desk.admin.photo_forms import FileForm, ReasonForm
from desk.admin.photo_page import REFUSALS, address_of, photo_for
from desk.admin.photo_sheet import Frame, picture_of
from desk.admin.version_forms import INCOMPLETE, VersionForm
from desk.models import User
from desk.photo_uses import uses_of
from desk.refusals import PhotoRejected
from photos.models import Photo


def _replace(photo: Photo, values: dict[str, Any], by: User) -> None:
    at = timezone.now()
    version, file = values["version"], values["file"]
    photo_removal.replace(photo, file, version=version, by=by, at=at)


def _take_down(photo: Photo, values: dict[str, Any], by: User) -> None:
    photo_removal.take_down(photo, **values, by=by)


def _put_back(photo: Photo, values: dict[str, Any], by: User) -> None:
    photo_removal.put_back(photo, **values, by=by)


def _delete(photo: Photo, values: dict[str, Any], by: User) -> None:
    photo_removal.delete(photo, **values, by=by)


@dataclass(frozen=True)
class Way:
    """`act` is a key of desk.permissions.ACTS."""

    act: str
    verb: Callable[[Photo, dict[str, Any], User], None]
    form: type[VersionForm]
    title: Any
    done: Any


WAYS = {
    "replace": Way(
        "replace photo",
        _replace,
        FileForm,
        gettext_lazy("Replace the file"),
        gettext_lazy("The file is replaced; the old one is kept."),
    ),
    "take_down": Way(
        "take down photo",
        _take_down,
        ReasonForm,
        gettext_lazy("Take down"),
        gettext_lazy(
            "Taken down: no page shows the photo, and no file of it is public."
        ),
    ),
    "put_back": Way(
        "take down photo",
        _put_back,
        VersionForm,
        gettext_lazy("Put back"),
        gettext_lazy(
            "The photo may be used again. Pages show it when they are printed."
        ),
    ),
    "delete": Way(
        "delete photo",
        _delete,
        VersionForm,
        gettext_lazy("Delete the photo"),
        gettext_lazy("The photo is deleted."),
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, number: Any, *, name: str) -> HttpResponse:
    """`name` is a key of WAYS."""
    way = WAYS[name]
    photo = photo_for(request, number, way.act)
    is_sent = request.method == "POST"
    data, files = (request.POST, request.FILES) if is_sent else (None, None)
    form = way.form(data, files, initial={"version": photo.version})
    refusal = ""
    if form.is_valid():
        try:
            way.verb(photo, form.cleaned_data, request.user)
        except PhotoRejected as rejected:
            refusal = str(rejected)
            if rejected.field in form.fields:
                form.add_error(rejected.field, refusal)
                refusal = ""
        except REFUSALS as error:
            refusal = str(error)
        else:
            messages.success(request, way.done)
            sheet = reverse("admin:photos_photo_changelist")
            return redirect(sheet if name == "delete" else address_of(photo))
    elif "version" in form.errors:
        refusal = str(INCOMPLETE)
    return _show(request, photo_for(request, number, way.act), name, form, refusal)


def _show(
    request: HttpRequest, photo: Photo, name: str, form: VersionForm, refusal: str
) -> HttpResponse:
    if form.is_bound:
        form.data = form.data.copy()
        form.data["version"] = photo.version
    obstacle = ""
    if name == "delete":
        obstacle = photo_removal.obstacle(photo, by=request.user)
    context = {
        **admin.site.each_context(request),
        "opts": Photo._meta,
        "title": WAYS[name].title,
        "name": name,
        "photo": photo,
        "frame": Frame(photo, 0),
        "picture": picture_of(photo),
        "uses": uses_of(photo, by=request.user),
        "form": form,
        "refusals": [each for each in dict.fromkeys((refusal, obstacle)) if each],
        "can_go": not obstacle,
    }
    return TemplateResponse(request, "admin/photos/photo/going.html", context)


@require_POST
def original(request: HttpRequest, number: int) -> FileResponse:
    """The file as it came in, or with the desk's words in it, to who may have it.

    Who took it is recorded.
    """
    photo = photo_for(request, number, "download original")
    stream = photo_removal.hand_out(
        photo, by=request.user, is_corrected="corrected" in request.POST
    )
    name = photo.file_name or f"{photo.sha256[:12]}.{photo.format}"
    response = FileResponse(stream, as_attachment=True, filename=name)
    response["Content-Type"] = "application/octet-stream"
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


urls = [
    *(
        path(
            f"<int:number>/{name.replace('_', '-')}/",
            admin.site.admin_view(partial(ask, name=name)),
            name=f"photos_photo_{name}",
        )
        for name in WAYS
        if name != "delete"
    ),
    path(
        "<int:number>/original/",
        admin.site.admin_view(original),
        name="photos_photo_original",
    ),
]
