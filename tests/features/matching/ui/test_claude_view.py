"""“Claude’s view” in the Match tab: offered, asked for, shown beside the score, honest about its limits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.matching.service import JudgingService, MatchingService
from careercoach_desktop.features.matching.ui import MatchPanel
from careercoach_desktop.features.matching.ui.claude_view import ClaudeView
from careercoach_desktop.features.matching.ui.judge_words import OPINION
from careercoach_desktop.features.profile.model import Preferences, Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.uikit import Badge, Banner, Button, Desk, ScoreRing
from tests.features.matching.judges import GAP, REASON, jobs_in, judge
from tests.features.tailoring.engine.people import DATA_JOB, LENA, NURSE_JOB
from tests.support.claude import Asked, ClaudeServer
from tests.support.dialogs import words
from tests.support.workspace import Place


@pytest.fixture
def panel(
    desk: Desk,
    matching: MatchingService,
    judging: JudgingService,
    place: Place,
    connected: ClaudeServer,
    show: Callable[..., QWidget],
) -> MatchPanel:
    place.add_resume(LENA)

    def view(job_id: int, resume_id: int | None, score: int | None) -> ClaudeView:
        return ClaudeView(desk, judging, place.queue, job_id, resume_id, score)

    made = MatchPanel(desk, matching, place.get(ResumeService), [], view)
    show(made).resize(520, 900)
    return made


def open_job(panel: MatchPanel, place: Place, qtbot: QtBot, posting: Posting = DATA_JOB) -> int:
    job = place.get(JobService).job(place.add_job(posting))
    panel.show_job(job)
    qtbot.waitUntil(lambda: any(ring.isVisible() for ring in panel.findChildren(ScoreRing)))
    return job.id


def asking(panel: MatchPanel, begin: str = "Ask Claude for its view") -> list[Button]:
    return [one for one in panel.findChildren(Button) if one.text().startswith(begin) and one.isVisible()]


def score(panel: MatchPanel) -> list[str]:
    return [badge.text() for badge in panel.findChildren(Badge) if badge.isVisible()]


def ask(panel: MatchPanel, place: Place, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(asking(panel)) == 1)
    asking(panel)[0].click()
    place.queue.start()
    qtbot.waitUntil(lambda: score(panel) != [], timeout=20_000)


def test_it_is_offered_with_its_price_and_what_is_sent(
    panel: MatchPanel, place: Place, connected: ClaudeServer, qtbot: QtBot
) -> None:
    open_job(panel, place, qtbot)
    qtbot.waitUntil(lambda: len(asking(panel)) == 1)
    assert asking(panel)[0].text() == "Ask Claude for its view · less than $0.01"
    host = connected.url.removeprefix("http://")
    sent = f"Sends the résumé without name and contact details, your wishes and this posting to {host}."
    assert sent in words(panel)
    assert connected.requests(None) == []


def test_without_a_key_nothing_is_offered(panel: MatchPanel, place: Place, qtbot: QtBot) -> None:
    place.get(SettingsService).choose(claude_endpoint="")
    open_job(panel, place, qtbot)
    (view,) = panel.findChildren(ClaudeView)
    qtbot.waitUntil(lambda: not view.asking.isVisible() and not view.isVisible())
    assert asking(panel) == []


def test_asked_it_is_shown_beside_the_score_that_stays(
    panel: MatchPanel, place: Place, connected: ClaudeServer, qtbot: QtBot, matching: MatchingService
) -> None:
    judge(connected, 58)
    job_id = open_job(panel, place, qtbot)
    computed = matching.report(job_id).score
    ask(panel, place, qtbot)
    assert score(panel) == ["58"]
    shown = words(panel)
    assert {"Claude’s view", REASON, GAP, OPINION} <= set(shown)
    (ring,) = (one for one in panel.findChildren(ScoreRing) if one.isVisible())
    assert ring.score() == computed == place.get(JobService).job(job_id).score
    named = {each.accessibleName() for each in panel.findChildren(QWidget)}
    assert {f"speaks for it: {REASON}", f"is missing: {GAP}"} <= named
    assert asking(panel) == []


def test_far_from_the_computed_score_it_says_so(
    panel: MatchPanel, place: Place, connected: ClaudeServer, qtbot: QtBot, matching: MatchingService
) -> None:
    judge(connected, 100)
    job_id = open_job(panel, place, qtbot, NURSE_JOB)
    ask(panel, place, qtbot)
    warnings = [banner.text() for banner in panel.findChildren(Banner) if banner.isVisible()]
    computed = matching.report(job_id).score
    assert any(text.startswith(f"Far from the {computed} that is computed here.") for text in warnings)


def test_what_it_rests_on_has_changed_is_said_and_it_can_be_asked_again(
    panel: MatchPanel, place: Place, connected: ClaudeServer, qtbot: QtBot
) -> None:
    judge(connected, 58)
    job_id = open_job(panel, place, qtbot)
    ask(panel, place, qtbot)
    place.get(ProfileService).save(Profile(preferences=Preferences(locations=["York"])))
    place.get(JobService).edit(job_id, {"location": "Bath"})
    qtbot.waitUntil(lambda: "The résumé, your wishes or the posting have changed since." in words(panel))
    judge(connected, 31)
    asking(panel, "Ask again")[0].click()
    qtbot.waitUntil(lambda: score(panel) == ["31"], timeout=20_000)
    assert "The résumé, your wishes or the posting have changed since." not in words(panel)


def test_while_it_is_asked_it_can_be_cancelled(
    panel: MatchPanel, place: Place, connected: ClaudeServer, qtbot: QtBot
) -> None:
    judge(connected, 58)
    connected.misbehave("slow_first_byte")
    open_job(panel, place, qtbot)
    qtbot.waitUntil(lambda: len(asking(panel)) == 1)
    asking(panel)[0].click()
    place.queue.start()
    qtbot.waitUntil(lambda: "Claude compares it with your résumé…" in words(panel))
    (cancel,) = asking(panel, "Cancel")
    cancel.click()
    qtbot.waitUntil(lambda: len(asking(panel)) == 1, timeout=20_000)


def test_what_went_wrong_is_said_where_it_was_asked(
    panel: MatchPanel, place: Place, connected: ClaudeServer, desk: Desk, qtbot: QtBot
) -> None:
    connected.misbehave("bad_key", times=None)
    open_job(panel, place, qtbot)
    qtbot.waitUntil(lambda: len(asking(panel)) == 1)
    asking(panel)[0].click()
    place.queue.start()
    qtbot.waitUntil(lambda: any("does not accept your key" in text for text in words(panel)), timeout=20_000)
    with qtbot.waitSignal(desk.open_requested) as opened:
        asking(panel, "Open Settings")[0].click()
    assert opened.args[0] == "settings"


def test_markup_of_a_model_is_shown_as_it_was_written(
    panel: MatchPanel, place: Place, connected: ClaudeServer, qtbot: QtBot
) -> None:
    def hostile(asked: Asked) -> dict[str, object]:
        (name,) = jobs_in(asked)
        reasons = ['<b>Hired</b> <img src="https://collect.example/p.png">']
        return {"jobs": [{"job": name, "score": 60, "reasons": reasons, "gaps": []}]}

    connected.answer("Verdicts", hostile)
    open_job(panel, place, qtbot)
    ask(panel, place, qtbot)
    assert '<b>Hired</b> <img src="…">' in words(panel)
