"""Opens the palette, fills it and does what was chosen. Records are searched off the Qt thread while one types on.

One search is under way at a time: what was typed meanwhile is searched for when it ends, and an answer to what is no
longer in the field is not shown.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from careercoach_desktop.app.palette.lines import ActionLine, Line, RecordLine, lines_before_typing, lines_for
from careercoach_desktop.app.palette.palette import Palette
from careercoach_desktop.app.window import MainWindow
from careercoach_desktop.foundation.feature import Action, Provider
from careercoach_desktop.foundation.storage.search.model import Hit
from careercoach_desktop.foundation.storage.search.service import SearchService
from careercoach_desktop.foundation.uikit import Desk, recall, remember

RECENT = "palette.recent"
KEPT = 12
MOST_RECORDS = 8
"""Of each kind."""


class PaletteDoor(QObject):
    """One for a workspace; made when the palette is first asked for."""

    def __init__(self, window: MainWindow, desk: Desk, provider: Provider, actions: Sequence[Action]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._provider = provider
        self._actions = list(actions)
        self._offered: list[Action] = []
        self._search = provider.get(SearchService)
        self._hits: Mapping[str, Sequence[Hit]] = {}
        self._searching = False
        self.palette = Palette(window)
        self.palette.typed.connect(self._when_typed)
        self.palette.chosen.connect(self._do)
        window.page_requested.connect(self.palette.close_palette)
        window.search_requested.connect(self.palette.close_palette)

    def toggle(self) -> None:
        """Open it, or close it when it is open."""
        if self.palette.is_open:
            self.palette.close_palette()
            return
        self._offered = [one for one in self._actions if one.available is None or one.available(self._provider)]
        self._hits = {}
        self.palette.open(lines_before_typing(self._offered, _recent()))

    def _when_typed(self, text: str) -> None:
        if not text.strip():
            self._hits = {}
            self.palette.show_lines(lines_before_typing(self._offered, _recent()))
            return
        self._show(text, answered=False)
        if not self._searching:
            self._searching = True
            self._desk.start(self._search_records(), owner=self)

    async def _search_records(self) -> None:
        """Search until the answer is that to what stands in the field."""
        try:
            asked = ""
            while self.palette.is_open and (text := self.palette.field.text()).strip() and text != asked:
                asked = text
                hits = await self._desk.work(self._search.search_each, asked, MOST_RECORDS)
                if asked == self.palette.field.text():
                    self._hits = hits
                    self._show(asked, answered=True)
        finally:
            self._searching = False

    def _show(self, text: str, *, answered: bool) -> None:
        """Until the answer comes, the records found last stay; they are mostly those of the answer, too."""
        lines = lines_for(text, self._offered, self._search.sources, self._hits)
        self.palette.show_lines(lines, self._nothing(text), settled=answered)

    def _nothing(self, text: str) -> str:
        short = text.strip() if len(text.strip()) <= 40 else text.strip()[:39] + "…"
        if self._search.is_filling:
            return f"Nothing found for “{short}” yet. Your older records are still being looked through."
        return f"Nothing found for “{short}”."

    def _do(self, line: Line) -> None:
        if isinstance(line, RecordLine):
            self._desk.open(line.source.page, line.hit.record)
        elif isinstance(line, ActionLine):
            others = [name for name in _recent() if name != line.action.name]
            remember(RECENT, [line.action.name, *others][:KEPT])
            self.run(line.action)

    def run(self, action: Action) -> None:
        """Do it, as its keys and its line do."""
        run_action(action, self._provider, self._desk)


def _recent() -> list[str]:
    """Names of actions, used last first."""
    nothing: list[str] = []
    return recall(RECENT, nothing)


def run_action(action: Action, provider: Provider, desk: Desk) -> None:
    """Call it on the Qt thread; a coroutine it returns is started."""
    if action.available is not None and not action.available(provider):
        return
    result = action.run(provider)
    if inspect.iscoroutine(result):
        desk.start(result, owner=desk)
