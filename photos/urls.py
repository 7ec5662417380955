"""The address of a public picture; nginx serves the same folder in production."""

from django.urls import path

from photos.views import rendition

urlpatterns = [path("<path:name>", rendition, name="rendition")]
