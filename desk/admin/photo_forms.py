"""The forms of the photo page: what is typed, as the verbs take it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.admin.story_rows import CleanField, column_field, number_field, text_cleaner
from desk.admin.version_forms import VersionForm
from desk.photo_desk import Words
from desk.photo_rights import Span
from newsroom.text.clean import clean_line
from photos.credits import Credit
from photos.describing import credit_of
from photos.house_style import Kind
from photos.models import Lease, Photo, Rights


def area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def moment_field(label: Any, **kwargs: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(
        attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
    )
    return forms.DateTimeField(label=label, required=False, widget=widget, **kwargs)


class WordsForm(VersionForm):
    """Caption, credit and what the photo is found by."""

    caption = column_field(Photo, "caption", cleaner=text_cleaner, widget=area(3))
    alt = column_field(
        Photo,
        "alt",
        widget=area(2),
        help_text=_("What is to be seen, for those who cannot see it."),
    )
    credit = column_field(
        Photo,
        "credit_text",
        help_text=_("Printed as it stands. Left empty, it is made of the parts below."),
    )
    photographers = CleanField(
        label=_("photographers"), help_text=_("Several stand between commas.")
    )
    agency = column_field(Photo, "agency")
    relay = column_field(Photo, "relay_agency")
    kind = forms.ChoiceField(label=_("kind"), choices=Photo.Kind)
    people = column_field(Photo, "people", help_text=_("Between commas."))
    place = column_field(Photo, "place")
    keywords = column_field(Photo, "keywords", help_text=_("Between commas."))
    taken_on = forms.DateField(
        label=_("taken on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    @staticmethod
    def values_of(photo: Photo) -> dict[str, Any]:
        read = credit_of(photo)
        names = ("version", "caption", "alt", "people", "place", "keywords", "taken_on")
        return {
            **{name: getattr(photo, name) for name in names},
            "credit": photo.credit_text,
            "photographers": ", ".join(read.photographers),
            "agency": read.agency,
            "relay": read.relay,
            "kind": read.kind.value,
        }

    def words(self) -> Words:
        """Where only the line was changed, the parts are read in it; where only the
        parts were, they are printed in house style; where both were, both stand."""
        values, changed = self.cleaned_data, set(self.changed_data)
        has_new_parts = bool(changed & {"photographers", "agency", "relay", "kind"})
        has_new_line = "credit" in changed
        names = ("caption", "alt", "people", "place", "keywords", "taken_on")
        return Words(
            **{name: values[name] for name in names},
            credit="" if has_new_parts and not has_new_line else values["credit"],
            parts=None if has_new_line and not has_new_parts else self._parts(),
        )

    def _parts(self) -> Credit:
        values = self.cleaned_data
        people = map(clean_line, values["photographers"].split(","))
        return Credit(
            photographers=tuple(filter(None, people)),
            agency=values["agency"],
            relay=values["relay"],
            kind=Kind(values["kind"]),
        )


class RightsForm(VersionForm):
    rights = forms.ChoiceField(label=_("rights"), required=False)
    restrictions = column_field(
        Photo,
        "restrictions",
        cleaner=text_cleaner,
        widget=area(2),
        help_text=_("Told to everybody who looks at the photo or prints it."),
    )

    def __init__(self, *args: Any, derived: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        follows = _("as the credit says (%(rights)s)") % {
            "rights": Rights(derived).label
        }
        self.fields["rights"].choices = [("", follows), *Rights.choices]

    @staticmethod
    def values_of(photo: Photo) -> dict[str, Any]:
        return {
            "version": photo.version,
            "rights": photo.rights if photo.are_rights_given else "",
            "restrictions": photo.restrictions,
        }


class LeaseForm(VersionForm):
    access = forms.ChoiceField(label=_("use"), choices=Lease.Access)
    starts_at = moment_field(_("from"))
    ends_at = moment_field(_("until"), help_text=_("Vietnamese time."))
    note = column_field(Lease, "note")

    def span(self) -> Span:
        names = ("access", "starts_at", "ends_at", "note")
        return Span(**{name: self.cleaned_data[name] for name in names})


class LeaseNumberForm(VersionForm):
    lease = number_field(widget=forms.HiddenInput, required=True)


class OverrideForm(VersionForm):
    code = forms.CharField(widget=forms.HiddenInput)
    reason = CleanField(
        label=_("Why it is let through"), max_length=500, widget=area(2), required=True
    )


class EndOverrideForm(VersionForm):
    code = forms.CharField(widget=forms.HiddenInput)


class ReasonForm(VersionForm):
    reason = CleanField(
        label=_("Why it is taken down"), max_length=500, widget=area(2), required=True
    )


class FileForm(VersionForm):
    file = forms.FileField(label=_("picture file"))
