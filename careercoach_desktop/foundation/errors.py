"""The one error a person is meant to read.

A ``UserError`` says what happened and what to do next; anything else that is
raised is a bug: it is logged with its trace and shown as one friendly dialog.
"""

from __future__ import annotations


class UserError(Exception):
    """Something a person can act on.

    ``message``: one plain sentence saying what happened.
    ``next_step``: one plain sentence saying what to do now (may be empty when the message already says it).
    ``code``: a stable kebab-case word for tests, logs and exit messages, e.g. ``"pdf-encrypted"``.
    ``transient``: true when the same call may work later (task retries look at it).
    ``wait``: with ``transient``, the seconds the other side asked us to wait; 0 when it did not say.
    ``place``: the page where the person can put it right, ``""`` when there is none; the window offers to open it.
    """

    def __init__(
        self,
        message: str,
        next_step: str = "",
        *,
        code: str = "user-error",
        transient: bool = False,
        wait: float = 0.0,
        place: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step
        self.code = code
        self.transient = transient
        self.wait = wait
        self.place = place

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the trip out of a child process."""
        return _rebuild, (self.message, self.next_step, self.code, self.transient, self.wait, self.place)


def _rebuild(message: str, next_step: str, code: str, transient: bool, wait: float, place: str) -> UserError:
    return UserError(message, next_step, code=code, transient=transient, wait=wait, place=place)
