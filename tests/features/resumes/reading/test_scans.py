"""A whole résumé, printed, put on a scanner and read: what it says is what the printed file says."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.editing import doubtful_paths
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.foundation.resources import resource
from tests.support.scanning import scanned


@pytest.fixture(scope="module")
def printed() -> ResumeData:
    return read_resume(resource("sample/lena-marsh.pdf").read_bytes(), "lena-marsh.pdf").data


@pytest.fixture(scope="module")
def scan() -> ResumeData:
    data = scanned(resource("sample/lena-marsh.pdf").read_bytes(), dpi=200, tilt=0.8, grain=14)
    return read_resume(data, "scan.pdf").data


def test_the_person(printed: ResumeData, scan: ResumeData) -> None:
    assert (scan.basics.name, scan.basics.email) == (printed.basics.name, printed.basics.email)
    assert scan.basics.phone == printed.basics.phone
    assert scan.language == printed.language


def test_every_job_with_its_dates(printed: ResumeData, scan: ResumeData) -> None:
    def jobs(data: ResumeData) -> list[tuple[str, str, str | None, str | None, bool]]:
        return [(job.name, job.position, job.start, job.end, job.current) for job in data.work]

    assert jobs(scan) == jobs(printed)


def test_every_bullet(printed: ResumeData, scan: ResumeData) -> None:
    for there, here in zip(printed.work, scan.work, strict=True):
        assert [bullet.text for bullet in here.highlights] == [bullet.text for bullet in there.highlights]


def test_schools_and_skills(printed: ResumeData, scan: ResumeData) -> None:
    assert [each.institution for each in scan.education] == [each.institution for each in printed.education]
    assert scan.skill_names() == printed.skill_names()


def test_values_are_shown_where_they_stand_on_the_tilted_page(printed: ResumeData, scan: ResumeData) -> None:
    here, there = scan.traces["basics.name"].regions[0], printed.traces["basics.name"].regions[0]
    assert here.left == pytest.approx(there.left, abs=0.03)
    assert here.top == pytest.approx(there.top, abs=0.03)


def test_what_was_hard_to_read_is_worth_a_look_and_says_which_word() -> None:
    poor = scanned(resource("sample/lena-marsh.pdf").read_bytes(), dpi=70, grain=70)
    data = read_resume(poor, "scan.pdf").data
    notes = [data.traces[path].note for path in doubtful_paths(data) if path in data.traces]
    assert any(note.endswith("is hard to read") for note in notes)
