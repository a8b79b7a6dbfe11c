"""Stand-ins for the operating system's keychain: one that keeps in memory, and one that refuses everything."""

from __future__ import annotations

from keyring.backend import KeyringBackend


class MemoryKeychain(KeyringBackend):
    """A keychain that works."""

    priority = 1  # type: ignore[assignment]  # keyring declares a property and reads a number
    name = "test keychain"  # type: ignore[assignment]  # as above

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedKeychain(MemoryKeychain):
    """One whose owner pressed Cancel when asked to unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("the prompt was dismissed")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("the prompt was dismissed")
