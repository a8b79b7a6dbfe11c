"""Résumés as a collection: copies, tags, many at once; one primary whatever happens, and every verb has its undo."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.model import (
    ReadingState,
    ResumeCard,
    ResumeDuplicated,
    ResumeStyle,
    VersionReason,
)
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from tests.features.resumes.people import ines, many_jobs


def add(resumes: ResumeService, name: str) -> int:
    made = resumes.import_file(name.encode(), f"{name}.txt").resume_id
    resumes.save_data(made, ines(), VersionReason.READ)
    return made


@pytest.fixture
def three(resumes: ResumeService) -> list[int]:
    """The first is the primary one."""
    return [add(resumes, name) for name in ("one", "two", "three")]


def card(resumes: ResumeService, resume_id: int) -> ResumeCard:
    return next(card for card in resumes.cards() if card.id == resume_id)


def primaries(resumes: ResumeService) -> list[int]:
    return [card.id for card in resumes.cards() if card.is_primary]


def test_a_copy_says_the_same_and_has_versions_of_its_own(
    resumes: ResumeService, three: list[int], database: Database, told: list[object]
) -> None:
    one = three[0]
    resumes.restyle(one, ResumeStyle(template="classic", accent="#112233"))
    resumes.tag([one], ["water"])
    resumes.name_version(one, 1, "As read")
    resumes.save_data(one, many_jobs(2), VersionReason.EDITED)

    copy = resumes.resume(resumes.duplicate(one))
    assert (copy.title, copy.is_primary, copy.version) == ("Copy of One", False, 1)
    assert copy.data == many_jobs(2)
    assert (copy.style.template, copy.style.accent, copy.tags) == ("classic", "#112233", ("water",))
    assert [(each.number, each.name, each.reason) for each in resumes.versions(copy.id)] == [
        (1, "", VersionReason.COPIED)
    ]
    assert resumes.original(copy.id) == resumes.original(one)
    with database.read() as session:
        kept = session.connection().exec_driver_sql("SELECT count(*) FROM blob").scalar()
    assert kept == len(three), "the original is shared"
    assert ResumeDuplicated(one, copy.id) in told
    assert resumes.resume(resumes.duplicate(one)).title == "Copy of One (2)"


def test_undoing_a_copy_takes_it_away_and_the_original_file_is_still_the_first_ones(
    resumes: ResumeService, three: list[int]
) -> None:
    copy = resumes.duplicate(three[1])
    resumes.delete(copy)
    assert [card.id for card in resumes.cards()] == [three[0], three[2], three[1]]
    resumes.undelete(copy)
    assert card(resumes, copy).title == "Copy of Two"
    resumes.delete(three[1])
    assert not resumes.import_file(b"two", "two.txt").duplicate, "a copy is not the file"


def test_what_was_not_read_yet_cannot_be_copied(resumes: ResumeService) -> None:
    waiting = resumes.import_file(b"x", "x.txt").resume_id
    assert card(resumes, waiting).state is ReadingState.READING
    with pytest.raises(UserError) as refused:
        resumes.duplicate(waiting)
    assert refused.value.code == "resume-unread"


def test_tags_are_added_and_taken_from_several_and_given_back(resumes: ResumeService, three: list[int]) -> None:
    one, two, _three = three
    assert resumes.tag([one], ["  Water ", "remote", "WATER", ""]) == {one: ()}
    before = resumes.tag(three, ["Engineering"], remove=["water"])
    assert before == {one: ("Water", "remote"), two: (), three[2]: ()}
    assert card(resumes, one).tags == ("remote", "Engineering")
    assert card(resumes, two).tags == ("Engineering",)

    resumes.set_tags(before)
    assert [card(resumes, each).tags for each in three] == [("Water", "remote"), (), ()]
    assert resumes.set_tags(before) == {}, "nothing changed, nothing to undo"


def test_tags_are_found_as_the_text_is(resumes: ResumeService, three: list[int]) -> None:
    resumes.tag([three[1]], ["Offshore wind"])
    assert resumes.find("offsh") == {three[1]}
    assert resumes.find("offshore hydrologist") == {three[1]}
    assert resumes.find("hydrolog") == set(three)
    assert resumes.find("  ") == set(three)
    resumes.set_tags({three[1]: ()})
    assert resumes.find("offshore") == frozenset()


def test_several_go_at_once_and_come_back_with_the_primary_mark(resumes: ResumeService, three: list[int]) -> None:
    one, two, last = three
    gone = resumes.delete_many([one, last, one, 999])
    assert sorted(gone) == [one, last]
    assert [card.id for card in resumes.cards()] == [two]
    assert primaries(resumes) == [two]

    resumes.undelete_many(gone)
    assert len(resumes.cards()) == 3
    assert primaries(resumes) == [one]
    assert resumes.delete_many([999]) == []


def test_all_can_go_and_come_back(resumes: ResumeService, three: list[int]) -> None:
    gone = resumes.delete_many(three)
    assert resumes.cards() == []
    assert resumes.primary() is None
    resumes.undelete_many(gone)
    assert primaries(resumes) == [three[0]]
