"""The documents name what the code has: settings, commands, roles."""

import re
from pathlib import Path

from django.conf import settings

from desk.roles import RIGHTS
from wire.importing import read

ROOT = Path(settings.BASE_DIR)
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text()


def read_settings() -> set[str]:
    source = (ROOT / "newsroom/settings.py").read_text()
    by_environ = re.findall(r'env\.\w+\("([A-Z0-9_]+)"', source)
    return {*by_environ, *re.findall(r'os\.environ\.get\("([A-Z0-9_]+)"', source)}


def rows_under(heading: str) -> set[str]:
    part = ARCHITECTURE.split(f"## {heading}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `?([^`|]+?)`? \|", part, re.MULTILINE)) - {
        "setting",
        "command",
        "group",
    }


def test_it_works():
    assert "SECRET_KEY" in read_settings()


def test_every_setting_is_in_the_example():
    example = (ROOT / ".env.example").read_text()

    assert set(re.findall(r"^([A-Z0-9_]+)=", example, re.MULTILINE)) == read_settings()


def test_every_setting_is_documented():
    assert rows_under("Settings") == read_settings()


def test_every_command_is_documented():
    commands = {
        path.stem
        for path in ROOT.glob("*/management/commands/*.py")
        if path.stem != "__init__"
    }

    assert rows_under("Commands") == commands


def test_every_role_is_documented():
    assert rows_under("Roles") == set(RIGHTS)


def test_every_picture_is_shown_somewhere_and_is_there():
    texts = {
        path: path.read_text() for path in [*ROOT.glob("docs/*.md"), *ROOT.glob("*.md")]
    }
    shown = {
        (path.parent / name).resolve()
        for path, text in texts.items()
        for name in re.findall(r"!\[[^]]*\]\(([^)]+)\)", text)
    }

    assert shown == set(ROOT.glob("docs/pictures/*.png"))


def test_the_sample_is_read_without_a_doubt_but_for_one_line():
    dispatch = read((ROOT / "docs/sample-dispatch.txt").read_bytes())

    assert [each.part for each in dispatch.unsure] == ["other", "related"]
    assert dispatch.dateline and dispatch.end_mark and dispatch.photos[0].credit.agency
