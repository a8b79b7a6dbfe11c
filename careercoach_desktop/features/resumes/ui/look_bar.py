"""The look of a résumé, chosen below its preview: which template, on which paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.typeset.templates import Template
from careercoach_desktop.foundation.uikit import ComboButton, Space, row

_PAPERS = (("a4", "A4"), ("letter", "Letter"))


class LookBar(QWidget):
    """``changed`` brings the look as it is chosen now; everything else of it stays."""

    changed = Signal(object)

    def __init__(self, templates: Sequence[Template]) -> None:
        super().__init__()
        self._style = ResumeStyle()
        choices = [(each.name, each.title) for each in templates]
        self.template = ComboButton(choices, "Template", icon="paint-brush", compact=True)
        self.paper = ComboButton(_PAPERS, "Paper", compact=True)
        for control in (self.template, self.paper):
            control.changed.connect(self._when_chosen)
        self.setLayout(row(self.template, self.paper, spacing=Space.XS))

    def show_style(self, style: ResumeStyle) -> None:
        """Show this look, without telling."""
        self._style = style
        self.template.set_value(style.template)
        self.paper.set_value(style.paper)

    def _when_chosen(self) -> None:
        template = self.template.value() or self._style.template
        paper = "letter" if self.paper.value() == "letter" else "a4"
        self._style = self._style.model_copy(update={"template": template, "paper": paper})
        self.changed.emit(self._style)
