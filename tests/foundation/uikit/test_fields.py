"""Fields: what is typed is told once, states are seen and said, areas grow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation.uikit.fields import SearchField, TextArea, TextField
from careercoach_desktop.foundation.uikit.theme import Theme

Show = Callable[..., Any]


def test_a_field_tells_a_change_once_when_it_is_finished(theme: Theme, qtbot: QtBot, show: Show) -> None:
    place, other = TextField("Place", text="Leeds"), TextField("Phone")
    show(place, other)
    heard: list[str] = []
    place.committed.connect(heard.append)
    place.setFocus()
    place.selectAll()
    qtbot.keyClicks(place, "York")
    assert heard == []
    qtbot.keyClick(place, Qt.Key.Key_Return)
    other.setFocus()
    assert heard == ["York"]


def test_what_the_program_writes_is_not_a_change(theme: Theme, qtbot: QtBot, show: Show) -> None:
    place, other = TextField("Place"), TextField("Phone")
    show(place, other)
    with qtbot.assertNotEmitted(place.committed):
        place.setText("Leeds")
        place.setFocus()
        other.setFocus()


@pytest.mark.parametrize(
    ("state", "note", "said"),
    [("good", "", "checked"), ("doubtful", "from “19”", "worth a look, from “19”"), ("plain", "", "")],
)
def test_a_state_is_said_as_well_as_coloured(
    theme: Theme, qtbot: QtBot, show: Show, state: str, note: str, said: str
) -> None:
    field = TextField("To", text="2019")
    show(field)
    field.set_state(state, note)
    assert field.accessibleDescription() == said
    assert field.text() == "2019"


def test_a_doubtful_field_stands_on_amber(theme: Theme, qtbot: QtBot, show: Show) -> None:
    field = TextField("To", text="2019")
    show(field)
    field.set_state("doubtful", "from “19”")
    picture = field.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 6) == theme.color("amber_soft")
    with pytest.raises(ValueError, match="purple"):
        field.set_state("purple")


def test_a_focused_field_has_a_two_pixel_ring_and_keeps_its_height(theme: Theme, qtbot: QtBot, show: Show) -> None:
    field, other = TextField("Place"), TextField("Phone")
    show(field, other)
    other.setFocus()
    height = field.height()
    field.setFocus()
    picture = field.grab().toImage()
    assert [picture.pixelColor(60, y).name() for y in (0, 1)] == [theme.color("accent").name()] * 2
    assert field.height() == height == 32


def test_a_search_waits_for_the_typing_to_rest(theme: Theme, qtbot: QtBot, show: Show) -> None:
    search = SearchField("Search jobs", delay=30)
    show(search)
    heard: list[str] = []
    search.searched.connect(heard.append)
    qtbot.keyClicks(search, "data")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["data"])


def test_escape_clears_a_search_at_once(theme: Theme, qtbot: QtBot, show: Show) -> None:
    search = SearchField("Search jobs", delay=10_000)
    show(search)
    qtbot.keyClicks(search, "data")
    with qtbot.waitSignal(search.searched) as heard:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert heard.args == ["data"]
    with qtbot.waitSignal(search.searched) as heard:
        qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert heard.args == [""]


def test_an_area_grows_with_its_lines_up_to_its_limit(theme: Theme, qtbot: QtBot, show: Show) -> None:
    area = TextArea("Summary", min_lines=2, max_lines=5)
    show(area)
    empty = area.height()
    area.setText("one\ntwo\nthree\nfour")
    four = area.height()
    area.setText("\n".join("many" for _line in range(40)))
    assert empty < four < area.height()
    assert area.height() < empty * 3
    area.setText("a sentence that goes on and wraps because the window is narrow, " * 2)
    assert area.height() > empty


def test_an_area_lets_tab_move_on_and_tells_its_change(theme: Theme, qtbot: QtBot, show: Show) -> None:
    area, other = TextArea("Summary", text="Before"), TextField("Phone")
    show(area, other)
    area.setFocus()
    area.selectAll()
    qtbot.keyClicks(area, "After")
    with qtbot.waitSignal(area.committed) as heard:
        qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert heard.args == ["After"]
    assert other.hasFocus()


def test_a_note_gives_way_to_the_value(qtbot: QtBot) -> None:
    made = TextField("To", text="September 2019")
    qtbot.addWidget(made)
    made.set_state("doubtful", "no end date is written")
    made.resize(420, 32)
    made.show()
    roomy = made.textMargins().right()
    made.resize(150, 32)
    assert roomy > 100
    assert made.textMargins().right() < 30
