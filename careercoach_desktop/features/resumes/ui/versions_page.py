"""Every version of a résumé: what changed in each, any two beside each other, one brought back, one named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.resumes.model import Resume, ResumeChanged, ResumeRead, ResumeRemoved
from careercoach_desktop.features.resumes.ui.compare_view import CompareView
from careercoach_desktop.features.resumes.ui.version_list import VersionList
from careercoach_desktop.features.resumes.ui.version_naming import name_version
from careercoach_desktop.features.resumes.ui.version_words import few_words, version_name
from careercoach_desktop.features.resumes.ui.words import counted
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    ComboButton,
    Desk,
    EmptyState,
    Line,
    PageHeader,
    Skeleton,
    Space,
    Text,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ResumeService, VersionStep


_WRITING = ("resumes.edit", "resumes.check")
_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut
_COMBO = 182
"""Pixels: two of them and the choices of layout stand beside each other in a window of 1280."""


class VersionsPage(QWidget):
    """``open_record(id)`` shows the versions of a résumé; None those of the primary one."""

    def __init__(self, desk: Desk, resumes: ResumeService) -> None:
        super().__init__()
        self._desk = desk
        self._resumes = resumes
        self._resume: Resume | None = None
        self._wanted: int | None = None
        self._way_back = "resumes"
        self._steps: list[VersionStep] = []
        self._earlier = self._later = self._seen = self._turn = 0
        self._header = PageHeader("Versions", back=True, line=True)
        self._header.back_requested.connect(self._leave)
        self._name = Button("Save as version…", icon="bookmark-simple", tip="Give the present version a name (Ctrl+S)")
        self._name.clicked.connect(lambda: self._ask_name(None))
        self._restore = Button("Restore", "primary", icon="clock-counter-clockwise")
        self._restore.clicked.connect(self._on_restore)
        self._header.add_action(self._name, self._restore)
        self.list = VersionList()
        self.list.chosen.connect(self.choose)
        self.list.name_wanted.connect(self._ask_name)
        self._left, self._right = (ComboButton([], name, compact=True) for name in ("Earlier", "Later"))
        self._left.changed.connect(lambda key: self.compare(int(key), self._later))
        self._right.changed.connect(lambda key: self.compare(self._earlier, int(key)))
        for combo in (self._left, self._right):
            combo.setMaximumWidth(_COMBO)
        self.view = CompareView()
        bar = row(self._left, Text("→", tone="third"), self._right, STRETCH, self.view.everything,
                  self.view.layout_choice, spacing=Space.S, margins=(Space.XL, Space.S, Space.XL, Space.S))  # fmt: skip
        right = holder(column(bar, Line(), self.view, spacing=0))
        whole = row(self.list, Line(vertical=True), right, spacing=0)
        whole.setStretch(2, 1)
        self._whole = holder(whole)
        self._waiting = holder(column(Skeleton(6), STRETCH, margins=Space.XXXL))
        self._none = EmptyState("clock-counter-clockwise", "Versions appear here as you change a résumé.",
                                action="Go to Résumés")  # fmt: skip
        self._none.acted.connect(lambda: desk.open("resumes"))
        self._stack = QStackedWidget()
        for each in (self._waiting, self._whole, self._none):
            self._stack.addWidget(each)
        self.setLayout(column(self._header, self._stack, spacing=0))
        QShortcut(QKeySequence("Esc"), self, self._leave, context=_INSIDE)
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.activated.connect(lambda: self._ask_name(None))
        desk.on(ResumeChanged, self._on_changed, owner=self)
        desk.on(ResumeRead, self._on_changed, owner=self)
        desk.on(ResumeRemoved, self._on_removed, owner=self)

    # --- showing -----------------------------------------------------------------------------------------------

    def came_from(self, page: str) -> None:
        """Called by navigation: the way back leads to where the person was writing."""
        self._way_back = page if page in _WRITING else "resumes"

    def open_record(self, record: int | None) -> None:
        """Called by navigation."""
        self._wanted = record
        if self._resume is None or record != self._resume.id:
            self._stack.setCurrentWidget(self._waiting)
            self._earlier = self._later = 0
        self._desk.start(self._load(record), owner=self)

    async def _load(self, record: int | None) -> None:
        self._turn += 1
        turn = self._turn
        try:
            resume = await (self._desk.run(self._resumes.primary) if record is None
                            else self._desk.run(self._resumes.resume, record))  # fmt: skip
            steps = await self._desk.work(self._resumes.history, resume.id) if resume else []
        except UserError:
            self._show(None, [])
            raise
        if turn == self._turn:  # not asked for another, and not removed meanwhile
            self._show(resume, steps)

    def _show(self, resume: Resume | None, steps: Sequence[VersionStep]) -> None:
        self._resume, self._steps = resume, list(steps)
        self._header.set_title(f"Versions of “{resume.title}”" if resume else "Versions")
        self._header.set_subtitle(counted(len(steps), "version") if steps else "")
        for button in (self._name, self._restore):
            button.setVisible(bool(steps))
        if resume is None or not steps:
            self._stack.setCurrentWidget(self._none)
            return
        was_shown, before = self._stack.currentWidget() is self._whole, self._seen
        self._seen, chosen = resume.version, self.list.chosen_number
        self._stack.setCurrentWidget(self._whole)
        self.list.show_steps(steps, resume.version)
        choices = [(str(step.version.number), _choice(step)) for step in steps]
        self._left.set_choices(choices)
        self._right.set_choices(choices)
        numbers = [step.version.number for step in steps]
        if was_shown and before == resume.version and {self._earlier, self._later} <= set(numbers):
            self.compare(self._earlier, self._later)
            if chosen is not None and chosen in numbers:
                self.list.select(chosen)  # a name or a word more is no reason to go to another card
        else:
            self.choose(resume.version)
            self.list.focus(resume.version)

    def choose(self, number: int) -> None:
        """Look at a version from the list: what it says beside what there is now; for the present one, what it
        changed."""
        present = self._steps[0].version.number if self._steps else number
        self.compare(number if number != present else self._before(number), present)
        self.list.select(number)

    def compare(self, earlier: int, later: int) -> None:
        """Put any two versions beside each other."""
        self._earlier, self._later = earlier, later
        self._left.set_value(str(earlier))
        self._right.set_value(str(later))
        self.list.select(later if later != self._present else earlier)
        wanted = self._restorable
        self._restore.setEnabled(wanted is not None)
        self._restore.setText(f"Restore version {wanted}" if wanted else "Restore")
        if self._resume is not None:
            self._desk.start(self._fetch(self._resume.id, earlier, later), owner=self)

    @property
    def _present(self) -> int:
        return self._steps[0].version.number if self._steps else 0

    @property
    def _restorable(self) -> int | None:
        """The one of the two that is not the present one; the earlier when neither is."""
        return next((number for number in (self._earlier, self._later) if number != self._present), None)

    def _before(self, number: int) -> int:
        older = [step.version.number for step in self._steps if step.version.number < number]
        return older[0] if older else number

    async def _fetch(self, resume_id: int, earlier: int, later: int) -> None:
        comparison = await self._desk.work(self._resumes.comparison, resume_id, earlier, later)
        if (earlier, later) != (self._earlier, self._later) or self._resume is None or self._resume.id != resume_id:
            return  # another pair was chosen meanwhile
        said = next((few_words(step.changes) for step in self._steps if step.version.number == later), "")
        self.view.show_comparison(comparison, self._head(earlier), self._head(later), said)

    def _head(self, number: int) -> str:
        step = next((step for step in self._steps if step.version.number == number), None)
        return _choice(step) if step is not None else ""

    # --- doing -------------------------------------------------------------------------------------------------

    def _leave(self) -> None:
        self._desk.open(self._way_back, self._resume.id if self._resume is not None else None)

    def _ask_name(self, number: int | None) -> None:
        if self._resume is not None:
            self._desk.start(name_version(self._desk, self._resumes, self._resume.id, number, self), owner=self)

    def _on_restore(self) -> None:
        wanted = self._restorable
        if self._resume is not None and wanted is not None:
            self._desk.start(restore_version(self._desk, self._resumes, self._resume, wanted), owner=self)

    def _on_changed(self, event: ResumeChanged | ResumeRead) -> None:
        shown = self._resume.id if self._resume is not None else self._wanted
        if self.isVisible() and shown in (None, event.resume_id):  # None: the primary one, as soon as there is one
            self._desk.start(self._load(shown), owner=self)

    def _on_removed(self, event: ResumeRemoved) -> None:
        if self._resume is not None and event.resume_id == self._resume.id:
            self._turn += 1
            self._show(None, [])


async def restore_version(desk: Desk, resumes: ResumeService, resume: Resume, wanted: int) -> None:
    """Make an earlier version the present one; undo makes the one before it the present one again."""
    present = resume.version
    number = await desk.run(resumes.restore_version, resume.id, wanted)
    change = desk.undo.push(
        f"restored version {wanted}",
        lambda: desk.run(resumes.restore_version, resume.id, present),
        lambda: desk.run(resumes.restore_version, resume.id, wanted),
        scope=("resume", resume.id),
    )
    desk.offer_undo(f"Version {wanted} is back, as version {number}. Nothing is lost.", change)


def _choice(step: VersionStep) -> str:
    return f"Version {step.version.number} · {version_name(step.version)}"
