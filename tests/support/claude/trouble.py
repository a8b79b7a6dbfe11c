"""Everything that can go wrong, by name, and the queue that says for which requests it does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count

from tests.support.claude.gate import Gate
from tests.support.claude.problem import Problem
from tests.support.claude.request import Asked


class Trouble(StrEnum):
    """By its value it is named from another process (``RemoteClaude``)."""

    # Answered with an error.
    BAD_KEY = "bad_key"
    NO_CREDIT = "no_credit"
    LOW_BALANCE = "low_balance"
    FORBIDDEN = "forbidden"
    UNKNOWN_MODEL = "unknown_model"
    TIMED_OUT = "timed_out"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    RATE_LIMITED = "rate_limited"
    SPEND_LIMIT = "spend_limit"
    SERVER_ERROR = "server_error"
    UNAVAILABLE = "unavailable"
    GATEWAY_TIMEOUT = "gateway_timeout"
    OVERLOADED = "overloaded"
    SCHEMA_REFUSED = "schema_refused"
    SEARCH_OFF = "search_off"
    SEARCH_FORBIDDEN = "search_forbidden"

    # The connection. Where text is counted, `after` text deltas have been sent.
    SLOW_FIRST_BYTE = "slow_first_byte"
    STALL = "stall"
    DROPPED = "dropped"
    CUT = "cut"
    RESET = "reset"
    ENDS_EARLY = "ends_early"
    ERROR_EVENT = "error_event"
    MALFORMED_EVENT = "malformed_event"
    REDIRECT = "redirect"
    GARBAGE = "garbage"
    GARBAGE_JSON = "garbage_json"
    WRONG_JSON = "wrong_json"

    # The answer.
    MAX_TOKENS = "max_tokens"
    REFUSAL = "refusal"
    PAUSE_TURN = "pause_turn"
    CONTEXT_EXCEEDED = "context_exceeded"
    INVALID_JSON = "invalid_json"
    SCHEMA_VIOLATION = "schema_violation"
    NOTHING = "nothing"


@dataclass(frozen=True)
class _Error:
    status: int
    message: str
    kind: str = ""
    error_code: str = ""


_ERRORS = {
    Trouble.BAD_KEY: _Error(401, "invalid x-api-key"),
    Trouble.NO_CREDIT: _Error(402, "Your credit balance is exhausted."),
    Trouble.LOW_BALANCE: _Error(
        400,
        "Your credit balance is too low to access the Anthropic API. "
        "Please go to Plans & Billing to upgrade or purchase credits.",
    ),
    Trouble.FORBIDDEN: _Error(403, "Your API key does not have permission to use the specified resource."),
    Trouble.UNKNOWN_MODEL: _Error(404, "model: not found"),
    Trouble.TIMED_OUT: _Error(408, "Request timed out"),
    Trouble.TOO_LARGE: _Error(413, "Request exceeds the maximum allowed number of bytes."),
    Trouble.TOO_LONG: _Error(400, "prompt is too long: 1203561 tokens > 1000000 maximum"),
    Trouble.RATE_LIMITED: _Error(429, "This request would exceed your organization's rate limit."),
    Trouble.SPEND_LIMIT: _Error(
        429, "You have reached your monthly usage threshold.", error_code="enforced_spend_limit_reached"
    ),
    Trouble.SERVER_ERROR: _Error(500, "Internal server error"),
    Trouble.UNAVAILABLE: _Error(503, "Service unavailable"),
    Trouble.GATEWAY_TIMEOUT: _Error(504, "Gateway timeout"),
    Trouble.OVERLOADED: _Error(529, "Overloaded"),
    Trouble.SEARCH_OFF: _Error(400, "Web search is not enabled for this organization."),
    Trouble.SEARCH_FORBIDDEN: _Error(403, "Your organization does not permit the web_search tool."),
    Trouble.SCHEMA_REFUSED: _Error(
        400,
        "output_config.format.schema: Invalid schema: The compiled grammar is too large, which would cause performance "
        "issues. Simplify your tool schemas or reduce the number of strict tools.",
    ),
}
MESSAGES = "/v1/messages"
_numbers = count(1)


@dataclass
class Planned:
    """A trouble that waits for its request. ``times``: how many requests it meets, None for all from now on.

    ``after``: text deltas that are sent before it strikes. ``retry_after``: seconds a 429 or 529 asks for, sent as it
    is. ``error_type``: of an ``ERROR_EVENT``. ``location``: where a redirect leads. ``match``: which requests it may
    meet. ``path``: where, None for everywhere. What strikes a stream's events leaves a whole answer alone, except
    ``STALL``, ``CUT`` and ``RESET``, which strike in its middle.
    """

    trouble: Trouble
    times: int | None = 1
    after: int = 2
    retry_after: str = ""
    error_type: str = "overloaded_error"
    location: str = ""
    path: str | None = MESSAGES
    match: Callable[[Asked], bool] | None = None
    gate: Gate = field(default_factory=Gate)
    number: int = field(default_factory=lambda: next(_numbers))

    def release(self) -> None:
        """Let what is held go on."""
        self.gate.open()

    def wait_until_reached(self, timeout: float = 10) -> None:
        """Return when a request is being held."""
        self.gate.wait_until_reached(timeout)

    @property
    def problem(self) -> Problem | None:
        """The error to answer with, for a trouble that is one."""
        if (error := _ERRORS.get(self.trouble)) is None:
            return None
        headers = {"retry-after": self.retry_after} if self.retry_after else {}
        return Problem(error.status, error.message, kind=error.kind, error_code=error.error_code, headers=headers)


class Troubles:
    """First planned, first met; a standing one meets whatever no counted one does."""

    def __init__(self) -> None:
        self._planned: list[Planned] = []
        self._gates: dict[int, Gate] = {}
        self._lock = threading.Lock()

    def plan(self, planned: Planned) -> Planned:
        with self._lock:
            self._planned.append(planned)
            self._gates[planned.number] = planned.gate
        return planned

    def meet(self, path: str, asked: Asked) -> Planned | None:
        """What this request meets, used up by that."""
        with self._lock:
            fitting = [one for one in self._planned if _fits(one, path, asked)]
            fitting.sort(key=lambda one: one.times is None)
            if not fitting:
                return None
            met = fitting[0]
            if met.times is not None:
                met.times -= 1
                if met.times == 0:
                    self._planned.remove(met)
            return met

    def gate(self, number: int) -> Gate | None:
        """The gate of a trouble, whether or not it has been met."""
        with self._lock:
            return self._gates.get(number)

    def forget(self) -> None:
        """Behave from now on, and let go what is held."""
        with self._lock:
            self._planned.clear()
            for gate in self._gates.values():
                gate.open()

    def close(self) -> None:
        self.forget()
        for gate in self._gates.values():
            gate.close()


def _fits(planned: Planned, path: str, asked: Asked) -> bool:
    return planned.path in (None, path) and (planned.match is None or planned.match(asked))
