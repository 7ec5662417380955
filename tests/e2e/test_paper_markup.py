"""The markup of every kind of page, as the Nu checker of the W3C reads it.

Only with PROOF=1: the checker is a Java program of 32 MB. `make proof` fetches it with
npm, and needs no network after that.
"""

import json
import os
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from tests.e2e.test_paper_kinds import kinds

__test__ = bool(os.environ.get("PROOF"))
pytestmark = pytest.mark.django_db(transaction=True)

FOLDER = Path(settings.BASE_DIR) / ".venv/vnu/node_modules/vnu-jar/build/dist"
JAR = Path(os.environ.get("VNU_JAR", FOLDER / "vnu.jar"))


def checked(pages: list[Path]) -> list[str]:
    """What the checker says of these files; empty when all is well."""
    command = ["java", "-Xss1m", "-jar", str(JAR), "--format", "json", *map(str, pages)]
    said = subprocess.run(command, capture_output=True, text=True)
    return [
        f"{Path(each['url']).stem}: {each['message']}: {each.get('extract', '')[:90]}"
        for each in json.loads(said.stderr)["messages"]
    ]


def test_it_works(tmp_path):
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!DOCTYPE html><html lang=vi><title>A</title><p><li>B")

    assert any("li" in message for message in checked([wrong]))


def test_every_kind_of_page_is_valid(client, tmp_path):
    pages = []
    for number, (name, kind) in enumerate(kinds().items()):
        html = kind.html or client.get(kind.address).content.decode()
        pages.append(tmp_path / f"{number:02}-{name}.html")
        pages[-1].write_text(html)

    assert checked(pages) == []
