"""The ledger from a terminal."""

from __future__ import annotations

import pytest

from tests.support.claude import ClaudeServer
from tests.support.terminal import Terminal


def test_nothing_was_asked_yet(terminal: Terminal) -> None:
    assert terminal.fine("claude", "calls", "--json").json == []
    assert "of $10.00 this month" in terminal.fine("claude", "spending").out
    wrong = terminal("claude", "sent", "7")
    assert wrong.code == 1
    assert "It is kept for 90 days" in wrong.err


def test_a_call_is_listed_and_what_it_sent_can_be_read(hunting: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    with ClaudeServer(key="local") as server:
        monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", server.url)
        server.answer("Proposal", {"edits": [], "recommendations": ["Write down what it saved."]})
        hunting.fine("tailor", "primary", "1")
    call = hunting.fine("claude", "calls", "--json").json[0]
    assert call["outcome"] == "ANSWERED"
    sent = hunting.fine("claude", "sent", call["id"], "--json").json
    assert "lena@" not in str(sent["parts"]), "her address stays here"
    assert "Write down what it saved." in hunting.fine("claude", "sent", call["id"]).out
    assert "Tailoring a résumé" in hunting.fine("claude", "spending").out


def test_the_stop_is_lifted_and_put_back(terminal: Terminal) -> None:
    assert terminal.fine("claude", "lift", "--json").json == {"lifted": True}
    assert ", lifted" in terminal.fine("claude", "spending").out
    terminal.fine("claude", "lift", "--undo")
    assert ", lifted" not in terminal.fine("claude", "spending").out
