"""Which documents are shown, in what order: by type, job, tag and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.documents.model import DocumentCard, DocumentType
from careercoach_desktop.features.documents.ui.words import TYPE_WORDS, job_words
from careercoach_desktop.foundation.uikit import STRETCH, Button, ComboButton, Space, row

_ORDERS = (("changed", "Last changed"), ("title", "Title"), ("type", "Type"), ("job", "Job"))
_NO_JOB = "none"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; an empty part does not matter. ``found`` are the documents that say the typed words."""

    type: str = ""
    job: str = ""
    tag: str = ""
    found: frozenset[int] | None = None
    order: str = "changed"

    def fits(self, card: DocumentCard) -> bool:
        job = str(card.job_id) if card.job_id is not None else _NO_JOB
        return (
            (not self.type or card.type.value == self.type)
            and (not self.job or job == self.job)
            and (not self.tag or self.tag in {tag.casefold() for tag in card.tags})
            and (self.found is None or card.id in self.found)
        )

    def of(self, cards: Sequence[DocumentCard]) -> list[DocumentCard]:
        """Those that fit, in order; what is the same there stays with the last changed first."""
        shown = [card for card in cards if self.fits(card)]
        keys = {
            "title": lambda card: card.title.casefold(),
            "type": lambda card: list(TYPE_WORDS).index(card.type),
            "job": lambda card: (not job_words(card), job_words(card).casefold()),
        }
        return sorted(shown, key=keys[self.order]) if self.order in keys else shown


class FilterLine(QWidget):
    """The choices above the list; ``changed`` when one is made. Only what there is can be chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.type = ComboButton([], "Type", placeholder="Any type", compact=True)
        self.job = ComboButton([], "Job", placeholder="Any job", compact=True)
        self.tag = ComboButton([], "Tag", placeholder="Any tag", compact=True)
        self.order = ComboButton(_ORDERS, "Order", value="changed", icon="sort-ascending", compact=True)
        self.clear = Button("Clear", "link", compact=True, name="Clear the filter")
        for each in (self.type, self.job, self.tag, self.order):
            each.changed.connect(lambda _key: self._tell())
        self.clear.clicked.connect(self.reset)
        self.setLayout(
            row(self.type, self.job, self.tag, self.clear, STRETCH, self.order, spacing=Space.S,
                margins=(Space.XL, Space.S, Space.XL, Space.S))
        )  # fmt: skip
        self._tell_nothing()

    def offer(self, cards: Sequence[DocumentCard]) -> None:
        """What can be chosen among these; a choice that fits none of them any more is dropped."""
        types = {card.type for card in cards}
        jobs = {str(card.job_id): job_words(card) or "A job" for card in cards if card.job_id is not None}
        tags = {tag.casefold(): tag for card in cards for tag in card.tags}
        any_type = [("", "Any type")]
        self.type.set_choices(any_type + [(kind.value, TYPE_WORDS[kind]) for kind in DocumentType if kind in types])
        without = [(_NO_JOB, "For no job")] if any(card.job_id is None for card in cards) else []
        by_name = sorted(jobs.items(), key=lambda job: job[1].casefold())
        self.job.set_choices([("", "Any job"), *without, *by_name])
        self.tag.set_choices([("", "Any tag"), *sorted(tags.items(), key=lambda tag: tag[1].casefold())])
        self.job.setVisible(bool(jobs))
        self.tag.setVisible(bool(tags))
        self._tell_nothing()

    def wanted(self, found: frozenset[int] | None) -> Wanted:
        return Wanted(self.type.value(), self.job.value(), self.tag.value(), found, self.order.value() or "changed")

    def reset(self) -> None:
        """Show everything."""
        for each in (self.type, self.job, self.tag):
            each.set_value("")
        self._tell()

    def _tell(self) -> None:
        self._tell_nothing()
        self.changed.emit()

    def _tell_nothing(self) -> None:
        self.clear.setVisible(bool(self.type.value() or self.job.value() or self.tag.value()))
