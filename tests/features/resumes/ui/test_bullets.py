"""Bullets while a résumé is written: emphasis, Enter, Backspace, pasting; every step is an edit that can be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.editing import Edit, inverse
from careercoach_desktop.features.resumes.model import Mark, ResumeData
from careercoach_desktop.features.resumes.ui.bullet_field import BulletField
from careercoach_desktop.features.resumes.ui.editor_rows import Grip
from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.features.resumes.ui.form_field import path_of, qt_length
from tests.features.resumes.people import ines

CONTROL = Qt.KeyboardModifier.ControlModifier
BULLETS = ["Modelled 12 river basins.", "Led a team."]


class Writing:
    """A form with Inês’s résumé, and everything that was edited."""

    def __init__(self, qtbot: QtBot, stand: Callable[[QWidget], None], data: ResumeData) -> None:
        self.qtbot = qtbot
        self.form = ResumeForm("Résumé", checking=False)
        self.edits: list[tuple[list[Edit], str]] = []
        self.form.edited.connect(lambda edits, label: self.edits.append((edits, label)))
        stand(self.form)
        self.form.show_data(data)
        qtbot.waitUntil(lambda: not self.form.is_building)

    def field(self, path: str) -> BulletField:
        assert self.form.go_to(path), path
        found = QApplication.focusWidget()
        assert isinstance(found, BulletField)
        return found

    @property
    def focused(self) -> BulletField:
        found = QApplication.focusWidget()
        assert isinstance(found, BulletField)
        return found

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, held)

    def select(self, path: str, words: str) -> BulletField:
        field = self.field(path)
        at = field.text().index(words)
        cursor = field.textCursor()
        cursor.setPosition(qt_length(field.text()[:at]))
        cursor.setPosition(qt_length(field.text()[: at + len(words)]), QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
        return field

    def paste(self, text: str = "", html: str = "") -> None:
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        self.focused.insertFromMimeData(data)

    def bullets(self, job: int = 0) -> list[str]:
        return [bullet.text for bullet in self.form.data.work[job].highlights]

    def marked(self, place: int = 0) -> list[tuple[str, bool, bool, str]]:
        bullet = self.form.data.work[0].highlights[place]
        return [(bullet.text[mark.start : mark.end], mark.bold, mark.italic, mark.url) for mark in bullet.marks]

    def undo_all(self) -> None:
        self.form.flush()
        for edits, _label in reversed(self.edits):
            self.form.replay([inverse(edit) for edit in reversed(edits)])


@pytest.fixture
def writing(qtbot: QtBot, stand: Callable[[QWidget], None]) -> Writing:
    return Writing(qtbot, stand, ines())


def test_ctrl_b_makes_the_selection_bold_and_plain_again(writing: Writing) -> None:
    field = writing.select("b1", "12")
    writing.press(Qt.Key.Key_B, CONTROL)
    writing.form.flush()
    assert writing.marked() == [("12", True, False, "")]
    assert writing.bullets() == BULLETS
    assert field.text() == BULLETS[0]
    writing.press(Qt.Key.Key_B, CONTROL)
    writing.form.flush()
    assert writing.marked() == []


def test_bold_and_italic_stand_on_the_same_words(writing: Writing) -> None:
    writing.select("b1", "river basins")
    writing.press(Qt.Key.Key_B, CONTROL)
    writing.select("b1", "basins")
    writing.press(Qt.Key.Key_I, CONTROL)
    writing.form.flush()
    assert writing.marked() == [("river ", True, False, ""), ("basins", True, True, "")]


def test_what_is_typed_after_ctrl_b_is_bold(writing: Writing) -> None:
    field = writing.field("b2")
    field.moveCursor(QTextCursor.MoveOperation.End)
    writing.press(Qt.Key.Key_B, CONTROL)
    writing.qtbot.keyClicks(field, " Twice.")
    writing.form.flush()
    assert writing.marked(1) == [(" Twice.", True, False, "")]


def test_emphasis_after_an_emoji_is_on_the_right_letters(writing: Writing) -> None:
    field = writing.field("b2")
    field.selectAll()
    writing.paste("🌊 Led 🚣 a team.")
    writing.select("b2", "team")
    writing.press(Qt.Key.Key_B, CONTROL)
    writing.form.flush()
    assert writing.marked(1) == [("team", True, False, "")]


def test_ctrl_k_writes_a_link_and_the_keyboard_comes_back(writing: Writing) -> None:
    field = writing.select("b1", "river basins")
    writing.press(Qt.Key.Key_K, CONTROL)
    address = QApplication.focusWidget()
    assert address is writing.form._tools.form.address
    assert path_of(address) == "b1", "the preview goes on showing the bullet"
    writing.qtbot.keyClicks(address, "basins.example/12")
    writing.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field
    writing.form.flush()
    assert writing.marked() == [("river basins", False, False, "https://basins.example/12")]


def test_a_link_that_leads_nowhere_is_not_taken(writing: Writing) -> None:
    writing.select("b1", "river")
    writing.press(Qt.Key.Key_K, CONTROL)
    writing.qtbot.keyClicks(QApplication.focusWidget(), "javascript:alert(1)")
    writing.press(Qt.Key.Key_Return)
    form = writing.form._tools.form
    assert form.isVisible()
    assert form.address.state == "error"
    writing.press(Qt.Key.Key_Escape)
    assert not form.isVisible()
    writing.form.flush()
    assert writing.marked() == []


def test_a_link_is_found_at_the_cursor_and_taken_away(writing: Writing) -> None:
    data = ines()
    data.work[0].highlights[0].marks = [Mark(start=9, end=17, url="https://a.example")]
    writing.form.show_data(data)
    field = writing.field("b1")
    field.put_cursor(12)
    writing.press(Qt.Key.Key_K, CONTROL)
    form = writing.form._tools.form
    assert form.address.text() == "https://a.example"
    writing.qtbot.mouseClick(form.remove, Qt.MouseButton.LeftButton)
    writing.form.flush()
    assert writing.marked() == []


def test_writing_at_the_end_of_a_link_does_not_lengthen_it(writing: Writing) -> None:
    data = ines()
    data.work[0].highlights[1].marks = [Mark(start=6, end=11, url="https://a.example")]
    writing.form.show_data(data)
    field = writing.field("b2")
    field.moveCursor(QTextCursor.MoveOperation.End)
    writing.qtbot.keyClicks(field, " Well.")
    writing.form.flush()
    assert writing.marked(1) == [("team.", False, False, "https://a.example")]
    assert writing.bullets()[1] == "Led a team. Well."


def test_a_toolbar_stands_above_a_selection_and_shows_its_look(writing: Writing) -> None:
    bar = writing.form._tools.bar
    field = writing.select("b1", "12")
    assert bar.isVisible()
    writing.qtbot.mouseClick(bar.bold, Qt.MouseButton.LeftButton)
    assert bar.bold.isChecked()
    assert QApplication.focusWidget() is field
    field.moveCursor(QTextCursor.MoveOperation.End)
    assert not bar.isVisible()


def test_enter_begins_the_next_bullet_with_what_stood_behind_the_cursor(writing: Writing) -> None:
    writing.select("b1", "12")
    writing.press(Qt.Key.Key_B, CONTROL)
    field = writing.field("b1")
    field.put_cursor(len("Modelled 12 river"))
    writing.press(Qt.Key.Key_Return)
    assert writing.bullets() == ["Modelled 12 river", "basins.", "Led a team."]
    assert writing.marked() == [("12", True, False, "")]
    assert writing.focused.text() == "basins."
    assert writing.focused.textCursor().position() == 0
    writing.undo_all()
    assert writing.form.data == ines()


def test_enter_at_the_start_makes_room_above_and_the_bullet_stays_itself(writing: Writing) -> None:
    writing.field("b2").put_cursor(0)
    writing.press(Qt.Key.Key_Return)
    assert writing.bullets() == ["Modelled 12 river basins.", "", "Led a team."]
    assert writing.form.data.work[0].highlights[2].id == "b2"
    writing.qtbot.keyClicks(writing.focused, "Drew maps.")
    writing.form.flush()
    assert writing.bullets()[1] == "Drew maps."


def test_backspace_at_the_start_joins_a_bullet_to_the_one_above(writing: Writing) -> None:
    writing.field("b2").put_cursor(0)
    writing.press(Qt.Key.Key_Backspace)
    assert writing.bullets() == ["Modelled 12 river basins. Led a team."]
    assert path_of(QApplication.focusWidget()) == "b1"
    assert writing.focused.textCursor().position() == len("Modelled 12 river basins.")
    writing.undo_all()
    assert writing.form.data == ines()


def test_enter_twice_and_backspace_leaves_no_empty_bullet(writing: Writing) -> None:
    writing.field("b2").moveCursor(QTextCursor.MoveOperation.End)
    writing.press(Qt.Key.Key_Return)
    assert writing.bullets() == [*BULLETS, ""]
    writing.press(Qt.Key.Key_Backspace)
    assert writing.bullets() == BULLETS
    assert path_of(QApplication.focusWidget()) == "b2"


def test_several_pasted_lines_become_several_bullets(writing: Writing) -> None:
    writing.field("b1").put_cursor(len("Modelled 12 "))
    writing.paste("dams.\n• Drew maps.\n- Wrote about")
    assert writing.bullets() == [
        "Modelled 12 dams.", "Drew maps.", "Wrote about river basins.", "Led a team.",
    ]  # fmt: skip
    assert writing.edits[-1][1] == "pasted 3 bullets"
    writing.undo_all()
    assert writing.form.data == ines()


def test_pasted_html_keeps_bold_and_nothing_else(writing: Writing) -> None:
    field = writing.field("b2")
    field.selectAll()
    writing.paste("Led five", html="<p style='color:red'>Led <b>five</b></p>")
    writing.form.flush()
    assert writing.bullets()[1] == "Led five"
    assert writing.marked(1) == [("five", True, False, "")]


def test_typing_is_taken_while_one_types_and_the_cursor_stays(writing: Writing) -> None:
    field = writing.field("b2")
    field.moveCursor(QTextCursor.MoveOperation.End)
    writing.qtbot.keyClicks(field, " And ")
    writing.qtbot.waitUntil(lambda: writing.bullets()[1] == "Led a team. And")
    assert field.text() == "Led a team. And ", "the space is still to be written behind"
    writing.qtbot.keyClicks(field, "more.")
    writing.qtbot.waitUntil(lambda: writing.bullets()[1] == "Led a team. And more.")


def test_half_a_date_is_no_error_while_it_is_typed(writing: Writing) -> None:
    assert writing.form.go_to("work1.start")
    field = QApplication.focusWidget()
    field.selectAll()
    writing.qtbot.keyClicks(field, "Mar 202")
    writing.form.flush()
    assert field.state == "plain"
    assert writing.form.data.work[0].start == "2021-04"
    writing.qtbot.keyClicks(field, "2")
    writing.form.flush()
    assert writing.form.data.work[0].start == "2022-03"


def test_enter_in_a_field_goes_to_the_next_one(writing: Writing) -> None:
    writing.form.go_to("work1.name")
    writing.press(Qt.Key.Key_Return)
    assert path_of(QApplication.focusWidget()) == "work1.position"


def test_tab_goes_through_an_entry_from_its_first_field_to_its_last_bullet(writing: Writing) -> None:
    writing.field("b1").moveCursor(QTextCursor.MoveOperation.End)
    writing.press(Qt.Key.Key_Return)
    fresh = path_of(QApplication.focusWidget())
    writing.qtbot.keyClicks(QApplication.focusWidget(), "Drew maps.")
    writing.form.go_to("work1.name")
    seen = []
    for _step in range(7):
        seen.append(path_of(QApplication.focusWidget()))
        writing.press(Qt.Key.Key_Tab)
    assert seen == ["work1.name", "work1.position", "work1.start", "work1.end", "b1", fresh, "b2"]


# The little bar and the form for a link ------------------------------------------------------------------------------


def in_form(form: ResumeForm, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(form, QPoint(0, 0)), widget.size())


def test_the_bar_leaves_the_text_of_the_bullet_free_and_shows_what_is_bold(writing: Writing) -> None:
    field = writing.select("b1", "river")
    bar = writing.form._tools.bar
    assert bar.isVisible()
    shadow = in_form(writing.form, bar).bottom() - 10
    assert shadow <= in_form(writing.form, field).top()
    assert not bar.bold.isChecked()
    writing.press(Qt.Key.Key_B, CONTROL)
    assert bar.bold.isChecked()


def test_the_form_for_a_link_stays_in_a_narrow_form_below_the_text(writing: Writing) -> None:
    writing.form.resize(440, 900)
    QApplication.processEvents()
    field = writing.select("b1", "basins")
    writing.press(Qt.Key.Key_K, CONTROL)
    asked = writing.form._tools.form
    place = in_form(writing.form, asked)
    assert place.left() >= 0
    assert place.right() <= writing.form.width()
    assert place.top() + 10 > in_form(writing.form, field).bottom()


def test_a_blank_at_the_end_of_the_selection_stays_out_of_the_link(writing: Writing) -> None:
    field = writing.select("b1", " river ")
    field.set_link("https://example.org")
    writing.form.flush()
    assert writing.marked() == [("river", False, False, "https://example.org")]
    assert writing.bullets() == BULLETS


def test_an_entry_shows_its_quiet_buttons_while_somebody_writes_in_it(writing: Writing) -> None:
    field = writing.field("b1")
    grip = field.parentWidget().findChild(Grip)
    assert grip.is_shown
    writing.form.go_to("basics.name")
    assert not grip.is_shown
