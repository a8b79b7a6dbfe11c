"""What the person asks of a tailoring before it starts: what to bring out, and whether to keep what they decided."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.tailoring.model import Wishes
from careercoach_desktop.foundation.uikit import CheckBox, ChipInput, Space, Text, column

_FOCUS = "Bring out (if your evidence shows it)"


Said = tuple[tuple[str, ...], bool | None]
"""What to bring out, and whether to keep what was decided: None when the person left that as it was."""


class WishesForm(QWidget):
    """``changed`` when the wishes are others; what it takes may be another then."""

    changed = Signal()

    def __init__(self, chose_to_keep: bool | None = None) -> None:
        super().__init__()
        self._chose_to_keep = chose_to_keep
        self._focus = ChipInput("What to bring out", add="Add a focus")
        self._focus.changed.connect(lambda _words: self.changed.emit())
        self._keep = CheckBox("Keep the changes I accepted or worded myself")
        self._keep.setChecked(True)
        self._keep.toggled.connect(lambda _on: self.changed.emit())
        self._keep.clicked.connect(self._on_keep)
        self._keep.hide()
        self.setLayout(
            column(Text(_FOCUS, size=12, weight=600, tone="second"), self._focus, self._keep, spacing=Space.S)
        )

    def offer(self, wishes: Wishes, *, again: bool) -> None:
        """Begin with these; ``again``: there is a draft whose decisions can be kept."""
        self._focus.set_values(wishes.focus)
        self._keep.setChecked(wishes.keep)
        self._keep.setVisible(again)

    def wishes(self) -> Wishes:
        """With what stands in the field and was not added yet."""
        return Wishes(focus=tuple(self._focus.typed()), keep=self._keep.isChecked())

    def said(self) -> Said:
        """What the person said here, and no more than that."""
        return self.wishes().focus, self._chose_to_keep

    def _on_keep(self, on: bool) -> None:
        self._chose_to_keep = on
