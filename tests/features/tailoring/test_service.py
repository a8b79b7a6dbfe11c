"""A tailoring from the first click to the saved document, with the promise that nothing is invented."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.evidence.model import StoryText
from careercoach_desktop.features.evidence.service import EvidenceBase, check
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.jobs.model import Posting, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.tailoring.model import Change, Decision, TailoringReady
from careercoach_desktop.features.tailoring.service import TAILOR, TailoringService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.model import TaskState
from tests.features.tailoring.engine.people import LENA, LENA_NOTES
from tests.support.workspace import Place

BULLET = "rewrite-b2"
HONEST = "Rebuilt the nightly batch jobs; run time fell from 6 h to 50 min."
INVENTED_TOOL = "Rebuilt the nightly batch jobs in Kafka."
INVENTED_NUMBER = "Rebuilt the nightly batch jobs, cutting run time by 99 %."


def change(tailoring: TailoringService, tailoring_id: int, change_id: str = BULLET) -> Change:
    changes = tailoring.review(tailoring_id).tailoring.draft.changes
    return next(each for each in changes if each.id == change_id)


def bullet(data: ResumeData, bullet_id: str = "b2") -> str:
    return next(line.text for entry in data.work for line in entry.highlights if line.id == bullet_id)


def unsupported_in(result: ResumeData, notes: str = LENA_NOTES) -> list[str]:
    evidence = EvidenceBase.from_resume(LENA, profile_notes=notes)
    return [claim.text for claim in check(result, evidence).unsupported]


# --- starting --------------------------------------------------------------------------------------------------------


def test_without_a_resume_the_person_hears_what_is_missing(tailoring: TailoringService, data_job: int) -> None:
    with pytest.raises(UserError) as told:
        tailoring.start(data_job)
    assert told.value.code == "no-resume"
    assert str(told.value) == "There is no résumé to tailor yet. Add yours on the Résumés page."


def test_without_a_description_there_is_nothing_to_tailor_to(
    tailoring: TailoringService, place: Place, lena: int
) -> None:
    empty = place.add_job(Posting(title="Baker", description=" \n"))
    with pytest.raises(UserError) as told:
        tailoring.start(empty)
    assert told.value.code == "posting-empty"
    assert told.value.next_step == "Paste the posting’s text in Overview first."
    assert TAILOR not in [task.kind for task in place.queue.latest()]


def test_the_task_makes_a_draft_and_tells_of_it(
    tailoring: TailoringService, place: Place, lena: int, data_job: int
) -> None:
    told: list[TailoringReady] = []
    place.database.bus.after(TailoringReady, told.append)
    assert tailoring.latest_for(data_job) is None
    task_id = tailoring.start(data_job)
    place.queue.start()
    task = place.done(TAILOR)
    made = tailoring.latest_for(data_job)
    assert made is not None
    assert (task.id, task.title, task.subject) == (task_id, "Tailoring for “Senior Data Engineer”", f"job:{data_job}")
    assert task.result == {"tailoring_id": made.id}
    assert told == [TailoringReady(made.id, data_job)]
    assert (made.resume_id, made.document_id, made.draft.engine) == (lena, None, "local")
    assert BULLET in [each.id for each in made.draft.changes]
    assert made.draft.score_before is not None
    assert made.draft.score_after is not None
    assert made.draft.score_after >= made.draft.score_before


def test_a_job_that_is_gone_leaves_a_failed_task_with_a_sentence_and_no_draft(
    tailoring: TailoringService, place: Place, lena: int, data_job: int
) -> None:
    task_id = tailoring.start(data_job)
    place.get(JobService).delete([data_job])
    place.queue.start()
    failed = place.watch.until_state(task_id, TaskState.FAILED)
    assert failed.error
    assert tailoring.latest_for(data_job) is None


def test_cancelled_while_it_runs_it_leaves_nothing(
    tailoring: TailoringService, place: Place, lena: int, data_job: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercoach_desktop.features.tailoring.service.making.tailor", never_ready)
    before = place.get(JobService).timeline(data_job)
    task_id = tailoring.start(data_job)
    place.queue.start()
    place.watch.until(lambda task: task.id == task_id and task.note == "Comparing your résumé with the posting")
    place.queue.cancel(task_id)
    place.watch.until_state(task_id, TaskState.CANCELLED)
    assert tailoring.latest_for(data_job) is None
    assert place.get(JobService).timeline(data_job) == before


def never_ready(*_arguments: object) -> None:
    """In the child process: work that takes longer than any test, so that only cancelling ends it."""
    import threading

    threading.Event().wait(60)


# --- deciding --------------------------------------------------------------------------------------------------------


def test_the_result_holds_what_is_accepted_and_nothing_else(tailoring: TailoringService, tailored: int) -> None:
    assert "Spark" in bullet(tailoring.review(tailored).result)
    before = tailoring.decide(tailored, {BULLET: Decision.REJECTED})
    assert before == {BULLET: Decision.ACCEPTED}
    assert bullet(tailoring.review(tailored).result) == bullet(LENA)
    tailoring.decide(tailored, before)
    assert "Spark" in bullet(tailoring.review(tailored).result)


def test_the_score_follows_the_decisions(tailoring: TailoringService, tailored: int) -> None:
    draft = tailoring.review(tailored).tailoring.draft
    tailoring.decide(tailored, {each.id: Decision.REJECTED for each in draft.changes})
    rejected = tailoring.review(tailored).tailoring.draft
    assert rejected.score_after == rejected.score_before == draft.score_before
    tailoring.accept_all_supported(tailored)
    assert tailoring.review(tailored).tailoring.draft.score_after == draft.score_after


def test_accepting_all_takes_every_supported_change_and_can_be_undone(
    tailoring: TailoringService, tailored: int
) -> None:
    tailoring.decide(tailored, {"order-w2": Decision.REJECTED})
    tailoring.reword(tailored, "summary", "Data engineer with twelve years at NASA.")
    before = tailoring.accept_all_supported(tailored)
    decisions = {each.id: each.decision for each in tailoring.review(tailored).tailoring.draft.changes}
    assert decisions.pop("summary") is Decision.REJECTED
    assert set(decisions.values()) == {Decision.ACCEPTED}
    tailoring.decide(tailored, before)
    assert change(tailoring, tailored, "order-w2").decision is Decision.REJECTED


def test_a_claim_without_evidence_is_not_accepted_whoever_asks(tailoring: TailoringService, tailored: int) -> None:
    tailoring.reword(tailored, BULLET, INVENTED_TOOL)
    assert tailoring.decide(tailored, {BULLET: Decision.ACCEPTED}) == {}
    assert change(tailoring, tailored).decision is Decision.REJECTED
    assert "Kafka" not in bullet(tailoring.review(tailored).result)


# --- one's own wording -----------------------------------------------------------------------------------------------


def test_an_honest_wording_is_taken(tailoring: TailoringService, tailored: int) -> None:
    assert tailoring.reword(tailored, BULLET, HONEST) is None
    now = change(tailoring, tailored)
    assert (now.supported, now.decision, now.text) == (True, Decision.ACCEPTED, HONEST)
    assert bullet(tailoring.review(tailored).result) == HONEST


@pytest.mark.parametrize(
    ("wording", "claimed"), [(INVENTED_TOOL, "Kafka"), (INVENTED_NUMBER, "99")], ids=["a tool", "a number"]
)
def test_an_invented_wording_is_kept_but_left_out(
    tailoring: TailoringService, tailored: int, wording: str, claimed: str
) -> None:
    tailoring.reword(tailored, BULLET, wording)
    now = change(tailoring, tailored)
    assert (now.supported, now.decision, now.text) == (False, Decision.REJECTED, wording)
    assert claimed in now.claims[0].text
    assert now.claims[0].reason
    assert bullet(tailoring.review(tailored).result) == bullet(LENA)


def test_going_back_to_the_proposal_undoes_a_wording(tailoring: TailoringService, tailored: int) -> None:
    proposed = change(tailoring, tailored).text
    tailoring.reword(tailored, BULLET, HONEST)
    assert tailoring.reword(tailored, BULLET, INVENTED_TOOL) == HONEST
    assert tailoring.reword(tailored, BULLET, None) == INVENTED_TOOL
    now = change(tailoring, tailored)
    assert (now.text, now.edited, now.supported) == (proposed, None, True)


def test_a_change_that_does_not_exist_cannot_be_reworded(tailoring: TailoringService, tailored: int) -> None:
    with pytest.raises(KeyError):
        tailoring.reword(tailored, "no-such-change", HONEST)


def test_stating_the_fact_makes_the_wording_true(tailoring: TailoringService, place: Place, tailored: int) -> None:
    tailoring.reword(tailored, BULLET, INVENTED_TOOL)
    tailoring.add_evidence(tailored, "At Brightwater I moved the nightly batch jobs to Kafka.")
    now = change(tailoring, tailored)
    assert (now.supported, now.decision) == (True, Decision.ACCEPTED)
    assert bullet(tailoring.review(tailored).result) == INVENTED_TOOL
    notes = place.get(ProfileService).profile().notes.splitlines()
    assert notes == [LENA_NOTES, "At Brightwater I moved the nightly batch jobs to Kafka."]


def test_a_story_makes_the_wording_true_and_is_quoted(tailoring: TailoringService, place: Place, tailored: int) -> None:
    story = StoryText(
        title="The night shift",
        situation="At Brightwater the nightly batch jobs failed twice a week.",
        action="I moved them to Kafka.",
    )
    place.get(EvidenceService).add_story(story)
    tailoring.reword(tailored, BULLET, INVENTED_TOOL)
    now = change(tailoring, tailored)
    assert (now.supported, now.decision) == (True, Decision.ACCEPTED)


def test_a_tailoring_made_with_stories_may_rest_on_them(
    tailoring: TailoringService, place: Place, data_job: int
) -> None:
    """What is a note elsewhere here is told in a story."""
    place.add_resume(LENA, "lena.txt")
    place.get(EvidenceService).add_story(StoryText(title="The night shift", action=LENA_NOTES))
    tailoring.start(data_job)
    place.queue.start()
    result = place.done(TAILOR).result
    assert result is not None
    made = tailoring.review(int(str(result["tailoring_id"]))).tailoring.draft.changes
    labels = {quote.label for each in made for quote in each.evidence}
    assert "Your story “The night shift”" in labels
    assert "Your notes" not in labels


def test_a_story_about_something_else_changes_nothing(tailoring: TailoringService, place: Place, tailored: int) -> None:
    place.get(EvidenceService).add_story(StoryText(title="Danish", action="I speak Danish."))
    tailoring.reword(tailored, BULLET, INVENTED_TOOL)
    now = change(tailoring, tailored)
    assert (now.supported, now.decision) == (False, Decision.REJECTED)


def test_a_fact_about_something_else_changes_nothing(tailoring: TailoringService, tailored: int) -> None:
    tailoring.reword(tailored, BULLET, INVENTED_TOOL)
    tailoring.add_evidence(tailored, "I speak Danish.")
    now = change(tailoring, tailored)
    assert (now.supported, now.decision) == (False, Decision.REJECTED)


# --- keeping the result ----------------------------------------------------------------------------------------------


def test_saving_makes_a_document_and_saving_again_a_version_of_it(
    tailoring: TailoringService, place: Place, tailored: int, data_job: int
) -> None:
    first = tailoring.save_as_document(tailored)
    tailoring.decide(tailored, {BULLET: Decision.REJECTED})
    second = tailoring.save_as_document(tailored)
    documents = place.get(DocumentService)
    assert (first.number, second.number, second.document_id) == (1, 2, first.document_id)
    assert "Spark" in bullet(documents.saved(first.id).data)
    assert bullet(documents.saved(second.id).data) == bullet(LENA)
    (card,) = documents.cards()
    assert (card.title, card.job_id, card.version) == ("Lena Marsh – Northwind", data_job, 2)
    assert place.get(JobService).timeline(data_job)[0].kind is TimelineKind.TAILORED


def test_the_document_says_how_it_was_made(tailoring: TailoringService, tailored: int) -> None:
    draft = tailoring.review(tailored).tailoring.draft
    tailoring.decide(tailored, {each.id: Decision.REJECTED for each in draft.changes if each.id != BULLET})
    version = tailoring.save_as_document(tailored)
    assert version.name == "1 change accepted"
    assert version.details["changes"] == [change(tailoring, tailored).title]
    assert (version.details["engine"], version.details["tailoring_id"]) == ("local", tailored)
    assert version.details["score_before"] == draft.score_before


def test_the_master_resume_is_never_touched(
    tailoring: TailoringService, place: Place, tailored: int, lena: int
) -> None:
    tailoring.reword(tailored, BULLET, HONEST)
    tailoring.accept_all_supported(tailored)
    tailoring.save_as_document(tailored)
    master = place.get(ResumeService).resume(lena)
    assert (master.data, master.version) == (LENA, 1)


def test_nothing_in_the_result_is_without_evidence(tailoring: TailoringService, tailored: int) -> None:
    tailoring.reword(tailored, "summary", "Data engineer with twelve years at NASA.")
    tailoring.reword(tailored, BULLET, INVENTED_NUMBER)
    tailoring.accept_all_supported(tailored)
    result = tailoring.review(tailored).result
    assert unsupported_in(result) == []
    forced = result.model_copy(deep=True)
    forced.basics.summary = "Data engineer with twelve years at NASA."
    assert unsupported_in(forced) != [], "the check would have noticed"


def test_tailoring_again_starts_from_the_resume_as_it_is_now_and_goes_on_with_the_job_s_document(
    tailoring: TailoringService, place: Place, tailored: int, lena: int, data_job: int
) -> None:
    first = tailoring.save_as_document(tailored)
    changed = LENA.model_copy(deep=True)
    changed.basics.name = "Lena Marsh-Hill"
    place.get(ResumeService).save_data(lena, changed)
    tailoring.start(data_job)
    place.done(TAILOR, 2)
    again = tailoring.latest_for(data_job)
    assert again is not None
    assert (again.id != tailored, again.base_version) == (True, 2)
    assert tailoring.review(again.id).base.basics.name == "Lena Marsh-Hill"
    assert tailoring.review(tailored).base.basics.name == "Lena Marsh", "the earlier draft keeps its own copy"
    second = tailoring.save_as_document(again.id)
    assert (second.document_id, second.number) == (first.document_id, 2)


def test_a_draft_can_be_reviewed_and_saved_after_its_resume_was_removed(
    tailoring: TailoringService, place: Place, tailored: int, lena: int
) -> None:
    place.get(ResumeService).delete(lena)
    assert tailoring.review(tailored).resume_title == "Removed résumé"
    assert tailoring.save_as_document(tailored).number == 1


def test_another_resume_than_the_primary_one_can_be_tailored(
    tailoring: TailoringService, place: Place, lena: int, data_job: int
) -> None:
    other = LENA.model_copy(deep=True)
    other.basics.name = "Lena M."
    second = place.add_resume(other, "other.txt")
    tailoring.start(data_job, second)
    place.queue.start()
    place.done(TAILOR)
    made = tailoring.latest_for(data_job)
    assert made is not None
    assert made.resume_id == second
    assert tailoring.review(made.id).base.basics.name == "Lena M."


def test_pressing_twice_makes_one_draft(tailoring: TailoringService, place: Place, lena: int, data_job: int) -> None:
    first = tailoring.start(data_job)
    assert tailoring.start(data_job) == first
    assert [task.id for task in place.queue.active() if task.kind == TAILOR] == [first]


def test_saving_again_brings_a_removed_document_back(tailoring: TailoringService, place: Place, tailored: int) -> None:
    documents = place.get(DocumentService)
    version = tailoring.save_as_document(tailored)
    documents.remove(version.document_id)
    assert tailoring.save_as_document(tailored).id == version.id
    assert [card.id for card in documents.cards()] == [version.document_id]
