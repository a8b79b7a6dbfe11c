"""Quiet messages at the bottom of the window: what happened, and one thing to do about it.

They leave by themselves, but not while the pointer or the keyboard is on them, and the newest is announced to
screen readers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.uikit.buttons import Button, IconButton
from careercoach_desktop.foundation.uikit.icons import paint_icon
from careercoach_desktop.foundation.uikit.layouts import row
from careercoach_desktop.foundation.uikit.painting import drop_shadow, surface
from careercoach_desktop.foundation.uikit.texts import Text
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import STRIP, TONES, Radius, Space

SHORT_MS: Final = 5_000
LONG_MS: Final = 10_000
_MOST = 3
_SHADOW = 14
_LONG = 64  # characters that still make one line
_WIDTH = 420
_NARROWEST = 160
_MOVES: Final = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Toast(QWidget):
    """One message. ``gone`` is emitted once when it was answered, dismissed or its time is over."""

    accessible_role = QAccessible.Role.AlertMessage

    gone = Signal()

    def __init__(self, text: str, *, action: str = "", tone: str = "neutral") -> None:
        super().__init__()
        self._tone = tone
        self._over = False
        self.about: object = None
        self.kind = ""
        self._words = Text(text, wrap=len(text) > _LONG)
        if len(text) > _LONG:
            self._words.setFixedSize(_WIDTH, self._words.heightForWidth(_WIDTH))
        content = row(self._words, spacing=Space.M)
        above = 9 if len(text) > _LONG else 4
        content.setContentsMargins(_SHADOW + 40, _SHADOW + above, _SHADOW + 6, _SHADOW + above)
        self.action: Button | None = None
        if action:
            self.action = Button(action, "link")
            self.action.clicked.connect(self.leave)
            content.addWidget(self.action)
        self.dismiss = IconButton("x", "Dismiss", size=26)
        self.dismiss.clicked.connect(self.leave)
        content.addWidget(self.dismiss)
        self.setLayout(content)
        self.setAccessibleName(text)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._when_due)
        self._clock.start(LONG_MS if action or tone in ("warn", "bad") else SHORT_MS)

    def narrow(self, most: int) -> None:
        """Take at most so many pixels, with the shadow; the words wrap."""
        excess = self.sizeHint().width() - most
        words = self._words.width() if self._words.wordWrap() else self._words.sizeHint().width()
        room = max(_NARROWEST, words - excess)
        if excess > 0 and room < words:
            self._words.setWordWrap(True)
            self._words.setMinimumWidth(0)  # below it a label does not say how tall it would be
            self._words.setFixedSize(room, self._words.heightForWidth(room))

    def leave(self) -> None:
        """Take the message away."""
        if not self._over:
            self._over = True
            self._clock.stop()
            self.gone.emit()

    def leave_with(self, what: object) -> None:
        """Leave if this message is about ``what`` (set as ``about``), which is no longer so."""
        if self.about is not None and what is self.about:
            self.leave()

    def leave_at(self, page: str, record: object) -> None:
        """Leave if that page and record are what this message leads to (set as ``about``): the person is there."""
        if self.about == (page, record):
            self.leave()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self._over:
            self._clock.start(SHORT_MS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        theme = current_theme()
        drop_shadow(painter, area, _SHADOW, 3)
        surface(painter, area, Radius.CARD, theme.color("surface"), theme.color("line"))
        ink, _ground, icon = TONES[self._tone]
        paint_icon(painter, icon, ink, QRectF(area.left() + 10, area.top(), 20, area.height()), 18)

    def _when_due(self) -> None:
        inside = self.focusWidget()
        if self.underMouse() or (inside is not None and inside.hasFocus()):
            self._clock.start(SHORT_MS)
        else:
            self.leave()


class ToastHost(QObject):
    """Stacks toasts at the bottom centre of ``window``, newest lowest, at most three at a time, and of a kind (such as
    what undo did) only the newest."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toasts: list[Toast] = []
        self._bars: list[QWidget] = []
        self._places: list[QWidget] = []
        self._cards: list[QWidget] = []
        window.installEventFilter(self)

    @property
    def toasts(self) -> list[Toast]:
        """What is shown now, oldest first."""
        return list(self._toasts)

    def show(
        self,
        text: str,
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        tone: str = "neutral",
        kind: str = "",
    ) -> Toast:
        """Show a message; ``on_action`` runs when its button is pressed. It replaces the one of the same ``kind``."""
        toast = Toast(text, action=action, tone=tone)
        toast.kind = kind
        for old in [each for each in self._toasts if kind and each.kind == kind]:
            old.leave()
        if toast.action is not None and on_action is not None:
            toast.action.clicked.connect(lambda: _run(on_action))
        toast.setParent(self._window)
        toast.gone.connect(lambda: self._remove(toast))
        self._toasts.append(toast)
        self._trim()
        self._place()  # before it is shown, or it would flash in the corner and catch a pointer resting there
        toast.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(toast, text))
        return toast

    def stand_above(self, bar: QWidget) -> None:
        """Keep a page's bottom bar free: while it is in sight, toasts stand above it."""
        self._bars.append(bar)
        bar.installEventFilter(self)
        bar.destroyed.connect(lambda: self._bars.remove(bar))

    def stand_over(self, place: QWidget) -> None:
        """While this widget is in sight, toasts stand over its middle instead of the window's."""
        self._places.append(place)
        place.installEventFilter(self)
        place.destroyed.connect(lambda: self._places.remove(place))

    def stand_under(self, card: QWidget) -> None:
        """While this card is in sight, only the newest toast is, below its middle: there is room for one; a second
        would cover its buttons, and one further aside those of others."""
        self._cards.append(card)
        card.installEventFilter(self)
        card.destroyed.connect(lambda: self._cards.remove(card))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self._toasts:
            self._trim()
            self._place()
        return super().eventFilter(watched, event)

    def _trim(self) -> None:
        most = 1 if any(card.isVisibleTo(self._window) for card in self._cards) else _MOST
        for old in self._toasts[:-most]:
            old.leave()

    def _remove(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            toast.hide()
            toast.deleteLater()
            self._place()

    def _place(self) -> None:
        tops = [bar.mapTo(self._window, QPoint(0, 0)).y() for bar in self._bars if bar.isVisibleTo(self._window)]
        bottom = min([self._window.height() - STRIP, *tops]) - Space.M + _SHADOW
        stand = self._stand()
        middle = stand.mapTo(self._window, QPoint(stand.width() // 2, 0)).x()
        for toast in reversed(self._toasts):
            if stand in self._places:
                toast.narrow(stand.width())  # or it would cover what somebody writes beside it
            toast.adjustSize()
            bottom -= toast.height()
            furthest = max(0, self._window.width() - toast.width())
            toast.move(min(max(0, middle - toast.width() // 2), furthest), bottom)
            toast.raise_()
            bottom += 2 * _SHADOW - Space.S

    def _stand(self) -> QWidget:
        """Over whose middle, from left to right, toasts stand."""
        places = (*self._cards, *self._places)
        return next((each for each in places if each.isVisibleTo(self._window)), self._window)


def _run(action: Callable[[], object]) -> None:
    action()  # a click brings arguments that the action does not want
