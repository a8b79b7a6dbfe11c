"""What is asked about documents: a title, tags, a job."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtWidgets import QFrame, QListView, QWidget

from careercoach_desktop.features.documents.model import DocumentCard
from careercoach_desktop.foundation.uikit import ChipInput, Dialog, SearchField, Size, Text, TextField


class TitleDialog(Dialog):
    """``title`` after the answer ``title``."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("Rename", parent)
        self.field = TextField("Title", text=title)
        self.field.selectAll()
        self.body.addWidget(self.field)
        self.add_button("Cancel", "")
        save = self.add_button("Rename", "title", "primary")
        self.field.textChanged.connect(lambda text: save.setEnabled(bool(text.strip())))

    @property
    def title(self) -> str:
        return self.field.text().strip()


class TagsDialog(Dialog):
    """After the answer ``tags``: every document gets ``added``, and loses ``removed``."""

    def __init__(self, cards: Sequence[DocumentCard], known: Sequence[str], parent: QWidget | None = None) -> None:
        what = f"“{cards[0].title}”" if len(cards) == 1 else f"{len(cards)} documents"
        super().__init__(f"Tags of {what}", parent, width=460)
        shared = set.intersection(*({tag.casefold() for tag in card.tags} for card in cards))
        every = dict.fromkeys(tag for card in cards for tag in card.tags)
        self._before = [tag for tag in every if tag.casefold() in shared]
        self.field = ChipInput("Tags", self._before, suggestions=[tag for tag in known if tag not in self._before])
        self.body.addWidget(self.field)
        hint = "Tags are for finding and for filtering. Nobody but you sees them."
        self.body.addWidget(Text(hint, size=Size.SMALL, tone="third", wrap=True))
        self.add_button("Cancel", "")
        self.add_button("Save", "tags", "primary")
        self.field.changed.connect(self.fit_soon)
        self.field.begin_adding()

    def tags_for(self, card: DocumentCard) -> list[str]:
        """What ``card`` has afterwards."""
        wanted = self.field.typed()
        removed = {tag.casefold() for tag in self._before} - {tag.casefold() for tag in wanted}
        kept = [tag for tag in card.tags if tag.casefold() not in removed]
        have = {tag.casefold() for tag in kept}
        return kept + [tag for tag in wanted if tag.casefold() not in have]


class JobDialog(Dialog):
    """``job_id`` after the answer ``job``; None for no job."""

    def __init__(self, jobs: Sequence[tuple[int, str]], chosen: int | None, parent: QWidget | None = None) -> None:
        super().__init__("For which job?", parent, width=480)
        self._ids: list[int | None] = [None, *(job_id for job_id, _words in jobs)]
        words = ["No job", *(text for _job_id, text in jobs)]
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(QStringListModel(words, self))
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field = SearchField("Find a job", delay=0)
        self.field.searched.connect(self._find)
        self.list = QListView()
        self.list.setModel(self._shown)
        self.list.setAccessibleName("Jobs")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFixedHeight(260)
        at = self._ids.index(chosen) if chosen in self._ids else 0
        self.list.setCurrentIndex(self._shown.index(at, 0))
        self.body.addWidget(self.field)
        self.body.addWidget(self.list)
        self.add_button("Cancel", "")
        choose = self.add_button("Choose", "job", "primary")
        self.list.doubleClicked.connect(lambda _index: choose.click())
        self.field.setFocus()

    @property
    def job_id(self) -> int | None:
        return self._ids[self._shown.mapToSource(self.list.currentIndex()).row()]

    def _find(self, text: str) -> None:
        self._shown.setFilterFixedString(text)
        if not self.list.currentIndex().isValid() and self._shown.rowCount():
            self.list.setCurrentIndex(self._shown.index(0, 0))
