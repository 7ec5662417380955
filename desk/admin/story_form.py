"""The story form: one Copy in, one Copy out, and what stands beside it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.copy import Copy, Picture
from articles.html import sanitise
from articles.markup import BodyRefused
from articles.models import Section
from desk.admin.story_rows import (
    BylineRows,
    MoreRows,
    RelatedRows,
    TopicRows,
    column_field,
    number_field,
    text_cleaner,
)
from desk.admin.story_values import initial_values
from desk.editor import BodyWidget
from desk.models import Story, User
from desk.writing import Timing

_LEAP_YEAR = 2024  # without a year, 29 February is a day


class BodyField(forms.CharField):
    """Body HTML, sanitised. What cannot be is an error here, with its text intact."""

    widget = BodyWidget

    def to_python(self, value: Any) -> str:
        try:
            return sanitise(super().to_python(value))
        except BodyRefused as error:
            raise ValidationError(str(error)) from error


class SectionField(forms.ModelChoiceField):
    def label_from_instance(self, section: Section) -> str:
        return " › ".join(row.name for row in (section.parent, section) if row)


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _number(name: Any, least: int, most: int) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"placeholder": name})
    return number_field(label=name, min_value=least, max_value=most, widget=widget)


class StoryForm(forms.Form):
    version = number_field(widget=forms.HiddenInput)

    kicker = column_field(Story, "kicker")
    headline = column_field(Story, "headline", widget=_area(2))
    short_headline = column_field(
        Story, "short_headline", help_text=_("For lists and the front page.")
    )
    search_headline = column_field(
        Story, "search_headline", help_text=_("For search engines and shared links.")
    )
    standfirst = column_field(
        Story, "standfirst", cleaner=text_cleaner, widget=_area(3)
    )
    dateline = column_field(
        Story, "dateline", help_text=_("As written: it opens the first paragraph.")
    )
    day = _number(_("day"), 1, 31)
    month = _number(_("month"), 1, 12)
    year = _number(_("year"), 1900, 2100)
    body = BodyField(
        label=Story._meta.get_field("body").verbose_name, required=False, strip=False
    )
    end_mark = column_field(Story, "end_mark")
    sign_off = column_field(Story, "sign_off")

    section = SectionField(
        Section.objects.select_related("parent").order_by("position", "id"),
        label=_("section"),
        required=False,
        empty_label=_("(choose a section)"),
    )
    language = forms.ChoiceField(label=_("language"), choices=settings.LANGUAGES)
    lead_photo = number_field(label=_("number of the lead photo"))
    lead_caption = column_field(
        Story, "lead_caption", cleaner=text_cleaner, widget=_area(3)
    )
    lead_alt = column_field(
        Story,
        "lead_alt",
        widget=_area(2),
        help_text=_("What is to be seen, for those who cannot see it."),
    )
    embargo_until = forms.DateTimeField(
        label=_("embargo until"),
        required=False,
        widget=forms.DateTimeInput(
            attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
        ),
        help_text=_("Until then nobody can print it. Vietnamese time."),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        day, month, year = (values.get(name) for name in ("day", "month", "year"))
        if (day and not month) or (year and not day):
            self.add_error("day", _("A date has a day and a month; the year if known."))
        elif day and month and not _is_day(year or _LEAP_YEAR, month, day):
            self.add_error("day", _("There is no such day."))
        return values


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


class StorySheet:
    """The form and its rows. What the person saw is its `version`."""

    def __init__(
        self,
        *,
        by: User,
        story: Story | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self.story = story
        # What is posted stands alone: a row that is not there was taken out.
        first = initial_values(story, by=by) if data is None else {}
        self.form = StoryForm(data, initial=first.get("form"))
        self.bylines = BylineRows(data, initial=first.get("bylines"), prefix="bylines")
        self.topics = TopicRows(data, initial=first.get("topics"), prefix="topics")
        self.related = RelatedRows(data, initial=first.get("related"), prefix="related")
        self.more = MoreRows(data, initial=first.get("more"), prefix="more")

    def parts(self) -> list[Any]:
        return [self.form, self.bylines, self.topics, self.related, self.more]

    def is_valid(self) -> bool:
        """Every part is asked, so that every error is shown."""
        return False not in [part.is_valid() for part in self.parts()]

    def copy(self) -> Copy:
        """What a valid sheet says."""
        values = self.form.cleaned_data
        names = "language kicker headline short_headline search_headline standfirst"
        names += " dateline body end_mark sign_off"
        lead = None
        if values["lead_photo"]:
            lead = Picture(
                values["lead_photo"], values["lead_caption"], values["lead_alt"]
            )
        return Copy(
            section=values["section"].pk if values["section"] else None,
            bylines=self.bylines.rows(),
            lead=lead,
            topics=self.topics.rows(),
            links=self.related.rows() + self.more.rows(),
            **{name: values[name] for name in names.split()},
        )

    def timing(self) -> Timing:
        values = self.form.cleaned_data
        return Timing(
            values["day"], values["month"], values["year"], values["embargo_until"]
        )

    def version(self) -> int:
        """0, which no story has, for a form that came back without it."""
        return self.form.cleaned_data["version"] or 0

    def close(self) -> None:
        """For who may read and not write."""
        for form in [self.form, *(row for rows in self.parts()[1:] for row in rows)]:
            for field in form.fields.values():
                field.disabled = True

    def errors(self) -> Iterator[str]:
        """What belongs to no field."""
        for part in self.parts()[1:]:
            yield from part.non_form_errors()
        yield from self.form.non_field_errors()
