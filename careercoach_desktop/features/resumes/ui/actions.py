"""What can be done with a résumé from its card or its menu, each with its undo and its words."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.model import ReadingState, ResumeCard, ResumeStyle
from careercoach_desktop.features.resumes.ui.dialogs import RenameDialog, VersionsDialog
from careercoach_desktop.features.resumes.ui.export_dialog import ExportDialog
from careercoach_desktop.features.resumes.ui.form_copy_dialog import FormCopyDialog
from careercoach_desktop.foundation.uikit import SEPARATOR, Desk, MenuEntry

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ExportService, ResumeService


class ResumeActions:
    """``owner`` is the widget dialogs belong to."""

    def __init__(self, desk: Desk, resumes: ResumeService, exports: ExportService, owner: QWidget) -> None:
        self._desk = desk
        self._resumes = resumes
        self._exports = exports
        self._owner = owner

    def menu(self, card: ResumeCard) -> list[Any]:
        """The entries of a card's menu."""
        do = partial(partial, self.do)
        read = card.state is ReadingState.READ
        return [
            MenuEntry("Edit" if card.checked else "Check what was read", do("open", card), icon="check-circle"),
            MenuEntry("Export…", do("export", card), icon="export", enabled=card.version > 0),
            MenuEntry("Copy into a form…", do("copy", card), icon="clipboard-text", enabled=card.version > 0),
            MenuEntry("Make primary", do("primary", card), icon="star", enabled=read and not card.is_primary),
            SEPARATOR,
            MenuEntry("Rename…", do("rename", card), icon="pencil-simple", shortcut="F2"),
            MenuEntry("Versions…", do("versions", card), icon="clock-counter-clockwise", enabled=card.version > 0),
            MenuEntry("Save the original…", do("original", card), icon="download-simple"),
            MenuEntry("Read the file again", do("read", card), icon="arrow-clockwise",
                      enabled=card.state is not ReadingState.READING),
            SEPARATOR,
            MenuEntry("Delete", do("delete", card), icon="trash", shortcut="Del", danger=True),
        ]  # fmt: skip

    def do(self, what: str, card: ResumeCard) -> None:
        """Start an action by its name; raises KeyError for a name that is none."""
        if what == "open":
            self._desk.open("resumes.check", card.id)
            return
        verbs = {
            "export": self.export,
            "copy": self.copy_into_form,
            "primary": self.make_primary,
            "rename": self.rename,
            "versions": self.versions,
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
            f"Adding of {file.name}",
            lambda: self._desk.run(self._resumes.delete, imported.resume_id),
            lambda: self._desk.run(self._resumes.undelete, imported.resume_id),
        )

    async def make_primary(self, card: ResumeCard) -> None:
        """Use it for matching and tailoring from now on."""
        before = await self._desk.run(self._resumes.make_primary, card.id)
        if before is not None:
            self._desk.undo.push(
                f"Primary mark of {card.title}",
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
            f"Renaming of {before}",
            lambda: self._desk.run(self._resumes.rename, card.id, before),
            lambda: self._desk.run(self._resumes.rename, card.id, title),
        )

    async def versions(self, card: ResumeCard) -> None:
        """Show the versions; restore the one that is chosen."""
        found = await self._desk.run(self._resumes.versions, card.id)
        dialog = VersionsDialog(card.title, found, card.version, self._owner)
        if await dialog.answer() != "restore":
            return
        present, wanted = card.version, dialog.chosen
        number = await self._desk.run(self._resumes.restore_version, card.id, wanted)
        self._desk.undo.push(
            f"Restoring of version {wanted}",
            lambda: self._desk.run(self._resumes.restore_version, card.id, present),
            lambda: self._desk.run(self._resumes.restore_version, card.id, wanted),
        )
        self._desk.toast(f"Version {wanted} is back, as version {number}.", tone="good")

    async def save_original(self, card: ResumeCard) -> None:
        """Write the file as it was imported."""
        path = await self._desk.choose_save("Save the original", card.file_name)
        if path is None:
            return
        await self._desk.work(self._resumes.save_original, card.id, path)
        self._desk.toast(f"Saved {path.name}", action="Show", on_action=lambda: self._desk.reveal(path), tone="good")

    async def read_again(self, card: ResumeCard) -> None:
        """Read the original once more."""
        await self._desk.run(self._resumes.read_again, card.id)

    async def delete(self, card: ResumeCard) -> None:
        """Take it away; undo brings it back whole."""
        await self._desk.run(self._resumes.delete, card.id)
        self._desk.undo.push(
            f"Deleting of {card.title}",
            lambda: self._desk.run(self._resumes.undelete, card.id),
            lambda: self._desk.run(self._resumes.delete, card.id),
        )
        self._desk.toast(f"“{card.title}” deleted", action="Undo", on_action=self._desk.undo.undo)

    async def export(self, card: ResumeCard) -> None:
        """Choose a format and a look, see it, save it; the look stays with the résumé."""
        resume = await self._desk.run(self._resumes.resume, card.id)
        dialog = ExportDialog(
            self._desk,
            self._exports,
            resume.data,
            parent=self._owner,
            style=resume.style,
            keep=partial(self._restyle, card),
        )
        await dialog.run()

    async def copy_into_form(self, card: ResumeCard) -> None:
        """Show every value with a button that copies it."""
        resume = await self._desk.run(self._resumes.resume, card.id)
        await FormCopyDialog(self._desk, self._exports, resume.data, self._owner).answer()

    async def _restyle(self, card: ResumeCard, style: ResumeStyle) -> None:
        before = await self._desk.run(self._resumes.restyle, card.id, style)
        self._desk.undo.push(
            f"Look of {card.title}",
            lambda: self._desk.run(self._resumes.restyle, card.id, before),
            lambda: self._desk.run(self._resumes.restyle, card.id, style),
        )
