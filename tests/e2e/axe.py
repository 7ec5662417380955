"""What axe-core finds on a page: where who cannot see or point would stumble."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe

# Style sheets are not fetched once more: no rule that is on reads them.
OPTIONS = {"resultTypes": ["violations"], "preload": False}
RUN = """async ([place, options]) =>
  (await axe.run(place ?? document, options)).violations"""
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"


def violations(page: Any, context: Any = None, **options: Any) -> dict[str, str]:
    """The first place of each broken rule, by its name, once the page is whole."""
    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(RUN, [context, {**OPTIONS, **options}])
    return {each["id"]: each["nodes"][0]["html"][:200] for each in found}


def faults(page: Any) -> list[str]:
    """What axe finds, and whether the page is wider than the screen, by address."""
    found = [f"{page.url}: {rule}: {html}" for rule, html in violations(page).items()]
    wide = page.evaluate(TOO_WIDE)
    return found + ([f"{page.url}: {wide} pixels too wide"] if wide > 0 else [])
