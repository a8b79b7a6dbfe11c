"""An answer that rests on pages of the web: what was said, and which passages of which pages the server says it cites.

The model writes text; citations are the server's, beside the pieces they belong to. So only what has one is known to
stand on a page, and only pages the server really found count: an address the model (or a page that instructs it) merely
writes down is no source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from careercoach_desktop.foundation.llm.wire import Block

LONGEST_ADDRESS = 2_000
_LONGEST_TITLE = 200
_LONGEST_PASSAGE = 600


class Citation(BaseModel):
    """A passage of a page, as the server quotes it. ``dated``: how old the page says it is, in its own words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str
    title: str = ""
    cited: str = ""
    dated: str = ""


class CitedPiece(BaseModel):
    """A piece of the text and what it rests on; most pieces between two claims rest on nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    citations: tuple[Citation, ...] = ()


class Cited(BaseModel):
    """The answer in pieces. ``searches``: how often the web was searched; ``problems``: codes of searches that failed;
    ``cut``: it had no room for its end."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pieces: tuple[CitedPiece, ...] = ()
    searches: int = 0
    problems: tuple[str, ...] = ()
    cut: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def has_sources(self) -> bool:
        return any(piece.citations for piece in self.pieces)

    @property
    def lines(self) -> list[tuple[CitedPiece, ...]]:
        """The text line by line, each still in its pieces; a last line that was cut off is left out."""
        lines: list[list[CitedPiece]] = [[]]
        for piece in self.pieces:
            first, *others = piece.text.split("\n")
            lines[-1].append(piece.model_copy(update={"text": first}))
            lines.extend([piece.model_copy(update={"text": text})] for text in others)
        whole = lines[:-1] if self.cut else lines
        return [tuple(each for each in line if each.text) for line in whole if any(each.text.strip() for each in line)]


def cited_in(blocks: Sequence[Block], *, cut: bool = False) -> Cited:
    """What the blocks of a reply (of several, when it paused) say. Raises ValueError for blocks that are none."""
    try:
        pages = dict(_pages(blocks))
        pieces = tuple(
            CitedPiece(text=str(block.get("text") or ""), citations=tuple(_citations(block, pages)))
            for block in _answer(blocks)
        )
        problems = tuple(dict.fromkeys(_problems(blocks)))
    except (AttributeError, TypeError, KeyError) as error:
        raise ValueError("no answer with citations") from error
    searches = sum(isinstance(block.get("content"), list) for block in _results(blocks))
    return Cited(pieces=pieces, searches=searches, problems=problems, cut=cut)


def is_web_page(url: str) -> bool:
    """Whether it is an address a person may be led to: of the web, with a host, without a name or password in it."""
    if len(url) > LONGEST_ADDRESS or any(sign.isspace() or not sign.isprintable() for sign in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def _results(blocks: Iterable[Block]) -> list[Block]:
    return [block for block in blocks if block.get("type") == "web_search_tool_result"]


def _pages(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """The pages that were found, with how old they say they are."""
    for block in _results(blocks):
        content = block.get("content")
        for found in content if isinstance(content, list) else ():
            yield str(found["url"]), str(found.get("page_age") or "")


def _problems(blocks: Iterable[Block]) -> Iterator[str]:
    for block in _results(blocks):
        content = block.get("content")
        if isinstance(content, dict):
            yield str(content.get("error_code") or "unavailable")


def _answer(blocks: Iterable[Block]) -> Iterator[Block]:
    """The texts. What is said before a search has ended its line: an announcement is no part of what follows."""
    ends_line = True
    for block in blocks:
        if block.get("type") == "text" and block.get("text"):
            yield block
            ends_line = str(block["text"]).endswith("\n")
        elif block.get("type") == "web_search_tool_result" and not ends_line:
            yield {"type": "text", "text": "\n"}
            ends_line = True


def _citations(block: Block, pages: dict[str, str]) -> Iterator[Citation]:
    for told in block.get("citations") or ():
        url = str(told.get("url") or "")
        if told.get("type") == "web_search_result_location" and url in pages and is_web_page(url):
            yield Citation(
                url=url,
                title=" ".join(str(told.get("title") or "").split())[:_LONGEST_TITLE],
                cited=" ".join(str(told.get("cited_text") or "").split())[:_LONGEST_PASSAGE],
                dated=" ".join(pages[url].split())[:40],
            )
