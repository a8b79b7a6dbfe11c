"""A briefing that took the place of another can be taken back, wherever in the window somebody is by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from careercoach_desktop.features.interviews.model.brief import BriefKind, BriefReplaced
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.briefs import BriefService


class BriefKeeper(QObject):
    """Listens as long as the window is there: Claude may take a while, and the round need not be shown any more."""

    def __init__(self, desk: Desk, briefs: BriefService) -> None:
        super().__init__(desk)
        self._desk, self._briefs = desk, briefs
        desk.on(BriefReplaced, self._offer, owner=self)

    def _offer(self, replaced: BriefReplaced) -> None:
        run, put_back = self._desk.run, self._briefs.put_back
        about = replaced.after.title
        if replaced.after.kind is BriefKind.PREPARATION:
            words = tr("A new preparation for “{0}” took the place of the one before.")
        else:
            words = tr("What is new about {0} took the place of what was there.")
        change = self._desk.undo.push(
            tr("New briefing: {0}").format(about),
            lambda: run(put_back, replaced.before),
            lambda: run(put_back, replaced.after),
        )
        self._desk.offer_undo(words.format(about), change)
