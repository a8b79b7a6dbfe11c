"""The journey with Claude in a real window: chosen by a real click, answered over a real socket, reviewed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.conftest import START
from tests.e2e.driver import App, mouse
from tests.support.claude import Asked, ClaudeServer, Trouble

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window"), pytest.mark.timeout(600)]

INVENTED = "Led a team of forty engineers at Google."


@pytest.fixture
def claude(monkeypatch: pytest.MonkeyPatch) -> Iterator[ClaudeServer]:
    """On this computer no key is needed, so the window sends the word that stands for none."""
    with ClaudeServer(key="local") as server:
        monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", server.url)
        yield server


def propose(asked: Asked) -> dict[str, object]:
    """Another order for the first job's bullets, and something nobody ever did."""
    bullets = [line.split()[0] for line in asked.user.splitlines() if line.startswith("w1.")]
    order = {"kind": "order", "target": "w1", "items": [bullets[-1]], "reason": "They ask for it first."}
    lie = {"kind": "rewrite", "target": bullets[0], "text": INVENTED, "reason": "More is better."}
    return {"edits": [order, lie], "recommendations": ["Note what the last project saved."]}


def open_the_tailor_tab(app: App) -> None:
    x, y = app.see("Interested: Senior Data Engineer", kind="item").middle
    app.see("match", kind="item")
    mouse(f"mousemove {x} {y} click --repeat 2 --delay 80 1")
    app.click("Tailor", kind="Tabs")


def test_tailoring_with_claude_from_the_click_to_the_review(start: START, claude: ClaudeServer) -> None:
    claude.answer("Proposal", propose)
    held = claude.misbehave(Trouble.SLOW_FIRST_BYTE)
    app = start(options=["--demo"])
    open_the_tailor_tab(app)
    app.see("Sends the résumé without name and contact details")
    assert claude.requests() == []
    x, y = app.resting("Tailor with Claude", exact=False, kind="Button").middle
    mouse(f"mousemove {x} {y} click 1")
    app.see("Claude is reading your résumé and the posting")
    app.click("Résumés")  # whoever goes elsewhere meanwhile is told
    held.release()
    app.click("Review", kind="Button")
    app.see("1 accepted")
    app.see("Proposed by Claude Sonnet 5.5")
    app.see("One claim has no evidence and is left out.")
    app.see("1 suggestion", kind="Button")
    assert len(claude.requests()) == 2, "one question, and one about the wording that nothing proves"
    app.quit()


def test_killed_while_claude_answers_it_is_offered_again(start: START, claude: ClaudeServer) -> None:
    claude.answer("Proposal", propose)
    held = claude.misbehave(Trouble.STALL)
    app = start(options=["--demo"])
    open_the_tailor_tab(app)
    x, y = app.resting("Tailor with Claude", exact=False, kind="Button").middle
    mouse(f"mousemove {x} {y} click 1")
    app.see("Claude is reading your résumé and the posting")
    held.wait_until_reached(timeout=60)
    app.kill()

    again = start(options=["--demo"])
    again.see("Interested: Senior Data Engineer", kind="item")
    again.see("interrupted")
    assert len(claude.requests()) == 1
    again.click("Start again")
    again.click("Review", kind="Button")
    again.see("Proposed by Claude Sonnet 5.5")
    again.quit()
