"""Saved views on a real file: kept by name, in the person's order, and every change can be taken back."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.model import (
    Due,
    JobFilter,
    Layout,
    SavedView,
    SavedViewsChanged,
    SortKey,
    View,
)
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.store.tables import SAVED_VIEW
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database

REMOTE = View(filter=JobFilter(work_modes=("REMOTE",), text="python"), sort=SortKey.MATCH, descending=True)
CLOSING = View(filter=JobFilter(due=Due.THIS_WEEK), layout=Layout.TABLE, hidden_columns=("SOURCE", "POSTED"))


def names(jobs: JobService) -> list[str]:
    return [saved.name for saved in jobs.saved_views()]


@pytest.fixture
def three(jobs: JobService) -> list[SavedView]:
    return [jobs.save_view(name, view) for name, view in (("Remote", REMOTE), ("Closing", CLOSING), ("All", View()))]


def test_a_view_comes_back_as_it_was_saved(jobs: JobService) -> None:
    saved = jobs.save_view("  Remote,   well paid ", REMOTE)
    jobs.save_view("Closing", CLOSING)
    assert [(one.name, one.view) for one in jobs.saved_views()] == [
        ("Remote, well paid", REMOTE),
        ("Closing", CLOSING),
    ]
    assert jobs.saved_views()[0] == saved


@pytest.mark.parametrize(("name", "code"), [("  ", "view-unnamed"), ("remote", "view-name-taken")])
def test_a_name_is_needed_and_only_one_view_has_it(
    jobs: JobService, three: list[SavedView], name: str, code: str
) -> None:
    with pytest.raises(UserError) as error:
        jobs.save_view(name, View())
    assert error.value.code == code
    assert names(jobs) == ["Remote", "Closing", "All"]


def test_a_view_keeps_its_own_name_in_another_spelling(jobs: JobService, three: list[SavedView]) -> None:
    assert jobs.rename_view(three[0].id, "REMOTE") == "Remote"
    assert names(jobs)[0] == "REMOTE"
    with pytest.raises(UserError) as error:
        jobs.rename_view(three[0].id, "All")
    assert error.value.code == "view-name-taken"


def test_order_and_its_undo(jobs: JobService, three: list[SavedView]) -> None:
    remote, closing, everything = (saved.id for saved in three)
    before = jobs.order_views([everything, remote])
    assert names(jobs) == ["All", "Remote", "Closing"]
    assert before == [remote, closing, everything]
    jobs.order_views(before)
    assert names(jobs) == ["Remote", "Closing", "All"]


def test_a_removed_view_comes_back_where_it_stood(jobs: JobService, three: list[SavedView]) -> None:
    removed = jobs.remove_view(three[1].id)
    assert names(jobs) == ["Remote", "All"]
    jobs.restore_view(removed)
    jobs.restore_view(removed)
    assert jobs.saved_views() == three


def test_a_name_can_mean_another_view(jobs: JobService, three: list[SavedView]) -> None:
    assert jobs.redefine_view(three[0].id, CLOSING) == REMOTE
    assert jobs.saved_views()[0].view == CLOSING


def test_a_view_that_is_gone_says_so(jobs: JobService, three: list[SavedView]) -> None:
    jobs.remove_view(three[0].id)
    for verb in (
        lambda: jobs.remove_view(three[0].id),
        lambda: jobs.rename_view(three[0].id, "Other"),
        lambda: jobs.redefine_view(three[0].id, View()),
    ):
        with pytest.raises(UserError) as error:
            verb()
        assert error.value.code == "view-gone"


def test_what_a_later_version_wrote_does_not_lose_the_name(
    jobs: JobService, three: list[SavedView], database: Database
) -> None:
    with database.write() as unit:
        later = '{"filter": {"moon": "full"}}'
        unit.session.connection().execute(
            SAVED_VIEW.update().where(SAVED_VIEW.c.id == three[0].id).values(definition=later)
        )
    assert (jobs.saved_views()[0].name, jobs.saved_views()[0].view) == ("Remote", View())


def test_every_change_is_told(jobs: JobService, database: Database) -> None:
    told: list[object] = []
    database.bus.after(SavedViewsChanged, told.append)
    saved = jobs.save_view("Remote", REMOTE)
    jobs.rename_view(saved.id, "Far")
    jobs.redefine_view(saved.id, CLOSING)
    jobs.order_views([saved.id])
    jobs.restore_view(jobs.remove_view(saved.id))
    assert len(told) == 6
