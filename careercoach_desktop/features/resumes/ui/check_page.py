"""What was read, beside what it was read from: walk through the doubtful values, correct, done.

The form applies an edit at once and the service saves the same edit; both sides see the same small values, so nothing
large travels and undo works from anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from careercoach_desktop.features.resumes.editing import Edit, inverse, trace_of, values
from careercoach_desktop.features.resumes.model import (
    ReadingState,
    Resume,
    ResumeChanged,
    ResumeRead,
    ResumeRemoved,
)
from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.features.resumes.ui.looking_over import LookingOver
from careercoach_desktop.features.resumes.ui.original_view import OriginalView
from careercoach_desktop.features.resumes.ui.words import counted, is_doubted, read_line
from careercoach_desktop.foundation.documents.reading.sniff import PAGED
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import (
    Banner,
    Button,
    Desk,
    EmptyState,
    PageHeader,
    Skeleton,
    Space,
    Splitter,
    column,
    holder,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import (
        CorrectionService,
        OriginalService,
        ResumeService,
        TranscriptionService,
    )

_SETTLE_MS = 120
_FORM_MIN = 420
"""Pixels: the original gives way first, because one can scroll it."""


class CheckPage(QWidget):
    """``open_record(id)`` shows a résumé; None shows the primary one."""

    def __init__(
        self,
        desk: Desk,
        resumes: ResumeService,
        originals: OriginalService,
        corrections: CorrectionService,
        transcriptions: TranscriptionService,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._resumes = resumes
        self._originals = originals
        self._resume: Resume | None = None
        self._saving = 0
        self._changes = 0
        self._unseen: list[tuple[int, int]] = []
        self._found_doubts = 0
        self._header = PageHeader("Check what was read", line=True)
        self._done = Button("Looks right", "primary", icon="check")
        self._done.clicked.connect(lambda: desk.start(self._finish(), owner=self))
        self._header.add_action(self._done)
        self._form = ResumeForm()
        self._original = OriginalView()
        self._claude = LookingOver(desk, resumes, corrections, transcriptions, self._original, self)
        self._banner_place = column(spacing=0)
        self._banner: Banner | None = None
        self._banner_said: tuple[str, ...] = ()
        above = column(self._banner_place, self._claude.row, spacing=Space.S)
        above.setContentsMargins(Space.XXL, Space.L, Space.XXL, 14)
        fields = holder(column(above, self._form, spacing=0))
        right = QStackedWidget()
        right.setMinimumWidth(_FORM_MIN)
        right.addWidget(fields)
        right.addWidget(self._claude.panel)
        self._right, self._fields = right, fields
        self._splitter = Splitter(self._original, right, remember="resumes.check")
        self._splitter.setStretchFactor(0, 9)
        self._splitter.setStretchFactor(1, 11)
        self._splitter.setSizes([540, 650])
        self._waiting = holder(column(Skeleton(6), margins=Space.XXXL))
        self._none = EmptyState("file-text", "Add a résumé first; then you can check here what was read from it.",
                                action="Go to Résumés")  # fmt: skip
        self._none.acted.connect(lambda: desk.open("resumes"))
        self._stack = QStackedWidget()
        for each in (self._splitter, self._waiting, self._none):
            self._stack.addWidget(each)
        self.setLayout(column(self._header, self._stack, spacing=0))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._look_for_changes)
        self._listen()

    def _listen(self) -> None:
        self._form.edited.connect(self._on_edited)
        self._form.focused.connect(self._on_focused)
        self._form.doubts_changed.connect(self._show_banner)
        self._form.walked.connect(self._done.setFocus)
        self._claude.reviewing.connect(self._on_reviewing)
        self._original.page_wanted.connect(self._on_page_wanted)
        self._original.clicked.connect(self._on_original_clicked)
        self._desk.on(ResumeRead, self._on_read, owner=self)
        self._desk.on(ResumeChanged, self._on_changed, owner=self)
        self._desk.on(ResumeRemoved, self._on_removed, owner=self)

    # --- showing -----------------------------------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Called by navigation."""
        if record is not None and self._resume is not None and record == self._resume.id:
            self._look_for_changes()
            self._claude.refresh()
            return
        self._stack.setCurrentWidget(self._waiting)
        self._desk.start(self._load(record), owner=self)

    @property
    def form(self) -> ResumeForm:
        return self._form

    async def _load(self, record: int | None) -> None:
        try:
            resume = await (self._desk.run(self._resumes.primary) if record is None
                            else self._desk.run(self._resumes.resume, record))  # fmt: skip
        except UserError:
            self._show_none()
            raise
        if resume is None:
            self._show_none()
            return
        self._show(resume)
        await self._load_original(resume)

    async def _load_original(self, resume: Resume) -> None:
        self._original.show_nothing()
        self._unseen.clear()
        pages = []
        if resume.media_type in PAGED:
            try:
                pages = await self._desk.work(self._originals.pages, resume.id)
            except UserError:
                # The banner already says that this file could not be opened; its text (if any) is shown instead.
                pages = []
        if self._resume is None or self._resume.id != resume.id:
            return
        if pages:
            self._original.show_pages([(page.width, page.height) for page in pages])
        elif resume.raw_text:
            self._original.show_text(resume.raw_text)
        else:
            self._original.show_unreadable()
        if is_doubted(resume):
            self._form.go_to("basics.name")  # next to nothing was read: begin to type at the beginning
        else:
            self._form.focus_first()

    def _show(self, resume: Resume) -> None:
        self._resume = resume
        self._header.set_title(resume.title if resume.checked else "Check what was read")
        self._header.set_subtitle(read_line(resume))
        self._done.setText("Done" if resume.checked else "Looks right")
        self._done.setEnabled(resume.state is not ReadingState.READING)
        self._form.setEnabled(resume.state is not ReadingState.READING)
        self._form.show_data(resume.data)
        self._found_doubts = len(self._form.doubts())
        self._show_banner()
        self._claude.open(resume.id)
        self._stack.setCurrentWidget(self._splitter)

    def _show_none(self) -> None:
        self._resume = None
        self._claude.open(None)
        self._stack.setCurrentWidget(self._none)

    def _show_banner(self) -> None:
        if self._resume is None:
            return
        said = self._said(self._resume)
        if said == self._banner_said and self._banner is not None:
            return
        self._banner_said = said
        text, tone, icon, action, trailing = said
        before, self._banner = self._banner, Banner(text, tone, icon=icon, action=action)
        if before is not None:
            before.hide()
            before.deleteLater()
        self._banner_place.addWidget(self._banner)
        self._banner.set_trailing(trailing)
        self._banner.acted.connect(self._read_again)

    def _said(self, resume: Resume) -> tuple[str, str, str, str, str]:
        """The banner: text, tone, icon, action, and which of the doubtful values it is (``1 of 2``)."""
        if resume.state is ReadingState.FAILED:
            return f"{resume.problem} {resume.next_step}".strip(), "warn", "", "Read it again", ""
        if resume.state is ReadingState.READING:
            return "The file is being read. The fields fill in when it is done.", "neutral", "hourglass", "", ""
        if is_doubted(resume):
            return f"{resume.problem} {resume.next_step}", "warn", "", "", ""
        doubts, fields = len(self._form.doubts()), counted(len(values(self._form.data)), "field")
        if doubts:
            total = max(self._found_doubts, doubts)
            verb = "is" if doubts == 1 else "are"
            text = f"{doubts} of {fields} {verb} worth a look. Press Enter to go through them."
            return text, "warn", "", "", f"{total - doubts + 1} of {total}"
        if resume.checked:
            return "Checked. Changes are saved as you type.", "good", "", "", ""
        if self._found_doubts:
            return "You have looked at everything that was doubtful.", "good", "", "", ""
        return f"All {fields} were read clearly.", "good", "", "", ""

    def _read_again(self) -> None:
        if self._resume is not None:
            self._desk.start(self._desk.run(self._resumes.read_again, self._resume.id), owner=self)

    def _on_reviewing(self, on: bool) -> None:
        """Suggestions stand where the fields do; the keyboard comes back with the fields."""
        self._right.setCurrentWidget(self._claude.panel if on else self._fields)
        if not on and self.isVisible():
            self._form.focus_first()

    # --- the original ------------------------------------------------------------------------------------------

    def _on_focused(self, path: str) -> None:
        data = self._form.data
        tone = "warn" if path in self._form.doubts() else "accent"
        self._original.show_trace(trace_of(data, path), trace_of(data, self._neighbour(path)), tone)

    def _neighbour(self, path: str) -> str:
        """The path of the first value of the same entry, to find a word that stands in the text many times."""
        owner = path.rpartition(".")[0]
        for name in ("name", "institution", "title"):
            other = f"{owner}.{name}"
            if owner and other in self._form.data.traces:
                return other
        return ""

    def _on_original_clicked(self, page: int, x: float, y: float) -> None:
        """Go to the value that was read there; to the most exact one when several were read from one line."""
        hits: list[tuple[float, str]] = []
        for path, trace in self._form.data.traces.items():
            for region in trace.regions:
                if region.page == page and region.left <= x <= region.right and region.top <= y <= region.bottom:
                    area = (region.right - region.left) * (region.bottom - region.top)
                    hits.append((area, f"{path.removesuffix('current')}end" if path.endswith(".current") else path))
        for _area, path in sorted(hits):
            if self._form.go_to(path):
                return

    def _on_page_wanted(self, page: int, width_px: int) -> None:
        if not self.isVisible():
            self._unseen.append((page, width_px))  # drawn when somebody looks
        elif self._resume is not None:
            self._desk.start(self._fetch_page(self._resume.id, page, width_px), owner=self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        wanted, self._unseen = self._unseen, []
        for page, width_px in wanted:
            self._on_page_wanted(page, width_px)

    async def _fetch_page(self, resume_id: int, page: int, width_px: int) -> None:
        png = await self._desk.work(self._originals.picture, resume_id, page, width_px)
        if self._resume is not None and self._resume.id == resume_id:
            self._original.set_picture(page, png)

    # --- edits -------------------------------------------------------------------------------------------------

    def _on_edited(self, edits: Sequence[Edit], label: str) -> None:
        if self._resume is None:
            return
        resume_id = self._resume.id
        back = [inverse(edit) for edit in reversed(edits)]
        self._begin_saving()
        self._desk.start(self._save(resume_id, edits))
        self._desk.undo.push(label, lambda: self._replay(resume_id, back), lambda: self._replay(resume_id, edits))

    def _begin_saving(self) -> None:
        """From this moment on, what is read from the file may be older than the form."""
        self._saving += 1
        self._changes += 1

    async def _save(self, resume_id: int, edits: Sequence[Edit]) -> None:
        try:
            await self._desk.run(self._resumes.edit, resume_id, edits)
        finally:
            self._saving -= 1

    async def _replay(self, resume_id: int, edits: Sequence[Edit]) -> None:
        """Undo or redo: saved first, then shown where it happened."""
        self._begin_saving()
        await self._save(resume_id, edits)
        if self._resume is None or self._resume.id != resume_id:
            return
        try:
            self._form.replay(edits)
        except KeyError:  # the form shows an older state than the file
            await self._load(resume_id)
        if not self.isVisible():
            self._desk.open("resumes.check", resume_id)

    async def _finish(self) -> None:
        if self._resume is None:
            return
        self._commit_open_field()
        resume_id = self._resume.id
        if self._resume.version == 0 and not values(self._form.data):  # nothing was read and nothing typed
            self._desk.open("resumes")
            return
        filled = await self._desk.run(self._resumes.mark_checked, resume_id)
        self._desk.open("resumes")
        if filled:
            self._desk.toast(
                "Profile filled from this résumé",
                action="See profile",
                on_action=lambda: self._desk.open("settings", section="profile"),
                tone="good",
            )
        else:
            self._desk.toast("Checked. Every change is saved.", tone="good")

    def hideEvent(self, event: QHideEvent) -> None:
        self._commit_open_field()
        self._settle.stop()
        self._claude.rest()
        super().hideEvent(event)

    def _commit_open_field(self) -> None:
        """What is being typed counts as typed when the person leaves the page without leaving the field."""
        focused = QApplication.focusWidget()
        if focused is not None and self._form.isAncestorOf(focused):
            focused.clearFocus()

    # --- changes from elsewhere --------------------------------------------------------------------------------

    def _on_read(self, event: ResumeRead) -> None:
        if self._resume is not None and event.resume_id == self._resume.id:
            self._look_for_changes()

    def _on_changed(self, event: ResumeChanged) -> None:
        shown = self._resume is not None and event.resume_id == self._resume.id
        if shown and self.isVisible():  # navigation has another look when the page comes back
            self._settle.start()

    def _on_removed(self, event: ResumeRemoved) -> None:
        if self._resume is not None and event.resume_id == self._resume.id:
            self._show_none()

    def _look_for_changes(self) -> None:
        if self._resume is not None:
            self._desk.start(self._compare(self._resume.id), owner=self)

    async def _compare(self, resume_id: int) -> None:
        """Show what was changed elsewhere (a version restored, a title), but never throw away what is being typed."""
        changes = self._changes
        fresh = await self._desk.run(self._resumes.resume, resume_id)
        if self._resume is None or self._resume.id != resume_id:
            return
        if self._saving or changes != self._changes:
            return  # saving tells of itself, and then there is another look
        was, self._resume = self._resume, fresh
        if fresh.data == self._form.data and fresh.state is was.state and fresh.checked == was.checked:
            self._header.set_subtitle(read_line(fresh))
            self._show_banner()
            return
        here = self._form.focused_path
        self._show(fresh)
        if here and self._form.isVisible():
            self._form.go_to(here)
        if fresh.raw_text != was.raw_text or fresh.media_type != was.media_type:
            await self._load_original(fresh)
