"""Figures as people read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.activity.ui.words import (
    duration_words,
    price_words,
    state_look,
    task_line,
    tokens_words,
)
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.uikit.gallery import sample_task


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0"),
        (950, "950"),
        (10_000, "10k"),
        (12_345, "12.3k"),
        (99_960, "100k"),
        (999_600, "1M"),
        (1_250_000, "1.2M"),
    ],
)
def test_tokens(number: int, words: str) -> None:
    assert tokens_words(number) == words


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("seconds", "words"), [(0.42, "0.4 s"), (12.4, "12 s"), (185, "3 min 5 s"), (60, "1 min 0 s"), (-1, "0.0 s")]
)
def test_durations(seconds: float, words: str) -> None:
    assert duration_words(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(("cost", "words"), [(None, "unknown"), (0, "–"), (31_200_000, "$0.0312")])
def test_prices_of_one_call_add_up(qtbot: QtBot, cost: int | None, words: str) -> None:
    assert price_words(cost) == words


@pytest.mark.usefixtures("qapp")
def test_a_task_that_rests_says_that_it_waits_and_when_it_looks_again() -> None:
    resting = replace(
        sample_task(1, "Claude judges 38 jobs", TaskState.QUEUED),
        next_attempt=datetime(2026, 11, 26, 12, 30, tzinfo=UTC).astimezone(),
        note="Claude has them",
    )
    assert state_look(resting) == ("Waiting", "clock", "second")
    parts = task_line(resting).split(" · ")
    assert parts[0] == "Waiting"
    assert parts[-2].startswith("looks again at ")
    assert parts[-1] == "Claude has them"
