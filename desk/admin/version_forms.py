"""Forms of confirmations: the version that the person saw, and what he must say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.admin.story_pages import LARGEST

LONGEST_NOTE = 1000  # characters
INCOMPLETE = _("The form was incomplete: look at the page and try again.")


class VersionForm(forms.Form):
    version = forms.IntegerField(
        min_value=1, max_value=LARGEST, widget=forms.HiddenInput
    )


class CorrectForm(VersionForm):
    note = forms.CharField(
        label=_("What was wrong, and what is right now"),
        help_text=_(
            "For the newsroom's record. Readers see the corrected text and the words"
            " “Corrected” with the time."
        ),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReprintForm(VersionForm):
    reason = forms.CharField(
        label=_("Why it is printed again"),
        help_text=_("For the newsroom's record; readers do not see it."),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class WithdrawForm(VersionForm):
    notice = forms.CharField(
        label=_("Notice to readers"),
        help_text=_("It stands on the page instead of the story. It may be empty."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
