"""Two states of the tailored résumé beside each other, word by word: the draft, saved versions, the original."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.revisions import compare
from careercoach_desktop.features.resumes.ui import CompareView
from careercoach_desktop.foundation.uikit import STRETCH, ComboButton, Dialog, Text, row

if TYPE_CHECKING:
    from careercoach_desktop.features.tailoring.service import Stage

_WIDTH, _HEIGHT = 920, 520


class CompareDialog(Dialog):
    """Opens with the newest saved version (else the original) against the draft."""

    def __init__(self, stages: Sequence[Stage], parent: QWidget) -> None:
        room = parent.window().width() - 80
        super().__init__("Compare", parent, width=max(560, min(_WIDTH, room)))
        self._stages = list(stages)
        choices = [(str(at), stage.label) for at, stage in enumerate(self._stages)]
        self._before = ComboButton(choices, "Before", value="1", compact=True)
        self._after = ComboButton(choices, "After", value="0", compact=True)
        self._view = CompareView()
        self._view.setFixedHeight(max(300, min(_HEIGHT, parent.window().height() - 260)))
        for button in (self._before, self._after):
            button.changed.connect(lambda _key: self._compare())
        line = row(self._before, Text("→", tone="third"), self._after, STRETCH, self._view.everything, spacing=8)
        self.body.addLayout(line)
        self.body.addLayout(row(self._view.layout_choice, STRETCH))
        self.body.addWidget(self._view)
        self.add_button("Close", "", "primary")
        self._compare()

    @property
    def view(self) -> CompareView:
        return self._view

    def choose(self, before: int, after: int) -> None:
        """Compare these two, by their places in the list."""
        self._before.set_value(str(before))
        self._after.set_value(str(after))
        self._compare()

    def _compare(self) -> None:
        before, after = (self._stages[int(button.value())] for button in (self._before, self._after))
        comparison = compare(before.data, after.data)
        said = "Nothing differs" if not comparison.changed else "What differs is marked"
        self._view.show_comparison(comparison, before.label, after.label, said)
