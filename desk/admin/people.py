"""Staff: accounts, the roles they have, and the sections they work in."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.forms import SetPasswordMixin
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.models import Section
from articles.models.sections import IN_BRANCHES
from desk import people, second_factor
from desk.admin.saving import VerbAdmin, VerbForm
from desk.models import User
from desk.refusals import AccountRefused
from desk.roles import LABELS
from desk.throttling import wrong_passwords


class AccountForm(VerbForm):
    """No field here gives a right but the roles."""

    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Roles"), widget=forms.CheckboxSelectMultiple
    )
    sections = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Sections"),
        queryset=Section.objects.select_related("parent").order_by(*IN_BRANCHES),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "With none chosen the person works in all of them. A section holds its"
            " sub-sections."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"].choices = [
            (name, f"{label}: {duty}") for name, (label, duty) in LABELS.items()
        ]
        self.fields["sections"].label_from_instance = _path
        if self.instance.pk:
            names = self.instance.groups.values_list("name", flat=True)
            self.initial["roles"] = list(names)

    def account(self) -> people.Account:
        values = self.cleaned_data
        names = ("username", "last_name", "first_name", "email", "language", "author")
        return people.Account(
            roles=frozenset(values["roles"]),
            sections=frozenset(section.pk for section in values["sections"]),
            is_active=values.get("is_active", True),
            **{name: values[name] for name in names},
        )


class NewAccountForm(SetPasswordMixin, AccountForm):
    password1, password2 = SetPasswordMixin.create_password_fields()

    def clean(self) -> dict[str, Any]:
        self.validate_passwords()
        return super().clean()


class PasswordForm(SetPasswordMixin, forms.Form):
    """A new password for somebody else; the verb says what is wrong with it."""

    password1, password2 = SetPasswordMixin.create_password_fields()

    def clean(self) -> dict[str, Any]:
        self.validate_passwords()
        return super().clean() or self.cleaned_data


def _path(section: Section) -> str:
    return " › ".join(row.name for row in (section.parent, section) if row)


class RoleFilter(admin.SimpleListFilter):
    title = gettext_lazy("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, str(label)) for name, (label, _duty) in LABELS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


@admin.register(User)
class StaffAdmin(VerbAdmin):
    act = "manage people"
    form = AccountForm
    list_display = [
        "username",
        "full_name",
        "roles",
        "state",
        "has_phone",
        "last_login",
    ]
    list_filter = [RoleFilter]
    search_fields = ["username", "first_name", "last_name", "email"]
    autocomplete_fields = ["author"]
    ordering = ["username", "id"]
    fieldsets = [
        (None, {"fields": ["username", "last_name", "first_name", "email"]}),
        (gettext_lazy("Work"), {"fields": ["roles", "sections", "author", "language"]}),
        (gettext_lazy("Account"), {"fields": ["is_active"]}),
    ]
    add_fieldsets = [
        *fieldsets[:2],
        (gettext_lazy("Password"), {"fields": ["password1", "password2"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        phones = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        rows = super().get_queryset(request).annotate(with_phone=Exists(phones))
        return rows.prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        return self.fieldsets if obj else self.add_fieldsets

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[Any]:
        if obj is None:
            kwargs["form"] = NewAccountForm
        return super().get_form(request, obj, change=change, **kwargs)

    @admin.display(description=gettext_lazy("full name"), ordering="last_name")
    def full_name(self, user: User) -> str:
        return user.get_full_name()

    @admin.display(description=gettext_lazy("roles"))
    def roles(self, user: User) -> str:
        names = [group.name for group in user.groups.all()]
        found = [str(LABELS[name][0]) for name in LABELS if name in names]
        return ", ".join([*found, *([_("superuser")] if user.is_superuser else [])])

    @admin.display(description=gettext_lazy("second factor"))
    def has_phone(self, user: User) -> str:
        return _("on") if user.with_phone else "–"

    @admin.display(description=gettext_lazy("state"), ordering="is_active")
    def state(self, user: User) -> SafeString:
        word = _("open") if user.is_active else _("closed")
        dot = "live" if user.is_active else "withdrawn"
        return format_html('<span class="state {}">{}</span>', dot, word)

    def store(self, request: HttpRequest, row: Any, form: Any, *, is_new: bool) -> User:
        if is_new:
            password = form.cleaned_data["password1"]
            return people.hire(form.account(), password=password, by=request.user)
        return people.change(row, form.account(), by=request.user)

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.sign_in_view)
        return [
            path("<int:number>/sign-in/", view, name="desk_user_sign_in"),
            *super().get_urls(),
        ]

    def sign_in_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """What lets the person in: a new password, another try, no second factor."""
        user = get_object_or_404(User, pk=number)
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        act = request.POST.get("act", "")
        form = PasswordForm(request.POST if act == "password" else None)
        if request.method == "POST" and self._let_in(request, user, act, form):
            return redirect("admin:desk_user_sign_in", number)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Signing in: %(name)s") % {"name": user.username},
            "opts": self.opts,
            "person": user,
            "form": form,
            "wrong": wrong_passwords(user.username),
            "is_on": second_factor.is_on(user),
        }
        return render(request, "admin/desk/user/sign_in.html", context)

    def _let_in(
        self, request: HttpRequest, user: User, act: str, form: PasswordForm
    ) -> bool:
        if act == "password":
            if not form.is_valid():
                return False
            try:
                password = form.cleaned_data["password1"]
                people.set_password(user, password, by=request.user)
            except AccountRefused as refusal:
                form.add_error("password1", str(refusal))
                return False
            messages.success(request, _("The new password holds from now on."))
        elif act == "unlock":
            people.let_try_again(user, by=request.user)
            messages.success(request, _("The wrong passwords are forgotten."))
        elif act == "reset":
            second_factor.reset(user, by=request.user)
            messages.success(request, _("Signing in asks for the password alone."))
        return True
