"""CKEditor 4 is held by these controls; each test fails when its control is gone."""

import html
import json
import re

import pytest
from ckeditor.widgets import CKEditorWidget
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder
from django.core import checks
from django.urls import get_resolver
from django.utils import translation

from articles.html import ALLOWED, sanitise
from desk.editor import BUTTONS, BodyWidget, allowed_content, toolbar

REMOVED = [
    *("exportpdf", "scayt", "wsc", "iframe", "flash", "forms", "smiley", "templates"),
    *("preview", "print", "save", "newpage", "image", "uploadimage", "about", "div"),
    *("language", "font", "colorbutton", "colordialog", "bidi", "docprops"),
    *("sourcearea", "filebrowser", "uploadwidget"),
]


def config_of(widget: CKEditorWidget) -> dict:
    """What the browser is given."""
    shown = re.search(r'data-config="([^"]*)"', widget.render("body", "", {"id": "b"}))
    return json.loads(html.unescape(shown[1]))


EDITORS = {"ours": BodyWidget, "default": CKEditorWidget}


@pytest.fixture(params=EDITORS)
def config(request) -> dict:
    """Ours, and the one that a careless form of tomorrow would get."""
    return config_of(EDITORS[request.param]())


def test_it_works():
    assert 'data-type="ckeditortype"' in BodyWidget().render("body", "<p>a</p>")


@pytest.mark.parametrize("plugin", REMOVED)
def test_the_plugin_is_not_loaded(config, plugin):
    assert plugin in config["removePlugins"].split(",")
    assert plugin not in config.get("extraPlugins", "").split(",")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("entities", False),
        ("versionCheck", False),
        ("pasteFilter", "semantic-content"),
        ("clipboard_handleImages", False),
        ("fullPage", False),
    ],
)
def test_the_setting_is_hard(config, name, value):
    assert config[name] == value


def test_content_is_never_let_through_unfiltered(config):
    allowed = config["allowedContent"]

    assert isinstance(allowed, dict) and allowed
    assert not {"script", "style", "iframe", "*", "$1"} & set(allowed)
    assert "extraAllowedContent" not in config


def test_what_the_editor_allows_is_what_the_sanitiser_allows():
    allowed = config_of(BodyWidget())["allowedContent"]

    assert allowed == allowed_content()
    assert {name: _attributes(rule) for name, rule in allowed.items()} == ALLOWED


def _attributes(rule: dict) -> set[str]:
    names = {name.lstrip("!") for name in rule.get("attributes", [])}
    return names | ({"class"} if rule.get("classes") else set())


def test_the_class_of_a_figure_is_the_one_that_the_sanitiser_keeps():
    (name,) = allowed_content()["figure"]["classes"]

    body = f'<figure class="{name.lstrip("!")}" data-photo="1"></figure>'
    assert sanitise(body) == body


def test_every_allowed_element_has_its_button_and_no_other():
    made = [names for group in BUTTONS for names in group.values()]

    assert set().union(*made) == set(ALLOWED)


def test_a_button_goes_with_its_element(monkeypatch):
    monkeypatch.delitem(ALLOWED, "sub")

    shown = {name for group in toolbar() for name in group}
    assert "Subscript" not in shown
    assert {"Superscript", "Photo", "Undo"} <= shown
    assert "sub" not in allowed_content()


def test_a_text_is_sanitised_before_it_goes_into_the_editor():
    shown = BodyWidget().render(
        "body", '<p onclick="x()">a<script>b</script></p><a href="javascript:c">d</a>'
    )

    assert "&lt;p&gt;a&lt;/p&gt;&lt;a&gt;d&lt;/a&gt;" in shown
    assert "script" not in re.sub(r'data-[a-z-]+="[^"]*"', "", shown)


@pytest.mark.parametrize("text", ["<blockquote>" * 200 + "a", "b" * 1_000_001])
def test_a_refused_text_goes_back_as_it_is_and_into_no_editor(text):
    shown = BodyWidget().render("body", text)

    assert html.escape(text) in shown
    assert "ckeditortype" not in shown
    assert "data-config" not in shown


def test_two_languages_do_not_meet_in_one_editor():
    widget = BodyWidget()
    with translation.override("en"):
        english = config_of(widget)

    assert english["language"] == "en"
    assert config_of(widget)["language"] == "vi"


def test_the_uploader_is_never_mounted():
    assert not apps.is_installed("ckeditor_uploader")
    assert "ckeditor_upload" not in str(get_resolver().reverse_dict.keys())


def test_only_the_known_warning_is_silent():
    assert settings.SILENCED_SYSTEM_CHECKS == ["ckeditor.W001"]
    assert "ckeditor.W001" in {found.id for found in checks.run_checks()}


def collected(part: str) -> list[str]:
    patterns = apps.get_app_config("staticfiles").ignore_patterns
    return [
        path
        for path, _storage in AppDirectoriesFinder().list(patterns)
        if path.startswith(part)
    ]


def test_what_is_never_used_is_not_published():
    paths = collected("ckeditor/")

    assert len(paths) < 200
    for part in (
        "/exportpdf/",
        "/wsc/",
        "/tests/",
        "/samples/",
        "galleriffic",
        "/iframe",
    ):
        assert [path for path in paths if part in path] == []


@pytest.mark.parametrize(
    "path",
    [
        "ckeditor/ckeditor/ckeditor.js",
        "ckeditor/ckeditor/lang/vi.js",
        "ckeditor/ckeditor/lang/en.js",
        "ckeditor/ckeditor/plugins/autogrow/plugin.js",
        "ckeditor/ckeditor/plugins/link/dialogs/link.js",
        "ckeditor/ckeditor/plugins/table/dialogs/table.js",
        "ckeditor/ckeditor/plugins/icons.png",
        "ckeditor/ckeditor/skins/moono-lisa/editor.css",
        "ckeditor/ckeditor-init.js",
        "adminsortable2/js/adminsortable2.min.js",
    ],
)
def test_what_is_used_is_published(path):
    assert path in collected(path.partition("/")[0])
