"""The photo page: what is known of one photo, and everything that may be done to it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from desk import photo_desk, photo_rights
from desk.admin import photo_forms as forms
from desk.admin.photo_facts import (
    all_said,
    authors_of,
    crop_views,
    history_of,
    said_of,
)
from desk.admin.photo_sheet import Frame, picture_of
from desk.admin.story_pages import whole_number
from desk.admin.version_forms import INCOMPLETE, VersionForm
from desk.models import User
from desk.permissions import Forbidden, may
from desk.photo_uses import uses_of
from desk.refusals import PhotoRejected
from desk.writing import Stale
from photos.describing import credit_of, rights_of
from photos.models import Photo
from photos.validity import Fault

REFUSALS = (Forbidden, PhotoRejected, Stale)


@dataclass(frozen=True)
class Act:
    """One verb at the page. `do` takes the photo, the valid form and the person."""

    form: type[VersionForm]
    do: Callable[[Photo, Any, User], Any]
    done: Any


def _words(photo: Photo, form: Any, by: User) -> None:
    photo_desk.describe(photo, form.words(), version=_version(form), by=by)


def _rights(photo: Photo, form: Any, by: User) -> None:
    values = form.cleaned_data
    photo_rights.give_rights(
        photo,
        values["rights"],
        restrictions=values["restrictions"],
        version=_version(form),
        by=by,
    )


def _lease(photo: Photo, form: Any, by: User) -> None:
    photo_rights.lease(photo, form.span(), version=_version(form), by=by)


def _end_lease(photo: Photo, form: Any, by: User) -> None:
    number = form.cleaned_data["lease"]
    photo_rights.end_lease(photo, number, version=_version(form), by=by)


def _override(photo: Photo, form: Any, by: User) -> None:
    code, reason = form.cleaned_data["code"], form.cleaned_data["reason"]
    photo_rights.override(photo, code, reason=reason, version=_version(form), by=by)


def _end_override(photo: Photo, form: Any, by: User) -> None:
    code = form.cleaned_data["code"]
    photo_rights.end_override(photo, code, version=_version(form), by=by)


def _version(form: Any) -> int:
    return form.cleaned_data["version"]


ACTS = {
    "words": Act(
        forms.WordsForm, _words, gettext_lazy("Caption and credit are saved.")
    ),
    "rights": Act(forms.RightsForm, _rights, gettext_lazy("The rights are saved.")),
    "lease": Act(forms.LeaseForm, _lease, gettext_lazy("The lease is added.")),
    "end-lease": Act(
        forms.LeaseNumberForm, _end_lease, gettext_lazy("The lease is taken away.")
    ),
    "override": Act(
        forms.OverrideForm,
        _override,
        gettext_lazy("It is let through, and the record says why."),
    ),
    "end-override": Act(
        forms.EndOverrideForm, _end_override, gettext_lazy("It is forbidden again.")
    ),
}


def photo_for(request: HttpRequest, number: Any, act: str = "see") -> Photo:
    """The photo with its leases, when this person may do `act` to it; else 404, 403."""
    photos = Photo.objects.with_leases().prefetch_related("photographers", "overrides")
    photo = get_object_or_404(photos, pk=whole_number(number))
    if not (may(request.user, "see") and may(request.user, act, photo)):
        raise PermissionDenied
    return photo


def address_of(photo: Photo) -> str:
    return reverse("admin:photos_photo_change", args=[photo.pk])


def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET shows the photo; POST calls the verb that `act` names."""
    act = "describe photo" if request.method == "POST" else "see"
    photo = photo_for(request, number, act)
    name = request.POST.get("act", "")
    if request.method != "POST" or name not in ACTS:
        refusal = str(INCOMPLETE) if request.method == "POST" else ""
        return _page(request, photo, {}, refusal)
    form = _form(name, photo, request.POST)
    refusal = ""
    if form.is_valid():
        try:
            ACTS[name].do(photo, form, request.user)
        except PhotoRejected as rejected:
            refusal = str(rejected)
            if rejected.field in form.fields:
                form.add_error(rejected.field, refusal)
        except REFUSALS as error:
            refusal = str(error)
        else:
            messages.success(request, ACTS[name].done)
            return redirect(f"{address_of(photo)}#{name}")
    elif "version" in form.errors or not form.visible_fields():
        refusal = str(INCOMPLETE)
    photo = photo_for(request, number)
    return _page(request, photo, {name: form}, refusal)


def _form(name: str, photo: Photo, data: Any = None) -> VersionForm:
    kind = ACTS[name].form
    first = getattr(kind, "values_of", _only_version)(photo)
    build: Callable[..., VersionForm] = kind
    if kind is forms.RightsForm:
        build = partial(kind, derived=rights_of(credit_of(photo)))
    return build(data, initial=first, auto_id=f"{name}-%s")


def _only_version(photo: Photo) -> dict[str, Any]:
    return {"version": photo.version}


@dataclass(frozen=True)
class Obstacle:
    """Something against the photo, and whether this person may let it through."""

    fault: Fault
    can_pass: bool


def _page(
    request: HttpRequest, photo: Photo, bound: dict[str, VersionForm], refusal: str
) -> HttpResponse:
    user = request.user
    frame = Frame(photo, 0)
    unbound = {name: _form(name, photo) for name in ("words", "rights", "lease")}
    context = {
        **admin.site.each_context(request),
        "opts": Photo._meta,
        "title": frame.title,
        "photo": photo,
        "frame": frame,
        "picture": picture_of(photo),
        "refusal": refusal,
        "forms": {
            name.replace("-", "_"): form for name, form in {**unbound, **bound}.items()
        },
        "obstacles": [_obstacle(fault, user) for fault in frame.faults],
        "leases": list(photo.leases.order_by("starts_at", "id")),
        "uses": uses_of(photo, by=user),
        "crops": crop_views(photo),
        "authors": authors_of(photo),
        "said": list(said_of(photo)),
        "all_said": all_said(photo),
        "history": list(history_of(photo)),
        "formers": list(photo.former_originals.defer("original_metadata")),
        "may": {
            name: may(user, act)
            for name, act in {
                "describe": "describe photo",
                "keep": "keep photo rights",
                "replace": "replace photo",
                "take_down": "take down photo",
                "delete": "delete photo",
                "download": "download original",
            }.items()
        },
    }
    return TemplateResponse(request, "admin/photos/photo/page.html", context)


def _obstacle(fault: Fault, user: User) -> Obstacle:
    act = photo_rights.OVERRIDES.get(fault.code)
    return Obstacle(fault, can_pass=bool(act and may(user, act)))


@require_safe
def history(request: HttpRequest, number: str) -> HttpResponse:
    """Everything that was done to the photo stands on its page."""
    return redirect(f"{address_of(photo_for(request, number))}#history")
