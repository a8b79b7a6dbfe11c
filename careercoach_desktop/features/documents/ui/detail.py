"""The chosen document: which version, what changed since another, what it looks like, what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.documents.model import DocumentCard, DocumentType, DocumentVersion
from careercoach_desktop.features.documents.ui.sight_view import SightView
from careercoach_desktop.features.documents.ui.words import file_words, job_words, score_words, version_words
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    ComboButton,
    Desk,
    Heading,
    IconButton,
    Line,
    Size,
    Space,
    Text,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import DocumentService, SightService
    from careercoach_desktop.features.documents.ui.actions import DocumentActions

_LEAST = 420
_NONE = "none"


class DocumentDetail(QWidget):
    """``more_wanted`` brings the button below which the menu opens."""

    more_wanted = Signal(QWidget)

    def __init__(self, desk: Desk, documents: DocumentService, sights: SightService, actions: DocumentActions) -> None:
        super().__init__()
        self._desk = desk
        self._documents = documents
        self._actions = actions
        self._card: DocumentCard | None = None
        self._versions: list[DocumentVersion] = []
        self.version: DocumentVersion | None = None
        self.title = Heading("", 2)
        self.about = Text("", size=Size.SMALL, tone="second", elide=True)
        self.versions = ComboButton([], "Version", compact=True)
        self.against = ComboButton([], "Compare with", placeholder="Compare with …", icon="git-diff", compact=True)
        self.restore = Button("Bring this version back", icon="clock-counter-clockwise", compact=True)
        self.hand_over = Button("Export", "primary", icon="download-simple", compact=True)
        self.more = IconButton("dots-three", "More for this document")
        self.sight = SightView(desk, sights)
        self._connect()
        head = row(
            column(self.title, self.about, spacing=2), STRETCH, self.more, self.hand_over,
            spacing=Space.S, margins=(Space.XL, Space.M, Space.XL, Space.S),
        )  # fmt: skip
        ways = row(self.versions, self.against, self.restore, STRETCH, spacing=Space.S,
                   margins=(Space.XL, 0, Space.XL, Space.M))  # fmt: skip
        self._ways = holder(ways)
        self.setLayout(column(head, self._ways, Line(), self.sight, spacing=0))
        self.setMinimumWidth(_LEAST)
        self.setFocusProxy(self.hand_over)

    def _connect(self) -> None:
        self.versions.changed.connect(lambda key: self._choose(int(key)))
        self.against.changed.connect(self._compare)
        self.restore.clicked.connect(self._bring_back)
        self.hand_over.clicked.connect(self._hand_over)
        self.more.clicked.connect(lambda: self.more_wanted.emit(self.more))

    def show_card(self, card: DocumentCard | None) -> None:
        """Another document, or the same one anew; None for none."""
        is_other = card is None or self._card is None or card.id != self._card.id
        is_newer = card is not None and self._card is not None and card.version_id != self._card.version_id
        self._card = card
        if card is None:
            self.sight.clear()
            return
        self.title.setText(card.title)
        self.title.setToolTip(card.title)
        self._desk.start(self._load(card, keep=not (is_other or is_newer)), owner=self)

    async def _load(self, card: DocumentCard, *, keep: bool) -> None:
        versions = await self._desk.run(self._documents.versions, card.id)
        if self._card is None or self._card.id != card.id or not versions:
            return
        self._versions = versions
        chosen = next((each for each in versions if self.version and each.id == self.version.id), versions[0])
        self.versions.set_choices([(str(each.id), version_words(each)) for each in versions])
        await self._show(chosen if keep else versions[0], keep=keep)

    async def _show(self, version: DocumentVersion, *, keep: bool = False) -> None:
        card = self._card
        if card is None:
            return
        stays = keep and self.version == version
        self.version = version
        is_made = version.file is None and card.type is DocumentType.RESUME
        self.hand_over.setText("Export" if is_made else "Save a copy")
        purpose = f"for {job_words(card)}" if job_words(card) else ""
        file = file_words(version.file) if version.file is not None else ""
        self.about.setText(" · ".join(part for part in (purpose, file, score_words(version), *card.tags) if part))
        self.versions.set_value(str(version.id))
        others = [(str(each.id), version_words(each)) for each in self._versions if each.id != version.id]
        self.against.set_choices([(_NONE, "Don’t compare"), *others])
        self._ways.setVisible(len(self._versions) > 1)
        self.restore.setVisible(version.id != self._versions[0].id)
        if stays:
            return
        self.against.set_value("")
        await self.sight.show_version(version)

    def _choose(self, version_id: int) -> None:
        version = next(each for each in self._versions if each.id == version_id)
        self._desk.start(self._show(version), owner=self)

    def _compare(self, key: str) -> None:
        version = self.version
        other = next((each for each in self._versions if str(each.id) == key), None)
        if version is None:
            return
        if other is None:
            self.against.set_value("")
            self._desk.start(self.sight.show_version(version), owner=self)
            return
        before, after = sorted((version, other), key=lambda each: each.number)
        self._desk.start(self.sight.show_comparison(before, after), owner=self)

    def _bring_back(self) -> None:
        if self.version is not None:
            self._desk.start(self._actions.restore(self.version), owner=self)

    def _hand_over(self) -> None:
        if self._card is not None and self.version is not None:
            self._desk.start(self._actions.hand_over(self._card, self.version), owner=self)
