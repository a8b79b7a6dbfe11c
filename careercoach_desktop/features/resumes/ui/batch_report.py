"""What became of many files: one sentence, and a list of those to look at, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.ui.words import counted
from careercoach_desktop.foundation.uikit import Dialog, Scroll, Size, Space, Text, Weight, column

_WIDTH = 520
_HEIGHT = 320


@dataclass(frozen=True, slots=True)
class Mention:
    """A file and what to say about it."""

    name: str
    why: str


@dataclass(slots=True)
class Report:
    """``total`` files were meant; ``added`` are the ids of the résumés they became."""

    total: int = 0
    added: list[int] = field(default_factory=list)
    known: list[Mention] = field(default_factory=list)
    failed: list[Mention] = field(default_factory=list)
    doubted: list[Mention] = field(default_factory=list)
    """Read, but not what a résumé looks like: they are among the cards, and not counted as added."""
    skipped: list[Mention] = field(default_factory=list)
    others: int = 0
    stopped: bool = False

    @property
    def has_list(self) -> bool:
        return bool(self.known or self.failed or self.doubted or self.skipped)

    @property
    def tone(self) -> str:
        """A tick is for what went well whole: neither a failure nor what was stopped is that."""
        return "warn" if self.failed or self.doubted else "neutral" if self.stopped or not self.added else "good"

    def sentence(self) -> str:
        """``48 résumés added · 1 was here already · 1 could not be read``."""
        added = len(self.added)
        parts = [
            f"Stopped: {added} of {self.total} were added" if self.stopped else f"{counted(added, 'résumé')} added"
        ]
        if self.known:
            parts.append(f"{len(self.known)} {'was' if len(self.known) == 1 else 'were'} here already")
        if self.failed:
            parts.append(f"{len(self.failed)} could not be read")
        if self.doubted:
            parts.append(f"{len(self.doubted)} {'does' if len(self.doubted) == 1 else 'do'} not look like a résumé")
        if self.skipped:
            parts.append(f"{len(self.skipped)} passed over")
        if self.others:
            parts.append(f"{counted(self.others, 'file')} of other kinds left alone")
        if not self.total and not self.skipped:
            return "There is nothing here that could be a résumé."
        return " · ".join(parts)


class ReportDialog(Dialog):
    """The list."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__("What became of the files", parent, width=_WIDTH)
        listed = column(spacing=Space.M)
        self._add(listed, "Could not be read", report.failed)
        self._add(listed, "Not like a résumé", report.doubted)
        self._add(listed, "Passed over", report.skipped)
        self._add(listed, "Here already", report.known)
        listed.addStretch(1)
        area = Scroll(listed, "Files to look at")
        area.take_height(_WIDTH - 2 * Space.XXL, _HEIGHT)
        self.body.addWidget(area)
        self.add_button("Close", "close", "primary")

    def _add(self, listed: object, title: str, mentions: Sequence[Mention]) -> None:
        if not mentions:
            return
        lines = column(Text(title, weight=Weight.BOLD), spacing=Space.XS)
        for mention in mentions:
            lines.addWidget(Text(mention.name, wrap=True))
            if mention.why:
                lines.addWidget(Text(mention.why, size=Size.SMALL, tone="second", wrap=True))
            lines.addSpacing(Space.XS)
        listed.addLayout(lines)  # type: ignore[attr-defined]  # a QVBoxLayout, which column() returns
