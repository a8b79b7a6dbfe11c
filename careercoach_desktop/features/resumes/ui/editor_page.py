"""Writing a résumé: the form at the left, the page as it will be printed at the right, both always the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.resumes.model import (
    ReadingState,
    Resume,
    ResumeData,
    ResumeStyle,
)
from careercoach_desktop.features.resumes.ui.actions import ResumeAction, action_buttons
from careercoach_desktop.features.resumes.ui.bullet_spelling import SpellMarks
from careercoach_desktop.features.resumes.ui.editor_elsewhere import ChangesElsewhere, Showing
from careercoach_desktop.features.resumes.ui.editor_original import OriginalReader
from careercoach_desktop.features.resumes.ui.editor_saving import FormSaving
from careercoach_desktop.features.resumes.ui.export_door import export_resume, restyle
from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.features.resumes.ui.look_bar import LookBar
from careercoach_desktop.features.resumes.ui.original_view import OriginalView
from careercoach_desktop.features.resumes.ui.preview_pane import PreviewPane
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import (
    Banner,
    Button,
    Desk,
    EmptyState,
    PageHeader,
    RecordPlace,
    SegmentedControl,
    Skeleton,
    Space,
    Splitter,
    Text,
    column,
    holder,
)
from careercoach_desktop.foundation.uikit.undo import Scope

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ExportService, OriginalService, ResumeService
    from careercoach_desktop.foundation.spelling import Spelling

_FORM_MIN = 420
_SAID = {"": "", "saving": "Saving…", "saved": "Saved", "unsaved": "Not saved yet"}


class EditorPage(QWidget):
    """``open_record(id)`` shows a résumé; None shows the primary one. ``header`` and ``preview.bar`` are where others
    may offer more to do with it."""

    def __init__(
        self,
        desk: Desk,
        resumes: ResumeService,
        originals: OriginalService,
        exports: ExportService,
        spelling: Spelling,
        further: Sequence[ResumeAction] = (),
    ) -> None:
        super().__init__()
        self._place: RecordPlace | None = None
        self._desk = desk
        self._resumes = resumes
        self._resume: Resume | None = None
        self.header = PageHeader("Edit", line=True)
        self._saved = Text("", tone="third")
        self._views = SegmentedControl(
            (("preview", "Preview"), ("original", "Original")), "What to see beside the form"
        )
        self._views.changed.connect(self._choose_view)
        self._done = Button("Done", "primary", icon="check")
        self._done.clicked.connect(lambda: desk.open("resumes", self._resume.id if self._resume else None))
        self.header.add_beside(self._saved)
        self._further = action_buttons(further, lambda: self.resume_id)
        self._exports = exports
        self._is_handing_over = self._wants_export = False
        self._export = Button("Export…", icon="export", tip="Save it as PDF, Word or another file (Ctrl+Shift+S)")
        self._export.clicked.connect(self.hand_over)
        QShortcut(QKeySequence("Ctrl+Shift+S"), self).activated.connect(self._export.click)
        self.header.add_action(self._views, *self._further, self._export, self._done)
        self.form = ResumeForm("Résumé", checking=False)
        self._spelling = SpellMarks(desk, spelling, lambda: self.form.data, self)
        self.form.attends = self._spelling.attend
        self.preview = PreviewPane(desk, exports)
        self.look = LookBar(exports.templates())
        self.preview.bar.addWidget(self.look)
        self._original = OriginalView()
        self._reader = OriginalReader(desk, originals, self._original, self.form, self)
        self._saver = FormSaving(desk, resumes, self.form, self, "resumes.edit", self._load)
        self._lay_out()
        showing = Showing(lambda: self._resume, self._take, self._show_none)
        self._elsewhere = ChangesElsewhere(desk, resumes, self.form, self._saver, self, showing)
        self._listen()

    def _lay_out(self) -> None:
        self._wait = Banner("The file is being read. The fields fill in when it is done.", icon="hourglass")
        self._wait_place = holder(column(self._wait, margins=(Space.XXL, Space.L, Space.XXL, 0)))
        left = holder(column(self._wait_place, 14, self.form, spacing=0))
        left.setMinimumWidth(_FORM_MIN)
        self._right = QStackedWidget()
        self._right.addWidget(self.preview)
        self._right.addWidget(self._original)
        self._desk.toasts_over(self._right)
        splitter = Splitter(left, self._right, remember="resumes.edit")
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([620, 600])
        self._none = EmptyState(
            "file-text", "Add a résumé first; then you can write in it here.", action="Go to Résumés"
        )
        self._none.acted.connect(lambda: self._desk.open("resumes"))
        self._stack = QStackedWidget()
        self._splitter = splitter
        self._waiting = holder(column(Skeleton(6), margins=Space.XXXL))
        for each in (splitter, self._waiting, self._none):
            self._stack.addWidget(each)
        self.setLayout(column(self.header, self._stack, spacing=0))

    def _listen(self) -> None:
        self.form.edited.connect(self.preview.refresh)
        self.form.replayed.connect(self.preview.refresh)
        self.form.focused.connect(self._on_focused)
        self.preview.chosen.connect(self.form.go_to)
        self.look.changed.connect(lambda style: self._desk.start(self._restyle(style), owner=self))
        self._saver.state_changed.connect(self._say_state)

    # --- showing -----------------------------------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Called by navigation."""
        if record is not None and self._resume is not None and record == self._resume.id:
            self._elsewhere.look()
            return
        self._stack.setCurrentWidget(self._waiting)
        self._desk.start(self._load(record), owner=self)

    def open_place(self, place: RecordPlace) -> None:
        """Called by navigation: put the keyboard into the field of a value, now or as soon as the résumé is there."""
        if place.record == self.resume_id:
            self.open_record(place.record)
            self.form.go_to(place.path)
            return
        self._place = place
        self.open_record(place.record)

    @property
    def resume_id(self) -> int | None:
        """The résumé that is shown."""
        return self._resume.id if self._resume is not None else None

    @property
    def undo_scope(self) -> Scope | None:
        """Ctrl+Z takes back what was done to this résumé, not what came before it elsewhere."""
        return ("resume", self._resume.id) if self._resume is not None else None

    def data(self) -> ResumeData:
        """What the form says now, to the last letter."""
        self.form.flush()
        return self.form.data

    def keep(self) -> None:
        """Save what is typed, to the last letter."""
        self._elsewhere.keep()

    def export_primary(self) -> None:
        """Show the primary résumé and ask how to export it."""
        self._wants_export = True
        self.open_record(None)

    def hand_over(self) -> None:
        """Ask how to export what the form says now."""
        if self._resume is not None and not self._is_handing_over:
            self._is_handing_over = True
            self._desk.start(self._hand_over(self._resume.id), owner=self)

    async def _hand_over(self, resume_id: int) -> None:
        try:
            self.form.flush()
            await self._saver.settle()
            await export_resume(self._desk, self._resumes, self._exports, resume_id, self)
        finally:
            self._is_handing_over = False

    async def _restyle(self, style: ResumeStyle) -> None:
        """The preview follows at once; what is shown next is what was kept."""
        if self._resume is not None:
            self.preview.set_style(style)
            await restyle(self._desk, self._resumes, self._resume, style)

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
        place, self._place = self._place, None
        if place is None or place.record != resume.id or not self.form.go_to(place.path):
            self.form.go_to("basics.name")
        self._views.set_value("preview")
        self._choose_view("preview")
        if self._wants_export and self._export.isEnabled():
            self.hand_over()
        self._wants_export = False
        await self._reader.load(resume)

    def _show(self, resume: Resume) -> None:
        is_another = resume.id != self.resume_id
        self._resume = resume
        self._saver.open(resume.id)
        self._saved.setText("")
        self.header.set_title(resume.title)
        self.header.show_actions(on=True)
        self._views.setVisible(bool(resume.raw_text) or resume.pages > 0)
        is_read = resume.state is not ReadingState.READING
        self._wait_place.setVisible(not is_read)
        self.form.setEnabled(is_read)
        for button in (*self._further, self._export):
            button.setEnabled(resume.version > 0)
        self.form.show_data(resume.data)
        self.look.show_style(resume.style)
        self.preview.show_resume(self.form.data, resume.style, anew=is_another)
        self._stack.setCurrentWidget(self._splitter)

    def _show_none(self) -> None:
        """Its title, its state and its buttons go with the résumé."""
        self._resume = None
        self.header.set_title("Edit")
        self._saved.setText("")
        self.header.show_actions(on=False)
        self._saver.open(None)
        self.preview.clear()
        self._stack.setCurrentWidget(self._none)

    def _choose_view(self, view: str) -> None:
        self._right.setCurrentWidget(self.preview if view == "preview" else self._original)
        if view == "original":
            self._reader.look()
        self._on_focused(self.form.focused_path)

    def _on_focused(self, path: str) -> None:
        if self._right.currentWidget() is self.preview:
            self.preview.point_at(path)
        else:
            self._reader.point_at(path)

    def _say_state(self, state: str) -> None:
        self._saved.setText(_SAID[state] if self._resume is not None else "")

    # --- leaving -----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reader.look()

    def hideEvent(self, event: QHideEvent) -> None:
        self._elsewhere.leave()
        super().hideEvent(event)

    async def _take(self, was: Resume, fresh: Resume) -> None:
        """The résumé as it is now, after a change elsewhere (a version restored, the look, a title)."""
        self._resume = fresh
        self.header.set_title(fresh.title)
        if fresh.data == self.form.data and fresh.state is was.state:
            self.look.show_style(fresh.style)
            self.preview.set_style(fresh.style)
            return
        here = self.form.focused_path
        self._show(fresh)
        if here and self.form.isVisible():
            self.form.go_to(here)
        if fresh.raw_text != was.raw_text:
            await self._reader.load(fresh)
