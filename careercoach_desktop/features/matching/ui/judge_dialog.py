"""Before many jobs are judged: what it takes, what is sent, and whether it may take a day for half the price."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.matching.model import JudgeOffer, JudgeWay
from careercoach_desktop.features.matching.ui.judge_words import (
    asked_words,
    jobs_words,
    model_words,
    price_words,
    sent_words,
    time_words,
    tokens_words,
)
from careercoach_desktop.foundation.uikit import (
    Banner,
    Dialog,
    SegmentedControl,
    Size,
    Space,
    Text,
    clear,
    column,
    holder,
    row,
)

ASK, SETTINGS = "ask", "settings"
_WHAT = (
    "Claude reads each posting beside your résumé and says how well it fits, with reasons and gaps. "
    "The score on your cards stays the one that is computed here."
)
_WAYS = ((JudgeWay.BATCH, "Together, half price"), (JudgeWay.AT_ONCE, "At once"))


class JudgeDialog(Dialog):
    """``offers``: one for each way there is. ``way`` is the chosen one when it was answered with ``ASK``."""

    def __init__(self, offers: Mapping[JudgeWay, JudgeOffer], parent: QWidget | None) -> None:
        first = next(iter(offers.values()))
        nothing = first.jobs == 0
        title = "Nothing to judge" if nothing else f"Let Claude judge {jobs_words(first.jobs)}?"
        super().__init__(title, parent, width=520)
        self.way = first.way
        self._offers = offers
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(Space.L)
        self._facts.setVerticalSpacing(Space.S)
        self._facts.setColumnStretch(1, 1)
        if nothing:
            self.body.addWidget(Text(_nothing(first), wrap=True))
            self.add_button("Close", "", "primary")
            return
        self.body.addWidget(Text(_WHAT, tone="second", wrap=True))
        if len(offers) > 1:
            choices = [(way.value, words) for way, words in _WAYS if way in offers]
            switch = SegmentedControl(choices, "How", value=self.way.value)
            switch.changed.connect(lambda key: self._choose(JudgeWay(key)))
            self.body.addLayout(row(switch, holder(column(spacing=0)), margins=(0, Space.S, 0, 0)))
        self.body.addLayout(column(self._facts, spacing=0, margins=(0, Space.S, 0, Space.S)))
        if first.problem is None:
            self.body.addWidget(Text(sent_words(first, one=False), size=Size.SMALL, tone="third", wrap=True))
            self.add_button("Cancel", "")
            self.add_button("Ask Claude", ASK, "primary")
        else:
            self.body.addWidget(Banner(str(first.problem), "warn"))
            self.add_button("Cancel", "")
            self.add_button("Open Settings", SETTINGS, "primary")
        self._show_facts()

    def _choose(self, way: JudgeWay) -> None:
        self.way = way
        self._show_facts()
        self.fit_soon()

    def _show_facts(self) -> None:
        clear(self._facts)
        offer = self._offers[self.way]
        facts = {
            "Asks about": asked_words(offer),
            "Takes": f"{tokens_words(offer)} of {model_words(offer)}",
            "Costs": price_words(offer),
            "Time": time_words(offer),
        }
        for line, (name, words) in enumerate(facts.items()):
            told = Text(words, wrap=True)
            told.setAccessibleName(f"{name}: {words}")
            self._facts.addWidget(Text(name, tone="second"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(told, line, 1)


def _nothing(offer: JudgeOffer) -> str:
    if offer.known and not offer.unread:
        return "Claude has judged these already, and nothing they rest on has changed. You find its view in each job."
    if offer.known:
        return "Claude has judged those that have a posting to read. You find its view in each job."
    return "None of these has a posting to read. Paste the text into the job, then ask again."
