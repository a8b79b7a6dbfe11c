"""Versions: told in a few figures, compared, named so that they stay, brought back; and each verb's way back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from careercoach_desktop.features.resumes.editing import SetValue
from careercoach_desktop.features.resumes.model import ResumeData, VersionReason
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from tests.features.resumes.people import ines
from tests.support.tasks import FakeClock


@pytest.fixture
def resume_id(resumes: ResumeService) -> int:
    made = resumes.import_file(b"Ines Caldeira", "ines.txt").resume_id
    resumes.save_data(made, ines(), VersionReason.READ)
    return made


def headline(resumes: ResumeService, resume_id: int) -> str:
    return resumes.resume(resume_id).data.basics.label


def test_every_version_says_what_changed_in_it(resumes: ResumeService, resume_id: int, clock: FakeClock) -> None:
    resumes.edit(resume_id, [SetValue("basics.label", "Hydrologist", "Senior hydrologist")])
    clock.now += timedelta(hours=1)
    resumes.edit(resume_id, [SetValue("b1", "Modelled 12 river basins.", "Modelled 14 river basins.")])

    third, second, first = resumes.history(resume_id)
    assert [step.version.number for step in (third, second, first)] == [3, 2, 1]
    assert [(each.where, each.bullets_changed) for each in third.changes] == [("work", 1)]
    assert [each.fields for each in second.changes] == [("label",)]
    assert first.changes == ()


def test_any_two_versions_can_be_compared(resumes: ResumeService, resume_id: int, clock: FakeClock) -> None:
    for label in ("One", "Two"):
        clock.now += timedelta(hours=1)
        resumes.edit(resume_id, [SetValue("basics.label", "", label)])

    (contact,) = resumes.comparison(resume_id, 1, 3).changed
    assert [line.field for line in contact.lines if line.is_changed] == ["label"]
    assert resumes.comparison(resume_id, 3, 3).changed == []
    with pytest.raises(UserError) as told:
        resumes.comparison(resume_id, 1, 9)
    assert told.value.code == "version-gone"


def test_a_named_version_stays_as_it_is_and_its_name_can_be_taken_back(resumes: ResumeService, resume_id: int) -> None:
    number = resumes.edit(resume_id, [SetValue("basics.label", "", "For water jobs")])
    assert resumes.name_version(resume_id, number, "  Water   jobs ") == ""
    assert resumes.edit(resume_id, [SetValue("basics.label", "", "Other")]) == number + 1
    assert resumes.version_data(resume_id, number).basics.label == "For water jobs"
    assert resumes.name_version(resume_id, number, "Rivers") == "Water jobs"
    assert resumes.name_version(resume_id, number, "") == "Rivers"
    with pytest.raises(UserError):
        resumes.name_version(resume_id, 99, "None")


def test_restoring_is_undone_by_restoring(resumes: ResumeService, resume_id: int) -> None:
    present = resumes.edit(resume_id, [SetValue("basics.label", "", "Now")])
    restored = resumes.restore_version(resume_id, 1)
    assert headline(resumes, resume_id) == "Hydrologist"
    assert resumes.restore_version(resume_id, present) == restored + 1
    assert headline(resumes, resume_id) == "Now"
    assert [version.reason for version in resumes.versions(resume_id)][:2] == [VersionReason.RESTORED] * 2


def test_a_resume_without_versions_has_no_history(resumes: ResumeService) -> None:
    waiting = resumes.import_file(b"Somebody", "somebody.txt").resume_id
    assert resumes.history(waiting) == []
    with pytest.raises(UserError):
        resumes.history(999)


def test_a_history_of_an_empty_resume_is_told_too(resumes: ResumeService, resume_id: int) -> None:
    resumes.save_data(resume_id, ResumeData(), VersionReason.SAVED)
    emptied, _first = resumes.history(resume_id)
    assert {each.where for each in emptied.changes} == {
        "basics", "basics.profiles", "work", "education", "skills", "languages"
    }  # fmt: skip
