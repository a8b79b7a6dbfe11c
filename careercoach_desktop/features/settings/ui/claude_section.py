"""Everything about Claude on one page: the key, the server, the models, the budget, what is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.settings.ui.budget_card import BudgetCard
from careercoach_desktop.features.settings.ui.choices import Choices
from careercoach_desktop.features.settings.ui.key_card import KeyCard
from careercoach_desktop.features.settings.ui.model_card import ModelCard
from careercoach_desktop.features.settings.ui.page_parts import stacked, tr
from careercoach_desktop.features.settings.ui.privacy_card import PrivacyCard
from careercoach_desktop.features.settings.ui.search_card import SearchCard
from careercoach_desktop.features.settings.ui.sent_card import SentCard
from careercoach_desktop.features.settings.ui.server_card import ServerCard
from careercoach_desktop.foundation.llm.model import CallRecorded, KeyChanged
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import Banner, Desk, column

if TYPE_CHECKING:
    from careercoach_desktop.features.settings.service import ChoosingService, ClaudeSettings


class ClaudeSection(QWidget):
    """Loads itself and follows the key, the settings and every call."""

    def __init__(self, desk: Desk, service: ClaudeSettings, choosing: ChoosingService) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._busy = self._stale = False
        choices = Choices(desk, choosing)
        self.warning = Banner("", "warn")
        self.warning.hide()
        self.key = KeyCard(desk, service)
        self.key.retry.clicked.connect(lambda: desk.start(self.load(), owner=self))
        self.server = ServerCard(choices)
        self.models = ModelCard(desk, service, choices, self._warn)
        self.budget = BudgetCard(desk, service, choices)
        self.privacy = PrivacyCard(choices)
        self.search = SearchCard(choices)
        cards = (self.key, self.privacy, self.models, self.budget, self.search, self.server, SentCard())
        self.setLayout(column(stacked(self.warning, *cards, name="Claude"), spacing=0))
        for event in (KeyChanged, SettingsChanged, CallRecorded, ChangedElsewhere):
            desk.on(event, lambda _event: self.load(), owner=self)
        desk.start(self.load(), owner=self)

    async def load(self) -> None:
        """Several changes at once are looked at once more when the look under way is over."""
        self._stale = True
        if self._busy:
            return
        self._busy = True
        try:
            while self._stale:
                self._stale = False
                overview = await self._desk.work(self._service.overview)
                for card in (self.key, self.privacy, self.models, self.budget, self.search, self.server):
                    card.show_overview(overview)
        finally:
            self._busy = False

    def _warn(self, sentences: Sequence[str]) -> None:
        self.warning.set_text(" ".join(sentences))
        self.warning.setVisible(bool(sentences))
        self.warning.setAccessibleName(tr("Warning: {words}").format(words=" ".join(sentences)))
