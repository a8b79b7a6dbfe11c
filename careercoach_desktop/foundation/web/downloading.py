"""Large files of a known publisher, from any byte on: for whoever knows by size and digest what has to come.

Unlike pages, which may be anybody's (`fetching`), such a file is judged by its digest, so it may come over redirects
and through the person's own proxy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

_PATIENCE = 30.0
"""Seconds of silence until a line counts as broken."""
_FROM = re.compile(r"bytes (\d+)-")
_WHOLE, _PART = 200, 206


class LineBrokenError(Exception):
    """The server was not reached, or stopped in the middle; what came so far is good."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``is_given``: whether the file comes, no error (``status``). ``place``: its byte with which ``pieces`` begin, -1
    where the server does not say; ``length``: how many bytes come, None where it does not say."""

    status: int
    is_given: bool
    place: int
    length: int | None
    pieces: Iterator[bytes]


class Downloader:
    """Used in a ``with``; its connections are kept until then. Blocks: never on the Qt thread."""

    def __init__(self) -> None:
        import httpx

        self._trouble = httpx.HTTPError
        self._client = httpx.Client(follow_redirects=True, timeout=_PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    @contextmanager
    def ask(self, address: str, start: int = 0) -> Iterator[Answer]:
        """The file from byte ``start`` on, or from wherever the server likes: see ``Answer.place``. Raises
        LineBrokenError, also while its pieces are read."""
        headers = {"accept-encoding": "identity"} | ({"range": f"bytes={start}-"} if start else {})
        try:
            with self._client.stream("GET", address, headers=headers) as response:
                told = _FROM.match(response.headers.get("content-range", ""))
                place = (int(told[1]) if told else -1) if response.status_code == _PART else 0
                length = response.headers.get("content-length", "")
                yield Answer(
                    status=response.status_code,
                    is_given=response.status_code in (_WHOLE, _PART),
                    place=place,
                    length=int(length) if length.isdecimal() else None,
                    pieces=response.iter_bytes(),
                )
        except self._trouble as error:
            raise LineBrokenError from error
