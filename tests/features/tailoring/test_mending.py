"""What nothing proves is put to Claude once more, with the evidence; then the person decides."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.tailoring.drafting import Edit, EditKind, Mended, Mending, Proposal
from careercoach_desktop.features.tailoring.model import Decision
from careercoach_desktop.features.tailoring.service import TAILOR_WITH_CLAUDE, TailoringService
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.tasks.model import TaskState
from tests.features.tailoring.test_with_claude import HONEST, INVENTED, SPARK, changes_of, tailor
from tests.support.claude import Asked, ClaudeServer, Trouble
from tests.support.workspace import Place

BETTER = "Migrated all 140 jobs from cron to Airflow."


def asks_again(asked: Asked) -> bool:
    return asked.title == "Mending"


@pytest.fixture
def inventive(connected: ClaudeServer) -> ClaudeServer:
    connected.answer("Proposal", Proposal(edits=[HONEST, INVENTED]))
    return connected


def test_a_wording_that_rests_on_evidence_the_second_time_is_taken(
    inventive: ClaudeServer, place: Place, tailoring: TailoringService, lena: int, data_job: int
) -> None:
    inventive.answer("Mending", Mending(wordings=[Mended(number=1, text=BETTER)]))
    change = changes_of(place, tailor(place, data_job))["rewrite-b1"]
    assert (change.text, change.supported, change.decision) == (BETTER, True, Decision.ACCEPTED)
    made = tailoring.latest_for(data_job)
    assert made is not None
    assert made.draft.mended == 1


def test_the_question_names_what_is_not_proved_and_the_evidence_and_is_short(
    inventive: ClaudeServer, place: Place, lena: int, data_job: int
) -> None:
    tailor(place, data_job)
    first, second = (record.asked for record in inventive.requests())
    assert "not proved: 900" in second.user
    assert "wording: Migrated 900 jobs to Airflow." in second.user
    assert "was: Migrated 140 jobs from cron to Airflow." in second.user
    assert SPARK not in second.user
    assert second.tokens < first.tokens / 2


@pytest.mark.parametrize(
    "again",
    [
        [Mended(number=1, text="Migrated 800 jobs to Airflow.")],
        [Mended(number=1, text="")],
        [Mended(number=9, text=BETTER)],
        [],
    ],
    ids=["another invention", "no text", "an unknown number", "nothing"],
)
def test_what_is_still_not_proved_stays_marked_and_out_and_is_not_asked_a_third_time(
    inventive: ClaudeServer, place: Place, lena: int, data_job: int, again: list[Mended]
) -> None:
    inventive.answer("Mending", Mending(wordings=again))
    change = changes_of(place, tailor(place, data_job))["rewrite-b1"]
    assert (change.text, change.supported, change.decision) == (INVENTED.text, False, Decision.REJECTED)
    assert len(inventive.requests()) == 2


def test_nothing_else_changes_by_it(inventive: ClaudeServer, place: Place, lena: int, data_job: int) -> None:
    inventive.answer("Mending", Mending(wordings=[Mended(number=1, text=BETTER), Mended(number=2, text="Hire her.")]))
    changes = changes_of(place, tailor(place, data_job))
    assert changes["rewrite-b2"].text == SPARK
    assert len(changes) == 2


@pytest.mark.parametrize("trouble", [Trouble.REFUSAL, Trouble.CUT, Trouble.NO_CREDIT, Trouble.RATE_LIMITED])
def test_without_a_second_answer_the_first_one_stands(
    inventive: ClaudeServer, place: Place, lena: int, data_job: int, trouble: Trouble
) -> None:
    inventive.misbehave(trouble, times=None, match=asks_again)
    changes = changes_of(place, tailor(place, data_job))
    assert changes["rewrite-b2"].decision is Decision.ACCEPTED
    assert not changes["rewrite-b1"].supported


def test_cancelled_during_the_second_question_the_first_answer_is_kept(
    inventive: ClaudeServer, place: Place, tailoring: TailoringService, lena: int, data_job: int
) -> None:
    held = inventive.misbehave(Trouble.STALL, match=asks_again)
    task_id = tailoring.start(data_job, with_claude=True)
    place.queue.start()
    held.wait_until_reached()
    place.queue.cancel(task_id)
    place.watch.until_state(task_id, TaskState.CANCELLED)
    made = tailoring.latest_for(data_job)
    assert made is not None
    assert [change.id for change in made.draft.changes] == ["rewrite-b1", "rewrite-b2"]


def test_skills_that_are_not_in_evidence_are_not_asked_about(
    connected: ClaudeServer, place: Place, lena: int, data_job: int
) -> None:
    invented = Edit(kind=EditKind.ADD_SKILLS, target="s1", items=["Kafka"], reason="They ask for it.")
    connected.answer("Proposal", Proposal(edits=[invented]))
    tailor(place, data_job)
    assert len(connected.requests()) == 1


def test_both_calls_stand_in_the_ledger_for_the_same_task(
    inventive: ClaudeServer, place: Place, lena: int, data_job: int
) -> None:
    task = tailor(place, data_job)
    calls = place.get(Claude).ledger.calls()
    assert [(call.agent, call.task_id) for call in calls] == [("ResumeTailor", task.id)] * 2
    assert place.queue.get(task.id) is not None
    assert task.kind == TAILOR_WITH_CLAUDE
