"""The fake as a process of its own, for tests that start the application as one too."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

from tests.support.claude.control import PREFIX
from tests.support.claude.trouble import MESSAGES, Trouble

ROOT = Path(__file__).parents[3]
_open = build_opener(ProxyHandler({})).open


class RemoteClaude:
    """What a test in another process says to the fake and asks of it. ``url`` is what the application is told."""

    def __init__(self, url: str) -> None:
        self.url = url

    def misbehave(self, trouble: Trouble | str, *, times: int | None = 1, **how: Any) -> int:
        """The trouble's number, for ``release`` and ``wait_until_reached``."""
        number: int = self._tell("misbehave", trouble=Trouble(trouble).value, times=times, **how)["number"]
        return number

    def release(self, number: int) -> None:
        self._tell("release", number=number)

    def wait_until_reached(self, number: int, timeout: float = 10) -> None:
        self._tell("reached", number=number, timeout=timeout)

    def behave(self) -> None:
        self._tell("behave")

    def answer(self, match: str, value: Any, *, times: int | None = None) -> None:
        """``match``: words of the system prompt or the schema's title. ``value``: JSON, so no function."""
        self._tell("answer", match=match, value=value, times=times)

    def change(self, **settings: Any) -> None:
        """``change(thinking=False, pace=0.05, dialect="ollama")``"""
        self._tell("settings", **settings)

    def forget(self) -> None:
        """Start a new journal."""
        self._tell("forget")

    def requests(self, path: str | None = MESSAGES) -> list[dict[str, Any]]:
        return self._ask(path, {})

    def wait_for_requests(
        self, count: int = 1, *, path: str | None = MESSAGES, finished: bool = False, timeout: float = 10
    ) -> list[dict[str, Any]]:
        """All requests, when there are ``count``; ``finished``: and they have ended."""
        wanted = {"count": str(count), "timeout": str(timeout)} | ({"finished": "1"} if finished else {})
        return self._ask(path, wanted)

    def stop(self) -> None:
        self._tell("stop")

    def _tell(self, what: str, **body: Any) -> Any:
        data = json.dumps(body).encode()
        return _said(Request(f"{self.url}{PREFIX}{what}", data, {"content-type": "application/json"}))

    def _ask(self, path: str | None, wanted: dict[str, str]) -> list[dict[str, Any]]:
        query = wanted | ({"path": path} if path else {})
        found: list[dict[str, Any]] = _said(Request(f"{self.url}{PREFIX}requests?{urlencode(query)}"))
        return found


def _said(request: Request) -> Any:
    try:
        with _open(request, timeout=60) as response:
            return json.load(response)
    except HTTPError as error:
        why = json.load(error)["error"]
        raise (TimeoutError(why) if error.code == 408 else ValueError(why)) from None


@contextmanager
def launched(*arguments: str) -> Iterator[RemoteClaude]:
    """The fake in a process that ends with the ``with``, or with this process. ``arguments``: see ``--help``."""
    command = [sys.executable, "-m", "tests.support.claude", "--while-stdin", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield RemoteClaude(process.stdout.readline().strip())
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(10)
