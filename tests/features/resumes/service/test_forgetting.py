"""A removed résumé can be brought back for thirty days; then nothing of it is left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from tests.support.tasks import FakeClock


def blobs_in(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.connection().exec_driver_sql("SELECT sha256 FROM blob").scalars())


def test_after_thirty_days_the_resume_its_versions_and_its_original_are_gone(
    resumes: ResumeService, clock: FakeClock, database: Database
) -> None:
    gone = resumes.import_file(b"Lena Marsh, Leeds", "lena.txt").resume_id
    kept = resumes.import_file(b"Lena Marsh, York", "lena-york.txt").resume_id
    resumes.delete(gone)
    clock.now += timedelta(days=30)
    assert resumes.purge_removed() == 0
    clock.now += timedelta(seconds=1)
    assert resumes.purge_removed() == 1
    assert [card.id for card in resumes.cards()] == [kept]
    assert resumes.original(kept)[0] == b"Lena Marsh, York"
    with pytest.raises(UserError) as told:
        resumes.undelete(gone)
    assert told.value.code == "resume-gone"
    assert len(blobs_in(database)) == 1
