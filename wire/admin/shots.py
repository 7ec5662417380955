"""A place for the photo of each caption: the file, its words, and what was wrong.

A file that was sent is taken in at once, so that nobody sends it twice: browsers give
no file back to a form that was refused.
"""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from desk import photo_desk
from desk.admin.picker import TakeInForm, described
from desk.admin.story_pages import whole_number
from desk.models import User
from desk.permissions import Forbidden
from desk.refusals import PhotoRejected
from newsroom.text.canonical import digest
from photos.models import Photo
from wire.composing import Shot
from wire.dispatch import Dispatch

_MORE = "more-"  # how the keys of those without a caption begin
_HEAVY = ("original_metadata", "search_text")
PATIENCE = 8.0  # seconds: after that no picture is begun; gunicorn gives a worker 30
MOST = 40  # places on one page


@dataclass
class Slot:
    """`number` is the caption's among the dispatch's, None for a photo without one.

    `photo` was taken in, by this form or an earlier one; `remark` says what about it.
    """

    key: str
    number: int | None = None
    caption: str = ""
    credit: str = ""
    photo: Photo | None = None
    remark: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def picture(self) -> dict[str, Any] | None:
        return described(self.photo) if self.photo else None

    @property
    def is_kept(self) -> bool:
        """Whether it belongs to a caption, or holds something of a person's."""
        is_own = self.key.startswith(_MORE) and bool(self.caption or self.credit)
        return self.number is not None or bool(self.photo or self.errors) or is_own

    def shot(self) -> Shot | None:
        return Shot(self.photo, self.caption, self.number) if self.photo else None


def slots_for(request: HttpRequest, dispatch: Dispatch | None) -> list[Slot]:
    """Those of the captions as read, with what was sent; then those without a caption.

    The last one is empty.
    """
    sent = _sent(request.POST, request.FILES)
    slots: list[Slot] = []
    for number, photo in enumerate(dispatch.photos if dispatch else ()):
        key = _key(photo.caption or photo.credit_line, slots)
        slot = sent.pop(key, None) or Slot(key, None, photo.caption, photo.credit_line)
        slot.number = number
        slots.append(slot)
    slots = slots[:MOST] + list(sent.values())
    _take_in(request, slots)
    kept = [slot for slot in slots if slot.is_kept or dispatch is None]
    return [*kept, _empty(kept)]


def _empty(slots: Iterable[Slot]) -> Slot:
    known = {slot.key for slot in slots}
    return next(
        Slot(f"{_MORE}{number}")
        for number in count(1)
        if f"{_MORE}{number}" not in known
    )


def _key(caption: str, before: Iterable[Slot]) -> str:
    """Tells the words of a caption; two that say the same are told by their order."""
    words = digest(caption)[:16]
    return f"{words}-{sum(slot.key.startswith(words) for slot in before)}"


def _sent(data: Mapping[str, str], files: Mapping[str, Any]) -> dict[str, Slot]:
    """By key, in the order of the form."""
    keys = [
        name.removeprefix("caption-") for name in data if name.startswith("caption-")
    ]
    numbers = {key: whole_number(data.get(f"photo-{key}", "")) for key in keys[:MOST]}
    rows = Photo.objects.filter(pk__in=filter(None, numbers.values()))
    photos = rows.filter(taken_down_at=None).defer(*_HEAVY).in_bulk()
    return {
        key: Slot(
            key,
            caption=data.get(f"caption-{key}", ""),
            credit=data.get(f"credit-{key}", ""),
            photo=None if f"drop-{key}" in data else photos.get(number),
        )
        for key, number in numbers.items()
    }


def _take_in(request: HttpRequest, slots: list[Slot]) -> None:
    """Every file that was sent, one after the other, as long as there is time."""
    until = time.monotonic() + PATIENCE
    for slot in slots:
        file = request.FILES.get(f"file-{slot.key}")
        if file is None:
            continue
        if time.monotonic() > until:
            slot.errors["file"] = _("Too many pictures at once: send this one again.")
            continue
        form = TakeInForm(
            {"caption": slot.caption, "credit": slot.credit}, {"file": file}
        )
        if form.is_valid():
            _bring_in(slot, form.cleaned_data, by=request.user, at=timezone.now())
        else:
            slot.errors = {name: " ".join(said) for name, said in form.errors.items()}


def _bring_in(slot: Slot, values: dict[str, Any], *, by: User, at: datetime) -> None:
    try:
        words = photo_desk.Words(values["caption"], values["credit"])
        slot.photo = photo_desk.bring_in(values["file"], words, by=by, at=at)
    except (PhotoRejected, Forbidden) as refusal:
        slot.errors["file"] = str(refusal)
        return
    if slot.photo.created_at != at:
        slot.remark = _("This picture was here already; it stays as it is described.")
