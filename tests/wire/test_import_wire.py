"""The command: one line for each file, and a truthful exit code."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Section
from desk.models import Audit, Revision, Story
from newsroom.text.clean import clean
from photos.models import Photo
from tests import makers
from tests.articles.test_views import Elements
from tests.wire.test_encodings import in_tcvn3
from wire.models import WireItem

pytestmark = pytest.mark.django_db(transaction=True)

DISPATCH = """Giao thông

Thông xe cây cầu mới nối hai bờ sông Lam

Sau ba năm thi công, cây cầu mới qua sông Lam được thông xe sáng nay.

Dòng xe đầu tiên qua cầu sáng nay. (Ảnh: Minh Hạ/TTXVN)

TTXVN - Ngày 2/9, tại Nghệ An, Sở Giao thông tổ chức lễ thông xe cây cầu mới.

Cây cầu dài 1.200 mét, có bốn làn xe và hai lề cho người đi bộ.../.

Thu Cúc

Tin liên quan

Xem thêm
"""


@pytest.fixture
def dispatch(tmp_path) -> Path:
    path = tmp_path / "tin.txt"
    path.write_text(DISPATCH)
    return path


@pytest.fixture
def picture(tmp_path) -> Path:
    path = tmp_path / "anh.jpg"
    path.write_bytes(makers.jpeg())
    return path


def run(*words) -> str:
    out = io.StringIO()
    call_command("import_wire", *map(str, words), stdout=out, stderr=out)
    return out.getvalue()


def refused(*words) -> str:
    out = io.StringIO()
    with pytest.raises(CommandError):
        call_command("import_wire", *map(str, words), stdout=out, stderr=out)
    return out.getvalue()


def test_it_works(dispatch, picture, client):
    makers.thu()

    said = run(dispatch, "--photo", picture, "--publish", "--by", "thu")

    article = Article.objects.get()
    assert f"http://127.0.0.1:8000{article.get_absolute_url()}" in said
    main = Elements(client.get(article.get_absolute_url()).content.decode()).of("main")
    place = 0
    for line in filter(None, DISPATCH.split("\n")):
        assert clean(line) in main[0][place:]
        place = main[0].index(line, place)


def test_each_part_is_stored_as_structure(dispatch, picture):
    run(dispatch, "--photo", picture)

    story = Story.objects.get()
    assert story.section.name == "Giao thông"
    assert story.dateline == "TTXVN - Ngày 2/9, tại Nghệ An,"
    assert (story.dateline_day, story.dateline_month) == (2, 9)
    assert story.dateline_year is None
    assert (story.end_mark, story.sign_off) == (".../.", "Thu Cúc")
    assert [row.name for row in story.bylines.all()] == ["Thu Cúc"]
    assert story.lead_caption == "Dòng xe đầu tiên qua cầu sáng nay."
    assert story.lead_photo.credit_text == "(Ảnh: Minh Hạ/TTXVN)"
    assert [row.name for row in story.lead_photo.photographers.all()] == ["Minh Hạ"]


def test_the_raw_bytes_are_kept(dispatch):
    run(dispatch)

    item = WireItem.objects.get()
    assert bytes(item.raw) == dispatch.read_bytes()
    assert (item.encoding, item.story) == ("utf-8", Story.objects.get())


def test_the_same_bytes_again_change_nothing(dispatch, picture):
    run(dispatch, "--photo", picture)

    said = run(dispatch, "--photo", picture)

    assert "đã có" in said
    assert (Story.objects.count(), Revision.objects.count()) == (1, 1)
    assert (WireItem.objects.count(), Photo.objects.count()) == (1, 1)


def test_publishing_again_prints_nothing_and_says_the_address(dispatch):
    makers.thu()
    run(dispatch, "--publish", "--by", "thu")

    said = run(dispatch, "--publish", "--by", "thu")

    assert Article.objects.get().edition_number == 1
    assert Article.objects.get().get_absolute_url() in said


def test_a_section_that_does_not_exist_is_made_and_said(dispatch):
    said = run(dispatch)

    assert "Giao thông" in said
    assert Section.objects.get().slug == "giao-thong"
    assert Audit.objects.filter(action="make section").count() == 1


def test_a_section_may_be_named_instead(dispatch):
    home = makers.section()

    run(dispatch, "--section", "xa-hoi")

    assert Story.objects.get().section == home
    assert Section.objects.count() == 1


def test_the_agency_is_the_author_and_who_brings_it_in_is_in_the_audit(dispatch):
    makers.binh()

    run(dispatch, "--by", "binh")

    assert Story.objects.get().owner is None
    assert Revision.objects.get().author is None
    assert Audit.objects.get(action="create").actor_name == "binh"


def test_the_photo_that_comes_with_it_is_in_the_audit(dispatch, picture):
    makers.binh()

    run(dispatch, "--photo", picture, "--by", "binh")

    assert Audit.objects.get(action="take in photo").actor_name == "binh"


def test_who_prints_is_the_second_pair_of_eyes(dispatch):
    makers.thu()

    run(dispatch, "--publish", "--by", "thu")

    assert Article.objects.exists()


def test_an_editor_may_bring_in_but_not_print(dispatch):
    makers.binh()

    said = refused(dispatch, "--publish", "--by", "binh")

    assert "không được" in said
    assert not Article.objects.exists()


def test_a_reporter_may_not_bring_in(dispatch):
    makers.lan()

    refused(dispatch, "--by", "lan")

    assert not Story.objects.exists()
    assert not WireItem.objects.exists()


def test_printing_needs_a_name(dispatch):
    with pytest.raises(CommandError, match="--by"):
        run(dispatch, "--publish")

    assert not Story.objects.exists()


def test_one_bad_file_of_two_is_refused_and_the_other_comes_in(dispatch, tmp_path):
    bad = tmp_path / "xau.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n")

    said = refused(bad, dispatch)

    assert said.count("\n") == 2
    assert str(bad) in said
    assert Story.objects.count() == 1


def test_a_folder_is_read_and_one_without_texts_is_refused(dispatch, tmp_path):
    (tmp_path / "empty").mkdir()

    run(tmp_path)

    assert Story.objects.count() == 1
    refused(tmp_path / "empty")


def test_a_folder_named_as_a_text_is_no_text(dispatch, tmp_path):
    (tmp_path / "thu-muc.txt").mkdir()

    assert "thu-muc.txt" not in run(tmp_path)


def test_a_file_that_is_not_there_is_refused_with_a_line(tmp_path):
    (tmp_path / "mat.txt").symlink_to(tmp_path / "khong-co.txt")

    assert "khong-co.txt" in refused(tmp_path / "khong-co.txt")
    assert "Errno" not in refused(tmp_path)


def test_a_doubt_about_several_parts_is_said_once(dispatch, tmp_path):
    one_line = tmp_path / "mot-dong.txt"
    one_line.write_text(" ".join(DISPATCH.split() * 2))

    said = run(one_line)

    assert said.count("một dòng") == 1


def test_text_from_an_encoding_without_capitals_with_tones_is_said(tmp_path):
    old = tmp_path / "cu.txt"
    old.write_bytes(in_tcvn3(DISPATCH))

    assert "TCVN3" in run(old)


def test_a_photo_that_is_no_photo_refuses_the_text_and_leaves_nothing(
    dispatch, tmp_path
):
    fake = tmp_path / "anh.jpg"
    fake.write_bytes(b"<html>" * 100)

    refused(dispatch, "--photo", fake)

    assert not Photo.objects.exists()
    assert not Story.objects.exists()
    assert not WireItem.objects.exists()


def test_an_author_is_linked_on_one_exact_name_only(dispatch):
    cuc = makers.author("Thu Cúc")
    makers.author("Thu Cục", slug="thu-cuc-2")

    run(dispatch)

    assert Story.objects.get().bylines.get().author == cuc


def test_an_import_never_makes_an_author(dispatch):
    makers.author("Thu Cục")

    run(dispatch)

    assert Story.objects.get().bylines.get().author is None


def test_a_listed_title_that_is_a_story_here_becomes_a_link(dispatch, tmp_path):
    run(dispatch)
    second = tmp_path / "hai.txt"
    second.write_text(
        DISPATCH.replace("cây cầu mới nối", "đường ven").replace(
            "Tin liên quan\n",
            "Tin liên quan\n\nThông xe cây cầu mới nối hai bờ sông Lam\n\nTin lạ\n",
        )
    )

    said = run(second)

    story = Story.objects.latest("id")
    assert [row.target.headline for row in story.links.all()] == [
        "Thông xe cây cầu mới nối hai bờ sông Lam"
    ]
    assert "Tin lạ" in said


def test_a_caption_without_its_photo_is_said(dispatch):
    assert "1 chú thích" in run(dispatch)


def test_a_dry_run_writes_nothing_and_says_what_it_would(dispatch, picture, settings):
    makers.thu()

    said = run(dispatch, "--photo", picture, "--dry-run", "--publish", "--by", "thu")

    assert "Thông xe cây cầu mới" in said
    assert "Giao thông" in said
    for model in (Story, Section, WireItem, Photo, Audit):
        assert not model.objects.exists()
    kept = [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
    assert kept == []


def test_a_dry_run_says_which_texts_are_the_same(dispatch, tmp_path):
    again = tmp_path / "tin.txt"
    again.write_bytes(dispatch.read_bytes())

    said = run(dispatch, again, "--dry-run")

    assert f"{again}: trùng với {dispatch}" in said
    assert said.count("bài mới") == 1


def test_a_dry_run_refuses_what_an_import_would(dispatch, tmp_path):
    fake = tmp_path / "anh.jpg"
    fake.write_bytes(b"<html>")

    assert "anh.jpg" not in refused(dispatch, "--photo", fake, "--dry-run")


def test_a_line_that_may_be_no_section_makes_none(dispatch, tmp_path):
    doubtful = tmp_path / "la.txt"
    doubtful.write_text(DISPATCH.replace("Giao thông\n", "Chuyện bên sông\n", 1))

    said = run(doubtful)

    assert not Section.objects.exists()
    assert "Chưa có chuyên mục" in said


def test_kicker_and_subheadings_are_parts_of_the_story(tmp_path):
    path = tmp_path / "dai.txt"
    extra = "Những con số đáng chú ý\n\nCầu có 24 nhịp và hai trạm cân xe tải.\n\n"
    path.write_text(DISPATCH.replace("Cây cầu dài", extra + "Cây cầu dài"))

    run(path)

    assert "<h2>Những con số đáng chú ý</h2>" in Story.objects.get().body


def test_a_dateline_that_is_part_of_its_sentence_stands_once(tmp_path):
    path = tmp_path / "theo.txt"
    first = "Theo phóng viên TTXVN tại Seoul, Sở Giao thông"
    path.write_text(
        DISPATCH.replace("TTXVN - Ngày 2/9, tại Nghệ An, Sở Giao thông", first)
    )

    run(path)

    story = Story.objects.get()
    assert story.body.count("Theo phóng viên TTXVN tại Seoul") == 1
    assert story.dateline == ""
