"""The letter's small question: how a paragraph shall be written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.words import estimate_words
from careercoach_desktop.foundation.uikit import (
    Chip,
    Desk,
    Dialog,
    FlowLayout,
    Size,
    Text,
    TextField,
    Weight,
    holder,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.service import LetterService

_READY = ("Shorter", "Warmer", "More concrete", "More formal", "Simpler words")
_REST_MS = 250


class RewriteDialog(Dialog):
    """How one paragraph shall be written anew, and what that would take; nothing is sent before the button."""

    def __init__(
        self, desk: Desk, letters: LetterService, letter_id: int, part: str, words: str, parent: QWidget
    ) -> None:
        super().__init__("Write this paragraph anew", parent, width=560)
        self._desk, self._letters = desk, letters
        self._letter_id, self._part = letter_id, part
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask_price)
        short = words if len(words) <= 160 else f"{words[:160].rsplit(' ', 1)[0]} …"
        self.body.addWidget(Text(f"“{short}”", size=Size.SMALL, tone="second", wrap=True))
        self.body.addWidget(Text("How?", size=Size.SMALL, weight=Weight.MEDIUM, tone="second"))
        flow = FlowLayout(spacing=6)
        self._chips = [Chip(each, checkable=True) for each in _READY]
        for chip in self._chips:
            chip.toggled.connect(lambda _on: self._rest.start())
            flow.addWidget(chip)
        self.body.addWidget(holder(flow))
        self._own = TextField("In your own words", placeholder="In your own words: more about …")
        self._own.textEdited.connect(lambda _text: self._rest.start())
        self.body.addWidget(self._own)
        self._sent = Text(" ", size=Size.SMALL, tone="third", wrap=True)
        self.body.addWidget(self._sent)
        self.add_button("Cancel", "")
        self._write = self.add_button("Write anew", "write", "primary")
        self._own.setFocus()
        self._ask_price()

    def wish_now(self) -> str:
        """What is chosen and typed: ``shorter, warmer, more about Spark``; empty for anew without a wish."""
        ready = [chip.text().lower() for chip in self._chips if chip.isChecked()]
        return ", ".join(part for part in (*ready, self._own.text().strip()) if part)

    async def wish(self) -> str | None:
        """The wish, or None when the person thought better of it."""
        return self.wish_now() if await self.answer() == "write" else None

    def _ask_price(self) -> None:
        self._desk.start(self._show_price(self.wish_now()), owner=self)

    async def _show_price(self, wish: str) -> None:
        try:
            offer = await self._desk.work(self._letters.offer_rewrite, self._letter_id, self._part, wish)
        except UserError as error:
            self._write.setEnabled(False)
            self._sent.setText(str(error))
            self.fit_soon()
            return
        if wish != self.wish_now() or offer.estimate is None:
            return
        self._write.setText(f"Write anew · {estimate_words(offer.estimate)}")
        kept = offer.estimate.kept
        self._sent.setText(
            "Nothing is sent: the answer of last time is kept here."
            if kept
            else f"Sends the letter with your résumé and this posting to {offer.host}. The rest of the letter stays."
        )
        self.fit_soon()
