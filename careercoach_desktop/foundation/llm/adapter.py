"""The Anthropic adapter: the only place that knows the SDK.

Events are read raw and by type: thinking may come first, events we don't know are passed over, an error may come in
the middle. The SDK's own retries are off: it would sleep unseen for as long as a server says; the queue's retries are
durable, visible and in the ledger. Redirects are refused, because the key would travel with them.
"""

from __future__ import annotations

import json
import math
import threading
from collections.abc import AsyncIterator
from concurrent.futures import CancelledError
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from careercoach_desktop.foundation.llm.batch_door import AnthropicBatches
from careercoach_desktop.foundation.llm.faults import code_of, fault
from careercoach_desktop.foundation.llm.line import Line
from careercoach_desktop.foundation.llm.model import Lifecycle, ModelOption, Outcome
from careercoach_desktop.foundation.llm.protocol import BatchDoor, Interruptible, OnText
from careercoach_desktop.foundation.llm.receiving import NotTheProtocol, Receiving
from careercoach_desktop.foundation.llm.wire import Reply, Wire
from careercoach_desktop.foundation.settings.endpoints import ANTHROPIC, host_of

if TYPE_CHECKING:
    from anthropic import AsyncAnthropic

    from careercoach_desktop.foundation.errors import UserError

CONNECT_S = 10.0
SILENCE_S = 300.0
"""A model on one's own computer may think for minutes before its first word; the vendor's sends pings."""
LIST_S = 15.0


class AnthropicDoor:
    """Implements ``LanguageModelDoor``; thread-safe."""

    def __init__(self, line: Line | None = None) -> None:
        self._line = line or Line()
        self._guard = threading.Lock()
        self._clients: dict[tuple[str, str], AsyncAnthropic] = {}
        self.batches: BatchDoor = AnthropicBatches(self._line, self._client, sendable, _for_batches, never_left)

    def send(
        self, endpoint: str, key: str, wire: Wire, *, on_text: OnText | None, waiting: Interruptible | None
    ) -> Reply:
        """See the protocol."""
        receiving = Receiving(on_text)
        call = self._line.call(self._receive(endpoint, key, wire, receiving))
        try:
            with waiting.stopping(call.cancel) if waiting is not None else nullcontext():
                call.result()
        except CancelledError:
            error = fault("claude-cut", who=name_of(endpoint))
            raise receiving.broken(error, Outcome.CANCELLED) from None
        return receiving.reply()

    def models(self, endpoint: str, key: str) -> tuple[ModelOption, ...]:
        """See the protocol."""
        return self._line.call(self._models(endpoint, key)).result()

    def warm(self) -> None:
        """See the protocol."""
        import anthropic
        import anthropic.resources.messages  # noqa: F401 - loaded lazily by the SDK, on the first call otherwise

    def stop(self) -> None:
        """See the protocol."""
        with self._guard:
            clients = list(self._clients.values())
            self._clients.clear()
        for client in clients:
            self._line.call(client.close()).result()
        self._line.stop()

    async def _receive(self, endpoint: str, key: str, wire: Wire, receiving: Receiving) -> None:
        try:
            async for event in self._events(endpoint, key, wire, receiving):
                receiving.take(event)
        except (json.JSONDecodeError, NotTheProtocol) as exc:
            outcome = Outcome.CUT if receiving.begun else Outcome.FAILED
            raise receiving.broken(fault("claude-garbled", who=name_of(endpoint)), outcome) from exc
        except Exception as exc:
            error = translated(exc, endpoint, wire.model, begun=receiving.begun)
            if error is None:
                raise
            outcome = Outcome.CUT if receiving.begun else Outcome.FAILED
            raise receiving.broken(error, outcome, request_id=str(getattr(exc, "request_id", "") or "")) from exc
        if not receiving.is_whole:
            code = "claude-cut" if receiving.begun else "claude-garbled"
            outcome = Outcome.CUT if receiving.begun else Outcome.FAILED
            raise receiving.broken(fault(code, who=name_of(endpoint)), outcome)

    async def _events(self, endpoint: str, key: str, wire: Wire, receiving: Receiving) -> AsyncIterator[dict[str, Any]]:
        client = self._client(endpoint, key)
        stream = await client.messages.create(**sendable(wire), stream=True)
        receiving.request_id = stream.response.headers.get("request-id", "")
        async with stream:
            async for event in stream:
                if not isinstance(event, BaseModel):  # the SDK hands on what it can't make an event of
                    raise NotTheProtocol
                yield event.model_dump(mode="json", exclude_unset=True, warnings=False)

    async def _models(self, endpoint: str, key: str) -> tuple[ModelOption, ...]:
        try:
            page = await self._client(endpoint, key).models.list(limit=100, timeout=LIST_S)
            return tuple([_option(entry) async for entry in _checked(page)])
        except (json.JSONDecodeError, AttributeError, TypeError, KeyError) as exc:
            raise fault("claude-garbled", who=name_of(endpoint)) from exc
        except Exception as exc:
            error = translated(exc, endpoint, "", begun=False)
            if error is None:
                raise
            raise error from exc

    def _client(self, endpoint: str, key: str) -> AsyncAnthropic:
        import httpx2
        from anthropic import AsyncAnthropic, DefaultAsyncHttpxClient

        with self._guard:
            if (endpoint, key) not in self._clients:
                client = self._clients[endpoint, key] = AsyncAnthropic(
                    api_key=key,
                    base_url=endpoint or ANTHROPIC,
                    max_retries=0,
                    timeout=httpx2.Timeout(SILENCE_S, connect=CONNECT_S),
                    http_client=DefaultAsyncHttpxClient(follow_redirects=False),
                )
                # from ANTHROPIC_CUSTOM_HEADERS, where another key may stand that is not meant for this server
                client._custom_headers = {}  # noqa: SLF001 - the SDK has no other way to leave it out
            return self._clients[endpoint, key]


def sendable(wire: Wire) -> dict[str, Any]:
    """The parameters, with the schema as the API takes it: closed objects, no bounds."""
    from anthropic import transform_schema

    parameters = wire.parameters()
    if wire.schema is not None:
        parameters["output_config"]["format"]["schema"] = transform_schema(wire.schema)
    return parameters


def name_of(endpoint: str) -> str:
    """What to call the other side in a sentence."""
    return f"The server at {host_of(endpoint)}" if endpoint else "Claude"


def translated(exc: Exception, endpoint: str, model: str, *, begun: bool) -> UserError | None:
    """The error to show for what the SDK raised; None when it is none of its own (a bug)."""
    import anthropic
    import httpx2

    who = name_of(endpoint)
    if isinstance(exc.__cause__, httpx2.ConnectTimeout):  # a network that swallows everything: nothing was sent
        return fault("claude-unreachable", who=who)
    if isinstance(exc, anthropic.APITimeoutError | httpx2.TimeoutException):
        return fault("claude-timeout", who=who, begun=begun)
    if isinstance(exc, anthropic.APIConnectionError | httpx2.TransportError):
        return fault("claude-cut" if begun else "claude-unreachable", who=who)
    if isinstance(exc, anthropic.APIStatusError):
        if 300 <= exc.status_code < 400:
            return fault("claude-garbled", who=who)
        status = exc.status_code if exc.status_code >= 400 else None
        code = code_of(status, exc.type, exc.error_code, exc.api_message or "")
        return fault(code, who=who, model=model, wait=_asked_to_wait(exc), begun=begun)
    if isinstance(exc, anthropic.APIError):
        return fault("claude-garbled", who=who)
    return None


def never_left(exc: Exception) -> bool:
    """Whether no connection was made, so that nothing can have arrived."""
    import httpx2

    return isinstance(exc.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout)


def _for_batches(exc: Exception, endpoint: str) -> UserError | None:
    return translated(exc, endpoint, "", begun=False)


def _asked_to_wait(exc: Any) -> float:
    """Seconds in ``retry-after``, at most an hour; 0 when it says nothing we can read."""
    try:
        seconds = float(exc.response.headers.get("retry-after", "0"))
    except ValueError:
        return 0.0
    return min(max(seconds, 0.0), 3600.0) if math.isfinite(seconds) else 0.0


def _checked(page: Any) -> Any:
    """A page of models; TypeError when what came is something else."""
    if not isinstance(page.data, list):
        raise TypeError("no list of models")
    return page


def _can_search(able: Any) -> bool | None:
    """None where the server says nothing of its tools."""
    tools = getattr(able, "server_tools", None)
    return None if tools is None else bool(tools.supported and getattr(tools.web_search, "supported", False))


def _option(entry: Any) -> ModelOption:
    """Servers other than the vendor's leave most of it out."""
    able = entry.capabilities
    stage = getattr(entry, "lifecycle", None)
    retires = getattr(entry, "retires_at", None)
    return ModelOption(
        id=str(entry.id),
        name=str(getattr(entry, "display_name", None) or entry.id),
        lifecycle=Lifecycle(stage) if stage in set(Lifecycle) else Lifecycle.ACTIVE,
        retires=retires.date() if retires else None,
        context=getattr(entry, "max_input_tokens", None),
        max_output=getattr(entry, "max_tokens", None),
        effort=bool(able.effort.supported) if able else None,
        structured_outputs=bool(able.structured_outputs.supported) if able else None,
        web_search=_can_search(able) if able else None,
    )
