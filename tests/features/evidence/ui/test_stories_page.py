"""The page of stories: written calmly and saved as one writes, deleted with undo; marked bullets below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.evidence.model import StoryText
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.evidence.ui.stories_page import StoriesPage
from careercoach_desktop.features.resumes.model import ResumeData, VersionReason
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.uikit import Desk, RecordPlace
from tests.support.windows import Await


def titles(page: StoriesPage) -> list[str]:
    return [row.accessibleName().split(",")[0] for row in page.list.rows()]


def test_an_empty_page_teaches_and_the_first_story_begins_with_its_name(
    stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService, desk: Desk, await_: Await
) -> None:
    qtbot.waitUntil(lambda: stories_page._stack.currentWidget() is stories_page._empty)
    stories_page._empty.button.click()
    title = stories_page.editor.title
    qtbot.waitUntil(title.hasFocus)
    qtbot.keyClicks(title, "The flood")
    qtbot.waitUntil(lambda: [story.text.title for story in evidence.stories()] == ["The flood"])
    qtbot.waitUntil(lambda: titles(stories_page) == ["The flood"])
    assert title.text() == "The flood"
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: titles(stories_page) == ["New story"])
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: evidence.stories() == [])


def test_writing_is_saved_as_one_writes_and_each_field_is_one_step_of_undo(
    stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService, desk: Desk, await_: Await
) -> None:
    story = evidence.add_story(StoryText(title="The flood"))
    stories_page.open_record(story)
    parts = stories_page.editor.parts
    qtbot.waitUntil(lambda: stories_page.editor.title.text() == "The flood")
    parts["situation"].setFocus()
    for words in ("The river rose. ", "It was night."):
        qtbot.keyClicks(parts["situation"], words)
        qtbot.waitUntil(lambda words=words: evidence.story(story).text.situation.endswith(words.strip()))
    parts["result"].setFocus()
    qtbot.keyClicks(parts["result"], "Roads closed.")
    stories_page.editor.flush()
    qtbot.waitUntil(lambda: evidence.story(story).text.result == "Roads closed.")
    await_(desk.undo.undo())
    assert evidence.story(story).text.result == ""
    assert parts["situation"].text() == "The river rose. It was night."
    await_(desk.undo.undo())
    assert evidence.story(story).text.situation == ""
    assert parts["situation"].text() == ""
    await_(desk.undo.redo())
    assert evidence.story(story).text.situation == "The river rose. It was night."


def test_a_story_without_a_name_is_not_saved_and_says_so(
    stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService
) -> None:
    story = evidence.add_story(StoryText(title="The flood"))
    stories_page.open_record(story)
    title = stories_page.editor.title
    qtbot.waitUntil(lambda: title.text() == "The flood")
    title.selectAll()
    qtbot.keyClick(title, Qt.Key.Key_Delete)
    stories_page.editor.flush()
    assert title.state == "error"
    assert evidence.story(story).text.title == "The flood"


def test_what_was_written_is_saved_when_another_story_is_chosen(
    stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService
) -> None:
    one = evidence.add_story(StoryText(title="One"))
    two = evidence.add_story(StoryText(title="Two"))
    qtbot.waitUntil(lambda: titles(stories_page) == ["Two", "One"])
    stories_page.choose(one)
    stories_page.editor.parts["task"].setFocus()
    qtbot.keyClicks(stories_page.editor.parts["task"], "Mine.")
    stories_page.choose(two)
    qtbot.waitUntil(lambda: evidence.story(one).text.task == "Mine.")
    assert evidence.story(two).text.task == ""
    assert stories_page.editor.parts["task"].text() == ""


def test_what_was_typed_last_comes_back_with_a_deleted_story(
    stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService, desk: Desk, await_: Await
) -> None:
    one = evidence.add_story(StoryText(title="One"))
    qtbot.waitUntil(lambda: titles(stories_page) == ["One"])
    stories_page.editor.parts["task"].setFocus()
    qtbot.keyClicks(stories_page.editor.parts["task"], "Mine.")
    stories_page._on_delete(one)
    qtbot.waitUntil(lambda: titles(stories_page) == [])
    await_(desk.undo.undo())
    assert evidence.story(one).text.task == "Mine."


def test_what_is_typed_while_another_story_is_on_its_way_belongs_to_the_one_in_sight(
    stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService
) -> None:
    one = evidence.add_story(StoryText(title="One"))
    qtbot.waitUntil(lambda: titles(stories_page) == ["One"])
    two = evidence.add_story(StoryText(title="Two"))  # the page has not heard of it yet
    stories_page.open_record(two)
    stories_page.editor.parts["task"].setFocus()
    qtbot.keyClicks(stories_page.editor.parts["task"], "Mine.")
    stories_page.editor.flush()
    qtbot.waitUntil(lambda: stories_page.editor.title.text() == "Two")
    assert evidence.story(one).text.task == "Mine."
    assert evidence.story(two).text == StoryText(title="Two")


def test_the_keyboard_walks_and_deletes_with_undo(
    stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService, desk: Desk, await_: Await
) -> None:
    for title in ("One", "Two"):
        evidence.add_story(StoryText(title=title))
    qtbot.waitUntil(lambda: titles(stories_page) == ["Two", "One"])
    first = stories_page.list.rows()[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert stories_page.editor.title.text() == "One"
    qtbot.keyClick(stories_page.list.rows()[1], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(stories_page) == ["Two"])
    qtbot.waitUntil(lambda: stories_page.editor.title.text() == "Two")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: len(titles(stories_page)) == 2)


def test_marked_bullets_say_where_they_stand_and_lead_there(
    stories_page: StoriesPage,
    qtbot: QtBot,
    evidence: EvidenceService,
    resumes: ResumeService,
    ines_id: int,
    desk: Desk,
) -> None:
    evidence.tag(ines_id, "b1", "Modelled 12 river basins.", ["Floods"])
    qtbot.waitUntil(lambda: len(stories_page.list.bullets()) == 1)
    assert stories_page.list.bullets()[0].accessibleName() == "Modelled 12 river basins., Ines · Floods"
    resumes.save_data(ines_id, ResumeData(), VersionReason.SAVED)
    qtbot.waitUntil(lambda: "no longer in the résumé" in stories_page.list.bullets()[0].accessibleName())
    with qtbot.waitSignal(desk.open_requested) as asked:
        qtbot.mouseClick(stories_page.list.bullets()[0], Qt.MouseButton.LeftButton)
    assert asked.args == ["resumes.edit", RecordPlace(ines_id, "b1")]
    stories_page._bullet_menu(stories_page.list.bullets()[0])
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if "mark away" in action.text()).trigger()
    menu.close()
    qtbot.waitUntil(lambda: evidence.all_marks() == [])
    qtbot.waitUntil(lambda: stories_page._stack.currentWidget() is stories_page._empty)


def test_without_a_story_it_teaches_beside_the_marked_bullets(
    stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService, ines_id: int
) -> None:
    evidence.tag(ines_id, "b1", "Modelled 12 river basins.", ["Floods"])
    qtbot.waitUntil(stories_page._right.isVisible)
    assert stories_page._right.currentWidget() is stories_page._none
    assert not stories_page._new.isVisible(), "one button"
    stories_page._none.button.click()
    qtbot.waitUntil(stories_page.editor.title.hasFocus)


def test_the_form_uses_the_room_there_is(stories_page: StoriesPage, qtbot: QtBot, evidence: EvidenceService) -> None:
    story = evidence.add_story(StoryText(title="The flood"))
    stories_page.open_record(story)
    qtbot.waitUntil(lambda: stories_page.editor.title.text() == "The flood")
    stories_page.resize(1660, 900)
    part = stories_page.editor.parts["situation"]
    qtbot.waitUntil(lambda: part.width() > 800)
    stories_page.resize(1000, 900)
    qtbot.waitUntil(lambda: part.width() < stories_page.editor.width())
