"""Two versions beside each other, or read through as one text; whole, or only what changed."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QStackedWidget, QTextBrowser, QWidget

from careercoach_desktop.features.resumes.revisions import Comparison
from careercoach_desktop.features.resumes.ui.compare_html import comparison_html
from careercoach_desktop.foundation.uikit import (
    CheckBox,
    EmptyState,
    SegmentedControl,
    Size,
    Space,
    column,
    current_theme,
    recall,
    remember,
)

_LAYOUT = "resumes.versions.layout"
_ALL = "resumes.versions.all"


class CompareView(QWidget):
    """``show_comparison`` shows one; ``layout_choice`` and ``everything`` stand wherever the page puts them."""

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._heads = ("", "")
        kept = str(recall(_LAYOUT, "side"))
        value = kept if kept in ("side", "inline") else "side"
        self.layout_choice = SegmentedControl([("side", "Side by side"), ("inline", "Inline")], "Layout", value)
        self.layout_choice.changed.connect(self._on_layout)
        self.everything = CheckBox("Whole résumé", "Show what stayed the same, too")
        self.everything.setChecked(str(recall(_ALL, "")) == "yes")
        self.everything.toggled.connect(self._on_everything)
        self._page = QTextBrowser()
        self._page.setAccessibleName("What changed")
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.setOpenLinks(False)
        self._page.document().setDocumentMargin(Space.XL)
        self._page.setFont(current_theme().font(Size.BODY))
        self._none = EmptyState("check-circle", "These two versions say the same.")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._none)
        self.setLayout(column(self._stack, spacing=0))
        current_theme().changed.connect(self._render)

    def show_comparison(self, comparison: Comparison, before: str, after: str, said: str) -> None:
        """``before`` and ``after`` name the sides, ``said`` what changed in a few words: a screen reader says them."""
        self._comparison, self._heads = comparison, (before, after)
        self._page.setAccessibleName(f"What changed from {before} to {after}")
        self._page.setAccessibleDescription(said)
        self._render()

    def text(self) -> str:
        """What is shown, without marks."""
        return self._page.toPlainText()

    @property
    def says_they_are_equal(self) -> bool:
        return self._stack.currentWidget() is self._none

    def _on_layout(self, key: str) -> None:
        remember(_LAYOUT, key)
        self._render()

    def _on_everything(self, on: bool) -> None:
        remember(_ALL, "yes" if on else "no")
        self._render()

    def _render(self) -> None:
        if self._comparison is None:
            return
        inline, everything = self.layout_choice.value() == "inline", self.everything.isChecked()
        self._stack.setCurrentIndex(1 if not self._comparison.changed and not everything else 0)
        bar = self._page.verticalScrollBar()
        at = bar.value()
        theme = current_theme()
        self._page.setHtml(
            comparison_html(self._comparison, self._heads, theme, inline=inline, only_changes=not everything)
        )
        bar.setValue(min(at, bar.maximum()))
