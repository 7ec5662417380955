"""Signing in: the password, then the second factor where there is one; who must wait.

Between the two nobody is signed in: the session only remembers, for WAIT seconds, whose
password was right.
"""

import time
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, RedirectURLMixin
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from desk import second_factor
from desk.models import User
from desk.refusals import WrongCode

WAIT = 300  # seconds between the password and the code
_KEY = "password_was_right"


class PasswordView(LoginView):
    """Django's own, but for the code that some are asked for next."""

    authentication_form = AdminAuthenticationForm
    template_name = "admin/login.html"
    next_page = "admin:index"

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        user = form.get_user()
        if not second_factor.is_on(user):
            return super().form_valid(form)
        self.request.session[_KEY] = {
            "user": user.pk,
            "hash": user.get_session_auth_hash(),
            "backend": user.backend,
            "until": int(time.time()) + WAIT,
        }
        query = urlencode({self.redirect_field_name: self.get_success_url()})
        return redirect(f"{reverse('admin:login_code')}?{query}")


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autofocus": True,
                "autocapitalize": "none",
                "class": "code",
            }
        ),
    )


@method_decorator(
    [never_cache, sensitive_post_parameters("code")],
    name="dispatch",
)
class CodeView(RedirectURLMixin, FormView):
    """The second step: open only to whose password was right a moment ago."""

    form_class = CodeForm
    template_name = "admin/login_code.html"
    next_page = "admin:index"
    user: User

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        user = half_signed_in(request)
        if user is None:
            query = urlencode({self.redirect_field_name: self.get_success_url()})
            return redirect(f"{reverse('admin:login')}?{query}")
        self.user = user
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **admin.site.each_context(self.request),
            title=gettext("Second factor"),
            next=self.get_success_url(),
            **kwargs,
        )

    def form_valid(self, form: CodeForm) -> HttpResponse:
        try:
            second_factor.check(self.user, form.cleaned_data["code"])
        except WrongCode as refusal:
            form.add_error("code", str(refusal))
            return self.form_invalid(form)
        backend = self.request.session.pop(_KEY)["backend"]
        login(self.request, self.user, backend=backend)
        return redirect(self.get_success_url())


def half_signed_in(request: HttpRequest) -> User | None:
    """Whose password was right, unless it is too long ago or has changed since."""
    known = request.session.get(_KEY)
    if not known or known["until"] < time.time():
        return None
    user = User.objects.filter(pk=known["user"], is_active=True, is_staff=True).first()
    return user if user and user.get_session_auth_hash() == known["hash"] else None


def locked_out(
    request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None
) -> HttpResponse:
    """Instead of any answer: too many wrong passwords came from here."""
    handler = AxesProxyHandler.get_implementation()
    context = {
        **admin.site.each_context(request),
        "title": gettext("Too many wrong passwords"),
        "until": handler.locked_until(request, credentials),
    }
    return render(request, "admin/locked_out.html", context, status=429)
