"""Entries, bullets and skills are dragged to another place, and moved from the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.editing import inverse
from careercoach_desktop.features.resumes.model import Highlight, ResumeData, Skill
from careercoach_desktop.features.resumes.ui.editor_chips import MovableChips
from careercoach_desktop.features.resumes.ui.editor_rows import Grip
from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.features.resumes.ui.form_field import path_of
from careercoach_desktop.features.resumes.ui.section_cards import FoldedEntry
from careercoach_desktop.foundation.uikit import Chip
from tests.features.resumes.people import ines, many_jobs

ALT = Qt.KeyboardModifier.AltModifier
Made = tuple[ResumeForm, list]


@pytest.fixture
def make(stand: Callable[[QWidget], None], qtbot: QtBot) -> Callable[[ResumeData], Made]:
    def made(data: ResumeData) -> Made:
        form = ResumeForm("Résumé", checking=False)
        edits: list = []
        form.edited.connect(lambda done, _label: edits.append(done))
        stand(form)
        form.show_data(data)
        qtbot.waitUntil(lambda: not form.is_building)
        QApplication.processEvents()
        return form, edits

    return made


def jobs(form: ResumeForm) -> list[str]:
    return [job.id for job in form.data.work]


def bullets(form: ResumeForm) -> list[list[str]]:
    return [[bullet.id for bullet in job.highlights] for job in form.data.work]


def shown_bullets(form: ResumeForm, job: str) -> list[str]:
    """Bullets as they stand on the screen, from the top."""
    fields = [form._context.fields[bullet.id].widget for each in form.data.work for bullet in each.highlights]
    editor = form._editor_of(job)
    inside = [field for field in fields if editor.isAncestorOf(field)]
    return [path_of(field) for field in sorted(inside, key=lambda field: field.mapTo(form, QPoint()).y())]


def grip_of(form: ResumeForm, path: str) -> Grip:
    field = form._context.fields[path].widget
    return field.parentWidget().findChild(Grip)


def drag(widget: QWidget, to: QPoint, *, let_go: bool = True) -> None:
    """From the middle of the widget to a global point, in a few moves."""
    start = widget.rect().center()
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    end = widget.mapFromGlobal(to)
    for part in range(1, 6):
        QTest.mouseMove(widget, start + (end - start) * part / 5)
    if let_go:
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def below(form: ResumeForm, path: str) -> QPoint:
    field = form._context.fields[path].widget
    return field.mapToGlobal(QPoint(field.width() // 2, field.height() - 2))


def above(form: ResumeForm, path: str) -> QPoint:
    field = form._context.fields[path].widget
    return field.mapToGlobal(QPoint(field.width() // 2, 2))


def test_a_bullet_is_dragged_below_another_one(make, qtbot: QtBot) -> None:
    form, edits = make(ines())
    drag(grip_of(form, "b1"), below(form, "b2"))
    assert bullets(form) == [["b2", "b1"], []]
    qtbot.waitUntil(lambda: shown_bullets(form, "work1") == ["b2", "b1"])
    assert path_of(QApplication.focusWidget()) == "b1"
    form.replay([inverse(edit) for edit in reversed(edits[-1])])
    assert form.data == ines()


def test_a_bullet_is_dragged_into_another_entry(make, qtbot: QtBot) -> None:
    form, edits = make(ines())
    drag(grip_of(form, "b2"), below(form, "work2.end"))
    assert bullets(form) == [["b1"], ["b2"]]
    qtbot.waitUntil(lambda: shown_bullets(form, "work2") == ["b2"])
    form.replay([inverse(edit) for edit in reversed(edits[-1])])
    assert form.data == ines()
    assert shown_bullets(form, "work1") == ["b1", "b2"]


def test_a_line_shows_where_it_will_go_and_escape_leaves_it(make, qtbot: QtBot) -> None:
    form, edits = make(ines())
    grip = grip_of(form, "b1")
    drag(grip, below(form, "b2"), let_go=False)
    line = form._reordering._line
    assert line.isVisible()
    assert abs(line.mapToGlobal(line.rect().center()).y() - below(form, "b2").y()) < 12
    qtbot.keyClick(grip, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert edits == []


def test_an_entry_is_dragged_by_its_handle_and_a_click_on_it_still_opens_the_menu(make, qtbot: QtBot) -> None:
    form, _edits = make(ines())
    handle = form._editor_of("work2").menu_button
    drag(handle, above(form, "work1.name"))
    assert jobs(form) == ["work2", "work1"]
    assert bullets(form) == [[], ["b1", "b2"]]
    qtbot.mouseClick(handle, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_alt_and_the_arrows_move_a_bullet_through_the_entries(make, qtbot: QtBot) -> None:
    form, _edits = make(ines())
    form.go_to("b1")
    for expected in ([["b2", "b1"], []], [["b2"], ["b1"]]):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, ALT)
        assert bullets(form) == expected
        assert path_of(QApplication.focusWidget()) == "b1"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, ALT)
    assert bullets(form) == [["b2", "b1"], []]


def test_alt_and_the_arrows_move_an_entry_and_tab_follows(make, qtbot: QtBot) -> None:
    form, _edits = make(ines())
    form.go_to("work2.name")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, ALT)
    assert jobs(form) == ["work2", "work1"]
    assert path_of(QApplication.focusWidget()) == "work2.name"
    QApplication.processEvents()
    seen = []
    for _step in range(12):
        path = path_of(QApplication.focusWidget())
        seen += [path] if path else []
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen[:5] == ["work2.name", "work2.position", "work2.start", "work2.end", "work1.name"]


def test_what_is_being_typed_goes_along(make, qtbot: QtBot) -> None:
    form, edits = make(ines())
    form.go_to("b1")
    field = QApplication.focusWidget()
    field.selectAll()
    qtbot.keyClicks(field, "Drew maps.")
    qtbot.keyClick(field, Qt.Key.Key_Down, ALT)
    assert [bullet.text for bullet in form.data.work[0].highlights] == ["Led a team.", "Drew maps."]
    for done in reversed(edits):
        form.replay([inverse(edit) for edit in reversed(done)])
    assert form.data == ines()


def test_a_folded_entry_is_moved_from_the_keyboard(make, qtbot: QtBot) -> None:
    form, _edits = make(many_jobs(12))
    folded = next(each for each in form.findChildren(FoldedEntry) if each.entry_id == "w10")
    folded.setFocus()
    qtbot.keyClick(folded, Qt.Key.Key_Up, ALT)
    assert jobs(form)[8:] == ["w8", "w10", "w9", "w11"]
    assert QApplication.focusWidget() is folded


def skilled() -> ResumeData:
    data = ines()
    data.skills = [
        Skill(id="s1", name="Tools", keywords=["Python", "QGIS", "HEC-RAS"]),
        Skill(id="s2", name="Field work", keywords=["Gauging"]),
        Skill(id="s3", name="Sailing"),
        Skill(id="s4", name="Diving"),
        Skill(id="s5", name="First aid"),
    ]
    return data


def chip(form: ResumeForm, word: str) -> Chip:
    QApplication.processEvents()
    return next(each for each in form.findChildren(Chip) if each.text() == word and each.isVisible())


def test_a_skill_is_moved_within_its_group(make, qtbot: QtBot) -> None:
    form, edits = make(skilled())
    chip(form, "Python").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right, ALT)
    assert form.data.skills[0].keywords == ["QGIS", "Python", "HEC-RAS"]
    assert QApplication.focusWidget().text() == "Python"
    target = chip(form, "HEC-RAS")
    drag(chip(form, "QGIS"), target.mapToGlobal(QPoint(target.width() - 2, 12)))
    assert form.data.skills[0].keywords == ["Python", "HEC-RAS", "QGIS"]
    for done in reversed(edits):
        form.replay([inverse(edit) for edit in reversed(done)])
    assert form.data == skilled()


@pytest.mark.parametrize(("word", "key", "order"), [
    ("Sailing", Qt.Key.Key_Right, ["s1", "s2", "s4", "s3", "s5"]),
    ("First aid", Qt.Key.Key_Left, ["s1", "s2", "s3", "s5", "s4"]),
])  # fmt: skip
def test_a_single_skill_is_moved_among_the_others(make, qtbot: QtBot, word: str, key: Qt.Key, order: list[str]) -> None:
    form, edits = make(skilled())
    chip(form, word).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), key, ALT)
    assert [skill.id for skill in form.data.skills] == order
    form.replay([inverse(edit) for edit in reversed(edits[-1])])
    assert form.data == skilled()


def test_a_group_of_skills_is_moved(make, qtbot: QtBot) -> None:
    form, _edits = make(skilled())
    form.go_to("s2.name")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, ALT)
    assert [skill.id for skill in form.data.skills][:2] == ["s2", "s1"]
    assert path_of(QApplication.focusWidget()) == "s2.name"
    qtbot.waitUntil(lambda: below(form, "s2.name").y() < below(form, "s1.name").y())
    drag(grip_of(form, "s2.name"), below(form, "s1.name"))
    assert [skill.id for skill in form.data.skills][:2] == ["s1", "s2"]


def test_a_word_that_is_dropped_where_it_was_stays(qtbot: QtBot, show) -> None:
    chips = MovableChips("Skills", ["One", "Two"])
    show(chips)
    told: list = []
    chips.changed.connect(told.append)
    first = chips._chips[0]
    drag(first, first.mapToGlobal(QPoint(1, 12)) + QPoint(-30, 0))
    assert told == []


def test_what_is_moved_with_the_keyboard_stays_in_sight(make, qtbot: QtBot) -> None:
    data = ines()
    data.work[0].highlights = [Highlight(id=f"long{at}", text="Many words. " * 20) for at in range(12)]
    form, _edits = make(data)
    form.resize(700, 420)
    form.go_to("long0")
    view = form._scroll.viewport()
    for _time in range(10):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, ALT)
    field = form._context.fields["long0"].widget
    qtbot.waitUntil(lambda: view.rect().contains(QRect(field.mapTo(view, QPoint()), field.size())))
    form.go_to("work1.name")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, ALT)
    name = form._context.fields["work1.name"].widget
    qtbot.waitUntil(lambda: view.rect().contains(QRect(name.mapTo(view, QPoint()), name.size())))


def test_what_is_dragged_is_said_in_one_line(make) -> None:
    form, _edits = make(ines())
    drag(grip_of(form, "b1"), below(form, "b2"), let_go=False)
    assert form._reordering._ghost.words == "Modelled 12 river basins."
    form._reordering._stop()
    drag(form._editor_of("work2").menu_button, above(form, "work1.name"), let_go=False)
    assert form.data.work[1].name in form._reordering._ghost.words
    form._reordering._stop()
