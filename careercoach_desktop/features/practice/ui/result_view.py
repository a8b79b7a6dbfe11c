"""What a session came to: how it went, what to work on, every answer with all its tries, and practising on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.practice.model import (
    LOCAL,
    WEAK,
    AnalysisGrew,
    EvaluationGrew,
    PracticeChanged,
    Question,
    Session,
)
from careercoach_desktop.features.practice.ui.claude_tasks import ANALYSE, ClaudeTasks
from careercoach_desktop.features.practice.ui.feedback_side import FeedbackSide
from careercoach_desktop.features.practice.ui.result_body import ResultBody
from careercoach_desktop.features.practice.ui.words import counted
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import Estimate
from careercoach_desktop.foundation.storage.files import write_whole
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    Button,
    Desk,
    Line,
    MenuEntry,
    PageHeader,
    column,
    open_menu,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.ui.session_view import Practising

_SENDS = (
    "Sends the questions and your answers, the posting, your résumé without name and contact details, your notes and "
    "stories to {host}."
)


class ResultView(QWidget):
    """``left`` to go back, ``opened`` brings the id of a session that goes on, ``setup_wanted`` the choices to begin
    with anew."""

    left = Signal()
    opened = Signal(int)
    setup_wanted = Signal(object)

    def __init__(self, desk: Desk, below: Practising) -> None:
        super().__init__()
        self._desk, self._practice = desk, below.practice
        self._session: Session | None = None
        self._session_id: int | None = None
        self._stale = False
        self.header = PageHeader("Practice", back=True, line=True)
        self.export = Button("Save as PDF", icon="file-pdf")
        self.again = Button("Practise again", "primary", icon="arrow-clockwise")
        self.again.set_trailing_icon("caret-down")
        self.header.add_action(self.export, self.again)
        self.tasks = ClaudeTasks(desk, below.queue, self)
        self.body = ResultBody()
        self.side = FeedbackSide(desk, below, self.tasks)
        both = row(self.body, Line(vertical=True), self.side, spacing=0)
        both.setStretch(0, 1)
        self.setLayout(column(self.header, both, spacing=0))
        self._connect()

    @property
    def session(self) -> Session | None:
        return self._session

    def open(self, session_id: int) -> None:
        if session_id != self._session_id:
            self._session, self._session_id = None, session_id
            self.side.clear()
        self.reload()

    def close_session(self) -> None:
        self._session, self._session_id = None, None

    def reload(self) -> None:
        """Show what is stored now; out of sight, when it is looked at again."""
        self._stale = not self.isVisible()
        if self._session_id is not None and not self._stale:
            self._desk.start(self._load(self._session_id), owner=self)

    def choose_how(self) -> None:
        """Open the ways to practise again."""
        session = self._session
        if session is None:
            return
        weak = weak_questions(session)
        entries = [
            MenuEntry("The same questions", partial(self._begin_again, session.questions), icon="arrow-clockwise"),
            MenuEntry("New questions…", partial(self.setup_wanted.emit, session.setup), icon="plus"),
        ]
        if weak:
            words = f"Only the weak ones ({len(weak)})"
            entries.insert(0, MenuEntry(words, partial(self._begin_again, weak), icon="target"))
        open_menu(self.again, entries)

    def save_as_pdf(self) -> None:
        """Ask where to, and write it."""
        if self._session is not None:
            self._desk.start(self._save(self._session.id), owner=self)

    # --- building ----------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        desk = self._desk
        self.header.back_requested.connect(self.left)
        self.again.clicked.connect(self.choose_how)
        self.export.clicked.connect(self.save_as_pdf)
        self.body.chosen.connect(self._choose)
        self.body.answer_wanted.connect(self._answer_now)
        self.side.chosen.connect(self.body.mark)
        self.body.offer.wanted.connect(self._analyse)
        self.body.offer.settings_wanted.connect(desk.open_remedy)
        self.body.task_bar.cancel_wanted.connect(lambda: self.tasks.stop(ANALYSE, self._session_id))
        self.body.task_bar.again_wanted.connect(lambda: self.tasks.start_again(ANALYSE, self._session_id))
        self.body.task_bar.settings_wanted.connect(desk.open_remedy)
        self.side.pane.again_wanted.connect(self._answer_again)
        self.tasks.changed.connect(self._on_task)
        desk.on(PracticeChanged, self._on_changed, owner=self)
        desk.on(AnalysisGrew, self._on_grew, owner=self)
        desk.on(EvaluationGrew, self.side.pane.show_growing, owner=self)
        desk.on(ChangedElsewhere, lambda _event: self.reload(), owner=self)

    # --- showing -----------------------------------------------------------------------------------------------------

    async def _load(self, session_id: int) -> None:
        try:
            session = await self._desk.run(self._practice.session, session_id)
        except KeyError:
            if session_id == self._session_id:
                self.close_session()
                self.left.emit()
            return
        await self.tasks.look()
        if session_id != self._session_id:
            return
        self._session = session
        self.header.set_title(session.title)
        self.header.set_subtitle(counted(len(session.answered), "answer"))
        self.body.show_session(session)
        self.side.show_session(session)
        self.body.mark(self.side.question.id if self.side.question is not None else None)
        self._on_task(ANALYSE)

    def _choose(self, question_id: int) -> None:
        self.side.choose(question_id)
        self.body.mark(question_id)

    def _on_changed(self, event: PracticeChanged) -> None:
        if event.session_id == self._session_id:
            self.reload()

    def _on_grew(self, event: AnalysisGrew) -> None:
        if event.session_id == self._session_id and self.tasks.is_on(ANALYSE, event.session_id):
            self.body.show_growing(event.result)

    # --- Claude ------------------------------------------------------------------------------------------------------

    def _on_task(self, kind: str) -> None:
        if self._session is None:
            return
        if kind == ANALYSE:
            task = self.tasks.of(ANALYSE, self._session.id)
            self.body.task_bar.show_task(task, what="Claude is looking back on your answers")
            if task is None or task.state.is_over:
                self.body.show_session(self._session)  # what had come of a view that broke off is no result
            self._desk.start(self._price(self._session), owner=self)
        self.side.show_tasks()

    async def _price(self, session: Session) -> None:
        by_claude = session.result is not None and session.result.made_by not in ("", LOCAL)
        if by_claude or session.result is None or self.tasks.is_on(ANALYSE, session.id):
            self.body.offer.show_offer(None, can=True)
            return
        estimate: Estimate | None = None
        sends = ""
        if can := await self._desk.work(self._practice.can_ask_claude):
            sends = _SENDS.format(host=await self._desk.work(self._practice.claude_host))
            try:
                estimate = await self._desk.work(self._practice.estimate_analysis, session.id)
            except UserError:
                estimate = None  # whatever it is, it is said when it is asked for
        if self._session is session and not self.tasks.is_on(ANALYSE, session.id):
            self.body.offer.show_offer(estimate, can=can, sends=sends)

    def _analyse(self) -> None:
        if self._session_id is not None:
            self._desk.start(self._desk.run(self._practice.analyse, self._session_id), owner=self)

    # --- going on ----------------------------------------------------------------------------------------------------

    def _begin_again(self, questions: tuple[Question, ...]) -> None:
        if self._session is not None:
            ids = [each.id for each in questions]
            self._desk.start(self._start(self._session.id, ids), owner=self)

    async def _start(self, session_id: int, question_ids: list[int]) -> None:
        self.opened.emit(await self._desk.run(self._practice.begin_again, session_id, question_ids))

    def _answer_again(self) -> None:
        if self.side.question is not None and self._session is not None:
            self._desk.start(self._ask(self._session.id, self.side.question.id), owner=self)

    def _answer_now(self, question_id: int) -> None:
        if self._session is not None:
            self._desk.start(self._ask(self._session.id, question_id), owner=self)

    async def _ask(self, session_id: int, question_id: int) -> None:
        await self._desk.run(self._practice.ask, question_id)
        self.opened.emit(session_id)

    async def _save(self, session_id: int) -> None:
        content = await self._desk.work(self._practice.export_pdf, session_id)
        name = await self._desk.work(self._practice.export_name, session_id)
        path = await self._desk.choose_save("Save the result", f"{name}.pdf", ["PDF (*.pdf)"])
        if path is None:
            return
        await self._desk.work(write_whole, path, content)
        show = partial(self._desk.reveal, path)
        self._desk.toast(f"Saved {path.name}.", action="Open folder", on_action=show, tone="good")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() == Qt.Key.Key_R:
            self._answer_again()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()


def weak_questions(session: Session) -> tuple[Question, ...]:
    """Those worth another try: answered weakly, or not at all."""
    return tuple(each for each in session.questions if each.latest is None or each.latest.score < WEAK)
