import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.clean import clean_line
from photos.credits import parse, split
from photos.house_style import Credit, Kind, format

FORMS = [
    ("(Ảnh: Minh Hạ/TTXVN)", ("Minh Hạ",), "TTXVN", "", Kind.OWN),
    ("Ảnh: Minh Hạ - TTXVN", ("Minh Hạ",), "TTXVN", "", Kind.OWN),
    ("Ảnh: Minh Hạ – TTXVN", ("Minh Hạ",), "TTXVN", "", Kind.OWN),
    ("Ảnh: Minh Hạ", ("Minh Hạ",), "", "", Kind.OWN),
    ("Ảnh: M.Hạ.", ("M.Hạ",), "", "", Kind.OWN),
    ("Ảnh: TTXVN", (), "TTXVN", "", Kind.OWN),
    ("Ảnh: Minh Hạ, Thu Cúc/TTXVN", ("Minh Hạ", "Thu Cúc"), "TTXVN", "", Kind.OWN),
    ("Ảnh: VGP/Minh Hạ", ("Minh Hạ",), "VGP", "", Kind.OWN),
    ("(Ảnh: AFP/TTXVN)", (), "AFP", "TTXVN", Kind.OWN),
    ("Ảnh minh họa: AFP/TTXVN", (), "AFP", "TTXVN", Kind.ILLUSTRATION),
    ("Ảnh minh hoạ: Minh Hạ", ("Minh Hạ",), "", "", Kind.ILLUSTRATION),
    ("Ảnh tư liệu", (), "", "", Kind.ARCHIVE),
    ("(Ảnh: Tư liệu/TTXVN)", (), "TTXVN", "", Kind.ARCHIVE),
    ("Đồ họa: Minh Hạ", ("Minh Hạ",), "", "", Kind.GRAPHIC),
    ("Ảnh chụp màn hình", (), "", "", Kind.SCREENSHOT),
    ("(Ảnh cắt từ video của VTV)", (), "VTV", "", Kind.SCREENSHOT),
    ("(Nguồn: Reuters)", (), "Reuters", "", Kind.OWN),
    ("Nguồn ảnh: example.com", (), "example.com", "", Kind.OWN),
    ("Photo: VNA", (), "VNA", "", Kind.OWN),
    ("Ảnh: Minh Hạ – TTXVN phát", ("Minh Hạ",), "TTXVN", "", Kind.HANDOUT),
    ("Ảnh: Công ty Sao Mai cung cấp", (), "Công ty Sao Mai", "", Kind.HANDOUT),
    ("(Ảnh: NVCC)", (), "", "", Kind.HANDOUT),
    ("NVCC", (), "", "", Kind.HANDOUT),
    ("(Ảnh minh hoạ. Nguồn: Internet)", (), "Internet", "", Kind.ILLUSTRATION),
    ("Ảnh minh họa/TTXVN", (), "TTXVN", "", Kind.ILLUSTRATION),
    ("(Ảnh: Minh Hạ/Sao Mai Pictures)", ("Minh Hạ",), "Sao Mai Pictures", "", Kind.OWN),
    ("(Ảnh: Minh Hạ/Thu Cúc)", ("Minh Hạ", "Thu Cúc"), "", "", Kind.OWN),
    ("Ảnh: Minh Hạ - Thu Cúc/TTXVN", ("Minh Hạ", "Thu Cúc"), "TTXVN", "", Kind.OWN),
    ("Ảnh: Minh Hạ và Thu Cúc", ("Minh Hạ", "Thu Cúc"), "", "", Kind.OWN),
    ("Ảnh: AP - Ann Lee", ("Ann Lee",), "AP", "", Kind.OWN),
    ("Ảnh: Tư liệu TTXVN", (), "TTXVN", "", Kind.ARCHIVE),
    ("Ảnh: Bệnh viện cung cấp", (), "Bệnh viện", "", Kind.HANDOUT),
    ("Ảnh do nhân vật cung cấp", (), "", "", Kind.HANDOUT),
    ("TTXVN phát", (), "TTXVN", "", Kind.HANDOUT),
    ("© Minh Hạ/TTXVN", ("Minh Hạ",), "TTXVN", "", Kind.OWN),
    ("Tin, ảnh: Minh Hạ", ("Minh Hạ",), "", "", Kind.OWN),
    ("Ảnh: Minh Hạ – Pv TTXVN tại Nga", ("Minh Hạ",), "TTXVN", "", Kind.OWN),
    ("Photo : VNA", (), "VNA", "", Kind.OWN),
    ("VNA/VNS Photo Minh Hạ", ("Minh Hạ",), "VNA", "VNS", Kind.OWN),
    ("Ảnh cắt từ clip", (), "", "", Kind.SCREENSHOT),
    ("( Ảnh: MINH HẠ (TTXVN) )", ("MINH HẠ",), "TTXVN", "", Kind.OWN),
]


def test_it_works():
    credit = parse("(Ảnh: Minh Hạ/TTXVN)")

    assert (credit.photographers, credit.agency) == (("Minh Hạ",), "TTXVN")
    assert str(credit) == format(credit) == "(Ảnh: Minh Hạ/TTXVN)"


@pytest.mark.parametrize(("line", "people", "agency", "relay", "kind"), FORMS)
def test_every_form_of_a_credit_is_read(line, people, agency, relay, kind):
    credit = parse(line)

    assert credit.photographers == people
    assert (credit.agency, credit.relay, credit.kind) == (agency, relay, kind)
    assert str(credit) == line


@pytest.mark.parametrize(
    ("line", "caption", "credit_line"),
    [
        ("Cầu mới. (Ảnh: Minh Hạ/TTXVN)", "Cầu mới.", "(Ảnh: Minh Hạ/TTXVN)"),
        ("Cầu mới - Ảnh: Minh Hạ", "Cầu mới", "Ảnh: Minh Hạ"),
        ("Cầu mới- Ảnh: VGP/Minh Hạ", "Cầu mới", "Ảnh: VGP/Minh Hạ"),
        ("Cầu mới.Ảnh VGP", "Cầu mới.", "Ảnh VGP"),
        ("Bridge (left) (Photo: VNA)", "Bridge (left)", "(Photo: VNA)"),
        ("Cầu mới (bên trái)", "Cầu mới (bên trái)", ""),
        ("Đây là tư liệu ảnh quý.", "Đây là tư liệu ảnh quý.", ""),
        ("Ảnh: TTXVN", "", "Ảnh: TTXVN"),
        ("Cầu mới. Tin, ảnh: MINH HẠ", "Cầu mới.", "Tin, ảnh: MINH HẠ"),
        ("Cầu mới. AP - Ann Lee", "Cầu mới.", "AP - Ann Lee"),
        ("Cầu mới. (Ảnh: Minh Hạ) |", "Cầu mới.", "(Ảnh: Minh Hạ) |"),
        ("[Photo] Cầu mới", "[Photo] Cầu mới", ""),
    ],
)
def test_a_caption_line_is_split_verbatim(line, caption, credit_line):
    assert split(line) == (caption, credit_line)


def test_a_caption_that_begins_with_the_word_photo_keeps_it():
    line = "Ảnh do đài truyền hình phát: Một con tàu rời cảng. Ảnh: AFP/TTXVN"

    assert split(line)[1] == "Ảnh: AFP/TTXVN"


def test_a_whole_caption_line_tells_its_kind():
    assert parse("Ảnh minh họa. (Nguồn: Reuters)").kind == Kind.ILLUSTRATION


def test_a_caption_apart_tells_the_kind():
    assert parse("(Nguồn: AFP)", caption="Ảnh minh họa.").kind == Kind.ILLUSTRATION
    assert parse("(Nguồn: AFP)", caption="Xem tư liệu.").kind == Kind.OWN


@pytest.mark.parametrize(
    ("credit", "line"),
    [
        (Credit(), ""),
        (Credit(("A Bê", "Xê Dê"), "TTXVN"), "(Ảnh: A Bê, Xê Dê/TTXVN)"),
        (Credit((), "AFP", "TTXVN"), "(Ảnh: AFP/TTXVN)"),
        (Credit(kind=Kind.ARCHIVE), "(Ảnh tư liệu)"),
        (Credit((), "TTXVN", kind=Kind.HANDOUT), "(Ảnh: TTXVN phát)"),
        (Credit(kind=Kind.HANDOUT), "(Ảnh: NVCC)"),
        (Credit(("A Bê",), kind=Kind.GRAPHIC), "(Đồ họa: A Bê)"),
    ],
)
def test_house_style_names_people_agency_and_kind(credit, line):
    assert format(credit) == str(credit) == line


PEOPLE = st.lists(st.sampled_from(["Minh Hạ", "Thu Cúc", "M.H", "LAN"]), unique=True)
HOUSES = st.sampled_from(["", "AFP", "Reuters", "Báo Sao Mai", "example.vn"])
CREDITS = st.builds(
    Credit,
    PEOPLE.map(tuple),
    HOUSES,
    st.sampled_from(["", "TTXVN"]),
    st.sampled_from(Kind),
).filter(lambda credit: credit.agency or not credit.relay)


@given(CREDITS)
def test_house_style_is_read_back_whole(credit):
    again = parse(format(credit))

    assert (again.photographers, again.agency, again.relay, again.kind) == (
        credit.photographers,
        credit.agency,
        credit.relay,
        credit.kind,
    )
    assert str(again) == format(again) == format(credit)


PIECES = st.sampled_from(
    ["Ảnh", ":", " ", "(", ")", "/", " - ", "TTXVN", "Minh Hạ", "{", "}", "{0}", "phát"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_line_is_written_back_exactly(line):
    assert str(parse(line)) == clean_line(line)


@given(st.lists(PIECES).map("".join))
def test_a_split_loses_only_dashes_and_spaces(line):
    caption, credit_line = split(line)

    assert line.strip().startswith(caption) and line.strip().endswith(credit_line)
