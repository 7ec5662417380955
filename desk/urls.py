"""Addresses of the desk outside the admin."""

from django.urls import path

from desk import views

urlpatterns = [
    path("live", views.live, name="live"),
    path("ready", views.ready, name="ready"),
]
