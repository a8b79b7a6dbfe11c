"""From a page's name to the page: built on first visit, kept, told which record or section to show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from careercoach_desktop.app.window import MainWindow
from careercoach_desktop.foundation.feature import Page, Provider
from careercoach_desktop.foundation.uikit import RecordPlace


class Navigator:
    """One per workspace; a new workspace builds its own pages."""

    def __init__(self, window: MainWindow, pages: Sequence[Page], provider: Provider) -> None:
        self._window = window
        self._pages = {page.name: page for page in pages}
        self._provider = provider
        self._built: dict[str, QWidget] = {}
        self.current = ""

    def open(self, name: str, what: int | str | RecordPlace | None = None) -> None:
        """``what`` is the id of a record, a place in one, or the name of a section. Raises KeyError for a page no
        feature offers."""
        self.show(name, what)

    def show(self, name: str, what: int | str | RecordPlace | None = None) -> QWidget:
        """``open``, and the page that is in front then."""
        page: QWidget = self._page(name)
        came_from = getattr(page, "came_from", None)
        if came_from is not None and self.current != name:
            came_from(self.current)
        self.current = name
        self._window.show_page(name, page)
        show = getattr(page, _door(what), None)
        if show is not None:
            show(what)
        return page

    def fill_first(self, name: str, found: Any) -> None:
        """Build a page and give it what a glance at the data found, before its services stand; then it is opened."""
        self._page(name).show_first(found)

    def search(self) -> None:
        """Give the search field of the page in front the keyboard, where it has one."""
        page = self._window.current_page()
        focus = getattr(page, "focus_search", None)
        if focus is not None:
            focus()

    def _page(self, name: str) -> Any:
        if name not in self._built:
            self._built[name] = self._pages[name].build(self._provider)
        return self._built[name]


def _door(what: int | str | RecordPlace | None) -> str:
    """The method of a page that shows this."""
    if isinstance(what, RecordPlace):
        return "open_place"
    return "open_section" if isinstance(what, str) else "open_record"
