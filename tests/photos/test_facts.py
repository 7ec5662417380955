"""The rule by which the three voices of metadata are settled."""

import pytest

from photos.facts import Facts, caption_and_credit, settled

LONG = "Phố ngập nước sau trận mưa lớn đêm qua"


def test_it_works():
    facts = settled(
        {
            "XMP:dc:description": "Mưa.",
            "XMP:dc:creator": ["Trần Mai", "Lê Bê"],
            "XMP:photoshop:Credit": "AFP/TTXVN",
            "IPTC:Keywords": ["Huế", "lũ"],
            "EXIF:DateTimeOriginal": "2023:12:30 18:05:00",
        }
    )

    assert facts == Facts(
        caption="Mưa.",
        creators=("Trần Mai", "Lê Bê"),
        credit="AFP/TTXVN",
        keywords=("Huế", "lũ"),
        taken_at="2023-12-30T18:05:00",
    )


THREE = {
    "XMP:dc:description": "XMP",
    "IPTC:Caption-Abstract": "IIM",
    "EXIF:ImageDescription": "EXIF",
}


def test_xmp_comes_before_iim_and_iim_before_exif():
    assert settled(THREE).caption == "XMP"
    assert settled({**THREE, "XMP:dc:description": " "}).caption == "IIM"


def test_iim_that_was_changed_alone_comes_first():
    same = {"Photoshop:IPTCDigest": "ab", "File:CurrentIPTCDigest": "ab"}

    assert settled({**THREE, **same}).caption == "XMP"
    assert settled({**THREE, **same, "Photoshop:IPTCDigest": "cd"}).caption == "IIM"


@pytest.mark.parametrize(
    "default",
    ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM", "   ", "<KENOX S630>", "untitled"],
)
def test_what_a_camera_writes_by_default_says_nothing(default):
    said = {**THREE, "XMP:dc:description": default}

    assert settled(said).caption == ("IIM" if default != "DCIM" else "DCIM")


def test_of_a_text_that_was_cut_off_the_whole_is_taken():
    said = {"XMP:dc:description": LONG[:25], "EXIF:ImageDescription": LONG}

    assert settled(said).caption == LONG
    assert settled({**said, "XMP:dc:description": "Phố"}).caption == "Phố"


def test_names_that_were_cut_off_are_completed_and_semicolons_part_them():
    said = {
        "IPTC:By-line": ["Nguyễn Thị Thanh Huy"],
        "EXIF:Artist": "Nguyễn Thị Thanh Huyền; Trần Mai",
    }

    assert settled(said).creators == ("Nguyễn Thị Thanh Huyền",)
    assert settled({"EXIF:Artist": "A; B;"}).creators == ("A", "B")


def test_keywords_are_joined():
    said = {"XMP:dc:subject": "Huế", "IPTC:Keywords": ["lũ", "Huế"]}

    assert settled(said).keywords == ("Huế", "lũ")


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ({"IPTC:DateCreated": "20231230"}, "2023-12-30"),
        (
            {"IPTC:DateCreated": "20231230", "IPTC:TimeCreated": "180500+0700"},
            "2023-12-30T18:05:00+07:00",
        ),
        (
            {"XMP:photoshop:DateCreated": "2023-12-30T18:05Z"},
            "2023-12-30T18:05:00+00:00",
        ),
        ({"XMP:photoshop:DateCreated": "2023"}, ""),
        ({"IPTC:DateCreated": "2015-09-"}, ""),
        ({"EXIF:DateTimeOriginal": "0000:00:00 00:00:00"}, ""),
    ],
)
def test_the_time_is_known_as_far_as_it_is_told(said, moment):
    assert settled(said).taken_at == moment


@pytest.mark.parametrize(
    ("facts", "caption", "credit"),
    [
        (
            {"creators": ("A. Lee",), "credit": "AFP/Getty Images"},
            "",
            "(Ảnh: A. Lee/AFP/Getty Images)",
        ),
        (
            {"creators": ("Mike Cardew",), "credit": "© Mike Cardew/ZUMA Press/Corbis"},
            "",
            "(Ảnh: Mike Cardew/ZUMA Press/Corbis)",
        ),
        ({"credit": "Trần Mai/TTXVN"}, "", "(Ảnh: Trần Mai/TTXVN)"),
        ({"creators": ("Trần Mai",), "source": "TTXVN"}, "", "(Ảnh: Trần Mai/TTXVN)"),
        ({"creators": ("Trần Mai",), "source": "X06555"}, "", "(Ảnh: Trần Mai)"),
        ({"creators": ("Corbis",), "credit": "Corbis"}, "", "(Ảnh: Corbis)"),
        ({"caption": "Mưa. Ảnh: Lê Bê/TTXVN"}, "Mưa.", "Ảnh: Lê Bê/TTXVN"),
        (
            {"caption": "Mưa. Ảnh: Lê Bê/TTXVN", "creators": ("LÊ BÊ",)},
            "Mưa.",
            "Ảnh: Lê Bê/TTXVN",
        ),
        (
            {"caption": "Mưa. Ảnh: Lê Bê/TTXVN", "creators": ("Trần Mai",)},
            "Mưa. Ảnh: Lê Bê/TTXVN",
            "(Ảnh: Trần Mai)",
        ),
        (
            {"caption": "Rain. (AP Photo/Ann Lee)", "creators": ("Ann Lee",)},
            "Rain. (AP Photo/Ann Lee)",
            "(Ảnh: Ann Lee)",
        ),
        ({}, "", ""),
    ],
)
def test_the_credit_line_is_what_the_file_says(facts, caption, credit):
    assert caption_and_credit(Facts(**facts)) == (caption, credit)
