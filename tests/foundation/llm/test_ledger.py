"""What is written down: sums by month, what was sent with each call, how long it is kept; fast with many rows."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.ledger import ANSWERS_KEPT, Ledger
from careercoach_desktop.foundation.llm.model import Attachment, CallFilter, Outcome, Part, Usage
from careercoach_desktop.foundation.llm.prices import price_list
from careercoach_desktop.foundation.storage.database import Database
from tests.foundation.llm.conftest import Desk, Verdict, question
from tests.support.claude import LM_STUDIO, Trouble

MODEL = "claude-sonnet-5-5"


def ledger_at(database: Database, moment: str) -> Ledger:
    return Ledger(database, price_list(), clock=lambda: datetime.fromisoformat(moment).replace(tzinfo=UTC))


def call_at(database: Database, moment: str, agent: str = "tester", subject: str = "") -> int:
    ledger = ledger_at(database, moment)
    call_id = ledger.begin(agent, 1, MODEL, "host", task_id=None, subject=subject)
    ledger.complete(call_id, Outcome.ANSWERED, Usage(output=100), model=MODEL)
    return call_id


# What was sent --------------------------------------------------------------------------------------------------


def test_what_was_sent_is_exactly_what_went_over_the_wire(desk: Desk) -> None:
    answer = desk.claude.ask(question(resume="Baked bread. " * 500))
    [record], sent = desk.server.requests(), desk.claude.ledger.sent(answer.call_ids[0])
    assert sent is not None
    content = record.body["messages"][0]["content"]
    assert [(part.role, part.text) for part in sent.parts] == [("user", block["text"]) for block in content]
    assert [part.kept for part in sent.parts] == [True, False]
    assert (sent.system, sent.model) == (record.body["system"][0]["text"], record.body["model"])
    assert (sent.effort, sent.max_tokens) == ("low", record.body["max_tokens"])
    assert sent.schema is not None
    assert sent.schema["title"] == record.body["output_config"]["format"]["schema"]["title"]
    assert Verdict.model_validate_json(sent.reply) == answer.value
    assert replace(sent, reply="") == desk.claude.preview(question(resume="Baked bread. " * 500))


def test_of_a_file_only_its_name_and_size_are_kept(desk: Desk) -> None:
    scan = Attachment(b"%PDF-1.7 " + b"x" * 120_000, "application/pdf", 2, "resume.pdf")
    asked = replace(question(), parts=(Part("", attachment=scan), Part("Read it.")), shows_contact=True)
    answer = desk.claude.ask(asked)
    sent = desk.claude.ledger.sent(answer.call_ids[0])
    assert sent is not None
    assert [(part.attachment, part.text) for part in sent.parts] == [("resume.pdf, PDF, 120 kB", ""), ("", "Read it.")]
    assert desk.claude.preview(asked).parts == sent.parts


def test_the_words_for_a_server_without_schemas_and_a_round_of_repair_are_there_too(desk: Desk) -> None:
    desk.server.speak(LM_STUDIO)
    desk.settings.choose(claude_model_writing=LM_STUDIO.local_models[0])
    desk.server.answer("", "no JSON at all", times=1)
    answer = desk.claude.ask(question())
    *_, first, repair = (desk.claude.ledger.sent(call_id) for call_id in answer.call_ids)
    assert first is not None
    assert repair is not None
    assert first.reply == "no JSON at all"
    assert [part.role for part in repair.parts[-2:]] == ["assistant", "user"]
    assert "can't be used" in repair.parts[-1].text
    assert "<schema>" in repair.parts[2].text


@pytest.mark.parametrize(
    ("trouble", "reply"),
    [
        (Trouble.BAD_KEY, ""),
        (Trouble.SLOW_FIRST_BYTE, None),
        (Trouble.CUT, '{"fits": true, "reasons'),
        (Trouble.SCHEMA_VIOLATION, '{"nothing_of": "what was asked"}'),
    ],
)
def test_what_a_call_sent_that_failed_can_be_looked_at(desk: Desk, trouble: Trouble, reply: str | None) -> None:
    planned = desk.server.misbehave(trouble, times=None)
    planned.release()
    if reply is None:
        desk.claude.ask(question())
    else:
        with pytest.raises(UserError):
            desk.claude.ask(question())
    oldest = desk.claude.ledger.calls()[-1]
    sent = desk.claude.ledger.sent(oldest.id)
    assert sent is not None
    assert sent.parts[1].text == "A posting for a baker."
    if reply is not None:
        assert sent.reply.startswith(reply)
        assert bool(sent.reply) == bool(reply)


def test_a_kept_answer_sent_nothing(desk: Desk) -> None:
    desk.claude.ask(question())
    again = desk.claude.ask(question())
    assert desk.claude.ledger.sent(again.call_ids[0]) is None
    assert desk.claude.ledger.sent(999) is None


def test_what_was_sent_is_forgotten_with_the_answers_and_the_rows_stay(desk: Desk) -> None:
    answer = desk.claude.ask(question())
    desk.claude.ledger.forget_old_answers()
    assert desk.claude.ledger.sent(answer.call_ids[0]) is not None
    later = Ledger(desk.database, price_list(), clock=lambda: utc_now() + ANSWERS_KEPT + timedelta(minutes=1))
    later.forget_old_answers()
    assert desk.claude.ledger.sent(answer.call_ids[0]) is None
    assert len(desk.claude.ledger.calls()) == 1


# Sums and filters -----------------------------------------------------------------------------------------------


def test_sums_by_month_add_up(database: Database) -> None:
    for moment in ("2026-09-15T12:00", "2026-10-01T12:00", "2026-10-20T12:00"):
        call_at(database, moment)
    months = ledger_at(database, "2026-11-01T12:00").sums("month")
    assert {month: spent.calls for month, spent in months.items()} == {"2026-09": 1, "2026-10": 2}
    assert sum(spent.cost for spent in months.values()) == 3 * 100 * 10_000


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system keeps one time zone for a process")
def test_a_month_is_one_where_the_person_is(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    call_at(database, "2026-10-31T23:30")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert set(ledger_at(database, "2026-11-01T12:00").sums("month")) == {"2026-11"}
    finally:
        monkeypatch.undo()
        time.tzset()


def test_calls_are_found_by_what_they_were_about(database: Database) -> None:
    ledger = ledger_at(database, "2026-11-01T12:00")
    one, other = (call_at(database, "2026-10-01T12:00", subject=f"job:{number}") for number in (1, 11))
    call_at(database, "2026-10-01T12:00", subject="resume:1")
    assert [call.id for call in ledger.calls(wanted=CallFilter(subject="job:1"))] == [one]
    assert [call.id for call in ledger.calls(wanted=CallFilter(subject="job:"))] == [other, one]
    assert ledger.sums(wanted=CallFilter(subject="job:"))[""].calls == 2


def test_a_call_of_a_batch_costs_half(database: Database) -> None:
    ledger = ledger_at(database, "2026-11-01T12:00")
    call_id = ledger.begin("matcher", 1, MODEL, "host", task_id=None, subject="", batch=True)
    call = ledger.complete(call_id, Outcome.ANSWERED, Usage(output=100), model=MODEL)
    assert (call.batch, call.cost) == (True, 100 * 10_000 // 2)


def test_however_many_rows_there_are_a_page_and_a_call_read_a_few(database: Database) -> None:
    """Counted, not timed: what each asks of the file does not grow with it."""
    asked: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    ledger = ledger_at(database, "2026-11-01T12:00")
    counts = []
    for _ in range(2):
        for _ in range(20):
            call_at(database, "2026-10-01T12:00")
        asked.clear()
        assert len(ledger.calls(10)) == 10
        ledger.sums("month")
        ledger.usual_seconds("tester", MODEL)
        call_id = ledger.begin("tester", 1, MODEL, "host", task_id=None, subject="", sent=b"x")
        ledger.complete(call_id, Outcome.ANSWERED, Usage(), model=MODEL, key=str(call_id), reply="{}")
        counts.append(len(asked))
    assert counts[0] == counts[1]
