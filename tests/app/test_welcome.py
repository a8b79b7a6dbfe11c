"""The welcome's third step: a key, or not now; offered once to somebody who has none."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.welcome import FirstCheck
from careercoach_desktop.features.resumes.model import ResumeRead
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.uikit import Desk, Dialog, keep_in
from tests.features.tailoring.engine.people import LENA
from tests.foundation.settings.memory_keychain import MemoryKeychain
from tests.support.dialogs import answer, dialog
from tests.support.windows import Await
from tests.support.workspace import Place


@pytest.fixture
def bus(database: Database) -> Bus:
    return database.bus


@pytest.fixture
def read(place: Place, desk: Desk, tmp_path: object, qtbot: QtBot) -> int:
    """A résumé that was dropped on the welcome page and opened for checking."""
    keep_in(tmp_path / "window.ini")  # type: ignore[operator]
    resume = place.add_resume(LENA)
    FirstCheck(desk, place.get(ResumeService), place.get(Claude), lambda: True)
    with qtbot.waitSignal(desk.open_requested) as asked:
        place.database.bus.tell(ResumeRead(resume))
    assert asked.args == ["resumes.check", resume]
    return resume


def test_after_the_first_check_a_key_is_offered_with_a_way_there(
    read: int, place: Place, desk: Desk, qtbot: QtBot
) -> None:
    place.get(ResumeService).mark_checked(read)
    asked = dialog(qtbot, Dialog)
    assert asked.windowTitle() == "Add a Claude key, or not now"
    with qtbot.waitSignal(desk.open_requested) as opened:
        answer(qtbot, asked, "Add a key")
    assert opened.args == ["settings", "claude"]


def test_not_now_is_never_asked_again(read: int, place: Place, desk: Desk, await_: Await, qtbot: QtBot) -> None:
    resumes = place.get(ResumeService)
    resumes.mark_checked(read)
    answer(qtbot, dialog(qtbot, Dialog), "Not now")
    FirstCheck(desk, resumes, place.get(Claude), lambda: True)
    with qtbot.waitSignal(desk.open_requested):
        place.database.bus.tell(ResumeRead(read))
    with qtbot.assertNotEmitted(desk.open_requested):
        resumes.mark_checked(read)
        await_(desk.run(lambda: None))
        await_(desk.work(lambda: None))
    assert not [shown for shown in desk._window.window().findChildren(Dialog) if shown.isVisible()]  # type: ignore[union-attr]


def test_who_has_a_key_is_not_asked(
    read: int, place: Place, keychain: MemoryKeychain, desk: Desk, await_: Await
) -> None:
    place.get(Claude).keys.keep("sk-ant-api03-of-lena-marsh-and-nobody-else")
    place.get(ResumeService).mark_checked(read)
    for _ in range(3):
        await_(desk.run(lambda: None))
        await_(desk.work(lambda: None))
    assert not [shown for shown in desk._window.window().findChildren(Dialog) if shown.isVisible()]  # type: ignore[union-attr]
