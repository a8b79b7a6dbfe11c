"""The two honest ways to a letter: an outline made on this computer, or Claude writes it, with what that takes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.features.letters.model import LetterOffer
from careercoach_desktop.foundation.llm.words import estimate_words
from careercoach_desktop.foundation.uikit import STRETCH, Button, Size, Space, Text, column, row

OUTLINE, CLAUDE = "outline", "claude"
_SENT = (
    "Sends the résumé without name and contact details, your notes and this posting to {host}. "
    "Every claim is checked on this computer."
)
_KEPT = "Nothing is sent: you get the same letter as last time, kept here. For another one, change a wish above."
_LONGEST = 18
_NO_KEY = "With a Claude key of your own, Claude writes the whole letter from your evidence."


class LetterWays(QWidget):
    """``chosen`` is told ``outline`` or ``claude``. Without a key the outline comes first and one line says what a key
    would add."""

    chosen = Signal(str)
    settings_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        self._offer: LetterOffer | None = None
        self._claude = Button("Write with Claude", icon="sparkle")
        self._claude.clicked.connect(lambda: self.chosen.emit(CLAUDE))
        self._sent = Text("", size=Size.SMALL, tone="third", wrap=True)
        self._outline = Button("Outline on this computer", icon="list-bullets", tip="A draft with gaps for you to fill")
        self._outline.clicked.connect(lambda: self.chosen.emit(OUTLINE))
        self._free = Text("free, nothing sent", size=Size.SMALL, tone="third")
        self._key = Text(_NO_KEY, size=Size.SMALL, tone="third", wrap=True)
        self._settings = Button("Open Settings", "link", compact=True)
        self._settings.clicked.connect(self.settings_wanted)
        self._column: QVBoxLayout = column(
            row(self._claude, STRETCH),
            self._sent,
            row(self._outline, self._free, STRETCH, spacing=Space.M),
            self._key,
            row(self._settings, STRETCH),
            spacing=Space.S,
        )
        self.setLayout(self._column)
        self.show_offer(None)

    def set_quiet(self, *, quiet: bool) -> None:
        """Something else is the page's first choice."""
        self._quiet = quiet
        self.show_offer(self._offer)

    def show_offer(self, offer: LetterOffer | None) -> None:
        """None: nothing can be said about Claude here."""
        self._offer = offer
        estimate = offer.estimate if offer is not None else None
        has_key = estimate is not None
        if offer is not None and estimate is not None:
            name = "Claude" if offer.model.startswith("Claude") else offer.model
            price = "free" if estimate.kept else estimate_words(estimate)
            self._claude.setText(f"Write with {_short(name)} · {price}")
            self._claude.setToolTip(offer.model)
            self._sent.setText(_KEPT if estimate.kept else _SENT.format(host=offer.host))
        for each in (self._claude, self._sent):
            each.setVisible(has_key)
        for each in (self._key, self._settings):
            each.setVisible(offer is not None and not has_key)
        self._claude.set_kind("secondary" if self._quiet else "primary")
        self._outline.set_kind("secondary" if has_key or self._quiet else "primary")


def _short(name: str) -> str:
    """A model of somebody's own may have any name."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
