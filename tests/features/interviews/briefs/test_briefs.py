"""Briefings from beginning to end: asked for, searched, kept with their pages, found again, put away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.interviews.model.brief import (
    FRESH_FOR,
    BriefChanged,
    BriefGrew,
    BriefKind,
    BriefOrigin,
)
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.service.briefs import PREPARE, RESEARCH, SUMMARISE, BriefService
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.tasks.model import TaskState
from tests.features.interviews.briefs.conftest import FERNBANK, HOME, NEWS, PREP, fernbank
from tests.support.claude import ClaudeServer, Trouble, failed_search, text_block
from tests.support.workspace import Place


def looked_up(place: Place, briefs: BriefService, job_id: int):
    briefs.start_research(fernbank(job_id))
    place.queue.start()
    place.done(RESEARCH)
    return briefs.brief(BriefKind.COMPANY, "company:fernbank")


def test_a_company_is_looked_up_and_every_claim_names_its_page(
    connected: ClaudeServer, place: Place, briefs: BriefService, data_job: int
) -> None:
    connected.answer("look a company up", FERNBANK)
    brief = looked_up(place, briefs, data_job)
    assert brief is not None
    assert (brief.origin, brief.made_by, brief.title) == (BriefOrigin.SEARCH, "claude-sonnet-5-5", "Fernbank")
    found = brief.research
    assert found is not None
    assert [(section.title, [point.text for point in section.points]) for section in found.sections] == [
        ("What it does", ["It plans freight for forty ports."]),
        ("News of the last months", ["An office in Gdansk opened in November 2026."]),
    ]
    assert [source.url for source in found.sources] == [HOME.url, NEWS.url]
    assert found.sources[1].dated == "2 days ago"
    assert (found.dropped, found.searches) == (1, 1), "what no page is named for is left out and counted"
    assert brief.cost is not None


def test_only_the_name_and_what_belongs_to_it_goes_out(
    connected: ClaudeServer, place: Place, briefs: BriefService, lena: int, round_: int
) -> None:
    connected.answer("look somebody up", FERNBANK)
    [about] = briefs.about_interviewers(round_)
    briefs.start_research(about)
    place.queue.start()
    place.done(RESEARCH)
    [sent] = connected.requests()
    said = sent.asked.user
    assert "Mara Lindqvist" in said
    assert "Head of Data" in said
    for own in ("Lena", "Brightwater", "lena@", "Airflow"):
        assert own not in said
    kept = briefs.brief(BriefKind.INTERVIEWER, about.subject)
    assert kept is not None
    assert kept.title == "Mara Lindqvist"


def test_asked_again_the_same_day_nothing_is_sent_and_another_day_it_is_looked_up_anew(
    connected: ClaudeServer, place: Place, briefs: BriefService, data_job: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = utc_now().astimezone().replace(hour=12)
    briefs._now = lambda: noon
    connected.answer("look a company up", FERNBANK)
    looked_up(place, briefs, data_job)
    about = fernbank(data_job)
    offer = briefs.offer_research(about)
    assert offer.estimate is not None
    assert offer.estimate.kept
    briefs.start_research(about)
    place.done(RESEARCH, 2)
    assert len(connected.requests()) == 1
    briefs._now = lambda: noon + FRESH_FOR + timedelta(hours=1)
    assert briefs.research(about).is_old
    again = briefs.offer_research(about)
    assert again.estimate is not None
    assert not again.estimate.kept
    assert again.estimate.searches == 5


def test_without_a_key_or_with_searching_off_it_says_so_and_a_paste_is_kept(
    place: Place, briefs: BriefService, data_job: int, no_keychain: None
) -> None:
    about = fernbank(data_job)
    offer = briefs.offer_research(about)
    assert offer.problem is not None
    assert offer.problem.code == "claude-no-key"
    with pytest.raises(UserError):
        briefs.start_research(about)
    kept = briefs.keep_note(about, "Fernbank plans freight.\n\nIt has two hundred people in five cities of the north.")
    assert (kept.origin, kept.made_by) == (BriefOrigin.PASTED, "")
    assert kept.research is not None
    assert len(kept.research.sections[0].points) == 2
    with pytest.raises(UserError) as empty:
        briefs.keep_note(about, "  \n ")
    assert empty.value.code == "paste-empty"


def test_nothing_of_a_long_page_that_is_kept_is_lost(briefs: BriefService, data_job: int) -> None:
    about = fernbank(data_job)
    lines = [f"Line {number} of a page about Fernbank." for number in range(200)]
    paragraph = " ".join(f"word{number}" for number in range(900))
    note = briefs.keep_note(about, "\n".join([*lines, paragraph]))
    assert note.research is not None
    (section,) = note.research.sections
    said = " ".join(" ".join(point.text for point in section.points).split())
    assert said == " ".join([*lines, paragraph])
    assert len(section.points) <= 60, "a page that is drawn at once"
    with pytest.raises(UserError, match="Paste the part that matters"):
        briefs.keep_note(about, "Fernbank plans freight. " * 3_000)


def test_with_searching_off_nothing_is_asked(
    connected: ClaudeServer, place: Place, briefs: BriefService, data_job: int
):
    place.get(SettingsService).choose(claude_web_search="off")
    offer = briefs.offer_research(fernbank(data_job))
    assert offer.problem is not None
    assert offer.problem.code == "claude-search-off"
    with pytest.raises(UserError):
        briefs.start_research(fernbank(data_job))
    assert connected.requests() == []


def test_a_pasted_text_is_summed_up_and_what_does_not_stand_in_it_is_left_out(
    connected: ClaudeServer, place: Place, briefs: BriefService, data_job: int
) -> None:
    pasted = "Fernbank plans freight for forty ports. We are 210 people in Gdansk and Kiel, and we hire slowly."
    points = [
        {"text": "It has 210 people.", "quote": "We are 210 people in Gdansk and Kiel"},
        {"text": "It earned 9 billion euros.", "quote": "We are 210 people in Gdansk and Kiel"},
        {"text": "It is loved by all.", "quote": "everybody loves Fernbank"},
    ]
    connected.answer("SummaryView", {"sections": [{"heading": "Size and places", "points": points}]})
    briefs.summarise(fernbank(data_job), pasted)
    place.queue.start()
    place.done(SUMMARISE)
    brief = briefs.brief(BriefKind.COMPANY, "company:fernbank")
    assert brief is not None
    assert brief.research is not None
    assert [point.text for point in brief.research.sections[0].points] == ["It has 210 people."]
    assert brief.research.dropped == 2
    assert (brief.origin, brief.research.sources) == (BriefOrigin.PASTED, ())


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ([text_block("I know this company by heart; it is wonderful.")], "claude-nothing-found"),
        (failed_search("Fernbank", "too_many_requests"), "claude-search-busy"),
    ],
)
def test_what_finds_nothing_leaves_what_was_there(
    connected: ClaudeServer, place: Place, briefs: BriefService, data_job: int, answer: object, code: str
) -> None:
    note = briefs.keep_note(fernbank(data_job), "Fernbank plans freight for forty ports, says its page.")
    connected.answer("look a company up", answer)
    task_id = briefs.start_research(fernbank(data_job))
    place.queue.start()
    failed = place.watch.until(lambda task: task.id == task_id and task.state is TaskState.FAILED)
    assert failed.code == code
    assert failed.next_step
    assert briefs.brief(BriefKind.COMPANY, "company:fernbank") == note


def test_a_cut_connection_leaves_nothing_half_and_is_offered_again(
    connected: ClaudeServer, place: Place, briefs: BriefService, data_job: int
) -> None:
    connected.answer("look a company up", FERNBANK)
    connected.misbehave(Trouble.CUT, after=2)
    task_id = briefs.start_research(fernbank(data_job))
    place.queue.start()
    failed = place.watch.until(lambda task: task.id == task_id and task.state is TaskState.FAILED)
    assert failed.code == "claude-cut"
    assert briefs.brief(BriefKind.COMPANY, "company:fernbank") is None
    briefs.start_research(fernbank(data_job))
    place.done(RESEARCH)
    assert briefs.brief(BriefKind.COMPANY, "company:fernbank") is not None


def test_two_presses_start_one_search_and_stopping_ends_it(
    connected: ClaudeServer, place: Place, briefs: BriefService, data_job: int
) -> None:
    about = fernbank(data_job)
    first = briefs.start_research(about)
    assert briefs.start_research(about) == first
    assert briefs.research(about).task is not None
    briefs.stop(about.subject)
    assert briefs.research(about).task is None
    assert connected.requests() == []


def test_one_company_has_one_briefing_however_it_is_spelled(briefs: BriefService) -> None:
    assert briefs.company_subject("Fernbank GmbH") == briefs.company_subject("  FERNBANK ") == "company:fernbank"
    assert briefs.company_subject("Fernbank") != briefs.company_subject("Fernbrook")


# --- the preparation ---------------------------------------------------------------------------------------------


def test_a_round_is_prepared_here_at_once(
    place: Place, briefs: BriefService, lena: int, story: int, round_: int
) -> None:
    told: list[BriefChanged] = []
    place.database.bus.after(BriefChanged, told.append)
    brief = briefs.prepare_locally(round_)
    made = brief.preparation
    assert made is not None
    assert brief.origin is BriefOrigin.LOCAL
    assert len(made.likely) == 9
    assert all(question.because and question.bank_id for question in made.likely)
    assert made.checklist[0].startswith("Mind the time zone")
    assert "Open the meeting link once: camera, microphone, your name as shown" in made.checklist
    assert 3 <= len(made.ask) <= 6
    assert told == [BriefChanged(BriefKind.PREPARATION, f"interview:{round_}")]
    assert briefs.prepare_locally(round_).preparation == made, "the same round is prepared the same way"


def test_the_round_that_comes_next_is_prepared(
    place: Place, briefs: BriefService, lena: int, round_: int, data_job: int
) -> None:
    interviews = place.get(InterviewService)
    interviews._now = lambda: datetime(2026, 11, 26, 9, tzinfo=UTC)
    assert briefs.prepare_next() == round_
    first = briefs.preparation(round_).brief
    assert first is not None
    assert briefs.prepare_next() == round_
    assert briefs.preparation(round_).brief == first, "what is there stays"
    interviews._now = lambda: datetime(2027, 11, 26, 9, tzinfo=UTC)
    assert briefs.prepare_next() is None


def test_claude_prepares_with_the_persons_own_stories(
    connected: ClaudeServer, place: Place, briefs: BriefService, lena: int, story: int, round_: int
) -> None:
    connected.answer("PrepView", PREP)
    grown: list[BriefGrew] = []
    place.database.bus.after(BriefGrew, grown.append)
    briefs.start_preparation(round_)
    place.queue.start()
    place.done(PREPARE)
    sheet = briefs.preparation(round_)
    assert sheet.brief is not None
    made = sheet.brief.preparation
    assert made is not None
    assert made.likely[0].story_ids == (story,), "a story that is not there is not named"
    assert sheet.stories[story] == "The pipeline that lied"
    assert (sheet.brief.origin, sheet.is_old, sheet.task) == (BriefOrigin.CLAUDE, False, None)
    assert grown
    [sent] = connected.requests()
    parts = sent.body["messages"][0]["content"]
    assert "The pipeline that lied" in parts[1]["text"], "what stays the same comes first"
    assert "lena.marsh@" not in str(sent.body).lower()


def test_it_is_old_once_a_story_is_told_anew(
    place: Place, briefs: BriefService, lena: int, story: int, round_: int
) -> None:
    briefs.prepare_locally(round_)
    assert not briefs.preparation(round_).is_old
    evidence = place.get(EvidenceService)
    text = evidence.story(story).text
    from dataclasses import replace

    evidence.change_story(story, replace(text, result="None are left."))
    assert briefs.preparation(round_).is_old


def test_the_checklist_ticks_and_a_briefing_is_put_away_and_back(
    place: Place, briefs: BriefService, lena: int, round_: int
) -> None:
    brief = briefs.prepare_locally(round_)
    briefs.tick(brief.id, 1, on=True)
    briefs.tick(brief.id, 0, on=True)
    briefs.tick(brief.id, 1, on=False)
    present = briefs.preparation(round_).brief
    assert present is not None
    assert present.ticked == (0,)
    with pytest.raises(KeyError):
        briefs.tick(brief.id, 99, on=True)
    away = briefs.forget(brief.id)
    assert briefs.preparation(round_).brief is None
    briefs.put_back(away)
    back = briefs.preparation(round_).brief
    assert back is not None
    assert (back.preparation, back.ticked, back.created) == (away.preparation, away.ticked, away.created)


def test_a_preparation_goes_with_its_round(place: Place, briefs: BriefService, lena: int, round_: int) -> None:
    briefs.prepare_locally(round_)
    interviews = place.get(InterviewService)
    interviews.remove([round_])
    with pytest.raises(KeyError):
        briefs.preparation(round_)
    interviews.restore([round_])
    assert briefs.preparation(round_).brief is not None


def test_what_had_come_when_it_broke_off_is_kept_as_a_part(
    connected: ClaudeServer, place: Place, briefs: BriefService, lena: int, story: int, round_: int
) -> None:
    connected.answer("PrepView", PREP)
    connected.misbehave(Trouble.CUT, after=24)
    task_id = briefs.start_preparation(round_)
    place.queue.start()
    place.watch.until(lambda task: task.id == task_id and task.state is TaskState.FAILED)
    brief = briefs.preparation(round_).brief
    assert brief is not None
    assert brief.preparation is not None
    assert brief.preparation.is_part
    assert [question.text for question in brief.preparation.likely] == ["How do you test a pipeline?"]


def test_the_ledger_says_what_was_searched(
    connected: ClaudeServer, place: Place, briefs: BriefService, data_job: int
) -> None:
    connected.answer("look a company up", FERNBANK)
    looked_up(place, briefs, data_job)
    [call] = place.get(Claude).ledger.calls()
    assert (call.agent, call.subject, call.usage.searches) == ("CompanyResearch", "company:fernbank", 1)
