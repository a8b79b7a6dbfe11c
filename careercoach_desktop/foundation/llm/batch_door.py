"""The Anthropic adapter's calls for batches: handed over, looked at, fetched, called off."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import CancelledError
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, TypeVar

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import code_of, fault
from careercoach_desktop.foundation.llm.line import Line
from careercoach_desktop.foundation.llm.model import Usage
from careercoach_desktop.foundation.llm.protocol import Interruptible, RemoteBatch, Unclear
from careercoach_desktop.foundation.llm.wire import BatchLine, Reply, Wire

if TYPE_CHECKING:
    from anthropic import AsyncAnthropic

R = TypeVar("R")

Translate = Callable[[Exception, str], UserError | None]
"""The error to show for what the SDK raised at this endpoint; None for a bug."""
_WHILE_SENDING = ("claude-timeout", "claude-unreachable", "claude-cut", "claude-garbled")
"""What says nothing about whether the server took it, once the connection stood."""
_LATEST = 100


class AnthropicBatches:
    """Implements ``BatchDoor`` on the adapter's own line and clients."""

    def __init__(
        self,
        line: Line,
        client: Callable[[str, str], AsyncAnthropic],
        sendable: Callable[[Wire], dict[str, Any]],
        translated: Translate,
        never_left: Callable[[Exception], bool],
    ) -> None:
        self._line = line
        self._client = client
        self._sendable = sendable
        self._translated = translated
        self._never_left = never_left

    def submit(self, endpoint: str, key: str, wires: Mapping[str, Wire], waiting: Interruptible | None) -> str:
        """See the protocol."""
        requests: list[Any] = [{"custom_id": name, "params": self._sendable(wire)} for name, wire in wires.items()]

        async def create() -> str:
            try:
                batch = await self._client(endpoint, key).messages.batches.create(requests=requests)
                return str(_known(batch.id))
            except Exception as exc:
                error = self._error(exc, endpoint, missing="claude-no-batches")
                if isinstance(error, UserError) and error.code in _WHILE_SENDING and not self._never_left(exc):
                    raise Unclear(error) from exc
                raise error from exc

        try:
            return self._wait(create(), waiting)
        except CancelledError:
            raise Unclear(fault("claude-unreachable")) from None

    def look(self, endpoint: str, key: str, remote_id: str, waiting: Interruptible | None) -> RemoteBatch:
        """See the protocol."""

        async def retrieve() -> RemoteBatch:
            return _remote(await self._client(endpoint, key).messages.batches.retrieve(remote_id))

        return self._asked(retrieve, endpoint, waiting)

    def results(self, endpoint: str, key: str, remote_id: str, waiting: Interruptible | None) -> list[BatchLine]:
        """See the protocol."""

        async def fetch() -> list[BatchLine]:
            lines = await self._client(endpoint, key).messages.batches.results(remote_id)
            return [_line(one) async for one in lines]

        return self._asked(fetch, endpoint, waiting)

    def cancel(self, endpoint: str, key: str, remote_id: str, waiting: Interruptible | None) -> None:
        """See the protocol."""

        async def call_off() -> None:
            await self._client(endpoint, key).messages.batches.cancel(remote_id)

        self._asked(call_off, endpoint, waiting)

    def latest(self, endpoint: str, key: str, waiting: Interruptible | None) -> list[RemoteBatch]:
        """See the protocol."""

        async def listed() -> list[RemoteBatch]:
            page = await self._client(endpoint, key).messages.batches.list(limit=_LATEST)
            return [_remote(one) for one in page.data]

        return self._asked(listed, endpoint, waiting)

    def _asked(self, make: Callable[[], Coroutine[Any, Any, R]], endpoint: str, waiting: Interruptible | None) -> R:
        async def tried() -> R:
            try:
                return await make()
            except Exception as exc:
                raise self._error(exc, endpoint) from exc

        try:
            return self._wait(tried(), waiting)
        except CancelledError:
            if waiting is not None:
                waiting.check_cancelled()
            raise

    def _wait(self, coroutine: Coroutine[Any, Any, R], waiting: Interruptible | None) -> R:
        call = self._line.call(coroutine)
        with waiting.stopping(call.cancel) if waiting is not None else nullcontext():
            return call.result()

    def _error(self, exc: Exception, endpoint: str, missing: str = "claude-batch-gone") -> Exception:
        """``missing``: the code for an answer that says there is no such thing."""
        if isinstance(exc, json.JSONDecodeError | AttributeError | TypeError | KeyError):
            return fault("claude-garbled")
        error = self._translated(exc, endpoint)
        if error is None:
            return exc
        is_missing = getattr(exc, "status_code", None) == 404
        return fault(missing) if is_missing else error


def _known(value: Any) -> Any:
    """TypeError when the answer has no such thing."""
    if not value:
        raise TypeError("no batch of the protocol")
    return value


def _remote(batch: Any) -> RemoteBatch:
    counts = batch.request_counts
    total = counts.processing + counts.succeeded + counts.errored + counts.canceled + counts.expired
    return RemoteBatch(str(_known(batch.id)), batch.processing_status == "ended", total)


def _line(entry: Any) -> BatchLine:
    result = entry.result
    if result.type == "succeeded":
        return BatchLine(str(entry.custom_id), "succeeded", _reply(result.message))
    code = ""
    if result.type == "errored":
        told = result.error.error
        code = code_of(None, getattr(told, "type", None), None, str(getattr(told, "message", "")))
    return BatchLine(str(entry.custom_id), str(result.type), None, code)


def _reply(message: Any) -> Reply:
    told = message.model_dump(mode="json", exclude_unset=True, warnings=False)
    usage, details = told.get("usage") or {}, told.get("stop_details") or {}
    counted = [int(usage.get(name) or 0) for name in ("input_tokens", "output_tokens")]
    cached = [int(usage.get(name) or 0) for name in ("cache_read_input_tokens", "cache_creation_input_tokens")]
    return Reply(
        blocks=tuple(told["content"]),
        stop=str(told.get("stop_reason") or ""),
        usage=Usage(*counted, *cached),
        explanation=str(details.get("explanation") or ""),
    )
