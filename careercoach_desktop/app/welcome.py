"""The first screen of a new data folder: drop a résumé, write one, look around with sample data, or start empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import STRETCH, Button, Desk, DropZone, Heading, Text, recall, remember, row

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.model import ResumeChanged, ResumeRead
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.llm.claude import Claude

_WIDTH = 560
KEY_OFFERED = "welcome.key-offered"


class FirstCheck(QObject):
    """The welcome's second and third step: the résumé just dropped opens for checking as soon as it is read, and when
    it is checked a Claude key is offered, once.

    ``still_waiting`` says whether the person is still looking at where it appears; whoever has gone elsewhere is not
    pulled back.
    """

    def __init__(self, desk: Desk, resumes: ResumeService, claude: Claude, still_waiting: Callable[[], bool]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._resumes = resumes
        self._claude = claude
        self._still_waiting = still_waiting
        self._done = False
        self._checking = 0
        from careercoach_desktop.features.resumes.model import ResumeChanged, ResumeRead

        desk.on(ResumeRead, self._look, owner=self)
        desk.on(ResumeChanged, self._offer_when_checked, owner=self)

    async def _look(self, event: ResumeRead) -> None:
        from careercoach_desktop.features.resumes.model import ReadingState

        if self._done:
            return
        self._done = True
        resume = await self._desk.run(self._resumes.resume, event.resume_id)
        if resume.state is ReadingState.READ and self._still_waiting():
            self._checking = resume.id
            self._desk.open("resumes.check", resume.id)

    async def _offer_when_checked(self, event: ResumeChanged) -> None:
        if event.resume_id != self._checking:
            return
        resume = await self._desk.run(self._resumes.resume, event.resume_id)
        if not resume.checked or not self._checking:
            return
        self._checking = 0
        await offer_key(self._desk, self._claude)


async def offer_key(desk: Desk, claude: Claude) -> None:
    """Say what a key would add, to somebody who has none, once and never again; the way there or not now."""
    if recall(KEY_OFFERED, default=False):
        return
    try:
        if await desk.work(claude.is_ready):
            return
    except UserError:  # the keychain stays locked: there may well be one in it
        return
    remember(KEY_OFFERED, value=True)
    if await desk.ask(
        "Add a Claude key, or not now",
        "You can read, write, check and export résumés without one. With a key of your own, Claude can check what was "
        "read and word things better, when you ask it to; you see first what it costs. You find this in Settings at "
        "any time.",
        confirm="Add a key",
        cancel="Not now",
    ):
        desk.open("settings", section="claude")


class WelcomePage(QWidget):
    """``files_dropped`` carries a list of paths, each ending in one of ``resume_suffixes``."""

    files_dropped = Signal(list)
    browse_requested = Signal()
    sample_requested = Signal()
    write_requested = Signal()
    empty_requested = Signal()

    def __init__(self, resume_suffixes: Sequence[str]) -> None:
        super().__init__()
        zone = DropZone(
            "Drop your résumé here",
            hint="PDF, Word, text, a picture, JSON Resume or LinkedIn’s export",
            button="Choose a file",
            suffixes=resume_suffixes,
        )
        zone.setMinimumHeight(220)
        zone.dropped.connect(self.files_dropped)
        zone.browse_requested.connect(self.browse_requested)
        sample = Button("Explore with sample data", icon="compass")
        sample.clicked.connect(self.sample_requested)
        write = Button("Write a new one", icon="note-pencil")
        write.clicked.connect(self.write_requested)
        empty = Button("Start empty", "link")
        empty.clicked.connect(self.empty_requested)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(Heading("Welcome. Let’s start with your résumé.", level=1))
        column.addWidget(
            Text(
                "Career Coach reads it on this computer, shows you what it understood, and tailors it to each job "
                "without inventing anything. No account; nothing is sent unless you ask.",
                tone="second",
                wrap=True,
            )
        )
        column.addSpacing(8)
        column.addWidget(zone)
        column.addSpacing(4)
        column.addLayout(row(write, sample, empty, STRETCH, spacing=12))
        column.addStretch(3)
        holder = QWidget()
        holder.setLayout(column)
        holder.setFixedWidth(_WIDTH)
        outer = QHBoxLayout(self)
        outer.addWidget(holder, 0, Qt.AlignmentFlag.AlignHCenter)
