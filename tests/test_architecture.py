"""The house as docs/architecture.md says it: every rule on the tree, and on a fault."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.sites import all_sites
from django.urls import resolve

from desk.site import NewsroomSite
from tests.architecture.layers import (
    against_the_layers,
    django_in_words,
    layer_of,
    without_a_layer,
)
from tests.architecture.rooms import against_the_arrow, rings, users_outside_the_desks
from tests.architecture.shapes import (
    EXEMPT,
    inline_code,
    safe_places,
    save_overrides,
    signals,
    too_long,
    vague_names,
)
from tests.architecture.tree import sources, templates

TREE = sources()
TEMPLATES = templates()
RULES = [
    against_the_arrow,
    users_outside_the_desks,
    rings,
    without_a_layer,
    against_the_layers,
    django_in_words,
    too_long,
    vague_names,
    signals,
    save_overrides,
]
# What readers' pages show, rows shown with the row they belong to, two single rows.
WITHOUT_SCREEN = {
    *("articles.ArticleLink", "articles.ArticlePhoto", "articles.ArticleTopic"),
    *("articles.Byline", "articles.EditionPhoto", "articles.Stamp"),
    *("desk.AuditHead", "desk.Revision"),
    "articles.Article",
    *("desk.StoryByline", "desk.StoryLink", "desk.StoryPhoto", "desk.StoryTopic"),
    *("photos.FormerOriginal", "photos.Lease", "photos.Override"),
    "photos.PhotoPhotographer",
}


def test_it_works():
    assert {"newsroom/text/clean.py", "articles/copy.py", "desk/writing.py"} <= set(
        TREE
    )
    assert "templates/base.html" in TEMPLATES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_tree_keeps_the_rule(rule):
    assert rule(TREE) == []


@pytest.mark.parametrize(
    ("path", "source", "place"),
    [
        ("photos/intake.py", "from articles.copy import Copy", 1),
        ("articles/views.py", "import desk", 1),
        ("articles/views.py", "def view():\n    from desk.models import Story", 2),
        ("articles/lists.py", "if TYPE_CHECKING:\n    import wire.parser", 2),
        ("articles/models/links.py", 'models.ForeignKey("desk.Story", 1)', 1),
        ("articles/models/links.py", 'models.ForeignKey(to="desk.Story")', 1),
        ("photos/views.py", 'apps.get_model("articles.Article")', 1),
        ("photos/views.py", 'apps.get_model("articles", "Article")', 1),
        ("photos/views.py", 'import_module("desk")', 1),
        ("photos/views.py", '__import__("desk.roles")', 1),
        ("photos/urls.py", 'include("articles.urls")', 1),
        ("desk/permissions.py", "from demo import people", 1),
        ("desk/permissions.py", "from newsroom.settings import DEBUG", 1),
        ("newsroom/text/clean.py", "from newsroom import settings", 1),
        ("newsroom/text/clean.py", "from photos import credits", 1),
        ("newsroom/text/clean.py", "from ...photos import credits", 1),
        ("newsroom/urls.py", "from articles import views", 1),
    ],
)
def test_a_reference_against_the_arrow_is_found(path, source, place):
    (fault,) = against_the_arrow({path: source})

    assert fault.startswith(f"{path}:{place}: ")


def test_a_fault_in_the_real_tree_is_found():
    planted = TREE["photos/intake.py"] + "\n\ndef later():\n    import desk.writing\n"
    last = len(planted.splitlines())

    assert against_the_arrow({**TREE, "photos/intake.py": planted}) == [
        f"photos/intake.py:{last}: photos may not name desk.writing"
    ]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("wire/importing.py", "from desk import writing"),
        ("articles/models/articles.py", 'models.ForeignKey("photos.Photo", 1)'),
        ("photos/models.py", "from newsroom.text.columns import CleanCharField"),
        ("newsroom/urls.py", 'include("articles.urls")'),
        ("newsroom/settings.py", "from newsroom.safety import complaints"),
        ("desk/apps.py", "from . import roles"),
        ("photos/views.py", '"""How the desk.Story is told apart."""'),
    ],
)
def test_a_reference_along_the_arrow_is_allowed(path, source):
    assert against_the_arrow({path: source}) == []


@pytest.mark.parametrize(
    "source",
    [
        "models.ForeignKey(settings.AUTH_USER_MODEL, 1)",
        "get_user_model()",
        "from django.contrib.auth.models import User",
        "import django.contrib.auth",
        'models.ForeignKey("desk.User", 1)',
        'models.ForeignKey("auth.user", 1)',
    ],
)
def test_a_user_outside_the_desks_is_found(source):
    assert users_outside_the_desks({"photos/models.py": source}) == [
        "photos/models.py:1: only the desks know users"
    ]
    assert users_outside_the_desks({"desk/models/stories.py": source}) == []


def test_a_ring_is_found_even_inside_a_function():
    tree = {
        "desk/a.py": "from desk import b",
        "desk/b.py": "from desk.c import x",
        "desk/c.py": "def f():\n    import desk.a",
    }

    assert rings(tree) == ["desk/a.py:1: a ring: desk.a -> desk.b -> desk.c -> desk.a"]


def test_an_app_may_import_its_own_room_when_it_is_ready():
    tree = {
        "desk/apps.py": "class Desk:\n    def ready(self):\n        import desk.roles",
        "desk/roles.py": "from desk import apps",
    }

    assert rings(tree) == []


@pytest.mark.parametrize("path", ["articles/parts/thing.py", "desk/panels/left.py"])
def test_a_module_in_no_layer_is_found(path):
    assert without_a_layer({path: "x = 1"}) == [
        f"{path}:1: in no layer: name it in tests/architecture/layers.py"
    ]


@pytest.mark.parametrize(
    ("path", "layer"),
    [
        ("articles/copy.py", "words"),
        ("newsroom/text/columns.py", "words"),
        ("desk/models/stories.py", "nouns"),
        ("wire/models.py", "nouns"),
        ("desk/writing.py", "verbs"),
        ("articles/lists.py", "verbs"),
        ("desk/admin/paper.py", "doors"),
        ("wire/management/commands/import_wire.py", "doors"),
    ],
)
def test_a_module_has_the_layer_of_its_name(path, layer):
    assert layer_of(path) == layer


@pytest.mark.parametrize(
    ("path", "source", "target"),
    [
        ("desk/models/stories.py", "from desk.writing import save", "desk.writing"),
        ("desk/models/stories.py", "from desk import site", "desk.site"),
        (
            "desk/writing.py",
            "def f():\n    import desk.admin.paper",
            "desk.admin.paper",
        ),
        ("articles/copy.py", "from desk.models import Story", "desk.models"),
        ("articles/copy.py", "from articles.lists import cards", "articles.lists"),
    ],
)
def test_an_import_of_a_higher_layer_is_found(path, source, target):
    higher = [
        *("desk/writing.py", "desk/site.py", "desk/admin/paper.py"),
        *("desk/models/__init__.py", "articles/lists.py"),
    ]

    (fault,) = against_the_layers({**dict.fromkeys(higher, ""), path: source})

    assert fault.startswith(f"{path}:{1 + source.count(chr(10))}: ")
    assert f"may not import {target} (" in fault


@pytest.mark.parametrize(
    "source",
    [
        "from django.conf import settings",
        "from django.http import HttpRequest",
        "from django.db.models import QuerySet",
        "from django.db import transaction",
        "def f():\n    from django.utils import timezone",
    ],
)
def test_django_in_words_is_found(source):
    (fault,) = django_in_words({"articles/copy.py": source})

    assert fault.startswith(f"articles/copy.py:{1 + source.count(chr(10))}: words may")
    assert django_in_words({"articles/views.py": source}) == []


@pytest.mark.parametrize(
    "source",
    [
        "from django.db import models",
        "from django.db.models import lookups, CharField, F",
        "from django.db.models.functions import Now",
        "from django.utils.translation import gettext as _",
    ],
)
def test_words_may_have_fields_expressions_and_gettext(source):
    assert django_in_words({"articles/columns.py": source}) == []


def test_a_long_file_is_found():
    assert too_long({"desk/a.py": "x = 1\n" * 250}) == []
    assert too_long({"desk/a.py": "x = 1\n" * 251}) == [
        "desk/a.py:1: 251 lines, at most 250"
    ]


@pytest.mark.parametrize("start", ["def f():\n", "async def f():\n"])
def test_a_long_function_is_found(start):
    assert too_long({"desk/a.py": start + "    x = 1\n" * 39}) == []
    assert too_long({"desk/a.py": f"\n{start}" + "    x = 1\n" * 40}) == [
        "desk/a.py:2: f(): 41 lines, at most 40"
    ]


def test_migrations_may_be_as_long_as_they_come():
    assert too_long({"desk/migrations/0001_initial.py": "x = 1\n" * 500}) == []


@pytest.mark.parametrize("path", EXEMPT)
def test_every_exemption_is_needed(path):
    assert too_long({f"{path}.copy": TREE[path]}) != []


@pytest.mark.parametrize(
    "path", ["desk/utils.py", "desk/services/a.py", "photos/mixins.py", "a/helpers.py"]
)
def test_a_vague_name_is_found(path):
    assert vague_names({path: ""}) == [f"{path}:1: name it by its duty"]


@pytest.mark.parametrize(
    "source",
    [
        "from django.db.models.signals import post_save",
        "from django.db.models import signals",
        "import django.db.models.signals",
        "from django.contrib.auth.signals import user_logged_in",
        "from django.dispatch import receiver",
    ],
)
def test_a_signal_is_found(source):
    (fault,) = signals({"desk/apps.py": source})

    assert fault.startswith("desk/apps.py:1: ")


def test_post_migrate_is_allowed():
    source = "from django.db.models.signals import post_migrate"

    assert signals({"desk/apps.py": source}) == []


@pytest.mark.parametrize("name", ["save", "asave", "delete"])
def test_an_override_on_a_model_is_found(name):
    source = f"class Story(models.Model):\n    def {name}(self):\n        pass"

    (fault,) = save_overrides({"desk/models/stories.py": source})

    assert fault.startswith(f"desk/models/stories.py:2: Story.{name}():")
    assert save_overrides({"desk/admin/stories.py": source}) == []


def test_only_one_place_takes_text_for_markup():
    (place,) = safe_places(TEMPLATES)

    assert place.startswith("templates/articles/article.html:")


@pytest.mark.parametrize("text", ["{{ a|safe }}", "{{ a| safe }}", "{{ a|safeseq }}"])
def test_a_place_that_takes_text_for_markup_is_found(text):
    assert safe_places({"templates/a.html": f"<p>\n{text}</p>"}) == [
        "templates/a.html:2"
    ]


def test_templates_hold_no_code():
    assert inline_code(TEMPLATES) == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        '<script type="module">x</script>',
        "<style>p {}</style>",
        '<p style="color: red">',
        '<p onclick="x()">',
        '<a href="javascript:x()">',
        "{% autoescape off %}",
    ],
)
def test_code_in_a_template_is_found(text):
    assert inline_code({"templates/a.html": f"<p>\n{text}"}) == [
        "templates/a.html:2: the policy forbids inline script and style"
    ]


def test_a_script_of_its_own_address_is_allowed():
    text = '<script type="module" src="{% static "js/a.js" %}"></script>'

    assert inline_code({"templates/a.html": text}) == []


def test_there_is_one_admin_site():
    assert isinstance(admin.site, NewsroomSite)
    assert [type(site) for site in all_sites] == [NewsroomSite]
    assert resolve("/admin/").func.admin_site is admin.site._wrapped


def test_every_model_of_ours_has_a_screen_or_belongs_to_one():
    ours = {
        model._meta.label
        for room in ("photos", "articles", "desk", "wire")
        for model in apps.get_app_config(room).get_models()
    }
    shown = {model._meta.label for model in admin.site._registry}

    assert ours - shown == WITHOUT_SCREEN
