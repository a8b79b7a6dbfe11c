"""Whether Claude may search the web for a briefing, and what a search costs."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from careercoach_desktop.features.settings.model import ClaudeOverview
from careercoach_desktop.features.settings.ui.choices import Choices
from careercoach_desktop.features.settings.ui.page_parts import Decided, Said, below, line, small, tr
from careercoach_desktop.foundation.uikit import Card, CheckBox, Space, Text, TextField
from careercoach_desktop.foundation.uikit.amounts import read_amount

_ALLOWED = "claude_web_search"
_PRICE = "claude_search_price"
_MOST = 1_000


class SearchCard(Card):
    """Saves a choice the moment it is made."""

    def __init__(self, choices: Choices) -> None:
        super().__init__(tr("Web search"), spacing=Space.M)
        self._choices = choices
        self.allowed = CheckBox(tr("Let Claude search the web for briefings I ask for"))
        self.allowed.clicked.connect(self._choose)
        self._allowed_decided = Decided()
        self.price = TextField(tr("US dollars for a thousand searches"))
        self.price.setMaximumWidth(110)
        self.price.committed.connect(self._set_price)
        self._price_decided = Decided()
        self._wrong = Said()
        self.add(
            self.allowed,
            small(
                tr(
                    "Only for a company or an interviewer you press the button for. Their names are sent, nothing "
                    "about you. What is found names its pages and never counts as proof about you."
                ),
                "second",
            ),
            self._allowed_decided,
            line(tr("A thousand searches"), self.price, Text(tr("US dollars"), tone="third")),
            below(
                self._price_decided,
                self._wrong,
                small(tr("For estimates and the ledger. A search is charged on top of the tokens; see your account.")),
            ),
        )

    def show_overview(self, overview: ClaudeOverview) -> None:
        settings, decided = overview.in_force.settings, overview.in_force.decided
        self.allowed.setChecked(settings.claude_web_search == "on")
        self._allowed_decided.show_for(decided.get(_ALLOWED), self.allowed)
        if not (self.price.hasFocus() and self.price.isModified()):
            price = settings.claude_search_price
            self.price.setText(QLocale().toString(price, "f", 0 if price == int(price) else 2))
            self._say("")
        self._price_decided.show_for(decided.get(_PRICE), self.price)

    def _choose(self) -> None:
        value = "on" if self.allowed.isChecked() else "off"
        self._choices.save(_ALLOWED, value, tr("whether Claude may search the web"))

    def _set_price(self, text: str) -> None:
        amount = read_amount(text.strip().lstrip("$"))
        if amount is None or amount > _MOST:
            self._say(tr("Write an amount such as 10, at most 1,000."))
            return
        self._say("")
        self._choices.save(_PRICE, amount, tr("the price of searches"), refused=self._say)

    def _say(self, problem: str) -> None:
        self._wrong.say(problem, "bad")
        self.price.set_state("error" if problem else "plain")
