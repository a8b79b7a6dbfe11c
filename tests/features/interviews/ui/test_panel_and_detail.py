"""The rounds of a job in the drawer, one in its detail, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.interviews.model import InterviewOutcome, InterviewType
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.ui import InterviewAction
from careercoach_desktop.features.interviews.ui.complete_dialog import CompleteDialog
from careercoach_desktop.features.interviews.ui.interview_actions import InterviewActions
from careercoach_desktop.features.interviews.ui.interview_detail import InterviewDetail
from careercoach_desktop.features.interviews.ui.interviews_panel import InterviewsPanel
from careercoach_desktop.features.interviews.ui.round_card import RoundCard
from careercoach_desktop.features.interviews.ui.round_entries import round_entries
from careercoach_desktop.features.interviews.ui.schedule_dialog import ScheduleDialog
from careercoach_desktop.features.interviews.ui.thank_dialog import ThankDialog
from careercoach_desktop.features.interviews.ui.words import own_words
from careercoach_desktop.features.jobs.model import JobStatus, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.uikit import Button, ComboButton, Desk, MenuEntry, Text
from tests.app.test_accessible_names import assert_named
from tests.features.interviews.conftest import Clock, video_call, wall
from tests.features.interviews.ui.conftest import with_ana
from tests.support.dialogs import answer, button, dialog, toasts, words
from tests.support.windows import Await


@pytest.fixture
def panel(
    desk: Desk, actions: InterviewActions, jobs: JobService, job: int, show: Callable[..., QWidget]
) -> InterviewsPanel:
    made = InterviewsPanel(desk, actions)
    window = show(made)
    window.resize(460, 800)
    desk.set_window(window)
    made.show_job(jobs.job(job))
    return made


@pytest.fixture
def detail(desk: Desk, actions: InterviewActions, show: Callable[..., QWidget]) -> InterviewDetail:
    made = InterviewDetail(actions)
    window = show(made)
    window.resize(460, 800)
    desk.set_window(window)
    return made


def status(jobs: JobService, job: int) -> JobStatus:
    return jobs.job(job).status


def run_entry(actions: InterviewActions, interviews: InterviewService, interview_id: int, text: str) -> None:
    entries = [each for each in round_entries(actions, interviews.line(interview_id)) if isinstance(each, MenuEntry)]
    next(each for each in entries if each.text == text).run()


def test_an_empty_tab_teaches_and_schedules_in_one_undoable_step(
    panel: InterviewsPanel, desk: Desk, qtbot: QtBot, job: int, jobs: JobService,
    interviews: InterviewService, contacts: ContactService, await_: Await[object],
) -> None:  # fmt: skip
    qtbot.waitUntil(lambda: "No interview yet" in words(panel))
    button(panel, "Schedule an interview").click()
    form = dialog(qtbot, ScheduleDialog)
    qtbot.keyClicks(form.people.entry, "Ana Silva <ana@halden.example>")
    answer(qtbot, form, "Schedule")
    qtbot.waitUntil(lambda: "Round 1 · Video call" in words(panel))
    assert "Ana Silva" in words(panel)
    assert status(jobs, job) is JobStatus.INTERVIEW_SCHEDULED
    assert [each.contact.name for each in contacts.contacts_of(job)] == ["Ana Silva"]
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: "No interview yet" in words(panel))
    assert status(jobs, job) is JobStatus.INTERESTED
    assert contacts.contacts_of(job) == []
    assert contacts.contacts() == []
    await_(desk.undo.redo())
    qtbot.waitUntil(lambda: "Round 1 · Video call" in words(panel))
    assert status(jobs, job) is JobStatus.INTERVIEW_SCHEDULED


def test_the_job_stays_where_it_is_when_the_tick_is_taken_out(
    panel: InterviewsPanel, qtbot: QtBot, job: int, jobs: JobService
) -> None:
    qtbot.waitUntil(lambda: "No interview yet" in words(panel))
    button(panel, "Schedule an interview").click()
    form = dialog(qtbot, ScheduleDialog)
    form.move_job.setChecked(False)
    answer(qtbot, form, "Schedule")
    qtbot.waitUntil(lambda: "Round 1 · Video call" in words(panel))
    assert status(jobs, job) is JobStatus.INTERESTED


def test_the_next_round_counts_on_and_conflicts_do_not_forbid(
    panel: InterviewsPanel, qtbot: QtBot, job: int, interviews: InterviewService
) -> None:
    interviews.schedule(job, video_call(wall("2026-11-27 10:30")))  # where a new one is offered
    qtbot.waitUntil(lambda: "Round 1 · Video call" in words(panel))
    button(panel, "Schedule an interview").click()
    form = dialog(qtbot, ScheduleDialog)
    assert form.round.text() == "2"
    qtbot.waitUntil(form.busy.isVisible)
    assert form.busy.text().startswith("At the same time: Video call with Halden Rail")
    answer(qtbot, form, "Schedule")
    qtbot.waitUntil(lambda: words(panel).count("Overlaps another interview") == 2)


def test_a_cancelled_round_does_not_count_for_the_next_number(
    actions: InterviewActions, desk: Desk, qtbot: QtBot, job: int, interviews: InterviewService
) -> None:
    interviews.schedule(job, with_ana())
    second = interviews.schedule(job, with_ana())
    interviews.change(second.id, {"outcome": InterviewOutcome.CANCELLED})
    desk.start(actions.schedule(job))
    form = dialog(qtbot, ScheduleDialog)
    assert form.round.text() == "2"
    answer(qtbot, form, "Cancel")
    desk.start(actions.schedule())
    form = dialog(qtbot, ScheduleDialog)
    form.job.setText("Signal engineer · Halden Rail")
    assert form.round.text() == "2"
    answer(qtbot, form, "Cancel")


def test_a_round_is_changed_with_the_form_and_back(
    detail: InterviewDetail, desk: Desk, qtbot: QtBot, job: int, interviews: InterviewService, await_: Await[object]
) -> None:
    made = interviews.schedule(job, with_ana())
    detail.show_interview(interviews.line(made.id))
    qtbot.waitUntil(lambda: "Round 1 · Video call" in words(detail))
    button(detail, "Change…").click()
    form = dialog(qtbot, ScheduleDialog)
    form.type._choose(InterviewType.PANEL.value)
    form.form.time.setText("11:00")
    answer(qtbot, form, "Save")
    qtbot.waitUntil(lambda: interviews.get(made.id).when == wall("2026-12-03 11:00"))
    assert interviews.get(made.id).type is InterviewType.PANEL
    await_(desk.undo.undo())
    there = interviews.get(made.id)
    assert (there.when, there.type) == (made.when, made.type)


def test_nothing_is_written_when_nothing_was_changed(
    actions: InterviewActions, desk: Desk, qtbot: QtBot, job: int, interviews: InterviewService
) -> None:
    made = interviews.schedule(job, with_ana())
    desk.start(actions.edit(interviews.line(made.id)))
    answer(qtbot, dialog(qtbot, ScheduleDialog), "Save")
    assert desk.undo.undo_label == ""
    assert interviews.get(made.id).updated == made.updated


def test_it_took_place_and_they_can_be_thanked(
    panel: InterviewsPanel, desk: Desk, clock: Clock, qtbot: QtBot, job: int, jobs: JobService,
    interviews: InterviewService, await_: Await[object],
) -> None:  # fmt: skip
    made = interviews.schedule(job, with_ana())
    clock.now = datetime(2026, 12, 3, 15, tzinfo=UTC)
    qtbot.waitUntil(lambda: "Round 1 · Video call" in words(panel))
    button(panel, "It took place…").click()
    form = dialog(qtbot, CompleteDialog)
    assert_named(form, 5)
    form.choice._choose(1)  # passed
    qtbot.keyClicks(form.questions, "How do you test?")
    answer(qtbot, form, "It took place")
    qtbot.waitUntil(lambda: "Thank them…" in [one.text() for one in panel.findChildren(type(button(panel, "Details")))])
    done = interviews.get(made.id)
    assert (done.outcome, done.questions) == (InterviewOutcome.PASSED, "How do you test?")
    assert status(jobs, job) is JobStatus.INTERVIEW_COMPLETED
    assert any("words of thanks" in each for each in toasts(desk))
    await_(desk.undo.undo())
    assert not any("words of thanks" in each for each in toasts(desk)), "nothing took place to thank for"
    back = interviews.get(made.id)
    assert (back.outcome, back.questions, back.completed) == (InterviewOutcome.PENDING, "", None)
    assert status(jobs, job) is JobStatus.INTERVIEW_SCHEDULED
    await_(desk.undo.redo())
    again = interviews.get(made.id)
    assert (again.outcome, again.questions) == (InterviewOutcome.PASSED, "How do you test?")
    assert status(jobs, job) is JobStatus.INTERVIEW_COMPLETED


def test_while_more_rounds_are_to_come_the_job_stays_unless_one_says_otherwise(
    actions: InterviewActions, panel: InterviewsPanel, desk: Desk, qtbot: QtBot, interviews: InterviewService,
    jobs: JobService, job: int, clock: Clock,
) -> None:  # fmt: skip
    made = interviews.schedule(job, with_ana())
    interviews.schedule(job, video_call(wall("2026-12-10 10:00")))
    clock.now = datetime(2026, 12, 3, 12, tzinfo=UTC)
    desk.start(actions.complete(interviews.line(made.id)))
    form = dialog(qtbot, CompleteDialog)
    assert (form.move_job.isVisible(), form.move_job.isChecked()) == (True, False)
    answer(qtbot, form, "It took place")
    qtbot.waitUntil(lambda: interviews.get(made.id).completed is not None)
    assert status(jobs, job) is JobStatus.INTERVIEW_SCHEDULED


def test_a_job_with_an_offer_is_not_moved_back(
    actions: InterviewActions, desk: Desk, qtbot: QtBot, job: int, jobs: JobService, interviews: InterviewService
) -> None:
    made = interviews.schedule(job, with_ana())
    jobs.move([job], JobStatus.OFFER_RECEIVED)
    desk.start(actions.complete(interviews.line(made.id)))
    form = dialog(qtbot, CompleteDialog)
    assert form.move_job.isHidden()
    answer(qtbot, form, "It took place")
    qtbot.waitUntil(lambda: interviews.get(made.id).completed is not None)
    assert status(jobs, job) is JobStatus.OFFER_RECEIVED


def test_cancelled_and_on_again_removed_and_back(
    panel: InterviewsPanel, actions: InterviewActions, desk: Desk, qtbot: QtBot, job: int,
    interviews: InterviewService, await_: Await[object],
) -> None:  # fmt: skip
    made = interviews.schedule(job, with_ana())
    run_entry(actions, interviews, made.id, "It was cancelled")
    qtbot.waitUntil(lambda: interviews.get(made.id).cancelled)
    qtbot.waitUntil(lambda: "Round 1, video call: cancelled." in toasts(desk))
    run_entry(actions, interviews, made.id, "It takes place again")
    qtbot.waitUntil(lambda: not interviews.get(made.id).cancelled)
    run_entry(actions, interviews, made.id, "Remove")
    qtbot.waitUntil(lambda: "No interview yet" in words(panel))
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: "Round 1 · Video call" in words(panel))


def test_what_is_gone_meanwhile_is_said(
    actions: InterviewActions, desk: Desk, qtbot: QtBot, job: int, interviews: InterviewService
) -> None:
    made = interviews.schedule(job, with_ana())
    line = interviews.line(made.id)
    interviews.remove([made.id])
    desk.start(actions.set_outcome(line, InterviewOutcome.PASSED))
    qtbot.waitUntil(lambda: any("no longer there" in each for each in toasts(desk)))


def test_notes_are_saved_while_they_are_written_and_undone_as_one(
    detail: InterviewDetail, desk: Desk, qtbot: QtBot, job: int, interviews: InterviewService, await_: Await[object]
) -> None:
    made = interviews.schedule(job, with_ana(notes="Grid"))
    detail.show_interview(interviews.line(made.id))
    area = detail.texts["notes"].area
    qtbot.waitUntil(lambda: area.text() == "Grid")
    area.moveCursor(area.textCursor().MoveOperation.End)
    for part in (" model", " and on-call"):
        qtbot.keyClicks(area, part)
        qtbot.waitUntil(lambda: interviews.get(made.id).notes == area.text())
    detail.show_interview(interviews.line(made.id))  # as the page does when it hears of the change
    assert area.text() == "Grid model and on-call"
    await_(desk.undo.undo())
    assert interviews.get(made.id).notes == "Grid"


def test_what_is_written_is_stored_before_another_round_is_shown(
    detail: InterviewDetail, qtbot: QtBot, job: int, interviews: InterviewService, clock: Clock
) -> None:
    clock.now = datetime(2026, 12, 5, 15, tzinfo=UTC)
    one, other = interviews.schedule(job, with_ana()), interviews.schedule(job, video_call(wall("2026-12-04 10:00")))
    detail.show_interview(interviews.line(one.id))
    qtbot.waitUntil(lambda: "Ana Silva" in words(detail))
    qtbot.keyClicks(detail.texts["questions"].area, "How do you test?")
    detail.show_interview(interviews.line(other.id))
    qtbot.waitUntil(lambda: interviews.get(one.id).questions == "How do you test?")
    qtbot.waitUntil(lambda: detail.texts["questions"].area.text() == "")
    assert interviews.get(other.id).questions == ""


def test_what_was_asked_has_its_place_once_the_round_has_begun(
    detail: InterviewDetail, qtbot: QtBot, job: int, interviews: InterviewService, clock: Clock
) -> None:
    made = interviews.schedule(job, with_ana())
    detail.show_interview(interviews.line(made.id))
    qtbot.waitUntil(lambda: "Ana Silva" in words(detail))
    assert detail.texts["notes"].isVisible()
    assert detail.texts["questions"].isHidden()
    clock.now = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)  # half past ten in Berlin
    detail.show_interview(interviews.line(made.id))
    qtbot.waitUntil(detail.texts["questions"].isVisible)
    assert button(detail, "It took place…").isVisible()


def test_that_it_took_place_can_be_said_from_its_beginning_on_wherever_it_is_shown(
    actions: InterviewActions, qtbot: QtBot, job: int, interviews: InterviewService, clock: Clock
) -> None:
    made = interviews.schedule(job, with_ana())

    def offered() -> tuple[bool, bool]:
        line = interviews.line(made.id)
        menu = [entry.text for entry in round_entries(actions, line) if isinstance(entry, MenuEntry)]
        card = RoundCard(actions, line, "Europe/Berlin")
        qtbot.addWidget(card)
        return "It took place…" in menu, "It took place…" in [each.text() for each in card.findChildren(Button)]

    assert offered() == (False, False)
    clock.now = datetime(2026, 12, 3, 9, 5, tzinfo=UTC)  # five past ten in Berlin, and it takes an hour
    assert offered() == (True, True)


def test_who_lives_ahead_of_the_computer_has_thanked_them_on_their_own_day(
    actions: InterviewActions, settings: SettingsService, job: int, interviews: InterviewService, clock: Clock,
    await_: Await[object],
) -> None:  # fmt: skip
    made = interviews.schedule(job, with_ana())
    settings.choose(time_zone="Pacific/Kiritimati")  # fourteen hours ahead: the 4th has begun there
    clock.now = datetime(2026, 12, 3, 12, tzinfo=UTC)
    await_(actions.mark_followed_up(interviews.line(made.id), done=True))
    assert interviews.get(made.id).followed_up == date(2026, 12, 4)


def test_the_detail_says_which_round_is_at_the_same_time(
    detail: InterviewDetail, qtbot: QtBot, job: int, interviews: InterviewService
) -> None:
    made = interviews.schedule(job, with_ana())
    interviews.schedule(job, video_call(wall("2026-12-03 10:30"), type=InterviewType.PANEL))
    detail.show_interview(interviews.line(made.id))
    expected = "At the same time: Panel with Halden Rail, Thursday, 3 December, 10:30 – 11:30."
    qtbot.waitUntil(lambda: expected in words(detail))


def test_long_titles_addresses_and_mail_addresses_are_cut_or_broken_and_not_the_detail(
    detail: InterviewDetail, qtbot: QtBot, jobs: JobService, interviews: InterviewService
) -> None:
    title = "Senior Principal Signal and Interlocking Verification Engineer (fixed term)"
    job = jobs.add_manually(Posting(title=title, company="Halden Rail and Harbour Authority")).job_id
    place = "Halden Rail and Harbour Authority, Control Centre, Building 14, third floor, room Brunel, Station Quay"
    mail = "ana.da-silva-e-souza.head-of-signals@interlocking.halden-rail-and-harbour.example"
    who = {"name": "Ana Silva", "email": mail}
    made = interviews.schedule(job, video_call(wall("2026-12-03 10:00"), interviewers=(who,), place=place))
    detail.show_interview(interviews.line(made.id))
    qtbot.waitUntil(lambda: "Ana Silva" in words(detail))
    company = "Halden Rail and Harbour Authority"
    shown = [button(detail, f"Open the job {title} · {company}"), button(detail, "Write to Ana Silva")]
    shown += [each for each in detail.findChildren(Text) if each.text() == place]
    assert len(shown) == 3
    qtbot.waitUntil(lambda: all(0 < each.mapTo(detail, each.rect().topRight()).x() < detail.width() for each in shown))


def test_tab_goes_through_the_detail_from_top_to_bottom(
    detail: InterviewDetail, qtbot: QtBot, job: int, interviews: InterviewService, clock: Clock
) -> None:
    made = interviews.schedule(job, with_ana())
    clock.now = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)  # while it takes place
    detail.show_interview(interviews.line(made.id))
    qtbot.waitUntil(lambda: "Ana Silva" in words(detail) and detail.texts["questions"].isVisible())
    detail.more.setFocus()
    passed: list[int] = []
    for _ in range(9):
        focused = detail.window().focusWidget()
        assert focused is not None
        passed.append(focused.mapTo(detail, focused.rect().topLeft()).y())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert passed == sorted(passed), passed
    assert passed[-1] > detail.texts["notes"].mapTo(detail, QPoint()).y()


def test_an_outcome_is_said_in_the_detail(
    detail: InterviewDetail, qtbot: QtBot, job: int, interviews: InterviewService
) -> None:
    made = interviews.schedule(job, with_ana())
    interviews.complete(made.id)
    detail.show_interview(interviews.line(made.id))
    qtbot.waitUntil(lambda: "Outcome" in words(detail))
    from careercoach_desktop.foundation.uikit import ComboButton

    choice = next(each for each in detail.findChildren(ComboButton) if each.isVisible())
    choice._choose(InterviewOutcome.FAILED.value)
    qtbot.waitUntil(lambda: interviews.get(made.id).outcome is InterviewOutcome.FAILED)


def test_higher_features_add_what_they_can_do(
    detail: InterviewDetail, actions: InterviewActions, qtbot: QtBot, job: int, interviews: InterviewService
) -> None:
    practised: list[int] = []
    actions.extra = lambda: [
        InterviewAction("Practise", "microphone", lambda line: practised.append(line.interview.id))
    ]
    made = interviews.schedule(job, with_ana())
    detail.show_interview(interviews.line(made.id))
    qtbot.waitUntil(lambda: "Ana Silva" in words(detail))
    button(detail, "Practise").click()
    run_entry(actions, interviews, made.id, "Practise")
    assert practised == [made.id, made.id]


def test_everything_has_a_name(
    panel: InterviewsPanel, detail: InterviewDetail, qtbot: QtBot, job: int, interviews: InterviewService
) -> None:
    made = interviews.schedule(job, with_ana(link="https://zoom.us/j/1", place="Room 4"))
    interviews.complete(made.id)
    qtbot.waitUntil(lambda: "Round 1 · Video call" in words(panel))
    detail.show_interview(interviews.line(made.id))
    qtbot.waitUntil(lambda: "Ana Silva" in words(detail))
    assert_named(panel, 5)
    assert_named(detail, 10)
    assert button(detail, "Join on Zoom").isVisible()


# Writing to them -----------------------------------------------------------------------------------------------------


@pytest.fixture
def thanking(
    actions: InterviewActions, desk: Desk, qtbot: QtBot, job: int, interviews: InterviewService
) -> tuple[ThankDialog, int]:
    plan = with_ana()
    both = plan.model_copy(update={"interviewers": (*plan.interviewers, *video_call(
        interviewers=({"name": "Paul Ode", "email": "paul@halden.example"},)).interviewers)})  # fmt: skip
    made = interviews.schedule(job, both)
    interviews.complete(made.id)
    interviews.change(made.id, {"questions": "- How do you test signals?"})
    desk.start(actions.thank(made.id))
    return dialog(qtbot, ThankDialog), made.id


def test_a_thank_you_is_written_and_noted_when_sent(
    thanking: tuple[ThankDialog, int], desk: Desk, qtbot: QtBot, interviews: InterviewService, await_: Await[object]
) -> None:
    form, interview_id = thanking
    assert_named(form, 9)
    assert form.text.text().startswith("Dear Ana and Paul,")
    assert "[brackets]" in form.state.text()
    form.chips[0].click()
    assert "What has stayed with me: How do you test signals?" in form.text.text()
    assert form.state.text() == "Nothing is sent from here."
    answer(qtbot, form, "I have sent it")
    qtbot.waitUntil(lambda: interviews.get(interview_id).followed_up is not None)
    await_(desk.undo.undo())
    assert interviews.get(interview_id).followed_up is None


def test_each_choice_keeps_what_was_written(thanking: tuple[ThankDialog, int], qtbot: QtBot) -> None:
    form, _id = thanking
    form.text.setText("My own words")
    form.who._choose("1")
    assert form.text.text().startswith("Dear Paul,")
    assert [each.name for each in form.recipients()] == ["Paul Ode"]
    form.language._choose("de")
    assert form.text.text().startswith("Guten Tag Paul Ode,")
    form.language._choose("en")
    form.who._choose("all")
    assert form.text.text() == "My own words"
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()  # it would be lost
    qtbot.keyClick(form, Qt.Key.Key_Escape)


def test_a_draft_is_kept_as_a_document_and_then_as_its_next_version(
    thanking: tuple[ThankDialog, int], qtbot: QtBot, documents: object, job: int
) -> None:
    form, _id = thanking
    for words_ in ("First", "Second"):
        form.text.setText(words_)
        button(form, "Save to Documents").click()
        qtbot.waitUntil(lambda: form.state.text().startswith("Saved in Documents"))
    (card,) = documents.cards()  # type: ignore[attr-defined]  # the fixture's service
    versions = documents.versions(card.id)  # type: ignore[attr-defined]  # as above
    assert {each.content.splitlines()[-1] for each in versions} == {"First", "Second"}
    assert card.job_id == job
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()  # nothing is lost


def test_copied_and_opened_in_the_mail_program(
    thanking: tuple[ThankDialog, int], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtGui import QDesktopServices, QGuiApplication

    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(bytes(url.toEncoded()).decode()) or True)
    form, _id = thanking
    form.text.setText("Thank you & goodbye: 100 %\nLena")
    button(form, "Copy").click()
    assert QGuiApplication.clipboard().text() == "Thank you & goodbye: 100 %\nLena"
    button(form, "Open in mail program").click()
    assert opened[0].startswith("mailto:ana@halden.example,paul@halden.example?subject=Thank%20you")
    assert opened[0].endswith("body=Thank%20you%20%26%20goodbye%3A%20100%20%25%0D%0ALena")
    form.text.setText("ä" * 2_000)
    button(form, "Open in mail program").click()
    assert "body=" not in opened[1]
    assert QGuiApplication.clipboard().text() == "ä" * 2_000
    assert form.state.text() == "It is long, so the message is copied: paste it into the mail."
    answer(qtbot, form, "Close")


def test_somebody_who_moves_sees_their_new_clocks_in_the_drawer_and_the_detail(
    panel: InterviewsPanel, actions: InterviewActions, settings: SettingsService, job: int,
    interviews: InterviewService, show: Callable[..., QWidget], qtbot: QtBot,
) -> None:  # fmt: skip
    made = interviews.schedule(job, video_call(wall("2026-12-03 10:00")))
    today = date(2026, 11, 26)
    at_ten, at_six = (own_words(made.when, zone, today) for zone in ("Europe/Berlin", "Asia/Tokyo"))
    assert at_ten != at_six
    detail = InterviewDetail(actions)
    show(detail)
    detail.show_interview(interviews.line(made.id))
    qtbot.waitUntil(lambda: all(at_ten in words(each) for each in (panel, detail)))
    settings.choose(time_zone="Asia/Tokyo")
    detail.show_interview(interviews.line(made.id))  # as the page does when a setting is another
    qtbot.waitUntil(lambda: all(at_six in words(each) for each in (panel, detail)))


def test_tomorrow_is_the_persons_own(
    panel: InterviewsPanel,
    settings: SettingsService,
    clock: Clock,
    job: int,
    interviews: InterviewService,
    qtbot: QtBot,
) -> None:
    qtbot.waitUntil(lambda: "No interview yet" in words(panel))
    settings.choose(time_zone="Pacific/Kiritimati")  # fourteen hours ahead: the 27th has begun there
    clock.now = datetime(2026, 11, 26, 12, tzinfo=UTC)
    interviews.schedule(job, video_call(wall("2026-11-28 10:00", "Pacific/Kiritimati")))
    qtbot.waitUntil(lambda: any(each.startswith("Tomorrow, ") for each in words(panel)))


def test_a_round_that_took_place_and_is_then_cancelled_still_says_so(
    detail: InterviewDetail, job: int, interviews: InterviewService, clock: Clock, qtbot: QtBot
) -> None:
    made = interviews.schedule(job, with_ana())
    clock.now = datetime(2026, 12, 3, 15, tzinfo=UTC)
    interviews.complete(made.id)
    interviews.change(made.id, {"outcome": InterviewOutcome.CANCELLED})
    detail.show_interview(interviews.line(made.id))
    qtbot.waitUntil(lambda: bool(detail.findChildren(ComboButton)))
    assert [each.value() for each in detail.findChildren(ComboButton)] == [InterviewOutcome.CANCELLED.value]
