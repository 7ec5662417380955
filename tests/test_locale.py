"""Every word of ours has its Vietnamese, and what is compiled is what is written."""

import gettext
import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
CATALOGUE = ROOT / "locale/vi/LC_MESSAGES/django.po"
SOURCES = [
    "newsroom",
    "photos",
    "articles",
    "desk",
    "wire",
    "demo",
    "templates",
    "locale",
]


@pytest.fixture(scope="module")
def gathered(tmp_path_factory) -> polib.POFile:
    """The catalogue as makemessages gathers it from a copy of the sources now."""
    folder = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name)
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale", "vi"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    return polib.pofile(folder / "locale/vi/LC_MESSAGES/django.po")


def test_it_works(gathered):
    assert gathered.find("Related news").msgstr == "Tin liên quan"


def test_every_word_is_translated(gathered):
    assert [entry.msgid for entry in gathered.untranslated_entries()] == []
    assert [entry.msgid for entry in gathered.fuzzy_entries()] == []


def test_no_word_is_translated_that_is_not_used(gathered):
    assert [entry.msgid for entry in gathered.obsolete_entries()] == []


def test_what_is_compiled_is_what_is_written():
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    for entry in polib.pofile(CATALOGUE):
        if entry.msgid_plural:
            assert compiled.ngettext(entry.msgid, "", 1) == entry.msgstr_plural[0]
        else:
            assert compiled.gettext(entry.msgid) == entry.msgstr
