"""One column of the board: its head with count and menu, its cards, or a narrow strip when it is folded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QEnterEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from careercoach_desktop.features.jobs.filtering import totals_of
from careercoach_desktop.features.jobs.model import ColumnOrder
from careercoach_desktop.features.jobs.ui.column_model import JOBS_MIME, ColumnModel
from careercoach_desktop.features.jobs.ui.column_view import SIDE, ColumnView
from careercoach_desktop.features.jobs.ui.words import reading_locale, status_word, totals_words, tr
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    IconButton,
    Radius,
    Size,
    Text,
    Weight,
    column,
    current_theme,
    holder,
    row,
)
from careercoach_desktop.foundation.uikit.menus import SEPARATOR, MenuEntry, open_menu
from careercoach_desktop.foundation.uikit.painting import focus_ring, surface
from careercoach_desktop.foundation.uikit.texts import plain_tip

FOLDED_WIDTH = 36
HEAD_HEIGHT = 33


class BoardColumn(QWidget):
    """``fold_wanted`` and ``sort_wanted(order)`` come from its menu; ``dropped_on_head`` puts cards on top."""

    fold_wanted = Signal()
    unfold_wanted = Signal()
    sort_wanted = Signal(ColumnOrder)
    dropped_on_head = Signal(object)

    def __init__(self, model: ColumnModel, progress_of: Callable[[int], float | None]) -> None:
        super().__init__()
        self.status = model.status
        self.view = ColumnView(model, status_word(model.status), progress_of)
        self._count = self._total = 0
        self._folded = False
        self._warm = False
        self._target = False
        self.view.takes_drop.connect(self._be_target)
        self._count_text = Text("", size=Size.SMALL, tone="third")
        self._menu_button = IconButton("dots-three", tr("Column menu: {0}").format(status_word(model.status)), size=24)
        self._menu_button.clicked.connect(self._open_menu)
        self._count_words = ["0"]
        self._title = Text(status_word(model.status), size=Size.SMALL, weight=Weight.BOLD, tone="second")
        head = holder(row(self._title, self._count_text, STRETCH, self._menu_button, spacing=6, margins=(12, 3, 6, 2)))
        head.setFixedHeight(HEAD_HEIGHT)
        self._head = head
        self._inside = holder(column(head, self.view, spacing=0, margins=(0, 0, 0, 6)))
        self.setLayout(column(self._inside, spacing=0))
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(status_word(model.status))
        current_theme().changed.connect(self.update)

    @property
    def is_folded(self) -> bool:
        return self._folded

    def set_folded(self, folded: bool) -> None:
        self._folded = folded
        self._inside.setVisible(not folded)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if folded else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if folded else Qt.CursorShape.ArrowCursor)
        self.setToolTip(tr("Show the column “{0}”").format(status_word(self.status)) if folded else "")
        self.updateGeometry()
        self.update()

    def set_count(self, count: int, total: int) -> None:
        """How many cards it shows, and how many there are."""
        if (count, total) == (self._count, self._total) and self._count_text.text():
            return
        self._count, self._total = count, total
        shown, whole = reading_locale().toString(count), reading_locale().toString(total)
        of_all = tr("{0} of {1}").format(shown, whole)
        self._count_words = [shown] if count == total else [of_all, shown]
        self.setAccessibleDescription(tr("{0} jobs").format(self._count_words[0]))
        self._show_count()

    def _show_count(self) -> None:
        """Of how many, where the title leaves room for that."""
        metrics = QFontMetricsF(self._count_text.font())
        room = self.view.card_width + 2 * SIDE - self._title.sizeHint().width() - 60
        fits = [words for words in self._count_words if metrics.horizontalAdvance(words) <= room]
        self._count_text.setText(fits[0] if fits else self._count_words[-1])
        self.update()

    def totals(self) -> list[str]:
        """What its cards come to, in words: their match, their pay."""
        return totals_words(totals_of(self.view.cards.cards))

    def set_card_width(self, width: int) -> None:
        if width != self.view.card_width:
            self.view.set_card_width(width)
            self._show_count()
        self.setFixedWidth(FOLDED_WIDTH if self._folded else width + 2 * SIDE)

    def sizeHint(self) -> QSize:
        return QSize(FOLDED_WIDTH if self._folded else self.view.card_width + 2 * SIDE, 300)

    def event(self, event: QEvent) -> bool:
        """Its totals are counted when somebody asks, by resting on the head."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self._folded:
            if self._head.geometry().contains(event.pos()) and (lines := self.totals()):
                QToolTip.showText(event.globalPos(), plain_tip("\n".join(lines)), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    # Looks ---------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        ground = theme.color("soft" if self._target else "hover" if self._warm else "sunken")
        surface(painter, QRectF(self.rect()), Radius.PANEL, ground)
        if not self._folded:
            return
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), Radius.PANEL)
        painter.translate(self.width() / 2, 12)
        painter.rotate(90)
        label = status_word(self.status)
        painter.setFont(theme.font(Size.SMALL, Weight.BOLD))
        painter.setPen(theme.color("second"))
        painter.drawText(QRectF(0, -10, 400, 20), Qt.AlignmentFlag.AlignVCenter, label)
        across = painter.fontMetrics().horizontalAdvance(label) + 6
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(theme.color("third"))
        painter.drawText(QRectF(across, -10, 100, 20), Qt.AlignmentFlag.AlignVCenter, str(self._count))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._set_warm(warm=self._folded)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_warm(warm=False)

    # Unfolding and the menu ----------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._folded and event.button() == Qt.MouseButton.LeftButton:
            self.unfold_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._folded and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.unfold_wanted.emit()
            return
        super().keyPressEvent(event)

    def menu_entries(self) -> list[Any]:
        """What the column's menu offers."""
        several = self._count > 1
        orders = [
            (tr("Sort by match"), ColumnOrder.MATCH, "target"),
            (tr("Sort by deadline"), ColumnOrder.DEADLINE, "calendar-check"),
            (tr("Newest first"), ColumnOrder.NEWEST, "clock"),
        ]
        entries: list[Any] = [
            MenuEntry(text, partial(self.sort_wanted.emit, order), icon=icon, enabled=several)
            for text, order, icon in orders
        ]
        totals: list[Any] = [MenuEntry(line, _nothing, enabled=False) for line in self.totals()]
        return [
            *([*totals, SEPARATOR] if totals else []),
            *entries,
            SEPARATOR,
            MenuEntry(tr("Fold the column"), self.fold_wanted.emit, icon="caret-left"),
        ]

    def _open_menu(self) -> None:
        open_menu(self._menu_button, self.menu_entries())

    # Drops on the head or the strip --------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._answer(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_target(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        if not event.mimeData().hasFormat(JOBS_MIME):
            event.ignore()
            return
        self._show_target(on=False)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.dropped_on_head.emit(event.mimeData())

    def _answer(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(JOBS_MIME):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._show_target(on=True)

    def _show_target(self, *, on: bool) -> None:
        if self._folded:
            self._be_target(on)
        else:
            self.view.show_drop(0 if on else None)

    def _be_target(self, on: bool) -> None:
        if on != self._target:
            self._target = on
            self.update()

    def _set_warm(self, *, warm: bool) -> None:
        if warm != self._warm:
            self._warm = warm
            self.update()


def _nothing() -> None:
    """What a line of the menu does that only says something."""
