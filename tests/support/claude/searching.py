"""Searches of the web as the API's answers hold them: the query, the pages found, and text that cites them.

claude.answer("briefing", [*searched("Fernbank", [HOME]), text_block("- "), cited("They bake.", HOME)])
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Any

_numbers = count(1)
Block = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """A page that a search finds; ``passage`` is what a citation of it quotes."""

    url: str
    title: str = "A page"
    passage: str = "What the page says."
    age: str | None = None


def searched(query: str, pages: list[Page]) -> list[Block]:
    """A search that found these pages."""
    found = [
        {
            "type": "web_search_result",
            "url": page.url,
            "title": page.title,
            "encrypted_content": "ZW5jcnlwdGVk",
            "page_age": page.age,
        }
        for page in pages
    ]
    return _search(query, found)


def failed_search(query: str, code: str) -> list[Block]:
    """A search that gave an error: ``max_uses_exceeded``, ``too_many_requests``, ``unavailable`` …"""
    return _search(query, {"type": "web_search_tool_result_error", "error_code": code})


def cited(text: str, *pages: Page) -> Block:
    """A piece of text with a citation of each page."""
    citations = [
        {
            "type": "web_search_result_location",
            "url": page.url,
            "title": page.title,
            "cited_text": page.passage,
            "encrypted_index": "aW5kZXg=",
        }
        for page in pages
    ]
    return {"type": "text", "text": text, "citations": citations}


def _search(query: str, content: Any) -> list[Block]:
    name = f"srvtoolu_{next(_numbers)}"
    return [
        {"type": "server_tool_use", "id": name, "name": "web_search", "input": {"query": query}},
        {"type": "web_search_tool_result", "tool_use_id": name, "content": content},
    ]
