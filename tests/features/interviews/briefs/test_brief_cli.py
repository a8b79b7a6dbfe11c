"""Briefings from a terminal: prepared here, by Claude, looked up; and what that would take first."""

from __future__ import annotations

import pytest

from tests.features.interviews.briefs.conftest import FERNBANK, PREP
from tests.support.claude import ClaudeServer
from tests.support.terminal import POSTING, Terminal, _hunt, hunting, terminal  # noqa: F401 - fixtures


@pytest.fixture
def number(terminal: Terminal, claude: ClaudeServer, monkeypatch: pytest.MonkeyPatch) -> int:  # noqa: F811
    """A round, in a folder whose Claude is the one on loopback."""
    monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", claude.url)
    monkeypatch.setenv("ANTHROPIC_API_KEY", claude.key)
    job = terminal.fine("jobs", "add", POSTING, "--json").json["id"]
    added = terminal.fine("interviews", "add", job, "2099-12-03 10:00", "--with", "Ana Silva", "--json")
    return int(added.json["id"])


def test_a_round_is_prepared_here_without_asking_anybody(
    terminal: Terminal,  # noqa: F811
    number: int,
    claude: ClaudeServer,
) -> None:
    said = terminal.fine("interviews", "prepare", number).out
    assert "They may ask" in said
    assert "Prepared on this computer" in said
    assert terminal.fine("interviews", "prepare", number, "--json").json["origin"] == "LOCAL"
    assert claude.requests() == []


def test_claude_is_asked_only_with_a_yes(terminal: Terminal, number: int, claude: ClaudeServer) -> None:  # noqa: F811
    claude.answer("PrepView", PREP)
    claude.answer("look a company up", FERNBANK)
    assert "Nothing was sent" in terminal.fine("interviews", "prepare", number, "--claude").out
    offered = terminal.fine("interviews", "research", number).out
    assert "up to 5 web searches" in offered
    assert claude.requests() == []
    assert "How do you test a pipeline?" in terminal.fine("interviews", "prepare", number, "--claude", "--yes").out
    found = terminal.fine("interviews", "research", number, "--yes").out
    assert "[1] About Fernbank https://fernbank.example/about" in found
    assert terminal.fine("interviews", "research", number, "--json").json["research"]["searches"] == 1
    assert len(claude.requests()) == 2, "what is fresh is shown again, not looked up again"


def test_who_is_not_known_is_said(terminal: Terminal, number: int) -> None:  # noqa: F811
    refused = terminal("interviews", "research", number, "--who", "Nobody", "--yes")
    assert refused.code == 1
    assert "Ana Silva" in refused.err
    assert terminal("interviews", "prepare", 99).code == 1
