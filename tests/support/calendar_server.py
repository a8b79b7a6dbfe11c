"""A real calendar server (Radicale) on loopback, with people who have passwords, for as long as a test wants it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any, Literal
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import radicale.config
from radicale.app import Application

USER, PASSWORD = "lena", "correct horse battery"


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@dataclass
class RunningServer:
    """``asked`` lists (method, path) of every request, ``headers`` what came with each."""

    address: str
    folder: Path
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    instead: dict[str, tuple[str, list[tuple[str, str]], bytes]] = field(default_factory=dict)
    """By method: the status, headers and body that are said instead of what the server would say."""
    before: Callable[[str], object] = lambda _method: None
    """Called with the method before a request is answered."""

    weak: Literal["", "server", "proxy"] = ""
    """Versions are weak (``W/``): the server's own, which then match nothing, or weakened by a proxy before it."""

    @property
    def calendar(self) -> str:
        return f"{self.address}/{USER}/work/"

    def make_calendar(self, name: str) -> str:
        """One more of the person's, unless it is there; its address."""
        import caldav

        address = f"{self.address}/{USER}/{name.lower()}/"
        with caldav.DAVClient(self.address, username=USER, password=PASSWORD, enable_rfc6764=False) as client:
            if all(str(each.url) != address for each in client.principal().get_calendars()):
                client.principal().make_calendar(name=name, cal_id=name.lower())
        return address


@contextmanager
def radicale_server(folder: Path, port: int = 0) -> Iterator[RunningServer]:
    """Holds one calendar, “Work”, of ``USER``."""
    folder.mkdir(parents=True, exist_ok=True)
    users = folder / "users"
    users.write_text(f"{USER}:{PASSWORD}\n")
    configuration = radicale.config.load()
    configuration.update(
        {
            "auth": {"type": "htpasswd", "htpasswd_filename": str(users), "htpasswd_encryption": "plain", "delay": "0"},
            "storage": {"filesystem_folder": str(folder / "collections")},
            "rights": {"type": "owner_only"},
            "logging": {"level": "critical"},
        },
        "test",
    )
    application = Application(configuration)
    running = RunningServer("", folder)

    def answering(environ: dict[str, Any], start: Any) -> Any:
        method = environ["REQUEST_METHOD"]
        running.asked.append((method, environ.get("PATH_INFO", "")))
        running.headers.append({key[5:]: value for key, value in environ.items() if key.startswith("HTTP_")})
        running.before(method)
        if method in running.instead:
            status, headers, body = running.instead[method]
            environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            start(status, [*headers, ("Content-Length", str(len(body)))])
            return [body]
        return _weak(application, environ, start, running.weak) if running.weak else application(environ, start)

    with make_server("127.0.0.1", port, answering, _Server, _Quiet) as server:
        running.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        running.make_calendar("Work")
        running.asked.clear()
        running.headers.clear()
        try:
            yield running
        finally:
            server.shutdown()
            thread.join()


def _weak(application: Any, environ: dict[str, Any], start: Any, how: str) -> Any:
    if how == "server" and environ.get("HTTP_IF_MATCH", "*") != "*":
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        start("412 Precondition Failed", [("Content-Length", "0")])
        return [b""]

    def starting(status: str, headers: list[tuple[str, str]]) -> None:
        start(status, [(name, f"W/{value}" if name == "ETag" else value) for name, value in headers])

    body = b"".join(application(environ, starting))
    return [body.replace(b'getetag>"', b'getetag>W/"') if how == "server" else body]
