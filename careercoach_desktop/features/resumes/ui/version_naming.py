"""“Save as version…”: a name keeps a version as it is, from whichever page the person asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.uikit import Desk, Dialog, Size, Text, TextField

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ResumeService


class VersionNameDialog(Dialog):
    """Asks for the name of a version; ``name`` after the answer ``name``. An empty name takes the old one away."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.field = TextField("Name", text=name, placeholder="For Northwind, before the rewrite …")
        self.field.selectAll()
        self.body.addWidget(self.field)
        hint = "It stays as it is. What you change from now on begins a new version."
        self.body.addWidget(Text(hint, size=Size.SMALL, tone="third", wrap=True))
        self.add_button("Cancel", "")
        save = self.add_button("Save", "name", "primary")
        save.setEnabled(bool(name))
        self.field.textChanged.connect(lambda text: save.setEnabled(bool(text.strip() or name)))

    @property
    def name(self) -> str:
        return self.field.text().strip()


async def name_version(
    desk: Desk, resumes: ResumeService, resume_id: int, number: int | None = None, owner: QWidget | None = None
) -> None:
    """Ask for a name and give it to a version (the present one when None); undo takes it back.

    Any page may call this, for instance on Ctrl+S: ``desk.start(name_version(desk, resumes, resume_id, owner=self))``.
    """
    versions = await desk.run(resumes.versions, resume_id)
    version = next((each for each in versions if number in (None, each.number)), None)
    if version is None:
        desk.toast("There is nothing to save yet: this résumé is still empty.")
        return
    is_present = version is versions[0]
    title = "Save as version" if is_present and not version.name else f"Name version {version.number}"
    dialog = VersionNameDialog(title, version.name, owner)
    if await dialog.answer() != "name" or dialog.name == version.name:
        return
    name, which = dialog.name, version.number
    before = await desk.run(resumes.name_version, resume_id, which, name)
    change = desk.undo.push(
        f"named version {which}" if name else f"took the name from version {which}",
        lambda: desk.run(resumes.name_version, resume_id, which, before),
        lambda: desk.run(resumes.name_version, resume_id, which, name),
        scope=("resume", resume_id),
    )
    desk.offer_undo(f"Version {which} is kept as “{name}”" if name else f"Version {which} has no name now", change)
