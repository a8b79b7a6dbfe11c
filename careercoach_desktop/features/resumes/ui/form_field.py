"""One value of the résumé in the form: shows it, says how sure the reader was, and turns typing into edits."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.editing import (
    DateError,
    Edit,
    is_doubtful,
    shown_date,
    trace_of,
    typed,
    typed_date,
    value_at,
)
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.ui.form_plan import FieldPlan, Kind
from careercoach_desktop.foundation.uikit import SEPARATOR, MenuEntry, TextArea, TextField, open_menu, paint_icon

if TYPE_CHECKING:
    from careercoach_desktop.foundation.spelling import Misspelling

PATH = "resumePath"
"""Qt property of every widget that writes a value: the path of the value."""
_WORTH_A_LOOK = "worth a look"
_MARK = 26
_SHORT_NOTE = 14
"""Characters of a note that leave room for the value beside it; a longer one becomes the field's tip."""

TYPING_PAUSE_S = 0.12
AT_LATEST_S = 0.3
Commit = Callable[[list[Edit], str], None]


class LongField(TextArea):
    """Several lines with the same marks as a ``TextField``. With ``on_remove`` a cross takes the place of the mark
    while the pointer or the keyboard is in it; from the keyboard an emptied field is removed when it is left."""

    # Qt sends events to this class before its own constructor has run.
    _state = "plain"
    _on_remove: Callable[[], None] | None = None

    def __init__(self, name: str, *, placeholder: str = "", on_remove: Callable[[], None] | None = None) -> None:
        super().__init__(name, placeholder=placeholder, min_lines=1, max_lines=16)
        self.document().setDocumentMargin(1)  # one line is then exactly as high as a one-line field
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setViewportMargins(4, 0, _MARK, 0)
        self._on_remove = on_remove
        self._offers: list[Callable[[QPoint], list[MenuEntry]]] = []
        self._last_offers: list[Callable[[QPoint], list[MenuEntry]]] = []
        self.misspellings: list[Misspelling] = []
        self.setUndoRedoEnabled(False)  # see UndoForAll
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def offer(self, entries: Callable[[QPoint], list[MenuEntry]], *, last: bool = False) -> None:
        """Let somebody begin the menu with what they know about a place in the field, or end it with what they do."""
        (self._last_offers if last else self._offers).append(entries)

    def more_entries(self, at: QPoint) -> list[MenuEntry]:
        """What the menu begins with at a place."""
        return [entry for offer in self._offers for entry in offer(at)]

    def last_entries(self, at: QPoint) -> list[Any]:
        """What it ends with, after a line; nothing when nobody has anything to offer."""
        found = [entry for offer in self._last_offers for entry in offer(at)]
        return [SEPARATOR, *found] if found else []

    def usual_entries(self, at: QPoint) -> list[Any]:
        """What its menu begins with: what somebody knows about the place, then cut, copy and paste."""
        about = self.more_entries(at)
        has = self.textCursor().hasSelection()
        return [
            *([*about, SEPARATOR] if about else []),
            MenuEntry("Cut", self.cut, shortcut="Ctrl+X", enabled=has),
            MenuEntry("Copy", self.copy, icon="copy", shortcut="Ctrl+C", enabled=has),
            MenuEntry("Paste", self.paste, icon="clipboard-text", shortcut="Ctrl+V", enabled=self.canPaste()),
        ]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self, [*self.usual_entries(event.pos()), *self.last_entries(event.pos())], event.pos())

    @property
    def state(self) -> str:
        return self._state

    def leave_room(self, pixels: int) -> None:
        """Keep the text this much further from the right edge, for something that stands there."""
        self.setViewportMargins(4, 0, _MARK + pixels, 0)

    def set_state(self, state: str, note: str = "") -> None:
        super().set_state(state, note)
        self._state = state
        self.setAccessibleDescription(", ".join(part for part in (_SAID[state], note) if part))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        leaves = event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self._on_remove and leaves and not self.text().strip():
            self._on_remove()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_step(event):
            event.ignore()  # it moves what the field stands in
            return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._commit()
            event.ignore()  # the form goes on to the next value worth a look
            return
        if self._on_remove and event.key() == Qt.Key.Key_Backspace and not self.text():
            self._on_remove()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # The mark stands in the margin of the viewport, which belongs to the frame and gets its own events.
        pressed = event if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) else None
        if self._on_remove and pressed is not None and self._mark_area().contains(pressed.position()):
            self._on_remove()
            return True
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint:
            self._paint_mark()
        return handled

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _mark_area(self) -> QRectF:
        return QRectF(self.width() - _MARK - 1, 0, 18, 32)

    def _paint_mark(self) -> None:
        painter = QPainter(self)
        is_near = self.underMouse() or (self.hasFocus() and self._state not in ("doubtful", "error"))
        if self._on_remove and is_near:
            paint_icon(painter, "x", "second", self._mark_area())
        elif self._state in _MARKS:
            ink, name = _MARKS[self._state]
            paint_icon(painter, name, ink, self._mark_area())


_SAID = {"plain": "", "good": "checked", "doubtful": _WORTH_A_LOOK, "error": "needs a correction"}
_MARKS = {"good": ("green", "check-circle"), "doubtful": ("amber", "warning"), "error": ("red", "warning-circle")}


class UndoForAll(QObject):
    """Ctrl+Z belongs to the whole window: what was typed a moment ago is taken first, so that it is what goes back.

    What is typed is saved as one types, so a field's own undo would be a second history of the same changes.
    """

    def __init__(self, field: FormField) -> None:
        super().__init__(field.widget)
        self._field = field

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not any(event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)):
            return False
        if self._field.flush():
            event.ignore()
        else:
            self._field.show_value()  # no date, so nobody else knows of it
            event.accept()
        return True


class Field(Protocol):
    """What a form knows of whatever shows a value; ``is_typing`` when something waits for ``flush`` to take it."""

    path: str

    @property
    def widget(self) -> QWidget: ...

    @property
    def is_typing(self) -> bool: ...

    def show_value(self) -> None: ...

    def flush(self) -> bool: ...

    def let_go(self) -> None: ...


class FormField:
    """Ties one path to one widget. ``data`` is asked anew each time, because undo may put another résumé there.

    What is typed is committed when the typing rests, and at the latest every 300 ms; the text on the screen is left as
    it is being typed until the field is left. ``ticks`` says whether a value that is not doubtful carries a check.
    """

    def __init__(
        self,
        path: str,
        plan: FieldPlan,
        data: Callable[[], ResumeData],
        commit: Commit,
        *,
        of: str = "",
        on_remove: Callable[[], None] | None = None,
        ticks: bool = True,
    ) -> None:
        self.path = path
        self._plan = plan
        self._data = data
        self._commit = commit
        self._on_remove = on_remove
        self._settled = "good" if ticks else "plain"
        self._is_writing = False
        self._is_showing = False
        self._is_gone = False
        self._typed_since = 0.0
        self.widget = self._make_widget(f"{plan.label}, {of}" if of else plan.label)
        self.widget.setProperty(PATH, path)
        self._rest = QTimer(self.widget)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.flush)
        self.widget.committed.connect(self._on_left)
        typing = self.widget.textEdited if isinstance(self.widget, TextField) else self.widget.changed
        typing.connect(self._on_typing)
        self.widget.installEventFilter(UndoForAll(self))
        self.show_value()

    def show_value(self) -> None:
        """Show what the résumé says now; not while it says so because this very field is being typed in."""
        text = self._text()
        if not self._is_writing and not self._shows(text):
            self._is_showing = True
            self._put(text)
            self._is_showing = False
            self._rest.stop()
        state, note = self._state(text)
        self.widget.set_state(state, note if len(note) <= _SHORT_NOTE else "")
        self.widget.setToolTip(note)
        if note:
            self.widget.setAccessibleDescription(f"{_WORTH_A_LOOK}, {note}")

    def flush(self) -> bool:
        """Take what was typed so far; false when it is not (yet) what the field is for, such as half a date."""
        self._rest.stop()
        try:
            edits = self._edits()
        except DateError:
            return False
        if edits and not (self._on_remove and not self.widget.text().strip()):
            self._is_writing = True
            try:
                self._commit(edits, self._said)
            finally:
                self._is_writing = False
        return True

    def let_go(self) -> None:
        """The value is no longer there, and the widget goes too."""
        self._is_gone = True
        self._rest.stop()

    @property
    def is_typing(self) -> bool:
        """Whether something typed waits to be taken."""
        return self._rest.isActive()

    def _make_widget(self, spoken: str) -> TextField | LongField:
        if self._plan.kind is Kind.LONG:
            return LongField(spoken, on_remove=self._on_remove)
        return TextField(spoken)

    def _on_typing(self) -> None:
        if self._is_showing or self._is_gone:
            return
        now = monotonic()
        if not self._rest.isActive():
            self._typed_since = now
        left = self._typed_since + AT_LATEST_S - now
        self._rest.start(round(1000 * max(0.0, min(TYPING_PAUSE_S, left))))

    def _shows(self, text: str) -> bool:
        return self.widget.text() == text

    def _put(self, text: str) -> None:
        """Show a text; where the keyboard is, the cursor goes to the end of what has changed."""
        before, widget = self.widget.text(), self.widget
        widget.setText(text)
        if not widget.hasFocus():
            return
        pairs = zip(reversed(before), reversed(text), strict=False)
        same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
        at = qt_length(text[: len(text) - same])
        if isinstance(widget, TextField):
            widget.setCursorPosition(at)
        else:
            cursor = widget.textCursor()
            cursor.setPosition(at)
            widget.setTextCursor(cursor)

    def _text(self) -> str:
        value = value_at(self._data(), self.path)
        if self._plan.kind is Kind.END:
            return shown_date(_as_date(value), current=bool(value_at(self._data(), self._current_path)))
        if self._plan.kind is Kind.DATE:
            return shown_date(_as_date(value))
        return ", ".join(value) if isinstance(value, list) else str(value or "")

    def _state(self, text: str) -> tuple[str, str]:
        trace = trace_of(self._data(), self.path)
        if text and trace is not None and is_doubtful(trace):
            return "doubtful", trace.note
        return (self._settled if text else "plain"), ""

    @property
    def _current_path(self) -> str:
        return self.path.rpartition(".")[0] + ".current"

    @property
    def _said(self) -> str:
        """What typing here did, as undo says it."""
        return f"changed “{self._plan.label}”"

    def _on_left(self, _text: str) -> None:
        if self._is_gone:
            return
        if self.flush():
            self.show_value()
            return
        try:
            self._edits()
        except DateError as exc:
            self.widget.set_state("error", str(exc))

    def _edits(self) -> list[Edit]:
        """The edits that write what the widget shows. Raises DateError."""
        data, kind, text = self._data(), self._plan.kind, self.widget.text()
        if kind is Kind.WORDS:
            words = [word.strip() for word in text.replace(";", ",").split(",")]
            return typed(data, self.path, [word for word in words if word])
        if kind in (Kind.DATE, Kind.END):
            value, current = typed_date(text)
            if kind is Kind.END:
                return typed(data, self._current_path, current) + typed(data, self.path, value)
            if current:
                raise DateError("Write it like Mar 2022 or 2022.")
            return typed(data, self.path, value)
        return typed(data, self.path, text.strip())


def _as_date(value: object) -> str | None:
    return value if isinstance(value, str) else None


def qt_length(text: str) -> int:
    """How far Qt counts in ``text``: UTF-16 units, of which an emoji takes two."""
    return len(text.encode("utf-16-le")) // 2


def is_step(event: QKeyEvent) -> bool:
    """Whether the key moves things: Alt with Up or Down."""
    return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() == Qt.KeyboardModifier.AltModifier


def path_of(widget: QWidget | None) -> str:
    """The path of the value the widget (or what it stands in) writes; empty when it writes none."""
    while widget is not None:
        path = widget.property(PATH)
        if isinstance(path, str):
            return path
        widget = widget.parentWidget()
    return ""
