"""The photos: found without accents, described anew. The photo desk comes later."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from desk import photo_desk
from desk.admin.saving import VerbAdmin, VerbForm
from desk.admin.searching import having_words
from desk.admin.story_list import ShortPaginator
from desk.permissions import may
from photos.framing import VIEW
from photos.models import Photo

THUMBNAIL = 88  # pixels, the longest side
LARGE = 480


class PhotoForm(VerbForm):
    """A new one is a file; a known one keeps its file for ever."""

    file = forms.FileField(label=gettext_lazy("picture file"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["file"]
        for name in {"caption", "credit_text"} & set(self.fields):
            self.fields[name].required = True


@admin.register(Photo)
class PhotoAdmin(VerbAdmin):
    act = "describe photo"
    form = PhotoForm
    list_display = ["thumbnail", "title", "credit_text", "size_line", "created_at"]
    list_display_links = ["title"]
    list_filter = ["kind", "rights"]
    paginator = ShortPaginator
    search_fields = ["search_text"]
    readonly_fields = ["picture", "size_line", "file_name", "created_at", "created_by"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        words = ["caption", "alt", "credit_text"]
        return (
            ["picture", *words, *self.readonly_fields[1:]] if obj else ["file", *words]
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Photo]:
        return super().get_queryset(request).defer("original_metadata", "search_text")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Photo], search_term: str
    ) -> tuple[QuerySet[Photo], bool]:
        return having_words(queryset, "search_text", search_term), False

    @admin.display(description=gettext_lazy("caption"))
    def title(self, photo: Photo) -> str:
        return str(photo)

    @admin.display(description=gettext_lazy("photo"))
    def thumbnail(self, photo: Photo) -> SafeString:
        return _image(photo, THUMBNAIL, "desk_thumbnail")

    @admin.display(description=gettext_lazy("photo"))
    def picture(self, photo: Photo) -> SafeString:
        return _image(photo, LARGE, "desk_picture")

    @admin.display(description=gettext_lazy("size"), ordering="width")
    def size_line(self, photo: Photo) -> str:
        return f"{photo.width} × {photo.height}"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "take in photo")

    def store(
        self, request: HttpRequest, row: Any, form: Any, *, is_new: bool
    ) -> Photo:
        values = form.cleaned_data
        words = {
            "caption": values["caption"],
            "alt": values["alt"],
            "credit": values["credit_text"],
        }
        if not is_new:
            photo_desk.describe(row, **words, by=request.user)
            self._tell_uses(request, row)
            return row
        begun = timezone.now()
        photo = photo_desk.bring_in(values["file"], **words, by=request.user, at=begun)
        if photo.created_at != begun:
            messages.warning(
                request,
                _("This picture was here already; it stays as it is described."),
            )
        return photo

    def _tell_uses(self, request: HttpRequest, photo: Photo) -> None:
        count = photo.uses.values("article").distinct().count()
        if count:
            sentence = ngettext(
                "Readers see it in %(count)d article, with the credit it was printed"
                " with. Reprint it to show the new one.",
                "Readers see it in %(count)d articles, with the credit they were"
                " printed with. Reprint them to show the new one.",
                count,
            )
            messages.info(request, sentence % {"count": count})


def _image(photo: Photo, longest: int, address: str) -> SafeString:
    if photo.taken_down_at:
        return format_html("{}", _("taken down"))
    width, height = photo.framing.size(photo.framing.jpeg(VIEW))
    share = min(1, longest / max(width, height))
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="" loading="lazy">',
        reverse(f"admin:{address}", args=[photo.pk]),
        max(1, round(width * share)),
        max(1, round(height * share)),
    )
