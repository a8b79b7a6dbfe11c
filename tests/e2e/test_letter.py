"""The journey of a letter in a real window: wished for in the drawer, watched while it grows, settled on its page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.conftest import START
from tests.e2e.driver import App, keys, mouse, write
from tests.support.claude import Asked, ClaudeServer, Trouble

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window"), pytest.mark.timeout(600)]

FIRST = "You ask for somebody who keeps nightly batch work fast and tested."
INVENTED = "I led a team of 40 engineers at Snowfield Systems."
LAST = "I would be glad to tell you more."


@pytest.fixture
def claude(monkeypatch: pytest.MonkeyPatch) -> Iterator[ClaudeServer]:
    """On this computer no key is needed, so the window sends the word that stands for none."""
    with ClaudeServer(key="local") as server:
        server.settings.pace = 0.03
        server.answer("WrittenLetter", letter)
        monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", server.url)
        yield server


def letter(_asked: Asked) -> dict[str, object]:
    return {
        "subject": "Senior Data Engineer at Northwind",
        "greeting": "Dear hiring team,",
        "paragraphs": [{"text": text, "rests_on": []} for text in (FIRST, INVENTED, LAST)],
        "closing": "Kind regards,",
        "key_points": [],
        "suggestions": [],
    }


def begin_in_the_drawer(app: App) -> None:
    x, y = app.see("Interested: Senior Data Engineer", kind="item").middle
    app.see("match", kind="item")
    mouse(f"mousemove {x} {y} click --repeat 2 --delay 80 1")
    app.click("Letter", kind="Tabs")
    app.see("Sends the résumé without name and contact details")
    x, y = app.resting("Write with Claude", exact=False, kind="Button").middle
    mouse(f"mousemove {x} {y} click 1")


def test_a_letter_is_written_watched_settled_and_kept(start: START, claude: ClaudeServer) -> None:
    held = claude.misbehave(Trouble.STALL, after=20)
    app = start(options=["--demo"])
    begin_in_the_drawer(app)
    app.see("Claude is writing…")
    held.wait_until_reached(timeout=60)
    app.click("Watch on its page")
    app.see("Dear hiring team,")
    held.release()
    app.see("not proved", kind="Badge")
    x, y = app.resting(LAST).middle
    mouse(f"mousemove {x} {y} click 1")
    keys("ctrl+End")
    write(" And thank you.")
    keys("Return")
    write("P.S. I like trains.")  # in the paragraph that was begun a moment ago
    app.has_keyboard("P.S. I like trains.")
    app.click("Let them stand", kind="Button")
    app.see("Settled by you")
    app.click("Save version", kind="Button")
    app.see("Saved as version 1 in Documents.")
    app.click("Show", kind="Button")
    app.see("for Senior Data Engineer, Northwind")
    app.see("Save a copy", kind="Button")
    app.see("P.S. I like trains.")
    app.quit()

    again = start(options=["--demo"])
    x, y = again.see("Interested: Senior Data Engineer", kind="item").middle
    mouse(f"mousemove {x} {y} click --repeat 2 --delay 80 1")
    again.click("Letter", kind="Tabs")
    again.click("Open letter", kind="Button")
    again.see("P.S. I like trains.")
    again.see(f"{LAST} And thank you.")
    again.quit()


def test_a_letter_that_is_cancelled_keeps_what_had_come(start: START, claude: ClaudeServer) -> None:
    held = claude.misbehave(Trouble.STALL, after=20)
    app = start(options=["--demo"])
    begin_in_the_drawer(app)
    held.wait_until_reached(timeout=60)
    app.see("Claude is writing…")
    app.click("Cancel", kind="Button")
    app.click("Open letter", kind="Button")
    app.see("This letter is not finished")
    app.see("Dear hiring team,")
    app.see("Write it again", kind="Button")
    app.quit()
