"""Readers' files made before the printing, and public files that were lost."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from desk import developing, publishing
from photos.describing import describe
from photos.files import private, public
from photos.models import Photo
from photos.refusals import sentence
from photos.renditions import missing
from tests import makers
from tests.photos.samples import encoded, files_below, scene

pytestmark = pytest.mark.django_db


def large() -> Photo:
    return makers.photo(data=encoded(scene(1000, 700)))


def test_it_works(capsys):
    chosen, other = large(), makers.photo(data=encoded(scene(1000, 701)))
    makers.story(lead=makers.lead(chosen))
    assert missing(chosen)

    call_command("make_renditions", "--processes", 1)

    assert missing(chosen) == []
    assert missing(other)
    assert files_below(public().root) == []
    call_command("make_renditions", "--all")
    assert missing(other) == []
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_a_photo_of_a_body_is_chosen_too():
    photo = large()
    makers.story(
        body=f'<p>A</p><figure class="photo" data-photo="{photo.pk}"></figure>'
    )

    assert list(developing.chosen()) == [photo]


def test_a_dry_run_makes_nothing(capsys):
    photo = large()
    makers.story(lead=makers.lead(photo))

    call_command("make_renditions", "--dry-run")

    assert missing(photo)
    assert "1" in capsys.readouterr().out


def test_a_photo_whose_original_is_lost_is_named(capsys):
    photo = large()
    makers.story(lead=makers.lead(photo))
    private().remove([file.name for file in private().list("originals/")])

    with pytest.raises(CommandError):
        call_command("make_renditions")

    assert sentence("missing") in capsys.readouterr().err


def test_public_files_that_were_lost_are_written_again():
    makers.article(lead=makers.lead(makers.photo()))
    whole = {path: path.read_bytes() for path in files_below(public().root)}
    public().remove([file.name for file in public().list()])

    call_command("make_renditions")

    assert {path: path.read_bytes() for path in files_below(public().root)} == whole


def test_lost_files_with_an_earlier_credit_wait_for_a_reprint():
    photo = makers.photo()
    makers.article(lead=makers.lead(photo))
    describe(photo, caption="Mới.", credit="(Ảnh: Lê Bê/TTXVN)")
    public().remove([file.name for file in public().list()])

    with pytest.raises(CommandError, match="1"):
        call_command("make_renditions")

    assert files_below(public().root) == []


def test_a_printing_makes_the_files_before_it_locks_anything(monkeypatch):
    photo = large()
    story = makers.story(lead=makers.lead(photo))
    claim = publishing._claim

    def claim_when_made(*words, **options):
        assert missing(photo) == []
        return claim(*words, **options)

    monkeypatch.setattr(publishing, "_claim", claim_when_made)

    publishing.print_story(story, version=story.version, by=makers.chief())

    assert len(files_below(public().root)) == len(photo.framing.recipes)
