"""Tables that people read and only verbs write."""

from typing import Any

from django.http import HttpRequest

from desk.admin.screen import Screen
from desk.admin.story_list import ShortPaginator


class ReadOnlyAdmin(Screen):
    """However long the table is, it is never counted."""

    paginator = ShortPaginator

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
