"""The small dialogs of this feature: a new name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.uikit import (
    Dialog,
    Size,
    Text,
    TextField,
)


class RenameDialog(Dialog):
    """Asks for a title; ``new_title`` after the answer ``rename``."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("Rename résumé", parent)
        self.field = TextField("Name", text=title)
        self.field.selectAll()
        self.body.addWidget(self.field)
        hint = "Only you see this name. Say what the résumé is for, or whom."
        self.body.addWidget(Text(hint, size=Size.SMALL, tone="third", wrap=True))
        self.add_button("Cancel", "")
        rename = self.add_button("Rename", "rename", "primary")
        self.field.textChanged.connect(lambda text: rename.setEnabled(bool(text.strip())))

    @property
    def new_title(self) -> str:
        return self.field.text().strip()
