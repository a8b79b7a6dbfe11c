"""The endpoints: who may ask, what is refused, what is answered."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from tests.support.claude import message as messages
from tests.support.claude import validation
from tests.support.claude.answers import Reply, Script
from tests.support.claude.batches import Batches
from tests.support.claude.cache import Counted, PromptCache
from tests.support.claude.catalogue import Model, catalogue
from tests.support.claude.dialect import CLAUDE, Dialect
from tests.support.claude.exchange import Exchange
from tests.support.claude.problem import Problem
from tests.support.claude.request import Asked
from tests.support.claude.trouble import MESSAGES, Planned, Trouble, Troubles

COUNT = f"{MESSAGES}/count_tokens"
BATCHES = f"{MESSAGES}/batches"
MODELS = "/v1/models"
LARGEST_BODY = 32 * 1024 * 1024
A_WEB_PAGE = b"<!doctype html><html><head><title>Sign in to the network</title></head><body>Welcome</body></html>"
NOT_JSON = b'{"type": "message", "content": [oops'


@dataclass
class Settings:
    """What a test may change while the server runs. ``thinking``: models that think by default begin with a thinking
    block. ``sprinkled``: streams carry pings and unknown events. ``pace``: seconds between two pieces of text."""

    key: str
    dialect: Dialect = CLAUDE
    thinking: bool = True
    sprinkled: bool = True
    delta_size: int = 12
    pace: float = 0.0


@dataclass
class Api:
    """All state behind the endpoints."""

    settings: Settings
    models: dict[str, Model] = field(default_factory=catalogue)
    script: Script = field(default_factory=Script)
    troubles: Troubles = field(default_factory=Troubles)
    cache: PromptCache = field(default_factory=PromptCache)
    batches: Batches = field(default_factory=Batches)
    base: str = ""
    _paused: list[Any] = field(default_factory=list)

    def serve(self, exchange: Exchange) -> None:
        """Answer, or raise ``Problem``."""
        record = exchange.record
        if record.path.startswith("/v1/"):
            self._check_entry(exchange)
        exchange.planned = self.troubles.meet(record.path, record.asked)
        if exchange.planned is not None:
            record.trouble = exchange.planned.trouble.value
            if self._is_over(exchange, exchange.planned):
                return
        if record.path == MESSAGES:
            self._expect(exchange, "POST")
            self._message(exchange)
        elif record.path == COUNT and self.settings.dialect.counts_tokens:
            self._expect(exchange, "POST")
            validation.check_count(_body(exchange), self.models)
            exchange.send_json(200, {"input_tokens": record.asked.tokens}, self._headers(exchange))
        elif record.path.startswith(BATCHES) and self.settings.dialect.has_batches:
            self._batch(exchange)
        elif record.path == MODELS or record.path.startswith(f"{MODELS}/"):
            self._expect(exchange, "GET")
            self._models(exchange)
        else:
            raise Problem(404, "Not Found")

    def judge(self, params: dict[str, Any], request_id: str) -> dict[str, Any]:
        """The answer to one request of a batch."""
        model = validation.check_message(params, self.models, self._paused)
        asked = Asked(params)
        reply = self._reply(asked, model)
        used = messages.usage(reply, self.cache.count(asked, model), caches=True, tier="batch")
        return messages.as_message(reply, used, model.id, request_id)

    def _check_entry(self, exchange: Exchange) -> None:
        record = exchange.record
        if self.settings.dialect.asks_for_key:
            if record.key == "none":
                raise Problem(401, "x-api-key header is required")
            if record.key == "wrong":
                raise Problem(401, "invalid x-api-key")
        if self.settings.dialect.is_claude:
            validation.check_version(record.headers)
        if int(record.headers.get("content-length", "0")) > LARGEST_BODY:
            raise Problem(413, "Request exceeds the maximum allowed number of bytes.")

    def _is_over(self, exchange: Exchange, planned: Planned) -> bool:
        """Let a trouble strike that needs no answer; whether nothing is left to do."""
        if planned.problem is not None:
            raise planned.problem
        match planned.trouble:
            case Trouble.SLOW_FIRST_BYTE:
                exchange.hold(planned)
                return False
            case Trouble.DROPPED:
                exchange.tear()
            case Trouble.REDIRECT:
                exchange.send(307, "text/plain", b"", {"location": planned.location or f"{self.base}/elsewhere"})
            case Trouble.GARBAGE:
                exchange.send(200, "text/html; charset=utf-8", A_WEB_PAGE)
            case Trouble.GARBAGE_JSON:
                exchange.send(200, "application/json", NOT_JSON)
            case Trouble.WRONG_JSON:
                exchange.send_json(200, {"hello": "world"})
            case _:
                return False
        return True

    def _message(self, exchange: Exchange) -> None:
        asked = Asked(_body(exchange))
        model = self._admit(asked)
        dialect = self.settings.dialect
        reply = self._reply(asked, model, exchange.planned.trouble if exchange.planned else None)
        counted = self.cache.count(asked, model) if dialect.caches else Counted(asked.tokens)
        used = messages.usage(reply, counted, caches=dialect.caches)
        whole = messages.as_message(reply, used, model.id, exchange.record.request_id)
        headers = self._headers(exchange)
        if asked.streams:
            sprinkled = self.settings.sprinkled and dialect.is_claude
            events = messages.as_events(whole, size=self.settings.delta_size, sprinkled=sprinkled)
            exchange.send_events(events, headers, self.settings.pace)
        else:
            exchange.send_json(200, whole, headers)

    def _admit(self, asked: Asked) -> Model:
        dialect = self.settings.dialect
        if dialect.is_claude:
            return validation.check_message(asked.body, self.models, self._paused)
        if asked.model not in dialect.local_models:
            raise Problem(404, f"model '{asked.model}' not found")
        if asked.schema is not None and dialect.structured_outputs == "refused":
            raise Problem(400, "output_config: structured outputs are not supported")
        return Model(asked.model, asked.model, "", "", efforts=(), thinking=(), structured_outputs=False, sampling=True)

    def _reply(self, asked: Asked, model: Model, trouble: Trouble | None = None) -> Reply:
        structured = self.settings.dialect.structured_outputs == "honoured"
        reply = messages.troubled(self.script.reply(asked, structured=structured), trouble)
        thinking = asked.body.get("thinking") or {}
        wanted = self.settings.thinking and model.thinks and thinking.get("type", "adaptive") == "adaptive"
        if wanted and trouble is not Trouble.REFUSAL:
            reply = messages.with_thinking(reply, shown=thinking.get("display") != "omitted")
        reply = messages.within(reply, asked.max_tokens)
        if reply.stop_reason == "pause_turn":
            self._paused.append(validation.without_blanks(reply.content))
        return reply

    def _models(self, exchange: Exchange) -> None:
        dialect = self.settings.dialect
        name = exchange.record.path.removeprefix(MODELS).strip("/")
        if dialect.models == "missing":
            raise Problem(404, "Not Found")
        if dialect.models == "plain":
            exchange.send_json(200, _plain(dialect.local_models, name))
            return
        if name and name not in self.models:
            raise Problem(404, f"model: {name}")
        body = self.models[name].as_json() if name else self._page(exchange.record.query)
        exchange.send_json(200, body, self._headers(exchange))

    def _page(self, query: dict[str, list[str]]) -> dict[str, Any]:
        stages = query.get("lifecycle[]")
        listed = [
            one for one in self.models.values() if (one.lifecycle in stages if stages else one.lifecycle != "retired")
        ]
        ids = [model.id for model in listed]
        after = query.get("after_id", [""])[0]
        start = ids.index(after) + 1 if after in ids else 0
        limit = int(query.get("limit", ["20"])[0])
        data = [model.as_json() for model in listed[start : start + limit]]
        first, last = (data[0]["id"], data[-1]["id"]) if data else (None, None)
        return {"data": data, "has_more": start + limit < len(listed), "first_id": first, "last_id": last}

    def _batch(self, exchange: Exchange) -> None:
        headers = self._headers(exchange)
        match (exchange.record.method, exchange.record.path.removeprefix(BATCHES).strip("/").split("/")):
            case ("POST", [""]):
                made = self.batches.create(_body(exchange), self.base)
                if self.batches.swallow:
                    self.batches.swallow = False
                    exchange.tear()
                    return
                exchange.send_json(200, made, headers)
            case ("GET", [""]):
                exchange.send_json(200, self.batches.list(self.base), headers)
            case ("GET", [name]):
                exchange.send_json(200, self.batches.retrieve(name, self.base, self.judge), headers)
            case ("GET", [name, "results"]):
                exchange.send(200, "application/x-jsonl", self.batches.results(name), headers)
            case ("POST", [name, "cancel"]):
                exchange.send_json(200, self.batches.cancel(name, self.base), headers)
            case ("DELETE", [name]):
                exchange.send_json(200, self.batches.delete(name), headers)
            case _:
                raise Problem(404, "Not Found")

    def _headers(self, exchange: Exchange) -> dict[str, str]:
        return {"request-id": exchange.record.request_id} if self.settings.dialect.has_request_ids else {}

    def _expect(self, exchange: Exchange, method: str) -> None:
        if exchange.record.method != method:
            raise Problem(405, "Method Not Allowed")


def _plain(names: tuple[str, ...], name: str) -> dict[str, Any]:
    """The list, or one of it, as servers give it that know ids only."""
    known = {one: {"id": one, "object": "model", "created": 0, "owned_by": "library"} for one in names}
    if not name:
        return {"object": "list", "data": list(known.values())}
    if name not in known:
        raise Problem(404, f"model '{name}' not found")
    return known[name]


def _body(exchange: Exchange) -> dict[str, Any]:
    if not isinstance(exchange.record.body, dict):
        raise Problem(400, "The request body is not valid JSON")
    body: dict[str, Any] = json.loads(json.dumps(exchange.record.body))
    return body
