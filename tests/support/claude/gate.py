"""A place where the server holds an answer until a test says go, noticing meanwhile when the client leaves."""

from __future__ import annotations

import select
import socket
import threading


class Gate:
    """Opened once, for all who wait. It is a socket, so that waiting for it and for the client is one ``select``."""

    def __init__(self) -> None:
        self._waiting, self._opening = socket.socketpair()
        self._reached = threading.Event()

    def open(self) -> None:
        self._opening.close()

    def wait_until_reached(self, timeout: float = 10) -> None:
        """Return when an answer stands at the gate."""
        if not self._reached.wait(timeout):
            raise TimeoutError("no request has come to where it should be held")

    def hold(self, client: socket.socket) -> bool:
        """Wait; whether the client is still there when the gate opens, or False at once when it leaves."""
        self._reached.set()
        watched = [self._waiting, client]
        while True:
            ready, _, _ = select.select(watched, [], [])
            if client in ready:
                if is_gone(client):
                    return False
                watched.remove(client)
            if self._waiting in ready:
                return True

    def close(self) -> None:
        self._opening.close()
        self._waiting.close()


def is_gone(client: socket.socket, patience: float = 0) -> bool:
    """Whether the other side has closed the connection, or does within ``patience`` seconds."""
    try:
        ready, _, _ = select.select([client], [], [], patience)
        return bool(ready) and client.recv(1, socket.MSG_PEEK) == b""
    except (OSError, ValueError):
        return True
