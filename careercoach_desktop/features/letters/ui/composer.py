"""Where a letter begins: the wishes, the price, and the two ways; the same in the drawer and on the letter's page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.letters.model import Letter, LetterOffer, LetterWishes
from careercoach_desktop.features.letters.ui.letter_ways import CLAUDE, LetterWays
from careercoach_desktop.features.letters.ui.templates_dialog import TemplatesDialog
from careercoach_desktop.features.letters.ui.wishes_form import WishesForm, usual_wishes
from careercoach_desktop.features.resumes.model import ResumeChanged, ResumeRead, ResumeRemoved
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import SETTINGS
from careercoach_desktop.foundation.llm.model import KeyChanged
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.uikit import Banner, Desk, EmptyState, Space, column, holder

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.service import LetterService
    from careercoach_desktop.features.resumes.service import ResumeService

NO_RESUME = "no-resume"


class LetterComposer(QWidget):
    """``outlined`` brings the id of a letter made on this computer; one by Claude tells of itself while it grows.

    ``before`` is awaited before anything begins: what is there must be kept first. ``frame`` suggests a template's
    text. The wishes of each job are kept while the window is open.
    """

    outlined = Signal(int)
    started = Signal()
    offered = Signal(object)
    """A ``LetterOffer``, or None where Claude can't be offered."""

    def __init__(
        self,
        desk: Desk,
        letters: LetterService,
        resumes: ResumeService,
        *,
        before: Callable[[], Awaitable[object]] | None = None,
        frame: Callable[[], str] = str,
    ) -> None:
        super().__init__()
        self._desk, self._letters, self._resumes = desk, letters, resumes
        self._before, self._frame = before, frame
        self._job_id: int | None = None
        self._kept: dict[int, tuple[LetterWishes, int | None]] = {}
        self._form = WishesForm()
        self._ways = LetterWays()
        self._trouble = Banner("", "warn")
        self._trouble.hide()
        self._nothing = EmptyState("files", "A letter rests on your résumé. Add yours first.", action="Go to Résumés")
        self._nothing.acted.connect(lambda: desk.open("resumes"))
        self._nothing.hide()
        self._all = holder(column(self._form, self._trouble, self._ways, spacing=Space.L))
        self.setLayout(column(self._all, self._nothing, spacing=0))
        self._form.changed.connect(self._on_wishes)
        self._form.templates_wanted.connect(lambda: desk.start(self._manage(), owner=self))
        self._ways.chosen.connect(lambda way: desk.start(self._begin(way), owner=self))
        self._ways.settings_wanted.connect(lambda: desk.open_remedy(SETTINGS))
        for event in (ResumeRead, ResumeChanged, ResumeRemoved, KeyChanged, SettingsChanged):
            desk.on(event, lambda _event: self.refresh(), owner=self)

    def show_job(self, job_id: int, letter: Letter | None) -> None:
        """Begin a letter for this job; its last letter, where there is one, says what was wished before."""
        self._ways.set_quiet(quiet=letter is not None)
        is_same = job_id == self._job_id
        self._job_id = job_id
        if not is_same or job_id not in self._kept:
            usual = (letter.wishes, letter.resume_id) if letter is not None else (usual_wishes(), None)
            self._form.set_wishes(*self._kept.get(job_id, usual))
        self.refresh()

    def refresh(self) -> None:
        """Ask again what can be chosen and what it would take."""
        if self._job_id is not None:
            self._desk.start(self._load(self._job_id), owner=self)

    @property
    def wishes(self) -> LetterWishes:
        return self._form.wishes()

    def _on_wishes(self) -> None:
        if self._job_id is not None:
            self._kept[self._job_id] = self._form.wishes(), self._form.resume_id()
            self._desk.start(self._price(self._job_id), owner=self)

    async def _load(self, job_id: int) -> None:
        cards = await self._desk.run(self._resumes.cards)
        templates = await self._desk.run(self._letters.templates)
        if job_id != self._job_id:
            return
        self._form.set_resumes(cards)
        self._form.set_templates(templates)
        await self._price(job_id)

    async def _price(self, job_id: int) -> None:
        wishes, resume_id = self._form.wishes(), self._form.resume_id()
        offer: LetterOffer | None = None
        trouble = code = ""
        try:
            offer = await self._desk.work(self._letters.offer, job_id, wishes, resume_id)
        except UserError as error:
            trouble, code = str(error), error.code
        if job_id != self._job_id or (wishes, resume_id) != (self._form.wishes(), self._form.resume_id()):
            return
        self._all.setVisible(code != NO_RESUME)
        self._nothing.setVisible(code == NO_RESUME)
        self._trouble.set_text(trouble)
        self._trouble.setVisible(bool(trouble))
        self._ways.show_offer(offer)
        self.offered.emit(offer)

    async def _begin(self, way: str) -> None:
        job_id = self._job_id
        if job_id is None:
            return
        wishes, resume_id = self._form.wishes(), self._form.resume_id()
        self._kept[job_id] = wishes, resume_id
        if self._before is not None:
            await self._before()
        if way == CLAUDE:
            await self._desk.run(self._letters.start, job_id, wishes, resume_id)
            self.started.emit()
            return
        self.outlined.emit(await self._desk.run(self._letters.outline, job_id, wishes, resume_id))

    async def _manage(self) -> None:
        chosen = await TemplatesDialog(self._desk, self._letters, self.window(), self._frame()).chosen()
        self._form.set_templates(await self._desk.run(self._letters.templates))
        if chosen is not None:
            self._form.choose_template(chosen)
