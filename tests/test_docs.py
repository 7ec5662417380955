"""The documents name what the code has: settings, commands, roles."""

import re
from pathlib import Path

from django.conf import settings

from desk.roles import RIGHTS

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
