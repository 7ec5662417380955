import pytest

from photos.describing import describe
from tests import makers

pytestmark = pytest.mark.django_db


def test_it_works():
    photo = makers.photo()

    describe(photo, caption=" Cầu mới. ", credit="(Ảnh: Lê Bê, Trần Mai - AFP/TTXVN)")

    photo.refresh_from_db()
    assert photo.caption == "Cầu mới."
    assert photo.credit_text == "(Ảnh: Lê Bê, Trần Mai - AFP/TTXVN)"
    assert (photo.agency, photo.relay_agency, photo.kind) == ("AFP", "TTXVN", "own")
    assert photo.search_text == "cau moi. (anh: le be, tran mai - afp/ttxvn) anh.jpg"
    assert list(photo.photographers.values_list("position", "name")) == [
        (0, "Lê Bê"),
        (1, "Trần Mai"),
    ]


def test_what_was_read_in_the_old_line_is_gone():
    photo = makers.photo(credit="(Ảnh: Trần Mai/TTXVN)")

    describe(photo, caption="", credit="Ảnh minh họa")

    photo.refresh_from_db()
    assert (photo.agency, photo.kind) == ("", "illustration")
    assert not photo.photographers.exists()


def test_names_longer_than_their_columns_are_cut_and_the_line_is_not():
    photo = makers.photo()
    line = "(Ảnh: Bộ x" + f"({'o' * 58})" * 3 + ")"

    describe(photo, caption="", credit=line)

    assert photo.credit_text == line
    assert len(photo.agency) == 160
