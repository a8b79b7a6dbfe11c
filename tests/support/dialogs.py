"""What a person sees of the window's dialogs, toasts and buttons, for tests that press them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation.uikit import Button, Desk, Dialog, Text

D = TypeVar("D", bound=QWidget)


def dialog(qtbot: QtBot, kind: type[D], timeout: int = 10_000) -> D:
    """Wait for a dialog of this class to be in front."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=timeout)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, kind)
    return shown


def answer(qtbot: QtBot, shown: Dialog, words: str) -> None:
    """Press the dialog's button of this name and wait until it is gone."""
    button(shown, words).click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not shown)


def button(widget: QWidget, words: str) -> Button:
    """The visible button of this name: what it says, or, where it says it shorter, its accessible name."""
    shown = [one for one in widget.findChildren(Button) if one.isVisible()]
    found = [one for one in shown if words in (one.text(), one.accessibleName())]
    assert len(found) == 1, [one.text() for one in widget.findChildren(Button) if one.isVisible()]
    return found[0]


def toasts(desk: Desk) -> list[str]:
    assert desk.toasts is not None
    return [toast.accessibleName() for toast in desk.toasts.toasts]


def words(widget: QWidget) -> list[str]:
    """Every piece of text that is shown, in the order it was made."""
    return [one.text() for one in widget.findChildren(Text) if one.text() and one.isVisible()]
