import pytest

from photos.iim import datasets, digest, joined, resources, texts, written


def test_it_works():
    said = {"By-line": ["Trần Mai", "Lê Bê"], "Caption-Abstract": ["Mưa ở Huế."]}

    assert texts(written(said)) == {**said, "CodedCharacterSet": ["UTF8"]}


def test_a_text_is_cut_between_two_letters():
    (cut,) = texts(written({"By-line": ["ễ" * 40]}))["By-line"]

    assert cut == "ễ" * 10
    assert len(cut.encode()) <= 32


def test_an_extended_dataset_is_read():
    value = b"a" * 40_000
    long = b"\x1c\x02\x78\x80\x04" + len(value).to_bytes(4) + value

    assert list(datasets(long)) == [((2, 120), value)]


@pytest.mark.parametrize("cut", range(1, 30))
def test_what_is_cut_off_is_read_as_far_as_it_is_whole(cut):
    content = written({"City": ["Huế"], "Credit": ["TTXVN"]})

    found = texts(content[:-cut])

    assert found.get("City", ["Huế"]) == ["Huế"]
    assert "Credit" not in found


def test_resources_are_taken_apart_and_put_together_again():
    block = joined([(0x0404, b"\0\0", b"odd"), (0x0425, b"\4name\0", b"")])

    assert list(resources(block)) == [
        (0x0404, b"\0\0", b"odd"),
        (0x0425, b"\4name\0", b""),
    ]
    assert list(resources(block[:11])) != []


def test_a_digest_changes_with_the_datasets():
    assert digest(b"a") != digest(b"b")
