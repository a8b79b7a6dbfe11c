"""What of the résumés is shown: those that hold the words typed and carry every tag that is switched on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.model import ResumeCard
from careercoach_desktop.foundation.uikit import STRETCH, Chip, SearchField, Space, add_to, row

_MOST = 10
"""Chips that stand in the row; a rarer tag is still found by its words."""


class TagFilter(QWidget):
    """The row of tags under the head; hidden while no résumé has one. ``changed`` when one is switched."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[Chip] = []
        self._line = row(spacing=6, margins=(Space.XL, 0, Space.XL, Space.S))
        self.setLayout(self._line)
        self.setAccessibleName("Filter by tag")
        self.hide()

    def chips(self) -> list[Chip]:
        return list(self._chips)

    def show_tags(self, cards: Sequence[ResumeCard]) -> None:
        """Offer the tags of these résumés, the most used first; those that are on stay on while they exist."""
        wanted = tags_of(cards)[:_MOST]
        if [chip.text() for chip in self._chips] != wanted:
            on = self.chosen()
            self._rebuild(wanted, on)
            if on != self.chosen():
                self.changed.emit()
        self.setVisible(bool(wanted))

    def chosen(self) -> set[str]:
        return {chip.text().casefold() for chip in self._chips if chip.isChecked()}

    def reset(self) -> None:
        """Switch all off without telling."""
        for chip in self._chips:
            chip.set_selected(False)

    def passes(self, card: ResumeCard) -> bool:
        """Whether the résumé carries every tag that is on."""
        return self.chosen() <= {tag.casefold() for tag in card.tags}

    def _rebuild(self, tags: Sequence[str], on: set[str]) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        while self._line.takeAt(0) is not None:
            pass
        self._chips = [Chip(tag, checkable=True, selected=tag.casefold() in on) for tag in tags]
        for chip in self._chips:
            chip.setAccessibleName(f"Show only “{chip.text()}”")
            chip.clicked.connect(self.changed)
        add_to(self._line, *self._chips, STRETCH)


class WordFilter(SearchField):
    """Words typed into the head of the page. ``found`` is what a search of the texts gave for ``words``."""

    def __init__(self) -> None:
        super().__init__("Search résumés", placeholder="Search résumés")
        self.setFixedWidth(220)
        self._found: tuple[str, frozenset[int]] = ("", frozenset())

    @property
    def words(self) -> str:
        return " ".join(self.text().split())

    def tell(self, words: str, found: frozenset[int]) -> None:
        """What a search found; an answer that comes late, to other words than there are now, is not kept."""
        if words == self.words:
            self._found = (words, found)

    def passes(self, card: ResumeCard) -> bool:
        """Whether the name, file or tags hold the words, or the text was found to."""
        if not self.words:
            return True
        words, found = self._found
        said = " ".join((card.title, card.file_name, *card.tags)).casefold()
        return all(word in said for word in self.words.casefold().split()) or (words == self.words and card.id in found)


def tags_of(cards: Sequence[ResumeCard]) -> list[str]:
    """Every tag of these résumés once, the most used first."""
    counts: dict[str, int] = {}
    written: dict[str, str] = {}
    for card in cards:
        for tag in card.tags:
            written.setdefault(tag.casefold(), tag)
            counts[tag.casefold()] = counts.get(tag.casefold(), 0) + 1
    return [written[key] for key in sorted(counts, key=lambda key: (-counts[key], key))]
