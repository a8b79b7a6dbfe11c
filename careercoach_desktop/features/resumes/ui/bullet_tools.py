"""What appears beside a selection in a bullet: bold, italic, link; and the little form in which a link is written.

Neither stops anything else: both stand in the form itself and go when they are no longer needed.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from careercoach_desktop.features.resumes.emphasis import good_link
from careercoach_desktop.features.resumes.ui.bullet_field import BulletField
from careercoach_desktop.features.resumes.ui.form_field import PATH
from careercoach_desktop.foundation.uikit import (
    Button,
    IconButton,
    Radius,
    Space,
    TextField,
    current_theme,
    drop_shadow,
    raised,
    row,
)

_SHADOW = 10
_LINK_WIDTH = 440


class Floating(QWidget):
    """A small panel over the form, with a soft shadow around it."""

    def __init__(self, ground: QWidget, *parts: QWidget, name: str, spacing: int = 2) -> None:
        super().__init__(ground)
        self._ground = ground
        self.setAccessibleName(name)
        self.setLayout(row(*parts, spacing=spacing, margins=Space.XS + _SHADOW))
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        theme = current_theme()
        drop_shadow(painter, area, Radius.CARD, _SHADOW, 3)
        raised(painter, area, Radius.CARD, theme.color("surface"), theme.color("line"))

    def stand_at(self, field: BulletField, *, above: bool, width: int = 0) -> None:
        """Above or below the field, so that its text can be read, where the selection begins; inside what is seen of
        the ground. ``width`` is how wide it would like to be."""
        seen = self._ground.visibleRegion().boundingRect()
        cursor = field.textCursor()
        cursor.setPosition(cursor.selectionStart())
        left = field.viewport().mapTo(self._ground, field.cursorRect(cursor).topLeft()).x() - _SHADOW
        area = QRect(field.mapTo(self._ground, QPoint(0, 0)), field.size())
        wide, high = min(width or self.sizeHint().width(), seen.width()), self.sizeHint().height()
        over, under = area.top() - high + _SHADOW - 2, area.bottom() - _SHADOW + 3
        is_above = over + _SHADOW >= seen.top() if above else under + high - _SHADOW > seen.bottom()
        self.setGeometry(max(seen.left(), min(left, seen.right() + 1 - wide)), over if is_above else under, wide, high)
        self.raise_()
        self.show()


class BulletToolbar(Floating):
    """Three small buttons for the mouse; the keyboard has Ctrl+B, Ctrl+I and Ctrl+K."""

    def __init__(self, ground: QWidget) -> None:
        self.bold = _tool("text-bolder", "Bold", "Ctrl+B")
        self.italic = _tool("text-italic", "Italic", "Ctrl+I")
        self.link = _tool("link-simple", "Link", "Ctrl+K")
        super().__init__(ground, self.bold, self.italic, self.link, name="Emphasis")

    def show_look(self, field: BulletField) -> None:
        """Show which of them the selection has."""
        look = field.look_here()
        for button, on in ((self.bold, look.bold), (self.italic, look.italic), (self.link, bool(look.url))):
            button.setChecked(on)


class LinkForm(Floating):
    """Where a link is written. Enter takes it, Escape leaves it as it was; ``done`` when it goes."""

    done = Signal()

    def __init__(self, ground: QWidget) -> None:
        self.address = TextField("Where it leads", placeholder="https://…")
        self.address.setMinimumWidth(160)
        self.take = Button("Link", "primary", compact=True)
        self.remove = Button("Remove", "ghost", compact=True, name="Remove the link")
        super().__init__(ground, self.address, self.take, self.remove, name="Link", spacing=6)
        self._field: BulletField | None = None
        self.take.clicked.connect(self._take)
        self.remove.clicked.connect(lambda: self._finish(""))
        self.address.installEventFilter(self)
        self.address.textEdited.connect(lambda _text: self.address.set_state("plain"))

    def open_for(self, field: BulletField) -> None:
        """Write the link of the selection, or of the word at the cursor."""
        if not field.select_link():
            return
        self._field = field
        self.setProperty(PATH, field.property(PATH))
        self.address.setText(field.link())
        self.address.set_state("plain")
        self.remove.setVisible(bool(field.link()))
        self.stand_at(field, above=False, width=_LINK_WIDTH)
        self.address.setFocus(Qt.FocusReason.PopupFocusReason)
        self.address.selectAll()

    @property
    def field(self) -> BulletField | None:
        """The bullet whose link is being written."""
        return self._field if self.isVisible() else None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            QTimer.singleShot(0, self, self._leave_unless_in)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return False

    def _leave_unless_in(self) -> None:
        focused = QApplication.focusWidget()
        if self.isVisible() and focused is not None and not self.isAncestorOf(focused):
            self._field = None
            self.hide()
            self.done.emit()

    def _take(self) -> None:
        typed = self.address.text().strip()
        link = good_link(typed)
        if typed and not link:
            self.address.set_state("error", "Write it like https://example.org")
            return
        self._finish(link)

    def _finish(self, link: str) -> None:
        field = self._field
        if field is not None and shiboken6.isValid(field):
            field.set_link(link)
        self._leave()

    def _leave(self) -> None:
        field, self._field = self._field, None
        self.hide()
        if field is not None and shiboken6.isValid(field):
            cursor = field.textCursor()
            cursor.setPosition(cursor.selectionEnd())
            field.setTextCursor(cursor)
            field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.done.emit()


class BulletTools(QObject):
    """One toolbar and one link form for all bullets that stand in ``ground``."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self.bar = BulletToolbar(ground)
        self.form = LinkForm(ground)
        self._field: BulletField | None = None
        self.bar.bold.clicked.connect(lambda: self._do(BulletField.toggle_bold))
        self.bar.italic.clicked.connect(lambda: self._do(BulletField.toggle_italic))
        self.bar.link.clicked.connect(lambda: self._do(self._open_link))

    def attend(self, field: BulletField) -> None:
        """Stand by this bullet from now on."""
        field.selectionChanged.connect(lambda: self._on_selection(field))
        field.textChanged.connect(lambda: self._on_change(field))
        field.link_wanted.connect(lambda: self._open_link(field))
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide) and watched is self._field:
            self.bar.hide()
        return False

    def _on_selection(self, field: BulletField) -> None:
        if not field.textCursor().hasSelection() or not field.hasFocus():
            self.bar.hide()
            return
        self._field = field
        self.bar.show_look(field)
        self.bar.stand_at(field, above=True)

    def _on_change(self, field: BulletField) -> None:
        """Ctrl+B changes the look and leaves the selection."""
        if field is self._field and self.bar.isVisible():
            self.bar.show_look(field)

    def _do(self, verb: object) -> None:
        if self._field is not None and shiboken6.isValid(self._field) and callable(verb):
            verb(self._field)
            self.bar.show_look(self._field)

    def _open_link(self, field: BulletField) -> None:
        self.form.open_for(field)
        self.bar.hide()


def _tool(icon: str, name: str, keys: str) -> IconButton:
    button = IconButton(icon, name, size=26)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setToolTip(f"{name} ({keys})")
    return button
