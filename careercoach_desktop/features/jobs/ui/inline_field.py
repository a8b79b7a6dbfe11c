"""A value that is read like text and becomes a field when somebody wants to change it, without a dialog.

Click it or press Enter on it; Enter or leaving it saves, Escape leaves it as it was. Where a value came from is its tip
and is read out with it; one that was guessed carries a mark that can be answered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import (
    COMPACT,
    STRETCH,
    FocusRing,
    IconButton,
    MenuEntry,
    Radius,
    Size,
    Space,
    TextField,
    current_theme,
    focus_ring,
    open_menu,
    plain_tip,
    row,
    surface,
)

_PAD = 6


class ValueFace(FocusRing, QWidget):
    """The value as text. ``pressed`` when it is clicked or Enter or Space is pressed on it; ``empty`` is what an
    unknown value says."""

    accessible_role = QAccessible.Role.Button

    pressed = Signal()

    def __init__(self, name: str, empty: str) -> None:
        super().__init__()
        self._name, self._empty, self._text = name, empty, ""
        self._bold = False
        self.setFont(current_theme().font(Size.BODY))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(COMPACT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def text(self) -> str:
        return self._text

    def show_value(self, text: str, origin: str = "") -> None:
        """``origin`` says where the value came from."""
        self._text = text
        self.setAccessibleName(f"{self._name}: {text or self._empty}")
        self.setAccessibleDescription(", ".join(part for part in (origin, tr("Enter changes it")) if part))
        whole = text if self._is_cut() else ""
        self.setToolTip(plain_tip("\n".join(part for part in (whole, origin) if part)))
        self.updateGeometry()
        self.update()

    def accessible_press(self) -> None:
        self.pressed.emit()

    def sizeHint(self) -> QSize:
        return QSize(round(self._width_of(self._text or self._empty)) + 2 * _PAD + 1, COMPACT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), COMPACT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        area = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            surface(painter, area, Radius.CONTROL, theme.color("hover"))
        if self.shows_ring:
            focus_ring(painter, area, Radius.CONTROL)
        painter.setFont(self.font())
        painter.setPen(theme.color("text" if self._text else "third"))
        metrics = QFontMetricsF(self.font())
        room = area.adjusted(_PAD, 0, -_PAD, 0)
        words = metrics.elidedText(self._text or self._empty, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self.pressed.emit()
            return
        super().keyPressEvent(event)

    def _is_cut(self) -> bool:
        return self._width_of(self._text) > self.width() - 2 * _PAD

    def _width_of(self, text: str) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(text)


class InlineValue(QWidget):
    """What every kind of value shares: the face, the mark of a guess. ``confirmed`` when the person says that a guess
    is right; subclasses tell of a change."""

    confirmed = Signal()

    def __init__(self, name: str, empty: str) -> None:
        super().__init__()
        self.face = ValueFace(name, empty)
        self.face.pressed.connect(self.begin)
        self.mark = IconButton("warning", tr("{0} is a guess").format(name), size=22, color="amber")
        self.mark.clicked.connect(self._answer_guess)
        self.mark.hide()
        self._origin = ""
        self._guess = False
        self._line = row(self.face, self.mark, STRETCH, spacing=2)
        self.setLayout(self._line)
        self.setFocusProxy(self.face)

    def show_value(self, text: str, origin: str = "", *, guess: bool = False) -> None:
        """Show what is stored; what is being written meanwhile stays."""
        self._origin = origin
        self.face.show_value(text, origin)
        self._guess = guess
        self.mark.setVisible(guess and self.face.isVisibleTo(self))
        if guess:
            self.mark.setToolTip(plain_tip(tr("{0}\nIs it right?").format(origin)))

    def begin(self) -> None:
        """Let it be changed."""
        raise NotImplementedError

    def _answer_guess(self) -> None:
        open_menu(
            self.mark,
            [
                MenuEntry(self._origin, lambda: None, enabled=False),
                MenuEntry(tr("Looks right"), self.confirmed.emit, icon="check"),
                MenuEntry(tr("Change…"), self.begin, icon="pencil-simple"),
            ],
        )


class InlineText(InlineValue):
    """A value that is typed. ``committed`` brings what was typed, if it differs from what could be edited; ``refuse``
    says what is wrong with a text (empty: nothing), and then it stays open."""

    committed = Signal(str)

    def __init__(
        self, name: str, empty: str, *, placeholder: str = "", refuse: Callable[[str], str] | None = None
    ) -> None:
        super().__init__(name, empty)
        self._name, self._placeholder = name, placeholder
        self._refuse = refuse or (lambda _text: "")
        self._editable = ""
        self.field: TextField | None = None

    def show_text(self, shown: str, editable: str, origin: str = "", *, guess: bool = False) -> None:
        """``shown`` is how it reads, ``editable`` how it is typed."""
        self._editable = editable
        self.show_value(shown, origin, guess=guess)

    @property
    def is_open(self) -> bool:
        return self.field is not None

    def begin(self) -> None:
        if self.field is not None:
            return
        field = self.field = TextField(self._name, text=self._editable, placeholder=self._placeholder)
        field.setProperty("kit", "compact")
        field.textEdited.connect(lambda _text: field.set_state("plain"))
        field.installEventFilter(self)
        self.face.hide()
        self.mark.hide()
        self._line.insertWidget(0, field, 100)
        field.show()  # at once: what is not shown yet can't take the keyboard
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.setSelection(len(field.text()), -len(field.text()))  # its beginning stays in sight

    def commit(self) -> bool:
        """Save what was typed; false when it can't be, and it stays open with the reason."""
        if self.field is None:
            return True
        typed = self.field.text().strip()
        if typed == self._editable.strip():
            self.close_field()
            return True
        if why := self._refuse(typed):
            self.field.set_state("error", why)
            below = self.field.mapToGlobal(QPoint(0, self.field.height()))
            QToolTip.showText(below, plain_tip(why), self.field)  # at once: the keyboard does not hover
            return False
        self._guess = False
        self.close_field()
        self.face.show_value(typed, self._origin)  # what it will be, until the stored one is shown
        self.committed.emit(typed)
        return True

    def close_field(self, *, keep_focus: bool = False) -> None:
        """Show the value again; what was typed is forgotten."""
        field, self.field = self.field, None
        if field is None:
            return
        field.removeEventFilter(self)
        had_focus = field.hasFocus() or keep_focus
        self._line.removeWidget(field)
        field.hide()
        field.deleteLater()
        self.face.show()
        self.mark.setVisible(self._guess)
        if had_focus:
            self.face.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_field()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.commit()
                return True
        if event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            self.commit()
        return super().eventFilter(watched, event)


class InlineChoice(InlineValue):
    """A value that is one of a few. ``chosen`` brings the key, empty for none of them."""

    chosen = Signal(str)

    def __init__(self, name: str, empty: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(name, empty)
        self._choices = [*choices, ("", tr("Not stated"))]
        self._key = ""
        self.face.setCursor(Qt.CursorShape.ArrowCursor)

    def show_key(self, key: str, origin: str = "", *, guess: bool = False) -> None:
        self._key = key
        self.show_value(dict(self._choices)[key] if key else "", origin, guess=guess)

    def begin(self) -> None:
        entries = [
            MenuEntry(label, lambda key=key: self._choose(key), checked=key == self._key)  # type: ignore[misc]  # mypy does not see the default's type
            for key, label in self._choices
        ]
        open_menu(self.face, entries, QPoint(0, self.face.height() + Space.XS))

    def _choose(self, key: str) -> None:
        if key != self._key:
            self.chosen.emit(key)
