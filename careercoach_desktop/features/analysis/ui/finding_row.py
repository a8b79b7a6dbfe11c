"""One finding: what, why, where it shows, and what can be done about it at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careercoach_desktop.features.analysis.model import Finding, Place
from careercoach_desktop.features.analysis.ui.words import SEVERITIES, TOPICS, places_words
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    IconView,
    Size,
    Space,
    Tag,
    Text,
    Weight,
    clear,
    column,
    row,
)

_ICON = 18
_LINK = 74
"""Letters of a place that fit on one line."""


class FindingRow(QWidget):
    """``show_requested`` brings the place to look at, ``fix_requested`` the rule to put right, ``unfolded_by_hand`` the
    rule whose places the person wants to see."""

    show_requested = Signal(object)
    fix_requested = Signal(str)
    unfolded_by_hand = Signal(str)

    def __init__(self, finding: Finding, *, unfolded: bool = False) -> None:
        super().__init__()
        self.finding = finding
        self.unfolded = unfolded
        _title, icon, colour = SEVERITIES[finding.severity]
        self.setAccessibleName(f"{finding.text} {finding.why}")
        self._places = column(spacing=Space.XS)
        words = column(Text(finding.text, weight=Weight.MEDIUM, wrap=True),
                       Text(finding.why, size=Size.SMALL, tone="second", wrap=True), self._places,
                       spacing=3)  # fmt: skip
        self._all = self._all_places_button()
        if self._all is not None:
            words.addLayout(row(self._all, STRETCH))
        words.addStretch(1)
        tag = row(STRETCH, Tag(TOPICS[finding.topic]))
        actions = column(tag, row(STRETCH, *self._buttons(), spacing=Space.XS), spacing=Space.S)
        actions.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(IconView(icon, colour, size=_ICON), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addLayout(actions)
        self._show_places()

    def places(self) -> list[Place]:
        """Those one can be led to."""
        return [place for place in self.finding.places if place.path or place.seen is not None]

    def unfold(self) -> None:
        """Show every place with its words."""
        self.unfolded = True
        if self._all is not None:
            self._all.hide()
        self._show_places()

    def _buttons(self) -> list[Button]:
        buttons = []
        if places := self.places():
            show = Button("Show me", "ghost", compact=True, name=f"Show me: {self.finding.text}")
            show.clicked.connect(lambda: self.show_requested.emit(places[0]))
            buttons.append(show)
        if self.finding.fix is not None:
            label = self.finding.fix.label
            fix = Button(label, compact=True, icon="magic-wand", name=f"{label}: {self.finding.text}")
            fix.clicked.connect(lambda: self.fix_requested.emit(self.finding.rule))
            buttons.append(fix)
        return buttons

    def _all_places_button(self) -> Button | None:
        count = len(self.places())
        if count < 2 or self.unfolded:
            return None
        button = Button(places_words(count), "link", name=f"{places_words(count)}: {self.finding.text}")
        button.clicked.connect(self._on_unfold)
        return button

    def _on_unfold(self) -> None:
        self.unfold()
        self.unfolded_by_hand.emit(self.finding.rule)
        first = self.findChild(PlaceButton)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_places(self) -> None:
        clear(self._places)
        if self.unfolded:
            for place in self.places():
                button = PlaceButton(place)
                button.clicked.connect(lambda _checked=False, place=place: self.show_requested.emit(place))
                self._places.addLayout(row(button, STRETCH))
                button.show()  # now, not when Qt gets round to it: the keyboard is sent there at once
        elif said := next((_said(place) for place in self.finding.places if place.quote), ""):
            self._places.addWidget(Text(said, size=Size.SMALL, tone="third", elide=True))


class PlaceButton(Button):
    """The words at a place; leads there."""

    def __init__(self, place: Place) -> None:
        said = _said(place) or "Here"
        super().__init__(said if len(said) <= _LINK else f"{said[: _LINK - 2].rstrip()}…”", "link",
                         name=f"Show me {said}")  # fmt: skip


def _said(place: Place) -> str:
    """The words that stand there; the name of a page is nobody’s words."""
    return place.quote if place.seen is not None or not place.quote else f"“{place.quote}”"
