"""The picker of photos: search, take in, and the desk's own pictures of them."""

from typing import Any

from django import forms
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotModified,
    JsonResponse,
)
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from desk.admin.endpoints import endpoint, page_number, refusal
from desk.admin.searching import having_words
from desk.admin.story_rows import column_field, text_cleaner
from photos.framing import THUMB, VIEW
from photos.intake import take_in
from photos.models import Photo
from photos.refusals import PhotoRefused
from photos.renditions import private_rendition

PAGE = 24  # photos


class TakeInForm(forms.Form):
    """A photo without credit cannot be used, one without caption not be found."""

    file = forms.FileField(label=gettext_lazy("picture file"))
    caption = column_field(
        Photo, "caption", cleaner=text_cleaner, required=True, max_length=5_000
    )
    credit = column_field(Photo, "credit_text", required=True)


@require_safe
@endpoint("see")
def photos(request: HttpRequest) -> JsonResponse:
    """`?q=&page=`: newest first, a page at a time, never counted."""
    rows = Photo.objects.filter(taken_down_at=None)
    rows = having_words(rows, "search_text", request.GET.get("q", ""))
    page = page_number(request)
    start = (page - 1) * PAGE
    rows = rows.defer("original_metadata", "search_text").order_by("-created_at", "-id")
    found = list(rows[start : start + PAGE + 1])
    return JsonResponse(
        {
            "items": [described(photo) for photo in found[:PAGE]],
            "next": page + 1 if len(found) > PAGE else None,
        }
    )


def described(photo: Photo) -> dict[str, Any]:
    """What the page needs to show a photo and to propose a caption."""
    width, height = photo.framing.size(photo.framing.jpeg(VIEW))
    return {
        "id": photo.pk,
        "src": reverse("admin:desk_picture", args=[photo.pk]),
        "width": width,
        "height": height,
        "caption": photo.caption,
        "credit": photo.credit_text,
        "alt": photo.alt,
    }


@require_POST
@endpoint("take in photo")
def take_in_photo(request: HttpRequest) -> JsonResponse:
    """The photo that was sent; or the one with the same bytes, as it is known."""
    form = TakeInForm(request.POST, request.FILES)
    if not form.is_valid():
        errors = {name: " ".join(said) for name, said in form.errors.items()}
        return refusal(_("The picture was not taken in."), **errors)
    values = form.cleaned_data
    begun = timezone.now()
    try:
        photo = take_in(
            values["file"],
            name=values["file"].name,
            caption=values["caption"],
            credit=values["credit"],
            by=request.user.get_username(),
            at=begun,
        )
    except PhotoRefused as error:
        return refusal(_("The picture was not taken in."), file=str(error))
    return JsonResponse(
        {"item": described(photo), "was_known": photo.created_at != begun}
    )


@require_safe
@endpoint("see")
def picture(request: HttpRequest, pk: int, longest: int = VIEW) -> HttpResponse:
    """The desk's own rendition, for whoever may see the desk. No public address."""
    photo = get_object_or_404(Photo, pk=pk, taken_down_at=None)
    recipe = photo.framing.jpeg(longest)
    etag = f'"{photo.sha256}-{recipe}"'
    if request.headers.get("If-None-Match") == etag:
        return HttpResponseNotModified()
    try:
        content = private_rendition(photo, recipe)
    except PhotoRefused as error:
        raise Http404 from error
    response = HttpResponse(content, content_type="image/jpeg")
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    return response


urls = [
    path("photos/", photos, name="desk_picker_photos"),
    path("photos/new/", take_in_photo, name="desk_picker_take_in"),
    path("photos/<int:pk>.jpg", picture, name="desk_picture"),
    path("photos/<int:pk>/t.jpg", picture, {"longest": THUMB}, "desk_thumbnail"),
]
