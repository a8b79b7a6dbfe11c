"""The questions below a story: linked and taken away with undo, suggested from the bank, and what the story lacks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.evidence.model import StoryText
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.evidence.ui.stories_page import StoriesPage
from careercoach_desktop.features.evidence.ui.story_questions import StoryQuestions
from careercoach_desktop.foundation.uikit import Desk
from tests.support.windows import Await

QUARREL = StoryText(
    title="Two teams, one date",
    situation="Sales and our team had argued for weeks about the date of the release; the conflict grew.",
    action="I asked each side what it could not give up, and drew up two plans with dates and risks for both.",
    result="They agreed on the second plan.",
)
OWN = "What do you do when two departments want different things?"


def opened(page: StoriesPage, qtbot: QtBot, story: int, title: str) -> StoryQuestions:
    page.open_record(story)
    qtbot.waitUntil(lambda: page.editor.title.text() == title)
    return page.editor.questions


def linked(below: StoryQuestions) -> list[str]:
    return [each.question for each in below.linked()]


def test_a_question_in_ones_own_words_is_linked_taken_away_and_brought_back(
    stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService, desk: Desk, await_: Await[Any]
) -> None:
    story = evidence.add_story(StoryText(title="The flood"))
    below = opened(stories_page, qtbot, story, "The flood")
    below.field.setFocus()
    qtbot.keyClicks(below.field, f" {OWN} ")
    qtbot.keyClick(below.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: linked(below) == [OWN])
    assert below.field.text() == ""
    qtbot.waitUntil(lambda: "1 question" in stories_page.list.rows()[0].accessibleName())
    assert below.linked()[0].button.accessibleName() == f"Take the link to “{OWN}” away"
    below.linked()[0].button.click()
    qtbot.waitUntil(lambda: linked(below) == [])
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: linked(below) == [OWN])
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: linked(below) == [])
    assert evidence.stories()[0].questions == ()


def test_the_bank_is_asked_what_a_story_could_answer_and_a_suggestion_becomes_a_link(
    stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService
) -> None:
    story = evidence.add_story(QUARREL)
    below = opened(stories_page, qtbot, story, QUARREL.title)
    qtbot.waitUntil(lambda: below.suggested() != [])
    first = below.suggested()[0]
    first.button.setFocus()
    qtbot.keyClick(first.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: linked(below) == [first.question])
    (kept,) = evidence.stories()[0].questions
    assert kept.bank_id
    qtbot.waitUntil(lambda: below.suggested() != [])
    assert first.question not in [each.question for each in below.suggested()], "it is not offered twice"


def test_hints_say_what_a_story_lacks_and_go_when_it_is_told(
    stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService
) -> None:
    story = evidence.add_story(QUARREL)
    opened(stories_page, qtbot, story, QUARREL.title)
    hints = stories_page.editor.hints
    qtbot.waitUntil(lambda: hints["result"].text() == "The result has no figure. If you have one, it says most.")
    assert hints["task"].text() == "It does not say what was yours to do."
    assert not hints["situation"].isVisible()
    result = stories_page.editor.parts["result"]
    result.setFocus()
    qtbot.keyClicks(result, " We shipped 12 days early.")
    qtbot.waitUntil(lambda: not hints["result"].isVisible())
    assert stories_page.editor.figures.text() == "Figures in it: 12 days"


def test_a_story_that_is_hardly_begun_is_left_in_peace(
    stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService
) -> None:
    full = evidence.add_story(QUARREL)
    new = evidence.add_story(StoryText(title="New story"))
    below = opened(stories_page, qtbot, full, QUARREL.title)
    qtbot.waitUntil(lambda: below.suggested() != [])
    opened(stories_page, qtbot, new, "New story")
    qtbot.waitUntil(lambda: below.suggested() == [])
    assert not any(hint.isVisible() for hint in stories_page.editor.hints.values())
    assert not stories_page.editor.figures.isVisible()
