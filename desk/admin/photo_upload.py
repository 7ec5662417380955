"""Many files at once: one credit and rights for the batch, captions afterwards.

A page's script sends one file at a time and is answered in JSON; without a script all
files come in one form.
"""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from desk import photo_desk
from desk.admin.endpoints import refusal
from desk.admin.photo_forms import area
from desk.admin.photo_page import address_of
from desk.admin.photo_sheet import described
from desk.admin.story_rows import column_field, text_cleaner
from desk.models import User
from desk.permissions import may
from desk.refusals import PhotoRejected
from photos import limits
from photos.models import Photo, Rights

LOOKED_AT = 200  # of the newest photos, for what is suggested
SUGGESTED = 8
FRESH = timedelta(hours=12)  # how long one's last batch is still the same work


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files]


class UploadForm(forms.Form):
    files = FilesField(label=gettext_lazy("picture files"))
    credit = column_field(
        Photo,
        "credit_text",
        help_text=gettext_lazy("As printed: (Ảnh: Trọng Đức/TTXVN)"),
    )
    rights = forms.ChoiceField(
        label=gettext_lazy("rights"),
        required=False,
        choices=[("", gettext_lazy("as the credit says")), *Rights.choices],
    )
    caption = column_field(
        Photo,
        "caption",
        cleaner=text_cleaner,
        widget=area(2),
        help_text=gettext_lazy("For all of them. Left empty, the file's own is taken."),
    )
    place = column_field(Photo, "place")
    keywords = column_field(
        Photo, "keywords", help_text=gettext_lazy("Between commas.")
    )

    def words(self) -> photo_desk.Words:
        names = ("caption", "credit", "place", "keywords")
        return photo_desk.Words(**{name: self.cleaned_data[name] for name in names})


def suggestions(by: User) -> dict[str, Any]:
    """From the neighbours: the last credits here, one's own first, and what the
    person's last batch said."""
    rows = list(
        Photo.objects.order_by("-created_at", "-pk")
        .only("created_at", "created_by", "credit_text", "place", "keywords")
        .filter(created_at__gte=timezone.now() - timedelta(days=30))[:LOOKED_AT]
    )
    mine = [row for row in rows if row.created_by == by.get_username()]
    credits = dict.fromkeys(row.credit_text for row in (*mine, *rows))
    last = mine[0] if mine and mine[0].created_at > timezone.now() - FRESH else None
    return {
        "credits": [credit for credit in credits if credit][:SUGGESTED],
        "first": {
            "credit": last.credit_text,
            "place": last.place,
            "keywords": last.keywords,
        }
        if last
        else {},
    }


def upload(request: HttpRequest) -> HttpResponse:
    if not may(request.user, "take in photo"):
        raise PermissionDenied
    found = suggestions(request.user)
    is_sent = request.method == "POST"
    data, files = (request.POST, request.FILES) if is_sent else (None, None)
    form = UploadForm(data, files, initial=found["first"])
    wants_json = request.headers.get("Accept", "") == "application/json"
    taken: list[Photo] = []
    if form.is_valid():
        taken = _take_in(request, form)
    if wants_json:
        return _told(form, taken)
    if taken:
        count = len(taken)
        said = ngettext(
            "%(count)d photo is here. Write what it shows.",
            "%(count)d photos are here. Write what they show.",
            count,
        )
        messages.success(request, said % {"count": count})
        for error in form.errors.get("files", []):
            messages.error(request, error)
        return redirect(batch_address(taken))
    context = {
        **admin.site.each_context(request),
        "opts": Photo._meta,
        "title": _("Take in photos"),
        "form": form,
        "credits": found["credits"],
        "batch": reverse("admin:photos_photo_batch"),
        "most_bytes": limits.BYTES,
        "may_rule": may(request.user, "keep photo rights"),
        "words": _words(),
    }
    return TemplateResponse(request, "admin/photos/photo/upload.html", context)


def _take_in(request: HttpRequest, form: UploadForm) -> list[Photo]:
    """Those that came in; why the others did not is an error of the form."""
    files, rights = form.cleaned_data["files"], form.cleaned_data["rights"]
    may_rule = may(request.user, "keep photo rights")
    photos = []
    for file in files:
        try:
            photo = photo_desk.bring_in(
                file,
                form.words(),
                by=request.user,
                at=timezone.now(),
                rights=rights if may_rule else "",
            )
        except PhotoRejected as rejected:
            name = f"{file.name}: " if len(files) > 1 else ""
            form.add_error("files", f"{name}{rejected}")
        else:
            photos.append(photo)
    return photos


def _told(form: UploadForm, taken: list[Photo]) -> JsonResponse:
    if not taken:
        errors = {name: " ".join(said) for name, said in form.errors.items()}
        return refusal(_("The picture was not taken in."), **errors)
    items = [{**described(photo), "address": address_of(photo)} for photo in taken]
    return JsonResponse({"items": items})


def batch_address(photos: list[Photo]) -> str:
    asked = QueryDict(mutable=True)
    asked.setlist("photo", [str(photo.pk) for photo in photos])
    return f"{reverse('admin:photos_photo_batch')}?{asked.urlencode()}"


def _words() -> dict[str, str]:
    """What the page's script says."""
    return {
        "waiting": _("waiting"),
        "sending": _("sent: %s"),
        "reading": _("being read…"),
        "done": _("here"),
        "failed": _("not taken in"),
        "too_large": _("larger than %s MB"),
        "unreachable": _("The newsroom cannot be reached: try again."),
        "open": _("Open the photo"),
    }
