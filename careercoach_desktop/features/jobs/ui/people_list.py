"""People in a list that paints: who, where, and when one wants to be in touch again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from careercoach_desktop.features.jobs.model import PersonRow
from careercoach_desktop.features.jobs.ui.people_words import follow_up_words, is_due, touch_words, work_words
from careercoach_desktop.features.jobs.ui.words import count_word, tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import Size, Space, Weight, current_theme, list_ground, paint_line, surface

PERSON = Qt.ItemDataRole.UserRole
ROW = 56
_FACE = 32
_Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractListModel):
    """Rows as they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PersonRow] = []

    def rows(self) -> list[PersonRow]:
        return self._rows

    def fill(self, rows: Sequence[PersonRow]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, contact_id: int) -> int:
        """-1 for somebody who is not shown."""
        return next((at for at, each in enumerate(self._rows) if each.contact.id == contact_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self._rows[index.row()]
        if role == PERSON:
            return person
        if role == Qt.ItemDataRole.DisplayRole:
            return person.contact.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(person, today_here())
        return None


def spoken(person: PersonRow, today: date) -> str:
    """The row for a screen reader."""
    contact = person.contact
    jobs = count_word(len(person.jobs)) if person.jobs else ""
    parts = (contact.name, work_words(contact), follow_up_words(contact, today), touch_words(contact, today), jobs)
    return ", ".join(part for part in parts if part)


class PeopleList(QListView):
    """``chosen`` when the arrows or a click move to somebody, ``opened`` on Enter or a double click, ``menu_wanted``
    with a spot on the screen, ``delete_pressed``."""

    chosen = Signal(object)
    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    delete_pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.people = PeopleModel(self)
        self.setModel(self.people)
        self.setItemDelegate(PersonPainter(self))
        self.setAccessibleName(tr("People"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.activated.connect(lambda index: self.opened.emit(index.data(PERSON)))
        self.selectionModel().currentChanged.connect(self._tell)

    def show_people(self, rows: Sequence[PersonRow], choose: int | None = None) -> None:
        """Show these; ``choose`` (or who was chosen, or the first) is chosen then."""
        current = self.current()
        wanted = choose if choose is not None else (current.contact.id if current else None)
        self.people.fill(rows)
        at = self.people.row_of(wanted) if wanted is not None else -1
        if rows:
            self.setCurrentIndex(self.people.index(max(at, 0)))
        else:
            self.chosen.emit(None)

    def current(self) -> PersonRow | None:
        index = self.currentIndex()
        found = index.data(PERSON) if index.isValid() else None
        return found if isinstance(found, PersonRow) else None

    def keyPressEvent(self, event: object) -> None:
        key = event.key()  # type: ignore[attr-defined]  # a QKeyEvent
        if key == Qt.Key.Key_Delete and (person := self.current()) is not None:
            self.delete_pressed.emit(person)
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (person := self.current()) is not None:
            self.opened.emit(person)
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]  # as above

    def _ask_for_menu(self, spot: QPoint) -> None:
        index = self.indexAt(spot)
        if not index.isValid():
            index = self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(index.data(PERSON), self.viewport().mapToGlobal(spot))

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(index.data(PERSON) if index.isValid() else None)


class PersonPainter(QStyledItemDelegate):
    """One person on two lines; at the right what is planned, above when one was last in touch."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        person: PersonRow = index.data(PERSON)
        today = today_here()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = list_ground(painter, option)
        self._paint_face(painter, area, person.contact.name)
        contact = person.contact
        plan, touched = follow_up_words(contact, today), touch_words(contact, today)
        inner = area.adjusted(_FACE + 2 * Space.M, 7, -Space.M, -7)
        first, second = inner.adjusted(0, 0, 0, -21), inner.adjusted(0, 20, 0, 0)
        ink = "amber" if is_due(contact, today) else "second"
        used = _right(painter, first, plan or touched, ink if plan else "third")
        paint_line(painter, first.adjusted(0, 0, -used, 0), contact.name, Size.BODY, Weight.MEDIUM, "text")
        used = _right(painter, second, touched if plan else _jobs(person), "third")
        paint_line(painter, second.adjusted(0, 0, -used, 0), work_words(contact), Size.SMALL, Weight.NORMAL, "second")
        painter.restore()

    @staticmethod
    def _paint_face(painter: QPainter, area: QRectF, name: str) -> None:
        theme = current_theme()
        face = QRectF(area.left() + Space.M, area.center().y() - _FACE / 2, _FACE, _FACE)
        surface(painter, face, _FACE / 2, theme.color("sunken"), theme.color("line"))
        painter.setFont(theme.font(Size.SMALL, Weight.BOLD))
        painter.setPen(theme.color("second"))
        painter.drawText(face, int(Qt.AlignmentFlag.AlignCenter), initials(name))


def initials(name: str) -> str:
    """``PN``; the first letter of a name in one word."""
    words = [word for word in name.split() if word[0].isalpha()] or [name or "?"]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def _jobs(person: PersonRow) -> str:
    return count_word(len(person.jobs)) if person.jobs else ""


def _right(painter: QPainter, area: QRectF, text: str, ink: str) -> float:
    """At the right end; the width it took, with a gap."""
    if not text:
        return 0
    font = current_theme().font(Size.SMALL)
    painter.setFont(font)
    painter.setPen(current_theme().color(ink))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
    return QFontMetricsF(font).horizontalAdvance(text) + Space.M
