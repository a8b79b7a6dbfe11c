"""Message batches: made, held or done at the next look, cancelled, and their results line by line."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.support.claude.problem import Problem

Judge = Callable[[dict[str, Any], str], dict[str, Any]]
"""From the parameters of one request and a request id to a message; raises ``Problem``."""


@dataclass
class _Batch:
    id: str
    requests: list[dict[str, Any]]
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    cancelled: datetime | None = None
    ended: datetime | None = None
    results: list[dict[str, Any]] = field(default_factory=list)


class Batches:
    """``hold``: stay in progress until it is False again. ``spoil``: how requests end, by their place in the batch
    (``"expired"``, ``"canceled"``, ``"errored"``). ``swallow``: take the next batch over and say nothing."""

    def __init__(self) -> None:
        self.hold = False
        self.spoil: dict[int, str] = {}
        self.swallow = False
        self._batches: dict[str, _Batch] = {}
        self._lock = threading.Lock()

    def create(self, body: dict[str, Any], base: str) -> dict[str, Any]:
        requests = body.get("requests")
        if not isinstance(requests, list) or not requests:
            raise Problem(400, "requests: at least one request is required")
        ids = [request.get("custom_id") for request in requests]
        if not all(ids) or len(set(ids)) < len(ids):
            raise Problem(400, "requests: every custom_id must be given and unique")
        with self._lock:
            batch = _Batch(f"msgbatch_{len(self._batches) + 1:06}", requests)
            self._batches[batch.id] = batch
            return _as_json(batch, base)

    def retrieve(self, batch_id: str, base: str, judge: Judge) -> dict[str, Any]:
        with self._lock:
            batch = self._find(batch_id)
            if batch.ended is None and not self.hold:
                batch.results = [self._result(batch, request, judge) for request in batch.requests]
                batch.ended = datetime.now(UTC)
            return _as_json(batch, base)

    def list(self, base: str) -> dict[str, Any]:
        with self._lock:
            data = [_as_json(batch, base) for batch in reversed(self._batches.values())]
        first, last = (data[0]["id"], data[-1]["id"]) if data else (None, None)
        return {"data": data, "has_more": False, "first_id": first, "last_id": last}

    def cancel(self, batch_id: str, base: str) -> dict[str, Any]:
        with self._lock:
            batch = self._find(batch_id)
            if batch.ended is None and batch.cancelled is None:
                batch.cancelled = datetime.now(UTC)
            return _as_json(batch, base)

    def delete(self, batch_id: str) -> dict[str, Any]:
        with self._lock:
            if self._find(batch_id).ended is None:
                raise Problem(400, "Batch cannot be deleted while it is being processed.")
            del self._batches[batch_id]
        return {"id": batch_id, "type": "message_batch_deleted"}

    def results(self, batch_id: str) -> bytes:
        with self._lock:
            batch = self._find(batch_id)
            if batch.ended is None:
                raise Problem(404, "The batch's results are not available yet.")
            return b"".join(json.dumps(result).encode() + b"\n" for result in batch.results)

    def _find(self, batch_id: str) -> _Batch:
        if batch_id not in self._batches:
            raise Problem(404, f"batch: {batch_id}")
        return self._batches[batch_id]

    def _result(self, batch: _Batch, request: dict[str, Any], judge: Judge) -> dict[str, Any]:
        request_id = f"req_{batch.id}_{request['custom_id']}"
        result: dict[str, Any]
        spoiled = self.spoil.get(batch.requests.index(request))
        if spoiled == "errored":
            result = {"type": "errored", "error": Problem(529, "Overloaded").as_json(request_id)}
        elif spoiled is not None:
            result = {"type": spoiled}
        elif batch.cancelled:
            result = {"type": "canceled"}
        else:
            try:
                result = {"type": "succeeded", "message": judge(request.get("params") or {}, request_id)}
            except Problem as problem:
                result = {"type": "errored", "error": problem.as_json(request_id)}
        return {"custom_id": request["custom_id"], "result": result}


def _as_json(batch: _Batch, base: str) -> dict[str, Any]:
    kinds = [result["result"]["type"] for result in batch.results]
    counts = {kind: kinds.count(kind) for kind in ("succeeded", "errored", "canceled", "expired")}
    status = "ended" if batch.ended else "canceling" if batch.cancelled else "in_progress"
    return {
        "id": batch.id,
        "type": "message_batch",
        "processing_status": status,
        "request_counts": counts | {"processing": 0 if batch.ended else len(batch.requests)},
        "created_at": batch.created.isoformat(),
        "expires_at": (batch.created + timedelta(hours=24)).isoformat(),
        "ended_at": batch.ended and batch.ended.isoformat(),
        "cancel_initiated_at": batch.cancelled and batch.cancelled.isoformat(),
        "archived_at": None,
        "results_url": f"{base}/v1/messages/batches/{batch.id}/results" if batch.ended else None,
    }
