"""The table of agencies: what it says holds for every photo that nobody ruled on."""

import pytest

from desk import agencies
from desk.permissions import Forbidden
from desk.refusals import NameRefused
from desk.roles import PHOTO_EDITOR
from photos.models import Agency, Photo, Rights
from tests import makers

pytestmark = pytest.mark.django_db


@pytest.fixture
def ngoc():
    return makers.person("ngoc", PHOTO_EDITOR)


def keep(name: str, rights: str, *, by, agency: Agency | None = None) -> Agency:
    return agencies.keep(agency, name=name, rights=rights, remark="", by=by)


def rights(photo: Photo) -> str:
    photo.refresh_from_db()
    return photo.rights


def test_it_works(ngoc):
    photo, given = (makers.photo("(Ảnh: Minh Hạ/Sao Mai Pictures)") for _n in "12")
    Photo.objects.filter(pk=given.pk).update(are_rights_given=True)

    keep("SAO MAI Pictures", "licensed", by=ngoc)

    assert (rights(photo), rights(given)) == ("licensed", "unknown")
    assert makers.photo("(Ảnh: A Bê/sao mai pictures)").rights == "licensed"


def test_a_new_house_knows_its_own_agency_and_the_great_ones():
    known = dict(Agency.objects.values_list("name", "rights"))

    assert (known["TTXVN"], known["Reuters"]) == (Rights.OWN, Rights.AGENCY)
    assert makers.photo("(Ảnh: Trọng Đức/TTXVN)").rights == Rights.OWN
    assert makers.photo("(Ảnh: AFP/TTXVN)").rights == Rights.AGENCY
    assert makers.photo("Ảnh: Minh Hạ – TTXVN phát").rights == Rights.OWN
    assert makers.photo("(Ảnh cắt từ video của VTV)").rights == Rights.SCREENSHOT
    assert makers.photo("Ảnh: NVCC").rights == Rights.HANDOUT


def test_another_name_takes_the_rights_along(ngoc):
    old, new = makers.photo("(Ảnh: A Bê/AFP)"), makers.photo("(Ảnh: A Bê/Sao Mai TV)")

    keep("Sao Mai TV", "licensed", by=ngoc, agency=Agency.objects.get(name="AFP"))

    assert (rights(old), rights(new)) == ("unknown", "licensed")


def test_a_removed_agency_leaves_rights_that_nobody_knows(ngoc):
    photo, handout = makers.photo("(Ảnh: AFP)"), makers.photo("Ảnh: A Bê – AFP phát")

    agencies.remove(Agency.objects.get(name="AFP"), by=ngoc)

    assert (rights(photo), rights(handout)) == ("unknown", "handout")


@pytest.mark.parametrize("name", ["", " ", "ttxvn"])
def test_a_name_is_given_and_stands_once(ngoc, name):
    with pytest.raises(NameRefused):
        keep(name, "own", by=ngoc)


def test_an_editor_does_not_touch_the_table():
    binh = makers.binh()

    with pytest.raises(Forbidden):
        keep("Sao Mai", "own", by=binh)
    with pytest.raises(Forbidden):
        agencies.remove(Agency.objects.get(name="AFP"), by=binh)
