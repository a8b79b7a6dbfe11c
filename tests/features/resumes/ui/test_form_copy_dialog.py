"""Copying a résumé into a form, box by box."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.service import ExportService
from careercoach_desktop.features.resumes.ui.form_copy_dialog import CopyLine, FormCopyDialog
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.uikit import Desk
from tests.features.resumes.typeset.samples import everything


@pytest.fixture
def form(desk: Desk, child: ChildProcess, qtbot: QtBot) -> Iterator[FormCopyDialog]:
    made = FormCopyDialog(desk, ExportService(child), everything())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: bool(made.lines), timeout=20_000)
    yield made
    made.close()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def line(form: FormCopyDialog, label: str) -> CopyLine:
    return next(each for each in form.lines if each.accessibleName().startswith(f"Copy {label}:"))


def test_enter_copies_and_goes_on_to_the_next_box(form: FormCopyDialog, qtbot: QtBot) -> None:
    first, second = form.lines[:2]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is first)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert clipboard() == "Odile Ferrand-Okafor"
    assert first.says_copied
    assert QApplication.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert clipboard() == "Odile"
    assert second.says_copied
    assert not first.says_copied
    assert first.accessibleDescription() == "copied"
    assert form.isVisible()


def test_the_arrow_keys_go_from_line_to_line_without_copying(form: FormCopyDialog, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    qtbot.keyClick(form.lines[0], Qt.Key.Key_Down)
    qtbot.keyClick(form.lines[1], Qt.Key.Key_Down)
    qtbot.keyClick(form.lines[2], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is form.lines[1]
    assert clipboard() == "before"


def test_a_click_copies_a_whole_description_with_its_lines(form: FormCopyDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(line(form, "Description"), Qt.MouseButton.LeftButton)
    assert clipboard().split("\n")[1].startswith("- Negotiated 14 power-purchase agreements")


def test_dates_are_written_as_the_form_wants_them(form: FormCopyDialog, qtbot: QtBot) -> None:
    assert line(form, "From").value == "2018-05"
    form.dates._choose(2)
    qtbot.waitUntil(lambda: bool(form.lines) and line(form, "From").value == "05/2018")
    form.dates._choose(1)
    qtbot.waitUntil(lambda: bool(form.lines) and line(form, "From").value == "May 2018")
