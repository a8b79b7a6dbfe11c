"""Tailoring again: what the person accepted or worded goes on, checked anew; and states can be compared."""

from __future__ import annotations

from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import VersionReason
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.tailoring.drafting import Edit, EditKind, Proposal
from careercoach_desktop.features.tailoring.model import Change, Decision, Wishes
from careercoach_desktop.features.tailoring.service import TAILOR, TAILOR_WITH_CLAUDE, TailoringService
from tests.features.tailoring.engine.people import LENA
from tests.features.tailoring.test_with_claude import HONEST, SPARK
from tests.support.claude import ClaudeServer
from tests.support.workspace import Place

OWN = "Rebuilt the nightly batch jobs; run time fell from 6 h to 50 min."
OTHER = HONEST.model_copy(update={"text": "Rebuilt the nightly Spark jobs, cutting run time from 6 h to 50 min."})
KEEP = Wishes(keep=True)


def again(place: Place, job_id: int, kind: str, wishes: Wishes = KEEP) -> dict[str, Change]:
    """Tailor a second time."""
    tailoring = place.get(TailoringService)
    tailoring.start(job_id, with_claude=kind == TAILOR_WITH_CLAUDE, wishes=wishes)
    place.done(kind, 2)
    made = tailoring.latest_for(job_id)
    assert made is not None
    return {change.id: change for change in made.draft.changes}


def test_accepted_changes_go_on_and_new_ones_join_them(
    connected: ClaudeServer, place: Place, tailoring: TailoringService, lena: int, data_job: int
) -> None:
    connected.answer("Proposal", Proposal(edits=[HONEST]), times=1)
    order = Edit(kind=EditKind.ORDER, target="w1", items=["w1.3"], reason="They ask for dbt.")
    connected.answer("Proposal", Proposal(edits=[OTHER, order]), times=1)
    tailoring.start(data_job, with_claude=True)
    place.queue.start()
    place.done(TAILOR_WITH_CLAUDE)
    changes = again(place, data_job, TAILOR_WITH_CLAUDE)
    assert [*changes] == ["rewrite-b2", "order-w1"]
    assert (changes["rewrite-b2"].text, changes["rewrite-b2"].kept) == (SPARK, True)
    assert not changes["order-w1"].kept
    assert "<settled>\nw1.2\n</settled>" in connected.requests()[-1].asked.user


def test_rejected_changes_do_not_go_on(
    connected: ClaudeServer, place: Place, tailoring: TailoringService, lena: int, data_job: int
) -> None:
    connected.answer("Proposal", Proposal(edits=[HONEST]), times=1)
    connected.answer("Proposal", Proposal(edits=[OTHER]), times=1)
    tailoring.start(data_job, with_claude=True)
    place.queue.start()
    place.done(TAILOR_WITH_CLAUDE)
    made = tailoring.latest_for(data_job)
    assert made is not None
    tailoring.decide(made.id, {"rewrite-b2": Decision.REJECTED})
    changes = again(place, data_job, TAILOR_WITH_CLAUDE, Wishes(keep=True, focus=("Spark",)))
    assert "<focus>\nSpark\n</focus>" in connected.requests()[-1].asked.user
    assert (changes["rewrite-b2"].text, changes["rewrite-b2"].kept) == (OTHER.text, False)


def test_the_persons_own_wording_goes_on(place: Place, tailoring: TailoringService, tailored: int) -> None:
    job_id = tailoring.review(tailored).job.id
    tailoring.reword(tailored, "rewrite-b2", OWN)
    changes = again(place, job_id, TAILOR)
    assert (changes["rewrite-b2"].text, changes["rewrite-b2"].decision) == (OWN, Decision.ACCEPTED)


def test_without_the_wish_everything_is_proposed_anew(place: Place, tailoring: TailoringService, tailored: int) -> None:
    job_id = tailoring.review(tailored).job.id
    tailoring.reword(tailored, "rewrite-b2", OWN)
    changes = again(place, job_id, TAILOR, Wishes())
    assert changes["rewrite-b2"].edited is None


def test_a_kept_change_whose_fact_is_gone_is_marked_and_out(
    place: Place, tailoring: TailoringService, tailored: int
) -> None:
    job_id = tailoring.review(tailored).job.id
    assert "Spark" in next(c.text for c in tailoring.review(tailored).tailoring.draft.changes if c.id == "rewrite-b2")
    notes = place.get(ProfileService).profile().notes
    place.get(ProfileService).rewrite_notes(notes, "")
    change = again(place, job_id, TAILOR)["rewrite-b2"]
    assert (change.kept, change.supported, change.decision) == (True, False, Decision.REJECTED)


def test_a_change_of_a_bullet_that_says_something_else_now_is_not_kept(
    place: Place, tailoring: TailoringService, lena: int, tailored: int
) -> None:
    job_id = tailoring.review(tailored).job.id
    edited = LENA.model_copy(deep=True)
    edited.work[0].highlights[1].text = "Looked after the nightly batch jobs."
    place.get(ResumeService).save_data(lena, edited, VersionReason.EDITED)
    assert "rewrite-b2" not in [change.id for change in again(place, job_id, TAILOR).values() if change.kept]


def test_the_draft_the_saved_versions_and_the_original_can_be_compared(
    tailoring: TailoringService, tailored: int
) -> None:
    tailoring.save_as_document(tailored)
    tailoring.decide(tailored, {"rewrite-b2": Decision.REJECTED})
    tailoring.save_as_document(tailored)
    stages = tailoring.stages(tailored)
    assert [stage.label.split(" · ")[0] for stage in stages] == ["This draft", "Version 2", "Version 1", "Original"]
    draft, newest, first, original = (stage.data for stage in stages)
    assert draft == newest
    assert first.work[0].highlights != newest.work[0].highlights
    assert original == LENA
