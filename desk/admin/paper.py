"""The paper seen from the desk: sections, people, photos, and what was printed."""

from django.contrib import admin

from articles.models import Article, Author, Edition, Section, Topic, Withdrawal
from desk.admin.readonly import ReadOnlyAdmin
from photos.models import Photo


@admin.register(Section)
class SectionAdmin(ReadOnlyAdmin):
    list_display = ["name", "slug", "parent", "language", "position"]


@admin.register(Author, Topic)
class NameAdmin(ReadOnlyAdmin):
    list_display = ["name", "slug"]


@admin.register(Photo)
class PhotoAdmin(ReadOnlyAdmin):
    list_display = ["id", "caption", "credit_text", "width", "height", "created_at"]


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    list_display = ["headline", "section", "edition_number", "printed_at"]
    list_select_related = ["section"]


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    list_display = ["article_id", "number", "kind", "printed_at"]


@admin.register(Withdrawal)
class WithdrawalAdmin(ReadOnlyAdmin):
    list_display = ["article_id", "withdrawn_at", "notice", "by"]
