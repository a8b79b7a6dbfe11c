"""A claim that nothing proves: the person says it is true, or takes it off the list; each is one step and undoable."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.tailoring.drafting import Edit, EditKind, Proposal
from careercoach_desktop.features.tailoring.model import Change, Decision
from careercoach_desktop.features.tailoring.service import TailoringService
from tests.features.tailoring.engine.people import LENA_NOTES
from tests.features.tailoring.test_with_claude import HONEST, tailor
from tests.support.claude import ClaudeServer
from tests.support.workspace import Place

WHY = "They ask for it."
CLAIMS = {
    "a tool": Edit(kind=EditKind.REWRITE, target="w1.4", text="Moved reporting tables to Snowflake.", reason=WHY),
    "a figure": Edit(kind=EditKind.REWRITE, target="w1.1", text="Migrated 900 jobs from cron to Airflow.", reason=WHY),
    "a skill": Edit(kind=EditKind.ADD_SKILLS, target="s1", items=["Kafka"], reason=WHY),
    "a prize": Edit(
        kind=EditKind.REWRITE, target="w2.2", text="Trained five colleagues in SQL and won a prize.", reason=WHY
    ),
    "a summary": Edit(
        kind=EditKind.SUMMARY, target="summary", text="Data engineer who knows Snowflake and clean models.", reason=WHY
    ),
}


@pytest.fixture
def tailoring_id(connected: ClaudeServer, place: Place, lena: int, data_job: int, claimed: str) -> int:
    connected.answer("Proposal", Proposal(edits=[CLAIMS[claimed], HONEST]))
    task = tailor(place, data_job)
    assert task.result is not None
    return int(str(task.result["tailoring_id"]))


def unproved(tailoring: TailoringService, tailoring_id: int) -> list[Change]:
    return [change for change in tailoring.review(tailoring_id).tailoring.draft.changes if not change.supported]


@pytest.mark.parametrize("claimed", CLAIMS)
def test_said_to_be_true_it_is_evidence_and_the_change_is_in(
    place: Place, tailoring: TailoringService, tailoring_id: int
) -> None:
    (change,) = unproved(tailoring, tailoring_id)
    added = tailoring.state_as_evidence(tailoring_id, change.id)
    assert added.note in place.get(ProfileService).profile().notes.splitlines()
    changes = tailoring.review(tailoring_id).tailoring.draft.changes
    assert [each.claims for each in changes] == [[], []]
    assert {each.decision for each in changes if each.id == change.id} == {Decision.ACCEPTED}


@pytest.mark.parametrize("claimed", ["a tool"])
def test_the_statement_names_where_it_happened(place: Place, tailoring: TailoringService, tailoring_id: int) -> None:
    (change,) = unproved(tailoring, tailoring_id)
    added = tailoring.state_as_evidence(tailoring_id, change.id)
    assert added.note == "Brightwater: Moved reporting tables to Snowflake."


@pytest.mark.parametrize("claimed", ["a tool", "a skill"])
def test_taken_back_everything_is_as_it_was(place: Place, tailoring: TailoringService, tailoring_id: int) -> None:
    before = tailoring.review(tailoring_id)
    (change,) = unproved(tailoring, tailoring_id)
    tailoring.take_back_evidence(tailoring_id, tailoring.state_as_evidence(tailoring_id, change.id))
    after = tailoring.review(tailoring_id)
    assert after.tailoring.draft == before.tailoring.draft
    assert after.result == before.result
    assert place.get(ProfileService).profile().notes == LENA_NOTES


@pytest.mark.parametrize("claimed", ["a figure"])
def test_removed_it_is_off_the_list_and_comes_back_to_its_place(tailoring: TailoringService, tailoring_id: int) -> None:
    before = tailoring.review(tailoring_id)
    at, change = tailoring.remove(tailoring_id, "rewrite-b1")
    now = tailoring.review(tailoring_id)
    assert "rewrite-b1" not in [each.id for each in now.tailoring.draft.changes]
    assert now.result == before.result
    tailoring.put_back(tailoring_id, at, change)
    assert tailoring.review(tailoring_id).tailoring.draft == before.tailoring.draft
    with pytest.raises(KeyError):
        tailoring.remove(tailoring_id, "nothing")
