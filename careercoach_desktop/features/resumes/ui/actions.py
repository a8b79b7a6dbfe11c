"""What can be done with a résumé from its card or its menu, each with its undo and its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.model import ReadingState, ResumeCard
from careercoach_desktop.features.resumes.ui.dialogs import RenameDialog
from careercoach_desktop.features.resumes.ui.editor_rereading import ReadingAgain
from careercoach_desktop.features.resumes.ui.export_door import export_resume
from careercoach_desktop.features.resumes.ui.form_copy_dialog import FormCopyDialog
from careercoach_desktop.features.resumes.ui.selection_actions import SelectionActions
from careercoach_desktop.foundation.uikit import SEPARATOR, Button, Desk, MenuEntry

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ExportService, ResumeService


@dataclass(frozen=True)
class ResumeAction:
    """What a higher feature offers for a résumé, in its card's menu and above its fields; ``run`` gets the id."""

    text: str
    icon: str
    run: Callable[[int], object]


@dataclass(frozen=True)
class PageWay:
    """A page of a higher feature that belongs to résumés; a quiet button on their page leads there."""

    text: str
    icon: str
    page: str


def action_buttons(actions: Sequence[ResumeAction], shown: Callable[[], int | None]) -> list[Button]:
    """A button for each action, for the head of a page; ``shown`` tells which résumé the page shows. The page enables
    them once there is something in it."""

    def button_of(action: ResumeAction) -> Button:
        def run() -> None:
            if (resume_id := shown()) is not None:
                action.run(resume_id)

        button = Button(action.text, icon=action.icon)
        button.setEnabled(False)
        button.clicked.connect(run)
        return button

    return [button_of(action) for action in actions]


class ResumeActions:
    """``owner`` is the widget dialogs belong to; ``further`` is what higher features offer."""

    def __init__(
        self,
        desk: Desk,
        resumes: ResumeService,
        exports: ExportService,
        owner: QWidget,
        further: Sequence[ResumeAction] = (),
    ) -> None:
        self._further = tuple(further)
        self._desk = desk
        self._resumes = resumes
        self._exports = exports
        self._owner = owner
        self._reading = ReadingAgain(desk, resumes, owner)
        self._several = SelectionActions(desk, resumes, exports, owner)

    def menu(self, card: ResumeCard, known_tags: Callable[[], Sequence[str]]) -> list[Any]:
        """The entries of a card's menu; ``known_tags`` are suggested when its own are changed."""

        def tags() -> None:
            self._desk.start(self._several.tag([card], known_tags()), owner=self._owner)

        do = partial(partial, self.do)
        read = card.state is ReadingState.READ
        return [
            MenuEntry("Edit", do("open", card), icon="pencil-simple") if card.checked
            else MenuEntry("Check what was read", do("open", card), icon="check-circle"),
            MenuEntry("Export…", do("export", card), icon="export", enabled=card.version > 0),
            MenuEntry("Copy into a form…", do("copy", card), icon="clipboard-text", enabled=card.version > 0),
            *(MenuEntry(more.text, partial(more.run, card.id), icon=more.icon, enabled=card.version > 0)
              for more in self._further),
            MenuEntry("Make primary", do("primary", card), icon="star", enabled=read and not card.is_primary),
            SEPARATOR,
            MenuEntry("Rename…", do("rename", card), icon="text-aa", shortcut="F2"),
            MenuEntry("Tags…", tags, icon="tag"),
            MenuEntry("Duplicate", do("duplicate", card), icon="copy", enabled=card.version > 0),
            MenuEntry("Versions", do("versions", card), icon="clock-counter-clockwise", enabled=card.version > 0),
            *(self._about_the_file(card) if card.has_original else ()),
            SEPARATOR,
            MenuEntry("Delete", do("delete", card), icon="trash", shortcut="Del", danger=True),
        ]  # fmt: skip

    def _about_the_file(self, card: ResumeCard) -> list[MenuEntry]:
        do = partial(partial, self.do)
        return [
            MenuEntry("Save the original…", do("original", card), icon="download-simple"),
            MenuEntry("Read the file again", do("read", card), icon="arrow-clockwise",
                      enabled=card.state is not ReadingState.READING),
        ]  # fmt: skip

    def do(self, what: str, card: ResumeCard) -> None:
        """Start an action by its name; raises KeyError for a name that is none."""
        pages = {"open": "resumes.edit" if card.checked else "resumes.check", "versions": "resumes.versions"}
        if what in pages:
            self._desk.open(pages[what], card.id)
            return
        verbs = {
            "export": self.export,
            "copy": self.copy_into_form,
            "primary": self.make_primary,
            "rename": self.rename,
            "duplicate": self.duplicate,
            "original": self.save_original,
            "read": self.read_again,
            "delete": self.delete,
        }
        self._desk.start(verbs[what](card), owner=self._owner)

    async def add(self, file: Path) -> None:
        """Import one file; undo takes it away again."""
        imported = await self._desk.run(self._resumes.import_path, file)
        if imported.duplicate:
            self._desk.toast(
                f"“{file.name}” is already here.",
                action="Open",
                on_action=lambda: self._desk.open("resumes.check", imported.resume_id),
            )
            return
        self._desk.undo.push(
            f"added “{file.name}”",
            lambda: self._desk.run(self._resumes.delete, imported.resume_id),
            lambda: self._desk.run(self._resumes.undelete, imported.resume_id),
        )

    async def write_new(self) -> None:
        """Begin a résumé here and open it; undo takes it away again."""
        begun = await self._desk.run(self._resumes.begin)
        self._desk.undo.push(
            "Beginning of a résumé",
            lambda: self._desk.run(self._resumes.delete, begun),
            lambda: self._desk.run(self._resumes.undelete, begun),
        )
        self._desk.open("resumes.edit", begun)

    async def make_primary(self, card: ResumeCard) -> None:
        """Use it for matching and tailoring from now on."""
        before = await self._desk.run(self._resumes.make_primary, card.id)
        if before is not None:
            self._desk.undo.push(
                f"made “{card.title}” the primary résumé",
                lambda: self._desk.run(self._resumes.make_primary, before),
                lambda: self._desk.run(self._resumes.make_primary, card.id),
            )
        self._desk.toast(f"“{card.title}” is now your primary résumé. Jobs are matched against it.", tone="good")

    async def rename(self, card: ResumeCard) -> None:
        """Ask for another title."""
        dialog = RenameDialog(card.title, self._owner)
        if await dialog.answer() != "rename" or dialog.new_title == card.title:
            return
        title = dialog.new_title
        before = await self._desk.run(self._resumes.rename, card.id, title)
        self._desk.undo.push(
            f"renamed “{before}”",
            lambda: self._desk.run(self._resumes.rename, card.id, before),
            lambda: self._desk.run(self._resumes.rename, card.id, title),
            scope=("resume", card.id),
        )

    async def duplicate(self, card: ResumeCard) -> None:
        """Make a copy to change; undo takes it away again."""
        copy = await self._desk.run(self._resumes.duplicate, card.id)
        change = self._desk.undo.push(
            f"copied “{card.title}”",
            lambda: self._desk.run(self._resumes.delete, copy),
            lambda: self._desk.run(self._resumes.undelete, copy),
        )
        self._desk.offer_undo(f"“{card.title}” copied", change)

    async def save_original(self, card: ResumeCard) -> None:
        """Write the file as it was imported."""
        path = await self._desk.choose_save("Save the original", card.file_name)
        if path is None:
            return
        await self._desk.work(self._resumes.save_original, card.id, path)
        self._desk.toast(f"Saved {path.name}", action="Show", on_action=lambda: self._desk.reveal(path), tone="good")

    async def read_again(self, card: ResumeCard) -> None:
        """Read the original once more; undo brings back what is there now."""
        await self._reading.start(card.id)

    async def delete(self, card: ResumeCard) -> None:
        """Take it away; undo brings it back whole."""
        await self._several.delete([card])

    async def export(self, card: ResumeCard) -> None:
        """Choose a format and a look, see it, save it; the look stays with the résumé."""
        await export_resume(self._desk, self._resumes, self._exports, card.id, self._owner)

    async def copy_into_form(self, card: ResumeCard) -> None:
        """Show every value with a button that copies it."""
        resume = await self._desk.run(self._resumes.resume, card.id)
        await FormCopyDialog(self._desk, self._exports, resume.data, self._owner).answer()
