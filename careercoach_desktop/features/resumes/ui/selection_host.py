"""Ties the selection to the page of cards: who is marked, the bar at the foot, the keys, the band, what is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.handover import Format
from careercoach_desktop.features.resumes.model import ResumeCard
from careercoach_desktop.features.resumes.ui.file_card import ResumeFileCard
from careercoach_desktop.features.resumes.ui.selection_actions import SelectionActions
from careercoach_desktop.features.resumes.ui.selection_band import SelectionBand
from careercoach_desktop.features.resumes.ui.selection_bar import SelectionBar
from careercoach_desktop.features.resumes.ui.selection_model import Selection
from careercoach_desktop.foundation.uikit import SEPARATOR, Desk, MenuEntry, open_menu


class SelectionHost(QObject):
    """``page`` is the widget keys belong to, ``ground`` what the cards stand on, ``widgets`` the cards shown now,
    ``known`` every tag there is."""

    def __init__(
        self,
        desk: Desk,
        actions: SelectionActions,
        page: QWidget,
        ground: QWidget,
        widgets: Callable[[], Mapping[int, ResumeFileCard]],
        known: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._actions = actions
        self._page = page
        self._widgets = widgets
        self._known = known
        self.selection = Selection(self)
        self.bar = SelectionBar()
        self._band = SelectionBand(ground, self._places)
        self._band.banded.connect(self.selection.choose)
        self._band.ground_clicked.connect(self.selection.clear)
        self.selection.changed.connect(self._mark)
        self.bar.tag_wanted.connect(self.tag)
        self.bar.export_wanted.connect(self._choose_format)
        self.bar.over.connect(self._mark)
        self.bar.delete_wanted.connect(self.delete)
        self.bar.all_wanted.connect(self.selection.choose_all)
        self.bar.none_wanted.connect(self.selection.clear)
        self._key("Ctrl+A", self.selection.choose_all)
        self._leave = self._key("Esc", self.selection.clear)

    def show(self, order: Sequence[int]) -> None:
        """These cards are shown now."""
        self.selection.show(order)
        self._mark()

    def wants(self, resume_id: int, what: str) -> bool:
        """Whether a wish of a card is about the selection; then it is done. A plain click is, while anything is
        selected, and Delete on a card that is selected together with others."""
        several = len(self.selection.ids()) > 1 and resume_id in self.selection
        if what == "toggle" or (what == "click" and self.selection):
            self.selection.toggle(resume_id)
        elif what == "extend":
            self.selection.extend(resume_id)
        elif what == "delete" and several:
            self.delete()
        else:
            return False
        return True

    def menu(self, resume_id: int) -> list[Any] | None:
        """The menu of a card that is selected together with others; None when it is not."""
        chosen = self.selection.ids()
        if len(chosen) < 2 or resume_id not in chosen:
            return None
        count = len(chosen)
        return [
            MenuEntry(f"Tags of {count} résumés…", self.tag, icon="tag"),
            *self._formats(f"Export {count} résumés as "),
            SEPARATOR,
            MenuEntry(f"Delete {count} résumés", self.delete, icon="trash", shortcut="Del", danger=True),
        ]

    def tag(self) -> None:
        self._desk.start(self._actions.tag(self._chosen(), self._known()), owner=self._page)

    def export(self, kind: Format = "pdf") -> None:
        self._desk.start(self._actions.export(self._chosen(), self.bar, kind), owner=self._page)

    def _choose_format(self) -> None:
        open_menu(self.bar.export_button, self._formats("As "))

    def _formats(self, begin: str) -> list[MenuEntry]:
        return [
            MenuEntry(f"{begin}PDF…", partial(self.export, "pdf"), icon="file-pdf"),
            MenuEntry(f"{begin}Word…", partial(self.export, "docx"), icon="file-text"),
        ]

    def delete(self) -> None:
        chosen = self._chosen()
        self.selection.clear()
        self._desk.start(self._actions.delete(chosen), owner=self._page)

    def _chosen(self) -> list[ResumeCard]:
        widgets = self._widgets()
        return [widgets[each].card for each in self.selection.ids() if each in widgets]

    def _mark(self) -> None:
        for resume_id, widget in self._widgets().items():
            widget.set_selected(resume_id in self.selection)
            widget.set_selecting(bool(self.selection))
        self.bar.show_count(len(self.selection.ids()), len(self._widgets()))
        self._leave.setEnabled(bool(self.selection))  # otherwise Escape belongs to the search

    def _key(self, keys: str, run: Callable[[], None]) -> QShortcut:
        key = QShortcut(QKeySequence(keys), self._page)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(run)
        return key

    def _places(self) -> dict[int, QRect]:
        return {resume_id: widget.geometry() for resume_id, widget in self._widgets().items()}
