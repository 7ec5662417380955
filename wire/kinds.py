"""What a part of a dispatch can be, in words, and which of them may be chosen."""

from django.utils.translation import gettext_lazy as _

JOINED = "joined"
# As they are offered: a heading, and the kinds below it.
GROUPS = (
    (
        _("Opening"),
        {
            "section": _("section"),
            "kicker": _("kicker"),
            "headline": _("headline"),
            "standfirst": _("standfirst"),
            "dateline": _("dateline"),
        },
    ),
    (
        _("Story"),
        {
            "paragraph": _("paragraph"),
            "subheading": _("subheading"),
            "end_mark": _("end mark"),
            "sign_off": _("sign-off"),
        },
    ),
    (_("Photo"), {"caption": _("caption"), "credit": _("credit line")}),
    (
        _("Lists of links"),
        {
            "related_label": _("label of related news"),
            "related": _("related story"),
            "more_label": _("label of “See more”"),
            "more": _("story to see more"),
        },
    ),
    (
        _("And else"),
        {JOINED: _("goes on from above"), "other": _("not in the story")},
    ),
)
CHOICES = {kind: label for _heading, kinds in GROUPS for kind, label in kinds.items()}
# Read, and never chosen: none of them goes into the story.
FOUND = {
    "alt": _("alternative text"),
    "teaser": _("opening of another story"),
    "field": _("name of a field"),
    "address": _("web address"),
    "date": _("date of the page"),
}
LABELS = CHOICES | FOUND
# What a dispatch is made of, in the order in which it stands there.
RECOGNISED = [(k, label) for k, label in CHOICES.items() if k not in (JOINED, "other")]
# A story has one of each.
SINGLE = ("section", "kicker", "headline", "dateline", "end_mark")
