"""When the system tells of interviews, and in which zone somebody lives: chosen, kept, undone, put back."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from careercoach_desktop.features.settings.ui.interviews_card import InterviewsCard, ahead_words
from careercoach_desktop.features.settings.ui.reminders_section import RemindersSection
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.uikit import Desk
from tests.features.settings.ui.conftest import OpenPage
from tests.support.windows import Await
from tests.support.workspace import Place


def card_of(open_page: OpenPage, qtbot: QtBot) -> InterviewsCard:
    section = open_page("reminders").shown()
    assert isinstance(section, RemindersSection)
    qtbot.waitUntil(lambda: section.interviews.zone is not None)
    return section.interviews


def test_two_notices_are_chosen_and_further_ones_stay(
    open_page: OpenPage, place: Place, desk: Desk, await_: Await, qtbot: QtBot
) -> None:
    settings = place.get(SettingsService)
    settings.choose(interview_notices="1440 60 5")
    card = card_of(open_page, qtbot)
    assert (card.first.value(), card.second.value()) == ("1440", "60")
    card.second.changed.emit("30")
    qtbot.waitUntil(lambda: settings.value("interview_notices") == "1440 30 5")
    qtbot.waitUntil(lambda: card.second.value() == "30")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: settings.value("interview_notices") == "1440 60 5")


def test_somebody_may_want_none(open_page: OpenPage, place: Place, qtbot: QtBot) -> None:
    settings = place.get(SettingsService)
    settings.choose(interview_notices="60")
    card = card_of(open_page, qtbot)
    assert (card.first.value(), card.second.value()) == ("60", "0")
    card.first.changed.emit("0")
    qtbot.waitUntil(lambda: settings.value("interview_notices") == "")
    qtbot.waitUntil(lambda: not card.second.isEnabled())


def test_a_zone_is_chosen_and_given_back_to_the_computer(open_page: OpenPage, place: Place, qtbot: QtBot) -> None:
    settings, card = place.get(SettingsService), card_of(open_page, qtbot)
    assert card.zone is not None
    assert card.as_computer.isHidden()
    card.zone._choose("Asia/Tokyo")
    qtbot.waitUntil(lambda: settings.value("time_zone") == "Asia/Tokyo")
    qtbot.waitUntil(lambda: not card.as_computer.isHidden())
    card.as_computer.click()
    qtbot.waitUntil(lambda: settings.value("time_zone") == "")
    qtbot.waitUntil(card.as_computer.isHidden)


def test_the_words_of_a_time_ahead(qapp: object) -> None:
    assert [ahead_words(each) for each in (1, 15, 60, 90, 120, 1440, 2880, 10_080)] == [
        "1 minute before", "15 minutes before", "1 hour before", "90 minutes before", "2 hours before", "1 day before",
        "2 days before", "1 week before",
    ]  # fmt: skip
