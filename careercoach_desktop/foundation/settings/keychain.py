"""The only door to secrets: the operating system's keychain, or this session's memory where there is none.

A secret never touches the database, a settings file, a log, an export or another process's arguments. A backend that
would write it to a plain file counts as no keychain.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from careercoach_desktop.foundation.errors import UserError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

log = logging.getLogger(__name__)

SERVICE = "Career Coach"
"""Under which name the keychain's own program lists our entries."""
PATIENCE_S = 30.0
"""How long the person may take to unlock the keychain before we go on without it."""
_PLAIN_MODULES = ("keyrings.alt", "keyring.backends.null", "keyring.backends.fail")


class SecretPlace(StrEnum):
    """Where a secret is kept."""

    KEYCHAIN = "keychain"
    SESSION = "session"
    """In memory until the program ends."""
    ENVIRONMENT = "environment"


@dataclass(frozen=True, slots=True)
class Secret:
    """``text`` is left out of ``repr``, so that it can't slip into a log."""

    text: str
    place: SecretPlace

    def __repr__(self) -> str:
        return f"Secret(…, {self.place})"

    @property
    def hint(self) -> str:
        """Enough to tell two keys apart, too little to use: the last four characters of a long one."""
        return f"…{self.text[-4:]}" if len(self.text) >= 20 else "…"


class Keychain:
    """Call it off the Qt thread: the system may ask the person to unlock the keychain first.

    ``backend`` is the system's own by default. One that does not answer within ``patience`` seconds counts as locked,
    and is not asked again while its window still waits for the person: nothing of ours hangs with it.
    """

    def __init__(self, backend: KeyringBackend | None = None, *, patience: float = PATIENCE_S) -> None:
        self._given = backend
        self._patience = patience
        self._unanswered: Future[object] | None = None
        self._guard = threading.Lock()
        self._session: dict[str, str] = {}

    def backend_name(self) -> str:
        """What the system's keychain is called here; empty when there is none that can be used."""
        backend = self._backend()
        return str(backend.name) if backend is not None else ""

    def find(self, account: str) -> Secret | None:
        """The secret kept for ``account``; None when there is none. What was entered in this session comes first."""
        with self._guard:
            if account in self._session:
                return Secret(self._session[account], SecretPlace.SESSION)
        backend = self._backend()
        if backend is None:
            return None
        try:
            text = self._answered(lambda: backend.get_password(SERVICE, account))
        except Exception as exc:
            raise _locked(exc) from exc
        return Secret(text, SecretPlace.KEYCHAIN) if text else None

    def keep(self, account: str, text: str) -> SecretPlace:
        """Keep a secret in the keychain or, where that can't be, for this session; says which it was."""
        backend = self._backend()
        if backend is not None:
            try:
                self._answered(lambda: backend.set_password(SERVICE, account, text))
            except Exception as exc:  # noqa: BLE001 - every system raises its own; the caller is told where it is kept
                log.warning("the keychain did not take a secret: %s", type(exc).__name__)
            else:
                with self._guard:
                    self._session.pop(account, None)
                return SecretPlace.KEYCHAIN
        with self._guard:
            self._session[account] = text
        return SecretPlace.SESSION

    def remove(self, account: str) -> None:
        """Forget the secret everywhere; harmless when there is none. Raises UserError ``keychain-locked``."""
        with self._guard:
            self._session.pop(account, None)
        backend = self._backend()
        if backend is None:
            return
        try:
            if self._answered(lambda: backend.get_password(SERVICE, account)) is not None:
                self._answered(lambda: backend.delete_password(SERVICE, account))
        except Exception as exc:
            raise _locked(exc) from exc

    def _answered(self, ask: Callable[[], T]) -> T:
        """What the keychain says, on a thread of its own; raises what it raises, TimeoutError when silent."""
        with self._guard:
            if self._unanswered is not None and not self._unanswered.done():
                raise TimeoutError
        answer: Future[T] = Future()

        def run() -> None:
            try:
                answer.set_result(ask())
            except BaseException as exc:  # noqa: BLE001 - raised where it is waited for
                answer.set_exception(exc)

        threading.Thread(target=run, name="keychain", daemon=True).start()
        try:
            return answer.result(self._patience)
        except TimeoutError:
            with self._guard:
                self._unanswered = answer  # type: ignore[assignment]  # only whether it is done matters
            raise

    def _backend(self) -> KeyringBackend | None:
        if self._given is not None:
            return self._given
        import keyring

        try:
            backend = keyring.get_keyring()
        except Exception as exc:  # noqa: BLE001 - a backend that can't even be made is none
            log.warning("no keychain: %s", type(exc).__name__)
            return None
        candidates = list(getattr(backend, "backends", None) or [backend])  # a chain of several
        usable = [one for one in candidates if not type(one).__module__.startswith(_PLAIN_MODULES)]
        return usable[0] if usable else None


def _locked(exc: Exception) -> UserError:
    log.warning("the keychain refused: %s", type(exc).__name__)
    return UserError(
        "The system’s keychain did not open, so your key can’t be read.",
        "Unlock the keychain and try again.",
        code="keychain-locked",
    )
