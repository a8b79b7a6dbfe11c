"""The board's first cards come past the service; they are the service's cards all the same."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from careercoach_desktop.app.workspace import open_workspace
from careercoach_desktop.features.jobs.first_cards import first_cards
from careercoach_desktop.features.jobs.model import JobCard, JobStatus, Posting, WorkMode
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.files import DATABASE_NAME


def in_order(cards: list[JobCard]) -> list[JobCard]:
    return sorted(cards, key=lambda card: (card.rank, -card.id))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Closed, with everything on the board that a card can show, and jobs that are not on it."""
    workspace = open_workspace(tmp_path, Bus())
    jobs = workspace.provider.get(JobService)
    for title in ("Baker", "Nurse – “nights”", "Plumber\u2028\x00\\n", "Ärztin 🩺"):
        jobs.add_manually(
            Posting(title=title, company="Halden & Söhne", location="Köln", work_mode=WorkMode.HYBRID,
                    deadline=date(2026, 12, 24))
        )  # fmt: skip
    baker, nurse, plumber, _ = (card.id for card in sorted(jobs.cards(), key=lambda card: card.id))
    jobs.add_from_url("https://jobs.example/7")  # still to be read
    jobs.set_tags(baker, ["four days", "“close”"])
    jobs.set_priority(baker, priority=True)
    jobs.record_match(nurse, 87, "{}")
    jobs.move([nurse], JobStatus.OFFER_RECEIVED)
    for _ in range(40):  # ever finer ranks, down to what a float can hold
        jobs.move([plumber], JobStatus.INTERESTED, baker)
        plumber, baker = baker, plumber
    jobs.delete([jobs.add_manually(Posting(title="Removed")).job_id])
    workspace.close()
    return tmp_path


def test_they_are_the_service_s_cards_to_the_last_digit(folder: Path) -> None:
    found = in_order(first_cards(folder))
    workspace = open_workspace(folder, Bus())
    cards = workspace.provider.get(JobService).cards()
    while_open = in_order(first_cards(folder))
    count = workspace.provider.get(JobService).count()
    workspace.close()
    assert len(found) == count == 5
    assert found == while_open == cards


def test_a_folder_that_holds_nothing_yet_has_none(tmp_path: Path) -> None:
    assert first_cards(tmp_path) == []


def test_a_row_that_makes_no_card_is_left_to_the_store(folder: Path) -> None:
    with sqlite3.connect(folder / DATABASE_NAME) as connection:
        connection.execute("UPDATE job SET status = 'LOST' WHERE title = 'Baker'")
    connection.close()
    assert first_cards(folder) == []
