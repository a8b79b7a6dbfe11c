"""A calendar file in a folder of the person's, which follows every change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careercoach_desktop.features.interviews.service.calendar_file import FILE_NAME
from careercoach_desktop.features.settings.ui.page_parts import Decided, Said, below, line, small, tr
from careercoach_desktop.foundation.uikit import Button, Card, Desk, Space, Text

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.calendar_file import CalendarFileService, FileState


class CalendarFileCard(Card):
    def __init__(self, desk: Desk, file: CalendarFileService) -> None:
        super().__init__(tr("Calendar file"), spacing=Space.M)
        self._desk, self._file = desk, file
        self._folder = Text("", elide=True)
        self.choose = Button(tr("Choose folder…"))
        self.show_file = Button(tr("Show"), compact=True, name=tr("Show the calendar file"))
        self.stop = Button(tr("Stop"), compact=True, name=tr("Stop keeping a calendar file"))
        self._decided = Decided()
        self.said = Said()
        self._at = Path()
        folder = line(tr("Folder"), self._folder, self.show_file, self.choose, self.stop)
        words = tr(
            "A file, “{0}”, is kept up to date with all your interviews. Calendars that can follow a file, or a folder "
            "you share with your other devices, show them. It invites nobody, and your notes are not in it."
        )
        self.add(small(words.format(FILE_NAME), "second"), folder, below(self._decided, self.said))
        self.choose.clicked.connect(lambda: desk.start(self._choose(), owner=self))
        self.stop.clicked.connect(lambda: desk.start(self._keep(None), owner=self))
        self.show_file.clicked.connect(lambda: desk.reveal(self._at / FILE_NAME))

    def show_state(self, state: FileState, variable: str | None) -> None:
        self._at = Path(state.folder) if state.folder else Path()
        self._folder.setText(state.folder or tr("None chosen"))
        self._folder.set_tone("text" if state.folder else "third")
        self.show_file.setVisible(bool(state.folder))
        self.stop.setVisible(bool(state.folder))
        self.choose.setText(tr("Another folder…") if state.folder else tr("Choose folder…"))
        self._decided.show_for(variable, self.choose, self.stop)
        self.said.say(state.problem, "bad")

    async def _choose(self) -> None:
        folder = await self._desk.choose_folder(tr("Keep the calendar file in"))
        if folder is not None:
            await self._keep(folder)

    async def _keep(self, folder: Path | None) -> None:
        before = self._at if self._at != Path() else None
        await self._desk.run(self._file.keep_in, folder)
        run, file = self._desk.run, self._file
        self._desk.undo.push(
            tr("Change of the calendar file"), lambda: run(file.keep_in, before), lambda: run(file.keep_in, folder)
        )
