"""The crop tool: a focal point, and a box for each crop that shall have its own.

A box is typed or drawn as its left, top and width in per mille; its height follows.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from desk import photo_desk
from desk.admin.photo_facts import crop_views
from desk.admin.photo_page import REFUSALS, address_of, photo_for
from desk.admin.photo_sheet import Frame, picture_of
from desk.admin.version_forms import INCOMPLETE, VersionForm
from desk.photo_uses import uses_of
from photos.crops import CROPS, WHOLE, Box, box_at, box_of
from photos.models import Photo


def _per_mille(label: Any, *, least: int = 0) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=least, max_value=WHOLE, widget=forms.NumberInput
    )


class CropForm(VersionForm):
    focal_x = _per_mille(gettext_lazy("left, ‰"))
    focal_y = _per_mille(gettext_lazy("top, ‰"))

    def __init__(self, *args: Any, photo: Photo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.photo = photo
        for name in CROPS:
            self.fields[f"{name}-own"] = forms.BooleanField(
                label=_("a box of its own"), required=False
            )
            self.fields[f"{name}-left"] = _per_mille(_("left, ‰"))
            self.fields[f"{name}-top"] = _per_mille(_("top, ‰"))
            self.fields[f"{name}-width"] = _per_mille(_("width, ‰"), least=1)

    @staticmethod
    def values_of(photo: Photo) -> dict[str, Any]:
        values: dict[str, Any] = {
            "version": photo.version,
            "focal_x": photo.focal_x,
            "focal_y": photo.focal_y,
        }
        size = {"width": photo.width, "height": photo.height}
        focus = (photo.focal_x, photo.focal_y)
        for name in CROPS:
            left, top, right, _bottom = box_of(name, photo.crops, focus=focus, **size)
            values[f"{name}-own"] = name in photo.crops
            values |= {f"{name}-left": left, f"{name}-top": top}
            values[f"{name}-width"] = right - left
        return values

    def boxes(self) -> dict[str, Box]:
        """Those that have their own, as near to what was asked for as fits."""
        values, size = self.cleaned_data, (self.photo.width, self.photo.height)
        return {
            name: box_at(
                name,
                (values[f"{name}-left"], values[f"{name}-top"]),
                values[f"{name}-width"],
                size=size,
            )
            for name in CROPS
            if values[f"{name}-own"]
        }

    @property
    def crops(self) -> list["CropFields"]:
        views = {view.name: view for view in crop_views(self.photo)}
        return [
            CropFields(
                views[name],
                self[f"{name}-own"],
                [self[f"{name}-{side}"] for side in ("left", "top", "width")],
            )
            for name in CROPS
        ]


@dataclass(frozen=True)
class CropFields:
    view: Any
    own: forms.BoundField
    sides: list[forms.BoundField]


@require_http_methods(["GET", "HEAD", "POST"])
def crop(request: HttpRequest, number: int) -> HttpResponse:
    photo = photo_for(request, number, "describe photo")
    data = request.POST if request.method == "POST" else None
    form = CropForm(data, photo=photo, initial=CropForm.values_of(photo))
    refusal = ""
    if form.is_valid():
        values = form.cleaned_data
        try:
            photo_desk.crop(
                photo,
                focus=(values["focal_x"], values["focal_y"]),
                crops=form.boxes(),
                version=values["version"],
                by=request.user,
            )
        except REFUSALS as error:
            refusal = str(error)
        else:
            messages.success(request, _("The crops are saved."))
            return redirect(address_of(photo))
    elif "version" in form.errors:
        refusal = str(INCOMPLETE)
    context = {
        **admin.site.each_context(request),
        "opts": Photo._meta,
        "title": _("Crops"),
        "photo": photo,
        "frame": Frame(photo, 0),
        "picture": picture_of(photo),
        "form": form,
        "refusal": refusal,
        "uses": uses_of(photo, by=request.user),
    }
    return TemplateResponse(request, "admin/photos/photo/crops.html", context)


urls = [
    path("<int:number>/crops/", admin.site.admin_view(crop), name="photos_photo_crops")
]
