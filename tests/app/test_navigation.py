"""From a page's name to the page: built on its first visit only, and told which record to show."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.navigation import Navigator
from careercoach_desktop.app.window import MainWindow
from careercoach_desktop.foundation.feature import Page, Provider
from careercoach_desktop.foundation.uikit import RecordPlace


class Records(QWidget):
    """A page that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[int | None] = []
        self.sections: list[str] = []
        self.places: list[RecordPlace] = []
        self.searched = 0
        self.came: list[str] = []

    def came_from(self, page: str) -> None:
        self.came.append(page)

    def open_record(self, record: int | None) -> None:
        self.opened.append(record)

    def open_section(self, name: str) -> None:
        self.sections.append(name)

    def open_place(self, place: RecordPlace) -> None:
        self.places.append(place)

    def focus_search(self) -> None:
        self.searched += 1


@pytest.fixture
def built() -> list[Records]:
    return []


@pytest.fixture
def window(qtbot: QtBot, built: list[Records]) -> MainWindow:
    def build(_provider: Provider) -> Records:
        built.append(Records())
        return built[-1]

    made = MainWindow(
        [
            Page("records", "Records", "files", 1, build),
            Page("records.check", "Check", "files", 2, build, in_sidebar=False, under="records"),
            Page("plain", "Plain", "files", 3, lambda _provider: QWidget()),
        ]
    )
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def navigator(window: MainWindow) -> Navigator:
    return Navigator(window, list(window._pages.values()), Provider())


def test_a_page_is_built_when_it_is_first_opened_and_kept(
    navigator: Navigator, window: MainWindow, built: list[Records]
) -> None:
    assert built == []
    navigator.open("records")
    navigator.open("plain")
    navigator.open("records", 7)
    assert len(built) == 1
    assert window.current_page() is built[0]
    assert built[0].opened == [None, 7]


def test_a_page_reached_from_elsewhere_lights_the_entry_it_belongs_to(navigator: Navigator, window: MainWindow) -> None:
    navigator.open("plain")
    navigator.open("records.check", 3)
    lit = {name: entry.isChecked() for name, entry in window.sidebar._entries.items()}
    assert lit == {"records": True, "plain": False}


def test_a_page_that_shows_no_records_is_opened_all_the_same(navigator: Navigator, window: MainWindow) -> None:
    navigator.open("plain", 5)
    assert window.current_page() is not None


def test_a_section_is_opened_by_its_name(navigator: Navigator, built: list[Records]) -> None:
    navigator.open("records", "claude")
    navigator.open("plain", "claude")
    assert (built[0].sections, built[0].opened) == (["claude"], [])


def test_a_place_in_a_record_is_opened_by_the_page_that_shows_such_records(
    navigator: Navigator, built: list[Records]
) -> None:
    navigator.open("records", RecordPlace(7, "basics.email"))
    navigator.open("plain", RecordPlace(7, "basics.email"))
    assert (built[0].places, built[0].opened) == ([RecordPlace(7, "basics.email")], [])


def test_a_page_is_told_where_one_comes_from(navigator: Navigator, built: list[Records]) -> None:
    navigator.open("plain")
    navigator.open("records", 7)
    navigator.open("records", 8)
    navigator.open("plain")
    navigator.open("records", 9)
    assert built[0].came == ["plain", "plain"], "opening another record of the same page is no way from elsewhere"


def test_a_page_nobody_offers_is_a_bug_that_is_seen(navigator: Navigator) -> None:
    with pytest.raises(KeyError):
        navigator.open("nowhere")


def test_search_goes_to_the_page_in_front_where_it_can_be_searched(navigator: Navigator, built: list[Records]) -> None:
    navigator.open("records")
    navigator.search()
    navigator.open("plain")
    navigator.search()
    assert built[0].searched == 1
