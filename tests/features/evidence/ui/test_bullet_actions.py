"""Evidence at the bullets of a form: entries in a bullet's menu, a badge that says what is known, and their undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.evidence.model import StoryText
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.evidence.ui import EvidenceActions
from careercoach_desktop.features.evidence.ui.dialogs import LinkStoryDialog, SkillsDialog
from careercoach_desktop.features.resumes.ui import BulletMarks
from careercoach_desktop.features.resumes.ui.bullet_field import BulletField
from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.features.resumes.ui.form_field import path_of
from careercoach_desktop.foundation.uikit import Desk
from tests.features.evidence.ui.conftest import Stand
from tests.features.resumes.people import ines
from tests.support.dialogs import button, dialog
from tests.support.windows import Await


@pytest.fixture
def form(stand: Stand, ines_id: int, actions: EvidenceActions, qtbot: QtBot) -> ResumeForm:
    made = ResumeForm("Résumé", checking=False)
    made.marks = BulletMarks(made, [actions], lambda: ines_id)
    stand(made)
    made.show_data(ines())
    qtbot.waitUntil(lambda: not made.is_building)
    return made


def field(form: ResumeForm, bullet_id: str) -> BulletField:
    return next(each for each in form.findChildren(BulletField) if path_of(each) == bullet_id)


def choose(form: ResumeForm, bullet_id: str, words: str) -> None:
    """From the menu of the bullet."""
    entry = next(each for each in field(form, bullet_id).last_entries(QPoint())[1:] if each.text == words)
    entry.run()


def badge(form: ResumeForm, bullet_id: str) -> str:
    shown = form.marks.badge_of(bullet_id)
    return "" if shown is None else shown.accessibleName()


def test_a_bullet_is_marked_from_its_menu_and_shows_it(
    form: ResumeForm, qtbot: QtBot, evidence: EvidenceService, ines_id: int, desk: Desk, await_: Await
) -> None:
    assert badge(form, "b1") == ""
    choose(form, "b1", "Mark as evidence")
    qtbot.waitUntil(lambda: badge(form, "b1") == "Evidence")
    shown = form.marks.badge_of("b1")
    assert shown.isVisible()
    assert field(form, "b1").rect().contains(shown.geometry())
    assert badge(form, "b2") == ""
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: badge(form, "b1") == "")
    await_(desk.undo.redo())
    qtbot.waitUntil(lambda: badge(form, "b1") == "Evidence")
    qtbot.mouseClick(form.marks.badge_of("b1"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions()] == [
        "Take the evidence mark away", "Link a story…", "Write a story from it", "Tag skills…"
    ]  # fmt: skip
    menu.close()
    choose(form, "b1", "Take the evidence mark away")
    qtbot.waitUntil(lambda: evidence.marks(ines_id) == [])
    qtbot.waitUntil(lambda: badge(form, "b1") == "")


def test_an_empty_bullet_offers_nothing(form: ResumeForm) -> None:
    field(form, "b1").setPlainText("")
    form.flush()
    form.data.work[0].highlights[0].text = " "
    assert form.marks.entries("b1") == []


def test_a_story_is_linked_changed_and_unlinked(
    form: ResumeForm, qtbot: QtBot, evidence: EvidenceService, desk: Desk, await_: Await
) -> None:
    flood = evidence.add_story(StoryText(title="The flood", result="The right roads were closed."))
    team = evidence.add_story(StoryText(title="The new team"))
    choose(form, "b1", "Link a story…")
    asked = dialog(qtbot, LinkStoryDialog)
    assert not asked.link_button.isEnabled()
    asked.choose(flood)
    button(asked, "Link").click()
    qtbot.waitUntil(lambda: badge(form, "b1") == "Evidence · story “The flood”")
    choose(form, "b1", "Change the story…")
    asked = dialog(qtbot, LinkStoryDialog)
    assert asked.chosen == flood
    asked.choose(team)
    button(asked, "Link").click()
    qtbot.waitUntil(lambda: badge(form, "b1") == "Evidence · story “The new team”")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: badge(form, "b1") == "Evidence · story “The flood”")
    choose(form, "b1", "Change the story…")
    asked = dialog(qtbot, LinkStoryDialog)
    asked.choose(None)
    button(asked, "Link").click()
    qtbot.waitUntil(lambda: badge(form, "b1") == "Evidence")
    evidence.delete_story(flood)
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: badge(form, "b1") == "Evidence")


def test_a_story_is_written_from_a_bullet_and_undo_takes_both_back(
    form: ResumeForm, qtbot: QtBot, evidence: EvidenceService, desk: Desk, await_: Await, ines_id: int
) -> None:
    with qtbot.waitSignal(desk.open_requested) as opened:
        choose(form, "b1", "Write a story from it")
    (story,) = evidence.stories()
    assert opened.args == ["evidence.stories", story.id]
    assert (story.text.action, story.bullets) == ("Modelled 12 river basins.", 1)
    assert story.text.situation, "where it was is known from the entry"
    await_(desk.undo.undo())
    assert evidence.stories() == []
    assert evidence.marks(ines_id) == []


def test_without_a_story_one_is_begun_linked_and_opened(
    form: ResumeForm, qtbot: QtBot, evidence: EvidenceService, desk: Desk, await_: Await, ines_id: int
) -> None:
    choose(form, "b1", "Link a story…")
    asked = dialog(qtbot, LinkStoryDialog)
    with qtbot.waitSignal(desk.open_requested) as opened:
        button(asked, "Write a new story").click()
    (story,) = evidence.stories()
    assert opened.args == ["evidence.stories", story.id]
    assert (story.text.title, story.bullets) == ("Modelled 12 river basins", 1)
    assert (story.text.action, story.text.result) == ("Modelled 12 river basins.", "")
    await_(desk.undo.undo())
    assert evidence.stories() == []
    assert evidence.marks(ines_id) == []
    await_(desk.undo.redo())
    assert [each.bullets for each in evidence.stories()] == [1]


def test_skills_the_bullet_names_are_suggested(
    form: ResumeForm, qtbot: QtBot, evidence: EvidenceService, ines_id: int, desk: Desk, await_: Await
) -> None:
    evidence.add_story(StoryText(title="The flood", skills=("Hydraulics",)))
    bullet = form.data.work[0].highlights[1]
    bullet.text = "Automated tests in Python and SQL."
    choose(form, "b2", "Tag skills…")
    asked = dialog(qtbot, SkillsDialog)
    chips = {chip.text(): chip for chip in asked.chips()}
    assert {"Python", "SQL", "Hydraulics"} <= set(chips)
    chips["Python"].click()
    qtbot.keyClicks(asked.focusWidget(), "Reporting")
    assert asked.field.entry.text() == "Reporting", "one can write at once"
    button(asked, "Save").click()
    qtbot.waitUntil(lambda: badge(form, "b2").startswith("Evidence · Python, Reporting"))
    assert evidence.marks(ines_id)[0].mark.skills == ("Python", "Reporting")
    await_(desk.undo.undo())
    assert evidence.marks(ines_id) == []
