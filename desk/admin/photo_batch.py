"""Many photos on one page: a caption for each; one credit, rights, keywords for all."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from desk import photo_desk
from desk.admin.photo_page import REFUSALS
from desk.admin.photo_sheet import Frame
from desk.admin.photo_upload import suggestions
from desk.admin.story_pages import whole_number
from desk.admin.story_rows import CleanField, column_field, number_field, text_cleaner
from desk.permissions import may
from photos.models import Photo, Rights

MOST = 100  # photos at once


class BatchForm(forms.Form):
    """What is left empty stays as it is in each of them."""

    credit = column_field(
        Photo, "credit_text", help_text=gettext_lazy("For all of them.")
    )
    rights = forms.ChoiceField(
        label=gettext_lazy("rights"),
        required=False,
        choices=[("", gettext_lazy("(as they are)")), *Rights.choices],
    )
    keywords = CleanField(
        label=gettext_lazy("more keywords"),
        help_text=gettext_lazy("Between commas; added to what each has."),
    )


class RowForm(forms.Form):
    version = number_field(widget=forms.HiddenInput, required=True)
    caption = column_field(
        Photo,
        "caption",
        cleaner=text_cleaner,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@dataclass(frozen=True)
class Row:
    frame: Frame
    form: RowForm


@require_http_methods(["GET", "HEAD", "POST"])
def batch(request: HttpRequest) -> HttpResponse:
    """`photo` names each of them, in the address or in the form."""
    if not may(request.user, "describe photo"):
        raise PermissionDenied
    is_sent = request.method == "POST"
    data = request.POST if is_sent else None
    photos = _chosen(request.POST if is_sent else request.GET)
    form = BatchForm(data)
    rows = [Row(Frame(photo, 0), _row(photo, data)) for photo in photos]
    refusal = ""
    if is_sent and photos and form.is_valid() and _all_valid(rows):
        try:
            count = photo_desk.describe_many(
                {row.frame.photo.pk: row.form.cleaned_data["version"] for row in rows},
                captions={
                    row.frame.photo.pk: row.form.cleaned_data["caption"] for row in rows
                },
                by=request.user,
                **form.cleaned_data,
            )
        except REFUSALS as error:
            refusal = str(error)
        else:
            said = ngettext(
                "%(count)d photo is saved.", "%(count)d photos are saved.", count
            )
            messages.success(request, said % {"count": count})
            return redirect(reverse("admin:photos_photo_changelist"))
    context = {
        **admin.site.each_context(request),
        "opts": Photo._meta,
        "title": _("Describe photos"),
        "form": form,
        "rows": rows,
        "refusal": refusal,
        "credits": suggestions(request.user)["credits"],
        "may_rule": may(request.user, "keep photo rights"),
    }
    return TemplateResponse(request, "admin/photos/photo/batch.html", context)


def _chosen(asked: Any) -> list[Photo]:
    """In the order in which they were chosen; nonsense names no photo."""
    numbers = [whole_number(text) for text in asked.getlist("photo")[:MOST]]
    photos = Photo.objects.with_leases().prefetch_related("photographers", "overrides")
    found = photos.defer("original_metadata").in_bulk(numbers)
    return [found[number] for number in dict.fromkeys(numbers) if number in found]


def _row(photo: Photo, data: Any) -> RowForm:
    first = {"version": photo.version, "caption": photo.caption}
    return RowForm(data, initial=first, prefix=f"photo-{photo.pk}")


def _all_valid(rows: list[Row]) -> bool:
    """Every row is asked, so that every error is shown."""
    return False not in [row.form.is_valid() for row in rows]


urls = [path("batch/", admin.site.admin_view(batch), name="photos_photo_batch")]
