"""The first screen of a new data folder: drop a résumé, look around with sample data, or start empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careercoach_desktop.foundation.uikit import STRETCH, Button, DropZone, Heading, Text, row

RESUME_SUFFIXES = (".pdf", ".docx", ".txt", ".md", ".html", ".htm", ".json")
_WIDTH = 560


class WelcomePage(QWidget):
    """``files_dropped`` carries a list of paths."""

    files_dropped = Signal(list)
    browse_requested = Signal()
    sample_requested = Signal()
    empty_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        zone = DropZone(
            "Drop your résumé here",
            hint="PDF, Word, text, Markdown or JSON Resume",
            button="Choose a file",
            suffixes=RESUME_SUFFIXES,
        )
        zone.setMinimumHeight(220)
        zone.dropped.connect(self.files_dropped)
        zone.browse_requested.connect(self.browse_requested)
        sample = Button("Explore with sample data", icon="compass")
        sample.clicked.connect(self.sample_requested)
        empty = Button("Start empty", "link")
        empty.clicked.connect(self.empty_requested)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(Heading("Welcome. Let’s start with your résumé.", level=1))
        column.addWidget(
            Text(
                "Career Coach reads it on this computer, shows you what it understood, and tailors it to each job "
                "without inventing anything. No account; nothing leaves this machine.",
                tone="second",
                wrap=True,
            )
        )
        column.addSpacing(8)
        column.addWidget(zone)
        column.addSpacing(4)
        column.addLayout(row(sample, empty, STRETCH, spacing=12))
        column.addStretch(3)
        holder = QWidget()
        holder.setLayout(column)
        holder.setFixedWidth(_WIDTH)
        outer = QHBoxLayout(self)
        outer.addWidget(holder, 0, Qt.AlignmentFlag.AlignHCenter)
