"""A job site on loopback for fetching tests: it redirects, drips, packs, lies and falls over, all on purpose."""

from __future__ import annotations

import gzip
import json
import threading
import zlib
from collections.abc import Iterator

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

PAGE = "<html><head><title>Baker</title></head><body><h1>Baker</h1><p>Grüße aus der Backstube.</p></body></html>"


SELF_BUILT = """<!doctype html><html lang="en"><head><title>Careers</title></head><body>
<noscript>You need to enable JavaScript to run this app.</noscript><div id="app"></div>
<script>
fetch('/%s.json').then(answer => answer.json()).then(job => {
  const add = (tag, text) => app.appendChild(Object.assign(document.createElement(tag), {textContent: text}));
  document.title = job.title;
  add('h1', job.title);
  for (const line of job.lines) add('p', line);
});
</script></body></html>"""


class JobSite:
    """Pages by name; ``url("gzip")`` is the address of one. ``release`` lets the pages that hang go;
    ``dripping`` is set when somebody waits for one."""

    def __init__(self, server: HTTPServer) -> None:
        self.server = server
        self.release = threading.Event()
        self.dripping = threading.Event()
        self.add("page", PAGE.encode(), "text/html; charset=utf-8")

    def url(self, name: str, host: str = "localhost") -> str:
        return f"http://{host}:{self.server.port}/{name}"

    def add(self, name: str, body: bytes, content_type: str = "text/html", status: int = 200, **headers: str) -> str:
        """A page with these bytes and headers (``content_encoding="gzip"``); its address."""
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        response = Response(body, status=status, content_type=content_type, headers=named)
        self.server.expect_request(f"/{name}").respond_with_response(response)
        return self.url(name)

    def redirect(self, name: str, location: str) -> str:
        return self.add(name, b"", status=302, location=location)

    def bomb(self, name: str, encoding: str) -> str:
        """200 MiB of zeros in 200 kB."""
        packer = zlib.compressobj(9, zlib.DEFLATED, 31 if encoding == "gzip" else 15)
        block = bytes(1024 * 1024)
        body = b"".join(packer.compress(block) for _ in range(200)) + packer.flush()
        return self.add(name, body, content_encoding=encoding)

    def packed(self, name: str) -> str:
        return self.add(name, gzip.compress(PAGE.encode()), content_encoding="gzip")

    def drip(self, name: str) -> str:
        """A page of which one byte comes and then nothing until ``release`` is set."""

        def answer(_: Request) -> Response:
            def body() -> Iterator[bytes]:
                yield b"<"
                self.dripping.set()
                self.release.wait(20)

            return Response(body(), content_type="text/html")

        self.server.expect_request(f"/{name}").respond_with_handler(answer)
        return self.url(name)

    def self_built(self, name: str, title: str, *lines: str) -> str:
        """A page that holds nothing until its script has fetched the posting and put it in."""
        self.add(f"{name}.json", json.dumps({"title": title, "lines": lines}).encode(), "application/json")
        return self.add(name, (SELF_BUILT % name).encode())

    def endless(self, name: str) -> str:
        """A page that goes on and on until ``release`` is set."""

        def answer(_: Request) -> Response:
            def body() -> Iterator[bytes]:
                yield b"<title>Baker</title><h1>Baker</h1>"
                while not self.release.wait(0.05):
                    yield b"<p>and another thing</p>"

            return Response(body(), content_type="text/html")

        self.server.expect_request(f"/{name}").respond_with_handler(answer)
        return self.url(name)

    @property
    def asked_for(self) -> list[str]:
        """The paths that were requested, in order."""
        return [request.path for request, _ in self.server.log]
