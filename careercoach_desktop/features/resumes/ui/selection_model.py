"""Which résumés are selected: one after the other, a range, all, none; in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Knows ids only. ``changed`` whenever what is selected changed."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order: list[int] = []
        self._chosen: set[int] = set()
        self._anchor: int | None = None

    def ids(self) -> list[int]:
        """The selected ones, as they are shown."""
        return [each for each in self._order if each in self._chosen]

    def __contains__(self, resume_id: int) -> bool:
        return resume_id in self._chosen

    def __bool__(self) -> bool:
        return bool(self._chosen)

    def show(self, order: Sequence[int]) -> None:
        """These are shown now; what is not among them is no longer selected, so nothing unseen is acted on."""
        self._order = list(order)
        if self._anchor not in self._order:
            self._anchor = None
        self._set(self._chosen & set(order))

    def toggle(self, resume_id: int) -> None:
        """Ctrl+click, or Space."""
        self._anchor = resume_id
        self._set(self._chosen ^ {resume_id})

    def extend(self, resume_id: int, *, start: int | None = None) -> None:
        """Shift+click, or Shift and an arrow: everything from the last one touched (else ``start``) up to here."""
        if self._anchor is None:
            self._anchor = start if start is not None else resume_id
        if self._anchor not in self._order or resume_id not in self._order:
            return
        first, last = sorted((self._order.index(self._anchor), self._order.index(resume_id)))
        self._set(set(self._order[first : last + 1]))

    def choose(self, ids: Iterable[int]) -> None:
        """Exactly these, as far as they are shown."""
        self._set(set(ids) & set(self._order))

    def choose_all(self) -> None:
        self.choose(self._order)

    def clear(self) -> None:
        self._anchor = None
        self._set(set())

    def _set(self, chosen: set[int]) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self.changed.emit()
