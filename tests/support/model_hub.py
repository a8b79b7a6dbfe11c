"""The page where makers of speech models publish them, on loopback: files of a revision, by way of another address, in
parts when asked for parts; and the same with a line that breaks, or a guest network in between."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from pathlib import Path

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from careercoach_desktop.foundation.speech import ModelFile, RecogniserModel

REVISION = "0123456789abcdef0123456789abcdef01234567"
PUBLISHED = {
    "config.json": b'{"alignment_heads": []}',
    "tokenizer.json": b"{}" * 40,
    "vocabulary.txt": b"one\ntwo\n",
    "model.bin": bytes(range(256)) * 1024,
}


def small_model(name: str = "base") -> RecogniserModel:
    """A model as the catalogue would have it, of what is ``PUBLISHED``."""
    files = tuple(ModelFile(file, len(body), hashlib.sha256(body).hexdigest()) for file, body in PUBLISHED.items())
    return RecogniserModel(name, "Quick", f"Makers/{name}", REVISION, files)


def lay_down(model: RecogniserModel, folder: Path) -> None:
    """Files of the right sizes, as if the model had been fetched; empty ones take no room on the disk."""
    (folder / model.name).mkdir(parents=True)
    for file in model.files:
        with (folder / model.name / file.name).open("wb") as out:
            out.truncate(file.size)


class ModelHub:
    """``asked`` lists (file, first byte) of every answer. ``breaks_after``: bytes until the line breaks, each time.
    ``hangs``: the big file never ends, until ``release``."""

    def __init__(self, server: HTTPServer) -> None:
        self._server = server
        self.files = dict(PUBLISHED)
        self.asked: list[tuple[str, int]] = []
        self.breaks_after: int | None = None
        self.ignores_ranges = False
        self.hangs = False
        self.has_begun = threading.Event()
        self.release = threading.Event()
        server.expect_request(re.compile(rf"/Makers/\w+/resolve/{REVISION}/.+")).respond_with_handler(self._elsewhere)
        server.expect_request(re.compile("/store/.+")).respond_with_handler(self._file)

    @property
    def address(self) -> str:
        return f"http://localhost:{self._server.port}"

    def answers(self, status: int, body: str = "") -> None:
        """Whatever is asked for."""
        self._server.clear_all_handlers()
        self._server.expect_request(re.compile(".*")).respond_with_data(body, status=status, content_type="text/html")

    def _elsewhere(self, request: Request) -> Response:
        return Response(status=302, headers={"location": f"/store/{request.path.rsplit('/', 1)[1]}"})

    def _file(self, request: Request) -> Response:
        name = request.path.rsplit("/", 1)[1]
        body = self.files[name]
        told = None if self.ignores_ranges else re.fullmatch(r"bytes=(\d+)-", request.headers.get("range", ""))
        start = int(told[1]) if told else 0
        self.asked.append((name, start))
        headers = {"content-length": str(len(body) - start)}
        if told:
            headers["content-range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
        return Response(self._pieces(name, body[start:]), status=206 if told else 200, headers=headers)

    def _pieces(self, name: str, body: bytes) -> Iterator[bytes]:
        if name != "model.bin":
            yield body
            return
        if self.hangs:
            yield body[: len(body) // 2]
            self.has_begun.set()
            self.release.wait()
            return
        yield body if self.breaks_after is None else body[: self.breaks_after]
