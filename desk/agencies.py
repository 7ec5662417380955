"""The table of agencies: whose photos the house may print, and as what."""

from django.db import transaction
from django.utils.translation import gettext as _

from desk.models import User
from desk.permissions import Forbidden, may
from desk.records import clock, note
from desk.refusals import NameRefused
from newsroom.text.clean import clean_line
from newsroom.text.fold import fold
from photos.house_style import Kind
from photos.models import Agency, Photo, Rights


@transaction.atomic
def keep(
    agency: Agency | None, *, name: str, rights: str, remark: str, by: User
) -> Agency:
    """A new agency, or what is to stand there; the rights in its photos follow.

    Raises Forbidden, NameRefused.
    """
    _require(by)
    row = agency or Agency()
    before = row.search_name
    row.name, row.rights, row.note = clean_line(name), rights, remark.strip()
    row.search_name = fold(row.name)[:160]
    if not row.search_name:
        raise NameRefused(_("The name is missing."), field="name")
    same = Agency.objects.filter(search_name=row.search_name).exclude(pk=row.pk)
    if same.exists():
        raise NameRefused(_("This agency is in the table already."), field="name")
    row.save()
    changed = _derive_again({before, row.search_name})
    detail = {"agency": row.name, "rights": rights, "photos": changed}
    note("keep agency", by=by, at=clock(), detail=detail)
    return row


@transaction.atomic
def remove(agency: Agency, *, by: User) -> None:
    """Nobody knows the rights in its photos then. Raises Forbidden."""
    _require(by)
    name = agency.name
    agency.delete()
    changed = _derive_again({fold(name)[:160]})
    detail = {"agency": name, "photos": changed}
    note("remove agency", by=by, at=clock(), detail=detail)


def _require(by: User) -> None:
    if not may(by, "keep photo rights"):
        raise Forbidden(_("You may not keep rights; ask the photo editor."))


def _derive_again(names: set[str]) -> int:
    """Rights that nobody gave by hand, in photos of agencies of these folded names."""
    rows = Photo.objects.filter(are_rights_given=False).exclude(agency="")
    written = rows.order_by().values_list("agency", flat=True).distinct()
    known = dict(Agency.objects.values_list("search_name", "rights").order_by("id"))
    count = 0
    for agency in [name for name in written if fold(name)[:160] in names]:
        photos = rows.filter(agency=agency).exclude(kind=Kind.SCREENSHOT)
        list(photos.select_for_update().order_by("pk").values_list("pk"))
        rights = known.get(fold(agency)[:160])
        if rights:
            count += photos.update(rights=rights)
            continue
        handouts = photos.filter(kind=Kind.HANDOUT)
        count += handouts.update(rights=Rights.HANDOUT)
        count += photos.exclude(kind=Kind.HANDOUT).update(rights=Rights.UNKNOWN)
    return count
