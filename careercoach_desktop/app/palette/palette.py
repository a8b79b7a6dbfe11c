"""The palette itself: lies over the window, takes what is typed, shows lines, says which one was chosen.

The keyboard stays in the search field; the arrows walk through the list below it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QStackedWidget, QWidget

from careercoach_desktop.app.palette.line_model import LineModel
from careercoach_desktop.app.palette.lines import ActionLine, Head, Line, RecordLine
from careercoach_desktop.app.palette.painting import LinePainter, height_of
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    IconView,
    KeyHint,
    Radius,
    Size,
    Space,
    Text,
    column,
    current_theme,
    drop_shadow,
    holder,
    paint_icon,
    row,
    surface,
)
from careercoach_desktop.foundation.uikit import Line as Hairline

WIDTH = 640
_TOP = 88
_TALLEST_LIST = 416
_EMPTY = 168
_FIELD = 52
_PAGE = 8
"""Lines that Page Up and Page Down walk."""
NAME = "Find anything, do anything"


class PaletteList(QListView):
    """Follows the pointer; a click chooses. The keyboard is the search field's."""

    hovered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Found")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(LinePainter(self))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.hovered.emit(self.indexAt(event.position().toPoint()).row())


class Palette(QWidget):
    """``typed`` brings every change of the text; ``chosen`` the line that was chosen, after the palette has closed."""

    accessible_role = QAccessible.Role.Dialog

    typed = Signal(str)
    chosen = Signal(object)
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._settled = True
        self._wants_first = False
        self.setAccessibleName("Command palette")
        self.field = QLineEdit()
        self.field.setProperty("kit", "bare")
        self.field.setAccessibleName(NAME)
        self.field.setPlaceholderText("Search jobs, résumés and documents, or type what you want to do")
        self.field.setFont(current_theme().font(Size.LARGE))
        self.field.textChanged.connect(self._when_typed)
        self.field.installEventFilter(self)
        self.model = LineModel()
        self.list = PaletteList()
        self.list.setModel(self.model)
        self.list.clicked.connect(self._when_clicked)
        self.list.hovered.connect(self._point_at)
        self._sentence = Text("", tone="second", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing = holder(column(STRETCH, row(STRETCH, IconView("magnifying-glass", "third", size=28), STRETCH),
                                      self._sentence, STRETCH, margins=Space.XXL))  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self._panel = self._make_panel()
        window.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        return self.isVisible()

    def open(self, lines: Sequence[Line]) -> None:
        """Come to the front, empty."""
        self._before = self._window.focusWidget()
        self.field.blockSignals(True)  # noqa: FBT003 - Qt's method
        self.field.clear()
        self.field.blockSignals(False)  # noqa: FBT003 - Qt's method
        self.show_lines(lines)
        self._cover()
        self.raise_()
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Go away and give the keyboard back to where it was."""
        self.hide()

    def show_lines(self, lines: Sequence[Line], nothing: str = "", *, settled: bool = True) -> None:
        """Show what was found, the first line marked; ``nothing`` is said when there is none.

        Not ``settled``: more is to come, and Enter waits for it.
        """
        self._settled = settled
        self.model.show(lines)
        self._mark(self.model.step(-1, 1))
        self.list.scrollToTop()
        if settled or lines:  # otherwise it would shrink and grow again with every letter
            self._sentence.setText(nothing)
            self._stack.setCurrentWidget(self.list if lines else self._nothing)
            tall = sum(map(height_of, lines)) + Space.XS
            self._stack.setFixedHeight(min(tall, _TALLEST_LIST) if lines else _EMPTY)
            self._place()
        if self.is_open and settled and not lines:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, nothing))
        if settled and self._wants_first:
            self.choose_current()

    def choose_current(self) -> None:
        """Do what the marked line says, once all is found that was typed."""
        self._wants_first = not self._settled
        line = self.model.line(self.list.currentIndex().row())
        if self._settled and isinstance(line, ActionLine | RecordLine):
            self.close_palette()
            self.chosen.emit(line)

    # What is pressed -------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if watched is self._window and event.type() == QEvent.Type.Resize and self.is_open:
            self._cover()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._mark(self.model.step(self.list.currentIndex().row(), steps[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):  # there is nowhere else to go
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _when_typed(self, text: str) -> None:
        self._wants_first = False
        self.typed.emit(text)

    def _when_clicked(self, index: QModelIndex) -> None:
        if not isinstance(self.model.line(index.row()), Head):
            self._mark(index.row())
            self.choose_current()

    def _point_at(self, at: int) -> None:
        if not isinstance(self.model.line(at), Head | None):
            self._mark(at, scroll=False)

    def _mark(self, at: int, *, scroll: bool = True) -> None:
        if at < 0 or at == self.list.currentIndex().row():
            return
        self.list.setAutoScroll(scroll)
        self.list.setCurrentIndex(self.model.index(at))
        line = self.model.line(at)
        if self.is_open and isinstance(line, ActionLine | RecordLine):  # the keyboard never leaves the search field
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, line.spoken))

    # Looks -----------------------------------------------------------------------------------------------------

    def _make_panel(self) -> QWidget:
        hints = row(
            KeyHint("Up"), KeyHint("Down"), Text("choose", size=Size.TINY, tone="third"), Space.S,
            KeyHint("Return"), Text("open", size=Size.TINY, tone="third"), Space.S,
            KeyHint("Esc"), Text("close", size=Size.TINY, tone="third"), STRETCH,
            spacing=6, margins=(Space.L, 8, Space.L, 9),
        )  # fmt: skip
        high = (_FIELD - 22) // 2
        top = row(self.field, spacing=0, margins=(Space.L + 28, high, Space.L, high))
        found = column(self._stack, spacing=0, margins=(0, Space.XS, 0, Space.XS))
        self._whole = column(top, Hairline(), found, Hairline(), hints, spacing=0, margins=1)
        panel = holder(self._whole)
        panel.setParent(self)
        panel.setFixedWidth(WIDTH)
        return panel

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self._place()

    def _place(self) -> None:
        self._whole.activate()  # the list has just become taller or shorter
        self._panel.adjustSize()
        self._panel.move((self.width() - WIDTH) // 2, min(_TOP, max(Space.M, self.height() // 9)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), QColor(10, 8, 30, 90 if theme.is_dark else 34))
        area = QRectF(self._panel.geometry())
        drop_shadow(painter, area, 28, 10)
        surface(painter, area, Radius.PANEL, theme.color("surface"), theme.color("line"))
        paint_icon(painter, "magnifying-glass", "second", QRectF(area.left() + 14, area.top() + 1, 24, _FIELD), 18)
