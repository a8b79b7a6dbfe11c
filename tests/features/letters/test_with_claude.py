"""Letters written with Claude: over a real socket, through the real SDK, heard while they grow, checked here."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.letters.drafting import RewrittenParagraph, RewrittenParagraphs
from careercoach_desktop.features.letters.model import LetterGrew, LetterReady
from careercoach_desktop.features.letters.service import WRITE, LetterService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import AiCall, Effort, Outcome
from careercoach_desktop.foundation.tasks.model import TaskState
from tests.features.letters.conftest import letter_of, write
from tests.features.letters.written import HONEST, INVENTED, OPENING, PROOF, WHY, WISHES, with_paragraphs
from tests.support.claude import ClaudeServer, Trouble
from tests.support.workspace import Place


def ledger(place: Place) -> list[AiCall]:
    """Oldest first."""
    return place.get(Claude).ledger.calls()[::-1]


def heard(place: Place, kind: type) -> list[object]:
    told: list[object] = []
    place.database.bus.after(kind, told.append)
    return told


# --- the offer -------------------------------------------------------------------------------------------------------


def test_the_offer_says_what_it_takes_and_sends_nothing(
    connected: ClaudeServer, letters: LetterService, lena: int, data_job: int
) -> None:
    offer = letters.offer(data_job, WISHES)
    assert offer.model == "Claude Sonnet 5.5"
    assert offer.host == connected.url.removeprefix("http://")
    assert offer.estimate is not None
    assert offer.estimate.cost is not None
    assert 0 < offer.estimate.cost < 50_000_000  # nano-dollars: five cents
    assert connected.requests(None) == []


def test_without_a_key_nothing_is_offered_and_nothing_starts(
    letters: LetterService, no_keychain: None, lena: int, data_job: int
) -> None:
    assert letters.offer(data_job, WISHES).estimate is None
    with pytest.raises(UserError) as told:
        letters.start(data_job, WISHES)
    assert (told.value.code, told.value.place) == ("claude-no-key", "settings")
    assert letters.under_way(data_job) is None


# --- the way of a letter ---------------------------------------------------------------------------------------------


def test_a_letter_is_written_checked_and_kept(connected: ClaudeServer, place: Place, lena: int, data_job: int) -> None:
    connected.answer("WrittenLetter", HONEST)
    ready = heard(place, LetterReady)
    draft = letter_of(place, write(place, data_job)).draft
    assert [each.text for each in draft.paragraphs] == [OPENING.text, PROOF.text, WHY.text]
    assert draft.unsupported == []
    assert draft.complete
    assert (draft.engine, draft.signature, draft.closing) == ("claude-sonnet-5-5", "Lena Marsh", "Kind regards,")
    assert draft.subject == HONEST.subject
    assert [quote.text for quote in draft.paragraphs[1].evidence] == [
        "Rebuilt the nightly batch jobs, cutting run time from 6 h to 50 min."
    ]
    assert "Airflow" in draft.matched
    assert "Snowflake" in draft.missing
    assert len(ready) == 1


def test_it_can_be_read_while_it_grows(connected: ClaudeServer, place: Place, lena: int, data_job: int) -> None:
    connected.answer("WrittenLetter", HONEST)
    grew = heard(place, LetterGrew)
    task = write(place, data_job)
    drafts = [each.draft for each in grew if isinstance(each, LetterGrew) and each.task_id == task.id]
    assert len(drafts) >= 2
    sizes = [draft.words for draft in drafts]
    assert sizes == sorted(sizes)
    assert all(HONEST.subject.startswith(draft.subject) for draft in drafts)
    assert drafts[-1].paragraphs[-1].text == WHY.text
    assert not any(draft.complete for draft in drafts)


def test_one_call_with_medium_effort_stands_in_the_ledger(
    connected: ClaudeServer, place: Place, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", HONEST)
    task = write(place, data_job)
    (request,) = connected.requests()
    assert request.asked.effort == Effort.MEDIUM
    (call,) = ledger(place)
    assert (call.agent, call.outcome, call.task_id) == ("CoverLetter", Outcome.ANSWERED, task.id)
    assert call.subject == f"job:{data_job}"


def test_a_second_press_is_the_same_letter(
    connected: ClaudeServer, letters: LetterService, lena: int, data_job: int
) -> None:
    task_id = letters.start(data_job, WISHES)
    assert letters.start(data_job, WISHES) == task_id
    under_way = letters.under_way(data_job)
    assert under_way is not None
    assert under_way.id == task_id


def test_the_same_wishes_are_never_paid_for_twice(
    connected: ClaudeServer, place: Place, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", HONEST)
    write(place, data_job)
    offer = place.get(LetterService).offer(data_job, WISHES)
    assert offer.estimate is not None
    assert offer.estimate.kept
    place.get(LetterService).start(data_job, WISHES)
    place.done(WRITE, 2)
    assert len(connected.requests()) == 1


# --- nothing invented ------------------------------------------------------------------------------------------------


def test_what_nothing_proves_goes_back_once_and_is_mended(
    connected: ClaudeServer, place: Place, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", with_paragraphs(OPENING, INVENTED))
    mended = RewrittenParagraph(id="p2", text=PROOF.text, rests_on=PROOF.rests_on)
    connected.answer("RewrittenParagraphs", RewrittenParagraphs(paragraphs=[mended]))
    draft = letter_of(place, write(place, data_job)).draft
    assert [each.text for each in draft.paragraphs] == [OPENING.text, PROOF.text]
    assert draft.unsupported == []
    _, repair = connected.requests()
    assert "p2 “900 jobs”" in repair.asked.user or "“900" in repair.asked.user
    assert "Write anew only p2," in repair.asked.user


def test_what_stays_unproved_after_that_is_marked_for_the_person(
    connected: ClaudeServer, place: Place, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", with_paragraphs(OPENING, INVENTED))
    again = RewrittenParagraph(id="p2", text=INVENTED.text, rests_on=[])
    other = RewrittenParagraph(id="p1", text="I was never asked about.", rests_on=[])
    connected.answer("RewrittenParagraphs", RewrittenParagraphs(paragraphs=[again, other]))
    draft = letter_of(place, write(place, data_job)).draft
    assert [each.text for each in draft.paragraphs] == [OPENING.text, INVENTED.text]
    assert not draft.paragraphs[1].supported
    assert len(connected.requests()) == 2


def test_a_repair_that_fails_leaves_the_letter_marked(
    connected: ClaudeServer, place: Place, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", with_paragraphs(OPENING, INVENTED))
    connected.misbehave(Trouble.REFUSAL, match=lambda asked: asked.title == "RewrittenParagraphs")
    draft = letter_of(place, write(place, data_job)).draft
    assert draft.complete
    assert draft.unsupported


# --- cancelled, cut, killed ------------------------------------------------------------------------------------------


def test_cancelling_closes_the_stream_and_keeps_what_had_come(
    connected: ClaudeServer, place: Place, letters: LetterService, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", HONEST)
    held = connected.misbehave(Trouble.STALL, after=40)
    task_id = letters.start(data_job, WISHES)
    place.queue.start()
    held.wait_until_reached()
    letters.stop(data_job)
    place.watch.until_state(task_id, TaskState.CANCELLED)
    assert connected.wait_until_finished(connected.requests()[0]).closed_early
    assert [call.outcome for call in ledger(place)] == [Outcome.CANCELLED]
    letter = letters.latest_for(data_job)
    assert letter is not None
    assert not letter.draft.complete
    assert OPENING.text.startswith(letter.draft.paragraphs[0].text[:20])


def test_a_cut_keeps_what_had_come_and_says_so(
    connected: ClaudeServer, place: Place, letters: LetterService, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", with_paragraphs(INVENTED, PROOF, WHY))
    connected.misbehave(Trouble.CUT, after=40)
    task_id = letters.start(data_job, WISHES)
    place.queue.start()
    assert place.watch.until_state(task_id, TaskState.FAILED).code == "claude-cut"
    letter = letters.latest_for(data_job)
    assert letter is not None
    assert not letter.draft.complete


def test_cut_before_the_first_paragraph_nothing_is_kept(
    connected: ClaudeServer, place: Place, letters: LetterService, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", HONEST)
    connected.misbehave(Trouble.CUT, after=1)
    task_id = letters.start(data_job, WISHES)
    place.queue.start()
    place.watch.until_state(task_id, TaskState.FAILED)
    assert letters.latest_for(data_job) is None
