"""What the paper's templates ask for: today's date, and data for machines."""

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from articles.dates import day_line, moment
from articles.page import Page
from articles.structured import structured

register = template.Library()


@register.simple_tag
def paper_name() -> str:
    """What the paper is called, on its pages and at its desk."""
    return str(settings.SITE_NAME)


@register.simple_tag
def today() -> str:
    """The day in Vietnam, in the language of the page."""
    return day_line(timezone.now(), get_language() or "vi")


register.filter("moment", moment)


@register.simple_tag
def structured_data(page: Page) -> SafeString:
    """A data block: no browser runs it. structured() has escaped what could end it."""
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(structured(page, publisher=paper_name())),
    )
