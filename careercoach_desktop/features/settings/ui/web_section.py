"""Pages that need JavaScript: whether an installed browser may open them, and which one was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.settings.ui.choices import Choices
from careercoach_desktop.features.settings.ui.page_parts import Decided, Said, below, line, small, stacked, tr
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import STRETCH, Card, Desk, SegmentedControl, column, holder, row

if TYPE_CHECKING:
    from careercoach_desktop.features.settings.service import ChoosingService
    from careercoach_desktop.foundation.web.browsers import Browser

_SETTING = "web_browser"


class WebSection(QWidget):
    """``find`` lists the installed browsers, the one to use first; it looks at the disk."""

    def __init__(self, desk: Desk, service: ChoosingService, find: Callable[[], Sequence[Browser]]) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._find = find
        self._choices = Choices(desk, service)
        self.use = SegmentedControl(
            [("auto", tr("Allowed")), ("off", tr("Never"))], tr("Open pages in an installed browser")
        )
        self.use.changed.connect(lambda key: self._choices.save(_SETTING, key, tr("opening pages in a browser")))
        self._decided = Decided()
        self._found = Said()
        card = Card(tr("Postings that build themselves with JavaScript"))
        card.add(
            small(
                tr(
                    "Some job sites send an empty page and fill it with a script. Career Coach can open such a page in "
                    "the background, in a browser you have, with an empty profile: it never sees your own tabs, "
                    "cookies or passwords. Nothing is downloaded, and it happens only when you add or read a job."
                ),
                "second",
            ),
            line(tr("Use a browser"), holder(row(self.use, STRETCH))),
            below(self._decided, self._found),
        )
        self.setLayout(column(stacked(card, name=tr("Web")), spacing=0))
        for event in (SettingsChanged, ChangedElsewhere):
            desk.on(event, lambda _event: self._load(), owner=self)
        desk.start(self._load(), owner=self)

    async def _load(self) -> None:
        in_force = await self._desk.run(self._service.in_force)
        self._decided.show_for(in_force.decided.get(_SETTING), self.use)
        self.use.set_value(in_force.settings.web_browser)
        found = await self._desk.work(self._find)
        if found:
            first = found[0]
            self._found.say(tr("{browser} was found.").format(browser=f"{first.name} {first.version}".strip()), "good")
        else:
            self._found.say(
                tr("No Chrome, Edge or Chromium was found. Until one is installed, paste the text of such postings."),
                "warn",
            )
