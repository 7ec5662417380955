"""Staff: accounts and the roles they have."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from desk.models import User


@admin.register(User)
class StaffAdmin(UserAdmin):
    fieldsets = [
        *UserAdmin.fieldsets,
        (_("Newsroom"), {"fields": ["language", "author"]}),
    ]
    raw_id_fields = ["author"]
