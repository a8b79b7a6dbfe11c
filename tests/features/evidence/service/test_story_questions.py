"""Stories and the questions they answer: links with undo, the story for a question, one begun from a bullet."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.model import StoriesChanged, StoryText
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.evidence.telling import StoryRanking
from careercoach_desktop.features.resumes.model import Highlight, VersionReason
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from tests.features.resumes.people import ines
from tests.support.tasks import FakeClock

QUARREL = "Tell me about a disagreement with a colleague. How did it end?"
PRESSURE = "When did you last have to deliver under real pressure of time?"


def linked(evidence: EvidenceService, story_id: int) -> list[str]:
    return [each.question for story in evidence.stories() if story.id == story_id for each in story.questions]


def test_a_question_is_linked_once_and_goes_back_to_its_place_on_undo(
    evidence: EvidenceService, clock: FakeClock
) -> None:
    story = evidence.add_story(StoryText(title="The flood"))
    assert evidence.link_question(story, f"  {QUARREL}\n", "behavioural-quarrel")
    assert not evidence.link_question(story, QUARREL)
    clock.advance(60)
    assert evidence.link_question(story, PRESSURE)
    taken = evidence.unlink_question(story, QUARREL)
    assert linked(evidence, story) == [PRESSURE]
    assert taken is not None
    assert taken.bank_id == "behavioural-quarrel"
    assert evidence.unlink_question(story, QUARREL) is None
    evidence.relink_question(taken)
    assert linked(evidence, story) == [QUARREL, PRESSURE]
    (shown,) = evidence.stories()
    assert [each.question for each in shown.questions] == [QUARREL, PRESSURE]


def test_a_deleted_story_is_not_linked_and_comes_back_with_its_questions(evidence: EvidenceService) -> None:
    story = evidence.add_story(StoryText(title="The flood"))
    evidence.link_question(story, QUARREL)
    evidence.delete_story(story)
    with pytest.raises(UserError) as refused:
        evidence.link_question(story, PRESSURE)
    assert refused.value.code == "story-gone"
    evidence.undelete_story(story)
    assert linked(evidence, story) == [QUARREL]


def test_listeners_hear_of_links_that_changed_something(evidence: EvidenceService, database: Database) -> None:
    story = evidence.add_story(StoryText(title="The flood"))
    told: list[object] = []
    database.bus.after_any(told.append)
    evidence.link_question(story, QUARREL)
    evidence.link_question(story, QUARREL)
    evidence.unlink_question(story, QUARREL)
    evidence.unlink_question(story, QUARREL)
    assert told == [StoriesChanged(story), StoriesChanged(story)]


def test_the_story_for_a_question_is_the_one_that_is_about_the_same(evidence: EvidenceService) -> None:
    quarrel = evidence.add_story(
        StoryText(
            title="Two teams, one date",
            situation="Sales and our team argued for weeks about the date of the release.",
            task="I had to settle it.",
            action="I asked each side what it could not give up and drew up two plans with dates.",
            result="They agreed on the second plan; we shipped on 3 May.",
        )
    )
    evidence.add_story(StoryText(title="Stock count", action="I counted the stock of 14 shops with a new scanner."))
    (found,) = StoryRanking(evidence.stories()).best(QUARREL)
    assert found.story.id == quarrel
    assert found.reason == "Both are about disagreement"
    assert not found.linked
    assert StoryRanking(evidence.stories()).best("How would you set up a chart of accounts?") == []


def test_what_the_person_linked_goes_first(evidence: EvidenceService) -> None:
    evidence.add_story(StoryText(title="Argument", action="We disagreed, argued, and settled the conflict."))
    other = evidence.add_story(StoryText(title="The night shift"))
    evidence.link_question(other, QUARREL)
    first, second = StoryRanking(evidence.stories()).best(QUARREL)
    assert (first.story.id, first.linked, second.linked) == (other, True, False)


def test_an_answer_becomes_a_story_that_answers_its_question(evidence: EvidenceService) -> None:
    told = StoryText(action="I called the three suppliers one after the other and moved two deliveries to Tuesday.")
    story = evidence.story_from(told, PRESSURE, "behavioural-pressure")
    kept = evidence.story(story).text
    assert kept.title == "I called the three suppliers one after the other and moved …"
    assert kept.action == told.action
    (linked,) = evidence.stories()[0].questions
    assert (linked.question, linked.bank_id) == (PRESSURE, "behavioural-pressure")
    with pytest.raises(UserError) as refused:
        evidence.story_from(StoryText(), PRESSURE)
    assert refused.value.code == "story-title"
    assert len(evidence.stories()) == 1


def test_a_story_begun_from_a_bullet_has_its_words_and_its_entry_and_nothing_else(
    evidence: EvidenceService, resumes: ResumeService, ines_id: int
) -> None:
    data = ines()
    data.work[0].highlights = [Highlight(id="b1", text="Rebuilt the nightly run, cutting its time from 6 to 2 hours.")]
    resumes.save_data(ines_id, data, VersionReason.SAVED)
    begun = evidence.begin_from_bullet(ines_id, "b1", data.work[0].highlights[0].text)
    story = evidence.story(begun.story_id).text
    assert story.title == "Rebuilt the nightly run, cutting its time from 6 to 2 hours"
    assert data.work[0].name in story.situation
    assert data.work[0].position in story.situation
    assert (story.task, story.action) == ("", "Rebuilt the nightly run")
    assert story.result == "cutting its time from 6 to 2 hours."
    (mark,) = evidence.marks(ines_id)
    assert mark.mark.story_id == begun.story_id
    evidence.put_back(ines_id, "b1", begun.before)
    evidence.delete_story(begun.story_id)
    assert evidence.marks(ines_id) == []
    assert evidence.stories() == []


def test_a_bullet_that_is_gone_still_gives_its_words(evidence: EvidenceService, ines_id: int) -> None:
    begun = evidence.begin_from_bullet(ines_id, "not-there", "Led 12 volunteers.")
    assert evidence.story(begun.story_id).text == StoryText(title="Led 12 volunteers", action="Led 12 volunteers.")
