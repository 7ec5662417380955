"""Stories written in every way we know: right or doubted, never wrong in silence.

Our own story here; with PROOF=1 real stories, real captions and real sign-offs.
"""

import os

from tests.wire.samples import SHARED
from tests.wire.variations.measured import OWN, changed, read, sites, stories, tables
from tests.wire.variations.pages import web
from wire.measuring import tally

NEVER_SILENT = {"headline", "standfirst", "credits", "byline", "end mark", "dateline"}
is_proof = os.environ.get("PROOF") == "1" and SHARED.is_dir()


def test_our_own_story_in_every_way_is_right_or_doubted():
    outcomes = read(changed([OWN], forms=[web]))
    silent = [one for one in outcomes if not (one[1].is_right or one[1].is_listed)]
    shares = {name: sum_.share for name, sum_ in tally(o for _k, o in outcomes).items()}

    assert [(kind, one.field) for kind, one in silent] == []
    assert {name: share for name, share in shares.items() if share < 95} == {}


def test_our_own_story_in_the_forms_of_papers_is_right():
    outcomes = read(sites([OWN]))

    assert [(kind, o.field, o.found) for kind, o in outcomes if not o.is_right] == []


if is_proof:

    def test_real_stories_in_every_way_are_right_or_doubted():
        chosen = stories()
        outcomes = read([*changed(chosen, each=2), *sites(chosen), *tables(chosen)])
        sums = tally(one for _kind, one in outcomes)

        assert {name: sums[name].silent for name in NEVER_SILENT} == dict.fromkeys(
            NEVER_SILENT, 0
        )
        assert {name for name, sum_ in sums.items() if sum_.share < 95} == set()
