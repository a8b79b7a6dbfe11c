"""Versions, the primary mark, deleting and bringing back: on a real SQLite file."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from careercoach_desktop.features.profile.model import Contact
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.editing import InsertItem, SetValue, typed
from careercoach_desktop.features.resumes.model import (
    Highlight,
    ReadingState,
    ResumeChanged,
    ResumeRemoved,
    VersionReason,
)
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.resumes.store import ResumeRow, ResumeStore
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from tests.features.resumes.people import ines, many_jobs
from tests.support.tasks import FakeClock


@pytest.fixture
def resume_id(resumes: ResumeService) -> int:
    """A résumé whose first version holds what a reader found."""
    made = resumes.import_file(b"one", "one.txt").resume_id
    resumes.save_data(made, ines(), VersionReason.READ)
    return made


def another(resumes: ResumeService, name: str) -> int:
    made = resumes.import_file(name.encode(), f"{name}.txt").resume_id
    resumes.save_data(made, many_jobs(1), VersionReason.READ)
    return made


def rename_employer(resumes: ResumeService, resume_id: int, name: str) -> int:
    return resumes.edit(resume_id, typed(resumes.resume(resume_id).data, "work1.name", name))


def test_what_is_saved_comes_back_whole(resumes: ResumeService, resume_id: int) -> None:
    resume = resumes.resume(resume_id)
    assert resume.data == ines()
    card = resumes.cards()[0]
    assert (card.fields, card.doubtful, card.version) == (22, 2, 1)


def test_edits_of_one_sitting_are_one_version(resumes: ResumeService, resume_id: int, clock: FakeClock) -> None:
    assert rename_employer(resumes, resume_id, "Rio") == 2
    clock.advance(seconds=25 * 60)
    assert rename_employer(resumes, resume_id, "Rio Claro SA") == 2
    clock.advance(seconds=31 * 60)
    assert rename_employer(resumes, resume_id, "Rio Claro Lda") == 3
    versions = resumes.versions(resume_id)
    assert [version.number for version in versions] == [3, 2, 1]
    assert [version.reason for version in versions] == ["EDITED", "EDITED", "READ"]
    assert versions[1].changed - versions[1].created == timedelta(minutes=25)
    assert resumes.version_data(resume_id, 2).work[0].name == "Rio Claro SA"


def test_an_edit_keeps_everything_else(resumes: ResumeService, resume_id: int) -> None:
    resumes.edit(resume_id, [InsertItem("work1.highlights", 0, Highlight(id="b0", text="New."))])
    expected = ines()
    expected.work[0].highlights.insert(0, Highlight(id="b0", text="New."))
    assert resumes.resume(resume_id).data == expected


def test_edits_happen_all_or_none(resumes: ResumeService, resume_id: int) -> None:
    good, gone = SetValue("basics.name", "Inês Caldeira", "I. C."), SetValue("nobody.name", "", "x")
    with pytest.raises(UserError) as refused:
        resumes.edit(resume_id, [good, gone])
    assert refused.value.code == "resume-part-gone"
    assert resumes.resume(resume_id).data == ines()
    assert resumes.resume(resume_id).version == 1


def test_restoring_makes_a_new_version_and_loses_nothing(resumes: ResumeService, resume_id: int) -> None:
    rename_employer(resumes, resume_id, "Wrong")
    assert resumes.restore_version(resume_id, 1) == 3
    assert resumes.resume(resume_id).data == ines()
    assert resumes.version_data(resume_id, 2).work[0].name == "Wrong"
    assert rename_employer(resumes, resume_id, "Right") == 4


def test_a_named_version_is_never_written_over(resumes: ResumeService, resume_id: int) -> None:
    rename_employer(resumes, resume_id, "Rio")
    resumes.name_version(resume_id, 2, "  Before the fair ")
    assert rename_employer(resumes, resume_id, "Rio Claro SA") == 3
    assert resumes.versions(resume_id)[1].name == "Before the fair"


def test_there_is_no_such_version(resumes: ResumeService, resume_id: int) -> None:
    with pytest.raises(UserError) as refused:
        resumes.restore_version(resume_id, 9)
    assert refused.value.code == "version-gone"


def test_renaming_returns_the_name_before(resumes: ResumeService, resume_id: int, told: list[object]) -> None:
    assert resumes.rename(resume_id, "  For   water jobs ") == "One"
    assert resumes.cards()[0].title == "For water jobs"
    assert told[-1] == ResumeChanged(resume_id)
    with pytest.raises(UserError):
        resumes.rename(resume_id, "   ")


def test_checking_seals_the_version_and_corrects_the_profile(
    resumes: ResumeService, profiles: ProfileService, database: Database, resume_id: int
) -> None:
    with database.write() as unit:
        profiles.correct_contact(unit, Contact(), Contact(name="Inês Caldeira", email="ines@caldeira.example"))
    resumes.edit(resume_id, typed(ines(), "basics.name", "Inês M. Caldeira"))
    filled = resumes.mark_checked(resume_id)
    assert resumes.cards()[0].checked
    assert profiles.profile().name == "Inês M. Caldeira"
    assert {"name", "email", "phone", "headline", "location", "links"} == set(filled)
    assert rename_employer(resumes, resume_id, "Rio") == 3


def test_checking_another_resume_leaves_the_profile_alone(
    resumes: ResumeService, profiles: ProfileService, resume_id: int
) -> None:
    other = another(resumes, "two")
    assert resumes.mark_checked(other) == []
    assert profiles.profile().name == ""


def test_exactly_one_is_primary(resumes: ResumeService, resume_id: int, told: list[object]) -> None:
    other = another(resumes, "two")
    assert resumes.make_primary(other) == resume_id
    assert [card.id for card in resumes.cards() if card.is_primary] == [other]
    assert {ResumeChanged(other), ResumeChanged(resume_id)} <= set(told[-2:])
    assert resumes.make_primary(other) is None


def test_the_database_itself_refuses_two_primaries(resumes: ResumeService, database: Database, resume_id: int) -> None:
    other = another(resumes, "two")

    def cheat() -> None:
        with database.write() as unit:
            row = ResumeStore(unit.session).get(other)
            assert isinstance(row, ResumeRow)
            row.is_primary = True
            unit.session.add(row)
            unit.session.flush()

    with pytest.raises(IntegrityError):
        cheat()
    primary = resumes.primary()
    assert primary is not None
    assert primary.id == resume_id


def test_an_unread_resume_cannot_be_primary(resumes: ResumeService) -> None:
    waiting = resumes.import_file(b"wait", "wait.txt").resume_id
    with pytest.raises(UserError) as refused:
        resumes.make_primary(waiting)
    assert refused.value.code == "resume-unread"


def test_deleting_the_primary_hands_the_mark_on_and_undo_takes_it_back(
    resumes: ResumeService, resume_id: int, told: list[object]
) -> None:
    other = another(resumes, "two")
    resumes.delete(resume_id)
    primary = resumes.primary()
    assert primary is not None
    assert primary.id == other
    assert ResumeRemoved(resume_id) in told
    assert not resumes.exists(resume_id)
    resumes.undelete(resume_id)
    primary = resumes.primary()
    assert primary is not None
    assert primary.id == resume_id
    assert primary.data == ines()
    assert len(resumes.cards()) == 2


def test_a_removed_primary_comes_back_humbly_when_another_was_chosen_meanwhile(
    resumes: ResumeService, resume_id: int
) -> None:
    second, third = another(resumes, "two"), another(resumes, "three")
    resumes.delete(resume_id)
    resumes.make_primary(second)
    resumes.make_primary(third)
    resumes.undelete(resume_id)
    primary = resumes.primary()
    assert primary is not None
    assert primary.id == third


def test_the_last_resume_can_be_deleted(resumes: ResumeService, resume_id: int) -> None:
    resumes.delete(resume_id)
    assert resumes.primary() is None
    assert resumes.cards() == []
    for verb in (resumes.resume, resumes.original, resumes.versions, resumes.read_again, resumes.delete):
        with pytest.raises(UserError) as refused:
            verb(resume_id)
        assert refused.value.code == "resume-gone"


def test_cards_come_primary_first_then_latest_changed(resumes: ResumeService, resume_id: int, clock: FakeClock) -> None:
    clock.advance(seconds=60)
    second = another(resumes, "two")
    clock.advance(seconds=60)
    third = another(resumes, "three")
    assert [card.id for card in resumes.cards()] == [resume_id, third, second]
    assert all(card.state is ReadingState.READING or card.fields for card in resumes.cards())


def test_everything_survives_opening_the_file_again(resumes: ResumeService, resume_id: int, database: Database) -> None:
    rename_employer(resumes, resume_id, "Rio")
    database.close()
    again = Database(database.path)
    with again.read() as session:
        store = ResumeStore(session)
        row = store.primary()
        assert row is not None
        assert store.resume(row).data.work[0].name == "Rio"
    again.close()
