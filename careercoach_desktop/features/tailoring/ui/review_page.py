"""The tailor review: original and tailored side by side, each change explained, accepted, rejected or reworded."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careercoach_desktop.features.documents.ui import export_version
from careercoach_desktop.features.evidence.ui import EvidenceDialog
from careercoach_desktop.features.resumes.ui import PreviewPane
from careercoach_desktop.features.tailoring.comparing import Section, compare, sections
from careercoach_desktop.features.tailoring.model import TEXTS, Change, Decision, TailoringChanged
from careercoach_desktop.features.tailoring.ui.alignment_dialog import AlignmentDialog
from careercoach_desktop.features.tailoring.ui.block_pane import BlockPane
from careercoach_desktop.features.tailoring.ui.change_list import ChangeList
from careercoach_desktop.features.tailoring.ui.compare_dialog import CompareDialog
from careercoach_desktop.features.tailoring.ui.deciding import Deciding
from careercoach_desktop.features.tailoring.ui.decision_bar import DecisionBar
from careercoach_desktop.features.tailoring.ui.review_header import ReviewHeader
from careercoach_desktop.features.tailoring.ui.wording_dialog import SuggestionsDialog, WordingDialog
from careercoach_desktop.foundation.uikit import Desk, Line, recall, remember

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.resumes.service import ExportService
    from careercoach_desktop.features.tailoring.service import Review, TailoringService

_LIST_WIDTH = 290
_NARROW_LIST, _ROOMY = 236, 900
_ROOM_FOR_BOTH = 1500
"""From here the original stays beside the page that will be printed."""
_SMALL_STEP = 5
_ROOM_FOR_NOTE = 640
_PREVIEW = "tailoring.preview"


class ReviewPage(QWidget):
    """Shows the tailoring named by ``open_record``; every decision is stored at once and undoable."""

    def __init__(
        self, desk: Desk, tailoring: TailoringService, documents: DocumentService, exports: ExportService
    ) -> None:
        super().__init__()
        self._desk = desk
        self._tailoring = tailoring
        self._documents = documents
        self._exports = exports
        self._deciding = Deciding(desk, tailoring)
        self._id: int | None = None
        self._review: Review | None = None
        self._parts: list[Section] = []
        self._change_id: str | None = None
        self._header = ReviewHeader()
        self._header.preview.setChecked(recall(_PREVIEW, "") == "yes")
        self._changes = ChangeList()
        self._original = BlockPane("Original résumé")
        self._tailored = BlockPane("Tailored résumé")
        self._page = PreviewPane(desk, exports)
        self._decision = DecisionBar()
        desk.keep_clear(self._decision)
        self._lay_out()
        self._connect()

    def open_record(self, record: int | None) -> None:
        if record is not None:
            if record != self._id:
                self._page.clear()
            self._id, self._change_id = record, None
            self._reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changes.setFixedWidth(_LIST_WIDTH if self.width() >= _ROOMY else _NARROW_LIST)
        self._header.fit()
        self._show_note()
        self._show_panes()

    def _lay_out(self) -> None:
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self._changes)
        self._edges: dict[QWidget, Line] = {}
        for pane in (self._original, self._tailored, self._page):
            self._edges[pane] = Line(vertical=True)
            panes.addWidget(self._edges[pane])
            panes.addWidget(pane, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addLayout(panes, 1)
        layout.addWidget(self._decision)
        self._show_panes()

    def _show_panes(self) -> None:
        """The page that will be printed takes the original's place where there is no room for three."""
        paged = self._header.preview.isChecked()
        for pane, shown in (
            (self._original, not paged or self.width() >= _ROOM_FOR_BOTH),
            (self._page, paged),
        ):
            pane.setVisible(shown)
            self._edges[pane].setVisible(shown)

    def _connect(self) -> None:
        header, changes, decision = self._header, self._changes, self._decision
        header.back_requested.connect(self._go_back)
        header.accept_all.clicked.connect(lambda: self._start(self._deciding.accept_all(self._known())))
        header.save.clicked.connect(lambda: self._start(self._save_version()))
        header.export.clicked.connect(lambda: self._start(self._export_version()))
        header.compare.clicked.connect(lambda: self._start(self._compare()))
        header.preview.clicked.connect(self._on_preview)
        changes.chosen.connect(self._choose)
        changes.suggestions_wanted.connect(lambda: self._start(self._show_suggestions()))
        changes.keywords_wanted.connect(lambda: self._start(self._show_keywords()))
        changes.decided.connect(lambda key, wanted: self._start(self._decide(key, wanted)))
        changes.section_decided.connect(
            lambda part, accept: self._start(self._deciding.decide_section(self._known(), part, accept=accept))
        )
        for pane in (self._original, self._tailored):
            pane.change_clicked.connect(self._choose)
        decision.accept_requested.connect(lambda: self._decide_chosen(Decision.ACCEPTED))
        decision.reject_requested.connect(lambda: self._decide_chosen(Decision.REJECTED))
        decision.edit_requested.connect(lambda: self._start(self._reword()))
        decision.evidence_requested.connect(lambda: self._with_chosen(self._deciding.state))
        decision.remove_requested.connect(lambda: self._with_chosen(self._deciding.remove))
        keys: list[tuple[str, Callable[[], object]]] = [
            ("A", lambda: self._decide_chosen(Decision.ACCEPTED)),
            ("R", lambda: self._decide_chosen(Decision.REJECTED)),
            ("E", lambda: self._start(self._reword())),
            ("P", header.preview.click),
        ]
        for key, run in keys:
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)
        self._desk.on(TailoringChanged, self._on_changed, owner=self)

    def _start(self, coroutine: Coroutine[Any, Any, None]) -> None:
        self._desk.start(coroutine, owner=self)

    def _on_changed(self, event: TailoringChanged) -> None:
        if event.tailoring_id == self._id:
            self._reload()

    def _on_preview(self) -> None:
        remember(_PREVIEW, "yes" if self._header.preview.isChecked() else "")
        self._header.fit()
        self._show_panes()

    def _reload(self) -> None:
        self._start(self._load())

    async def _load(self) -> None:
        asked = self._id
        if asked is None:
            return
        review = await self._desk.run(self._tailoring.review, asked)
        if asked == self._id:
            self._show(review)

    def _show(self, review: Review) -> None:
        is_new = self._review is None or self._review.tailoring.id != review.tailoring.id
        self._review = review
        draft, posting = review.tailoring.draft, review.job.posting
        place = ", ".join(part for part in (posting.title, posting.company) if part)
        self._header.show_draft(draft, place)
        comparison = compare(review.base, review.result, draft.changes)
        version = review.tailoring.base_version
        self._original.set_head(f"{review.resume_title} · version {version}", "Original")
        self._tailored.set_head(f"For {posting.company or posting.title} · draft", "Tailored")
        self._original.set_blocks(comparison.original)
        self._tailored.set_blocks(comparison.tailored)
        self._page.show_resume(review.result, review.style, anew=is_new)
        self._show_list(review)
        self._header.accept_all.setEnabled(any(c.supported and c.decision is Decision.REJECTED for c in draft.changes))
        if self._change() is None and self._parts:
            self._choose(self._parts[0].changes[0].id)
        self._decision.show_change(self._change())
        self._mark_chosen()

    def _show_list(self, review: Review) -> None:
        draft = review.tailoring.draft
        self._parts = sections(draft.changes, review.base)
        self._changes.set_changes(self._parts)
        self._changes.set_author(review.author)
        self._changes.set_keywords(draft.alignment)
        self._changes.set_halted(halted=draft.incomplete)
        self._changes.set_suggestions(len(draft.recommendations), impact=bool(draft.impact))
        self._show_note()

    def _show_note(self) -> None:
        """Under the list where there is room for both, and always as the score's tip."""
        draft = self._review.tailoring.draft if self._review else None
        note = _small_step(draft.score_before, draft.score_after) if draft else ""
        self._header.score.setToolTip(note)
        self._changes.set_note(note if self.height() >= _ROOM_FOR_NOTE else "")

    def _change(self) -> Change | None:
        changes = self._review.tailoring.draft.changes if self._review else []
        return next((change for change in changes if change.id == self._change_id), None)

    def _choose(self, change_id: str) -> None:
        self._change_id = change_id
        self._decision.show_change(self._change())
        self._mark_chosen()

    def _mark_chosen(self) -> None:
        self._changes.select(self._change_id)
        self._original.select(self._change_id)
        self._tailored.select(self._change_id)
        change = self._change()
        self._page.point_at((change.bullet_id or change.target) if change is not None else "")

    def _decide_chosen(self, decision: Decision) -> None:
        if (change := self._change()) is not None:
            self._start(self._decide(change.id, decision))

    def _with_chosen(self, do: Callable[[int, str], Coroutine[Any, Any, None]]) -> None:
        if (change := self._change()) is not None:
            self._start(do(self._known(), change.id))

    async def _decide(self, change_id: str, decision: Decision) -> None:
        change = self._change()
        if decision is Decision.ACCEPTED and change and change.id == change_id and not change.supported:
            self._changes.set_changes(self._parts)  # the tick goes back until it is true
            await self._add_evidence(change)
            return
        label = "Accept change" if decision is Decision.ACCEPTED else "Reject change"
        await self._deciding.decide(self._known(), {change_id: decision}, label)

    async def _reword(self) -> None:
        change, tailoring_id = self._change(), self._known()
        if change is None or change.kind not in TEXTS:
            return
        text = await WordingDialog(change, self).wording()
        if text is not None and text != change.text:
            await self._deciding.reword(tailoring_id, change, None if text == change.after else text)

    async def _add_evidence(self, change: Change) -> None:
        said = f"The change says: “{change.text}”"
        if note := await EvidenceDialog(said, change.claims, "the change", self, refuse="Leave it out").note():
            await self._deciding.add_fact(self._known(), note)

    async def _show_suggestions(self) -> None:
        if self._review is not None:
            draft = self._review.tailoring.draft
            await SuggestionsDialog(draft.recommendations, self, draft.impact).answer()

    async def _show_keywords(self) -> None:
        if self._review is not None:
            await AlignmentDialog(self._review.tailoring.draft.alignment, self).answer()

    async def _compare(self) -> None:
        stages = await self._desk.run(self._tailoring.stages, self._known())
        await CompareDialog(stages, self).answer()

    async def _save_version(self) -> None:
        version = await self._desk.run(self._tailoring.save_as_document, self._known())
        self._desk.toast(
            f"Saved as version {version.number} in Documents.",
            action="Show",
            on_action=lambda: self._desk.open("documents", version.document_id),
            tone="good",
        )

    async def _export_version(self) -> None:
        version = await self._desk.run(self._tailoring.save_as_document, self._known())
        await export_version(self._desk, self._documents, self._exports, version.id, self)

    def _go_back(self) -> None:
        self._desk.open("jobs", self._review.tailoring.job_id if self._review else None)

    def _known(self) -> int:
        if self._id is None:
            raise RuntimeError("The review shows no tailoring.")
        return self._id


def _small_step(before: int | None, after: int | None) -> str:
    """Why a score that hardly moves is no failure: what is not there cannot be added."""
    if before is None or after is None or not 0 <= after - before < _SMALL_STEP:
        return ""
    moves = "stays" if after == before else "moves little"
    return f"The score {moves}: nothing is invented. The same keywords now stand where they are read first."
