"""The photo desk's pages: what they show, what they change, and for whom."""

import json
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from desk import photo_rights
from desk.models import Audit
from desk.permissions import may
from desk.photo_rights import Span
from desk.roles import CHIEF, PHOTO_EDITOR, REPORTER, RIGHTS
from photos.models import Lease, Override, Photo
from tests import makers
from tests.desk.admin.staff import asked, client_of, rows, staff, undrawn

pytestmark = pytest.mark.django_db

SHEET = reverse("admin:photos_photo_changelist")
UPLOAD = reverse("admin:photos_photo_add")
BATCH = reverse("admin:photos_photo_batch")
CREDIT = "(Ảnh: Trần Mai/TTXVN)"


def at(photo: Photo, way: str = "change") -> str:
    return reverse(f"admin:photos_photo_{way}", args=[photo.pk])


def fresh(photo: Photo) -> Photo:
    return Photo.objects.get(pk=photo.pk)


def words(photo: Photo, **changes) -> dict:
    """The form as it stands on the page, with some fields changed."""
    said = {
        "act": "words",
        "version": photo.version,
        "caption": photo.caption,
        "credit": photo.credit_text,
        "photographers": ", ".join(row.name for row in photo.photographers.all()),
        "agency": photo.agency,
        "relay": photo.relay_agency,
        "kind": photo.kind,
    }
    return {**said, **changes}


def picture(name: str = "moi.jpg", data: bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data or makers.jpeg(), "image/jpeg")


def files(*names: str) -> list[SimpleUploadedFile]:
    return [picture(name) for name in names]


def let_go(answer) -> None:
    """Close its file; close() would close the test's connection as well."""
    for close in answer._resource_closers:
        close()


@pytest.fixture
def ngoc(client):
    """The photo editor, signed in."""
    user, _client = staff(PHOTO_EDITOR, "ngoc")
    client.force_login(user)
    return user


def test_it_works(client, ngoc):
    photo, other = makers.photo(), makers.photo("Ảnh: NVCC")
    makers.article(lead=makers.lead(photo))

    page = client.get(SHEET, {"q": "tran mai"}).content.decode()

    assert f'href="{at(photo)}"' in page and at(other) not in page
    assert "Mưa trên phố." in page and CREDIT in page
    assert "64 × 48" in page and "trong 1 bài" in page


def test_a_photo_that_may_not_be_used_says_so_on_the_sheet(client, ngoc):
    photo = makers.photo()
    Photo.objects.update(caption="")

    page = client.get(SHEET).content.decode()

    assert "không được dùng" in page
    assert f"Ảnh {photo.pk} chưa có chú thích" in page


def test_the_sheet_goes_on_where_it_ended_with_its_filters(client, ngoc, monkeypatch):
    monkeypatch.setattr("desk.photo_search.PAGE", 1)
    older, newer = makers.photo(), makers.photo()

    first = client.get(SHEET, {"q": "mưa", "agency": "ttxvn"}).content.decode()
    address = re.search(r'rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")
    second = client.get(SHEET + address).content.decode()

    assert at(newer) in first and at(older) not in first
    assert at(older) in second and "agency=ttxvn" in address


@pytest.mark.parametrize(
    "asked",
    [
        {"since": "hôm qua", "until": "2023-99-01"},
        {"orientation": "oval", "rights": "none", "before": "x"},
        {"q": "\x00", "agency": "'", "photographer": "%", "unused": "có"},
    ],
)
def test_nonsense_in_the_address_asks_for_nothing(client, ngoc, asked):
    assert client.get(SHEET, asked).status_code == 200


def test_the_sheet_and_the_page_cost_a_bounded_number_of_queries(
    client, ngoc, django_assert_max_num_queries
):
    photos = [makers.photo() for _number in range(8)]
    for photo in photos:
        makers.article(lead=makers.lead(photo))

    with django_assert_max_num_queries(12):
        client.get(SHEET)
    with django_assert_max_num_queries(26):
        client.get(at(photos[0]))


def test_where_only_the_line_was_changed_the_parts_are_read_in_it(client, ngoc):
    photo = makers.photo()

    client.post(at(photo), words(photo, credit="Ảnh: Lê Bê - AFP"))

    photo = fresh(photo)
    assert (photo.credit_text, photo.agency) == ("Ảnh: Lê Bê - AFP", "AFP")
    assert [row.name for row in photo.photographers.all()] == ["Lê Bê"]


def test_where_only_the_parts_were_changed_they_are_printed_in_house_style(
    client, ngoc, settings
):
    settings.CREDIT_STYLE = "Ảnh: Trọng Đức - TTXVN"
    photo = makers.photo()

    client.post(at(photo), words(photo, photographers="Lê Bê, Xê Dê"))

    assert fresh(photo).credit_text == ""
    page = client.get(at(photo)).content.decode()
    assert "Ảnh: Lê Bê, Xê Dê - TTXVN" in page


def test_where_both_were_changed_both_stand_as_typed(client, ngoc):
    photo = makers.photo()

    client.post(at(photo), words(photo, credit="© Lê Bê 2023", photographers="Lê Bê"))

    photo = fresh(photo)
    assert photo.credit_text == "© Lê Bê 2023"
    assert [row.name for row in photo.photographers.all()] == ["Lê Bê"]


def test_who_saw_an_older_version_is_told_and_keeps_what_he_typed(client, ngoc):
    photo = makers.photo()
    Photo.objects.update(version=2, caption="Người khác viết.")

    page = client.post(at(photo), words(photo, caption="Tôi viết.")).content.decode()

    assert "Có người đã sửa ảnh này" in page and "Tôi viết." in page
    assert fresh(photo).caption == "Người khác viết."


def test_an_author_of_exactly_the_photographers_name_is_linked(client, ngoc):
    photo = makers.photo("(Ảnh: Trần Mai, Lê Bê/TTXVN)")
    author = makers.author("Trần Mai")
    makers.author("Lê Bê")
    makers.author("Lê Bê", slug="le-be-2")

    page = client.get(at(photo)).content.decode()

    assert "Trần Mai là tác giả của báo" in page
    assert reverse("admin:articles_author_change", args=[author.pk]) in page
    assert "Lê Bê là tác giả" not in page


def test_the_file_and_the_desk_are_seen_side_by_side_and_so_is_what_was_done(
    client, ngoc
):
    photo = makers.photo()
    said = {"IPTC:Caption-Abstract": "A flood", "IPTC:City": "Hue"}
    Photo.objects.update(original_metadata=said)
    client.post(at(photo), words(photo, place="Huế"))

    page = client.get(at(photo)).content.decode()

    assert "A flood" in page and "Hue" in page and "IPTC:City" in page
    assert "mô tả ảnh" in page and "ngoc" in page
    assert client.get(at(photo, "history")).url == f"{at(photo)}#history"


def test_rights_leases_and_exceptions_are_kept_on_the_page(client):
    tong, client = staff(CHIEF, "tong")
    photo = makers.photo()
    given = {"act": "rights", "version": 1, "rights": "licensed", "restrictions": "Xem"}
    client.post(at(photo), given)
    ended = {"act": "lease", "version": 2, "access": "allow", "note": "Hợp đồng"}
    client.post(at(photo), {**ended, "ends_at": "2023-12-31T00:00"})
    through = {"act": "override", "version": 3, "code": "lease_expired", "reason": "Có"}
    client.post(at(photo), through)

    photo = fresh(photo)
    assert (photo.rights, photo.restrictions, photo.version) == ("licensed", "Xem", 4)
    assert Override.objects.get().created_by == "tong"
    page = client.get(at(photo)).content.decode()
    assert "Hợp đồng" in page and "tong đã cho dùng" in page

    client.post(at(photo), {**through, "act": "end-override", "version": 4})
    lease = {"act": "end-lease", "version": 5, "lease": Lease.objects.get().pk}
    client.post(at(photo), lease)
    assert not Override.objects.exists() and not Lease.objects.exists()


def test_what_is_wrong_with_a_lease_is_said_beside_its_field(client, ngoc):
    photo = makers.photo()
    span = {"starts_at": "2024-01-02T00:00", "ends_at": "2024-01-01T00:00"}
    asked = {"act": "lease", "version": 1, "access": "deny", **span}

    page = client.post(at(photo), asked).content.decode()

    assert "sớm hơn thời điểm bắt đầu" in page
    assert not Lease.objects.exists() and fresh(photo).version == 1


@pytest.mark.parametrize("act", ["", "nonsense", "words", "override", "end-lease"])
def test_an_incomplete_form_changes_nothing(client, ngoc, act):
    photo = makers.photo()

    answer = client.post(at(photo), {"act": act})

    assert answer.status_code == 200
    assert fresh(photo).version == 1


def acts(photo: Photo) -> dict[str, tuple[str, dict]]:
    """Of each verb: what may() calls it, and a form that does it."""
    lease = Lease.objects.create(
        photo=photo, access="allow", ends_at=makers.AT, created_at=makers.AT
    )
    version = {"version": photo.version}
    return {
        "words": ("describe photo", words(photo, caption="Khác")),
        "rights": ("keep photo rights", {"act": "rights", "rights": "own", **version}),
        "lease": ("keep photo rights", {"act": "lease", "access": "deny", **version}),
        "end-lease": (
            "keep photo rights",
            {"act": "end-lease", "lease": lease.pk, **version},
        ),
        "override": (
            "override photo",
            {"act": "override", "code": "lease_expired", "reason": "Vội", **version},
        ),
        "crops": ("describe photo", {"focal_x": 1, "focal_y": 1, **boxes(), **version}),
        "replace": ("replace photo", {"file": picture(), **version}),
        "take_down": ("take down photo", {"reason": "Sai", **version}),
        "put_back": ("take down photo", version),
        "delete": ("delete photo", version),
        "original": ("download original", {}),
        "batch": (
            "describe photo",
            {
                "photo": photo.pk,
                f"photo-{photo.pk}-version": photo.version,
                f"photo-{photo.pk}-caption": "Khác",
            },
        ),
        "add": ("take in photo", {"files": picture(), "credit": CREDIT}),
    }


def boxes() -> dict:
    sides = {"left": 0, "top": 0, "width": 500}
    return {f"{n}-{k}": v for n in ("16x9", "4x3", "1x1") for k, v in sides.items()}


ACTS = "words rights lease end-lease override crops replace take_down put_back delete"
ACTS += " original batch add"


@pytest.mark.parametrize("name", ACTS.split())
def test_a_forged_post_changes_only_what_the_role_may(name):
    photo = makers.photo()
    act, form = acts(photo)[name]
    bare = {"batch": BATCH, "add": UPLOAD}
    ways = ("crops", "replace", "take_down", "put_back", "delete", "original")
    address = bare.get(name) or at(photo, name if name in ways else "change")

    for number, role in enumerate(asked([*RIGHTS, None], [REPORTER, CHIEF])):
        user, client = staff(role, f"ai{number}")
        before = rows()
        for file in form.values():
            if isinstance(file, SimpleUploadedFile):
                file.seek(0)
        with undrawn():
            let_go(client.post(address, form))
        if not may(user, act):
            assert rows() == before, role
        elif name != "put_back":
            assert rows() != before, role
            break
    else:
        assert name == "put_back"


def test_a_form_with_every_column_changes_only_the_words_of_a_photo(client, ngoc):
    photo = makers.photo()
    before = Photo.objects.values().get()
    forged = {column.name: "1" for column in Photo._meta.concrete_fields}

    client.post(
        at(photo),
        {**forged, **words(photo, caption="Phố", credit="Ảnh: Hà", taken_on="")},
    )

    now = Photo.objects.values().get()
    changed = {name for name in now if now[name] != before[name]}
    typed = {"caption", "credit_text", "alt", "people", "place", "keywords"}
    derived = {"agency", "rights", "search_text", "version"}
    assert changed == typed | derived


def test_an_original_goes_only_by_a_post_that_is_recorded(client, ngoc):
    data = makers.jpeg()
    photo = makers.photo(data=data)

    answer = client.post(at(photo, "original"))

    assert b"".join(answer.streaming_content) == data
    let_go(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="anh.jpg"'
    assert "no-store" in answer["Cache-Control"]
    entry = Audit.objects.get(action="download original")
    assert (entry.actor_name, entry.photo_number) == ("ngoc", photo.pk)
    assert client.get(at(photo, "original")).status_code == 405


def test_a_copy_that_says_what_the_desk_says_is_handed_out_and_recorded(client, ngoc):
    data = makers.jpeg()
    photo = makers.photo(data=data)

    answer = client.post(at(photo, "original"), {"corrected": "1"})

    copy = b"".join(answer.streaming_content)
    let_go(answer)
    assert copy != data and "Mưa trên phố.".encode() in copy
    assert '"is_corrected":true' in Audit.objects.get(action="download original").detail


def test_what_would_change_is_told_before_a_takedown(client, ngoc):
    photo = makers.photo()
    article = makers.article(lead=makers.lead(photo))

    page = client.get(at(photo, "take_down")).content.decode()

    assert "khỏi 1 bài" in page and str(article) in page


def test_a_used_photo_is_not_deleted_and_its_uses_are_listed(client, ngoc):
    photo = makers.photo()
    story = makers.story(lead=makers.lead(photo), headline="Tin đang viết")

    asked = client.get(at(photo, "delete")).content.decode()
    client.post(at(photo, "delete"), {"version": 1})

    assert "1 bài đang dùng ảnh này" in asked and "Tin đang viết" in asked
    assert '<button type="submit"' not in asked.split("</h1>")[1]
    assert fresh(photo) and story


def test_crops_are_typed_without_a_script(client, ngoc):
    photo = makers.photo(data=makers.jpeg(160, 120))
    typed = {**boxes(), "version": 1, "focal_x": 900, "focal_y": 100, "1x1-own": "on"}

    client.post(at(photo, "crops"), {**typed, "1x1-left": 700, "1x1-width": 600})

    photo = fresh(photo)
    assert (photo.focal_x, photo.focal_y) == (900, 100)
    assert photo.crops == {"1x1": [400, 0, 1000, 800]}


@pytest.mark.parametrize("value", ["", "x", "-1", "1001", "9" * 30])
def test_a_crop_that_is_none_is_refused_with_the_rest_as_typed(client, ngoc, value):
    photo = makers.photo()
    typed = {**boxes(), "version": 1, "focal_x": value, "focal_y": 123}

    page = client.post(at(photo, "crops"), typed).content.decode()

    assert 'value="123"' in page
    assert fresh(photo).version == 1


def test_files_come_in_together_and_are_captioned_together(client, ngoc):
    sent = {"files": files("a.jpg", "b.jpg"), "credit": CREDIT, "keywords": "lũ"}

    answer = client.post(UPLOAD, sent)
    photos = list(Photo.objects.order_by("pk"))
    page = client.get(answer.url).content.decode()

    assert [photo.credit_text for photo in photos] == [CREDIT, CREDIT]
    assert page.count("photo-") > 2 and photos[0].keywords == "lũ"
    described = {
        "photo": [photo.pk for photo in photos],
        "rights": "licensed",
        "keywords": "Huế, lũ",
        **{f"photo-{photo.pk}-version": photo.version for photo in photos},
        **{f"photo-{photo.pk}-caption": f"Ảnh số {photo.pk}." for photo in photos},
    }
    client.post(BATCH, described)
    for photo in map(fresh, photos):
        assert photo.caption == f"Ảnh số {photo.pk}."
        assert (photo.rights, photo.keywords) == ("licensed", "lũ, Huế")


def test_a_batch_is_saved_whole_or_not_at_all(client, ngoc):
    photos = [makers.photo(), makers.photo()]
    Photo.objects.filter(pk=photos[1].pk).update(version=2)
    sent = {
        "photo": [photo.pk for photo in photos],
        "credit": "Ảnh: NVCC",
        **{f"photo-{photo.pk}-version": 1 for photo in photos},
        **{f"photo-{photo.pk}-caption": "Khác" for photo in photos},
    }

    page = client.post(BATCH, sent).content.decode()

    assert "Có người đã sửa ảnh này" in page
    assert {photo.credit_text for photo in Photo.objects.all()} == {CREDIT}


def test_one_file_is_answered_in_json(client, ngoc):
    headers = {"Accept": "application/json"}
    sent = {"files": picture(), "credit": CREDIT, "rights": "licensed"}

    answer = client.post(UPLOAD, sent, headers=headers)

    (item,) = json.loads(answer.content)["items"]
    photo = Photo.objects.get()
    assert item["address"] == at(photo) and photo.rights == "licensed"

    fake = {"files": picture(data=b"<script>"), "credit": CREDIT}
    refused = client.post(UPLOAD, fake, headers=headers)
    assert refused.status_code == 400
    assert list(json.loads(refused.content)["errors"]) == ["files"]


def test_what_comes_in_while_another_file_is_refused_is_kept(client, ngoc):
    sent = [picture("tot.jpg"), picture("hong.jpg", b"khong phai anh")]

    answer = client.post(UPLOAD, {"files": sent, "credit": CREDIT}, follow=True)

    assert "Hong.jpg: Tệp này không phải ảnh" in answer.content.decode()
    assert Photo.objects.get().file_name == "tot.jpg"


def test_a_reporter_takes_in_and_rules_on_no_rights():
    lan, client = staff(REPORTER, "lan")

    page = client.get(UPLOAD).content.decode()
    sent = {"files": picture(), "credit": "Ảnh: Lê Bê", "rights": "own"}
    client.post(UPLOAD, sent)

    assert 'name="rights"' not in page
    assert Photo.objects.get().rights == "unknown"


def test_the_last_credits_are_suggested_ones_own_first(client, ngoc):
    now = timezone.now()
    for number, (by, credit) in enumerate(
        [("lan", "Ảnh: Của Lan"), ("ngoc", "Ảnh: Của Ngọc"), ("lan", "Ảnh: Sau Lan")]
    ):
        photo = makers.photo(credit)
        at = now - timedelta(hours=3 - number)
        Photo.objects.filter(pk=photo.pk).update(created_by=by, created_at=at)

    page = client.get(UPLOAD).content.decode()

    suggested = re.findall(r'data-suggest="([^"]+)"', page)
    assert suggested == ["Ảnh: Của Ngọc", "Ảnh: Sau Lan", "Ảnh: Của Lan"]
    assert 'value="Ảnh: Của Ngọc"' in page


def test_the_index_and_the_list_name_photos_that_must_go(client, ngoc):
    photo = makers.photo()
    article = makers.article(lead=makers.lead(photo))
    span = Span("deny")
    photo_rights.lease(photo, span, version=1, by=ngoc)

    index = client.get("/admin/").content.decode()
    stories = client.get(reverse("admin:desk_story_changelist")).content.decode()
    story = client.get(reverse("admin:desk_story_change", args=[article.pk]))

    assert "Ảnh phải gỡ" in index and at(photo) in index
    assert "có ảnh phải gỡ" in stories
    assert f"Ảnh {photo.pk} hiện bị cấm dùng" in story.content.decode()


def test_the_agencies_are_kept_in_a_table(client, ngoc):
    photo = makers.photo("(Ảnh: Lê Bê/Sao Mai Pictures)")
    sent = {"name": "Sao Mai Pictures", "rights": "licensed", "note": "Hợp đồng"}

    client.post(reverse("admin:photos_agency_add"), sent)

    assert fresh(photo).rights == "licensed"
    again = client.post(reverse("admin:photos_agency_add"), sent).content.decode()
    assert "Hãng này đã có trong bảng." in again


def test_a_stranger_sees_no_page():
    client = client_of(makers.person("ai"))
    photo = makers.photo()

    for address in (SHEET, UPLOAD, BATCH, at(photo), at(photo, "crops")):
        assert client.get(address).status_code == 403
