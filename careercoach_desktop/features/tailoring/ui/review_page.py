"""The tailor review: original and tailored side by side, each change explained, accepted, rejected or reworded."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from careercoach_desktop.features.documents.ui import export_version
from careercoach_desktop.features.tailoring.comparing import compare
from careercoach_desktop.features.tailoring.model import Change, ChangeKind, Decision, TailoringChanged
from careercoach_desktop.features.tailoring.ui.block_pane import BlockPane
from careercoach_desktop.features.tailoring.ui.change_list import ChangeList
from careercoach_desktop.features.tailoring.ui.decision_bar import DecisionBar
from careercoach_desktop.features.tailoring.ui.wording_dialog import EvidenceDialog, SuggestionsDialog, WordingDialog
from careercoach_desktop.foundation.uikit import Badge, Button, Desk, Heading, Line, PageHeader, Text

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.resumes.service import ExportService
    from careercoach_desktop.features.tailoring.service import Review, TailoringService

_LIST_WIDTH = 290
_NARROW_LIST, _ROOMY = 236, 900
_LEAST_TITLE = 300
_SMALL_STEP = 5
_ROOM_FOR_NOTE = 640


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
        self._id: int | None = None
        self._review: Review | None = None
        self._change_id: str | None = None
        self._build_header()
        self._changes = ChangeList()
        self._original = BlockPane("Original résumé")
        self._tailored = BlockPane("Tailored résumé")
        self._decision = DecisionBar()
        desk.keep_clear(self._decision)
        self._lay_out()
        self._connect()

    def open_record(self, record: int | None) -> None:
        if record is not None:
            self._id, self._change_id = record, None
            self._reload()

    def _build_header(self) -> None:
        self._header = PageHeader("", back=True, line=True)
        self._score = Badge("", large=True)
        self._engine = Text("", size=12, tone="second")
        self._header.add_beside(self._score)
        self._header.add_beside(self._engine)
        self._all = Button("", name="Accept all supported", tip="Accept every change that your evidence supports")
        self._save = Button("", name="Save version", tip="Keep this as a version in Documents")
        self._export = Button("", "primary", name="Export", tip="Save it as a file")
        for button in (self._all, self._save, self._export):
            self._header.add_action(button)
        self._write_buttons(short=False)

    def _write_buttons(self, *, short: bool) -> None:
        self._all.setText("Accept all" if short else "Accept all supported")
        self._save.setText("Save" if short else "Save version")
        self._export.setText("Export")
        self._save.set_icon("" if short else "floppy-disk")
        self._export.set_icon("" if short else "download-simple")

    def _fit_header(self) -> None:
        """What matters least gives way first: who checked it, who wrote it, then words on the buttons. The title keeps
        its room."""
        title = self._header.findChild(Heading)
        self._write_buttons(short=False)
        author = self._review.author if self._review is not None else ""
        room = self.width()
        for said in (_proposed(author), f"Proposed by {author}" if author else "", ""):
            self._engine.setText(said)
            self._engine.setVisible(bool(said))
            wanted = _width(self._header)
            if wanted <= room:
                break
        if title is not None and room - (wanted - title.sizeHint().width()) < min(
            title.sizeHint().width(), _LEAST_TITLE
        ):
            self._write_buttons(short=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changes.setFixedWidth(_LIST_WIDTH if self.width() >= _ROOMY else _NARROW_LIST)
        self._fit_header()
        self._show_note()

    def _lay_out(self) -> None:
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self._changes)
        for pane in (self._original, self._tailored):
            panes.addWidget(Line(vertical=True))
            panes.addWidget(pane, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addLayout(panes, 1)
        layout.addWidget(self._decision)

    def _connect(self) -> None:
        self._header.back_requested.connect(self._go_back)
        self._all.clicked.connect(lambda: self._start(self._accept_all()))
        self._save.clicked.connect(lambda: self._start(self._save_version()))
        self._export.clicked.connect(lambda: self._start(self._export_version()))
        self._changes.chosen.connect(self._choose)
        self._changes.suggestions_wanted.connect(lambda: self._start(self._show_suggestions()))
        self._changes.decided.connect(lambda key, decision: self._start(self._decide(key, decision)))
        for pane in (self._original, self._tailored):
            pane.change_clicked.connect(self._choose)
        self._decision.accept_requested.connect(lambda: self._decide_chosen(Decision.ACCEPTED))
        self._decision.reject_requested.connect(lambda: self._decide_chosen(Decision.REJECTED))
        self._decision.edit_requested.connect(lambda: self._start(self._reword()))
        self._decision.evidence_requested.connect(lambda: self._start(self._add_evidence()))
        keys: list[tuple[str, Callable[[], None]]] = [
            ("A", lambda: self._decide_chosen(Decision.ACCEPTED)),
            ("R", lambda: self._decide_chosen(Decision.REJECTED)),
            ("E", lambda: self._start(self._reword())),
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
        self._review = review
        draft, posting = review.tailoring.draft, review.job.posting
        place = ", ".join(part for part in (posting.title, posting.company) if part)
        self._header.set_title(f"Tailored for {place}")
        self._score.setText(_score(draft.score_before, draft.score_after))
        self._score.setAccessibleDescription(_proposed(review.author))
        self._fit_header()
        comparison = compare(review.base, review.result, draft.changes)
        version = review.tailoring.base_version
        self._original.set_head(f"{review.resume_title} · version {version}", "Original")
        self._tailored.set_head(f"For {posting.company or posting.title} · draft", "Tailored")
        self._original.set_blocks(comparison.original)
        self._tailored.set_blocks(comparison.tailored)
        self._changes.set_changes(draft.changes)
        self._changes.set_suggestions(len(draft.recommendations))
        self._show_note()
        self._all.setEnabled(any(c.supported and c.decision is Decision.REJECTED for c in draft.changes))
        if self._change() is None and draft.changes:
            self._choose(draft.changes[0].id)
        self._decision.show_change(self._change())
        self._mark_chosen()

    def _show_note(self) -> None:
        """Under the list where there is room for both, and always as the score's tip."""
        draft = self._review.tailoring.draft if self._review else None
        note = _small_step(draft.score_before, draft.score_after) if draft else ""
        self._score.setToolTip(note)
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

    def _decide_chosen(self, decision: Decision) -> None:
        if (change := self._change()) is not None:
            self._start(self._decide(change.id, decision))

    async def _decide(self, change_id: str, decision: Decision) -> None:
        change, review = self._change(), self._review
        if review and decision is Decision.ACCEPTED and change and change.id == change_id and not change.supported:
            self._changes.set_changes(review.tailoring.draft.changes)  # the tick goes back until it is true
            await self._add_evidence()
            return
        await self._apply_decisions(
            {change_id: decision}, "Accept change" if decision is Decision.ACCEPTED else "Reject change"
        )

    async def _accept_all(self) -> None:
        tailoring_id = self._known()
        before = await self._desk.run(self._tailoring.accept_all_supported, tailoring_id)
        after = dict.fromkeys(before, Decision.ACCEPTED)
        self._push_undo(tailoring_id, "Accept all supported", before, after)

    async def _apply_decisions(self, decisions: dict[str, Decision], label: str) -> None:
        tailoring_id = self._known()
        before = await self._desk.run(self._tailoring.decide, tailoring_id, decisions)
        self._push_undo(tailoring_id, label, before, decisions)

    def _push_undo(
        self, tailoring_id: int, label: str, before: dict[str, Decision], after: dict[str, Decision]
    ) -> None:
        async def decide(decisions: dict[str, Decision]) -> None:
            await self._desk.run(self._tailoring.decide, tailoring_id, decisions)

        if before != after:
            self._desk.undo.push(label, lambda: decide(before), lambda: decide(after))

    async def _reword(self) -> None:
        change, tailoring_id = self._change(), self._known()
        if change is None or change.kind not in (ChangeKind.SUMMARY, ChangeKind.REWRITE):
            return
        text = await WordingDialog(change, self).wording()
        if text is None or text == change.text:
            return
        new = None if text == change.after else text
        before = await self._desk.run(self._tailoring.reword, tailoring_id, change.id, new)

        async def undo() -> None:
            await self._desk.run(self._tailoring.reword, tailoring_id, change.id, before)
            await self._desk.run(self._tailoring.decide, tailoring_id, {change.id: change.decision})

        async def redo() -> None:
            await self._desk.run(self._tailoring.reword, tailoring_id, change.id, new)

        self._desk.undo.push("Reword change", undo, redo)

    async def _add_evidence(self) -> None:
        change = self._change()
        if change is None or change.supported:
            return
        note = await EvidenceDialog(change, self).note()
        if note:
            await self._desk.run(self._tailoring.add_evidence, self._known(), note)
            self._desk.toast("Kept as your evidence and checked again.", tone="good")

    async def _show_suggestions(self) -> None:
        if self._review is not None:
            await SuggestionsDialog(self._review.tailoring.draft.recommendations, self).answer()

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


def _proposed(author: str) -> str:
    return f"Proposed by {author}, checked on this computer" if author else "Written on this computer"


def _score(before: int | None, after: int | None) -> str:
    if before is None or after is None:
        return "no score"
    return f"{before} → {after}"


def _small_step(before: int | None, after: int | None) -> str:
    """Why a score that hardly moves is no failure: what is not there cannot be added."""
    if before is None or after is None or not 0 <= after - before < _SMALL_STEP:
        return ""
    moves = "stays" if after == before else "moves little"
    return f"The score {moves}: nothing is invented. The same keywords now stand where they are read first."


def _width(header: QWidget) -> int:
    """What the header would like; its layouts are asked anew, because they remember what hid or was worded before."""
    layout = header.layout()
    if layout is None:
        return header.sizeHint().width()
    for inner in (layout, *layout.findChildren(QLayout)):
        inner.invalidate()
    return layout.sizeHint().width()
