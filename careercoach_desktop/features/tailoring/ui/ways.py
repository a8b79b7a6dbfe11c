"""The two honest choices: tailor on this computer, or with Claude, with what that takes and what it sends."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.tailoring.model import ClaudeOffer
from careercoach_desktop.foundation.llm.words import estimate_words
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Dialog,
    Size,
    Space,
    Text,
    column,
    holder,
    recall,
    remember,
    row,
)

LOCAL, CLAUDE = "local", "claude"
_LAST = "tailoring.way"
_SENT = (
    "Sends the résumé without name and contact details, your notes and this posting to {host}. "
    "Every change is checked on this computer; about wordings that nothing proves one short question more may follow."
)

_KEPT = "Nothing is sent: the answer of last time is kept here."


class TailorWays(QWidget):
    """``chosen`` is told ``local`` or ``claude``. The last choice is only lit up; nothing is chosen by itself."""

    chosen = Signal(str)
    settings_wanted = Signal()

    def __init__(self, offer: ClaudeOffer | None, *, quiet: bool = False) -> None:
        """``offer`` None: Claude can't be offered here, and there is nothing to say about it. ``quiet``: something else
        is the page's first choice."""
        super().__init__()
        self._button: Button | None = None
        has_claude = offer is not None and offer.estimate is not None
        last = "" if quiet else recall(_LAST, LOCAL) if has_claude else LOCAL
        here = Button("Tailor on this computer", "primary" if last == LOCAL else "secondary", icon="monitor")
        here.clicked.connect(lambda: self._choose(LOCAL))
        whole = column(row(here, STRETCH, Text("free, nothing sent", size=12, tone="third")), spacing=Space.M)
        if offer is not None and offer.estimate is not None:
            whole.addWidget(self._claude(offer, "primary" if last == CLAUDE else "secondary"))
        elif offer is not None:
            whole.addWidget(self._no_key())
        self.setLayout(whole)

    def _claude(self, offer: ClaudeOffer, kind: str) -> QWidget:
        if offer.estimate is None:
            raise ValueError("an offer without an estimate is none")
        name = "Claude" if offer.model.startswith("Claude") else offer.model
        self._button = Button("", kind, icon="sparkle")
        self._button.clicked.connect(lambda: self._choose(CLAUDE))
        self._sent = Text("", size=Size.SMALL, tone="third", wrap=True)
        self._model = Text("" if name == offer.model else offer.model, size=12, tone="third")
        self.show_offer(offer)
        return holder(column(row(self._button, STRETCH, self._model), self._sent, spacing=6))

    def show_offer(self, offer: ClaudeOffer) -> None:
        """Say what it takes now that the wishes are others; nothing moves under the mouse."""
        if offer.estimate is None or self._button is None:
            return
        name = "Claude" if offer.model.startswith("Claude") else offer.model
        kept = offer.estimate.kept
        self._button.setText(f"Tailor with {name} · {estimate_words(offer.estimate)}")
        self._sent.setText(_KEPT if kept else _SENT.format(host=offer.host))
        self._model.setVisible(not kept)

    def _no_key(self) -> QWidget:
        words = Text("With a Claude key of your own, the wording can get better, too.", size=Size.SMALL, tone="third")
        link = Button("Open Settings", "link", compact=True)
        link.clicked.connect(self.settings_wanted)
        return holder(row(words, link, STRETCH, spacing=Space.S))

    def _choose(self, way: str) -> None:
        remember(_LAST, way)
        self.chosen.emit(way)


class WaysDialog(Dialog):
    """The same choice where there is no room for it on the page."""

    def __init__(self, offer: ClaudeOffer, parent: QWidget | None) -> None:
        super().__init__("How shall it be tailored?", parent, width=520)
        ways = TailorWays(offer)
        ways.chosen.connect(self._close_with)
        self.body.addWidget(ways)
        self.add_button("Cancel", "")
