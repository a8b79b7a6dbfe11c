"""The fake run by another process: what ``misbehave``, ``answer`` and ``requests`` are there, under ``/_control/``."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

from tests.support.claude.dialect import DIALECTS
from tests.support.claude.journal import Record

if TYPE_CHECKING:
    from tests.support.claude.server import ClaudeServer

PREFIX = "/_control/"


def serve(
    handler: BaseHTTPRequestHandler, server: ClaudeServer, path: str, query: dict[str, list[str]], body: Any
) -> None:
    """Do what is asked and say it in JSON; what was wrong with it as a 400."""
    try:
        status, said = 200, _do(server, path.removeprefix(PREFIX), query, body or {})
    except TimeoutError as error:
        status, said = 408, {"error": str(error)}
    except (KeyError, TypeError, ValueError) as error:
        status, said = 400, {"error": repr(error)}
    encoded = json.dumps(said).encode()
    handler.send_response(status)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", str(len(encoded)))
    handler.end_headers()
    handler.wfile.write(encoded)


def _do(server: ClaudeServer, what: str, query: dict[str, list[str]], body: dict[str, Any]) -> Any:
    match what:
        case "requests":
            return _requests(server, {name: values[0] for name, values in query.items()})
        case "misbehave":
            return {"number": server.misbehave(**body).number}
        case "reached":
            _gate(server, body["number"]).wait_until_reached(float(body.get("timeout", 10)))
        case "release":
            _gate(server, body["number"]).open()
        case "behave":
            server.behave()
        case "answer":
            server.answer(body["match"], body["value"], times=body.get("times"))
        case "settings":
            _change(server, body)
        case "forget":
            server.journal.forget()
        case "stop":
            server.ended.set()
        case _:
            raise KeyError(what)
    return {}


def _requests(server: ClaudeServer, wanted: dict[str, str]) -> list[dict[str, Any]]:
    """``?path=…`` limits them; ``?count=3&timeout=10`` waits for so many, ``&finished=1`` until those have ended."""
    path = wanted.get("path")
    count = int(wanted.get("count", "0"))

    def enough(records: list[Record]) -> bool:
        fitting = [one for one in records if path in (None, one.path)]
        return len([one for one in fitting if one.finished or "finished" not in wanted]) >= count

    server.journal.wait_for(enough, float(wanted.get("timeout", "10")))
    return [record.as_json() for record in server.requests(path)]


def _gate(server: ClaudeServer, number: int) -> Any:
    if (gate := server.api.troubles.gate(number)) is None:
        raise KeyError(number)
    return gate


def _change(server: ClaudeServer, body: dict[str, Any]) -> None:
    for name, value in body.items():
        if not hasattr(server.settings, name):
            raise KeyError(name)
        setattr(server.settings, name, DIALECTS[value] if name == "dialect" else value)
