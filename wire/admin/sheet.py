"""All that the page holds: what was pasted, chosen and sent, and what is read of it."""

from collections.abc import Iterator
from functools import cached_property

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Section
from articles.models.sections import IN_BRANCHES
from desk.models import Story
from desk.permissions import may
from newsroom.text.canonical import digest
from newsroom.text.slugs import slugify
from wire.admin.marking import Row, rows_of
from wire.admin.shots import Slot, slots_for
from wire.correcting import contradictions, corrected
from wire.dispatch import Dispatch, Unsure
from wire.importing import Wishes, read, story_of
from wire.unreadable import Unreadable

_PART = "part-"  # how the names of choices begin


class Sheet:
    """`read` is the dispatch as read, `dispatch` as corrected: None while unreadable.

    `known` is the story that these very bytes were made before.
    """

    def __init__(self, request: HttpRequest) -> None:
        self.by = request.user
        self.is_sent = request.method == "POST"
        # Browsers send CRLF, whatever was pasted.
        self.text = request.POST.get("text", "").replace("\r\n", "\n")
        self.raw = self.text.encode(errors="replace")
        self.choices = {
            name.removeprefix(_PART): kind
            for name, kind in request.POST.items()
            if name.startswith(_PART)
        }
        self._section = request.POST.get("section", "")
        self.is_seen = request.POST.get("seen", "") == self.seen
        self.refusals: list[str] = []
        self.read = self._read() if self.is_sent else None
        self.dispatch = corrected(self.read, self.choices) if self.read else None
        self.slots = slots_for(request, self.dispatch) if self.is_sent else []
        self.known = story_of(self.raw) if self.read else None

    def _read(self) -> Dispatch | None:
        if not self.text.strip():
            self.refusals.append(_("Nothing is pasted yet: paste the dispatch here."))
            return None
        try:
            return read(self.raw)
        except Unreadable as refusal:
            self.refusals.append(str(refusal))
            return None

    @property
    def seen(self) -> str:
        """Tells the text that is shown: nothing else is made a story."""
        return digest(self.text)

    def obstacles(self) -> list[str]:
        """Why no story can be made of it yet."""
        found = []
        if self.read and not self.is_seen:
            found.append(_("The text was changed: look at its parts once more."))
        if any(slot.errors for slot in self.slots):
            found.append(_("A picture was not taken in: see what is marked in red."))
        return found

    def wishes(self) -> Wishes:
        shots = (slot.shot() for slot in self.slots)
        return Wishes(self.choices, self.section, tuple(filter(None, shots)))

    @cached_property
    def sections(self) -> list[Section]:
        """Those that this person may bring a story into, in the order of the paper."""
        rows = Section.objects.select_related("parent").order_by(*IN_BRANCHES)
        return [row for row in rows if may(self.by, "import", Story(section=row))]

    @property
    def section(self) -> str:
        """The slug of the one that was chosen, or that the dispatch names."""
        named = slugify(self.dispatch.section) if self.dispatch else ""
        wanted = self._section or named
        return wanted if wanted in {row.slug for row in self.sections} else ""

    @property
    def new_section(self) -> str:
        """The name of the section that will be made: the dispatch's, undoubted."""
        if self.section or self.dispatch is None or any(self._doubts("section")):
            return ""
        name = self.dispatch.section
        is_known = Section.objects.filter(slug=slugify(name)).exists()
        return "" if is_known or self.by.sections.all() else name

    def _doubts(self, kind: str) -> Iterator[Unsure]:
        if self.dispatch:
            yield from (each for each in self.dispatch.unsure if each.part == kind)

    @cached_property
    def doubts(self) -> list[Unsure]:
        """What must be decided, what may be wrong, and a section that is missing."""
        if self.dispatch is None:
            return []
        decided = ["section"] if self.section else []
        found = [
            *contradictions(self.dispatch),
            *self.dispatch.unsure_but_for(*decided),
        ]
        if not (self.section or self.new_section or any(self._doubts("section"))):
            reason = _("There is no section yet: choose one before printing.")
            found.append(Unsure("section", reason))
        told: dict[str, Unsure] = {}
        for each in found:
            told.setdefault(each.reason, each)
        return list(told.values())

    @cached_property
    def rows(self) -> list[Row]:
        if self.read is None or self.dispatch is None:
            return []
        return rows_of(self.read, self.dispatch, self.choices, self.slots, self.doubts)

    @property
    def listed(self) -> list[tuple[str, str]]:
        """(reason, id of what it is about) of each doubt; no id where nothing is."""
        places = {row.kind: f"part-{row.name}" for row in reversed(self.rows)}
        places["section"] = "id_section"
        return [(each.reason, places.get(each.part, "")) for each in self.doubts]

    @property
    def slots_at_the_end(self) -> list[Slot]:
        placed = {row.slot.key for row in self.rows if row.slot}
        return [slot for slot in self.slots if slot.key not in placed]

    @property
    def unshown(self) -> dict[str, str]:
        """Choices about words that are not on the page now; they may come back."""
        shown = {row.name for row in self.rows if row.may_be_chosen}
        return {n: kind for n, kind in self.choices.items() if n not in shown}

    @property
    def state(self) -> list[str]:
        """What the bar says of it."""
        parts, doubts = len(self.rows), len(self.doubts)
        lacking = [s for s in self.slots if s.number is not None and not s.photo]
        said = [ngettext("%d part", "%d parts", parts) % parts]
        if doubts:
            said.append(ngettext("%d doubt", "%d doubts", doubts) % doubts)
        if count := len(lacking):
            words = ngettext(
                "%d caption without photo", "%d captions without photo", count
            )
            said.append(words % count)
        return said if parts else []
