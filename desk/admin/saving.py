"""Screens whose rows only a verb writes: what it refuses is said beside the field."""

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import (
    AutocompleteSelect,
    RelatedFieldWidgetWrapper,
)
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.models import construct_instance
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from desk.admin.screen import Screen
from desk.permissions import may
from desk.refusals import Refusal


class PickedRow(AutocompleteSelect):
    """Django's own, with a name for its box, and for a value that is no row's number.

    Such a value broke the page.
    """

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(
            js=["admin/js/autocomplete.js", "desk/picked.js"]  # in this order
        )

    def optgroups(self, name: str, value: list[Any], attrs: Any = None) -> list[Any]:
        numbers = [each for each in value if re.fullmatch("[0-9]{1,18}", str(each))]
        return super().optgroups(name, numbers, attrs)


class VerbForm(forms.ModelForm):
    """Carries what the verb refused. The rules are the verb's: none is asked here."""

    refusal: Refusal | None = None

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if self.refusal:
            field = self.refusal.field
            self.add_error(field if field in self.fields else None, str(self.refusal))
        return values

    def _post_clean(self) -> None:
        """As Django's, for each column; what concerns the whole row is the verb's."""
        kept = self._get_validation_exclusions()
        names = self._meta.fields
        self.instance = construct_instance(self, self.instance, names)
        try:
            self.instance.clean_fields(exclude=kept)
        except ValidationError as error:
            self._update_errors(error)


class VerbAdmin(Screen):
    """`act` is a key of desk.permissions.ACTS; store() calls the verb.

    A refusal rolls the request's transaction back; then the form is shown again with
    what was typed and what was refused.
    """

    act = ""
    form = VerbForm

    def store(
        self, request: HttpRequest, row: Any, form: Any, *, is_new: bool
    ) -> Model:
        raise NotImplementedError

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        obj.pk = self.store(request, obj, form, is_new=not change).pk

    def save_related(self, *args: Any, **kwargs: Any) -> None:
        """The verb has done it."""

    def changeform_view(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except Refusal as refusal:
            request.refusal = refusal
            return super().changeform_view(request, *args, **kwargs)

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = PickedRow(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, *args: Any, **kwargs: Any) -> Any:
        """Without the small signs for making another row in a second window."""
        field = super().formfield_for_dbfield(*args, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> type[Any]:
        form = super().get_form(request, *args, **kwargs)
        form.refusal = getattr(request, "refusal", None)
        return form

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except Refusal as refusal:
            messages.error(request, str(refusal))
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
            return redirect(reverse(name, args=[object_id]))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request.user, self.act)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, self.act, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
