"""Claude's judgement in a real window: of a job and of a résumé, each beside the rules, and what was sent for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.e2e.conftest import START
from tests.e2e.driver import App, mouse
from tests.support.claude import Asked, ClaudeServer

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window"), pytest.mark.timeout(600)]

JOB_VERDICT = "A hands-on pipeline job in a small team."
WARNING = "Ask who is on call at night."
MADE_UP = "They never pay."
VERDICT = "You make slow batch work fast and keep it tested."


@pytest.fixture
def claude(monkeypatch: pytest.MonkeyPatch) -> Iterator[ClaudeServer]:
    """On this computer no key is needed, so the window sends the word that stands for none."""
    with ClaudeServer(key="local") as server:
        server.answer("JobView", of_the_job)
        server.answer("ResumeReview", of_the_resume)
        monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", server.url)
        yield server


def of_the_job(asked: Asked) -> dict[str, object]:
    """One remark with the posting's words, and one with words that stand nowhere in it."""
    (posting,) = re.findall(r"<posting>\n(.*?)\n</posting>", asked.user, re.DOTALL)
    quote = " ".join(posting.splitlines()[1].split()[:6])
    flags = [{"text": WARNING, "quote": quote}, {"text": MADE_UP, "quote": "you will never be paid"}]
    return {"verdict": JOB_VERDICT, "red_flags": flags}


def of_the_resume(asked: Asked) -> dict[str, object]:
    """The first bullet with another verb: a wording that the résumé itself proves."""
    name, text = re.findall(r"^(w\d\.[1-9]) (.+)$", asked.user, re.MULTILINE)[0]
    rest = text.split(" ", 1)[1]
    suggestion = {
        "section": "experience",
        "priority": "high",
        "issue": "The first word is a duty.",
        "suggestion": "Say it shorter.",
        "impact": "It reads faster.",
        "target": name,
        "after": rest[0].upper() + rest[1:],
    }
    return {"verdict": VERDICT, "overall": 74, "suggestions": [suggestion]}


def press(app: App, text: str) -> None:
    """A button whose words go on with a price."""
    x, y = app.resting(text, exact=False, kind="Button").middle
    mouse(f"mousemove {x} {y} click 1")


def test_a_job_and_a_resume_are_judged_and_it_is_seen_what_was_sent(start: START, claude: ClaudeServer) -> None:
    app = start(options=["--demo"])
    x, y = app.see("Interested: Senior Data Engineer", kind="item").middle
    app.see("match", kind="item")
    mouse(f"mousemove {x} {y} click --repeat 2 --delay 80 1")
    app.click("Analysis", kind="Tabs")
    app.see("Sends this posting and the résumé without name and contact details")
    assert claude.requests() == []
    press(app, "Ask Claude · ")
    app.see(JOB_VERDICT)
    app.see(WARNING)
    app.miss(MADE_UP)

    app.click("Résumés")
    app.click("More for Lena Marsh")
    app.click("Analyse")
    app.click("Claude’s view")
    press(app, "Ask Claude · ")
    app.see(VERDICT)
    app.click("Use this wording")
    app.see("Used")

    app.click("Activity")
    app.click("Calls to Claude", kind="Tabs")
    x, y = app.see("Calls to Claude: ", kind="item").middle
    mouse(f"mousemove {x} {y} click 1")
    app.click("What was sent")
    app.see("Judging a résumé · Claude Sonnet 5.5", kind="Text")
    app.see(VERDICT)
    assert not app.look("lena@marsh.example")
    assert all("lena@marsh.example" not in str(each.asked.body) for each in claude.requests())
    app.click("Close", kind="Button")
    app.quit()
