"""The two choices, what they say they take and send, and what a person sees when Claude's goes well or wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.resumes.service import ExportService
from careercoach_desktop.features.tailoring.drafting import Proposal
from careercoach_desktop.features.tailoring.service import TAILOR, TAILOR_WITH_CLAUDE, TASK_KINDS, TailoringService
from careercoach_desktop.features.tailoring.ui.review_page import ReviewPage
from careercoach_desktop.features.tailoring.ui.starter import TailoringStarter
from careercoach_desktop.features.tailoring.ui.tailor_panel import TailorPanel
from careercoach_desktop.features.tailoring.ui.ways import WaysDialog
from careercoach_desktop.features.tailoring.ui.wording_dialog import SuggestionsDialog
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.uikit import Button, Desk, remember
from tests.features.tailoring.test_with_claude import INVENTED, PROPOSAL
from tests.support.claude import ClaudeServer, Trouble
from tests.support.dialogs import answer, button, dialog, words
from tests.support.windows import Await
from tests.support.workspace import Place

HERE = "Tailor on this computer"
WITH_CLAUDE = "Tailor with Claude · "


@pytest.fixture(autouse=True)
def no_choice_was_made_before() -> None:
    remember("tailoring.way", "local")


@pytest.fixture
def job(place: Place, data_job: int) -> Job:
    return place.get(JobService).job(data_job)


@pytest.fixture
def starter(desk: Desk, tailoring: TailoringService) -> TailoringStarter:
    return TailoringStarter(desk, tailoring)


@pytest.fixture
def panel(
    desk: Desk, tailoring: TailoringService, place: Place, starter: TailoringStarter, show: Callable[..., QWidget]
) -> TailorPanel:
    made = TailorPanel(desk, tailoring, place.queue, starter)
    window = show(made)
    window.resize(520, 620)
    desk.set_window(window)
    return made


@pytest.fixture
def opened(desk: Desk) -> list[tuple[str, object]]:
    pages: list[tuple[str, object]] = []
    desk.open_requested.connect(lambda page, record: pages.append((page, record)))
    return pages


def with_claude(panel: QWidget) -> Button | None:
    shown = [one for one in panel.findChildren(Button) if one.isVisible() and one.text().startswith(WITH_CLAUDE)]
    return shown[0] if shown else None


def choose_claude(panel: TailorPanel, job: Job, qtbot: QtBot) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: with_claude(panel) is not None)
    found = with_claude(panel)
    assert found is not None
    found.click()


@pytest.mark.usefixtures("lena")
def test_both_ways_say_what_they_take_and_what_is_sent(
    connected: ClaudeServer, panel: TailorPanel, job: Job, qtbot: QtBot
) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: with_claude(panel) is not None)
    shown = words(panel)
    assert "free, nothing sent" in shown
    assert "Claude Sonnet 5.5" in shown
    (sent,) = [text for text in shown if text.startswith("Sends ")]
    assert f"without name and contact details, your notes and this posting to {connected.url[7:]}." in sent
    found = with_claude(panel)
    assert found is not None
    assert found.text() == "Tailor with Claude · about $0.02"
    assert connected.requests(None) == []


@pytest.mark.usefixtures("lena", "no_keychain")
def test_without_a_key_one_line_says_what_it_would_add(
    panel: TailorPanel, job: Job, opened: list[tuple[str, object]], qtbot: QtBot
) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: "With a Claude key of your own, the wording can get better, too." in words(panel))
    assert with_claude(panel) is None
    assert button(panel, HERE).isEnabled()
    button(panel, "Open Settings").click()
    assert opened == [("settings", "claude")]


@pytest.mark.usefixtures("lena")
def test_a_key_that_is_entered_meanwhile_brings_the_choice(
    claude: ClaudeServer, no_keychain: None, panel: TailorPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: any("With a Claude key" in text for text in words(panel)))
    place.get(Claude).keys.keep(claude.key)
    qtbot.waitUntil(lambda: with_claude(panel) is not None)


@pytest.mark.usefixtures("lena")
def test_nothing_is_sent_before_the_button_is_pressed_and_then_the_draft_comes(
    connected: ClaudeServer, panel: TailorPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    connected.answer("Proposal", PROPOSAL)
    held = connected.misbehave(Trouble.SLOW_FIRST_BYTE)
    place.queue.start()
    choose_claude(panel, job, qtbot)
    qtbot.waitUntil(lambda: "Claude is reading your résumé and the posting…" in words(panel))
    held.wait_until_reached()
    held.release()
    qtbot.waitUntil(lambda: "2 changes · 1 accepted" in words(panel), timeout=20_000)
    assert "Note how much the dbt tests saved." in words(panel)
    assert [each.asked.title for each in connected.requests()] == ["Proposal", "Mending"]


@pytest.mark.usefixtures("lena")
def test_what_it_is_doing_is_not_overwritten_by_an_older_look(
    connected: ClaudeServer,
    panel: TailorPanel,
    job: Job,
    place: Place,
    desk: Desk,
    await_: Await[Any],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = connected.misbehave(Trouble.SLOW_FIRST_BYTE)
    choose_claude(panel, job, qtbot)
    qtbot.waitUntil(lambda: "Tailoring your résumé…" in words(panel))
    look = place.queue.latest

    def slow_look(limit: int = 100) -> list[Task]:
        """What was so before Claude was asked, handed over after."""
        seen = look(limit)
        if not connected.requests():
            place.queue.start()
            connected.wait_for_request()
        return seen

    monkeypatch.setattr(place.queue, "latest", slow_look)
    panel.show_job(job)
    qtbot.waitUntil(lambda: bool(connected.requests()))
    await_(desk.drain())
    assert "Claude is reading your résumé and the posting…" in words(panel)
    held.release()
    place.done(TAILOR_WITH_CLAUDE)


@pytest.mark.usefixtures("lena")
def test_cancelling_leads_back_to_the_choices(
    connected: ClaudeServer, panel: TailorPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    connected.answer("Proposal", PROPOSAL)
    held = connected.misbehave(Trouble.STALL)
    place.queue.start()
    choose_claude(panel, job, qtbot)
    qtbot.waitUntil(lambda: bool(connected.requests()))
    held.wait_until_reached()
    button(panel, "Cancel").click()
    qtbot.waitUntil(lambda: with_claude(panel) is not None)
    assert connected.wait_until_finished(connected.requests()[0]).closed_early
    assert [task.state for task in place.queue.latest() if task.kind == TAILOR_WITH_CLAUDE] == [TaskState.CANCELLED]


@pytest.mark.usefixtures("lena")
def test_a_refused_key_is_said_in_place_with_the_way_to_settings(
    connected: ClaudeServer,
    panel: TailorPanel,
    job: Job,
    place: Place,
    opened: list[tuple[str, object]],
    qtbot: QtBot,
) -> None:
    connected.misbehave(Trouble.BAD_KEY)
    place.queue.start()
    choose_claude(panel, job, qtbot)
    qtbot.waitUntil(lambda: any("does not accept your key." in text for text in words(panel)))
    button(panel, "Open Settings").click()
    assert opened == [("settings", "claude")]
    assert button(panel, HERE).isEnabled()
    assert place.get(TailoringService).latest_for(job.id) is None


@pytest.mark.usefixtures("lena")
def test_what_claude_declines_can_be_done_here_but_is_not_by_itself(
    connected: ClaudeServer, panel: TailorPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    connected.misbehave(Trouble.REFUSAL)
    place.queue.start()
    choose_claude(panel, job, qtbot)
    qtbot.waitUntil(lambda: any("Do this step without Claude." in text for text in words(panel)))
    assert [task.kind for task in place.queue.latest() if task.kind == TAILOR] == []
    button(panel, HERE).click()
    qtbot.waitUntil(lambda: any("changes ·" in text for text in words(panel)), timeout=20_000)
    assert not any("declined" in text for text in words(panel))


@pytest.mark.usefixtures("lena")
def test_the_last_choice_is_only_lit_up(
    connected: ClaudeServer, panel: TailorPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    connected.misbehave(Trouble.REFUSAL)
    place.queue.start()
    choose_claude(panel, job, qtbot)
    qtbot.waitUntil(lambda: any("declined" in text for text in words(panel)))
    found = with_claude(panel)
    assert found is not None
    assert (found._kind, button(panel, HERE)._kind) == ("primary", "secondary")
    assert len(connected.requests()) == 1


@pytest.mark.usefixtures("lena")
def test_from_the_match_the_person_is_asked_which_way(
    connected: ClaudeServer, starter: TailoringStarter, panel: TailorPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    connected.answer("Proposal", Proposal(edits=[]))
    starter.ask(job)
    shown = dialog(qtbot, WaysDialog)
    found = with_claude(shown)
    assert found is not None
    found.click()
    qtbot.waitUntil(lambda: any(task.kind == TAILOR_WITH_CLAUDE for task in place.queue.active()))


@pytest.mark.usefixtures("lena")
def test_thinking_better_of_it_starts_nothing(
    connected: ClaudeServer, starter: TailoringStarter, panel: TailorPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    starter.ask(job)
    answer(qtbot, dialog(qtbot, WaysDialog), "Cancel")
    assert [task.kind for task in place.queue.latest() if task.kind in TASK_KINDS] == []


@pytest.mark.usefixtures("lena", "no_keychain")
def test_from_the_match_without_a_key_it_starts_at_once(
    starter: TailoringStarter, job: Job, place: Place, qtbot: QtBot
) -> None:
    starter.ask(job)
    qtbot.waitUntil(lambda: any(task.kind == TAILOR for task in place.queue.active()))


@pytest.fixture
def review(
    connected: ClaudeServer,
    desk: Desk,
    tailoring: TailoringService,
    place: Place,
    lena: int,
    data_job: int,
    show: Callable[..., QWidget],
    qtbot: QtBot,
) -> ReviewPage:
    connected.answer("Proposal", PROPOSAL)
    tailoring.start(data_job, with_claude=True)
    place.queue.start()
    task = place.done(TAILOR_WITH_CLAUDE)
    assert task.result is not None
    page = ReviewPage(desk, tailoring, place.get(DocumentService), place.get(ExportService))
    window = show(page)
    window.resize(1232, 820)
    desk.set_window(window)
    page.open_record(int(str(task.result["tailoring_id"])))
    qtbot.waitUntil(lambda: len(page._changes._rows) > 0)
    return page


def test_the_review_says_who_proposed_and_who_checked(review: ReviewPage, qtbot: QtBot) -> None:
    review.window().resize(1600, 820)
    qtbot.waitUntil(lambda: "Proposed by Claude Sonnet 5.5, checked on this computer" in words(review))
    assert "2 changes · 1 accepted" in words(review)


def test_what_is_not_proved_is_amber_and_left_out(review: ReviewPage) -> None:
    review._choose("rewrite-b1")
    assert "One claim has no evidence and is left out." in words(review)
    assert "Not in your evidence" in words(review)
    assert button(review, "Add as my evidence").isEnabled()
    assert button(review, "Remove").isEnabled()
    assert review._review is not None
    assert INVENTED.text not in review._review.result.model_dump_json()


def test_its_suggestions_are_a_click_away(review: ReviewPage, qtbot: QtBot) -> None:
    button(review, "1 suggestion").click()
    shown = dialog(qtbot, SuggestionsDialog)
    assert "• Note how much the dbt tests saved." in words(shown)
    answer(qtbot, shown, "Close")
