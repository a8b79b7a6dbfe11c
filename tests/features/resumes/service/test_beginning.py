"""A résumé that is written here: it has no original, and everything that speaks of one copes."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.editing import SetValue
from careercoach_desktop.features.resumes.model import ReadingState, ResumeData, ResumeStyle, VersionReason, Work
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.features.resumes import files
from tests.support.tasks import TaskWatch


def test_it_begins_with_what_the_profile_knows(resumes: ResumeService, profiles: ProfileService) -> None:
    links = ["https://ada.example", "https://code.example/ada"]
    profiles.save(Profile(name="Ada Quist", email="ada@quist.example", location="Leeds", links=links))
    resume = resumes.resume(resumes.begin())
    assert (resume.title, resume.state, resume.checked, resume.has_original) == (
        "New résumé", ReadingState.READ, True, False,
    )  # fmt: skip
    basics = resume.data.basics
    assert (basics.name, basics.email, basics.location.text) == ("Ada Quist", "ada@quist.example", "Leeds")
    assert [basics.url, *(each.url for each in basics.profiles)] == links
    assert [version.reason for version in resumes.versions(resume.id)] == [VersionReason.BEGUN]
    assert resumes.resume(resumes.begin()).title == "New résumé (2)"


def test_the_first_one_becomes_primary_once_it_says_something_and_the_profile_follows(
    resumes: ResumeService, profiles: ProfileService
) -> None:
    begun = resumes.begin()
    assert resumes.primary() is None
    for typed in ("A", "Ada Quist"):
        resumes.edit(begun, [SetValue("basics.name", resumes.resume(begun).data.basics.name, typed)])
    primary = resumes.primary()
    assert primary is not None
    assert primary.id == begun
    assert profiles.profile().name == "Ada Quist"
    profiles.change("name", "Ada M. Quist")
    resumes.edit(begun, [SetValue("basics.name", "Ada Quist", "Ada Q.")])
    assert profiles.profile().name == "Ada M. Quist", "what the person wrote there stays"


def test_an_empty_one_never_takes_the_mark_over(resumes: ResumeService, queue: TaskQueue, watch: TaskWatch) -> None:
    resumes.begin()
    read = resumes.import_file(files.text(), "ines.txt").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{read}" and task.state.is_over)
    assert resumes.primary() is not None
    resumes.delete(read)
    assert resumes.primary() is None


def test_there_is_no_file_to_save_or_to_read_again(resumes: ResumeService) -> None:
    begun = resumes.begin()
    for verb in (resumes.original, resumes.read_again):
        with pytest.raises(UserError) as refusal:
            verb(begun)
        assert refusal.value.code == "resume-no-original"
    assert resumes.resume(begun).state is ReadingState.READ


def test_a_copy_of_it_has_no_original_either_and_a_deleted_one_comes_back(resumes: ResumeService) -> None:
    begun = resumes.begin()
    copy = resumes.duplicate(begun)
    assert not resumes.resume(copy).has_original
    resumes.delete(begun)
    resumes.undelete(begun)
    assert {card.id for card in resumes.cards()} == {begun, copy}
    assert not any(card.has_original for card in resumes.cards())


def test_its_picture_follows_what_is_written_and_how_it_looks(
    resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    begun = resumes.begin()
    assert resumes.redraw_pictures() == 0, "an empty page need not be drawn"
    pictures: list[bytes | None] = []

    drawn: set[int] = set()

    def wait() -> None:
        task = watch.until(lambda task: task.kind == "resumes.picture" and task.state.is_over and task.id not in drawn)
        drawn.add(task.id)
        assert task.state is TaskState.SUCCEEDED
        pictures.append(resumes.cards()[0].thumbnail)
        assert resumes.redraw_pictures() == 0, "it is new now"

    resumes.save_data(begun, ResumeData(work=[Work(name="Acme", position="Engineer")]))
    assert resumes.redraw_pictures() == 1
    assert resumes.redraw_pictures() == 0, "one at a time"
    queue.start()
    wait()
    resumes.save_data(begun, ResumeData(work=[Work(name="Beta Works", position="Engineer")]))
    assert resumes.redraw_pictures() == 1
    wait()
    resumes.restyle(begun, ResumeStyle(template="compact"))
    assert resumes.redraw_pictures() == 1
    wait()
    assert None not in pictures
    assert len(set(pictures)) == 3


def test_a_picture_of_a_page_of_the_original_stays(resumes: ResumeService, queue: TaskQueue, watch: TaskWatch) -> None:
    read = resumes.import_file(files.pdf(), "ines.pdf").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{read}" and task.state.is_over)
    resumes.save_data(read, ResumeData(work=[Work(name="Acme", position="Engineer")]))
    assert resumes.redraw_pictures() == 0
