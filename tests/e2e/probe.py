"""Starts the application exactly as a person does, with a doorbell that says what is on screen and where.

Only the tests start it (``python -m tests.e2e.probe``); the product holds nothing of this. It answers JSON lines on a
loopback socket whose port it writes to the file named first. It never acts on the window: hands are the mouse and the
keyboard of the display.
"""

from __future__ import annotations

import json
import os
import re
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QModelIndex, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from careercoach_desktop.features.interviews.ui.calendar import MonthView
from careercoach_desktop.features.interviews.ui.calendar.canvas import Canvas
from careercoach_desktop.features.interviews.ui.calendar.words import spoken
from careercoach_desktop.foundation.uikit import SegmentedControl, Tabs

_TAGS = re.compile(r"<[^>]+>")
_LOOK_EVERY_MS = 15
BOARDS = "CAREERCOACH_PROBE_BOARDS"
"""The variable that names the port where job boards are served (see ``tests.support.job_boards``)."""


class Probe(QObject):
    """Answers ``find`` (now) and ``wait`` (as soon as it is there, for at most ``seconds``)."""

    def __init__(self, port_file: Path) -> None:
        super().__init__()
        self._server = QTcpServer(self)
        self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost), 0)
        self._server.newConnection.connect(self._accept)
        port_file.write_text(str(self._server.serverPort()))

    def _accept(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._answer(socket))

    def _answer(self, socket: QTcpSocket) -> None:
        while socket.canReadLine():
            request = json.loads(bytes(socket.readLine().data()))
            Wait(socket, request, self).look()


class Wait(QObject):
    """One request: looks until it finds, or the time is over."""

    def __init__(self, socket: QTcpSocket, request: dict[str, Any], parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._request = request
        self._patience_ms = int(request.get("seconds", 0) * 1000)
        self._waited = QElapsedTimer()
        self._waited.start()
        self._gone = bool(request.get("gone"))

    def look(self) -> None:
        found = find(self._request)
        if bool(found) != self._gone or self._waited.elapsed() >= self._patience_ms:
            self._socket.write(json.dumps(found).encode() + b"\n")
            self._socket.flush()
            self.deleteLater()
            return
        QTimer.singleShot(_LOOK_EVERY_MS, self.look)


def find(request: dict[str, Any]) -> list[dict[str, Any]]:
    """Every visible thing whose words match ``text`` (whole words of it, or exactly when ``exact``)."""
    wanted, exact, kind = request["text"], request.get("exact", False), request.get("kind", "")
    found = []
    for widget in QApplication.allWidgets():
        if not widget.isVisible() or widget.window().isMinimized():
            continue
        if isinstance(widget, QHeaderView):
            found += _heads(widget, wanted, exact=exact, kind=kind)
        elif isinstance(widget, QAbstractItemView):
            found += _items(widget, wanted, exact=exact, kind=kind)
            found += _drop_line(widget, wanted, exact=exact, kind=kind)
        elif isinstance(widget, Canvas):
            found += _rounds(widget, wanted, exact=exact, kind=kind)
            found += _days(widget, wanted, exact=exact, kind=kind)
        if kind and not any(base.__name__ == kind for base in type(widget).__mro__):
            continue
        if any(_matches(words, wanted, exact=exact) for words in _words(widget)):
            visible = _visible_rect(widget)
            if not visible.isEmpty():
                found.append(_described(widget, visible))
        if isinstance(widget, QMenu):
            found += _actions(widget, wanted, exact=exact)
        if isinstance(widget, (Tabs, SegmentedControl)):
            found += _choices(widget, wanted, exact=exact)
    return sorted(found, key=lambda thing: thing["width"] * thing["height"])


def _words(widget: QWidget) -> list[str]:
    words = [widget.accessibleName()]
    if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
        words.append(_TAGS.sub("", widget.text()).replace("&", ""))
    if isinstance(widget, QLineEdit):
        words.append(widget.placeholderText())
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        words.append(widget.toPlainText())
    if widget.isWindow():
        words.append(widget.windowTitle())
    return [word for word in words if word]


def _matches(words: str, wanted: str, *, exact: bool) -> bool:
    return words == wanted if exact else wanted.casefold() in words.casefold()


def _visible_rect(widget: QWidget) -> QRect:
    region = widget.visibleRegion().boundingRect()
    return QRect(widget.mapToGlobal(region.topLeft()), region.size())


def _described(widget: QWidget, rect: QRect) -> dict[str, Any]:
    text = widget.text() if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)) else ""
    return _thing(
        type(widget).__name__,
        text or widget.accessibleName(),
        rect,
        enabled=widget.isEnabled(),
        focus=widget.hasFocus(),
    )


def _thing(kind: str, text: str, rect: QRect, *, enabled: bool = True, focus: bool = False) -> dict[str, Any]:
    return {
        "kind": kind,
        "text": text,
        "x": rect.x(),
        "y": rect.y(),
        "width": rect.width(),
        "height": rect.height(),
        "enabled": enabled,
        "focus": focus,
    }


def _items(view: QAbstractItemView, wanted: str, *, exact: bool, kind: str) -> list[dict[str, Any]]:
    model = view.model()
    if model is None or (kind and kind != "item"):
        return []
    found = []
    for line in range(model.rowCount(QModelIndex())):
        index = model.index(line, 0)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
        words = f"{view.accessibleName()}: {said}"
        if _matches(words, wanted, exact=exact):
            rect = view.visualRect(index).intersected(view.viewport().rect())
            if not rect.isEmpty():
                place = QRect(view.viewport().mapToGlobal(rect.topLeft()), rect.size())
                found.append(_thing("item", words, place))
    return found


def _drop_line(view: QAbstractItemView, wanted: str, *, exact: bool, kind: str) -> list[dict[str, Any]]:
    """The line that says where dragged cards would go, painted by the board's columns."""
    words = f"{view.accessibleName()}: drop line"
    if kind != "drop line" or getattr(view, "drop_row", None) is None or not _matches(words, wanted, exact=exact):
        return []
    return [_thing("drop line", words, _visible_rect(view))]


def _heads(head: QHeaderView, wanted: str, *, exact: bool, kind: str) -> list[dict[str, Any]]:
    """The heads of a table's columns."""
    if head.model() is None or head.orientation() is not Qt.Orientation.Horizontal or kind not in ("", "head"):
        return []
    found = []
    for section in range(head.count()):
        words = str(head.model().headerData(section, Qt.Orientation.Horizontal))
        area = QRect(head.sectionViewportPosition(section), 0, head.sectionSize(section), head.height())
        rect = area.intersected(head.viewport().rect())
        if not head.isSectionHidden(section) and not rect.isEmpty() and _matches(words, wanted, exact=exact):
            found.append(_thing("head", words, QRect(head.viewport().mapToGlobal(rect.topLeft()), rect.size())))
    return found


def _choices(widget: Tabs | SegmentedControl, wanted: str, *, exact: bool) -> list[dict[str, Any]]:
    """The words of a painted row of choices."""
    found = []
    for (_key, label), area in zip(widget._choices, widget._areas(), strict=True):
        if _matches(label, wanted, exact=exact):
            found.append(
                _thing("choice", label, QRect(widget.mapToGlobal(area.toRect().topLeft()), area.toRect().size()))
            )
    return found


def _rounds(calendar: Canvas, wanted: str, *, exact: bool, kind: str) -> list[dict[str, Any]]:
    """The interviews painted in a calendar, by what is said of them."""
    if kind not in ("", "round"):
        return []
    found = []
    for event in calendar.events:
        words, area = spoken(event, calendar.now()), calendar.rect_of(event.id)
        if area is not None and _matches(words, wanted, exact=exact):
            found.append(_thing("round", words, _on_screen(calendar, area.toRect())))
    return found


def _days(calendar: Canvas, wanted: str, *, exact: bool, kind: str) -> list[dict[str, Any]]:
    """The days of a month, by their date."""
    if kind != "day" or not isinstance(calendar, MonthView):
        return []
    count = (calendar.last_day() - calendar.first_day()).days + 1
    days = [calendar.first_day() + timedelta(on) for on in range(count)]
    return [
        _thing("day", day.isoformat(), _on_screen(calendar, calendar.cell(day).toRect()))
        for day in days
        if _matches(day.isoformat(), wanted, exact=exact)
    ]


def _on_screen(widget: QWidget, area: QRect) -> QRect:
    visible = area.intersected(widget.visibleRegion().boundingRect())
    return QRect(widget.mapToGlobal(visible.topLeft()), visible.size())


def _actions(menu: QMenu, wanted: str, *, exact: bool) -> list[dict[str, Any]]:
    found = []
    for action in menu.actions():
        if _matches(action.text().replace("&&", "&"), wanted, exact=exact):
            rect = menu.actionGeometry(action)
            found.append(
                _thing("action", action.text(), QRect(menu.mapToGlobal(QPoint(rect.x(), rect.y())), rect.size()))
            )
    return found


def main() -> int:
    port_file = Path(sys.argv.pop(1))
    application = QApplication(sys.argv[:1])
    probe = Probe(port_file)
    application.setProperty("probe", probe)
    if port := os.environ.get(BOARDS):
        from tests.support.job_boards import lead_home

        lead_home(int(port))
    from careercoach_desktop.__main__ import main as start

    os.environ.setdefault("QT_QPA_PLATFORM", "xcb")
    return start()


if __name__ == "__main__":
    sys.exit(main())
