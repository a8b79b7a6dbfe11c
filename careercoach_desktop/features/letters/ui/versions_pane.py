"""The saved versions of a letter, newest first: compare one with the letter as it is, or go back to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from careercoach_desktop.features.documents.model import DocumentVersion
from careercoach_desktop.features.resumes.comparing import difference, merged
from careercoach_desktop.features.resumes.ui import span_html
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Card,
    Dialog,
    Scroll,
    Size,
    Space,
    Text,
    Weight,
    clear,
    column,
    current_theme,
    moment_words,
    row,
)


class VersionsPane(QWidget):
    """``save_wanted``, and for a version ``compare_wanted`` and ``restore_wanted``."""

    save_wanted = Signal()
    compare_wanted = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        save = Button("Save version", icon="floppy-disk", compact=True, tip="Keep the letter as it is now (Ctrl+S)")
        save.clicked.connect(self.save_wanted)
        self._rows = column(spacing=Space.S)
        body = column(row(save, STRETCH), self._rows, spacing=Space.M, margins=(0, Space.L, Space.L, Space.XL))
        body.addStretch(1)
        self.setLayout(column(Scroll(body, "Versions"), spacing=0))

    def show_versions(self, versions: Sequence[DocumentVersion], present: str) -> None:
        """``present`` is what the letter says now."""
        what = ([version.id for version in versions], [version.content == present for version in versions])
        if what == self._shown:
            return
        self._shown = what
        clear(self._rows)
        if not versions:
            words = "Nothing saved yet. A version keeps the letter as it is now; you can always go back to it."
            self._rows.addWidget(Text(words, size=Size.SMALL, tone="second", wrap=True))
        for version in versions:
            self._rows.addWidget(self._card(version, is_present=version.content == present))

    def _card(self, version: DocumentVersion, *, is_present: bool) -> Card:
        card = Card(padding=Space.M, spacing=Space.XS)
        number = f"Version {version.number}"
        card.add(Text(f"{number} · as it is now" if is_present else number, weight=Weight.BOLD))
        about = " · ".join(part for part in (moment_words(version.created), version.name) if part)
        card.add(Text(about, size=Size.SMALL, tone="third", wrap=True))
        if not is_present:
            compare = Button("Compare", "link", compact=True, name=f"Compare with version {version.number}")
            compare.clicked.connect(lambda: self.compare_wanted.emit(version))
            restore = Button("Restore", "link", compact=True, name=f"Restore version {version.number}")
            restore.clicked.connect(lambda: self.restore_wanted.emit(version))
            card.add(row(compare, restore, STRETCH, spacing=Space.M))
        card.setAccessibleName(f"{number}, {about}")
        return card


class CompareDialog(Dialog):
    """A saved version and the letter as it is, in one text: what went since is struck through, what came underlined."""

    def __init__(self, version: DocumentVersion, present: str, parent: QWidget) -> None:
        super().__init__(f"Since version {version.number}", parent, width=680)
        self._before, self._present = version.content, present
        self.body.addWidget(
            Text(
                f"Saved {moment_words(version.created)}. What came since is underlined, what went is struck through.",
                size=Size.SMALL,
                tone="third",
                wrap=True,
            )
        )
        self._page = QTextBrowser()
        self._page.setAccessibleName("Differences")
        self._page.setFixedHeight(420)
        self.body.addWidget(self._page)
        current_theme().changed.connect(self._render)
        self._render()
        self.add_button("Restore this version", "restore")
        self.add_button("Close", "", "primary")

    def text(self) -> str:
        return self._page.toPlainText()

    def _render(self) -> None:
        theme = current_theme()
        words = "".join(span_html(each, theme) for each in merged(*difference(self._before, self._present)))
        self._page.setHtml(f'<div style="color:{theme.hex("text")}; line-height:135%">{words}</div>')
