"""The paper seen from the desk: its sections, and who and what articles name."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Author, Section, Topic
from articles.models.sections import IN_BRANCHES
from desk import authors, sections
from desk.admin.saving import PickedRow, VerbAdmin, VerbForm
from desk.admin.searching import having_words
from desk.permissions import may
from desk.refusals import NameRefused

SLUG_HELP = gettext_lazy(
    "Left empty, it is made of the name. It stays once readers have seen it."
)


class SlugForm(VerbForm):
    """A slug may be left empty; once readers know it, it is only shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if slug := self.fields.get("slug"):
            slug.required = False
            slug.help_text = SLUG_HELP


@admin.register(Section)
class SectionAdmin(VerbAdmin):
    act = "arrange sections"
    form = SlugForm
    list_display = ["indented_name", "address", "language", "position"]
    list_select_related = ["parent"]
    fields = ["name", "slug", "parent", "language", "position"]

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        return IN_BRANCHES

    @admin.display(description=gettext_lazy("name"))
    def indented_name(self, section: Section) -> SafeString:
        level = "branch" if section.parent_id else "head"
        return format_html('<span class="{}">{}</span>', level, section.name)

    @admin.display(description=gettext_lazy("address"))
    def address(self, section: Section) -> str:
        return section.get_absolute_url()

    def view_on_site(self, section: Section) -> str:
        return section.get_absolute_url()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj and sections.was_public(obj) else []

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "parent":
            heads = Section.objects.filter(parent=None).order_by("position", "id")
            kwargs |= {"queryset": heads, "empty_label": _("none: it is a top section")}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def store(
        self, request: HttpRequest, row: Any, form: Any, *, is_new: bool
    ) -> Section:
        values = form.cleaned_data
        parent = values["parent"]
        plan = sections.Plan(
            name=values["name"],
            slug=values.get("slug", ""),
            parent=parent.pk if parent else None,
            language=values["language"],
            position=values["position"],
        )
        if is_new:
            return sections.make(plan, by=request.user)
        return sections.change(row, plan, by=request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only what nothing is filed in can go."""
        return may(request.user, self.act) and not (obj and sections.obstacle(obj))

    def delete_model(self, request: HttpRequest, obj: Section) -> None:
        sections.remove(obj, by=request.user)


class MergeForm(forms.Form):
    """Which one of the others is meant."""

    def __init__(self, *args: Any, model: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = model._meta.get_field("merged_into")
        self.fields["into"] = forms.ModelChoiceField(
            label=_("The one that stays"),
            queryset=model._default_manager.order_by("name", "id"),
            widget=PickedRow(field, admin.site),
        )


class NameAdmin(VerbAdmin):
    """Authors and topics: never deleted, merged when there are two of one."""

    act = "keep names"
    change_form_template = "admin/articles/name_form.html"
    form = SlugForm
    list_display = ["name", "slug", "merged_into"]
    list_select_related = ["merged_into"]
    list_filter = [("merged_into", admin.EmptyFieldListFilter)]
    search_fields = ["search_name"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        match = request.resolver_match
        if match and match.url_name == "autocomplete":
            queryset = queryset.filter(merged_into=None)
        return having_words(queryset, "search_name", search_term), False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        if obj is None:
            return []
        return ["slug", "merged_into"] if authors.was_public(obj) else ["merged_into"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        merged = ["merged_into"] if obj and obj.merged_into_id else []
        return [*merged, *self.fields]

    def store(self, request: HttpRequest, row: Any, form: Any, *, is_new: bool) -> Any:
        values = form.cleaned_data
        names = ("name", "slug", "biography", "portrait")
        given = {name: values[name] for name in names if name in values}
        profile = authors.Profile(**given)
        if is_new:
            return authors.make(self.model, profile, by=request.user)
        return authors.change(row, profile, by=request.user)

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_merge"
        merge = self.admin_site.admin_view(self.merge_view)
        return [path("<int:number>/merge/", merge, name=name), *super().get_urls()]

    def merge_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """Say that two are one; or, when that was wrong, part them again."""
        entry = get_object_or_404(self.model, pk=number)
        if not self.has_change_permission(request, entry):
            raise PermissionDenied
        form = MergeForm(request.POST or None, model=self.model)
        if request.method == "POST" and self._merge(request, entry, form):
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
            return redirect(reverse(name, args=[entry.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Merge: %(name)s") % {"name": entry.name},
            "opts": self.opts,
            "entry": entry,
            "form": form,
            "media": form.media,
        }
        return render(request, "admin/articles/merge.html", context)

    def _merge(self, request: HttpRequest, entry: Any, form: MergeForm) -> bool:
        if "separate" in request.POST:
            authors.separate(entry, by=request.user)
            messages.success(request, _("They are two again."))
            return True
        if not form.is_valid():
            return False
        try:
            authors.merge(entry, into=form.cleaned_data["into"], by=request.user)
        except NameRefused as refusal:
            form.add_error("into", str(refusal))
            return False
        messages.success(request, _("They are one now. Every byline stays as written."))
        return True


@admin.register(Author)
class AuthorAdmin(NameAdmin):
    fields = ["name", "slug", "portrait", "biography"]
    autocomplete_fields = ["portrait"]


@admin.register(Topic)
class TopicAdmin(NameAdmin):
    fields = ["name", "slug"]
