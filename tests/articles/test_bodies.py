"""Credit lines: a photographer who is an author leads to the author's page."""

import pytest

from articles.bodies import credit_parts, with_linked_credits
from articles.cards import Item, Person
from photos.models import Photo
from tests import makers

DUC = Person("Trọng Đức", "/tac-gia/trong-duc/")


def test_it_works():
    assert credit_parts("(Ảnh: Trọng Đức/TTXVN)", {"Trọng Đức": DUC}) == [
        Item("(Ảnh: "),
        Item("Trọng Đức", "/tac-gia/trong-duc/"),
        Item("/TTXVN)"),
    ]


@pytest.mark.parametrize("credit", ["", "(Ảnh: AFP/TTXVN)", "(Ảnh: Trọng Đức Anh)"])
def test_a_line_without_an_author_stays_whole(credit):
    parts = credit_parts(credit, {"Trọng Đức": DUC})

    assert "".join(part.name for part in parts) == credit
    assert not any(part.address for part in parts)


def test_only_whole_credit_lines_are_linked_in_a_body():
    html = '<p>Trọng Đức</p><span class="credit">Ảnh: Trọng Đức</span>'

    linked = with_linked_credits(html, ["Ảnh: Trọng Đức"], {"Trọng Đức": DUC})

    assert linked == (
        '<p>Trọng Đức</p><span class="credit">Ảnh: '
        '<a href="/tac-gia/trong-duc/">Trọng Đức</a></span>'
    )


def figure(photo) -> str:
    return (
        f'<figure class="photo" data-photo="{photo.pk}"><figcaption>Nước</figcaption>'
        "</figure>"
    )


@pytest.mark.django_db
def test_credits_of_the_lead_and_in_the_body_are_linked(client):
    makers.author("Trọng Đức")
    lead, other = (makers.photo("(Ảnh: Trọng Đức/TTXVN)") for _number in range(2))
    article = makers.article(lead=makers.lead(lead), body=f"<p>A</p>{figure(other)}")

    html = client.get(article.get_absolute_url()).content.decode()

    assert html.count('(Ảnh: <a href="/tac-gia/trong-duc/">Trọng Đức</a>/TTXVN)') == 2


@pytest.mark.django_db
def test_a_photo_in_the_body_has_the_words_of_its_use_or_its_own(client):
    photo = makers.photo("(Ảnh: An)")
    Photo.objects.filter(pk=photo.pk).update(caption="Đê <cũ>.", alt="Một con đê")
    bare = f'<figure class="photo" data-photo="{photo.pk}"></figure>'
    told = bare.replace(
        "></f",
        ' data-alt="Đê &quot;mới&quot;"><figcaption>Nước <em>lên</em></figcaption></f',
    )
    article = makers.article(body=f"<p>A</p>{bare}{told}")

    html = client.get(article.get_absolute_url()).content.decode()

    assert ' alt="Một con đê" ' in html
    assert '<figcaption>Đê &lt;cũ&gt;. <span class="credit">' in html
    assert ' alt="Đê &quot;mới&quot;" ' in html
    assert '<figcaption>Nước <em>lên</em> <span class="credit">' in html


@pytest.mark.django_db
def test_a_name_of_two_people_is_linked_to_nobody(client):
    makers.author("Trọng Đức")
    makers.author("Trọng Đức", slug="trong-duc-2")
    article = makers.article(lead=makers.lead(makers.photo("(Ảnh: Trọng Đức/TTXVN)")))

    assert "/tac-gia/" not in client.get(article.get_absolute_url()).content.decode()


@pytest.mark.django_db
def test_a_merged_photographer_is_the_heir(client):
    heir = makers.author("Phạm Trọng Đức")
    makers.author("Trọng Đức", merged_into=heir)
    article = makers.article(lead=makers.lead(makers.photo("(Ảnh: Trọng Đức/TTXVN)")))

    html = client.get(article.get_absolute_url()).content.decode()

    assert '<a href="/tac-gia/pham-trong-duc/">Trọng Đức</a>' in html
