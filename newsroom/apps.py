"""The admin app, with the desk's site named as a string."""

from django.contrib.admin.apps import AdminConfig


class NewsroomAdminConfig(AdminConfig):
    default_site = "desk.site.NewsroomSite"
