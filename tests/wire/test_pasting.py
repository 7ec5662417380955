"""The page where a dispatch is pasted: marked, corrected, with photos, a story."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Section
from desk.models import Audit, Story
from desk.roles import EDITOR, REPORTER
from photos.models import Photo
from tests import makers
from tests.desk.admin.staff import rows, staff
from tests.wire.samples import DATELINE, STORY, written
from wire.admin import shots
from wire.importing import import_dispatch
from wire.models import WireItem

pytestmark = pytest.mark.django_db

PASTE = reverse("admin:wire_wireitem_paste")
TEXT = written()
CREDIT = "(Ảnh: Minh Hạ/TTXVN)"


@pytest.fixture
def client():
    """The editor's browser."""
    makers.section("Giao thông", "giao-thong")
    return staff(EDITOR, "binh")[1]


def read(client, text: str = TEXT, **data: Any):
    return client.post(PASTE, {"text": text, "act": "read", **data})


def filled(answer, **changes: Any) -> dict[str, Any]:
    """What a browser posts of this page, with changes by the names of fields."""
    sheet = answer.context["sheet"]
    data = {"text": sheet.text, "seen": sheet.seen, "section": sheet.section}
    data |= {f"part-{row.name}": row.kind for row in sheet.rows}
    data |= {f"part-{name}": kind for name, kind in sheet.unshown.items()}
    for slot in sheet.slots:
        data |= {f"caption-{slot.key}": slot.caption, f"credit-{slot.key}": slot.credit}
        data |= {f"photo-{slot.key}": slot.photo.pk} if slot.photo else {}
    return {**data, **changes}


def make(client, answer, **changes: Any):
    return client.post(PASTE, filled(answer, act="make", **changes))


def part(answer, words: str) -> str:
    """The name of the field beside these words."""
    (row,) = [row for row in answer.context["sheet"].rows if row.text.startswith(words)]
    return f"part-{row.name}"


def file_of(answer, number: int = 0) -> str:
    """The name of the field for the file of that caption; -1: of the empty place."""
    return f"file-{answer.context['sheet'].slots[number].key}"


def picture(data: bytes | None = None, name: str = "anh.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data or makers.jpeg(), "image/jpeg")


def text_in(answer) -> str:
    """What stands in the page's text field."""
    found = re.search(
        r"<textarea id=\"id_text\".*?>\n(.*?)</textarea>", shown(answer), re.S
    )
    return found[1]


def shown(answer) -> str:
    return answer.content.decode()


def test_it_works(client):
    answer = make(client, read(client))

    story = Story.objects.get()
    assert answer["Location"] == reverse("admin:desk_story_change", args=[story.pk])
    assert (story.headline, story.section.slug) == (STORY["headline"], "giao-thong")
    assert (story.dateline, story.owner) == (DATELINE, None)
    item = WireItem.objects.get()
    assert (bytes(item.raw), item.story) == (TEXT.encode(), story)
    assert Audit.objects.get(action="create").actor_name == "binh"


def test_each_part_stands_under_its_name(client):
    page = read(client)

    kinds = {row.text: str(row.label) for row in page.context["sheet"].rows}
    assert kinds[STORY["headline"]] == "tít"
    assert kinds[DATELINE] == "dòng địa danh"
    assert kinds[CREDIT] == "dòng nguồn ảnh"
    assert shown(page).count("selected>Đoạn văn</option>") == 3
    assert not Story.objects.exists()


def test_a_part_is_corrected_by_choosing(client):
    page = read(client)

    make(client, page, **{part(page, "Cây cầu dài"): "subheading"})

    assert f"<h2>{STORY['third']}</h2>" in Story.objects.get().body


def test_what_was_chosen_is_there_again_after_reading(client):
    page = read(client)
    name = part(page, "Cây cầu dài")
    changed = TEXT.replace("Giao thông", "Thời sự", 1)

    again = client.post(
        PASTE, filled(page, text=changed, act="read", **{name: "other"})
    )

    kinds = {f"part-{row.name}": row.kind for row in again.context["sheet"].rows}
    assert kinds[name] == "other"
    assert text_in(again) == changed


def test_a_text_that_was_changed_is_looked_at_before_it_is_a_story(client):
    page = read(client)

    answer = make(client, page, text=TEXT.replace("1.200", "1.300"))

    assert "Văn bản đã được sửa" in shown(answer)
    assert not Story.objects.exists()
    make(client, answer)
    assert "1.300" in Story.objects.get().body


def test_two_headlines_are_refused_in_a_sentence_and_all_comes_back(client):
    page = read(client)
    name = part(page, "Cây cầu dài")

    answer = make(client, page, **{name: "headline"})

    assert "Có nhiều phần cùng là “tít”" in shown(answer)
    assert {f"part-{row.name}": row.kind for row in answer.context["sheet"].rows}[
        name
    ] == "headline"
    assert text_in(answer) == TEXT


def test_a_photo_is_taken_in_when_it_is_sent_and_used_when_the_story_is_made(client):
    page = read(client)
    page = client.post(PASTE, filled(page, act="read", **{file_of(page): picture()}))

    photo = Photo.objects.get()
    assert (photo.caption, photo.credit_text) == (STORY["photo"][:34], CREDIT)
    assert (photo.agency, photo.created_by) == ("TTXVN", "binh")
    assert Audit.objects.get(action="take in photo").actor_name == "binh"
    assert reverse("admin:desk_picture", args=[photo.pk]) in shown(page)

    slot = page.context["sheet"].slots[0]
    make(client, page, **{f"caption-{slot.key}": "Xe qua cầu."})

    story = Story.objects.get()
    assert (story.lead_photo, story.lead_caption) == (photo, "Xe qua cầu.")


def test_a_photo_may_be_left_out_again(client):
    page = read(client)
    page = client.post(PASTE, filled(page, act="read", **{file_of(page): picture()}))
    slot = page.context["sheet"].slots[0]

    make(client, page, **{f"drop-{slot.key}": "on"})

    assert Story.objects.get().lead_photo is None
    assert Photo.objects.count() == 1


def test_a_photo_without_a_caption_in_the_text_has_a_place_too(client):
    bare = TEXT.replace(f"{STORY['photo']}\n\n", "")
    page = read(client, bare)
    words = {
        file_of(page, -1): picture(),
        "caption-more-1": "Lễ thông xe.",
        "credit-more-1": "Ảnh: Lê Hà",
    }

    make(client, page, **words)

    assert Story.objects.get().lead_caption == "Lễ thông xe."


@pytest.mark.parametrize(
    ("data", "words", "sentence"),
    [
        (b"<html>", {}, "Tệp này không phải ảnh"),
        (b"", {}, "Tập tin"),
        (None, {"credit": ""}, "bắt buộc"),
        (None, {"credit": "a" * 501}, "500"),
    ],
)
def test_a_refused_photo_is_told_beside_its_place_and_nothing_is_lost(
    client, data, words, sentence
):
    page = read(client)
    name = part(page, "Cây cầu dài")
    file = SimpleUploadedFile("a.jpg", makers.jpeg() if data is None else data)
    key = page.context["sheet"].slots[0].key
    typed = {f"{field}-{key}": value for field, value in words.items()}

    answer = make(client, page, **{name: "subheading", f"file-{key}": file, **typed})

    slot = answer.context["sheet"].slots[0]
    assert sentence in " ".join(slot.errors.values())
    assert "Có ảnh chưa nhận được" in shown(answer)
    assert text_in(answer) == TEXT
    assert filled(answer)[name] == "subheading"
    assert not Story.objects.exists() and not Photo.objects.exists()


def test_the_photos_that_are_well_stay_when_another_is_refused(client):
    two = TEXT.replace("Cây cầu dài", "Cầu về đêm. (Ảnh: Lê Hà/TTXVN)\n\nCây cầu dài")
    page = read(client, two)
    files = {file_of(page, 0): picture(), file_of(page, 1): picture(b"<html>")}

    answer = make(client, page, **files)
    make(client, answer)

    assert Story.objects.get().lead_photo == Photo.objects.get()


def test_each_photo_of_a_series_has_its_place_under_its_own_caption(client):
    three = "Cầu về đêm. (Ảnh: Lê Hà/TTXVN)\n\n" * 3
    sheet = read(client, TEXT.replace("Cây cầu dài", f"{three}Cây cầu dài")).context[
        "sheet"
    ]

    places = [row.text for row in sheet.rows if row.slot]
    assert places == [CREDIT, *["(Ảnh: Lê Hà/TTXVN)"] * 3]
    assert [slot.number for slot in sheet.slots_at_the_end] == [None]


def test_a_known_photo_is_used_as_it_is_described(client):
    data = makers.jpeg()
    known = makers.photo(data=data)
    page = read(client)

    page = client.post(
        PASTE, filled(page, act="read", **{file_of(page): picture(data)})
    )

    slot = page.context["sheet"].slots[0]
    assert slot.photo == known and slot.remark
    assert known.credit_text in shown(page)


def test_no_picture_is_begun_when_the_time_is_over(client, monkeypatch):
    monkeypatch.setattr(shots, "PATIENCE", -1.0)
    page = read(client)

    answer = make(client, page, **{file_of(page): picture()})

    assert "quá một lúc" in answer.context["sheet"].slots[0].errors["file"]
    assert not Photo.objects.exists()


def test_a_dispatch_that_is_here_already_leads_to_its_story(client):
    story = import_dispatch(TEXT.encode(), by=None).story
    before = rows()

    page = read(client, TEXT.replace("\n", "\r\n"))

    assert reverse("admin:desk_story_change", args=[story.pk]) in shown(page)
    assert "Bản tin này đã được nhập rồi" in shown(make(client, page))
    assert rows() == before


def test_who_may_not_see_its_story_is_not_told_its_headline():
    import_dispatch(TEXT.encode(), by=None)
    Story.objects.update(headline="Tít mật")
    user, client = staff(EDITOR, "xa")
    user.sections.add(makers.section())

    page = shown(read(client))

    assert "ngoài phần việc của bạn" in page
    assert "Tít mật" not in page


def test_a_limited_editor_is_offered_his_sections_and_brings_in_to_no_other(client):
    below = makers.section("Phố", "pho", parent=makers.section())
    user, limited = staff(EDITOR, "xa")
    user.sections.add(makers.section())

    page = read(limited)
    refused = make(limited, page, section="giao-thong")
    made = make(limited, refused, section="pho")

    offered = [row.slug for row in page.context["sheet"].sections]
    assert offered == ["xa-hoi", "pho"]
    assert "Giao thông" in refused.context["sheet"].refusals[0]
    assert made.status_code == 302
    assert Story.objects.get().section == below


def test_a_section_that_is_not_here_is_announced_and_made(client):
    Section.objects.all().delete()
    page = read(client)

    make(client, page)

    assert "Giao thông (chuyên mục mới)" in shown(page)
    assert Story.objects.get().section.name == "Giao thông"


def test_what_is_doubted_is_listed_with_its_reason_and_leads_to_its_part(client):
    page = read(client, TEXT.replace("Giao thông\n", "Chuyện bên sông\n", 1))

    ((reason, place),) = page.context["sheet"].listed
    assert "Chuyện bên sông" in reason
    assert place == "id_section"
    assert f'href="#{place}"' in shown(page)
    assert shown(page).count('class="reason"') == 1

    page = client.post(PASTE, filled(page, act="read", section="giao-thong"))
    assert page.context["sheet"].listed == []


def test_a_missing_section_is_a_doubt(client):
    page = read(client, TEXT.removeprefix("Giao thông\n\n"))

    assert [place for _reason, place in page.context["sheet"].listed] == ["id_section"]


HOSTILE = {
    "empty": "",
    "blank": " \n\t ",
    "nul": "Tin\x00 tức\n\nMột hai ba.",
    "binary": "".join(map(chr, range(256))) * 20,
    "not unicode any more": "\ufffd" * 500,
    "3 MB": "Một hai ba bốn năm.\n" * 130_000,
    "more than 10 MB": "á" * 5_500_000,
    "one line of 1 MB": "một hai ba " * 80_000,
    "many lines": "Một.\n" * 21_000,
    "tags": "<p>" * 5_000,
    "script": '<script>alert(1)</script>\n\n"><img src=x onerror=alert(1)>',
    "mojibake": written().encode().decode("latin-1"),
}


SENT = [("read", name) for name in HOSTILE]
SENT += [("make", name) for name, text in HOSTILE.items() if len(text) < 100_000]


@pytest.mark.parametrize(("act", "name"), SENT)
def test_what_is_no_dispatch_gets_a_sentence_and_comes_back(client, act, name):
    answer = client.post(PASTE, {"text": HOSTILE[name], "act": act})

    assert answer.status_code == 200
    sheet = answer.context["sheet"]
    assert sheet.rows or sheet.refusals[0].endswith(".") or ":" in sheet.refusals[0]
    assert sheet.text == HOSTILE[name]
    assert "<script>alert" not in shown(answer) and "<img src=x" not in shown(answer)
    assert not Story.objects.exists()


def test_above_the_hard_limit_a_page_says_so(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000

    answer = read(client, "a" * 200_000)

    assert answer.status_code == 413
    assert "data-too-large" in shown(answer)


def test_many_parts_are_shown_and_the_first_can_be_chosen(client):
    text = TEXT.replace("Cây cầu", "Một câu của bài này.\n\n" * 400 + "Cây cầu")

    sheet = read(client, text).context["sheet"]

    assert len(sheet.rows) > 400
    assert sum(row.may_be_chosen for row in sheet.rows) == 300


def test_choices_are_kept_while_the_text_cannot_be_read(client):
    page = read(client)
    name = part(page, "Cây cầu dài")

    broken = client.post(PASTE, filled(page, text="", act="read", **{name: "other"}))
    mended = client.post(PASTE, filled(broken, text=TEXT, act="read"))

    assert filled(mended)[name] == "other"


def test_pasted_html_is_read_as_its_reader_sees_it(client):
    html = "".join(f"<p>{line}</p>\n" for line in TEXT.split("\n\n"))

    make(client, read(client, html))

    assert Story.objects.get().headline == STORY["headline"]
    assert bytes(WireItem.objects.get().raw) == html.encode()


def test_forged_choices_and_photos_are_passed_over(client):
    page = read(client)
    key = page.context["sheet"].slots[0].key
    forged = {
        "part-x-1": "headline",
        part(page, "Cây cầu dài"): "<script>",
        f"photo-{key}": "99999999999999999999",
        "photo-more-7": "x",
        "caption-more-7": "",
        "section": "khong-co",
    }

    answer = make(client, page, **forged)

    assert answer.status_code == 302
    assert Story.objects.get().section.slug == "giao-thong"


def test_what_leads_nowhere_is_said_on_the_storys_page(client):
    text = f"{TEXT.removesuffix('Xem thêm.')}Một tin chưa từng có ở đây\n\nXem thêm."

    answer = client.post(PASTE, filled(read(client, text), act="make"), follow=True)

    said = " ".join(map(str, answer.context["messages"]))
    assert "Một tin chưa từng có ở đây" in said
    assert "1 chú thích chưa có ảnh" in said


def test_the_browser_hears_that_its_draft_is_not_needed(client):
    answer = read(client, draft="abc123")

    assert answer.cookies["saved_draft"].value == "abc123"


def test_a_reporter_pastes_nothing():
    _lan, client = staff(REPORTER, "lan")

    assert client.get(PASTE).status_code == 403
    assert read(client).status_code == 403


def test_it_costs_the_same_however_long_the_text_is(
    client, django_assert_max_num_queries
):
    for number in range(20):
        makers.section(f"Mục {number}", f"muc-{number}")
    page = read(client)
    page = client.post(PASTE, filled(page, act="read", **{file_of(page): picture()}))
    data = filled(page, act="read", text=f"{TEXT}\n\n{TEXT}")

    with django_assert_max_num_queries(9):
        client.post(PASTE, data)
    with django_assert_max_num_queries(6):
        client.get(PASTE)
