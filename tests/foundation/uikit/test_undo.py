"""Undo: newest first, redo until something new is done, a hundred steps, failures do not block the way."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit.undo import LIMIT, UndoStack


class Board:
    """A column that can be taken back."""

    def __init__(self, stack: UndoStack) -> None:
        self.column = "Interested"
        self._stack = stack

    def move(self, column: str) -> None:
        before = self.column

        async def to(where: str) -> None:
            self.column = where

        self.column = column
        self._stack.push(f"Move to {column}", lambda: to(before), lambda: to(column))


@pytest.fixture
def stack(qt_loop: object) -> UndoStack:
    return UndoStack()


def test_changes_are_taken_back_and_made_again_in_order(stack: UndoStack, await_: Any) -> None:
    board = Board(stack)
    board.move("Applied")
    board.move("Offer")
    assert stack.undo_label == "Move to Offer"

    assert await_(stack.undo()) == "Move to Offer"
    assert await_(stack.undo()) == "Move to Applied"
    assert (board.column, stack.undo_label, stack.redo_label) == ("Interested", "", "Move to Applied")
    assert await_(stack.undo()) is None

    assert await_(stack.redo()) == "Move to Applied"
    assert board.column == "Applied"


def test_a_new_change_ends_what_could_be_redone(stack: UndoStack, await_: Any) -> None:
    board = Board(stack)
    board.move("Applied")
    await_(stack.undo())
    board.move("Rejected")
    assert stack.redo_label == ""
    assert await_(stack.redo()) is None


def test_the_oldest_changes_are_forgotten(stack: UndoStack, await_: Any) -> None:
    board = Board(stack)
    for step in range(LIMIT + 5):
        board.move(f"column {step}")
    for _step in range(LIMIT):
        assert await_(stack.undo()) is not None
    assert await_(stack.undo()) is None
    assert board.column == "column 4"


def test_a_step_that_cannot_be_taken_back_is_forgotten(stack: UndoStack, await_: Any) -> None:
    board = Board(stack)
    board.move("Applied")

    async def fail() -> None:
        raise UserError("That job was deleted for good.")

    stack.push("Delete", fail, fail)
    with pytest.raises(UserError):
        await_(stack.undo())
    assert stack.undo_label == "Move to Applied"
    assert stack.redo_label == ""


def test_who_shows_the_labels_is_told(stack: UndoStack, await_: Any, qtbot: QtBot) -> None:
    board = Board(stack)
    with qtbot.waitSignal(stack.changed):
        board.move("Applied")
    with qtbot.waitSignal(stack.changed):
        await_(stack.undo())


def test_a_change_is_taken_back_by_itself_though_others_followed(stack: UndoStack, await_: Any) -> None:
    board = Board(stack)
    done: list[str] = []

    async def note(word: str) -> None:
        done.append(word)

    removed = stack.push("Remove", lambda: note("restored"), lambda: note("removed again"))
    board.move("Applied")

    await_(stack.take_back(removed))
    assert done == ["restored"]
    assert (stack.undo_label, stack.redo_label) == ("Move to Applied", "Remove")
    await_(stack.take_back(removed))
    assert done == ["restored"], "a second time does nothing"


@pytest.mark.parametrize("way", ["undo", "take_back", "clear"])
def test_who_offers_to_undo_a_change_hears_that_it_is_gone(stack: UndoStack, await_: Any, way: str) -> None:
    async def nothing() -> None: ...

    gone: list[object] = []
    stack.left.connect(gone.append)
    first = stack.push("First", nothing, nothing)
    last = stack.push("Last", nothing, nothing)
    assert gone == []
    if way == "undo":
        await_(stack.undo())
        assert gone == [last]
    elif way == "take_back":
        await_(stack.take_back(first))
        assert gone == [first]
    else:
        stack.clear()
        assert gone == [first, last]


def test_where_one_record_is_written_only_its_changes_are_taken_back(stack: UndoStack, await_: Any) -> None:
    async def nothing() -> None: ...

    mine, another = ("resume", 1), ("resume", 2)
    stack.push("added 13 files", nothing, nothing)
    stack.push("changed “Name”", nothing, nothing, scope=mine)
    stack.push("changed “Place”", nothing, nothing, scope=another)

    assert await_(stack.undo(mine)) == "changed “Name”"
    assert await_(stack.undo(mine)) is None
    assert await_(stack.redo(another)) is None
    assert await_(stack.redo(mine)) == "changed “Name”"
    assert [await_(stack.undo()) for _step in range(3)] == ["changed “Name”", "changed “Place”", "added 13 files"]


def test_a_change_that_came_to_nothing_is_forgotten(stack: UndoStack, await_: Any) -> None:
    board = Board(stack)
    board.move("Applied")

    async def nothing() -> None: ...

    stack.forget(stack.push("added a bullet", nothing, nothing))
    assert stack.undo_label == "Move to Applied"
    assert stack.redo_label == ""
