"""What is done with several jobs at once: one transaction, one event a job, and exactly undone."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.model import JobChanged, Posting, ScoresWanted, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.storage.database import Database


@pytest.fixture
def told(database: Database) -> list[object]:
    """Everything the bus said after a commit."""
    heard: list[object] = []
    database.bus.after_any(heard.append)
    return heard


def tags_of(jobs: JobService, job_ids: list[int]) -> list[tuple[str, ...]]:
    return [jobs.job(job_id).tags for job_id in job_ids]


def kinds(jobs: JobService, job_id: int) -> list[tuple[TimelineKind, str]]:
    return [(entry.kind, entry.text) for entry in jobs.timeline(job_id)]


def test_archived_jobs_leave_the_board_and_can_be_brought_back(jobs: JobService, five: list[int]) -> None:
    assert jobs.archive(five[:2]) == sorted(five[:2])
    assert [card.id for card in jobs.cards()] == five[2:]
    assert [card.id for card in jobs.cards(with_archived=True)] == five
    assert kinds(jobs, five[0])[0] == (TimelineKind.ARCHIVED, "")
    jobs.archive(five, archived=False)
    assert [card.id for card in jobs.cards()] == five
    assert kinds(jobs, five[0])[0] == (TimelineKind.ARCHIVED, "brought back")


def test_archiving_changes_and_tells_only_of_jobs_that_were_not_archived(
    jobs: JobService, five: list[int], told: list[object]
) -> None:
    jobs.archive(five[:2])
    told.clear()
    assert jobs.archive(five[:3]) == [five[2]]
    assert told == [JobChanged(five[2])]
    assert len(kinds(jobs, five[0])) == len(kinds(jobs, five[2])) == 2


def test_an_archiving_that_was_undone_leaves_no_trace_on_the_timeline(jobs: JobService, five: list[int]) -> None:
    before = kinds(jobs, five[0])
    changed = jobs.archive(five)
    assert jobs.archive(changed, archived=False, undoing=True) == sorted(five)
    assert kinds(jobs, five[0]) == before
    assert [card.id for card in jobs.cards()] == five


def test_a_tag_is_added_once_and_keeps_the_spelling_a_job_has(jobs: JobService, five: list[int]) -> None:
    jobs.set_tags(five[0], ["Infra", "remote"])
    before = jobs.tag(five[:2], add=["infra", " on  call "], remove=["REMOTE"])
    assert tags_of(jobs, five[:2]) == [("Infra", "on call"), ("infra", "on call")]
    assert before == {five[0]: ("Infra", "remote"), five[1]: ()}


def test_tagging_is_undone_job_by_job_and_redone(jobs: JobService, five: list[int]) -> None:
    jobs.set_tags(five[0], ["infra"])
    before = jobs.tag(five, add=["infra", "leeds"])
    after = jobs.put_tags(before)
    assert tags_of(jobs, five) == [("infra",), (), (), (), ()]
    jobs.put_tags(after)
    assert tags_of(jobs, five) == [("infra", "leeds")] * 5


def test_tagging_says_nothing_of_jobs_it_did_not_change(jobs: JobService, five: list[int], told: list[object]) -> None:
    jobs.set_tags(five[0], ["infra"])
    told.clear()
    assert jobs.tag(five[:1], add=["INFRA"]) == {}
    assert jobs.tag(five[:1], add=[], remove=["elsewhere"]) == {}
    assert told == []


def test_a_tag_is_found_by_the_search_of_the_board_as_soon_as_it_is_there(jobs: JobService, five: list[int]) -> None:
    jobs.tag(five[:3], add=["Zürich"])
    assert jobs.matching("zurich") == frozenset(five[:3])
    jobs.tag(five[:1], add=[], remove=["zürich"])
    assert jobs.matching("zurich") == frozenset(five[1:3])


def test_priority_returns_what_it_changed(jobs: JobService, five: list[int], told: list[object]) -> None:
    jobs.set_priority(five[1], priority=True)
    told.clear()
    assert jobs.set_priority_of(five[:3], priority=True) == sorted([five[0], five[2]])
    assert sorted(told, key=lambda event: event.job_id) == [JobChanged(each) for each in sorted([five[0], five[2]])]
    assert [card.priority for card in jobs.cards()] == [True, True, True, False, False]


def test_removed_jobs_are_left_out_of_everything(jobs: JobService, five: list[int], told: list[object]) -> None:
    jobs.delete(five[:1])
    told.clear()
    assert jobs.archive(five[:1]) == []
    assert jobs.tag(five[:1], add=["x"]) == {}
    assert jobs.set_priority_of(five[:1], priority=True) == []
    assert jobs.score_again(five[:1]) == 0
    assert told == []


def test_new_scores_are_asked_for_with_one_event(jobs: JobService, five: list[int], told: list[object]) -> None:
    assert jobs.score_again(five[:2]) == 2
    assert told == [ScoresWanted(tuple(sorted(five[:2])))]


def test_more_jobs_than_sqlite_takes_variables(jobs: JobService, five: list[int]) -> None:
    asked = [*range(1_000, 301_000), *five]
    assert jobs.archive(asked) == sorted(five)
    assert jobs.archive(asked, archived=False) == sorted(five)
    assert set(jobs.tag(asked, add=["many"])) == set(five)
    assert len(jobs.cards(asked)) == 5
    assert len(jobs.delete(asked)) == 5
    jobs.restore(asked)
    assert jobs.add_manually(Posting(title="Still works")).job_id not in five
    assert len(jobs.cards()) == 6
