"""What is asked, quietly, after a job was moved: what was sent with an application, why a job was rejected.

A small card at the lower edge of the page, never a dialog: the board stays usable, and skipping it loses nothing,
because the application is recorded with the move.
"""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import (
    Application,
    ApplicationStatus,
    Job,
    JobRemoved,
    JobsMoved,
    JobStatus,
    OfferedEnclosure,
)
from careercoach_desktop.features.jobs.model.progress import UNANSWERED
from careercoach_desktop.features.jobs.ui.application_edits import ApplicationEdits
from careercoach_desktop.features.jobs.ui.application_form import ApplicationForm, prefilled
from careercoach_desktop.features.jobs.ui.days import read_day, refuse_day, such_as_day, written_day
from careercoach_desktop.features.jobs.ui.words import count_word, tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Chip,
    Desk,
    Drawer,
    FlowLayout,
    Heading,
    IconButton,
    Radius,
    Size,
    Space,
    Text,
    TextField,
    column,
    current_theme,
    drop_shadow,
    holder,
    row,
    surface,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.enclosing import EnclosureOffers

REASONS = (
    "Position filled",
    "Went with somebody else",
    "Not enough experience",
    UNANSWERED,
    "Salary",
    "Place or mode of work",
    "Position cancelled",
)
"""What is said most often."""
_WIDTH = 400
_SHADOW = 16
_EDGE = 12
_BELOW = 56
"""A message at the lower edge of the window has its place under the card."""


class MoveCard(QWidget):
    """What both cards share: a heading, a body, Skip and Save. ``answered`` when it can go; Escape skips."""

    accessible_role = QAccessible.Role.Dialog

    answered = Signal()
    saved = Signal()

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        close = IconButton("x", tr("Skip"), size=26)
        close.clicked.connect(self.answered)
        head = row(Heading(title, 2), close, spacing=Space.S)
        head.setStretch(0, 1)
        self.body = column(spacing=Space.S)
        self.save = Button(tr("Save"), "primary", compact=True)
        self.save.clicked.connect(self.saved)
        skip = Button(tr("Skip"), compact=True)
        skip.clicked.connect(self.answered)
        around = _SHADOW + Space.L
        self.setLayout(
            column(
                head, Text(about, size=Size.SMALL, tone="second", elide=True), self.body,
                row(STRETCH, skip, self.save, spacing=Space.S), spacing=Space.M, margins=around,
            )
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.answered.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        area = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        drop_shadow(painter, area, _SHADOW)
        surface(painter, area, Radius.PANEL, theme.color("surface"), theme.color("line"))


class ApplicationCard(MoveCard):
    """Offers to say what was sent; the application itself is recorded already."""

    def __init__(self, job: Job, application: Application, offered: Sequence[OfferedEnclosure]) -> None:
        super().__init__(tr("Application recorded"), _named(job))
        self.form = ApplicationForm(whole=False)
        self.body.addWidget(self.form)
        self.form.show_application(prefilled(application, offered, job.posting.url, today_here()), offered)
        self.form.changed.connect(lambda: self.save.setEnabled(self.form.is_right))
        self.form.submitted.connect(self.saved)


class ReasonCard(MoveCard):
    """Asks for a reason, and when they answered, if that is not known."""

    def __init__(self, about: str, *, asks_when: bool) -> None:
        super().__init__(tr("Did they say why?"), about)
        chips = FlowLayout(6)
        self.chips = [Chip(tr(reason), checkable=True) for reason in REASONS]
        for chip in self.chips:
            chip.clicked.connect(lambda _checked=False, chip=chip: self._choose(chip))
            chips.addWidget(chip)
        self.words = TextField(tr("Reason"), placeholder=tr("in their words or yours"))
        self.words.textEdited.connect(self._typed)
        self.words.returnPressed.connect(self.saved)
        self.when = TextField(tr("Answered on"), text=written_day(today_here()), placeholder=such_as_day())
        self.when.textChanged.connect(self._check)
        self.body.addWidget(holder(chips))
        self.body.addWidget(self.words)
        asked = holder(row(Text(tr("They answered on"), size=Size.SMALL, tone="third"), self.when, spacing=Space.S))
        self.body.addWidget(asked)
        self.asks_when = asks_when
        if not asks_when:
            asked.hide()

    def reason(self) -> str:
        return self.words.text().strip()

    def answered_on(self) -> date | None:
        return read_day(self.when.text().strip()) if self.asks_when else None

    def _choose(self, chosen: Chip) -> None:
        for chip in self.chips:
            if chip is not chosen:
                chip.set_selected(False)
        self.words.setText(chosen.text() if chosen.isChecked() else "")

    def _typed(self, text: str) -> None:
        for chip in self.chips:
            chip.set_selected(chip.text() == text)

    def _check(self) -> None:
        why = refuse_day(self.when.text().strip())
        self.when.set_state("error" if why else "plain", why)
        self.save.setEnabled(not why)


class AfterMoves(QObject):
    """``ask(job_ids, status)`` after a person moved cards there. The cards stand on ``parent``, left of its drawer."""

    def __init__(self, desk: Desk, service: JobService, parent: QWidget, offers: EnclosureOffers | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = service
        self._page = parent
        self._edits = ApplicationEdits(desk, service, offers)
        self._about: tuple[frozenset[int], JobStatus] | None = None
        self.card: MoveCard | None = None
        self._before: QWidget | None = None
        parent.installEventFilter(self)
        for drawer in parent.findChildren(Drawer):
            drawer.opened.connect(self._place)
            drawer.closed.connect(self._place)
        desk.on(JobsMoved, lambda event: self._moved_on(event.job_ids), owner=self)
        desk.on(JobRemoved, lambda event: self._moved_on([event.job_id]), owner=self)

    def ask(self, job_ids: Sequence[int], status: JobStatus) -> None:
        """Ask what there is to ask; nothing for other columns. Several applications at once are recorded as they are:
        nobody fills in ten forms in a row."""
        self.leave()
        if status is JobStatus.REJECTED or (status is JobStatus.APPLIED and len(job_ids) == 1):
            about = self._about = (frozenset(job_ids), status)
            asking = self._ask_what(job_ids[0]) if status is JobStatus.APPLIED else self._ask_why(list(job_ids))
            self._start(self._show_card(asking, about))

    def leave(self) -> None:
        """The card goes; whatever it asked is not asked again."""
        card, self.card, self._about = self.card, None, None
        if card is None:
            return
        had_focus = card.isAncestorOf(self._page.window().focusWidget() or self._page)
        card.hide()
        card.deleteLater()
        if had_focus and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    async def _ask_what(self, job_id: int) -> MoveCard | None:
        application = await self._edits.of_job(job_id)
        if application is None or application.status is not ApplicationStatus.SUBMITTED or application.enclosures:
            return None
        offered = await self._edits.offered(job_id)
        job = await self._desk.run(self._service.job, job_id)
        card = ApplicationCard(job, application, offered)
        card.saved.connect(lambda: self._save_application(card))
        return card

    async def _ask_why(self, job_ids: list[int]) -> MoveCard | None:
        job = await self._desk.run(self._service.job, job_ids[0])
        sent = await self._edits.of_job(job.id) if len(job_ids) == 1 else None
        about = _named(job) if len(job_ids) == 1 else count_word(len(job_ids))
        card = ReasonCard(about, asks_when=sent is not None and sent.responded is None)
        card.saved.connect(lambda: self._save_reason(card, job_ids, sent))
        return card

    async def _show_card(
        self, asking: Coroutine[Any, Any, MoveCard | None], about: tuple[frozenset[int], JobStatus]
    ) -> None:
        """Nothing is asked about a move that was undone, or followed by another one, while the question was made."""
        card = await asking
        if card is None:
            return
        if self._about is not about:
            card.deleteLater()
            return
        self.card = card
        self._before = self._page.window().focusWidget()
        card.setParent(self._page)
        card.answered.connect(self.leave)
        self._desk.keep_toasts_under(card)
        self._place()
        card.show()
        card.raise_()

    def _save_application(self, card: ApplicationCard) -> None:
        if card.form.is_right:
            wanted = card.form.application()
            self.leave()
            self._start(self._edits.save(wanted))

    def _save_reason(self, card: ReasonCard, job_ids: list[int], sent: Application | None) -> None:
        reason, when = card.reason(), card.answered_on()
        self.leave()
        if reason:
            self._start(self._edits.give_reason(job_ids, JobStatus.REJECTED, reason))
        if sent is not None and when is not None:
            self._start(self._note_answer(sent.job_id, when))

    async def _note_answer(self, job_id: int, when: date) -> None:
        recorded = await self._edits.of_job(job_id)
        if recorded is not None:
            await self._edits.save(recorded.model_copy(update={"responded": when}))

    def _moved_on(self, job_ids: Sequence[int]) -> None:
        """What is asked about has moved meanwhile, or was undone: then there is nothing to ask."""
        if self._about is not None and self._about[0] & set(job_ids):
            self._start(self._check(*self._about))

    async def _check(self, job_ids: frozenset[int], status: JobStatus) -> None:
        cards = await self._desk.run(self._service.cards, list(job_ids))
        still = {card.id for card in cards if card.status is status}
        if self._about is not None and self._about[0] == job_ids and still != job_ids:
            self.leave()

    def _place(self) -> None:
        if self.card is None:
            return
        covered = sum(drawer.drawer_width() for drawer in self._page.findChildren(Drawer) if drawer.is_open)
        room = self._page.width() - covered
        width = min(_WIDTH + 2 * _SHADOW, room)
        layout = self.card.layout()
        assert layout is not None  # noqa: S101 - every card has one
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        left, top = room - width - _EDGE + _SHADOW, self._page.height() - height - _BELOW + _SHADOW
        self.card.setGeometry(max(left, 0), max(top, 0), width, height)

    def _start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        self._desk.start(coroutine, owner=self)


def _named(job: Job) -> str:
    return ", ".join(part for part in (job.posting.title, job.posting.company) if part)
