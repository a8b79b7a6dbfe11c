"""Markdown of any length: the beginning at once, the rest when it is asked for, a piece at a time.

Laying out twenty thousand words takes Qt 400 ms, in which nothing else would move; two thousand take 30.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.ui.highlights import Ranges, marked_ranges
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import STRETCH, Button, MarkdownView, Space, clear, column, holder, row

PIECE = 12_000
"""Characters that are laid out in one go."""


class LongMarkdown(QWidget):
    """Shows one text at a time; ``name`` is read out."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._source = ""
        self._waiting: list[str] = []
        self._words: tuple[str, ...] = ()
        self._views: list[MarkdownView] = []
        self._pieces = column(spacing=Space.S)
        self.more = Button("", "link")
        self.more.clicked.connect(self.show_all)
        self._below = holder(row(self.more, STRETCH))
        self._below.hide()
        self.setLayout(column(self._pieces, self._below, spacing=Space.S))

    def markdown(self) -> str:
        """What was set, whole."""
        return self._source

    def mark_words(self, words: tuple[str, ...]) -> None:
        """Mark these folded words wherever they stand."""
        self._words = words
        for view in self._views:
            view.mark(self._ranges)

    def _ranges(self, text: str) -> Ranges:
        return marked_ranges(text, self._words)

    def set_markdown(self, text: str) -> None:
        if text == self._source:
            return
        self._source = text
        clear(self._pieces)
        self._views = []
        self._waiting = pieces(text)
        self._add_next()
        count = QLocale().toString(sum(len(piece.split()) for piece in self._waiting))
        self.more.setText(tr("Show the other {0} words").format(count))
        self._below.setVisible(bool(self._waiting))

    def show_all(self) -> None:
        """Lay the rest out, and let the window paint between the pieces."""
        self._below.hide()
        if self._waiting:
            self._add_next()
            QTimer.singleShot(0, self, self.show_all)

    def _add_next(self) -> None:
        if self._waiting:
            view = MarkdownView(self._name, self._waiting.pop(0))
            if self._words:
                view.mark(self._ranges)
            self._views.append(view)
            self._pieces.addWidget(view)


def pieces(text: str) -> list[str]:
    """The text in parts of about ``PIECE`` characters, cut between paragraphs where there are any, else between lines
    or words."""
    parts: list[str] = []
    while len(text) > PIECE * 1.25:
        cuts = (text.rfind(mark, PIECE // 2, PIECE) for mark in ("\n\n", "\n", " "))
        cut = next((at for at in cuts if at > 0), PIECE)
        parts.append(text[:cut])
        text = text[cut:].lstrip("\n")
    return [*parts, text] if text.strip() else parts
