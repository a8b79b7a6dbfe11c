"""The profile panel saves what is typed when a field is left, follows changes from elsewhere, and can be undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.profile.model import Preferences, Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.profile.ui import ProfilePanel
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.uikit import Chip, ChipInput, Desk, TextArea, TextField
from tests.support.windows import Await, await_, desk, qt_loop  # noqa: F401 - fixtures


@pytest.fixture
def bus(database: Database) -> Bus:
    return database.bus


@pytest.fixture
def service(database: Database) -> ProfileService:
    made = ProfileService(database)
    made.save(Profile(name="Lena Marsh", preferences=Preferences(work_modes=["HYBRID"], salary_min=48000)))
    return made


@pytest.fixture
def panel(desk: Desk, service: ProfileService, qtbot: QtBot) -> Iterator[ProfilePanel]:  # noqa: F811
    made = ProfilePanel(desk, service)
    qtbot.addWidget(made)
    made.resize(680, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: named(made, TextField, "Name").text() == "Lena Marsh")
    yield made
    made.close()


def named(panel: QWidget, kind: type, name: str) -> QWidget:
    return next(widget for widget in panel.findChildren(kind) if widget.accessibleName() == name)


def retype(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def test_a_field_is_saved_when_it_is_left_and_undo_brings_the_old_text_back(
    panel: ProfilePanel,
    qtbot: QtBot,
    service: ProfileService,
    desk: Desk,  # noqa: F811
    await_: Await,  # noqa: F811
) -> None:
    retype(qtbot, named(panel, TextField, "Name"), "Lena M. Marsh")
    qtbot.waitUntil(lambda: service.profile().name == "Lena M. Marsh")
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Change of Name")
    await_(desk.undo.undo())
    assert service.profile().name == "Lena Marsh"
    qtbot.waitUntil(lambda: named(panel, TextField, "Name").text() == "Lena Marsh")


def test_undo_takes_back_one_field_and_leaves_what_was_added_meanwhile(
    panel: ProfilePanel,
    qtbot: QtBot,
    service: ProfileService,
    desk: Desk,  # noqa: F811
    await_: Await,  # noqa: F811
) -> None:
    retype(qtbot, named(panel, TextField, "Headline"), "Data engineer")
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Change of Headline")
    await_(desk.run(service.add_note, "Nightly batch = Spark on EMR."))
    await_(desk.undo.undo())
    assert (service.profile().headline, service.profile().notes) == ("", "Nightly batch = Spark on EMR.")
    await_(desk.undo.redo())
    assert (service.profile().headline, service.profile().notes) == ("Data engineer", "Nightly batch = Spark on EMR.")


def test_facts_added_while_one_is_typing_facts_stay(
    panel: ProfilePanel,
    qtbot: QtBot,
    service: ProfileService,
    desk: Desk,  # noqa: F811
    await_: Await,  # noqa: F811
) -> None:
    area = named(panel, TextArea, "Facts about me")
    area.setFocus()
    qtbot.keyClicks(area, "Speaks Tamil.")
    await_(desk.run(service.add_note, "Nightly batch = Spark on EMR."))
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    both = "Speaks Tamil.\nNightly batch = Spark on EMR."
    qtbot.waitUntil(lambda: service.profile().notes == both)
    qtbot.waitUntil(lambda: area.text() == both)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Change of Facts about me")
    await_(desk.undo.undo())
    assert service.profile().notes == "Nightly batch = Spark on EMR."


def test_work_modes_are_chips_that_stay_pressed(panel: ProfilePanel, qtbot: QtBot, service: ProfileService) -> None:
    hybrid, remote = named(panel, Chip, "Hybrid"), named(panel, Chip, "Remote")
    assert hybrid.isChecked()
    qtbot.mouseClick(remote, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: service.profile().preferences.work_modes == ["REMOTE", "HYBRID"])
    qtbot.mouseClick(hybrid, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: service.profile().preferences.work_modes == ["REMOTE"])


def test_facts_become_notes(panel: ProfilePanel, qtbot: QtBot, service: ProfileService) -> None:
    area = named(panel, TextArea, "Facts about me")
    retype(qtbot, area, "nightly batch = Spark on EMR")
    qtbot.waitUntil(lambda: service.profile().notes == "nightly batch = Spark on EMR")


def test_places_are_words(panel: ProfilePanel, qtbot: QtBot, service: ProfileService) -> None:
    places = named(panel, ChipInput, "Places")
    places.set_values(["Leeds", "York"])
    places.changed.emit(["Leeds", "York"])
    qtbot.waitUntil(lambda: service.profile().preferences.locations == ["Leeds", "York"])


def test_a_salary_that_is_no_number_is_refused_in_place(
    panel: ProfilePanel, qtbot: QtBot, service: ProfileService
) -> None:
    field = named(panel, TextField, "Salary from, per year")
    retype(qtbot, field, "plenty")
    assert field.state == "error"
    retype(qtbot, field, "52k")
    qtbot.waitUntil(lambda: service.profile().preferences.salary_min == 52000)
    assert field.state == "plain"


def test_what_changes_elsewhere_is_shown_but_not_under_the_fingers(
    panel: ProfilePanel,
    qtbot: QtBot,
    service: ProfileService,
    desk: Desk,  # noqa: F811
    await_: Await,  # noqa: F811
) -> None:
    field = named(panel, TextField, "Name")
    field.setFocus()
    qtbot.keyClicks(field, "X")
    await_(desk.run(service.save, service.profile().model_copy(update={"headline": "Data engineer"})))
    qtbot.waitUntil(lambda: named(panel, TextField, "Headline").text() == "Data engineer")
    assert "X" in field.text()
