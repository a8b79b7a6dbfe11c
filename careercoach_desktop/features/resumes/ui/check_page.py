"""What was read, beside what it was read from: walk through the doubtful values, correct, done.

The form applies an edit at once and the service saves the same edit; both sides see the same small values, so nothing
large travels and undo works from anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.resumes.editing import values
from careercoach_desktop.features.resumes.model import (
    ReadingState,
    Region,
    Resume,
    Trace,
)
from careercoach_desktop.features.resumes.ui.actions import ResumeAction, action_buttons
from careercoach_desktop.features.resumes.ui.editor_elsewhere import ChangesElsewhere, Showing
from careercoach_desktop.features.resumes.ui.editor_original import OriginalReader
from careercoach_desktop.features.resumes.ui.editor_rereading import ReadingAgain
from careercoach_desktop.features.resumes.ui.editor_saving import FormSaving
from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.features.resumes.ui.looking_over import LookingOver
from careercoach_desktop.features.resumes.ui.original_view import OriginalView
from careercoach_desktop.features.resumes.ui.words import counted, is_doubted, read_line
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import (
    Banner,
    Button,
    Desk,
    EmptyState,
    PageHeader,
    RecordPlace,
    Skeleton,
    Space,
    Splitter,
    column,
    holder,
)
from careercoach_desktop.foundation.uikit.undo import Scope

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import (
        CorrectionService,
        OriginalService,
        ResumeService,
        TranscriptionService,
    )

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
        further: Sequence[ResumeAction] = (),
    ) -> None:
        super().__init__()
        self._desk = desk
        self._resumes = resumes
        self._resume: Resume | None = None
        self._found_doubts = 0
        self._place: RecordPlace | None = None
        self._loads = 0
        self.header = PageHeader("Check what was read", line=True)
        self._done = Button("Looks right", "primary", icon="check")
        self._done.clicked.connect(lambda: desk.start(self._finish(), owner=self))
        self._further = action_buttons(further, lambda: self._resume.id if self._resume is not None else None)
        self.header.add_action(*self._further, self._done)
        self._form = ResumeForm()
        self._original = OriginalView()
        self._reader = OriginalReader(desk, originals, self._original, self._form, self)
        self._saver = FormSaving(desk, resumes, self._form, self, "resumes.check", self._load)
        self._claude = LookingOver(desk, resumes, corrections, transcriptions, self._original, self)
        self._reading = ReadingAgain(desk, resumes, self)
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
        self.setLayout(column(self.header, self._stack, spacing=0))
        showing = Showing(lambda: self._resume, self._take, self._show_none)
        self._elsewhere = ChangesElsewhere(desk, resumes, self._form, self._saver, self, showing)
        desk.toasts_over(self._original)
        self._listen()

    def _listen(self) -> None:
        self._form.focused.connect(self._reader.point_at)
        self._form.doubts_changed.connect(self._show_banner)
        self._form.walked.connect(self._done.setFocus)
        self._claude.reviewing.connect(self._on_reviewing)

    # --- showing -----------------------------------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Called by navigation."""
        if record is not None and self._resume is not None and record == self._resume.id:
            self._elsewhere.look()
            self._claude.refresh()
            return
        self._stack.setCurrentWidget(self._waiting)
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # an Enter that comes too early must not press anything
        self._desk.start(self._load(record), owner=self)

    def open_place(self, place: RecordPlace) -> None:
        """Called by navigation: show the value or the part of a page, now or as soon as the résumé is there."""
        shown = self._resume is not None and self._resume.id == place.record
        self._place = place
        self.open_record(place.record)
        if shown:
            self._go_to_place()

    def _go_to_place(self) -> bool:
        """Whether somebody waited to be shown a place, and it was shown."""
        place, self._place = self._place, None
        if place is None or self._resume is None or place.record != self._resume.id:
            return False
        self._right.setCurrentWidget(self._fields)
        if place.path:
            return self._form.go_to(place.path)
        self._original.show_trace(Trace(regions=[place.region]) if isinstance(place.region, Region) else None)
        return True

    @property
    def form(self) -> ResumeForm:
        return self._form

    @property
    def resume_id(self) -> int | None:
        """The résumé that is shown."""
        return self._resume.id if self._resume is not None else None

    @property
    def undo_scope(self) -> Scope | None:
        """Ctrl+Z takes back what was done to this résumé, not what came before it elsewhere."""
        return ("resume", self._resume.id) if self._resume is not None else None

    async def _load(self, record: int | None) -> None:
        self._loads += 1
        this = self._loads
        try:
            resume = await (self._desk.run(self._resumes.primary) if record is None
                            else self._desk.run(self._resumes.resume, record))  # fmt: skip
        except UserError:
            self._show_none()
            raise
        if this != self._loads:
            return  # asked for again meanwhile: that one knows where the person wants to be
        if resume is None:
            self._show_none()
            return
        self._show(resume)
        self._begin(resume)
        await self._load_original(resume)

    async def _load_original(self, resume: Resume) -> None:
        await self._reader.load(resume)
        if self._resume is not None and self._resume.id == resume.id:
            self._reader.point_at(self._form.focused_path)  # the keyboard did not wait for the pages
            self._go_to_place()

    def _begin(self, resume: Resume) -> None:
        """Put the keyboard where the person was sent, or where they usually start."""
        place = self._place
        if place is not None and place.record == resume.id and not place.path:
            return  # a part of a page is shown as soon as the page is there
        if self._go_to_place():
            return
        if is_doubted(resume):
            self._form.go_to("basics.name")  # next to nothing was read: begin to type at the beginning
        else:
            self._form.focus_first()

    def _show(self, resume: Resume) -> None:
        self._resume = resume
        self._saver.open(resume.id)
        self.header.set_title(resume.title if resume.checked else "Check what was read")
        self.header.set_subtitle(read_line(resume))
        self.header.show_actions(on=True)
        self._done.setText("Done" if resume.checked else "Looks right")
        self._done.setEnabled(resume.state is not ReadingState.READING)
        for button in self._further:
            button.setEnabled(resume.version > 0)
        self._form.setEnabled(resume.state is not ReadingState.READING)
        self._form.show_data(resume.data)
        self._found_doubts = len(self._form.doubts())
        self._show_banner()
        self._claude.open(resume.id)
        self._stack.setCurrentWidget(self._splitter)

    def _show_none(self) -> None:
        """Its title and its buttons go with the résumé."""
        self._resume = None
        self.header.set_title("Check what was read")
        self.header.set_subtitle("")
        self.header.show_actions(on=False)
        self._saver.open(None)
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
            self._desk.start(self._reading.start(self._resume.id), owner=self)

    def _on_reviewing(self, on: bool) -> None:
        """Suggestions stand where the fields do; the keyboard comes back with the fields."""
        self._right.setCurrentWidget(self._claude.panel if on else self._fields)
        if not on and self.isVisible():
            self._form.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins the walk, wherever on the page the keyboard is."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._stack.currentWidget() is self._splitter and self._right.currentWidget() is self._fields:
            self._form.focus_first()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reader.look()

    # --- leaving -----------------------------------------------------------------------------------------------

    async def _finish(self) -> None:
        resume = self._resume
        if resume is None:
            return
        self._elsewhere.leave()
        await self._saver.settle()
        if resume.version == 0 and not values(self._form.data):  # nothing was read and nothing typed
            self._desk.open("resumes")
            return
        filled = await self._desk.run(self._resumes.mark_checked, resume.id)
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
        self._elsewhere.leave()
        self._claude.rest()
        super().hideEvent(event)

    def keep(self) -> None:
        """Save what is typed, to the last letter."""
        self._elsewhere.keep()

    async def _take(self, was: Resume, fresh: Resume) -> None:
        """The résumé as it is now, after a change elsewhere (a version restored, a title)."""
        self._resume = fresh
        if fresh.data == self._form.data and fresh.state is was.state and fresh.checked == was.checked:
            self.header.set_subtitle(read_line(fresh))
            self._show_banner()
            return
        here = self._form.focused_path
        self._show(fresh)
        if here and self._form.isVisible():
            self._form.go_to(here)
        if fresh.raw_text != was.raw_text or fresh.media_type != was.media_type:
            self._begin(fresh)
            await self._load_original(fresh)
