"""What was practised: found by kind, job and words, opened, and removed with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.interviews.model.naming import INTERVIEW_NAMES
from careercoach_desktop.features.practice.model import HistoryFilter, PracticeChanged, SessionLine
from careercoach_desktop.features.practice.ui.history_list import HistoryList
from careercoach_desktop.features.practice.ui.words import counted
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    ComboButton,
    Desk,
    EmptyState,
    Heading,
    MenuEntry,
    SearchField,
    Space,
    column,
    holder,
    open_menu,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.service import PracticeService

_ANY = "any"
_NOTHING, _NO_MATCH, _LIST = range(3)


class HistoryPane(QWidget):
    """``opened`` brings a session's id; ``loaded`` tells that the list was read again, with all there is."""

    opened = Signal(int)
    loaded = Signal(list)

    def __init__(self, desk: Desk, practice: PracticeService) -> None:
        super().__init__()
        self._desk, self._practice = desk, practice
        self._all: list[SessionLine] = []
        self._stale = True
        self.title = Heading("Practised before", level=3)
        self.search = SearchField("Find a practice interview", placeholder="Find")
        self.kind = ComboButton([(_ANY, "Every kind")], "Kind of interview", value=_ANY, compact=True)
        self.job = ComboButton([(_ANY, "Every job")], "Job", value=_ANY, compact=True)
        self.list = HistoryList()
        self._stack = QStackedWidget()
        nothing = EmptyState(
            "microphone",
            "What you practise is kept here, with every answer and how your scores go.",
            title="Nothing practised yet",
        )
        no_match = EmptyState("magnifying-glass", "None of your practice interviews is like that.", link="Show all")
        no_match.link_followed.connect(self._show_all)
        for each in (nothing, no_match, self.list):
            self._stack.addWidget(each)
        self._filters = holder(row(self.search, self.kind, self.job, spacing=Space.S))
        self.setLayout(column(self.title, self._filters, self._stack, spacing=Space.S))
        self._connect()

    def load(self) -> None:
        """Read it again; out of sight, when it is looked at."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._desk.start(self._load(), owner=self)

    def focus_search(self) -> None:
        self.search.setFocus()

    def _connect(self) -> None:
        self.search.searched.connect(lambda _words: self._desk.start(self._find(), owner=self))
        for combo in (self.kind, self.job):
            combo.changed.connect(lambda _key: self._desk.start(self._find(), owner=self))
        self.list.opened.connect(self.opened)
        self.list.remove_wanted.connect(lambda ids: self._desk.start(self._remove(ids), owner=self))
        self.list.menu_wanted.connect(self._open_menu)
        self._desk.on(PracticeChanged, lambda event: self.load() if event.question_id is None else None, owner=self)
        self._desk.on(ChangedElsewhere, lambda _event: self.load(), owner=self)

    async def _load(self) -> None:
        self._all = await self._desk.run(self._practice.history)
        self._fill_choices()
        self.loaded.emit(self._all)
        await self._find()

    def _fill_choices(self) -> None:
        """Only what there is can be chosen."""
        kinds = [kind for kind in InterviewType if any(line.type is kind for line in self._all)]
        self.kind.set_choices([(_ANY, "Every kind"), *((kind.value, INTERVIEW_NAMES[kind]) for kind in kinds)])
        jobs = {line.job_id: line.title.split(" · ", 1)[-1] for line in reversed(self._all) if line.job_id is not None}
        self.job.set_choices([(_ANY, "Every job"), *((str(key), words) for key, words in jobs.items())])
        for combo in (self.kind, self.job):
            combo.set_value(combo.value() or _ANY)
        self.kind.setVisible(len(kinds) > 1)
        self.job.setVisible(len(jobs) > 1)
        self._filters.setVisible(len(self._all) > 1)

    def wanted(self) -> HistoryFilter:
        """What is looked for."""
        kind, job = self.kind.value(), self.job.value()
        return HistoryFilter(
            text=self.search.text().strip(),
            types=() if kind in ("", _ANY) else (InterviewType(kind),),
            job_id=int(job) if job.isdigit() else None,
        )

    async def _find(self) -> None:
        wanted = self.wanted()
        lines = self._all
        if wanted != HistoryFilter():
            lines = await self._desk.run(self._practice.history, wanted)
        if wanted != self.wanted():
            return
        self.list.show_lines(lines)
        self._stack.setCurrentIndex(_LIST if lines else _NO_MATCH if self._all else _NOTHING)
        self.title.setText(f"Practised before · {len(lines)}" if lines else "Practised before")

    def _show_all(self) -> None:
        self.search.clear()
        for combo in (self.kind, self.job):
            combo.set_value(_ANY)
        self._desk.start(self._find(), owner=self)

    async def _remove(self, ids: list[int]) -> None:
        gone = await self._desk.run(self._practice.remove, ids)
        if not gone:
            return
        what = counted(len(gone), "practice interview")
        change = self._desk.undo.push(
            f"removed {what}",
            lambda: self._desk.run(self._practice.restore, gone),
            lambda: self._desk.run(self._practice.remove, gone),
        )
        self._desk.offer_undo(f"{what[:1].upper()}{what[1:]} removed", change)

    def _open_menu(self, spot: QPoint) -> None:
        chosen = self.list.selected()
        if not chosen:
            return
        ids = [line.id for line in chosen]
        entries = [MenuEntry("Open", partial(self.opened.emit, ids[0]), icon="arrow-right", shortcut="Return")]
        remove = MenuEntry(
            "Remove",
            lambda: self._desk.start(self._remove(ids), owner=self),
            icon="trash",
            shortcut="Del",
            danger=True,
        )
        open_menu(self.list, [*(entries if len(ids) == 1 else []), remove], spot)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale:
            self.load()
