"""Where the person can be found is in no request of any agent, and what is sent and answered is in no log."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercoach_desktop.app.logs import keep_logs_in
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.tailoring.drafting import Proposal
from careercoach_desktop.features.tailoring.service import TAILOR_WITH_CLAUDE, TailoringService
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import Part, Purpose, Request
from tests.features.tailoring.engine.people import DATA_JOB, LENA
from tests.support.claude import ClaudeServer
from tests.support.connected import connected, no_keychain  # noqa: F401 - fixtures
from tests.support.workspace import Place

ME = Profile(
    name="Lena Marsh",
    email="lena.marsh@post.example",
    phone="+44 113 496 0000",
    location="4 Canal Wharf, Leeds",
    links=["https://www.linkedin.com/in/lena-marsh-data"],
    notes="I am Lena Marsh, reach me at lena.marsh@post.example or 0113 496 0000, 4 Canal Wharf.",
)
TRACES = ("lena", "marsh", "@post", "496 0000", "canal wharf", "linkedin.com/in")


@pytest.fixture
def everything_logged(tmp_path: Path) -> Iterator[Path]:
    """The application's log, told to keep whatever any library says."""
    root, sdk = logging.getLogger(), logging.getLogger("anthropic")
    handlers, levels = root.handlers[:], (root.level, sdk.level)
    keep_logs_in(tmp_path / "logs")
    root.setLevel(logging.DEBUG)
    yield tmp_path / "logs" / "careercoach.log"
    for handler in root.handlers:
        handler.close()
    root.handlers, root.level, sdk.level = handlers, *levels


def test_an_agent_that_knows_nothing_of_it_sends_nothing_of_it(
    connected: ClaudeServer,  # noqa: F811
    place: Place,
    everything_logged: Path,
) -> None:
    place.get(ProfileService).save(ME)
    place.add_resume(LENA, "lena.txt")
    job_id = place.add_job(DATA_JOB)
    connected.answer("Proposal", Proposal(edits=[], recommendations=["Dear [[FIRST-NAME]], say more of pipelines."]))
    place.get(TailoringService).start(job_id, with_claude=True)
    place.queue.start()
    place.done(TAILOR_WITH_CLAUDE)
    [request] = connected.requests()
    said = json.dumps(request.body, ensure_ascii=False).lower()
    assert [trace for trace in TRACES if trace in said] == []
    assert "brightwater" in said, "an employer stays"
    logged = everything_logged.read_text(encoding="utf-8").lower()
    assert logged, "nothing was logged to look at"
    assert [words for words in ("brightwater", "airflow", "pipelines", "canal wharf") if words in logged] == []


def test_what_was_sent_is_there_to_be_looked_at_and_holds_the_placeholders(
    connected: ClaudeServer,  # noqa: F811
    place: Place,
) -> None:
    place.get(ProfileService).save(ME)
    connected.answer("Proposal", Proposal(edits=[], recommendations=["[[NAME]]"]))
    claude = place.get(Claude)
    parts = (Part(ME.notes),)
    answer = claude.ask(Request("tester", 1, Purpose.WRITING, "Help.", parts, Proposal))
    assert answer.value.recommendations == ["Lena Marsh"]
    sent = claude.ledger.sent(answer.call_ids[0])
    assert sent is not None
    assert "I am [[NAME]], reach me at [[EMAIL]] or [[PHONE]], [[ADDRESS]]." in sent.parts[0].text
    assert '"[[NAME]]"' in sent.reply
