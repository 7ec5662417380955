import json
import resource
import subprocess
import sys

import pytest
from django.utils import translation

from photos import limits, sandbox
from photos.decoding import REASONS
from photos.files import private
from photos.refusals import PhotoRefused, sentence
from photos.sandbox import decode, make
from tests.photos.samples import cut, encoded, opened, scene


@pytest.fixture
def paths(tmp_path):
    original = tmp_path / "original"
    original.write_bytes(encoded(scene()))
    with private().workspace() as work:
        yield original, work


def child(monkeypatch, code: str) -> None:
    """Another program in the child's place."""
    monkeypatch.setattr(sandbox, "COMMAND", (sys.executable, "-c", code))


def test_it_works(paths):
    found = decode(*paths)

    assert (found.format, found.width, found.height) == ("jpeg", 320, 240)
    assert found.metadata == {}
    assert opened(paths[1].path / "w320.jpg").size == (320, 240)


def test_a_relative_name_is_understood(paths, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    found = decode(paths[0].relative_to(tmp_path), paths[1])

    assert found.width == 320


def test_known_pictures_are_made_as_they_are_told(paths):
    crops = (("16x9", 0, 0, 500, 375),)

    make(*paths, crops=crops, recipes=["16x9-640.avif", "w320.jpg"])

    assert {path.name for path in paths[1].path.iterdir()} == {
        "16x9-640.avif",
        "w320.jpg",
    }
    assert opened(paths[1].path / "16x9-640.avif").size == (160, 90)


def test_every_reason_has_a_sentence_of_its_own():
    with translation.override("en"):
        sentences = [sentence(reason) for reason in REASONS]

    assert len(set(sentences)) == len(REASONS)
    assert all(text.endswith(".") and ":" in text for text in sentences)


def test_a_killed_child_refuses_the_picture(paths, monkeypatch):
    child(monkeypatch, "import os; os.kill(os.getpid(), 9)")

    with pytest.raises(PhotoRefused, match=sentence("costly")):
        decode(*paths)


def test_a_child_that_does_not_end_is_killed(paths, monkeypatch):
    child(monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(limits, "CLOCK", 0.2)

    with pytest.raises(PhotoRefused, match=sentence("costly")):
        decode(*paths)


def test_a_child_that_babbles_refuses_the_picture(paths, monkeypatch):
    child(monkeypatch, "print('{')")

    with pytest.raises(PhotoRefused, match=sentence("costly")):
        decode(*paths)


def test_the_child_sees_no_secret_of_ours(paths, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "geheim")
    child(
        monkeypatch,
        "import json, os; print(json.dumps({'format': os.environ.get('SECRET_KEY', ''),"
        "'width': 1, 'height': 1, 'metadata': {}}))",
    )

    assert decode(*paths).format == ""


BIND = "from photos.limits import bind; bind();"


def bound(code: str, *, first: str = BIND) -> subprocess.CompletedProcess[str]:
    """What a process does that is held to our limits."""
    return subprocess.run(
        [sys.executable, "-c", first + code],
        capture_output=True,
        text=True,
    )


def test_the_child_binds_itself_before_it_opens_anything():
    said = bound(
        "import resource as r; from photos.decoding import main;"
        "main('nothing', 'nothing'); print(r.getrlimit(r.RLIMIT_AS))",
        first="",
    )

    answer, limit = said.stdout.splitlines()
    assert json.loads(answer) == {"refused": "missing"}
    assert limit == str((limits.MEMORY, limits.MEMORY))


def test_a_bound_process_has_no_more_memory():
    said = bound(f"bytearray({limits.MEMORY})")

    assert "MemoryError" in said.stderr


def test_a_bound_process_writes_no_larger_file(tmp_path):
    bound(f"open('{tmp_path}/f', 'wb').write(bytes({limits.OUTPUT} + 1))")

    assert (tmp_path / "f").stat().st_size == limits.OUTPUT


def test_a_bound_process_cannot_free_itself():
    names = ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_CORE")
    said = bound(
        "import json, resource as r;"
        f"print(json.dumps([r.getrlimit(getattr(r, name)) for name in {names}]))"
    )

    most = [limits.MEMORY, limits.PROCESSOR, limits.OUTPUT, 0]
    assert json.loads(said.stdout) == [[bound, bound] for bound in most]


def test_a_bound_process_ends_when_its_time_is_up():
    said = bound(
        "import resource as r; r.setrlimit(r.RLIMIT_CPU, (1, 1))\nwhile True: pass"
    )

    assert said.returncode < 0


def test_a_stricter_limit_of_the_house_stays(monkeypatch):
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    said = bound(
        "import resource as r; r.setrlimit(r.RLIMIT_CPU, (3, 3)); bind();"
        "print(r.getrlimit(r.RLIMIT_CPU))"
    )

    assert said.stdout.strip() == "(3, 3)"
    assert resource.getrlimit(resource.RLIMIT_CORE)[1] == hard


def test_a_refusal_is_logged_in_one_line(paths, caplog):
    paths[0].write_bytes(cut(encoded(scene())))

    with caplog.at_level("INFO", "photos.sandbox"), pytest.raises(PhotoRefused):
        decode(*paths)

    assert len(caplog.messages) == 1
    assert caplog.messages[0].startswith("picture refused: {'refused': 'broken'")


def test_an_original_that_is_gone_says_so(paths):
    paths[0].unlink()

    with pytest.raises(PhotoRefused, match=sentence("missing")):
        decode(*paths)
