"""Between what a person asks to see and what is shown: words are looked for in the file, off the Qt thread; the rest of
a view is applied at once. The last view is there again after a start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError
from PySide6.QtCore import QObject

from careercoach_desktop.features.jobs.model import View
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.foundation.uikit import Desk, recall, remember

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

_REMEMBERED = "jobs.view"


class Finder(QObject):
    """Carries out what ``cards`` is asked to show."""

    def __init__(self, desk: Desk, service: JobService, cards: BoardCards) -> None:
        super().__init__(cards)
        self._desk = desk
        self._service = service
        self._cards = cards
        self._wanted = cards.view
        cards.view_wanted.connect(self.show)
        cards.view_changed.connect(self._keep)

    def show(self, view: View) -> None:
        """At once when there are no new words to look for, else as soon as they are found."""
        self._wanted = view
        text = view.filter.text.strip()
        if not text:
            self._cards.show_view(view)
        elif text == self._cards.view.filter.text.strip() and self._cards.found is not None:
            self._cards.show_view(view, self._cards.found)
        else:
            self._desk.start(self._find(view), owner=self)

    async def look_again(self) -> None:
        """Jobs have changed: the same words may be in others now."""
        if self._cards.found is not None:
            text = self._cards.view.filter.text
            found = await self._desk.run(self._service.matching, text)
            if self._cards.view.filter.text == text:
                self._cards.found_again(found)

    def restore(self) -> None:
        """Show what was shown when the window was last used, without what was only looked for."""
        try:
            self.show(View.model_validate_json(recall(_REMEMBERED, "{}")))
        except ValidationError:  # written by another version
            self.show(View())

    async def _find(self, view: View) -> None:
        found = await self._desk.run(self._service.matching, view.filter.text)
        if view is self._wanted:
            self._cards.show_view(view, found)

    def _keep(self) -> None:
        view = self._cards.view
        quiet = view.model_copy(update={"filter": view.filter.model_copy(update={"text": "", "only": ()})})
        remember(_REMEMBERED, quiet.model_dump_json(exclude_defaults=True))
