"""The calendar section against a real server: found, chosen, kept up to date, stopped; and the calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.interviews.model import InterviewPlan, InterviewType, When
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.service.calendar_file import FILE_NAME
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.settings.ui.calendar_section import CalendarSection
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.uikit import Desk, Dialog
from tests.features.settings.ui.conftest import OpenPage
from tests.foundation.settings.memory_keychain import MemoryKeychain
from tests.support.calendar_server import PASSWORD, USER, RunningServer, radicale_server
from tests.support.dialogs import answer, dialog
from tests.support.keychain import keychain  # noqa: F401 - a fixture
from tests.support.workspace import Place


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningServer]:
    with radicale_server(tmp_path / "radicale") as server:
        yield server


@pytest.fixture
def section(open_page: OpenPage, qtbot: QtBot, keychain: MemoryKeychain) -> CalendarSection:  # noqa: F811
    page = open_page("calendar")
    shown = page.shown()
    assert isinstance(shown, CalendarSection)
    qtbot.waitUntil(shown.server.address.isVisible)
    return shown


def fill_in(section: CalendarSection, running: RunningServer, password: str = PASSWORD) -> None:
    section.server.address.setText(running.address)
    section.server.user.setText(USER)
    section.server.password.setText(password)
    section.server.test.click()


def test_a_calendar_is_found_chosen_and_kept_up_to_date(
    section: CalendarSection,
    running: RunningServer,
    place: Place,
    qtbot: QtBot,
    keychain: MemoryKeychain,  # noqa: F811
) -> None:
    server = section.server
    fill_in(section, running)
    qtbot.waitUntil(server.keep.isVisible)
    assert server.calendars.text() == "Work"
    server.keep.click()
    qtbot.waitUntil(server.now.isVisible)
    assert place.get(SettingsService).current().calendar_name == running.calendar
    assert PASSWORD in keychain.kept.values()
    qtbot.waitUntil(lambda: server.password.text() == "")
    place.queue.start()
    qtbot.waitUntil(lambda: "last updated" in server._place.text())


def test_a_wrong_password_is_said_at_the_fields(
    section: CalendarSection, running: RunningServer, qtbot: QtBot, place: Place
) -> None:
    fill_in(section, running, "wrong")
    qtbot.waitUntil(lambda: "does not accept" in section.server.said.text())
    assert not section.server.keep.isVisible()
    assert place.get(SettingsService).current().calendar_server == "", "nothing is kept before it works"


def test_stopping_forgets_the_password_and_leaves_the_calendar(
    section: CalendarSection,
    running: RunningServer,
    qtbot: QtBot,
    keychain: MemoryKeychain,  # noqa: F811
) -> None:
    fill_in(section, running)
    qtbot.waitUntil(section.server.keep.isVisible)
    section.server.keep.click()
    qtbot.waitUntil(section.server.stop.isVisible)
    section.server.stop.click()
    answer(qtbot, dialog(qtbot, Dialog), "Stop")
    qtbot.waitUntil(section.server.test.isVisible)
    assert keychain.kept == {}


@pytest.mark.parametrize(("said", "left"), [("Move them", 0), ("Leave them there", 1)])
def test_another_calendar_is_chosen_and_the_interviews_move_or_stay(
    section: CalendarSection, running: RunningServer, place: Place, qtbot: QtBot, said: str, left: int
) -> None:
    def files(calendar: str) -> int:
        folder = running.folder / "collections" / "collection-root" / USER / calendar
        return len(list(folder.glob("*.ics")))

    running.make_calendar("Home")
    job = place.get(JobService).add_manually(Posting(title="Signal engineer", company="Halden Rail")).job_id
    later = utc_now() + timedelta(days=3)
    plan = InterviewPlan(type=InterviewType.VIDEO_CALL, when=When.at(later, "Europe/Berlin", 60))
    place.get(InterviewService).schedule(job, plan)
    server = section.server
    fill_in(section, running)
    qtbot.waitUntil(server.keep.isVisible)
    server.calendars.set_value(running.calendar)
    server.keep.click()
    qtbot.waitUntil(server.change.isVisible)
    place.queue.start()
    qtbot.waitUntil(lambda: files("work") == 1)
    server.change.click()
    fill_in(section, running)
    qtbot.waitUntil(server.keep.isVisible)
    server.calendars.set_value(running.calendar.replace("work", "home"))
    server.keep.click()
    answer(qtbot, dialog(qtbot, Dialog), "Cancel")
    assert place.get(SettingsService).current().calendar_name == running.calendar
    server.keep.click()
    answer(qtbot, dialog(qtbot, Dialog), said)
    qtbot.waitUntil(lambda: (files("work"), files("home")) == (left, 1))


def test_a_folder_is_chosen_for_the_file_and_undone(
    section: CalendarSection, desk: Desk, place: Place, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()

    async def chosen(_title: str) -> Path:
        return folder

    monkeypatch.setattr(desk, "choose_folder", chosen)
    place.queue.start()
    section.file.choose.click()
    qtbot.waitUntil((folder / FILE_NAME).exists)
    qtbot.waitUntil(section.file.stop.isVisible)
    desk.start(desk.undo.undo())
    qtbot.waitUntil(lambda: not section.file.stop.isVisible())
    assert place.get(SettingsService).current().calendar_file == ""
