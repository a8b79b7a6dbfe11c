"""Claude on loopback: the Messages API over real sockets, for tests, benches and demonstrations with the real SDK.

In a test (import the fixture ``claude`` from ``tests.support.claude.fixtures`` into a ``conftest.py``)::

    claude.answer("Posting", {"title": "Baker", ...})                # by the schema's title,
    claude.answer("You write letters", lambda asked: "Dear …")       # words of the system prompt, or a predicate
    held = claude.misbehave(Trouble.STALL, after=2)                  # the next request; times=None for all
    ...                                                              # the product asks claude.url with claude.key
    held.wait_until_reached(); held.release()
    assert claude.wait_until_finished(claude.wait_for_request()).closed_early

For an application in a process of its own: ``with launched("--answers", "module:function") as remote`` gives the same
words over HTTP (``RemoteClaude``); by hand it is ``python -m tests.support.claude --port 0``.
"""

from tests.support.claude.answers import DEFAULT_TEXT, Reply, text_block
from tests.support.claude.catalogue import Model
from tests.support.claude.dialect import CLAUDE, LLAMA_CPP, LM_STUDIO, OLLAMA, Dialect
from tests.support.claude.journal import Record
from tests.support.claude.remote import RemoteClaude, launched
from tests.support.claude.request import Asked
from tests.support.claude.searching import Page, cited, failed_search, searched
from tests.support.claude.server import KEY, ClaudeServer
from tests.support.claude.trouble import Planned, Trouble

__all__ = [
    "CLAUDE",
    "DEFAULT_TEXT",
    "KEY",
    "LLAMA_CPP",
    "LM_STUDIO",
    "OLLAMA",
    "Asked",
    "ClaudeServer",
    "Dialect",
    "Model",
    "Page",
    "Planned",
    "Record",
    "RemoteClaude",
    "Reply",
    "Trouble",
    "cited",
    "failed_search",
    "launched",
    "searched",
    "text_block",
]
