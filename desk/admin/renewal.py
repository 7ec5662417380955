"""Signing in again without leaving the page, so that nothing on it is lost."""

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from desk import second_factor
from desk.admin.endpoints import refusal
from desk.refusals import WrongCode


@method_decorator(never_cache, name="dispatch")
@method_decorator(sensitive_post_parameters("password", "code"), name="dispatch")
class Renewal(View):
    """GET says who is signed in, POST signs in; both give the token to post with."""

    def get(self, request: HttpRequest) -> JsonResponse:
        is_in = admin.site.has_permission(request)
        name = request.user.get_username() if is_in else ""
        return JsonResponse({"user": name, "csrf": get_token(request)})

    def post(self, request: HttpRequest) -> JsonResponse:
        """As the login page asks: the password, then a code where there is one.

        `needs_code` says that the password was right and a code is wanted with it.
        """
        form = AdminAuthenticationForm(request, data=request.POST)
        if not form.is_valid():
            return refusal(" ".join(form.non_field_errors()) or _("Who are you?"))
        user, code = form.get_user(), request.POST.get("code", "")
        if second_factor.is_on(user):
            if not code.strip():
                return refusal(_("Your code, please."), needs_code=True)
            try:
                second_factor.check(user, code[:20])
            except WrongCode as error:
                return refusal(str(error), needs_code=True)
        login(request, user)
        return JsonResponse({"user": user.get_username(), "csrf": get_token(request)})


urls = [path("renew/", Renewal.as_view(), name="renew")]
