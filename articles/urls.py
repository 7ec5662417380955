"""The addresses of the paper."""

from django.urls import path, register_converter

from articles import views


class NumberConverter:
    """A story's number as it is written in an address: no sign, no leading zero."""

    regex = "[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class SegmentConverter:
    """Any segment; an article's section and slug are corrected by its number."""

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(NumberConverter, "number")
register_converter(SegmentConverter, "segment")

urlpatterns = [
    path("", views.front, name="front"),
    path("<slug:section>/", views.section, name="section"),
    path(
        "<segment:section>/<segment:slug>-<number:number>.html",
        views.article,
        name="article",
    ),
]
