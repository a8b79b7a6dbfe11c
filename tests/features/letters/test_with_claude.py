"""Letters written with Claude: over a real socket, through the real SDK, heard while they grow, checked here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from careercoach_desktop.features.letters.agents.cover_letter import letter_request
from careercoach_desktop.features.letters.drafting import RewrittenParagraph, RewrittenParagraphs
from careercoach_desktop.features.letters.model import LetterGrew, LetterReady
from careercoach_desktop.features.letters.service import REWRITE, WRITE, LetterService
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.tailoring.drafting import Proposal
from careercoach_desktop.features.tailoring.service import TAILOR_WITH_CLAUDE, TailoringService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm import growing
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import AiCall, Effort, Outcome
from careercoach_desktop.foundation.tasks.model import TaskState
from tests.features.letters.conftest import letter_of, write
from tests.features.letters.written import HONEST, INVENTED, OPENING, PROOF, WHY, WISHES, with_paragraphs
from tests.features.tailoring.agents.long_papers import NOTES, ONE_PAGE, OTHER_JOB, TWO_PAGES
from tests.support.claude import ClaudeServer, Trouble
from tests.support.workspace import Place

ROOT = Path(__file__).parents[3]


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
    connected: ClaudeServer,
    place: Place,
    letters: LetterService,
    lena: int,
    data_job: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(growing, "EVERY", 0.0)  # every piece is told, so that the last one before the stall is heard
    monkeypatch.setattr(growing, "_SHARE", 0)
    begun = Event()
    place.database.bus.after(LetterGrew, lambda grew: begun.set() if grew.draft.paragraphs else None)
    connected.answer("WrittenLetter", HONEST)
    connected.misbehave(Trouble.STALL, after=40)
    task_id = letters.start(data_job, WISHES)
    place.queue.start()
    assert begun.wait(30)
    letters.stop(data_job)
    place.watch.until_state(task_id, TaskState.CANCELLED)
    assert connected.wait_until_finished(connected.requests()[0]).closed_early
    assert [call.outcome for call in ledger(place)] == [Outcome.CANCELLED]
    letter = letters.latest_for(data_job)
    assert letter is not None
    assert not letter.draft.complete
    assert OPENING.text.startswith(letter.draft.paragraphs[0].text[:5])


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


VICTIM = """
import sys
from pathlib import Path
from careercoach_desktop.app.workspace import connected_slots, furnish
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue

if __name__ == "__main__":
    database, child = Database(Path(sys.argv[1])), ChildProcess()
    queue = TaskQueue(database, child)
    furnish(connected_slots(), database, child, queue, asks_first=False)
    queue.start()
    sys.stdin.read()
"""


def test_killed_while_it_is_written_it_is_offered_again_and_repeated_only_when_asked(
    connected: ClaudeServer, place: Place, letters: LetterService, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", HONEST)
    held = connected.misbehave(Trouble.STALL, after=40)
    task_id = letters.start(data_job, WISHES)
    environment = os.environ | {"CAREERCOACH_CLAUDE_ENDPOINT": connected.url, "ANTHROPIC_API_KEY": connected.key}
    command = [sys.executable, "-c", VICTIM, str(place.database.path)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE) as victim:
        held.wait_until_reached(timeout=60)
        victim.kill()
    place.queue.start()
    left = place.watch.until(lambda task: task.id == task_id and task.interrupted)
    assert (left.state, left.code) == (TaskState.FAILED, "left-by-crash")
    offered = letters.under_way(data_job)
    assert offered is not None
    assert offered.id == task_id
    assert len(connected.requests()) == 1
    place.get(Claude).ledger.settle_interrupted()
    place.queue.again(task_id)
    place.done(WRITE)
    assert [call.outcome for call in ledger(place)] == [Outcome.INTERRUPTED, Outcome.ANSWERED]


def test_what_was_interrupted_is_no_longer_offered_once_the_person_said_so(
    connected: ClaudeServer, place: Place, letters: LetterService, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", HONEST)
    held = connected.misbehave(Trouble.STALL, after=40)
    letters.start(data_job, WISHES)
    place.queue.start()
    held.wait_until_reached()
    place.queue.stop()
    left = letters.under_way(data_job)
    assert left is not None
    assert (left.interrupted, left.code) == (True, "left-by-quit")
    letters.stop(data_job)
    assert letters.under_way(data_job) is None


# --- one paragraph anew ----------------------------------------------------------------------------------------------


def rewritten(text: str, name: str = "p2") -> RewrittenParagraphs:
    return RewrittenParagraphs(paragraphs=[RewrittenParagraph(id=name, text=text, rests_on=["w1.2"])])


def test_one_paragraph_is_written_anew_and_the_rest_stays(
    connected: ClaudeServer, place: Place, letters: LetterService, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", HONEST)
    letter = letter_of(place, write(place, data_job))
    shorter = "I cut the nightly batch from 6 h to 50 min."
    connected.answer("RewrittenParagraphs", rewritten(shorter))
    grew = heard(place, LetterGrew)
    offer = letters.offer_rewrite(letter.id, "p2", "shorter")
    assert offer.estimate is not None
    assert offer.estimate.output_tokens < 600
    letters.rewrite(letter.id, "p2", "shorter")
    task = place.done(REWRITE)
    draft = letters.letter(letter.id).draft
    assert [each.text for each in draft.paragraphs] == [OPENING.text, shorter, WHY.text]
    assert task.result == {"letter_id": letter.id, "paragraph_id": "p2", "before": PROOF.text}
    asked = connected.requests()[-1].asked.user
    assert "the person wants: shorter" in asked
    assert f"p1 {OPENING.text}" in asked
    shown = [each.draft.paragraph("p2").text for each in grew if isinstance(each, LetterGrew)]
    assert shown
    assert all(shorter.startswith(text) or text == PROOF.text for text in shown)


def test_an_invention_in_a_paragraph_written_anew_is_marked(
    connected: ClaudeServer, place: Place, letters: LetterService, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", HONEST)
    letter = letter_of(place, write(place, data_job))
    connected.answer("RewrittenParagraphs", rewritten(INVENTED.text))
    letters.rewrite(letter.id, "p2")
    place.done(REWRITE)
    assert not letters.letter(letter.id).draft.paragraph("p2").supported
    assert len(connected.requests()) == 3  # the letter, the paragraph, one round to put it right


def test_a_paragraph_that_is_gone_meanwhile_is_said(
    connected: ClaudeServer, place: Place, letters: LetterService, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", HONEST)
    letter = letter_of(place, write(place, data_job))
    connected.answer("RewrittenParagraphs", rewritten("Shorter."))
    held = connected.misbehave(Trouble.STALL)
    task_id = letters.rewrite(letter.id, "p2")
    held.wait_until_reached()
    letters.remove_paragraph(letter.id, "p2")
    held.release()
    failed = place.watch.until_state(task_id, TaskState.FAILED)
    assert failed.code == "paragraph-gone"


def test_what_the_person_wrote_meanwhile_is_what_undo_brings_back(
    connected: ClaudeServer, place: Place, letters: LetterService, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", HONEST)
    letter = letter_of(place, write(place, data_job))
    shorter, mine = "I cut the nightly batch from 6 h to 50 min.", "At Brightwater I rebuilt the nightly batch jobs."
    connected.answer("RewrittenParagraphs", rewritten(shorter))
    held = connected.misbehave(Trouble.STALL)
    letters.rewrite(letter.id, "p2")
    held.wait_until_reached()
    letters.set_text(letter.id, "p2", mine)
    held.release()
    task = place.done(REWRITE)
    assert letters.letter(letter.id).draft.paragraph("p2").text == shorter
    assert task.result == {"letter_id": letter.id, "paragraph_id": "p2", "before": mine}


def test_a_cancelled_paragraph_leaves_the_old_one(
    connected: ClaudeServer, place: Place, letters: LetterService, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", HONEST)
    letter = letter_of(place, write(place, data_job))
    connected.answer("RewrittenParagraphs", rewritten("Shorter, much shorter."))
    held = connected.misbehave(Trouble.STALL)
    task_id = letters.rewrite(letter.id, "p2")
    held.wait_until_reached()
    letters.stop(data_job)
    place.watch.until_state(task_id, TaskState.CANCELLED)
    assert letters.letter(letter.id).draft == letter.draft


# --- what it costs ---------------------------------------------------------------------------------------------------


def test_the_next_job_reads_the_resume_from_the_prompt_cache(
    connected: ClaudeServer, place: Place, letters: LetterService
) -> None:
    place.get(ProfileService).save(Profile(notes=NOTES))
    place.add_resume(TWO_PAGES)
    first, second = place.add_job(ONE_PAGE), place.add_job(OTHER_JOB)
    connected.answer("WrittenLetter", with_paragraphs(WHY))
    write(place, first)
    letters.start(second, WISHES)
    place.done(WRITE, 2)
    written, read = ledger(place)[:2]
    assert written.usage.cache_write > 0
    assert read.usage.cache_read == written.usage.cache_write
    assert read.cost is not None
    assert written.cost is not None
    assert read.cost < written.cost


def test_the_next_paragraph_reads_everything_but_the_letter_from_the_prompt_cache(
    connected: ClaudeServer, place: Place, letters: LetterService
) -> None:
    place.get(ProfileService).save(Profile(notes=NOTES))
    place.add_resume(TWO_PAGES)
    job_id = place.add_job(ONE_PAGE)
    letter_id = letters.outline(job_id, WISHES)
    connected.answer("RewrittenParagraphs", lambda asked: rewritten("You plan trains.", "p1"))
    letters.rewrite(letter_id, "p1")
    place.queue.start()
    place.done(REWRITE)
    letters.rewrite(letter_id, "p2", "warmer")
    place.done(REWRITE, 2)
    written, read = ledger(place)
    assert written.usage.cache_write > 2_500
    assert read.usage.cache_read == written.usage.cache_write
    assert read.usage.input < 500


def test_a_letter_takes_at_most_four_thousand_tokens(connected: ClaudeServer, place: Place) -> None:
    place.get(ProfileService).save(Profile(notes=NOTES))
    place.add_resume(TWO_PAGES)
    connected.answer("WrittenLetter", with_paragraphs(WHY))
    write(place, place.add_job(ONE_PAGE))
    (call,) = ledger(place)
    assert call.usage.prompt <= 4_000


def test_another_version_of_the_prompt_forgets_its_own_answers_only(
    connected: ClaudeServer, place: Place, letters: LetterService, lena: int, data_job: int
) -> None:
    connected.answer("WrittenLetter", HONEST)
    connected.answer("Proposal", Proposal(edits=[]))
    write(place, data_job)
    place.get(TailoringService).start(data_job, with_claude=True)
    place.done(TAILOR_WITH_CLAUDE)
    request = letter_request(letters._ground(data_job, WISHES, None).material, WISHES, "en")
    newer = replace(request, version=request.version + 1)
    claude = place.get(Claude)
    assert claude.estimate(request).kept
    assert not claude.estimate(newer).kept
    estimate = place.get(TailoringService).offer(data_job).estimate
    assert estimate is not None
    assert estimate.kept


def test_name_and_contact_data_need_not_leave(connected: ClaudeServer, place: Place, data_job: int) -> None:
    place.add_resume(TWO_PAGES)
    connected.answer("WrittenLetter", with_paragraphs(WHY))
    write(place, data_job)
    sent = json.dumps(connected.requests()[0].asked.body)
    for detail in (TWO_PAGES.basics.email, TWO_PAGES.basics.phone, TWO_PAGES.basics.name):
        assert detail not in sent
