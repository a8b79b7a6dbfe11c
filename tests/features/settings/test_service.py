"""The person's data as a whole: copied into one file, brought back from it, and never mixed with anything else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from careercoach_desktop.features.documents.model import DocumentType
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.jobs.model import JobStatus
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.settings.model import BackedUp
from careercoach_desktop.features.settings.service import BackupService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import metadata
from careercoach_desktop.foundation.storage.files import DATABASE_NAME
from careercoach_desktop.foundation.storage.opening import open_database
from tests.features.tailoring.engine.people import DATA_JOB, LENA
from tests.support.workspace import Place, rows_of


@pytest.fixture
def lived_in(place: Place) -> Place:
    """A data folder with something in every feature."""
    place.get(ProfileService).save(Profile(name="Lena Marsh", notes="Nightly batch = Spark on EMR."))
    place.add_resume(LENA, "lena.txt")
    job = place.add_job(DATA_JOB)
    jobs = place.get(JobService)
    jobs.move([job], JobStatus.APPLIED)
    jobs.set_notes(job, "Ask about Spark – “soon” 日本")
    place.get(DocumentService).save_version(
        DocumentType.RESUME, "Lena – Northwind", LENA.model_dump_json(), name="", details={"a": 1}, job_id=job
    )
    return place


def test_a_backup_restored_into_an_empty_folder_is_the_same_to_the_last_row(
    lived_in: Place, backups: BackupService, tmp_path: Path
) -> None:
    target, other = tmp_path / "mine.careercoach", tmp_path / "restored"
    other.mkdir()
    backups.back_up_to(target)
    backups.restore_into(target, other)
    before, after = rows_of(lived_in.database.path), rows_of(other / DATABASE_NAME)
    assert {"job", "resume", "document", "document_version", "profile", "blob", "task"} <= set(before)
    assert all(before[table] for table in ("job", "resume", "document", "blob", "profile", "status_change"))
    assert after == before


def test_a_restored_folder_opens_like_one_s_own(lived_in: Place, backups: BackupService, tmp_path: Path) -> None:
    target, other = tmp_path / "mine.careercoach", tmp_path / "restored"
    backups.back_up_to(target)
    backups.restore_into(target, other)
    opened = open_database(other, Bus(), metadata())
    with opened.read() as session:
        assert session.connection().exec_driver_sql("SELECT title FROM job").scalar() == "Senior Data Engineer"
    opened.close()


def test_what_changes_after_the_backup_is_not_in_it(lived_in: Place, backups: BackupService, tmp_path: Path) -> None:
    target, other = tmp_path / "mine.careercoach", tmp_path / "restored"
    backups.back_up_to(target)
    lived_in.get(ResumeService).rename(1, "Later name")
    backups.restore_into(target, other)
    assert "Later name" not in repr(rows_of(other / DATABASE_NAME)["resume"])


def test_a_backup_is_told(backups: BackupService, place: Place, tmp_path: Path) -> None:
    told: list[object] = []
    place.database.bus.after(BackedUp, told.append)
    backups.back_up_to(tmp_path / "mine.careercoach")
    assert told == [BackedUp(tmp_path / "mine.careercoach")]


def test_restoring_over_something_is_refused_and_touches_nothing(
    lived_in: Place, backups: BackupService, tmp_path: Path
) -> None:
    target, full = tmp_path / "mine.careercoach", tmp_path / "full"
    full.mkdir()
    (full / "letter.txt").write_text("mine")
    backups.back_up_to(target)
    with pytest.raises(UserError) as told:
        backups.restore_into(target, full)
    assert told.value.code == "folder-not-empty"
    assert [path.name for path in full.iterdir()] == ["letter.txt"]


def test_a_file_in_place_of_the_folder_is_refused(lived_in: Place, backups: BackupService, tmp_path: Path) -> None:
    target, wrong = tmp_path / "mine.careercoach", tmp_path / "wrong"
    wrong.write_text("mine")
    backups.back_up_to(target)
    with pytest.raises(UserError):
        backups.restore_into(target, wrong)
    assert wrong.read_text() == "mine"


@pytest.mark.parametrize("content", [b"", b"a letter", b"SQLite format 3\x00" + b"x" * 5000], ids=len)
def test_a_foreign_file_is_refused_and_leaves_the_folder_empty(
    backups: BackupService, tmp_path: Path, content: bytes
) -> None:
    foreign, other = tmp_path / "foreign.careercoach", tmp_path / "restored"
    foreign.write_bytes(content)
    other.mkdir()
    with pytest.raises(UserError) as told:
        backups.restore_into(foreign, other)
    assert told.value.next_step
    assert list(other.iterdir()) == []
    assert foreign.read_bytes() == content


def test_the_automatic_backup_is_made_once_a_day(backups: BackupService, place: Place) -> None:
    told: list[object] = []
    place.database.bus.after(BackedUp, told.append)
    assert backups.last() is None
    backups.back_up_daily()
    backups.back_up_daily()
    assert len(told) == 1
    last = backups.last()
    assert last is not None
    assert datetime.now(UTC) - last < timedelta(minutes=1)
    assert len([path for path in (place.folder / "backups").iterdir() if path.suffix == ".db"]) == 1


def test_a_backup_to_a_chosen_file_is_the_last_one(backups: BackupService, tmp_path: Path) -> None:
    backups.back_up_to(tmp_path / "mine.careercoach")
    last = backups.last()
    assert last is not None
    assert abs(datetime.now(UTC) - last) < timedelta(minutes=1)


def test_a_backup_that_failed_is_not_the_last_one(backups: BackupService, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        backups.back_up_to(tmp_path / "drive that is gone" / "mine.careercoach")
    assert backups.last() is None


def test_a_day_without_an_idle_moment_has_its_backup_too(backups: BackupService, place: Place) -> None:
    backups.back_up_before_leaving()
    backups.back_up_before_leaving()
    assert len(list((place.folder / "backups").glob("automatic-*.db"))) == 1


def test_leaving_does_not_wait_for_the_copy_of_a_large_file(
    backups: BackupService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercoach_desktop.features.settings.service.backups.QUICK_BYTES", 1000)
    backups.back_up_before_leaving()
    assert backups.last() is None


def test_a_backup_is_named_after_its_day(backups: BackupService) -> None:
    assert backups.suggested_name(date(2026, 11, 3)) == "career-coach-2026-11-03.careercoach"
