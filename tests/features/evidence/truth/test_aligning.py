"""A draft from outside gets our ids where it repeats what we know."""

from __future__ import annotations

from careercoach_desktop.features.evidence.truth import aligned
from careercoach_desktop.features.resumes.model import Highlight, ResumeData, Work
from tests.features.evidence.truth.people import LENA


def test_entries_and_bullets_are_recognised_by_what_they_say() -> None:
    draft = ResumeData(
        work=[
            Work(name="Lowell Analytics Ltd", position="Analyst", start="2019-06", highlights=[]),
            Work(
                name="Brightwater",
                start="2022-03",
                highlights=[
                    Highlight(text="Migrated 140 jobs from cron to Airflow"),
                    Highlight(text="Something quite different."),
                    Highlight(text="Trained five colleagues in SQL."),
                ],
            ),
        ]
    )
    found = aligned(draft, LENA)
    assert [job.id for job in found.work] == ["lowell", "brightwater"]
    bullets = [bullet.id for bullet in found.work[1].highlights]
    assert (bullets[0], bullets[2]) == ("b1", "c2"), "a bullet of another job keeps that job's id"
    assert bullets[1] == draft.work[1].highlights[1].id
    assert draft.work[0].id != "lowell", "the draft itself stays as it was"


def test_of_two_stays_at_one_employer_the_beginning_tells_which() -> None:
    twice = ResumeData(
        work=[
            Work(id="first", name="Northwind", position="Analyst", start="2015", end="2017"),
            Work(id="second", name="Northwind", position="Manager", start="2020", current=True),
        ]
    )
    draft = ResumeData(work=[Work(name="Northwind", position="Manager", start="2020-01", current=True)])
    assert [job.id for job in aligned(draft, twice).work] == ["second"]
