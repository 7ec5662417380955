import pytest

from wire.sentences import ends, glues


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Cầu đã xong. Người dân vui.", ["Cầu đã xong.", " Người dân vui."]),
        ("Cầu đã xong... Người dân vui.", ["Cầu đã xong...", " Người dân vui."]),
        ("Ông nói: “Xong.” Rồi ông về.", ["Ông nói: “Xong.”", " Rồi ông về."]),
        ("Ông V. Hạ ở TP. Vinh nói.", ["Ông V. Hạ ở TP. Vinh nói."]),
        ("Cầu dài 1.200 mét.", ["Cầu dài 1.200 mét."]),
    ],
)
def test_sentences_end_before_a_capital(text, pieces):
    edges = [0, *ends(text), len(text)]

    assert [text[a:b] for a, b in zip(edges, edges[1:], strict=False)] == pieces


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Cầu đã xong.Người dân vui", "Cầu đã xong."),
        ("Cầu xong năm 2016.Người dân vui", "Cầu xong năm 2016."),
        ("Cầu xong rồi...Hai bên vui", "Cầu xong rồi..."),
        ("Rất “vui.”Với cầu mới", "Rất “vui.”"),
    ],
)
def test_a_glued_sentence_is_found(text, first):
    assert [text[:end] for end in glues(text)] == [first]


@pytest.mark.parametrize(
    "text",
    ["VOV4.VN đưa tin", "Xem Chinhphu.vn", "Tp.Vinh", "a@Sao.Vn", "http://a.Vn/b.Html"],
)
def test_a_name_with_a_full_stop_is_not_glued(text):
    assert glues(text) == []
