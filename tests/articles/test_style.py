"""The one style sheet of the public pages."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from tests import makers

CSS = Path(settings.BASE_DIR) / "static/css"
SITE = (CSS / "site.css").read_text()
TOKENS = (CSS / "tokens.css").read_text().strip()
REST = re.sub(r"/\*.*?\*/", "", SITE.replace(TOKENS, ""), flags=re.DOTALL)


def test_it_works():
    assert SITE.count(TOKENS) == 1


@pytest.mark.django_db
def test_a_page_loads_one_style_sheet_and_no_script(client):
    html = client.get(makers.article().get_absolute_url()).content.decode()

    assert re.findall(r'rel="stylesheet" href="([^"]+)"', html) == [
        "/static/css/site.css"
    ]
    assert not re.search(r"<script(?! type=.application/ld)", html)


def test_colours_stand_among_the_tokens_only():
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl", REST)


def test_sizes_of_type_are_tokens():
    sizes = re.findall(r"font-size: ([^;]+);", REST)

    assert {size for size in sizes if not size.startswith("var(--size-")} == {
        "0.8125em"  # the dateline, beside the text it opens
    }


def test_nothing_is_loaded_from_elsewhere():
    assert not re.search(r"@import|@font-face|url\(", SITE)
    assert "!important" not in SITE


def test_every_class_of_the_style_sheet_is_used():
    folder = Path(settings.BASE_DIR)
    code = "".join(
        path.read_text()
        for pattern in ("templates/*.html", "templates/articles/**/*.html")
        for path in folder.glob(pattern)
    )
    code += "".join(path.read_text() for path in folder.glob("articles/*.py"))
    named = set(re.findall(r"\.([a-z][a-z-]+)(?=[^{}]*\{)", REST))

    assert {name for name in named if not re.search(rf"\b{name}\b", code)} == set()
