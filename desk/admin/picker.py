"""The picker of photos: search, take in, and the desk's own pictures of them."""

from django import forms
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotModified,
    JsonResponse,
)
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from desk.admin.endpoints import endpoint, refusal
from desk.admin.photo_sheet import Sheet, described, picture_of
from desk.admin.story_rows import column_field, text_cleaner
from desk.photo_desk import Words, bring_in
from desk.refusals import PhotoRejected
from photos.framing import THUMB, VIEW
from photos.models import Photo
from photos.refusals import PhotoRefused
from photos.renditions import private_rendition


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
    """The contact sheet's frames, as HTML, of what may be put into a story.

    `older` is where the next page begins, "" at the end.
    """
    sheet = Sheet(request.GET, only_usable=True)
    context = {"sheet": sheet, "is_picking": True}
    html = render_to_string("admin/photos/photo/parts/frames.html", context, request)
    return JsonResponse({"html": html, "older": sheet.older})


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
    words = Words(values["caption"], values["credit"])
    try:
        photo = bring_in(values["file"], words, by=request.user, at=begun)
    except PhotoRejected as error:
        return refusal(_("The picture was not taken in."), file=str(error))
    return JsonResponse(
        {"item": described(photo), "was_known": photo.created_at != begun}
    )


@require_safe
@endpoint("see")
def picture(request: HttpRequest, pk: int, longest: int = VIEW) -> HttpResponse:
    """The desk's own rendition, for whoever may see the desk. No public address.

    Where a photo was taken down, a mark stands.
    """
    photo = get_object_or_404(Photo, pk=pk)
    if photo.taken_down_at:
        return _mark(photo)
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


def _mark(photo: Photo) -> HttpResponse:
    context = {"photo": photo, "picture": picture_of(photo)}
    mark = render_to_string("admin/photos/photo/parts/taken_down.html", context)
    response = HttpResponse(mark, content_type="image/svg+xml")
    response["Cache-Control"] = "private, no-store"
    return response


urls = [
    path("photos/", photos, name="desk_picker_photos"),
    path("photos/new/", take_in_photo, name="desk_picker_take_in"),
    path("photos/<int:pk>.jpg", picture, name="desk_picture"),
    path("photos/<int:pk>/t.jpg", picture, {"longest": THUMB}, "desk_thumbnail"),
]
