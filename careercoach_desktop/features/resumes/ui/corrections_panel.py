"""What Claude suggests, one card each, where the form stands otherwise; nothing changes until it is accepted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from careercoach_desktop.features.resumes.correcting import Difference, Proposal, Suggestion
from careercoach_desktop.features.resumes.ui.claude_words import left_out, spent
from careercoach_desktop.features.resumes.ui.difference_card import DifferenceCard
from careercoach_desktop.features.resumes.ui.words import counted
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Heading,
    KeyHint,
    Scroll,
    Size,
    Space,
    Text,
    column,
    holder,
    row,
)

_AT_ONCE = 30
"""Cards that stand there; others follow as these are decided on, so that a long list opens as fast as a short one."""


class CorrectionsPanel(QWidget):
    """``accept_requested`` and ``skip_requested`` bring ids; ``chosen`` the difference to point at in the original."""

    accept_requested = Signal(object)
    skip_requested = Signal(object)
    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[str, DifferenceCard] = {}
        self._safe: list[str] = []
        self._title = Heading("", 2)
        self._note = Text("", size=Size.SMALL, tone="second", wrap=True)
        self._all = Button("Accept all", icon="check", compact=True)
        self._back = Button("Back", compact=True, icon="arrow-left", name="Back to the fields")
        self._all.clicked.connect(lambda: self.accept_requested.emit(list(self._safe)))
        self._back.clicked.connect(self.left)
        head = row(self._title, STRETCH, self._back, self._all, spacing=Space.S)
        hints = row(KeyHint("A"), Text("accept", size=Size.TINY, tone="third"),
                    KeyHint("S"), Text("skip", size=Size.TINY, tone="third"),
                    KeyHint("↑ ↓"), Text("move", size=Size.TINY, tone="third"), STRETCH, spacing=6)  # fmt: skip
        top = column(head, self._note, hints, spacing=6, margins=(Space.XXL, Space.L, Space.XXL, Space.M))
        self._list = column(spacing=Space.M)
        content = holder(column(self._list, STRETCH, margins=(Space.XXL, 2, Space.XXL, Space.XL)))
        # As tall as the cards are at the width they have: the least height of wrapped lines is that of a narrow column.
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._scroll = Scroll(content, "Suggestions")
        self.setLayout(column(top, self._scroll, spacing=0))
        for key, act in (("A", self._accept_current), ("S", self._skip_current)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what is open; cards that stay keep their place and the keyboard goes on to the next one."""
        waiting = {one.difference.id: one for one in proposal.open}
        shown = [*waiting][:_AT_ONCE]
        had, order = self._current(), [*self._cards]
        is_here = self.isAncestorOf(QApplication.focusWidget() or self)
        for gone in [key for key in self._cards if key not in shown]:
            card = self._cards.pop(gone)
            card.hide()
            self._list.removeWidget(card)
            card.deleteLater()
        kept = self._cards
        self._cards = {key: kept.get(key) or self._new_card(waiting[key], at) for at, key in enumerate(shown)}
        self._safe = [key for key, one in waiting.items() if not one.difference.loses]
        self._all.setEnabled(bool(self._safe))
        self._title.setText(f"Claude suggests {counted(len(waiting), 'correction')}")
        held_back = len(waiting) - len(self._safe)
        takes = "the one that takes words away" if held_back == 1 else f"the {held_back} that take words away"
        all_but = f"“Accept all” leaves out {takes}." if held_back and self._safe else ""
        said = ("Nothing changes before you accept it.", all_but, left_out(proposal), spent(proposal))
        self._note.setText(" ".join(sentence for sentence in said if sentence))
        if not self._cards:
            return
        if had is not None and had not in self._cards:
            self._focus(self._after(had, order))
        elif had is None and is_here and not self._all.isEnabled():  # its last use took the keyboard from it
            self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard on the first card."""
        if self._cards:
            self._focus(next(iter(self._cards)))

    @property
    def cards(self) -> list[DifferenceCard]:
        return [*self._cards.values()]

    @property
    def all_button(self) -> Button:
        return self._all

    def _new_card(self, one: Suggestion, at: int) -> DifferenceCard:
        card, key = DifferenceCard(one), one.difference.id
        card.accepted.connect(lambda: self.accept_requested.emit([key]))
        card.skipped.connect(lambda: self.skip_requested.emit([key]))
        card.walked.connect(lambda step: self._walk(key, step))
        card.entered.connect(lambda: self._enter(key))
        self._list.insertWidget(at, card)
        return card

    def _enter(self, key: str) -> None:
        for other, card in self._cards.items():
            card.set_selected(other == key)
        if key in self._cards:
            self._scroll.ensureWidgetVisible(self._cards[key], 0, Space.L)
            one: Difference = self._cards[key].difference
            self.chosen.emit(one)

    def _walk(self, key: str, step: int) -> None:
        keys = [*self._cards]
        self._focus(keys[max(0, min(len(keys) - 1, keys.index(key) + step))])

    def _after(self, gone: str, order: list[str]) -> str:
        """The card that came after one that went, else the last there is."""
        following = order[order.index(gone) + 1 :] if gone in order else []
        return next((key for key in following if key in self._cards), [*self._cards][-1])

    def _focus(self, key: str) -> None:
        self._cards[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> str | None:
        """The card that has the keyboard, itself or in one of its buttons."""
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        return next((key for key, card in self._cards.items() if card is focused or card.isAncestorOf(focused)), None)

    def _accept_current(self) -> None:
        if (key := self._current()) is not None:
            self.accept_requested.emit([key])

    def _skip_current(self) -> None:
        if (key := self._current()) is not None:
            self.skip_requested.emit([key])
