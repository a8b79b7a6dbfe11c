"""Many jobs judged at once: what it takes is said first, the way is chosen, the end is told."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.card_menu import card_entries
from careercoach_desktop.features.matching.feature import FEATURE
from careercoach_desktop.features.matching.model import JudgeWay
from careercoach_desktop.features.matching.service import JUDGE, JUDGE_BATCH, JudgingService
from careercoach_desktop.features.matching.service.judging import FEW
from careercoach_desktop.features.matching.ui.judge_dialog import JudgeDialog
from careercoach_desktop.features.matching.ui.judging import JudgeStarter
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.uikit import Desk, SegmentedControl
from tests.features.matching.judges import judge, many_jobs
from tests.features.tailoring.engine.people import LENA
from tests.support.claude import ClaudeServer
from tests.support.dialogs import button, words
from tests.support.workspace import Place


@pytest.fixture
def starter(desk: Desk, judging: JudgingService, place: Place) -> JudgeStarter:
    place.add_resume(LENA)
    return JudgeStarter(desk, judging)


def opened(qtbot: QtBot) -> JudgeDialog:
    def shown() -> list[JudgeDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, JudgeDialog) and one.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def kinds(place: Place) -> list[str]:
    return [task.kind for task in place.queue.active() if task.kind in (JUDGE, JUDGE_BATCH)]


def test_a_few_are_asked_about_at_once_after_a_yes(
    starter: JudgeStarter, place: Place, connected: ClaudeServer, qtbot: QtBot
) -> None:
    starter.ask(many_jobs(place, 3))
    dialog = opened(qtbot)
    shown = words(dialog)
    assert "Let Claude judge 3 jobs?" in shown
    assert "3 jobs" in shown
    assert "less than $0.01" in " ".join(shown)
    assert any(text.startswith("about 10 seconds") or "seconds" in text for text in shown)
    assert any(text.startswith("Sends the résumé without name and contact details") for text in shown)
    assert dialog.findChildren(SegmentedControl) == []
    assert kinds(place) == []
    button(dialog, "Ask Claude").click()
    qtbot.waitUntil(lambda: kinds(place) == [JUDGE])
    assert connected.requests(None) == []


def test_many_may_take_a_day_for_half_the_price_or_go_at_once(
    starter: JudgeStarter, place: Place, connected: ClaudeServer, qtbot: QtBot
) -> None:
    starter.ask(many_jobs(place, FEW + 1))
    dialog = opened(qtbot)
    assert "within a day, often much sooner; Career Coach may be closed meanwhile" in words(dialog)
    assert any("half the usual price" in text for text in words(dialog))
    dialog.findChild(SegmentedControl).changed.emit(JudgeWay.AT_ONCE.value)
    assert "within a day, often much sooner; Career Coach may be closed meanwhile" not in words(dialog)
    button(dialog, "Ask Claude").click()
    qtbot.waitUntil(lambda: kinds(place) == [JUDGE])


def test_cancelled_nothing_is_queued(
    starter: JudgeStarter, place: Place, connected: ClaudeServer, qtbot: QtBot
) -> None:
    starter.ask(many_jobs(place, FEW + 1))
    dialog = opened(qtbot)
    button(dialog, "Cancel").click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert kinds(place) == []


def test_without_a_key_it_leads_to_the_settings(
    starter: JudgeStarter, place: Place, connected: ClaudeServer, desk: Desk, qtbot: QtBot
) -> None:
    place.get(SettingsService).choose(claude_endpoint="")
    starter.ask(many_jobs(place, 2))
    dialog = opened(qtbot)
    assert any("There is no Claude key yet." in text for text in words(dialog))
    with qtbot.waitSignal(desk.open_requested) as went:
        button(dialog, "Open Settings").click()
    assert went.args[0] == "settings"


def test_those_judged_already_are_said_and_not_asked_about(
    starter: JudgeStarter, place: Place, judging: JudgingService, connected: ClaudeServer, qtbot: QtBot
) -> None:
    judge(connected, 70)
    jobs = many_jobs(place, 2)
    judging.start(jobs)
    place.queue.start()
    place.done(JUDGE)
    starter.ask(jobs)
    dialog = opened(qtbot)
    assert "Nothing to judge" in words(dialog)
    button(dialog, "Close").click()
    starter.ask([*jobs, *many_jobs(place, 1)])
    assert "1 job · 2 judged already" in words(opened(qtbot))
    button(opened(qtbot), "Cancel").click()


def test_the_end_is_told_with_what_could_not_be_judged(
    starter: JudgeStarter, place: Place, judging: JudgingService, connected: ClaudeServer, desk: Desk, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    desk.set_window(window)
    judge(connected, 70, but=lambda text: "Engineer 1" in text)
    judging.start(many_jobs(place, 3))
    place.queue.start()
    said = "Claude judged 2 jobs. You find its view in each job, under Match. 1 job could not be judged; ask again when"
    qtbot.waitUntil(
        lambda: any(toast.accessibleName().startswith(said) for toast in desk.toasts.toasts), timeout=20_000
    )


def test_the_board_offers_it_for_chosen_jobs_and_on_a_card(place: Place, desk: Desk, qtbot: QtBot) -> None:
    place.provider.offer(Desk, lambda: desk)
    (action,) = place.provider.filled("jobs.selection")
    assert "jobs.selection" in FEATURE.fills
    assert action.text == "Let Claude judge…"
    asked: list[list[int]] = []
    action = type(action)(action.text, action.icon, lambda ids: asked.append(list(ids)))
    jobs = many_jobs(place, 3)
    page = JobsPage(desk, place.get(JobService), [], actions=[action])
    qtbot.addWidget(page)
    desk.set_window(page)
    page.resize(1232, 820)
    page.show()
    qtbot.waitUntil(lambda: page.board.cards.total() == 3)
    page.layouts.select(jobs[:2])
    qtbot.waitUntil(page.selection.isVisible)
    (chosen,) = page.selection.action_buttons
    assert chosen.isVisible()
    chosen.click()
    assert sorted(asked[0]) == jobs[:2]

    page.resize(760, 820)
    qtbot.waitUntil(lambda: not chosen.isVisible())
    entries = card_entries(page.layouts.selected(), page.changes, desk, None, more=[action])
    assert "Let Claude judge…" in [entry.text for entry in entries if hasattr(entry, "text")]
