"""The contact sheet: photos found, each with what an editor must know of it at once."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.cursors import Cursor
from desk.photo_search import Filters, Found, find, use_counts
from newsroom.text.fold import fold
from photos.describing import credit_line
from photos.framing import THUMB, VIEW
from photos.models import Agency, Photo, Rights
from photos.validity import Fault, faults

_ALL = gettext_lazy("All")


def _choices(kind: Any) -> list[tuple[str, Any]]:
    return [("", _ALL), *kind.choices]


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget)


def _text(label: Any, **attributes: Any) -> forms.CharField:
    widget = forms.TextInput(attrs=attributes)
    return forms.CharField(label=label, required=False, widget=widget)


class FilterForm(forms.Form):
    """What is asked for, as it stands in the address. Nonsense asks for nothing."""

    q = forms.CharField(
        label=gettext_lazy("Caption, credit, people, place, keywords"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    agency = _text(gettext_lazy("agency"), list="agencies")
    photographer = _text(gettext_lazy("photographer"), list="photographers")
    since = _day(gettext_lazy("from day"))
    until = _day(gettext_lazy("to day"))
    orientation = forms.ChoiceField(
        label=gettext_lazy("orientation"),
        choices=_choices(Photo.Orientation),
        required=False,
    )
    rights = forms.ChoiceField(
        label=gettext_lazy("rights"), choices=_choices(Rights), required=False
    )
    unused = forms.BooleanField(label=gettext_lazy("never printed"), required=False)
    no_credit = forms.BooleanField(label=gettext_lazy("without credit"), required=False)

    def clean_agency(self) -> str:
        """As the table of agencies writes it, however it was typed."""
        typed = self.cleaned_data["agency"]
        known = (
            Agency.objects.filter(search_name=fold(typed)).first() if typed else None
        )
        return known.name if known else typed

    @property
    def ticks(self) -> list[forms.BoundField]:
        return [self["unused"], self["no_credit"]]

    @property
    def pickers(self) -> list[forms.BoundField]:
        apart = {"q", "unused", "no_credit"}
        return [self[name] for name in self.fields if name not in apart]

    def filters(self) -> Filters:
        self.is_valid()
        said = self.cleaned_data
        return Filters(
            words=said.get("q", ""),
            agency=said.get("agency", ""),
            photographer=said.get("photographer", ""),
            since=said.get("since"),
            until=said.get("until"),
            orientation=said.get("orientation", ""),
            rights=said.get("rights", ""),
            is_unused=said.get("unused", False),
            lacks_credit=said.get("no_credit", False),
        )


@dataclass(frozen=True)
class Picture:
    """The desk's own picture of a photo: its address, and its size there in pixels."""

    src: str
    width: int
    height: int


def picture_of(photo: Photo, longest: int = VIEW) -> Picture:
    """Of one taken down it shows a mark instead. `longest` is VIEW or THUMB."""
    width, height = photo.framing.size(photo.framing.jpeg(longest))
    name = "desk_thumbnail" if longest == THUMB else "desk_picture"
    return Picture(reverse(f"admin:{name}", args=[photo.pk]), width, height)


@dataclass(frozen=True)
class Frame:
    """One photo on the sheet. `uses` counts the articles that show it now."""

    photo: Photo
    uses: int

    @property
    def address(self) -> str:
        return reverse("admin:photos_photo_change", args=[self.photo.pk])

    @property
    def picture(self) -> Picture:
        return picture_of(self.photo, THUMB)

    @property
    def title(self) -> str:
        return self.photo.caption or self.photo.file_name

    @cached_property
    def credit(self) -> str:
        return credit_line(self.photo)

    @cached_property
    def faults(self) -> list[Fault]:
        return faults(self.photo)

    @property
    def state(self) -> str:
        """A class of the style sheet; "" for a photo that may simply be used."""
        if self.photo.taken_down_at:
            return "down"
        if any(fault.forbids for fault in self.faults):
            return "forbidden"
        return "warned" if self.faults or self.photo.restrictions else ""

    @property
    def state_word(self) -> str:
        return {
            "down": _("taken down"),
            "forbidden": _("may not be used"),
            "warned": _("look first"),
        }.get(self.state, "")

    @property
    def reasons(self) -> str:
        """Why, in sentences."""
        told = [fault.sentence for fault in self.faults]
        return " ".join([*told, self.photo.restrictions]).strip()

    @property
    def told(self) -> str:
        """JSON: what a page's script needs to show the photo and propose a caption."""
        return json.dumps(described(self.photo))


def described(photo: Photo) -> dict[str, Any]:
    """What the page needs to show a photo and to propose a caption."""
    picture = picture_of(photo)
    return {
        "id": photo.pk,
        "src": picture.src,
        "width": picture.width,
        "height": picture.height,
        "caption": photo.caption,
        "credit": credit_line(photo),
        "alt": photo.alt,
    }


def frames(photos: list[Photo]) -> list[Frame]:
    """One query more, for all of them."""
    uses = use_counts(photos)
    return [Frame(photo, uses.get(photo.pk, 0)) for photo in photos]


class Picking:
    """The filters of the picker, before anything was asked for."""

    photographers: list[str] = []

    def __init__(self) -> None:
        self.form = FilterForm(auto_id="filter-%s")

    @property
    def agencies(self) -> list[str]:
        names = Agency.objects.order_by("name", "id")
        return list(names.values_list("name", flat=True))


class Sheet(Picking):
    """What was asked for in an address, and what was found."""

    def __init__(self, asked: QueryDict, *, only_usable: bool = False) -> None:
        self.form = FilterForm(asked, auto_id="filter-%s")
        self.filters = self.form.filters()
        self.asked = asked
        self.before = Cursor.parse(asked.get("before", ""))
        found: Found = find(self.filters, before=self.before, only_usable=only_usable)
        self.frames = frames(found.photos)
        self.older = str(found.older) if found.older else ""
        rows = (photo.photographers.all() for photo in found.photos)
        self.photographers = sorted({row.name for names in rows for row in names})

    @property
    def is_filtered(self) -> bool:
        return self.filters != Filters()

    @property
    def query(self) -> str:
        """The address's filters, for the next page."""
        asked = self.asked.copy()
        asked.pop("before", None)
        return asked.urlencode()
