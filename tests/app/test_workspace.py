"""A data folder with every feature on it: installed, filled, and left without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from careercoach_desktop.app.features import FEATURES, pages
from careercoach_desktop.app.sample import add_sample_data
from careercoach_desktop.app.workspace import Workspace, open_workspace
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import DrawerPanel
from careercoach_desktop.features.matching.service import MatchingService
from careercoach_desktop.features.matching.ui import MatchAction
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import ExportService, ResumeService
from careercoach_desktop.features.settings.service import BackupService
from careercoach_desktop.features.tailoring.service import TailoringService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.lane import CLAUDE
from careercoach_desktop.foundation.storage.backup import AUTOMATIC, list_backups
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Desk
from tests.support.application import at_work
from tests.support.workspace import Place

SERVICES = (
    ProfileService, ResumeService, ExportService, JobService, MatchingService, DocumentService, TailoringService,
    BackupService,
)  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = open_workspace(tmp_path / "data", Bus())
    yield made
    made.close()


def test_a_fresh_folder_gets_every_service_and_an_empty_file(workspace: Workspace) -> None:
    for service in SERVICES:
        assert isinstance(workspace.provider.get(service), service)
    assert workspace.provider.get(JobService).cards() == []
    assert (workspace.folder / "careercoach.db").is_file()


def test_the_job_drawer_and_the_match_hold_what_higher_features_put_there(workspace: Workspace, desk: Desk) -> None:
    workspace.provider.offer(Desk, lambda: desk)
    panels = workspace.provider.filled("jobs.drawer")
    assert all(isinstance(panel, DrawerPanel) for panel in panels)
    assert [panel.name for panel in panels] == ["match", "documents", "analysis", "interviews", "tailor", "letter"]
    actions = workspace.provider.filled("matching.actions")
    assert all(isinstance(action, MatchAction) for action in actions)
    assert [action.text for action in actions] == ["Tailor my résumé", "Write a letter", "Practise"]


def test_every_filled_slot_was_declared_by_a_lower_feature() -> None:
    declared: set[str] = set()
    for feature in FEATURES:
        assert set(feature.fills) <= declared, feature.name
        declared |= set(feature.slots)


def test_no_two_pages_share_a_name_or_a_place() -> None:
    names = [page.name for page in pages()]
    assert len(set(names)) == len(names)
    assert [page.order for page in pages()] == sorted({page.order for page in pages()})
    assert all(page.under in names for page in pages() if page.under)


def test_opening_the_same_folder_again_finds_what_was_left(tmp_path: Path) -> None:
    first = open_workspace(tmp_path / "data", Bus())
    add_sample_data(first.provider)
    first.close()
    second = open_workspace(tmp_path / "data", Bus())
    assert len(second.provider.get(JobService).cards()) == 30
    second.close()


def test_closing_ends_every_thread_and_folds_the_log_away(tmp_path: Path) -> None:
    before = at_work()
    workspace = open_workspace(tmp_path / "data", Bus())
    workspace.start()
    with workspace.provider.get(Database).write() as unit:
        unit.session.connection().exec_driver_sql("CREATE TABLE t (x)")
    workspace.close()
    assert at_work() == before
    left = {path.name for path in workspace.folder.iterdir()}
    assert "careercoach.db-wal" not in left


def test_leaving_makes_the_backup_of_a_day_that_has_none(tmp_path: Path) -> None:
    for _ in range(2):
        workspace = open_workspace(tmp_path / "data", Bus())
        workspace.provider.get(JobService).add_manually(Posting(title="Baker"))
        workspace.close()
    (backup,) = list_backups(tmp_path / "data")
    assert backup.kind == AUTOMATIC


def test_leaving_goes_well_where_no_backup_can_be_written(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path / "data", Bus())
    (tmp_path / "data" / "backups").write_text("a file where the folder should be")
    workspace.close()
    assert not (tmp_path / "data" / "careercoach.db-wal").exists()


def test_features_forget_in_idle_moments_what_was_removed_long_ago(place: Place) -> None:
    job = place.add_job(Posting(title="Baker"))
    place.get(JobService).delete([job])
    with place.database.write() as unit:
        unit.session.connection().exec_driver_sql("UPDATE job SET deleted_at = '2020-01-01 00:00:00.000000'")
    for feature in FEATURES:
        if feature.tidy is not None:
            feature.tidy(place.provider)
    with place.database.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM job").scalar() == 0


def test_whatever_waits_for_claude_takes_no_worker_that_reads_files_or_matches(workspace: Workspace) -> None:
    """What may cost something each time is what asks Claude."""
    kinds = workspace.provider.get(TaskQueue)._runner.kinds.values()
    paid = [kind for kind in kinds if not kind.repeatable]
    assert len(paid) >= 8
    assert [kind.name for kind in paid if kind.lane is not CLAUDE] == []
