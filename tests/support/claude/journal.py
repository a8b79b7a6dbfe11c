"""What came in and how it ended, for tests that wait for it and assert on it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.support.claude.request import Asked

SECRET = ("x-api-key", "authorization", "cookie", "proxy-authorization")


@dataclass
class Record:
    """One request. Headers are without secrets; ``key`` says whether the right one came ("right", "wrong", "none").

    ``finished``: nothing more will be sent. ``closed_early``: the client left before all was sent. ``first_text_ns``:
    ``time.perf_counter_ns()`` just before the first piece of the answer's text was sent, ``received_ns`` likewise.
    """

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    key: str
    body: Any
    received_ns: int = field(default_factory=time.perf_counter_ns)
    number: int = 0
    request_id: str = ""
    status: int = 0
    trouble: str = ""
    sent_text_deltas: int = 0
    first_text_ns: int | None = None
    finished: bool = False
    closed_early: bool = False

    @property
    def asked(self) -> Asked:
        return Asked(self.body if isinstance(self.body, dict) else {})

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def without_secrets(headers: Mapping[str, str]) -> dict[str, str]:
    """Names in lower case."""
    return {name.lower(): value for name, value in headers.items() if name.lower() not in SECRET}


class Journal:
    """Requests in the order they came; every change wakes those who wait."""

    def __init__(self) -> None:
        self._records: list[Record] = []
        self._changed = threading.Condition()
        self._begun = 0

    def begin(self, record: Record) -> Record:
        with self._changed:
            self._begun += 1
            record.number = self._begun
            record.request_id = f"req_{self._begun:06}"
            self._records.append(record)
            self._changed.notify_all()
        return record

    def note(self, record: Record, **changes: Any) -> None:
        with self._changed:
            for name, value in changes.items():
                setattr(record, name, value)
            self._changed.notify_all()

    def records(self, path: str | None = None) -> list[Record]:
        with self._changed:
            return [one for one in self._records if path in (None, one.path)]

    def wait_for(self, happened: Callable[[list[Record]], Any], timeout: float = 10) -> Any:
        """Wait until this is true of the records; what it returned."""
        with self._changed:
            found = self._changed.wait_for(lambda: happened(list(self._records)), timeout)
            if not found:
                seen = [f"{one.method} {one.path} {one.status}" for one in self._records]
                raise TimeoutError(f"it did not happen; the requests were {seen}")
            return found

    def forget(self) -> None:
        with self._changed:
            self._records.clear()
