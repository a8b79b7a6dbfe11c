"""Which key opens which server: one per endpoint, so that Anthropic's never travels to another."""

from __future__ import annotations

import os
from collections.abc import Mapping

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.model import KeyChanged
from careercoach_desktop.foundation.settings.endpoints import host_of, is_this_computer
from careercoach_desktop.foundation.settings.keychain import Keychain, Secret, SecretPlace
from careercoach_desktop.foundation.settings.model import Origin
from careercoach_desktop.foundation.settings.service import SettingsService

VARIABLE = "ANTHROPIC_API_KEY"
NO_KEY_NEEDED = "local"
"""What a server on this computer is sent when no key was entered for it: the protocol wants one."""
_LONGEST = 500


class ClaudeKeys:
    """Call it off the Qt thread. ``asks_first``: a window, which uses a key of the environment only after a yes."""

    def __init__(
        self,
        keychain: Keychain,
        settings: SettingsService,
        bus: Bus,
        *,
        asks_first: bool,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._keychain = keychain
        self._settings = settings
        self._bus = bus
        self._asks_first = asks_first
        self._environment = os.environ if environment is None else environment

    @property
    def keychain(self) -> Keychain:
        return self._keychain

    def find(self) -> Secret | None:
        """The key for the endpoint in force; None when there is none. Raises UserError ``keychain-locked``."""
        settings = self._settings.current()
        if self._asks_first:
            kept = self._keychain.find(host_of(settings.claude_endpoint))
            if kept is not None or settings.claude_environment_key != "yes":
                return kept
            return self._from_environment(settings.claude_endpoint)
        return self._from_environment(settings.claude_endpoint) or self._keychain.find(
            host_of(settings.claude_endpoint)
        )

    def text(self) -> str | None:
        """What to send as key; a server on this computer needs none."""
        secret = self.find()
        if secret is not None:
            return secret.text
        return NO_KEY_NEEDED if is_this_computer(self._settings.current().claude_endpoint) else None

    def offers_environment(self) -> bool:
        """Whether a key waits in the environment for the person's yes, and none was entered."""
        settings = self._settings.current()
        asked = self._asks_first and settings.claude_environment_key == "ask"
        return asked and self._from_environment(settings.claude_endpoint) is not None and self.find() is None

    def has_declined_environment(self) -> bool:
        """Whether a key of the environment could be used here and the person said no."""
        settings = self._settings.current()
        said_no = self._asks_first and settings.claude_environment_key == "no"
        return said_no and self._from_environment(settings.claude_endpoint) is not None

    def keep(self, text: str) -> SecretPlace:
        """Keep a key for the endpoint in force. Raises UserError ``key-malformed``."""
        text = text.strip()
        if not text or len(text) > _LONGEST or not text.isascii() or any(sign.isspace() for sign in text):
            raise UserError(
                "That does not look like a key.", "Copy it again from your account, as one piece.", code="key-malformed"
            )
        place = self._keychain.keep(host_of(self._settings.current().claude_endpoint), text)
        self._bus.tell(KeyChanged(present=True))
        return place

    def remove(self) -> None:
        """Forget the key of the endpoint in force, and no longer use one from the environment."""
        self._keychain.remove(host_of(self._settings.current().claude_endpoint))
        if self._settings.current().claude_environment_key == "yes":
            self._settings.choose(claude_environment_key="no")
        self._bus.tell(KeyChanged(present=self.find() is not None))

    def _from_environment(self, endpoint: str) -> Secret | None:
        """The variable holds Anthropic's key. It goes elsewhere only when the endpoint was named in the same place."""
        text = self._environment.get(VARIABLE, "").strip()
        meant = not endpoint or self._settings.origin("claude_endpoint") is Origin.ENVIRONMENT
        return Secret(text, SecretPlace.ENVIRONMENT) if text and meant else None
