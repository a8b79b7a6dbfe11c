"""Setting up Claude: the key, the models, the server, and how all of that stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from careercoach_desktop.features.settings.model import ClaudeOverview, ModelWarning
from careercoach_desktop.features.settings.service.choosing import ChoosingService
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.ledger import month_begin
from careercoach_desktop.foundation.llm.model import (
    CallFilter,
    KeyChanged,
    Lifecycle,
    ModelList,
    ModelOption,
    Purpose,
    Spent,
)
from careercoach_desktop.foundation.llm.prices import PriceList, Rate
from careercoach_desktop.foundation.settings.keychain import SecretPlace
from careercoach_desktop.foundation.settings.model import Settings
from careercoach_desktop.foundation.settings.service import SettingsService

SOON = timedelta(days=60)
"""How long before a model retires it is worth a word."""


class ClaudeSettings:
    """Call it off the Qt thread: the keychain may ask to be unlocked, and two verbs ask the server."""

    def __init__(
        self,
        claude: Claude,
        settings: SettingsService,
        prices: PriceList,
        bus: Bus,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._claude = claude
        self._settings = settings
        self._choosing = ChoosingService(settings)
        self._ledger = claude.ledger
        self._prices = prices
        self._bus = bus
        self._clock = clock

    def overview(self) -> ClaudeOverview:
        """How things stand; asks nobody. A keychain that stays locked is part of the answer."""
        in_force = self._choosing.in_force()
        problem = None
        try:
            status = self._claude.status()
        except UserError as error:
            if error.code != "keychain-locked":
                raise
            status, problem = None, error
        month = CallFilter(since=month_begin(self._clock()))
        return ClaudeOverview(
            in_force=in_force,
            status=status,
            keychain_problem=problem,
            declined=self._claude.keys.has_declined_environment(),
            budget=self._claude.budget(),
            month=self._ledger.sums("", month).get("", Spent()),
            wordy=any(self._claude.is_wordy(purpose) for purpose in Purpose),
        )

    def lift_budget(self) -> str:
        """Let Claude go on this month in spite of the limit; what ``put_back_lift`` wants for undo."""
        return self._claude.lift_budget()

    def put_back_lift(self, before: str = "") -> None:
        """Undo that; without ``before``: the limit stops calls again."""
        self._claude.put_back_lift(before)

    # The key --------------------------------------------------------------------------------------------------

    def keep_key(self, text: str) -> SecretPlace:
        """Keep the key of the server in force; where it went. Raises UserError ``key-malformed``."""
        return self._claude.keys.keep(text)

    def remove_key(self) -> None:
        """Raises UserError ``keychain-locked``."""
        self._claude.keys.remove()

    def test_key(self, text: str | None = None) -> None:
        """Ask the server whether it accepts ``text`` (the kept key when None). Raises UserError when it does not."""
        self._claude.test(text)

    def answer_offer(self, *, use: bool) -> None:
        """Whether the key found in the environment may be used; asked once."""
        self._settings.choose(claude_environment_key="yes" if use else "no")
        self._bus.tell(KeyChanged(present=use))

    # The models -----------------------------------------------------------------------------------------------

    def known_models(self) -> ModelList:
        """Our own list; asks nobody."""
        return ModelList(self._prices.models, live=False, checked_on=self._prices.checked_on)

    def ask_for_models(self) -> ModelList:
        """The server's own list; an empty one when it keeps none. Raises UserError when it can't be reached."""
        return self._claude.models()

    def rates(self, model: str) -> tuple[Rate, ...]:
        return self._prices.rates(model)

    def warnings(self, known: ModelList, settings: Settings) -> list[ModelWarning]:
        """The chosen models that are going or gone, each once."""
        today = self._clock().astimezone().date()
        chosen = dict.fromkeys(str(getattr(settings, f"claude_model_{purpose.value}")) for purpose in Purpose)
        listed = {option.id: option for option in known.models}
        unlisted = [ModelWarning(name, unlisted=True) for name in chosen if known.live and name not in listed]
        going = _going([listed[name] for name in chosen if name in listed], today)
        if not known.live and not settings.claude_endpoint:
            unlisted = [ModelWarning(name, unfamiliar=True) for name in chosen if name not in listed]
        return unlisted + [ModelWarning(option.name, option.retires, gone) for option, gone in going]


def _going(options: list[ModelOption], today: date) -> list[tuple[ModelOption, bool]]:
    found = []
    for option in options:
        gone = option.lifecycle is Lifecycle.RETIRED or (option.retires is not None and option.retires <= today)
        soon = option.retires is not None and option.retires - today <= SOON
        if gone or soon or option.lifecycle is Lifecycle.DEPRECATED:
            found.append((option, gone))
    return found
