"""Many questions at once: handed over once, at half price, collected whatever happens in between."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.batches import BatchItem, BatchLook
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import AiCall, ContactDetail, ContactKind, Outcome
from tests.foundation.llm.conftest import Desk, Verdict, question
from tests.support.claude import ClaudeServer

ROOT = Path(__file__).parents[3]
BATCHES = "/v1/messages/batches"


def items(*texts: str) -> list[BatchItem[Verdict]]:
    return [BatchItem(text, question(text)) for text in texts]


def look(claude: Claude, batch_id: int) -> BatchLook[Verdict]:
    return claude.batches.collect(batch_id, Verdict)


def handed_over(server: ClaudeServer) -> int:
    """How many batches the server was given."""
    return len([one for one in server.requests(BATCHES) if one.method == "POST"])


def end_remotely(server: ClaudeServer) -> None:
    """The server gets to its first batch."""
    server.batches.retrieve("msgbatch_000001", server.url, server.api.judge)


def calls(desk: Desk) -> list[AiCall]:
    return desk.claude.ledger.calls()


def test_answers_come_back_with_their_labels_at_half_price(desk: Desk) -> None:
    single = desk.claude.ask(question("a cook")).cost
    desk.server.batches.hold = True
    batch_id = desk.claude.batches.submit(items("a baker", "a smith"), task_id=7, subject="job:1")
    waiting = look(desk.claude, batch_id)
    assert (waiting.is_over, waiting.requests, waiting.answers) == (False, 2, ())
    assert [call.outcome for call in calls(desk)][:2] == [Outcome.STARTED] * 2

    desk.server.batches.hold = False
    over = look(desk.claude, batch_id)
    assert over.is_over
    assert [(one.label, one.value, one.problem) for one in over.answers] == [
        ("a baker", Verdict(fits=True, reasons=["bread"]), None),
        ("a smith", Verdict(fits=True, reasons=["bread"]), None),
    ]
    first, second = calls(desk)[:2]
    assert (first.batch, first.outcome, first.task_id, first.subject) == (True, Outcome.ANSWERED, 7, "job:1")
    assert single is not None
    assert first.cost is not None
    assert abs(first.cost - single / 2) <= single * 0.02, "the texts differ by a letter or two"
    assert second.usage.output > 0
    assert desk.claude.budget().spent == sum(call.cost or 0 for call in calls(desk))


def test_a_collected_batch_is_not_asked_for_again_and_a_later_single_question_is_kept(desk: Desk) -> None:
    batch_id = desk.claude.batches.submit(items("a baker"))
    look(desk.claude, batch_id)
    before = len(desk.server.requests(None))
    again = look(desk.claude, batch_id)
    assert again.answers[0].value == Verdict(fits=True, reasons=["bread"])
    assert desk.claude.ask(question("a baker")).kept
    assert len(desk.server.requests(None)) == before


def test_what_was_asked_before_is_not_sent_again(desk: Desk) -> None:
    desk.claude.ask(question("a baker"))
    batch_id = desk.claude.batches.submit(items("a baker", "a smith"))
    (sent,) = [one for one in desk.server.requests(BATCHES) if one.method == "POST"]
    assert len(sent.body["requests"]) == 1
    assert [one.value is not None for one in look(desk.claude, batch_id).answers] == [True, True]

    everything_kept = desk.claude.batches.submit(items("a baker", "a smith"))
    assert handed_over(desk.server) == 1
    assert look(desk.claude, everything_kept).is_over


def test_each_request_ends_as_it_ends(desk: Desk) -> None:
    desk.server.answer(lambda asked: "a liar" in asked.user, {"fits": "perhaps", "reasons": 7})
    desk.server.batches.spoil = {1: "expired", 2: "errored"}
    batch_id = desk.claude.batches.submit(items("a baker", "a smith", "a cook", "a liar"))
    ended = {one.label: one for one in look(desk.claude, batch_id).answers}
    assert ended["a baker"].value is not None
    codes = {label: one.problem.code for label, one in ended.items() if one.problem is not None}
    assert codes == {
        "a smith": "claude-batch-expired",
        "a cook": "claude-overloaded",
        "a liar": "claude-unreadable",
    }
    by_outcome = [(call.outcome, call.cost == 0) for call in reversed(calls(desk))]
    assert by_outcome == [
        (Outcome.ANSWERED, False),
        (Outcome.FAILED, True),
        (Outcome.FAILED, True),
        (Outcome.ANSWERED, False),
    ]
    assert not desk.claude.estimate(question("a liar")).kept, "an answer of no use is not kept"


def test_called_off_what_was_not_answered_costs_nothing(desk: Desk) -> None:
    desk.server.batches.hold = True
    batch_id = desk.claude.batches.submit(items("a baker"))
    desk.claude.batches.cancel(batch_id)
    desk.server.batches.hold = False
    (ended,) = look(desk.claude, batch_id).answers
    assert ended.problem is not None
    assert ended.problem.code == "claude-batch-cancelled"
    assert (calls(desk)[0].outcome, calls(desk)[0].cost) == (Outcome.CANCELLED, 0)


def test_a_connection_that_breaks_after_it_was_taken_over_does_not_hand_it_over_twice(desk: Desk) -> None:
    desk.server.batches.swallow = True
    with pytest.raises(UserError) as unclear:
        desk.claude.batches.submit(items("a baker", "a smith"), task_id=7)
    assert unclear.value.transient
    batch_id = desk.claude.batches.of_task(7)
    assert batch_id is not None
    end_remotely(desk.server)
    found = look(desk.claude, batch_id)
    assert [one.label for one in found.answers if one.value is not None] == ["a baker", "a smith"]
    assert handed_over(desk.server) == 1


def test_while_it_may_be_one_of_those_still_at_work_we_wait(desk: Desk) -> None:
    desk.server.batches.hold = desk.server.batches.swallow = True
    with pytest.raises(UserError):
        desk.claude.batches.submit(items("a baker"), task_id=7)
    batch_id = desk.claude.batches.of_task(7)
    assert batch_id is not None
    assert not look(desk.claude, batch_id).is_over
    desk.server.batches.hold = False
    other = desk.claude.batches.submit(items("somebody else’s"))
    assert look(desk.claude, other).is_over
    assert not look(desk.claude, batch_id).is_over, "it is over on the server with our next look at the list"
    end_remotely(desk.server)
    (answer,) = look(desk.claude, batch_id).answers
    assert (answer.label, answer.problem) == ("a baker", None)


def test_one_that_never_arrived_is_said_to_be_gone_and_costs_nothing(desk: Desk) -> None:
    with desk.server.down(), pytest.raises(UserError) as away:
        desk.claude.batches.submit(items("a baker"), task_id=7)
    assert away.value.code == "claude-unreachable"
    assert desk.claude.batches.of_task(7) is None, "no connection was made: another try hands it over"
    assert (calls(desk)[0].outcome, calls(desk)[0].cost) == (Outcome.FAILED, 0)


def test_a_refused_one_says_why(desk: Desk) -> None:
    desk.server.misbehave("bad_key", path=BATCHES)
    with pytest.raises(UserError) as refused:
        desk.claude.batches.submit(items("a baker"), task_id=7)
    assert (refused.value.code, refused.value.transient) == ("claude-key-refused", False)
    assert desk.claude.batches.of_task(7) is None


def test_the_budget_stops_it_before_anything_is_sent_and_holds_what_is_under_way(desk: Desk) -> None:
    desk.server.batches.hold = True
    desk.settings.choose(claude_monthly_budget=0.0125)
    desk.claude.batches.submit(items("a baker", "a smith"))
    with pytest.raises(UserError) as refused:
        desk.claude.batches.submit(items("a cook"))
    assert refused.value.code == "claude-budget-reached"
    assert handed_over(desk.server) == 1


def test_questions_of_another_server_wait_for_it(desk: Desk) -> None:
    batch_id = desk.claude.batches.submit(items("a baker"))
    with ClaudeServer() as other:
        desk.settings.choose(claude_endpoint=other.url)
        desk.keys.keep(other.key)
        with pytest.raises(UserError) as elsewhere:
            look(desk.claude, batch_id)
        assert elsewhere.value.code == "claude-batch-elsewhere"
        assert other.requests(None) == []
    desk.settings.choose(claude_endpoint=desk.server.url)
    assert look(desk.claude, batch_id).is_over


def test_a_batch_outlives_the_process_and_is_not_taken_for_a_call_cut_off(desk: Desk) -> None:
    desk.server.batches.hold = True
    batch_id = desk.claude.batches.submit(items("a baker"))
    later = desk.again()
    assert later.ledger.settle_interrupted() == 0
    desk.server.batches.hold = False
    assert look(later, batch_id).answers[0].value is not None


VICTIM = """
import os, signal, sys
from pathlib import Path
from careercoach_desktop.foundation.llm import batches
from careercoach_desktop.foundation.storage.database import Database
from tests.foundation.llm.conftest import Desk, question
from tests.support.claude import ClaudeServer

class There:
    url, key = sys.argv[2], sys.argv[3]

desk = Desk(Database(Path(sys.argv[1])), There())
desk.keys.keep(There.key)
kept = batches.Batches._note
def die(*_args, **_values):
    os.kill(os.getpid(), signal.SIGKILL)
batches.Batches._note = die
desk.claude.batches.submit([batches.BatchItem("a baker", question("a baker"))], task_id=7)
"""


def test_killed_between_the_answer_and_writing_down_its_name_it_is_found_and_not_handed_over_twice(desk: Desk) -> None:
    victim = [sys.executable, "-c", VICTIM, str(desk.database.path), desk.server.url, desk.server.key]
    assert subprocess.run(victim, cwd=ROOT, check=False).returncode == -9
    assert handed_over(desk.server) == 1
    batch_id = desk.claude.batches.of_task(7)
    assert batch_id is not None
    end_remotely(desk.server)
    (answer,) = look(desk.claude, batch_id).answers
    assert answer.value == Verdict(fits=True, reasons=["bread"])
    assert handed_over(desk.server) == 1


def test_killed_before_it_was_sent_it_is_gone_and_nobody_repeats_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.server.batches.swallow = True
    with pytest.raises(UserError):
        desk.claude.batches.submit(items("a baker"), task_id=7)
    desk.server.api.batches._batches.clear()  # as if it had never arrived
    batch_id = desk.claude.batches.of_task(7)
    assert batch_id is not None
    assert not look(desk.claude, batch_id).is_over, "it may still appear in the list"
    later = desk.again()
    monkeypatch.setattr(later.batches._batches, "_clock", lambda: utc_now() + timedelta(minutes=3))
    with pytest.raises(UserError) as gone:
        look(later, batch_id)
    assert gone.value.code == "claude-batch-gone"
    assert later.batches.of_task(7) is None
    assert calls(desk)[0].cost == 0


def test_contact_details_stay_here_and_stand_in_the_answer_again_in_another_process(desk: Desk) -> None:
    desk.settings.choose(claude_contact="hidden")
    desk.server.answer(
        "", lambda asked: {"fits": True, "reasons": [f"{'[[NAME]]' if '[[NAME]]' in asked.user else ''} bakes"]}
    )
    request = replace(question("Lena Marsh bakes."), contact=(ContactDetail(ContactKind.NAME, "Lena Marsh"),))
    batch_id = desk.claude.batches.submit([BatchItem("one", request)])
    sent = json.dumps([one.body for one in desk.server.requests(BATCHES)])
    assert "Marsh" not in sent
    assert "[[NAME]] bakes." in sent
    (answer,) = look(desk.again(), batch_id).answers
    assert answer.value is not None
    assert answer.value.reasons == ["Lena Marsh bakes"]


def test_what_a_batch_sent_can_be_looked_at(desk: Desk) -> None:
    batch_id = desk.claude.batches.submit(items("a baker"))
    look(desk.claude, batch_id)
    sent = desk.claude.ledger.sent(calls(desk)[0].id)
    assert sent is not None
    assert [part.text for part in sent.parts] == ["Ten years of bread.", "a baker"]
    assert "bread" in sent.reply
