"""The chosen version: its pages, its text, or what changed since another one."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QStackedWidget, QTextBrowser, QWidget

from careercoach_desktop.features.documents.model import DocumentVersion
from careercoach_desktop.features.documents.ui.words import version_words
from careercoach_desktop.features.resumes.ui import CompareView, Desktop, OriginalText, span_html
from careercoach_desktop.foundation.uikit import (
    Desk,
    EmptyState,
    ImagePages,
    Size,
    Space,
    column,
    current_theme,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import Sight, SightService, TextComparison
    from careercoach_desktop.features.resumes.revisions import Comparison


class SightView(QStackedWidget):
    """One look at a time; a look that was asked for later wins."""

    def __init__(self, desk: Desk, sights: SightService) -> None:
        super().__init__()
        self._desk = desk
        self._sights = sights
        self._look = 0
        self._version: DocumentVersion | None = None
        self._sight: Sight | None = None
        self.pages = ImagePages("Preview")
        self.pages.page_wanted.connect(self._draw)
        self.text = OriginalText()
        paper = Desktop()
        paper.setLayout(column(self.text, margins=(Space.XXL, Space.XXL, Space.XXL, Space.XXL)))
        self._paper = paper
        self.nothing = EmptyState(
            "file", "There is no preview of this kind of file. It is kept whole: open it, or drag it where you need it."
        )
        self.changes = CompareView()
        self.words = _TextChanges()
        compared = QWidget()
        compared.setLayout(
            column(
                row(self.changes.layout_choice, self.changes.everything, spacing=Space.M,
                    margins=(Space.XL, Space.M, Space.XL, 0)),
                self.changes,
                spacing=0,
            )
        )  # fmt: skip
        self._compared = compared
        for each in (QWidget(), self.pages, paper, self.nothing, compared, self.words):
            self.addWidget(each)

    async def show_version(self, version: DocumentVersion) -> None:
        """Show it as it is; the picture before stays until it is there."""
        self._look += 1
        look = self._look
        sight = await self._desk.work(self._sights.sight, version.id)
        if look != self._look:
            return
        self._version, self._sight = version, sight
        if sight.sizes:
            self.pages.set_pages(sight.sizes)
            self.setCurrentWidget(self.pages)
        elif sight.text:
            self.text.show_text(sight.text)
            self.setCurrentWidget(self._paper)
        else:
            self.setCurrentWidget(self.nothing)

    async def show_comparison(self, before: DocumentVersion, after: DocumentVersion) -> None:
        """What changed from one version to the other."""
        self._look += 1
        look = self._look
        found = await self._desk.work(self._sights.comparison, before.id, after.id)
        if look != self._look:
            return
        heads = version_words(before), version_words(after)
        self._show_found(found, *heads)

    def _show_found(self, found: Comparison | TextComparison, before: str, after: str) -> None:
        from careercoach_desktop.features.documents.service import TextComparison

        if isinstance(found, TextComparison):
            self.words.show_comparison(found, before, after)
            self.setCurrentWidget(self.words)
        else:
            self.changes.show_comparison(found, before, after, f"{len(found.changed)} places changed")
            self.setCurrentWidget(self._compared)

    def clear(self) -> None:
        """Show nothing."""
        self._look += 1
        self._version = self._sight = None
        self.setCurrentIndex(0)

    def _draw(self, page: int, width_px: int) -> None:
        if self._version is None or self._sight is None:
            return
        if page < len(self._sight.pictures):
            self.pages.set_page(page, self._sight.pictures[page])
        elif self._version.file is not None:
            self._desk.start(self._draw_file(self._version, page, width_px), owner=self)

    async def _draw_file(self, version: DocumentVersion, page: int, width_px: int) -> None:
        png = await self._desk.work(self._sights.picture, version.id, page, width_px)
        if self._version is version and png:
            self.pages.set_page(page, png)


class _TextChanges(QTextBrowser):
    """Two texts beside each other; what went is struck through, what came is underlined."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[TextComparison, str, str] | None = None
        self.setAccessibleName("What changed")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(Space.XL)
        self.setFont(current_theme().font(Size.BODY))
        current_theme().changed.connect(self._render)

    def show_comparison(self, comparison: TextComparison, before: str, after: str) -> None:
        self._shown = (comparison, before, after)
        self.setAccessibleName(f"What changed from {before} to {after}")
        self._render()

    def _render(self) -> None:
        if self._shown is None:
            return
        comparison, before, after = self._shown
        theme = current_theme()
        if comparison.is_same:
            said = "These two versions say the same."
            self.setHtml(f'<p style="color:{theme.hex("second")}">{said}</p>')
            return
        quiet = f"color:{theme.hex('third')}; font-size:{Size.SMALL}px; padding:0 14px 8px 0"
        room = f"padding:0 14px 0 0; color:{theme.hex('text')}; line-height:145%"
        sides = [
            "".join(span_html(segment, theme) for segment in segments)
            for segments in (comparison.before, comparison.after)
        ]
        heads = "".join(f'<td width="50%" style="{quiet}">{escape(head)}</td>' for head in (before, after))
        texts = "".join(f'<td width="50%" style="{room}">{side}</td>' for side in sides)
        self.setHtml(f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{heads}</tr><tr>{texts}</tr></table>')
