"""The values of this package: an address taken apart, a posting's place on a board, what a board's module offers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from careercoach_desktop.features.jobs.model import Posting

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.capture.boards.saying import Saying

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?")
_NAME = re.compile(r"[^\W_][^:/?#\\<>\"\x00-\x1f]{0,119}")
_LABELS = {"bamboohr": "BambooHR", "smartrecruiters": "SmartRecruiters"}
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """A web address taken apart: ``parts`` are its path's pieces, unquoted and without empty ones."""

    url: str
    host: str
    parts: tuple[str, ...]
    query: Mapping[str, str] = field(default_factory=dict)
    usual_port: bool = True

    @classmethod
    def of(cls, url: str) -> Address | None:
        """None for what is no web address, or one that nobody's browser would show."""
        try:
            parts = urlsplit(url.strip())
            port = parts.port
        except ValueError:
            return None
        host = (parts.hostname or "").lower()
        if parts.scheme.lower() not in {"http", "https"} or not _HOST.fullmatch(host) or len(url) > 4096:
            return None
        path = tuple(unquote(piece) for piece in parts.path.split("/") if piece)
        query = dict(parse_qsl(parts.query)[:50]) if parts.query.count("&") < 50 else {}
        return cls(url, host, path, query, port in {None, 80, 443})

    def on(self, pattern: str) -> re.Match[str] | None:
        """The match of the whole host with ``pattern``, or None; a look-alike with more before or behind never fits."""
        return re.fullmatch(pattern, self.host) if self.usual_port else None

    def after(self, name: str) -> str:
        """The piece of the path behind the piece ``name``; empty when there is none."""
        pieces = [piece.lower() for piece in self.parts]
        at = pieces.index(name) + 1 if name in pieces else len(pieces)
        return self.parts[at] if at < len(self.parts) else ""

    def named(self, pattern: re.Pattern[str]) -> str:
        """The one text that fits ``pattern`` in the path or a query value; empty when there is none or several."""
        texts = [*self.parts, *self.query.values()]
        found = {match[0].lower() for text in texts for match in pattern.finditer(text)}
        return found.pop() if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Place:
    """One posting on one board: whose (``slug``), which (``id``), where to ask for it, and the address it was found at.

    ``endpoint`` is https, on the board's own host or the very host of ``url``.
    """

    board: str
    slug: str
    id: str
    endpoint: str
    url: str

    @property
    def key(self) -> str:
        """``greenhouse:acme:4012``."""
        return f"{self.board}:{self.slug}:{self.id}".lower()

    @property
    def label(self) -> str:
        """The board's name as it writes it."""
        return _LABELS.get(self.board, self.board.title())


@dataclass(frozen=True, slots=True)
class Answer:
    """A board's answer, read: the posting, the part of the answer it was read from, and that part for a person."""

    posting: Posting
    kept: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Board:
    """What a board's module offers.

    ``recognise``: the place an address of the board means. ``pick``: the answer cut down to the one posting, in the
    same shape, or None when it is not in there. ``read``: what a picked answer says. ``hint``: the place behind a page
    of another site whose HTML holds one of ``marks``. ``xml``: its endpoint answers in XML rather than JSON.
    """

    name: str
    recognise: Callable[[Address], Place | None]
    pick: Callable[[Any, Place], Any]
    read: Callable[[Any, Place, Saying], None]
    hint: Callable[[Address, str], Place | None] | None = None
    marks: tuple[str, ...] = ()
    xml: bool = False


def is_name(text: str) -> bool:
    """Whether ``text`` can be a customer's name or a posting's number in an address."""
    return bool(_NAME.fullmatch(text)) and ".." not in text


def quoted(text: str) -> str:
    """``text`` as one piece of a path."""
    return quote(text, safe="")


def same_id(one: object, other: str) -> bool:
    """Whether an answer's number is the one that was asked for."""
    return str(one).casefold() == other.casefold() if isinstance(one, (str, int)) else False


def only(found: list[str], never: frozenset[str] = frozenset()) -> str:
    """The one name in ``found`` (any case), ``never`` left out; empty when there is none or several."""
    names = {name.casefold(): name for name in found if name.casefold() not in never and is_name(name)}
    return next(iter(names.values())) if len(names) == 1 else ""
