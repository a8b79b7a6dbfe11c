"""What the table's cells say, how wide its columns are, and what is remembered of a person's arrangement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from careercoach_desktop.features.jobs.model import CaptureState, JobCard, JobStatus, JobType, SalaryPeriod, WorkMode
from careercoach_desktop.features.jobs.ui.column_choice import ColumnChoice
from careercoach_desktop.features.jobs.ui.table_columns import (
    COLUMNS,
    LOOKS,
    TableColumn,
    cell_words,
    shared_widths,
    spoken_cell,
)
from careercoach_desktop.foundation.uikit.remembered import keep_in, remember

TODAY = date(2026, 11, 26)
SOME = (TableColumn.TITLE, TableColumn.STATUS, TableColumn.TAGS)
CARD = JobCard(
    id=1,
    title="Platform Engineer",
    company="Halden Rail",
    location="Leeds",
    work_mode=WorkMode.HYBRID,
    status=JobStatus.INTERESTED,
    rank=1.0,
    score=74,
    tags=("infra", "trains"),
    priority=True,
    deadline=date(2026, 11, 30),
    entered_column=datetime(2026, 11, 20, tzinfo=UTC),
    capture=CaptureState.READ,
    problem="",
    job_type=JobType.FULL_TIME,
    salary_min=58_000,
    salary_max=66_000,
    salary_currency="GBP",
    salary_period=SalaryPeriod.YEAR,
    source="example.com",
    created=datetime(2026, 11, 20, 12, tzinfo=UTC),
)


@pytest.fixture
def memory(tmp_path: Path, qapp: object) -> Iterator[Path]:
    """Where this test's furniture is remembered."""
    keep_in(tmp_path / "window.ini")
    yield tmp_path / "window.ini"
    keep_in(tmp_path / "other.ini")


def said(card: JobCard) -> dict[str, str]:
    return {column.value: cell_words(card, column, TODAY) for column in COLUMNS}


def test_every_column_says_what_the_card_knows(qapp: object) -> None:
    assert said(CARD) == {
        "TITLE": "Platform Engineer",
        "COMPANY": "Halden Rail",
        "STATUS": "Interested",
        "MATCH": "74",
        "LOCATION": "Leeds · Hybrid",
        "TYPE": "Full-time",
        "SALARY": "£58–66k",
        "DEADLINE": "Closes Mon",
        "APPLIED": "",
        "ADDED": "20 Nov",
        "TAGS": "infra, trains",
        "PRIORITY": "Priority",
        "SOURCE": "example.com",
        "FOLLOW_UP": "",
        "NEXT_INTERVIEW": "",
    }


def test_a_deadline_is_only_urgent_while_it_can_still_be_met(qapp: object) -> None:
    def words(**changed: object) -> str:
        return cell_words(replace(CARD, **changed), TableColumn.DEADLINE, TODAY)  # type: ignore[arg-type]

    assert words(deadline=date(2026, 12, 12)) == "12 Dec"
    assert words(deadline=date(2026, 11, 20)) == "20 Nov"
    assert words(status=JobStatus.APPLIED) == "30 Nov"
    assert words(deadline=TODAY) == "Closes today"


def test_a_follow_up_is_told_by_its_day(qapp: object) -> None:
    def words(day: date | None) -> str:
        return cell_words(replace(CARD, follow_up=day), TableColumn.FOLLOW_UP, TODAY)

    assert (words(None), words(TODAY), words(date(2026, 12, 12))) == ("", "Today", "12 Dec")


def test_an_interview_is_told_by_its_day_and_hour_as_long_as_it_is_ahead(qapp: object) -> None:
    def words(moment: datetime) -> str:
        card = replace(CARD, next_interview=moment.astimezone())
        return cell_words(card, TableColumn.NEXT_INTERVIEW, date(2099, 12, 1))

    assert words(datetime.fromisoformat("2099-12-03T10:00")) == "Thu 10:00"
    assert words(datetime.fromisoformat("2099-12-01T10:00")) == "Today 10:00"
    assert words(datetime.fromisoformat("2099-12-24T10:00")) == "24 Dec 10:00"
    assert words(datetime.fromisoformat("2099-12-03T00:00")) == "Thu", "a whole day has no hour"
    assert words(datetime.fromisoformat("2020-12-03T10:00")) == ""


def test_a_screen_reader_hears_what_is_only_a_mark_or_empty(qapp: object) -> None:
    assert spoken_cell(CARD, TableColumn.PRIORITY, TODAY) == "priority"
    assert spoken_cell(replace(CARD, score=None), TableColumn.MATCH, TODAY) == "not known"
    broken = replace(CARD, capture=CaptureState.FAILED, problem="The page is gone.")
    assert spoken_cell(broken, TableColumn.TITLE, TODAY) == "Platform Engineer, The page is gone."


def test_what_is_left_over_goes_to_the_columns_that_grow() -> None:
    widths = shared_widths(SOME, 1_000)
    assert sum(widths.values()) == 1_000
    assert widths[TableColumn.STATUS] == LOOKS[TableColumn.STATUS].width
    assert widths[TableColumn.TITLE] - 250 > widths[TableColumn.TAGS] - 150 > 0


def test_too_little_room_makes_columns_narrower_down_to_what_they_need() -> None:
    widths = shared_widths(SOME, 480)
    assert sum(widths.values()) <= 480
    least = {column: LOOKS[column].least for column in SOME}
    assert all(widths[column] >= least[column] for column in SOME)
    assert shared_widths(SOME, 100) == least


def test_a_width_somebody_chose_stays_whatever_room_there_is() -> None:
    chosen = {TableColumn.STATUS: 90}
    assert shared_widths(SOME, 1_000, chosen)[TableColumn.STATUS] == 90
    assert shared_widths(SOME, 100, chosen)[TableColumn.STATUS] == 90


def test_an_arrangement_is_there_again_after_a_start(memory: Path) -> None:
    before = ColumnChoice()
    before.move(TableColumn.MATCH, -1)
    before.set_width(TableColumn.COMPANY, 200)
    again = ColumnChoice()
    assert again.order[:4] == (TableColumn.TITLE, TableColumn.COMPANY, TableColumn.MATCH, TableColumn.STATUS)
    assert again.widths == {TableColumn.COMPANY: 200}
    again.reset()
    assert ColumnChoice().order == COLUMNS
    assert ColumnChoice().widths == {}


def test_a_column_moves_past_hidden_ones(memory: Path) -> None:
    choice = ColumnChoice()
    choice.hide(["COMPANY", "STATUS"])
    choice.move(TableColumn.MATCH, -1)
    assert choice.shown[:2] == (TableColumn.MATCH, TableColumn.TITLE)
    choice.move(TableColumn.MATCH, -1)
    assert choice.shown[0] is TableColumn.MATCH, "there is nothing further left"


def test_the_title_cannot_be_hidden_and_unknown_columns_are_passed_over(memory: Path) -> None:
    choice = ColumnChoice()
    choice.hide(["TITLE", "SHOE_SIZE", "SOURCE"])
    assert set(COLUMNS) - set(choice.shown) == {TableColumn.SOURCE}


def test_what_was_remembered_by_another_version_is_repaired(memory: Path) -> None:
    remember("jobs.table.order", ["MATCH", "SHOE_SIZE", "TITLE", "MATCH"])
    remember("jobs.table.widths", ["SHOE_SIZE=3", "MATCH=wide", "TAGS=180"])
    choice = ColumnChoice()
    assert choice.order[:2] == (TableColumn.MATCH, TableColumn.TITLE)
    assert set(choice.order) == set(COLUMNS)
    assert choice.widths == {TableColumn.TAGS: 180}
