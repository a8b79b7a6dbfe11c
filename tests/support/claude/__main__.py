"""``python -m tests.support.claude --port 0`` prints its address and serves until it is told to stop."""

from __future__ import annotations

import argparse
import importlib
import sys
import threading

from tests.support.claude.dialect import DIALECTS
from tests.support.claude.server import KEY, ClaudeServer


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.support.claude", description="Claude on loopback.")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--key", default=KEY, help="the key that is accepted")
    parser.add_argument("--answers", default="", metavar="MODULE:FUNCTION", help="called with the server to script it")
    parser.add_argument("--dialect", choices=sorted(DIALECTS), default="claude", help="behave as this server does")
    parser.add_argument("--pace", type=float, default=0.0, help="seconds between two pieces of a streamed text")
    parser.add_argument("--while-stdin", action="store_true", help="end when standard input does")
    chosen = parser.parse_args()
    with ClaudeServer(port=chosen.port, key=chosen.key) as server:
        server.speak(DIALECTS[chosen.dialect])
        server.settings.pace = chosen.pace
        if chosen.answers:
            module, _, function = chosen.answers.partition(":")
            getattr(importlib.import_module(module), function)(server)
        print(server.url, flush=True)
        if chosen.while_stdin:
            threading.Thread(target=_end_with_stdin, args=(server,), daemon=True).start()
        try:
            server.ended.wait()
        except KeyboardInterrupt:
            sys.exit(0)


def _end_with_stdin(server: ClaudeServer) -> None:
    sys.stdin.read()
    server.ended.set()


if __name__ == "__main__":
    main()
