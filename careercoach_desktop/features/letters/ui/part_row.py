"""A line of the letter's sheet: the field with the part's words, its mark at the left, its tools at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.letters.model import Paragraph
from careercoach_desktop.features.letters.ui.letter_field import LetterField
from careercoach_desktop.features.letters.ui.letter_words import counted
from careercoach_desktop.features.letters.ui.places import claim_places, gaps
from careercoach_desktop.foundation.uikit import (
    SEPARATOR,
    IconButton,
    MenuEntry,
    Space,
    Spinner,
    column,
    current_theme,
    holder,
    open_menu,
    row,
    surface,
)

MARK = 26
TOOLS = 60
_TOOL = 26
_BAR = 3.0


class PartRow(QWidget):
    """``part`` is the name the service knows it by (empty while it is being added); ``stored`` what is saved of it."""

    typed = Signal()

    def __init__(self, part: str, field: LetterField) -> None:
        super().__init__()
        self.part = part
        self.stored = ""
        self.field = field
        self._paragraph: Paragraph | None = None
        self._mark = QWidget()
        self._mark.setFixedWidth(MARK)
        self._tools = QWidget()
        self._tools.setFixedWidth(TOOLS)
        self._line = row(self._mark, field, self._tools, spacing=2)
        self._line.setStretch(1, 1)
        self.setLayout(self._line)
        field.typed.connect(self._when_typed)

    def show_text(self, text: str) -> None:
        """Show what is stored."""
        self.stored = text
        self.field.show_text(text)
        self.mark()

    def mark(self) -> None:
        """Mark the gaps and the unproved words of the text as it stands."""
        text = self.field.text()
        self.field.set_marks(gaps(text), claim_places(text, self.open_claims()))

    def open_claims(self) -> list[Claim]:
        """What nothing proves and the person does not let stand."""
        paragraph = self._paragraph
        return [] if paragraph is None or paragraph.accepted else paragraph.claims

    def _when_typed(self) -> None:
        self.mark()
        self.typed.emit()


class ParagraphRow(PartRow):
    """``wanted`` says what its menu asks for: ``rewrite``, ``up``, ``down``, ``add``, ``remove``."""

    wanted = Signal(str)
    claims_wanted = Signal()

    def __init__(self, part: str, *, on_tab: Callable[[ParagraphRow, int], bool]) -> None:
        field = LetterField("Paragraph", placeholder="Write here…", splits=True, on_tab=lambda step: on_tab(self, step))
        super().__init__(part, field)
        self._rewriting = False
        self._can_rewrite = False
        self._warning = IconButton("warning", "Not proved", size=_TOOL, color="amber")
        self._warning.clicked.connect(self.claims_wanted)
        self._warning.hide()
        mark = column(self._warning, spacing=0)
        mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._mark.setLayout(mark)
        self._anew = IconButton("sparkle", "Write this paragraph anew with Claude (Ctrl+R)", size=_TOOL)
        self._anew.clicked.connect(lambda: self.wanted.emit("rewrite"))
        self._more = IconButton("dots-three-vertical", "More for this paragraph", size=_TOOL)
        self._more.clicked.connect(self._open_menu)
        self._build_tools()
        field.moved.connect(lambda step: self.wanted.emit("down" if step > 0 else "up"))
        for widget in (field, self._anew, self._more):
            widget.installEventFilter(self)

    def show_paragraph(self, paragraph: Paragraph, number: int, count: int) -> None:
        """Its words and what nothing proves in it; ``number`` of ``count``, for who listens rather than looks."""
        self._paragraph = paragraph
        self.show_text(paragraph.text)
        self.show_state(paragraph, number, count)

    def show_state(self, paragraph: Paragraph, number: int, count: int) -> None:
        """All but its words, which somebody is typing."""
        self._paragraph = paragraph
        unproved = len(self.open_claims())
        said = f"{counted(unproved, 'claim')} not proved" if unproved else ""
        self.field.setAccessibleName(f"Paragraph {number} of {count}")
        self.field.setAccessibleDescription(said)
        self._warning.setVisible(unproved > 0)
        self._warning.setAccessibleName(f"{said}: show")
        self._warning.setToolTip(f"{said}: show")
        self.mark()
        self.update()

    def set_rewriting(self, *, rewriting: bool) -> None:
        """While a model writes it anew it can't be typed in."""
        self._rewriting = rewriting
        self.field.set_still(still=rewriting)
        self._show_tools()

    def set_still(self, *, still: bool) -> None:
        """The whole letter is being written."""
        self.field.set_still(still=still or self._rewriting)
        self._tools.setEnabled(not still)
        self._show_tools()

    def set_can_rewrite(self, *, can: bool) -> None:
        """Without a key there is nobody to write it anew."""
        self._can_rewrite = can
        self._anew.setVisible(can)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What nothing proves has a bar beside the sheet's text, too: it is seen where no words can be marked."""
        super().paintEvent(event)
        if self.open_claims():
            bar = QRectF(0, 4, _BAR, max(self.field.height() - 8, 8))
            surface(QPainter(self), bar, _BAR / 2, current_theme().color("amber"))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_tools()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_tools()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._show_tools)  # once the keyboard has arrived where it goes
        return super().eventFilter(watched, event)

    def _build_tools(self) -> None:
        self._stack = QStackedWidget()
        buttons = row(self._anew, self._more, spacing=2)
        buttons.addStretch(1)
        self._nothing, self._buttons = QWidget(), holder(buttons)
        self._busy = holder(row(Spinner(16, "Writing this paragraph anew"), spacing=0, margins=(5, 5, 5, 5)))
        for each in (self._nothing, self._buttons, self._busy):
            self._stack.addWidget(each)
        self._stack.setFixedHeight(_TOOL)
        top = column(self._stack, spacing=0, margins=(Space.XS, 2, 0, 0))
        top.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._tools.setLayout(top)

    def _show_tools(self) -> None:
        near = self.underMouse() or any(each.hasFocus() for each in (self.field, self._anew, self._more))
        offered = near and self._tools.isEnabled()
        self._stack.setCurrentWidget(self._busy if self._rewriting else self._buttons if offered else self._nothing)

    def _open_menu(self) -> None:
        def entry(text: str, wish: str, icon: str = "", keys: str = "", *, danger: bool = False) -> MenuEntry:
            return MenuEntry(text, lambda: self.wanted.emit(wish), icon=icon, shortcut=keys, danger=danger)

        anew = entry("Write it anew with Claude…", "rewrite", "sparkle", "Ctrl+R")
        open_menu(
            self._more,
            [
                *((anew, SEPARATOR) if self._can_rewrite else ()),
                entry("Move up", "up", "caret-up", "Alt+Up"),
                entry("Move down", "down", "caret-down", "Alt+Down"),
                entry("Add a paragraph below", "add", "plus"),
                SEPARATOR,
                entry("Remove", "remove", "trash", "Ctrl+Shift+Del", danger=True),
            ],
            QPoint(0, self._more.height() + 2),
        )
