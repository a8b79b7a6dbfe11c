"""Claude’s view on the page: what it takes is said first; its figures are its own; wordings are used with one click."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.analysis.judging import ResumeReview
from careercoach_desktop.features.analysis.service import AnalysisService, JudgementService
from careercoach_desktop.features.analysis.ui import AnalysisPage
from careercoach_desktop.features.analysis.ui.claude_view import ClaudeView
from careercoach_desktop.features.analysis.ui.suggestion_row import SuggestionRow
from careercoach_desktop.features.analysis.ui.target_choice import ROLE
from careercoach_desktop.features.evidence.ui import EvidenceDialog
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.resumes.editing import SetValue
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.uikit import (
    Bar,
    Button,
    ComboButton,
    Desk,
    RecordPlace,
    ScoreRing,
    TextArea,
    TextField,
)
from tests.features.analysis.judging.test_checked import FASTER, review, wording
from tests.features.analysis.people import maren
from tests.features.analysis.test_judging import ANSWER, KESTREL
from tests.features.tailoring.agents.long_papers import OTHER_JOB
from tests.support.claude import ClaudeServer, Trouble
from tests.support.dialogs import button, dialog, toasts, words
from tests.support.windows import Await
from tests.support.workspace import Place

AGAIN = "Ask again, or for something else"


@pytest.fixture
def maren_id(place: Place) -> int:
    return place.add_resume(maren(), "Maren-Holt.txt")


@pytest.fixture
def page(
    desk: Desk, service: AnalysisService, judgements: JudgementService, place: Place, show: Callable[..., QWidget]
) -> AnalysisPage:
    made = AnalysisPage(desk, service, place.get(ResumeService), judgements, place.get(JobService))
    window = show(made)
    window.resize(1232, 860)
    desk.set_window(window)
    return made


def view_of(page: AnalysisPage) -> ClaudeView:
    (found,) = page.findChildren(ClaudeView)
    return found


def opened(page: AnalysisPage, qtbot: QtBot, resume_id: int) -> ClaudeView:
    page.open_record(resume_id)
    qtbot.waitUntil(lambda: page.shown is not None)
    page.show_view("claude")
    return view_of(page)


def ask_button(view: QWidget) -> Button | None:
    shown = [one for one in view.findChildren(Button) if one.isVisible() and one.text().startswith("Ask Claude · ")]
    return shown[0] if shown else None


def ask(view: ClaudeView, place: Place, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ask_button(view) is not None)
    found = ask_button(view)
    assert found is not None
    found.click()
    place.queue.start()
    qtbot.waitUntil(lambda: view.found is not None, timeout=20_000)


def has(view: QWidget, text: str) -> bool:
    return any(text in said for said in words(view))


def test_it_says_what_it_takes_and_what_is_sent_before_anything_is(
    connected: ClaudeServer, page: AnalysisPage, maren_id: int, qtbot: QtBot
) -> None:
    view = opened(page, qtbot, maren_id)
    qtbot.waitUntil(lambda: ask_button(view) is not None)
    found = ask_button(view)
    assert found is not None
    assert found.text().startswith(("Ask Claude · about $0.0", "Ask Claude · less than $0.01"))
    assert has(view, "Sends the résumé without name and contact details, and your notes, to 127.0.0.1")
    assert connected.requests(None) == []


def test_without_a_key_it_says_what_one_would_add_and_the_rules_work(
    page: AnalysisPage, no_keychain: None, maren_id: int, desk: Desk, qtbot: QtBot
) -> None:
    view = opened(page, qtbot, maren_id)
    qtbot.waitUntil(lambda: has(view, "With a Claude key of your own"))
    with qtbot.waitSignal(desk.open_requested) as led:
        button(view, "Open Settings").click()
    assert led.args[0] == "settings"
    page.show_view("rules")
    assert [each.finding.rule for each in page.rows()] == ["file.kind"]


def test_its_view_is_labelled_and_the_scores_stay(
    connected: ClaudeServer, page: AnalysisPage, place: Place, maren_id: int, qtbot: QtBot
) -> None:
    connected.answer("ResumeReview", review(overall=12, verdict="Rather dull."))
    view = opened(page, qtbot, maren_id)
    (ring,) = page.findChildren(ScoreRing)
    before = ring.score()
    ask(view, place, qtbot)
    qtbot.waitUntil(lambda: has(view, "Rather dull."))
    assert has(view, "Claude Sonnet 5.5 · ")
    assert has(view, "Claude’s own figures")
    assert has(view, "the scores beside it are computed here")
    assert "12" in words(view)
    assert ring.score() == before


def test_a_wording_is_used_with_one_click_and_undone(
    connected: ClaudeServer, page: AnalysisPage, place: Place, maren_id: int, desk: Desk, qtbot: QtBot,
    await_: Await[str | None],
) -> None:  # fmt: skip
    connected.answer("ResumeReview", ANSWER)
    view = opened(page, qtbot, maren_id)
    ask(view, place, qtbot)
    qtbot.waitUntil(lambda: any(one.text() == AGAIN and one.isVisible() for one in view.findChildren(Button)))
    resumes = place.get(ResumeService)
    rows = view.findChildren(SuggestionRow)
    button(view, "Use this wording").click()
    qtbot.waitUntil(lambda: "Used" in words(view))
    assert view.findChildren(SuggestionRow) == rows, "nothing is built anew, or the page would jump"
    assert resumes.resume(maren_id).data.work[0].highlights[1].text == FASTER
    assert toasts(desk) == ["Applied the wording for Greenway Foods, 2019 – now"]
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: "Used" not in words(view))
    assert resumes.resume(maren_id).data == maren()


def test_an_unproved_wording_is_off_until_its_fact_is_added(
    connected: ClaudeServer, page: AnalysisPage, place: Place, maren_id: int, qtbot: QtBot
) -> None:
    connected.answer("ResumeReview", review(suggestions=[wording(KESTREL)]))
    view = opened(page, qtbot, maren_id)
    ask(view, place, qtbot)
    qtbot.waitUntil(lambda: has(view, "Kestrel"))
    assert not [one for one in view.findChildren(Button) if one.text() == "Use this wording"]
    assert has(view, "Kestrel is not in your evidence.")
    assert not has(view, "This says something your evidence does not."), "what can be named is named, and once"
    button(view, "Add as my evidence…").click()
    asked = dialog(qtbot, EvidenceDialog)
    (area,) = asked.findChildren(TextArea)
    area.setPlainText("At Greenway Foods the nightly routes were planned with Kestrel.")
    button(asked, "Add as my evidence").click()
    qtbot.waitUntil(lambda: any(one.text() == "Use this wording" for one in view.findChildren(Button)))


def test_show_me_leads_to_the_words(
    connected: ClaudeServer, page: AnalysisPage, place: Place, maren_id: int, desk: Desk, qtbot: QtBot
) -> None:
    connected.answer("ResumeReview", ANSWER)
    view = opened(page, qtbot, maren_id)
    ask(view, place, qtbot)
    with qtbot.waitSignal(desk.open_requested) as led:
        button(view, f"Show me “{maren().work[0].highlights[1].text}”").click()
    assert led.args[1] == RecordPlace(maren_id, "n2")


def test_what_was_changed_since_makes_it_old(
    connected: ClaudeServer, page: AnalysisPage, place: Place, maren_id: int, qtbot: QtBot
) -> None:
    connected.answer("ResumeReview", ANSWER)
    view = opened(page, qtbot, maren_id)
    ask(view, place, qtbot)
    old = maren().basics.label
    place.get(ResumeService).edit(maren_id, [SetValue("basics.label", old, "Head of Logistics")])
    qtbot.waitUntil(lambda: has(view, "this is about an earlier version"))
    button(view, "Ask again").click()
    qtbot.waitUntil(lambda: ask_button(view) is not None)


def test_asking_the_same_again_says_that_the_answer_is_kept(
    connected: ClaudeServer, page: AnalysisPage, place: Place, maren_id: int, qtbot: QtBot
) -> None:
    connected.answer("ResumeReview", ANSWER)
    view = opened(page, qtbot, maren_id)
    ask(view, place, qtbot)
    qtbot.waitUntil(lambda: any(one.text() == AGAIN and one.isVisible() for one in view.findChildren(Button)))
    button(view, AGAIN).click()
    qtbot.waitUntil(lambda: any(one.text() == "Show the kept answer" for one in view.findChildren(Button)))
    assert has(view, "so nothing is sent and it costs nothing")
    assert ask_button(view) is None


def test_while_the_server_is_away_it_says_when_it_is_tried_again(
    connected: ClaudeServer, page: AnalysisPage, place: Place, maren_id: int, qtbot: QtBot
) -> None:
    connected.misbehave(Trouble.DROPPED, times=None)
    view = opened(page, qtbot, maren_id)
    qtbot.waitUntil(lambda: ask_button(view) is not None)
    place.queue.start()
    found = ask_button(view)
    assert found is not None
    found.click()
    qtbot.waitUntil(lambda: has(view, "It is tried again by itself at "), timeout=20_000)
    (bar,) = [one for one in view.findChildren(Bar) if one.accessibleName() == "Claude’s progress"]
    assert not bar.isVisible(), "nothing moves while it waits"


def test_what_comes_is_read_while_it_comes(
    connected: ClaudeServer, page: AnalysisPage, place: Place, maren_id: int, qtbot: QtBot
) -> None:
    connected.answer("ResumeReview", ANSWER)
    connected.settings.pace = 0.05
    view = opened(page, qtbot, maren_id)
    qtbot.waitUntil(lambda: ask_button(view) is not None)
    place.queue.start()
    found = ask_button(view)
    assert found is not None
    found.click()
    qtbot.waitUntil(lambda: has(view, "Claude is writing…"), timeout=20_000)
    connected.settings.pace = 0
    qtbot.waitUntil(lambda: view.found is not None, timeout=20_000)


def test_one_asks_for_a_job_or_a_role(
    connected: ClaudeServer, page: AnalysisPage, place: Place, maren_id: int, qtbot: QtBot
) -> None:
    job_id = place.add_job(OTHER_JOB)
    seen: list[str] = []
    connected.answer("ResumeReview", lambda asked: seen.append(asked.user) or review())
    view = opened(page, qtbot, maren_id)
    qtbot.waitUntil(lambda: ask_button(view) is not None)
    (choice,) = [one for one in view.findChildren(ComboButton) if one.accessibleName().startswith("What it is for")]
    choice._choose(ROLE)
    (role,) = view.findChildren(TextField)
    assert role.isVisible()
    choice._choose(str(job_id))
    assert not role.isVisible()
    ask(view, place, qtbot)
    assert "Analytics Engineer, Northwind" in seen[0]
    assert has(view, "for Analytics Engineer, Northwind")


def test_a_failure_stands_on_the_page_and_can_be_tried_again(
    connected: ClaudeServer, page: AnalysisPage, place: Place, maren_id: int, qtbot: QtBot
) -> None:
    connected.misbehave(Trouble.REFUSAL)
    view = opened(page, qtbot, maren_id)
    qtbot.waitUntil(lambda: ask_button(view) is not None)
    place.queue.start()
    found = ask_button(view)
    assert found is not None
    found.click()
    qtbot.waitUntil(lambda: has(view, "declined to answer"), timeout=20_000)
    connected.behave()
    connected.answer("ResumeReview", ResumeReview(verdict="Fine.", overall=70))
    button(view, "Start it again").click()
    qtbot.waitUntil(lambda: has(view, "Fine."), timeout=20_000)
    assert not has(view, "declined to answer")


def test_it_can_be_stopped(
    connected: ClaudeServer, page: AnalysisPage, place: Place, maren_id: int, qtbot: QtBot
) -> None:
    connected.misbehave(Trouble.SLOW_FIRST_BYTE)
    view = opened(page, qtbot, maren_id)
    qtbot.waitUntil(lambda: ask_button(view) is not None)
    place.queue.start()
    found = ask_button(view)
    assert found is not None
    found.click()
    qtbot.waitUntil(lambda: has(view, "Claude is reading your résumé"), timeout=20_000)
    button(view, "Cancel").click()
    qtbot.waitUntil(lambda: ask_button(view) is not None, timeout=20_000)
