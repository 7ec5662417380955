"""The rows of the story form: bylines, topics and the two lists of links.

Rows have no life of their own: what is posted replaces them as a set, so no row has an
id, and one that somebody else has removed meanwhile is no error here.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.forms.formsets import formset_factory
from django.utils.translation import gettext_lazy as _

from articles.copy import Byline, Link, LinkKind
from articles.fields import LARGEST
from articles.html import is_safe_address
from articles.models import Topic
from desk.models import StoryByline, StoryLink
from newsroom.text.clean import clean, clean_line
from newsroom.text.fold import fold

MOST = 500  # rows of one kind that can be saved
_SHOWN = 5_000  # rows that come back in a form that is refused: more cannot be posted


class CleanField(forms.CharField):
    """Text as it will be kept, so that its length is counted as it will be."""

    def __init__(self, *, cleaner: Callable[[str], str] = clean_line, **kwargs: Any):
        self.cleaner = cleaner
        super().__init__(**{"required": False, "strip": False, **kwargs})

    def to_python(self, value: Any) -> str:
        return self.cleaner(super().to_python(value))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No `maxlength`: browsers cut what is pasted and do not say so."""
        return {}


def column_field(model: type, name: str, **kwargs: Any) -> CleanField:
    """A field for a text column: its label, its longest length."""
    column = model._meta.get_field(name)  # type: ignore[attr-defined]
    limits = {"max_length": column.max_length} if column.max_length else {}
    return CleanField(**{"label": column.verbose_name, **limits, **kwargs})


def number_field(**kwargs: Any) -> forms.IntegerField:
    """The number of a row."""
    return forms.IntegerField(
        **{"required": False, "min_value": 1, "max_value": LARGEST, **kwargs}
    )


def _hidden() -> forms.IntegerField:
    return number_field(widget=forms.HiddenInput)


class BylineForm(forms.Form):
    author = _hidden()
    title = CleanField(widget=forms.HiddenInput)  # the author's name; shown, not kept
    name = column_field(StoryByline, "name")
    role = column_field(StoryByline, "role")

    def row(self) -> Byline | None:
        values = self.cleaned_data
        name = values["name"] or (values["title"] if values["author"] else "")
        return Byline(name, values["author"], values["role"]) if name else None


class TopicForm(forms.Form):
    topic = _hidden()
    name = CleanField(label=_("topic"))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("name") and not values.get("topic"):
            values["topic"] = self._named(values["name"])
        return values

    def _named(self, name: str) -> int | None:
        """Without JavaScript a topic is written, and found by its name."""
        topics = Topic.objects.filter(search_name=fold(name), merged_into=None)
        found = topics.order_by("pk").values_list("pk", flat=True)[:2]
        if len(found) != 1:
            self.add_error("name", _("There is no such topic: choose from the list."))
            return None
        return found[0]

    def row(self) -> int | None:
        return self.cleaned_data["topic"]


class LinkForm(forms.Form):
    kind: LinkKind
    target = number_field(label=_("story number"))
    title = CleanField(widget=forms.HiddenInput)  # the target's headline, not kept
    url = column_field(StoryLink, "url")
    text = column_field(StoryLink, "text")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        url, target = values.get("url"), values.get("target")
        if url and target:
            self.add_error("url", _("A story or an address, not both: empty one."))
        elif url and not is_safe_address(url):
            self.add_error("url", _("This is no web address: begin it with https://"))
        elif values.get("text") and not url and not target and "url" not in self.errors:
            self.add_error("url", _("Where does this text lead? Give its address."))
        return values

    def row(self) -> Link | None:
        values = self.cleaned_data
        if values["target"]:
            return Link(self.kind, story=values["target"])
        if not values["url"]:
            return None
        return Link(self.kind, url=values["url"], text=values["text"])


class RelatedForm(LinkForm):
    kind = LinkKind.RELATED


class MoreForm(LinkForm):
    kind = LinkKind.MORE


class RowSet(forms.BaseFormSet):
    """Rows in an order that is posted as numbers, moved by dragging or by buttons."""

    def initial_form_count(self) -> int:
        """Nothing that is posted is known from before."""
        return 0 if self.is_bound else super().initial_form_count()

    def shown(self) -> list[forms.Form]:
        """The rows that say something."""
        return [form for form in self if form not in self.spare()]

    def spare(self) -> list[forms.Form]:
        """Empty ones, for who has no JavaScript."""
        if not self.is_bound:
            return self.extra_forms
        return [form for form in self if not form.has_changed()]

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["ORDER"].label = _("position")
        form.fields["DELETE"].label = _("Remove")

    def get_ordering_widget(self) -> forms.Widget:
        return forms.NumberInput(attrs={"class": "_reorder_", "min": 1})

    def rows(self) -> tuple[Any, ...]:
        """What the valid, filled rows stand for, in order; without the deleted."""
        made = [
            (form.cleaned_data.get("ORDER"), number, form.row())
            for number, form in enumerate(self.forms)
            if form.has_changed() and not self._should_delete_form(form)
        ]
        made.sort(key=lambda entry: (entry[0] is None, entry[0] or 0, entry[1]))
        return tuple(row for _order, _number, row in made if row is not None)


def row_set(form: type[forms.Form]) -> type[RowSet]:
    """Two empty rows are for who has no JavaScript."""
    return formset_factory(
        form,
        formset=RowSet,
        can_order=True,
        can_delete=True,
        extra=2,
        max_num=MOST,
        absolute_max=_SHOWN,
        validate_max=True,
    )


BylineRows = row_set(BylineForm)
TopicRows = row_set(TopicForm)
RelatedRows = row_set(RelatedForm)
MoreRows = row_set(MoreForm)


def text_cleaner(text: str) -> str:
    """For a text of several lines."""
    return clean(text).strip()
