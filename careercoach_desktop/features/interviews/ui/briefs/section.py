"""One briefing on the screen, whatever it is about: what there is, what asking Claude would take, how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from careercoach_desktop.features.analysis.model.judgement import ClaudeGrew, ClaudeOffer
from careercoach_desktop.features.analysis.ui import AskLine, FailureBanner, ProgressLine
from careercoach_desktop.features.interviews.model.brief import (
    TASK_KINDS,
    Brief,
    BriefChanged,
    BriefGrew,
    BriefSheet,
)
from careercoach_desktop.features.interviews.service.brief_words import as_text, origin_words
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import SETTINGS
from careercoach_desktop.foundation.llm.model import KeyChanged
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Banner,
    Button,
    Card,
    Desk,
    Size,
    Skeleton,
    Space,
    Text,
    clear,
    column,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.briefs import BriefService


class BriefSection(Card):
    """Subclasses say what is asked and how a briefing looks. ``load`` shows what there is now; a newer look wins."""

    def __init__(
        self, desk: Desk, briefs: BriefService, title: str, subject: str, *, sends: str, without_key: str, verb: str
    ) -> None:
        super().__init__(title, padding=Space.L, spacing=Space.M)
        self._desk = desk
        self._briefs = briefs
        self.subject = subject
        self._sheet: BriefSheet | None = None
        self._failed: Task | None = None
        self._asks = False
        self._looks = 0
        self._progress: ProgressLine | None = None
        looking = Skeleton(3, name=tr("Looking for {0}").format(title))
        self._content: QVBoxLayout = column(looking, spacing=Space.M)
        self._ask_line = AskLine(sends, without_key=without_key, verb=verb)
        self._ask_line.asked.connect(self._start)
        self._ask_line.settings_wanted.connect(lambda: desk.open_remedy(SETTINGS))
        self._ask_line.hide()
        self._beside = column(spacing=Space.S)
        self.add(self._content, self._ask_line, self._beside)
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.on(BriefChanged, self._on_brief, owner=self)
        desk.on(BriefGrew, self._on_grew, owner=self)
        for event in (KeyChanged, SettingsChanged):
            desk.on(event, lambda _event: self._price(), owner=self)

    # --- what a subclass says ----------------------------------------------------------------------------------

    def look(self) -> BriefSheet:
        """How it stands; on the desk's thread."""
        raise NotImplementedError

    def offer(self) -> ClaudeOffer:
        """What asking would take; on the desk's thread."""
        raise NotImplementedError

    def begin(self) -> object:
        """Ask; on the desk's thread."""
        raise NotImplementedError

    def show_brief(self, sheet: BriefSheet, brief: Brief) -> None:
        """Put it into ``content``."""
        raise NotImplementedError

    def show_beside(self, place: QVBoxLayout) -> None:
        """Other ways to have a briefing, under the button."""

    def show_growth(self, grew: BriefGrew) -> None:
        """What has come so far, beside the progress line."""

    @property
    def promise(self) -> str:
        """What one would have, while there is none."""
        return ""

    @property
    def old_words(self) -> str:
        """Why it is not what it was any more."""
        return ""

    @property
    def again_words(self) -> str:
        return tr("Ask again")

    # --- showing -----------------------------------------------------------------------------------------------

    @property
    def content(self) -> QVBoxLayout:
        return self._content

    @property
    def brief(self) -> Brief | None:
        """What it shows."""
        return self._sheet.brief if self._sheet is not None else None

    def load(self) -> None:
        self._desk.start(self._look(), owner=self)

    async def _look(self) -> None:
        self._looks += 1
        look = self._looks
        try:
            sheet = await self._desk.work(self.look)
        except (KeyError, UserError):
            return  # the round is gone: whoever shows it hears of that, too
        if look != self._looks:
            return
        self._sheet = sheet
        self.show_sheet(sheet)

    def show_sheet(self, sheet: BriefSheet) -> None:
        """Build what is seen anew."""
        clear(self._content)
        clear(self._beside)
        self._progress = None
        task, brief = sheet.task, sheet.brief
        running = task is not None and not task.state.is_over
        if running and task is not None:
            self._progress = ProgressLine(task)
            self._progress.stopped.connect(lambda: self._desk.start(self._stop(), owner=self))
            self._content.addWidget(self._progress)
        failed = task if task is not None and task.state is TaskState.FAILED else self._failed
        if failed is not None and not running:
            banner = FailureBanner(failed)
            banner.settings_wanted.connect(lambda: self._desk.open_remedy(SETTINGS))
            banner.again_wanted.connect(self._start)
            self._content.addWidget(banner)
        if brief is not None:
            self._show_head(sheet, brief, running=running)
            self.show_brief(sheet, brief)
            if not running:
                self._show_foot(brief)
        elif not running:
            self._content.addWidget(Text(self.promise, tone="second", wrap=True))
        asks = not running and (brief is None or self._asks)
        self._ask_line.setVisible(asks)
        if asks:
            self.show_beside(self._beside)
            self._price()

    def _show_head(self, sheet: BriefSheet, brief: Brief, *, running: bool) -> None:
        said = origin_words(brief, utc_now())
        self._content.addWidget(Text(said, size=Size.SMALL, tone="third", wrap=True))
        if sheet.is_old and not running:
            old = Banner(self.old_words, "warn", action="" if self._asks else self.again_words)
            old.acted.connect(self._ask_again)
            self._content.addWidget(old)

    def _show_foot(self, brief: Brief) -> None:
        copy = Button(tr("Copy"), "link", icon="copy")
        copy.clicked.connect(lambda: self._copy(brief))
        again = Button(self.again_words, "link")
        again.clicked.connect(self._ask_again)
        again.setVisible(not self._asks)
        away = Button(tr("Put it away"), "link")
        away.clicked.connect(lambda: self._desk.start(self._put_away(brief), owner=self))
        self._content.addLayout(row(copy, again, away, STRETCH, spacing=Space.L))

    def _price(self) -> None:
        if self._ask_line.isVisibleTo(self):
            self._ask_line.show_offer(None)
            self._desk.start(self._work_out(), owner=self)

    async def _work_out(self) -> None:
        try:
            offer = await self._desk.work(self.offer)
        except UserError as problem:
            offer = ClaudeOffer("", "", problem=problem)
        except KeyError:
            return
        self._ask_line.show_offer(offer)

    # --- acting ------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Show what asking would take, as “Ask again” does."""
        self._ask_again()

    def _ask_again(self) -> None:
        self._asks = True
        if self._sheet is not None:
            QTimer.singleShot(0, self, lambda: self.show_sheet(self._sheet) if self._sheet is not None else None)

    def _start(self) -> None:
        self._failed = None
        self.run(self.begin)

    def run(self, verb: Callable[[], object]) -> None:
        """A verb of the service that makes a briefing, then a look at what came of it."""
        self._desk.start(self._made(verb), owner=self)

    async def _made(self, verb: Callable[[], object]) -> None:
        try:
            await self._desk.work(verb)
        except UserError:
            self.load()
            raise
        self._asks = False
        self.load()

    async def _stop(self) -> None:
        await self._desk.run(self._briefs.stop, self.subject)

    async def _put_away(self, brief: Brief) -> None:
        away = await self._desk.run(self._briefs.forget, brief.id)

        def again() -> object:
            kept = self._briefs.brief(away.kind, away.subject)
            return self._briefs.forget(kept.id) if kept is not None else None

        change = self._desk.undo.push(
            tr("put a briefing away"),
            lambda: self._desk.run(self._briefs.put_back, away),
            lambda: self._desk.run(again),
        )
        self._desk.offer_undo(tr("The briefing was put away"), change)

    def _copy(self, brief: Brief) -> None:
        stories = self._sheet.stories if self._sheet is not None else {}
        QGuiApplication.clipboard().setText(as_text(brief, stories))
        self._desk.toast(tr("Copied."))

    # --- what happens elsewhere --------------------------------------------------------------------------------

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        if task.kind not in TASK_KINDS or task.subject != self.subject:
            return
        if task.state is TaskState.RUNNING and not task.cancelling and self._progress is not None:
            self._progress.show_task(task)
            return
        self._failed = task if task.state is TaskState.FAILED else None
        self.load()

    def _on_brief(self, event: BriefChanged) -> None:
        if event.subject == self.subject:
            self.load()

    def _on_grew(self, event: BriefGrew) -> None:
        if event.subject == self.subject and self._progress is not None:
            self._progress.show_growth(ClaudeGrew(event.task_id, event.line, 0))
            self.show_growth(event)
