"""Every résumé at a glance: drop files anywhere, open, choose the primary one, rename, export, delete with undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.resumes.model import (
    ReadingState,
    ResumeCard,
    ResumeChanged,
    ResumeImported,
    ResumeRead,
    ResumeRemoved,
)
from careercoach_desktop.features.resumes.ui.actions import ResumeAction, ResumeActions
from careercoach_desktop.features.resumes.ui.file_card import ResumeFileCard
from careercoach_desktop.features.resumes.ui.words import ACCEPTED, FILE_FILTERS, counted, is_doubted
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.tasks.model import TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Desk,
    DropZone,
    FlowLayout,
    PageHeader,
    Radius,
    Scroll,
    Size,
    Space,
    Weight,
    column,
    current_theme,
    dropped_files,
    holder,
    open_menu,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ExportService, ResumeService


class ResumesPage(QWidget):
    """``open_record(id)`` shows the page with that résumé's card in focus."""

    def __init__(
        self, desk: Desk, resumes: ResumeService, exports: ExportService, further: Sequence[ResumeAction] = ()
    ) -> None:
        super().__init__()
        self._desk = desk
        self._resumes = resumes
        self._actions = ResumeActions(desk, resumes, exports, self, further)
        self._cards: dict[int, ResumeFileCard] = {}
        self._wanted: int | None = None
        self._header = PageHeader("Résumés")
        self._add = Button("Add résumé", "primary", icon="plus")
        self._add.clicked.connect(self.browse)
        self._header.add_action(self._add)
        self._flow = FlowLayout(Space.M)
        self._flow.setContentsMargins(Space.XL, Space.XS, Space.XL, Space.XL)
        self._grid = Scroll(self._flow, "Résumés")
        self._empty = self._make_empty()
        self._stack = QStackedWidget()
        for each in (QWidget(), self._grid, self._empty):
            self._stack.addWidget(each)
        self.setLayout(column(self._header, self._stack, spacing=0))
        self._veil = DropVeil(self)
        self.setAcceptDrops(True)
        for kind in (ResumeImported, ResumeChanged, ResumeRemoved, ChangedElsewhere):
            desk.on(kind, self._reload, owner=self)
        desk.on(ResumeRead, self._on_read, owner=self)
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.start(self._load(), owner=self)

    # --- showing -----------------------------------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Called by navigation."""
        self._wanted = record
        self._desk.start(self._load(), owner=self)

    def cards(self) -> list[ResumeFileCard]:
        """The cards in the order they are shown."""
        return list(self._cards.values())

    async def _reload(self, _event: object) -> None:
        if self.isVisible():  # navigation loads the page when it comes into view
            await self._load()

    async def _load(self) -> None:
        self._show(await self._desk.run(self._resumes.cards))

    def _show(self, cards: Sequence[ResumeCard]) -> None:
        there = {card.id for card in cards}
        for gone in [resume_id for resume_id in self._cards if resume_id not in there]:
            widget = self._cards.pop(gone)
            self._flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        if [card.id for card in cards] != list(self._cards):
            self._arrange(cards)
        for card in cards:
            if self._cards[card.id].card != card:
                self._cards[card.id].show_card(card)
        self._header.set_subtitle(str(len(cards)) if cards else "")
        self._add.setVisible(bool(cards))
        self._stack.setCurrentWidget(self._grid if cards else self._empty)
        if self._wanted in self._cards:
            self._cards[self._wanted].setFocus(Qt.FocusReason.OtherFocusReason)
            self._wanted = None

    def _arrange(self, cards: Sequence[ResumeCard]) -> None:
        """New cards at their place; those that are there keep their widget (and the keyboard)."""
        before = self._cards
        self._cards = {}
        for card in cards:
            widget = before.get(card.id)
            if widget is None:
                widget = ResumeFileCard(card)
                widget.asked.connect(partial(self._on_asked, card.id))
                widget.arrow_pressed.connect(partial(self._go_beside, card.id))
                widget.menu_requested.connect(partial(self._open_menu, card.id))
            else:
                self._flow.removeWidget(widget)
            self._cards[card.id] = widget
            self._flow.addWidget(widget)
        for one, other in zip(self.cards(), self.cards()[1:], strict=False):
            QWidget.setTabOrder(one.menu_anchor(), other)

    def _make_empty(self) -> QWidget:
        hint = f"{ACCEPTED}. It stays on this computer."
        zone = DropZone("Drop your résumé here", hint=hint, button="Choose a file")
        zone.button.set_kind("primary")
        zone.setFixedSize(520, 260)
        zone.dropped.connect(self.add_files)
        zone.browse_requested.connect(self.browse)
        return holder(column(STRETCH, row(STRETCH, zone, STRETCH), STRETCH, STRETCH))

    def _go_beside(self, resume_id: int, key: int) -> None:
        """The arrow keys go from card to card."""
        cards = self.cards()
        at = cards.index(self._cards[resume_id])
        in_line = max(1, sum(card.y() == cards[0].y() for card in cards))
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -in_line, Qt.Key.Key_Down: in_line}
        to = at + step[Qt.Key(key)]
        if 0 <= to < len(cards):
            cards[to].setFocus(Qt.FocusReason.TabFocusReason)
            self._grid.ensureWidgetVisible(cards[to])

    # --- adding ------------------------------------------------------------------------------------------------

    def browse(self) -> None:
        """Let the person choose files."""
        self._desk.start(self._choose(), owner=self)

    async def _choose(self) -> None:
        files = await self._desk.choose_files("Add résumés", FILE_FILTERS)
        if files:
            self.add_files(files)

    def add_files(self, files: Sequence[Path]) -> None:
        """Import files; each that fails says why, the others go on."""
        for file in files:
            self._desk.start(self._actions.add(file), owner=self)

    def _on_read(self, event: ResumeRead) -> None:
        self._desk.start(self._announce(event.resume_id), owner=self)

    async def _announce(self, resume_id: int) -> None:
        await self._load()
        card = self._cards.get(resume_id)
        if card is None or card.card.state is not ReadingState.READ or not self.isVisible():
            return
        if is_doubted(card.card):
            self._desk.toast(
                card.card.problem,
                action="Type it in",
                on_action=lambda: self._desk.open("resumes.check", resume_id),
                tone="warn",
            )
            return
        said = self._desk.toast(
            f"Read {counted(card.card.fields, 'field')} from {card.card.file_name}",
            action="Check",
            on_action=lambda: self._desk.open("resumes.check", resume_id),
            tone="good",
        )
        if said is not None:  # whoever goes there another way need not be shown it
            said.about = ("resumes.check", resume_id)
            self._desk.open_requested.connect(said.leave_at)

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        if task.state is TaskState.RUNNING and task.subject.startswith("resume:"):
            card = self._cards.get(int(task.subject.removeprefix("resume:")))
            if card is not None:
                card.show_progress(task.progress, task.note)

    # --- actions -----------------------------------------------------------------------------------------------

    def _on_asked(self, resume_id: int, what: str) -> None:
        card = self._cards[resume_id]
        if what == "menu":
            open_menu(card.menu_anchor(), self._actions.menu(card.card))
        else:
            self._actions.do(what, card.card)

    def _open_menu(self, resume_id: int, at: QPoint) -> None:
        """A right click, or the menu key, on a card."""
        card = self._cards[resume_id]
        open_menu(card, self._actions.menu(card.card), at)

    # --- dropping ----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._veil.lift(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._veil.lift(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.lift(over=False)
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.add_files(files)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._veil.setGeometry(self.rect())


class DropVeil(QWidget):
    """Lies over the page while files are dragged over it, and says what letting go does."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lift(self, *, over: bool) -> None:
        """Show it while something is over the page."""
        self.raise_()
        self.setVisible(over)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.color("soft")
        ground.setAlpha(225)
        pen = QPen(theme.color("accent"), 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(ground)
        area = QRectF(self.rect()).adjusted(10, 10, -10, -10)
        painter.drawRoundedRect(area, Radius.PANEL, Radius.PANEL)
        painter.setPen(theme.color("on_soft"))
        painter.setFont(theme.font(Size.TITLE, Weight.BOLD))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), "Let go to add it to your résumés")
