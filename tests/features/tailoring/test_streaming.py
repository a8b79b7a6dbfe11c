"""Changes appear while the answer comes; what came before a stop or a break is a draft that says it is incomplete."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from careercoach_desktop.features.tailoring.drafting import Edit, EditKind, Names, Proposal, growing_changes
from careercoach_desktop.features.tailoring.drafting.growing import whole_part
from careercoach_desktop.features.tailoring.model import TailoringGrows, TailoringReady
from careercoach_desktop.features.tailoring.service import TailoringService
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import Outcome
from careercoach_desktop.foundation.tasks.model import TaskState
from tests.features.tailoring.engine.people import LENA, LENA_NOTES
from tests.features.tailoring.test_with_claude import HONEST, SPARK, tailor
from tests.support.claude import ClaudeServer, Trouble
from tests.support.workspace import Place

ORDER = Edit(kind=EditKind.ORDER, target="w1", items=["w1.3"], reason="They ask for dbt.")
TRAINED = "Trained five colleagues in SQL and in reading query plans of SQL statements in SQL."
LAST = Edit(kind=EditKind.REWRITE, target="w2.2", text=TRAINED, reason="They ask for SQL.", rests_on=["w2.2"])
PROPOSAL = Proposal(edits=[HONEST, ORDER, LAST], recommendations=["Write down what the dbt tests saved in 2025."])
WHOLE = PROPOSAL.model_dump_json()


@pytest.fixture
def growing(place: Place) -> Iterator[list[TailoringGrows]]:
    told: list[TailoringGrows] = []
    stop = place.database.bus.after(TailoringGrows, told.append)
    yield told
    stop()


def test_each_change_is_told_of_as_it_comes(
    connected: ClaudeServer, place: Place, growing: list[TailoringGrows], lena: int, data_job: int
) -> None:
    connected.answer("Proposal", PROPOSAL)
    connected.settings.pace = 0.02
    task = tailor(place, data_job)
    assert {(each.task_id, each.job_id) for each in growing} == {(task.id, data_job)}
    assert [change.title for change in growing[-1].changes] == [
        "Brightwater · bullet 2",
        "Brightwater · order",
        "Lowell Analytics · bullet 2",
    ]
    assert growing[-1].changes[1].reason == "They ask for dbt."
    counts = [len(each.changes) for each in growing]
    assert counts == sorted(counts)
    assert set(counts) == {1, 2, 3}


def test_cancelled_it_stops_at_once_and_keeps_what_had_come(
    connected: ClaudeServer, place: Place, tailoring: TailoringService, lena: int, data_job: int
) -> None:
    ready: list[TailoringReady] = []
    place.database.bus.after(TailoringReady, ready.append)
    connected.answer("Proposal", PROPOSAL)
    held = connected.misbehave(Trouble.STALL, after=_after_two_edits(connected))
    task_id = tailoring.start(data_job, with_claude=True)
    place.queue.start()
    held.wait_until_reached()
    place.queue.cancel(task_id)
    place.watch.until_state(task_id, TaskState.CANCELLED)
    assert connected.wait_until_finished(connected.requests()[0]).closed_early
    made = tailoring.latest_for(data_job)
    assert made is not None
    assert made.draft.incomplete
    assert [change.id for change in made.draft.changes] == ["rewrite-b2", "order-w1"]
    assert made.draft.changes[0].text == SPARK
    assert ready == [TailoringReady(made.id, data_job, incomplete=True)]
    assert [call.outcome for call in place.get(Claude).ledger.calls()] == [Outcome.CANCELLED]


def test_a_connection_that_breaks_leaves_what_had_come_and_says_so(
    connected: ClaudeServer, place: Place, tailoring: TailoringService, lena: int, data_job: int
) -> None:
    connected.answer("Proposal", PROPOSAL)
    connected.misbehave(Trouble.CUT, after=_after_two_edits(connected))
    task_id = tailoring.start(data_job, with_claude=True)
    place.queue.start()
    failed = place.watch.until_state(task_id, TaskState.FAILED)
    assert failed.code == "claude-cut"
    made = tailoring.latest_for(data_job)
    assert made is not None
    assert made.draft.incomplete
    assert [change.id for change in made.draft.changes] == ["rewrite-b2", "order-w1"]


def _after_two_edits(server: ClaudeServer) -> int:
    """Text deltas until the third edit has begun and is not whole."""
    return (WHOLE.index(TRAINED) + len(TRAINED) // 2) // server.settings.delta_size


@pytest.mark.parametrize("end", range(0, len(WHOLE), 7))
def test_wherever_it_breaks_off_only_whole_edits_are_taken(end: int) -> None:
    part = whole_part(WHOLE[:end])
    assert part.edits == PROPOSAL.edits[: len(part.edits)] or part.edits[:-1] == PROPOSAL.edits[: len(part.edits) - 1]
    for edit in part.edits:
        assert edit.kind is EditKind.ORDER or edit.text in (SPARK, TRAINED)


@pytest.mark.parametrize("text", ["", "no JSON", "[1, 2", '{"edits": "none"', '{"edits": [1, {"kind": "praise"}'])
def test_what_is_no_proposal_has_no_part(text: str) -> None:
    assert whole_part(text) == Proposal(edits=[])


def test_edits_of_what_is_not_there_are_not_shown() -> None:
    names = Names.of(LENA, LENA_NOTES)
    unknown = Edit(kind=EditKind.REWRITE, target="w9.9", text="x", reason="y")
    assert growing_changes([unknown], names) == ()


def test_a_server_that_breaks_down_in_the_middle_leaves_what_had_come_too(
    connected: ClaudeServer, place: Place, tailoring: TailoringService, lena: int, data_job: int
) -> None:
    connected.answer("Proposal", PROPOSAL)
    connected.misbehave(Trouble.ERROR_EVENT, after=_after_two_edits(connected))
    task_id = tailoring.start(data_job, with_claude=True)
    place.queue.start()
    failed = place.watch.until_state(task_id, TaskState.FAILED)
    assert failed.code == "claude-overloaded"
    made = tailoring.latest_for(data_job)
    assert made is not None
    assert made.draft.incomplete
    assert [change.id for change in made.draft.changes] == ["rewrite-b2", "order-w1"]
    assert len(connected.requests()) == 1
