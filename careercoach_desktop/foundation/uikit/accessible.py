"""What painted controls are to a screen reader.

Qt knows that a ``QPushButton`` is a button; of a widget that paints itself it knows nothing. Such a widget says what it
is: ``accessible_role`` (a ``QAccessible.Role``), a method ``accessible_value()`` for where it stands, and a method
``accessible_press()`` for what a screen reader's "press" does. Its name is its ``accessibleName`` as everywhere.
Qt's own buttons, lists and scroll areas need none of this; a role of ours would hide what Qt knows of them.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class _Painted(QAccessibleWidget):
    """Qt's own answers, with the role, the value and the press the widget gives."""

    def text(self, which: QAccessible.Text) -> str:
        if which == QAccessible.Text.Value:
            value = getattr(self.object(), "accessible_value", None)
            return str(value()) if value is not None else ""
        return str(super().text(which))

    def actionNames(self) -> list[str]:
        names = list(super().actionNames())
        return [*names, self.pressAction()] if hasattr(self.object(), "accessible_press") else names

    def doAction(self, name: str) -> None:
        if name == self.pressAction() and (press := getattr(self.object(), "accessible_press", None)) is not None:
            press()
        else:
            super().doAction(name)


@cache
def speak_roles() -> None:
    """Let Qt ask every widget for its role; once for the process."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, asked: QObject) -> QAccessibleInterface | None:
    role = getattr(asked, "accessible_role", None)
    if role is None or not isinstance(asked, QWidget):
        return None
    return _Painted(asked, role)
