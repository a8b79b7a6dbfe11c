"""What the posting asks for, and whether the résumé says it before and after: the matcher's own finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.matching.model import Need
from careercoach_desktop.features.tailoring.model import Alignment
from careercoach_desktop.foundation.uikit import Dialog, IconView, Scroll, Text, column, holder, row

_GROUPS: tuple[tuple[str, str, str, Callable[[Alignment], bool]], ...] = (
    ("Newly shown", "check", "green", lambda each: each.after and not each.before),
    ("No longer shown", "warning", "amber", lambda each: each.before and not each.after),
    ("Shown before, too", "check", "second", lambda each: each.after and each.before),
    ("Still missing", "minus", "third", lambda each: not each.after and not each.before),
)
_TALLEST = 420


class AlignmentDialog(Dialog):
    """Closes with Close or Escape; nothing can be changed here."""

    def __init__(self, alignment: Sequence[Alignment], parent: QWidget) -> None:
        super().__init__("Keywords before and after", parent, width=520)
        before, after = sum(each.before for each in alignment), sum(each.after for each in alignment)
        said = f"{before} of {len(alignment)} in your résumé, {after} with the changes you accepted."
        self.body.addWidget(Text(said, tone="second", wrap=True))
        groups = [
            _group(title, icon, tone, those)
            for title, icon, tone, belongs in _GROUPS
            if (those := [each for each in alignment if belongs(each)])
        ]
        content = holder(column(*groups, spacing=12))
        scroll = Scroll(content, name="Keywords")
        scroll.setFixedHeight(min(_TALLEST, content.sizeHint().height() + 8))
        self.body.addWidget(scroll)
        note = "Found by the matcher on this computer. What is missing stays missing until your evidence shows it."
        self.body.addWidget(Text(note, size=12, tone="third", wrap=True))
        self.add_button("Close", "", "primary")


def _group(title: str, icon: str, tone: str, those: Sequence[Alignment]) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for at, each in enumerate(sorted(those, key=lambda one: one.need is not Need.MUST)):
        words = each.term if each.need is Need.MUST else f"{each.term} · nice to have"
        line = row(IconView(icon, tone), Text(words, elide=True), spacing=6)
        line.setStretch(1, 1)
        grid.addLayout(line, at // 2, at % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return holder(column(Text(f"{title} · {len(those)}", size=12, weight=600, tone="second"), grid, spacing=6))
