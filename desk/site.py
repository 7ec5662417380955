"""The one admin, where editors live. Everything is registered in desk.admin."""

from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.i18n import JavaScriptCatalog

from desk import account, frontdesk
from desk.login import CodeView, PasswordView

ROOMS = frozenset(["photos", "articles", "desk", "wire"])
# The side bar: what lies together in a newsroom, not in the code.
SHELVES = [
    (_("Desk"), ["Story", "Photo", "WireItem", "Agency"]),
    (_("Paper"), ["Section", "Topic", "Author"]),
    (_("What was printed"), ["Edition", "Withdrawal"]),
    (_("House"), ["User", "Audit", "Outbox"]),
]


ROW = "<path:content_type_id>/<path:object_id>"


def closed(request: HttpRequest, **row: str) -> HttpResponse:
    """Nobody goes this way."""
    raise Http404


class Autocomplete(AutocompleteJsonView):
    """Offers only rows that the person may see, asked one by one."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        rows = context["object_list"]
        seen = [row for row in rows if self.has_perm(self.request, row)]
        return {**context, "object_list": seen}


class Words(JavaScriptCatalog):
    """Words for scripts: Django's, and ours, for it lacks some Vietnamese ones."""

    def get_paths(self, packages: Any) -> list[str]:
        ours = [str(path) for path in reversed(settings.LOCALE_PATHS)]
        return [*super().get_paths(packages), *ours]


class NewsroomSite(AdminSite):
    site_header = settings.SITE_NAME
    site_title = settings.SITE_NAME
    index_title = _("The desk")
    empty_value_display = "–"
    enable_nav_sidebar = False

    def register(self, model_or_iterable: Any, *args: Any, **options: Any) -> None:
        """What libraries register gets no screen: roles are code, secrets secret."""
        models = model_or_iterable
        models = models if isinstance(models, list | tuple) else [models]
        ours = [model for model in models if model._meta.app_label in ROOMS]
        super().register(ours, *args, **options)

    def get_urls(self) -> list[Any]:
        """Django's, but `r/` is closed: it told anybody the slug of a draft."""
        others = [
            address
            for address in super().get_urls()
            if getattr(address, "name", None) != "view_on_site"
        ]
        seen = self.admin_view
        return [
            path(f"r/{ROW}/", closed, name="view_on_site"),
            path("login/code/", CodeView.as_view(), name="login_code"),
            path("account/", seen(account.account), name="account"),
            path("account/code/", seen(account.second_step), name="second_factor"),
            path("account/scan/", seen(account.picture), name="second_factor_picture"),
            *others,
        ]

    @method_decorator(never_cache)
    @login_not_required
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """As Django's, with our view, which may ask for a code next."""
        if request.method == "GET" and self.has_permission(request):
            return redirect("admin:index")
        context = {
            **self.each_context(request),
            "title": _("Sign in"),
            "app_path": request.get_full_path(),
            "username": request.user.get_username(),
            **(extra_context or {}),
        }
        if REDIRECT_FIELD_NAME not in {*request.GET, *request.POST}:
            context[REDIRECT_FIELD_NAME] = reverse("admin:index")
        request.current_app = self.name
        return PasswordView.as_view(extra_context=context)(request)

    def index(self, request: Any, extra_context: dict[str, Any] | None = None) -> Any:
        shown = frontdesk.waiting(request.user)
        return super().index(request, {**shown, **(extra_context or {})})

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return Autocomplete.as_view(admin_site=self)(request)

    def i18n_javascript(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        return Words.as_view(packages=["django.contrib.admin"])(request)

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """Screens on the newsroom's shelves; of one app, as Django lists them."""
        found = super().get_app_list(request, app_label)
        if app_label:
            return found
        screens = {
            screen["object_name"]: screen for app in found for screen in app["models"]
        }
        shelves: list[dict[str, Any]] = [
            {"name": name, "app_label": "", "app_url": "", "models": shelf}
            for name, names in SHELVES
            if (shelf := [screens.pop(each) for each in names if each in screens])
        ]
        if screens and shelves:
            shelves[-1]["models"].extend(screens.values())
        return shelves
