"""The small dialogs of this feature: a new name, earlier versions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.model import ResumeVersion
from careercoach_desktop.features.resumes.ui.words import counted, reason_words
from careercoach_desktop.foundation.uikit import (
    Button,
    Dialog,
    Rows,
    Scroll,
    Size,
    Space,
    Text,
    TextField,
    Weight,
    column,
    holder,
    moment_words,
    row,
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


class VersionsDialog(Dialog):
    """Every version, newest first; ``chosen`` is the one to restore after the answer ``restore``."""

    def __init__(
        self, title: str, versions: Sequence[ResumeVersion], present: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"Versions of “{title}”", parent, width=520)
        self.chosen = 0
        rows = Rows("Versions")
        for version in versions:
            rows.add(self._line(version, is_present=version.number == present))
        whole = Scroll(column(rows))
        whole.setFixedHeight(min(54 * len(versions) + 4, 360))
        self.body.addWidget(whole)
        hint = "Restoring makes a new version on top; nothing is lost."
        self.body.addWidget(Text(hint, size=Size.SMALL, tone="third", wrap=True))
        self.add_button("Close", "", "primary")

    def _line(self, version: ResumeVersion, *, is_present: bool) -> QWidget:
        name = version.name or reason_words(version.reason)
        words = column(
            Text(f"Version {version.number} · {name}", weight=Weight.MEDIUM, elide=True),
            Text(
                f"{moment_words(version.changed)} · {counted(version.fields, 'field')}", size=Size.SMALL, tone="third"
            ),
            spacing=2,
        )
        line = row(spacing=Space.S)
        line.addLayout(words, 1)
        if is_present:
            line.addWidget(Text("Now", size=Size.SMALL, tone="on_soft", weight=Weight.MEDIUM))
        else:
            restore = Button("Restore", compact=True, name=f"Restore version {version.number}")
            restore.clicked.connect(lambda: self._choose(version.number))
            line.addWidget(restore)
        return holder(line)

    def _choose(self, number: int) -> None:
        self.chosen = number
        self._close_with("restore")
