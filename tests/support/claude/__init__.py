"""Claude on loopback: the Messages API over real sockets, for tests, benches and demonstrations with the real SDK."""

from tests.support.claude.answers import DEFAULT_TEXT, Reply, text_block
from tests.support.claude.catalogue import Model
from tests.support.claude.dialect import CLAUDE, LLAMA_CPP, LM_STUDIO, OLLAMA, Dialect
from tests.support.claude.journal import Record
from tests.support.claude.remote import RemoteClaude, launched
from tests.support.claude.request import Asked
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
    "Planned",
    "Record",
    "RemoteClaude",
    "Reply",
    "Trouble",
    "launched",
    "text_block",
]
