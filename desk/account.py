"""The person's own account: language, password, second factor."""

import io
from typing import Any

import qrcode
import qrcode.image.svg
from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from desk import people, second_factor
from desk.login import CodeForm
from desk.models import User
from desk.refusals import WrongCode


class StaffRequest(HttpRequest):
    """What the site lets through: somebody is signed in."""

    user: User


class LanguageForm(forms.Form):
    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: StaffRequest) -> HttpResponse:
    """Who I am here; and the language that the desk speaks to me."""
    known = {"language": request.user.language}
    form = LanguageForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        people.speak(request.user, form.cleaned_data["language"])
        with override(form.cleaned_data["language"]):
            messages.success(request, gettext("The desk speaks this language now."))
        return redirect("admin:account")
    context = {"form": form, "is_on": second_factor.is_on(request.user)}
    return _render(request, "account", context, title=gettext("My account"))


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def second_step(request: StaffRequest) -> HttpResponse:
    """Turn the second factor on or off, or get new recovery codes: each by a code."""
    if request.POST.get("act") == "begin":
        second_factor.begin(request.user)
        return redirect("admin:second_factor")
    form = CodeForm(request.POST or None)
    codes: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            codes = _do(request, form.cleaned_data["code"])
        except WrongCode as refusal:
            form.add_error("code", str(refusal))
        else:
            form = CodeForm()
    is_on = second_factor.is_on(request.user)
    secret = "" if is_on else second_factor.secret_of(request.user)
    context = {"form": form, "codes": codes, "is_on": is_on, "secret": secret}
    return _render(request, "second_factor", context, title=gettext("Second factor"))


@require_safe
def picture(request: StaffRequest) -> HttpResponse:
    """What the phone scans, between the beginning and the first right code."""
    address = second_factor.address_of(request.user)
    if not address:
        raise Http404
    image = qrcode.make(address, image_factory=qrcode.image.svg.SvgPathImage, border=2)
    drawn = io.BytesIO()
    image.save(drawn)
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


def _do(request: StaffRequest, code: str) -> list[str]:
    """What the pressed button says; gives recovery codes to show, if there are new."""
    match request.POST.get("act"):
        case "finish":
            return second_factor.finish(request.user, code)
        case "renew":
            return second_factor.renew_codes(request.user, code)
        case "stop":
            second_factor.stop(request.user, code)
            messages.success(request, gettext("The second factor is off."))
    return []


def _render(
    request: HttpRequest, name: str, context: dict[str, Any], *, title: str
) -> HttpResponse:
    context = {**admin.site.each_context(request), **context, "title": title}
    return render(request, f"admin/{name}.html", context)
