"""An answer while it is being written: more of it at every look, never anything that is not in it."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from enum import StrEnum

import pytest
from pydantic import BaseModel, Field

from careercoach_desktop.foundation.llm import keeping
from careercoach_desktop.foundation.llm.growing import EVERY, Growing, partial_value
from careercoach_desktop.foundation.llm.model import Request
from tests.foundation.llm.conftest import Desk, question
from tests.foundation.llm.test_asking import Waiter
from tests.support.claude import Trouble


class Weight(StrEnum):
    LIGHT = "light"
    HEAVY = "heavy"


class Paragraph(BaseModel):
    text: str = Field(min_length=2)
    rests_on: list[str]


class Hint(BaseModel):
    weight: Weight
    score: int = Field(ge=0, le=100)
    text: str


class Letter(BaseModel):
    subject: str = Field(min_length=10)
    paragraphs: list[Paragraph]
    hints: list[Hint] = Field(default_factory=list)
    closing: str | None = None


WHOLE = Letter(
    subject="“Application” as a baker\nin Leeds 😀",
    paragraphs=[Paragraph(text='I "bake".', rests_on=["w1", "w2"]), Paragraph(text="For 20 years: 2004", rests_on=[])],
    hints=[Hint(weight=Weight.HEAVY, score=100, text="Say where.")],
    closing="Yours",
)


def letter_request() -> Request[Letter]:
    return replace(question(), output=Letter)  # type: ignore[arg-type]


@pytest.mark.parametrize("ascii_only", [False, True])
def test_it_only_ever_grows_and_shows_nothing_that_is_not_there(ascii_only: bool) -> None:
    text = json.dumps(WHOLE.model_dump(mode="json"), ensure_ascii=ascii_only)
    assert partial_value("", Letter) is None
    before = ""
    for length in range(1, len(text) + 1):
        letter = partial_value(text[:length], Letter)
        assert letter is not None
        said = "\n".join([letter.subject, *(paragraph.text for paragraph in letter.paragraphs)])
        assert said.startswith(before.rstrip("\n"))
        assert WHOLE.subject.startswith(letter.subject)
        assert [hint.score for hint in letter.hints] in ([], [100]), "1 and 10 were on the way there"
        assert [hint.weight for hint in letter.hints] in ([], [Weight.HEAVY])
        before = said
    assert partial_value(text, Letter) == WHOLE


def test_words_around_the_object_are_passed_over() -> None:
    letter = partial_value('Here it is:\n```json\n{"subject": "Bak', Letter)
    assert letter is not None
    assert (letter.subject, letter.paragraphs, letter.closing) == ("Bak", [], None)


def test_it_looks_twenty_times_a_second_and_never_more_than_a_tenth_of_the_time() -> None:
    now = [0.0]
    seen: list[Letter] = []
    growing = Growing(Letter, seen.append, clock=lambda: now[0])
    text = WHOLE.model_dump_json()
    for at in range(len(text)):
        growing(text[at])
        now[0] += EVERY / 10
    assert 1 < len(seen) <= len(text) / 10 + 1
    assert growing.value == WHOLE


def test_an_answer_that_begins_anew_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.server.answer("Letter", WHOLE)
    desk.server.misbehave(Trouble.MAX_TOKENS)
    growing = Growing(Letter)
    assert desk.claude.ask(letter_request(), on_text=growing).value == WHOLE
    assert len(desk.server.requests()) == 2
    assert growing.value == WHOLE


def test_what_had_come_when_it_was_stopped_is_there_and_stays_there(desk: Desk) -> None:
    desk.server.answer("Letter", WHOLE)
    desk.server.misbehave(Trouble.STALL, after=5)
    waiter, heard = Waiter(), threading.Event()
    growing = Growing(Letter, lambda _letter: heard.set())
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(desk.claude.ask, letter_request(), waiting=waiter, task_id=5, on_text=growing)
        assert heard.wait(timeout=10)
        waiter.tell()
        with pytest.raises(InterruptedError):
            asking.result(timeout=10)
    assert growing.value is not None
    assert WHOLE.subject.startswith(growing.value.subject)
    kept = desk.again().unfinished(letter_request(), task_id=5)
    assert kept is not None
    assert kept.subject.startswith(growing.value.subject)
    assert not desk.claude.estimate(letter_request()).kept, "part of an answer answers nothing"


@pytest.mark.parametrize("trouble", [Trouble.CUT, Trouble.RESET, Trouble.ERROR_EVENT, Trouble.ENDS_EARLY])
def test_what_had_come_when_it_was_cut_off_is_kept_with_its_details(desk: Desk, trouble: Trouble) -> None:
    from tests.foundation.llm.test_contact import CONTACT, SAID_BY_HERSELF

    asked = replace(letter_request(), contact=CONTACT, system=f"You know {SAID_BY_HERSELF}")
    desk.server.answer("Letter", {"subject": "[[NAME]] applies as a baker", "paragraphs": []})
    desk.server.misbehave(trouble, after=3)
    with pytest.raises(Exception, match=r"broke|overloaded"):
        desk.claude.ask(asked, task_id=6)
    kept = desk.claude.unfinished(asked, task_id=6)
    assert kept is not None
    assert kept.subject.startswith("Dr. Anna Maria Müller ")
    [call] = desk.claude.ledger.calls()
    sent = desk.claude.ledger.sent(call.id)
    assert sent is not None
    assert sent.reply.startswith('{"subject": "[[NAME]]'), "as it was received"


def test_what_was_too_long_twice_is_kept(desk: Desk) -> None:
    desk.server.answer("Letter", WHOLE)
    desk.server.misbehave(Trouble.MAX_TOKENS, times=2)
    with pytest.raises(Exception, match="longer than the model may write"):
        desk.claude.ask(letter_request(), task_id=7)
    kept = desk.claude.unfinished(letter_request(), task_id=7)
    assert kept is not None
    assert kept.subject == WHOLE.subject


def test_a_task_whose_answer_is_whole_has_nothing_unfinished(desk: Desk) -> None:
    desk.server.answer("Letter", WHOLE)
    desk.claude.ask(letter_request(), task_id=8)
    assert desk.claude.unfinished(letter_request(), task_id=8) is None
    assert desk.claude.unfinished(letter_request(), task_id=9) is None


def test_what_is_kept_while_it_comes_gives_way_to_the_whole(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "EVERY", 0.0)
    desk.server.answer("Letter", WHOLE)
    answer = desk.claude.ask(letter_request(), task_id=8)
    desk.claude.stop()  # whatever was still to be written is
    assert desk.claude.unfinished(letter_request(), task_id=8) is None
    sent = desk.claude.ledger.sent(answer.call_ids[0])
    assert sent is not None
    assert Letter.model_validate_json(sent.reply) == WHOLE
    assert desk.again().ask(letter_request()).kept
