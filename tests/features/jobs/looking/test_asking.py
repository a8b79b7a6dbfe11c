"""One door to all boards: a whole board's answer serves its other postings for a moment, a single one's does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from careercoach_desktop.features.jobs.capture.boards import Answer, place_of
from careercoach_desktop.features.jobs.looking.asking import REMEMBERED_SECONDS, BoardDoor
from tests.support.job_boards import JobBoards
from tests.support.job_boards.answers import ASHBY, GREENHOUSE, OTHER_UUID


class Seconds:
    """A count that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def here(function: Callable[..., Any], *args: Any) -> Any:
    """Instead of the child process: the answers are ours."""
    return function(*args)


@pytest.fixture
def boards(httpserver: HTTPServer) -> JobBoards:
    return JobBoards(httpserver)


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def door(boards: JobBoards, seconds: Seconds) -> BoardDoor:
    return BoardDoor(boards.fetcher, seconds)


def ask(door: BoardDoor, url: str) -> Answer | None:
    place = place_of(url)
    assert place is not None
    return door.ask(place, url, here)[0]


def a_large_board(boards: JobBoards) -> tuple[str, str]:
    """Two postings among many; their addresses."""
    value = ASHBY.value
    ours = value["jobs"][1]
    other = {**ours, "id": OTHER_UUID, "title": "Train Driver", "jobUrl": ASHBY.url.replace(ours["id"], OTHER_UUID)}
    value["jobs"] = [ours, other, *({**ours, "id": str(number)} for number in range(5))]
    boards.answer(ASHBY.endpoint, value)
    return ASHBY.url, other["jobUrl"]


def test_a_whole_board_is_asked_once_for_its_postings(boards: JobBoards, door: BoardDoor) -> None:
    answers = [ask(door, url) for url in a_large_board(boards)]
    assert [answer and answer.posting.title for answer in answers] == ["Platform Engineer", "Train Driver"]
    assert len(boards.asked_for) == 1


def test_it_is_asked_again_after_a_minute(boards: JobBoards, door: BoardDoor, seconds: Seconds) -> None:
    one, other = a_large_board(boards)
    ask(door, one)
    seconds.now += REMEMBERED_SECONDS - 1
    ask(door, other)
    seconds.now += 2
    ask(door, one)
    assert len(boards.asked_for) == 2


def test_a_board_that_did_not_hold_the_posting_is_asked_again(boards: JobBoards, door: BoardDoor) -> None:
    boards.answer(ASHBY.endpoint, {"jobs": []})
    assert ask(door, ASHBY.url) is None
    boards.server.clear()
    boards.sample(ASHBY)
    assert ask(door, ASHBY.url) is not None


def test_a_single_posting_is_had_afresh_each_time(boards: JobBoards, door: BoardDoor) -> None:
    url = boards.sample(GREENHOUSE)
    assert ask(door, url) is not None
    assert ask(door, url) is not None
    assert len(boards.asked_for) == 2
