"""Entries and bullets go where they are put, and back."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.editing import Edit, apply, home_of, inverse, put, step
from careercoach_desktop.features.resumes.model import ResumeData
from tests.features.resumes.people import ines


def bullets(data: ResumeData) -> list[list[str]]:
    return [[bullet.id for bullet in job.highlights] for job in data.work]


def done(data: ResumeData, edits: list[Edit]) -> ResumeData:
    for edit in edits:
        apply(data, edit)
    return data


@pytest.mark.parametrize(
    ("item", "where", "gap", "jobs", "points"),
    [
        ("work2", "work", 0, ["work2", "work1"], [[], ["b1", "b2"]]),
        ("work1", "work", 2, ["work2", "work1"], [[], ["b1", "b2"]]),
        ("b1", "work1.highlights", 2, ["work1", "work2"], [["b2", "b1"], []]),
        ("b2", "work2.highlights", 0, ["work1", "work2"], [["b1"], ["b2"]]),
    ],
)
def test_what_is_dropped_stands_in_that_gap_and_undo_puts_it_back(item, where, gap, jobs, points) -> None:
    data = ines()
    edits = put(data, item, where, gap)
    done(data, edits)
    assert [job.id for job in data.work] == jobs
    assert bullets(data) == points
    assert done(data, [inverse(edit) for edit in reversed(edits)]) == ines()


@pytest.mark.parametrize("gap", [0, 1])
def test_dropped_beside_itself_it_stays(gap: int) -> None:
    assert put(ines(), "b1", "work1.highlights", gap) == []


def test_a_bullet_steps_on_into_the_next_entry_and_back() -> None:
    data = ines()
    done(data, step(data, "b1", 1))
    assert bullets(data) == [["b2", "b1"], []]
    done(data, step(data, "b1", 1))
    assert bullets(data) == [["b2"], ["b1"]]
    assert step(data, "b1", 1) == []
    done(data, step(data, "b1", -1))
    assert bullets(data) == [["b2", "b1"], []]


def test_the_first_entry_steps_no_further_up() -> None:
    assert step(ines(), "work1", -1) == []


def test_what_is_gone_cannot_be_moved() -> None:
    with pytest.raises(KeyError):
        home_of(ines(), "gone")
    with pytest.raises(KeyError):
        put(ines(), "b1", "gone.highlights", 0)
