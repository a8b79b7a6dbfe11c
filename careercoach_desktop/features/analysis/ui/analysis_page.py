"""What rules find in a résumé: the scores with their reasons, the findings, and the way to each place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from careercoach_desktop.features.analysis.model import Place, ResumeAnalysis, Severity, Topic
from careercoach_desktop.features.analysis.ui.claude_view import ClaudeView
from careercoach_desktop.features.analysis.ui.finding_row import FindingRow
from careercoach_desktop.features.analysis.ui.score_card import ScoreCard
from careercoach_desktop.features.analysis.ui.words import SEVERITIES, done_words
from careercoach_desktop.features.resumes.model import Region, ResumeChanged, ResumeRead, ResumeRemoved
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Banner,
    Button,
    Desk,
    EmptyState,
    Heading,
    PageHeader,
    RecordPlace,
    Rows,
    Scroll,
    SegmentedControl,
    Skeleton,
    Space,
    clear,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.analysis.service import AnalysisService, JudgementService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.resumes.service import ResumeService

_SCORES_WIDTH = 330
_FINDINGS_WIDTH = 760
_RULES, _CLAUDE = "rules", "claude"
_NOTHING_FOUND = (
    "The rules found nothing to put right. Whether it fits a job is another question: see Match on the job."
)


class AnalysisPage(QWidget):
    """``open_record(id)`` shows a résumé's analysis; None shows that of the primary one."""

    def __init__(
        self,
        desk: Desk,
        service: AnalysisService,
        resumes: ResumeService,
        judgements: JudgementService,
        jobs: JobService,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._resumes = resumes
        self._resume_id: int | None = None
        self._shown: ResumeAnalysis | None = None
        self._busy = self._stale = False
        self._unfolded: set[str] = set()
        self._header = PageHeader("Analysis", back=True, line=True)
        self._header.back_requested.connect(lambda: desk.open("resumes", self._resume_id))
        self._edit = Button("Open the résumé", icon="pencil-simple")
        self._edit.clicked.connect(lambda: desk.open(self._home(), self._resume_id))
        self._header.add_action(self._edit)
        self._scores = ScoreCard()
        self._scores.setFixedWidth(_SCORES_WIDTH)
        self._findings = column(spacing=Space.L)
        self._by_rules = holder(self._findings)
        self._claude = ClaudeView(desk, judgements, service, jobs)
        self._claude.show_wanted.connect(lambda path: self._show_place(Place(path=path)))
        self._claude.hide()
        self._views = SegmentedControl([(_RULES, "Found by rules"), (_CLAUDE, "Claude’s view")], "Who looked at it")
        self._views.changed.connect(self.show_view)
        right = holder(column(row(self._views, STRETCH), self._by_rules, self._claude, STRETCH, spacing=Space.L))
        right.setMaximumWidth(_FINDINGS_WIDTH)
        whole = QHBoxLayout()
        whole.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XXL)
        whole.setSpacing(Space.XXL)
        whole.addWidget(self._scores, 0, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(right, 1)
        whole.addStretch(0)
        self._content = Scroll(whole, "Analysis")
        self._waiting = holder(column(Skeleton(8, name="Analysing"), STRETCH, margins=Space.XXXL))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self._content)
        self._empty: EmptyState | None = None
        self.setLayout(column(self._header, self._stack, spacing=0))
        desk.on(ResumeRead, self._on_resume, owner=self)
        desk.on(ResumeChanged, self._on_resume, owner=self)
        desk.on(ResumeRemoved, self._on_resume, owner=self)
        desk.on(ChangedElsewhere, lambda _event: self._refresh(), owner=self)

    # --- showing -----------------------------------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Called by navigation."""
        if record is None or record != self._resume_id:
            self._shown = None
            self._unfolded.clear()
            self._edit.setEnabled(False)
            self._header.set_subtitle("")
            self._stack.setCurrentWidget(self._waiting)
        self._resume_id = record
        self._desk.start(self._load(), owner=self)

    def show_view(self, view: str) -> None:
        """``rules`` or ``claude``."""
        self._views.set_value(view)
        self._by_rules.setVisible(view == _RULES)
        self._claude.setVisible(view == _CLAUDE)
        if view == _CLAUDE and self._shown is not None:
            self._claude.open(self._shown.resume_id)

    @property
    def shown(self) -> ResumeAnalysis | None:
        """What the page shows now; None while it loads or has nothing to show."""
        return self._shown

    def rows(self) -> list[FindingRow]:
        """The findings in the order they stand."""
        return [each for each in self.findChildren(FindingRow) if each.isVisibleTo(self)]

    def _on_resume(self, event: ResumeRead | ResumeChanged | ResumeRemoved) -> None:
        if event.resume_id == self._resume_id:
            self._refresh()

    def _refresh(self) -> None:
        if self.isVisible() and self._resume_id is not None:  # navigation loads it when it comes into view
            self._desk.start(self._load(), owner=self)

    async def _load(self) -> None:
        """Many changes at once are looked at once more when the look under way is there."""
        self._stale = True
        if self._busy:
            return
        self._busy = True
        try:
            while self._stale:
                self._stale = False
                await self._load_once()
        finally:
            self._busy = False

    async def _load_once(self) -> None:
        if self._resume_id is None:
            primary = await self._desk.run(self._resumes.primary)
            if primary is None:
                self._show_empty("Add a résumé first; then you can see here what could be better in it.",
                                 "Go to Résumés")  # fmt: skip
                return
            self._resume_id = primary.id
        wanted = self._resume_id
        await self._desk.run(lambda: None)  # what was asked of the services before (a fix, a field) is done by then
        try:
            found = await self._desk.work(self._service.analyse, wanted)
        except UserError as problem:
            if wanted == self._resume_id:
                self._show_empty(str(problem), "Go to Résumés")
            return
        if wanted == self._resume_id and not self._stale:
            self._show(found)

    def _show_empty(self, text: str, action: str) -> None:
        self._shown = None
        self._edit.setEnabled(False)
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = EmptyState("file-search", text, action=action)
        self._empty.acted.connect(lambda: self._desk.open("resumes"))
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def _show(self, found: ResumeAnalysis) -> None:
        if self._views.value() == _CLAUDE:
            self._claude.open(found.resume_id)
        if self._shown is not None and self._shown.analysis == found.analysis and self._shown.title == found.title:
            self._stack.setCurrentWidget(self._content)
            return
        at = self._row_with_keyboard()
        self._shown = found
        self._edit.setEnabled(True)
        self._header.set_subtitle(found.title)
        self._scores.show_analysis(found.analysis)
        clear(self._findings)
        for severity in Severity:
            self._add_group(severity, found)
        if any(finding.topic is Topic.FILE for finding in found.analysis.findings):
            self._findings.addWidget(
                Banner("What is marked “File” is about the file you imported, not about what you export from here.")
            )
        if not found.analysis.findings:
            self._findings.addWidget(EmptyState("check-circle", _NOTHING_FOUND))
        self._findings.addStretch(1)
        self._stack.setCurrentWidget(self._content)
        self._keep_keyboard(at)

    def _add_group(self, severity: Severity, found: ResumeAnalysis) -> None:
        chosen = [finding for finding in found.analysis.findings if finding.severity is severity]
        if not chosen:
            return
        title = SEVERITIES[severity][0]
        rows = Rows(title)
        for finding in chosen:
            line = FindingRow(finding, unfolded=finding.rule in self._unfolded)
            line.show_requested.connect(self._show_place)
            line.fix_requested.connect(self._on_fix)
            line.unfolded_by_hand.connect(self._unfolded.add)
            rows.add(line)
        head = row(Heading(f"{title} · {len(chosen)}", 3), STRETCH)
        group = holder(column(head, rows, spacing=Space.S))
        self._findings.addWidget(group)
        group.show()  # now, not when Qt gets round to it: the keyboard may be sent there at once

    # --- acting ------------------------------------------------------------------------------------------------

    def _show_place(self, place: Place) -> None:
        if self._resume_id is None:
            return
        region = None if place.seen is None else Region(**place.seen.model_dump())
        page = "resumes.check" if region is not None else self._home()  # only there the original stands from the start
        self._desk.open(page, place=RecordPlace(self._resume_id, place.path, region))

    def _home(self) -> str:
        """The page where this résumé is worked on."""
        return "resumes.edit" if self._shown is not None and self._shown.checked else "resumes.check"

    def _on_fix(self, rule: str) -> None:
        if self._resume_id is not None:
            self._desk.start(self._fix(self._resume_id, rule), owner=self)

    async def _fix(self, resume_id: int, rule: str) -> None:
        """Put it right; undo takes exactly that back."""
        fixed = await self._desk.run(self._service.fix, resume_id, rule)
        said = done_words(fixed.label)
        change = self._desk.undo.push(
            f"{said[:1].lower()}{said[1:]}",
            lambda: self._desk.run(self._service.undo, fixed),
            lambda: self._desk.run(self._service.redo, fixed),
            scope=("resume", resume_id),
        )
        self._desk.offer_undo(said, change)

    def _row_with_keyboard(self) -> int | None:
        """The number of the row in which the keyboard is."""
        focused = self.focusWidget()
        if focused is None or not focused.hasFocus():
            return None
        return next((at for at, each in enumerate(self.rows()) if each.isAncestorOf(focused)), None)

    def _keep_keyboard(self, at: int | None) -> None:
        """A row that was put right is gone: the keyboard goes on with the one that took its place."""
        rows = self.rows()
        if at is None or not rows:
            return
        button = rows[min(at, len(rows) - 1)].findChild(Button)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
