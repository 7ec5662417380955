"""CKEditor 4 for the body: what it offers and lets through is computed from articles.

The browser's filter is no security boundary. The server sanitises at every save, and
before a text goes back into the editor. The other controls stand in CKEDITOR_CONFIGS.
"""

from typing import Any

from ckeditor.widgets import CKEditorWidget
from django.forms.renderers import TemplatesSetting
from django.templatetags.static import static
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.html import ALLOWED, sanitise
from articles.markup import BodyRefused

_TABLE = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
# Groups of buttons, and the elements each makes: it is offered while all are allowed.
BUTTONS: list[dict[str, set[str]]] = [
    {"Format": {"p", "h2", "h3"}},
    {
        "Bold": {"strong"},
        "Italic": {"em"},
        "Subscript": {"sub"},
        "Superscript": {"sup"},
        "Link": {"a"},
        "Unlink": {"a"},
    },
    {
        "BulletedList": {"ul", "li"},
        "NumberedList": {"ol", "li"},
        "Blockquote": {"blockquote"},
        "Table": _TABLE,
    },
    {"Photo": {"figure", "figcaption"}, "Box": {"aside"}},
    {"PasteText": {"p", "br"}, "RemoveFormat": set(), "Undo": set(), "Redo": set()},
]
# Ours are in static/desk/editor/: photos, fact boxes, and HTML written as we keep it.
PLUGINS = ("photo", "box", "house")


def toolbar() -> list[list[str]]:
    """The buttons, in groups, of what may stand in a body."""
    shown = [
        [name for name, elements in group.items() if elements <= set(ALLOWED)]
        for group in BUTTONS
    ]
    return [group for group in shown if group]


def allowed_content() -> dict[str, dict[str, list[str]]]:
    """articles.html.ALLOWED as CKEditor reads it, in its object form."""
    return {name: _rule(name, attributes) for name, attributes in ALLOWED.items()}


def _rule(name: str, attributes: set[str]) -> dict[str, list[str]]:
    if name == "figure":  # one kind of figure: with its class and a photo
        return {"attributes": ["!data-photo", "data-alt"], "classes": ["!photo"]}
    if name == "a":
        return {"attributes": ["!href"]}
    return {"attributes": sorted(attributes)} if attributes else {}


class BodyWidget(CKEditorWidget):
    """The editor; or, for a text that is refused, a plain area that holds it whole."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(template_name="admin/desk/story/parts/body.html", **kwargs)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        is_plain = False
        try:
            value = sanitise(value or "")
        except BodyRefused:
            is_plain = True
        context = super().get_context(name, value, attrs)
        context["widget"]["is_plain"] = is_plain
        return context

    def _set_config(self) -> None:
        """Made anew each time: the widget's own is shared by all requests."""
        self.config: dict[str, Any] = {
            **self.config,
            "language": (get_language() or "vi").lower(),
            "versionCheck": False,
            "allowedContent": allowed_content(),
            "toolbar": toolbar(),
            "extraPlugins": ",".join((*PLUGINS, "autogrow")),
            "photoAddress": reverse("admin:desk_picture", args=[0]),
            "photoLabel": str(_("Photo")),
            "photoAltLabel": capfirst(_("alternative text")),
            "boxLabel": str(_("Fact box")),
            "tableWords": {
                "caption": str(_("Table caption")),
                "headers": str(_("Heading cells")),
            },
            "contentsCss": [
                static("css/tokens.css"),
                static("desk/editor/contents.css"),
            ],
        }
        self.external_plugin_resources = [
            (name, static(f"desk/editor/{name}/"), "plugin.js") for name in PLUGINS
        ]

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> str:
        return super().render(name, value, attrs, TemplatesSetting())
