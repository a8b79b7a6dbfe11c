"""Marks and stories: each verb with its way back, and what becomes of marks when résumés change."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from careercoach_desktop.features.evidence.model import EvidenceChanged, MarkedBullet, Standing, StoryText
from careercoach_desktop.features.evidence.service import EvidenceBase, check_text
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.resumes.editing import SetValue
from careercoach_desktop.features.resumes.model import Highlight, ResumeData, ResumeRead, VersionReason
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from tests.features.resumes.people import ines
from tests.support.tasks import FakeClock

BASINS = "Modelled 12 river basins."
STORY = StoryText(
    title="The flood of 2023",
    situation="The river rose two metres in a night.",
    task="The forecast had to be right by six.",
    action="I calibrated the Delft3D model on 40 gauges with two colleagues.",
    result="The city closed the right roads; forecast error fell by 31 %.",
    skills=("Delft3D", "Leadership"),
    happened="Spring 2023",
)


def standing(evidence: EvidenceService, resume_id: int) -> list[tuple[str, Standing, str]]:
    return [(each.mark.bullet_id, each.standing, each.now) for each in evidence.marks(resume_id)]


def only(evidence: EvidenceService, resume_id: int) -> MarkedBullet:
    (found,) = evidence.marks(resume_id)
    return found


# Marks ----------------------------------------------------------------------------------------------------------


def test_a_bullet_is_marked_once_and_the_mark_can_be_taken_back(evidence: EvidenceService, ines_id: int) -> None:
    assert evidence.mark(ines_id, "b1", BASINS) is None
    first = only(evidence, ines_id).mark
    assert evidence.mark(ines_id, "b1", "Other words.") == first
    assert only(evidence, ines_id).mark == first, "the words at the time are kept"
    evidence.put_back(ines_id, "b1", None)
    assert evidence.marks(ines_id) == []


def test_unmarking_is_undone_with_link_and_skills(evidence: EvidenceService, ines_id: int) -> None:
    story = evidence.add_story(STORY)
    evidence.tag(ines_id, "b1", BASINS, [" HEC-RAS ", "hec-ras", "Floods"])
    evidence.link(ines_id, "b1", BASINS, story)
    before = evidence.unmark(ines_id, "b1")
    assert evidence.marks(ines_id) == []
    assert evidence.unmark(ines_id, "b1") is None
    evidence.put_back(ines_id, "b1", before)
    shown = only(evidence, ines_id)
    assert (shown.mark.skills, shown.story_title) == (("HEC-RAS", "Floods"), "The flood of 2023")


def test_linking_and_tagging_mark_and_each_is_undone_by_itself(evidence: EvidenceService, ines_id: int) -> None:
    story = evidence.add_story(STORY)
    unmarked = evidence.link(ines_id, "b1", BASINS, story)
    linked = evidence.tag(ines_id, "b1", BASINS, ["Floods"])
    assert unmarked is None
    assert linked is not None
    assert (linked.story_id, linked.skills) == (story, ())
    evidence.put_back(ines_id, "b1", linked)
    assert only(evidence, ines_id).mark.skills == ()
    assert evidence.link(ines_id, "b1", BASINS, None) == linked
    assert only(evidence, ines_id).story_title == ""
    evidence.put_back(ines_id, "b1", unmarked)
    assert evidence.marks(ines_id) == []
    with pytest.raises(UserError) as refused:
        evidence.link(ines_id, "b1", BASINS, 99)
    assert refused.value.code == "story-gone"


def test_listeners_hear_of_every_change(evidence: EvidenceService, ines_id: int, database: Database) -> None:
    told: list[object] = []
    database.bus.after_any(told.append)
    evidence.mark(ines_id, "b1", BASINS)
    evidence.unmark(ines_id, "b1")
    evidence.unmark(ines_id, "b1")
    assert told == [EvidenceChanged(ines_id), EvidenceChanged(ines_id)]


# Marks over time ------------------------------------------------------------------------------------------------


def test_a_mark_stays_through_edits_and_says_when_its_words_changed_or_are_gone(
    evidence: EvidenceService, resumes: ResumeService, ines_id: int
) -> None:
    evidence.mark(ines_id, "b1", BASINS)
    assert standing(evidence, ines_id) == [("b1", Standing.SAME, BASINS)]
    resumes.edit(ines_id, [SetValue("b1", BASINS, "Modelled 14 river basins.")])
    assert standing(evidence, ines_id) == [("b1", Standing.REWORDED, "Modelled 14 river basins.")]
    resumes.save_data(ines_id, ResumeData(), VersionReason.SAVED)
    assert standing(evidence, ines_id) == [("b1", Standing.GONE, BASINS)]
    resumes.restore_version(ines_id, 1)
    assert standing(evidence, ines_id) == [("b1", Standing.SAME, BASINS)]


def test_a_bullet_left_off_the_page_is_still_in_the_resume(
    evidence: EvidenceService, resumes: ResumeService, ines_id: int
) -> None:
    evidence.mark(ines_id, "b1", BASINS)
    data = ines()
    data.hidden = ["b1"]
    resumes.save_data(ines_id, data, VersionReason.SAVED)
    assert standing(evidence, ines_id) == [("b1", Standing.SAME, BASINS)]


def read_again(resumes: ResumeService, database: Database, resume_id: int, bullets: list[Highlight]) -> None:
    """As the reading task does it: new data with new ids, and the event, in one transaction each."""
    data = ines()
    data.work[0].highlights = bullets
    resumes.save_data(resume_id, data, VersionReason.READ)
    with database.write() as unit:
        unit.emit(ResumeRead(resume_id))


def test_marks_follow_their_words_when_the_file_is_read_again(
    evidence: EvidenceService, resumes: ResumeService, database: Database, ines_id: int
) -> None:
    evidence.tag(ines_id, "b1", BASINS, ["Floods"])
    evidence.mark(ines_id, "b2", "Led a team.")
    read_again(resumes, database, ines_id, [Highlight(id="n1", text="Wrote reports."), Highlight(id="n2", text=BASINS)])
    assert standing(evidence, ines_id) == [("n2", Standing.SAME, BASINS), ("b2", Standing.GONE, "Led a team.")]
    assert evidence.marks(ines_id)[0].mark.skills == ("Floods",)


def test_two_marks_never_meet_on_one_bullet(
    evidence: EvidenceService, resumes: ResumeService, database: Database, ines_id: int
) -> None:
    evidence.mark(ines_id, "b1", "Led a team.")
    evidence.mark(ines_id, "b2", "Led a team.")
    read_again(resumes, database, ines_id, [Highlight(id="n1", text="Led a team.")])
    assert sorted(each.standing for each in evidence.marks(ines_id)) == [Standing.GONE, Standing.SAME]


def test_reading_a_removed_resume_disturbs_nothing(
    evidence: EvidenceService, resumes: ResumeService, database: Database, ines_id: int
) -> None:
    evidence.mark(ines_id, "b1", BASINS)
    resumes.delete(ines_id)
    with database.write() as unit:
        unit.emit(ResumeRead(ines_id))
    assert evidence.all_marks() == []
    resumes.undelete(ines_id)
    assert [each.resume_title for each in evidence.all_marks()] == ["Ines"]


def test_a_copy_has_the_marks_of_its_original_and_they_part_from_then_on(
    evidence: EvidenceService, resumes: ResumeService, ines_id: int
) -> None:
    evidence.tag(ines_id, "b1", BASINS, ["Floods"])
    copy = resumes.duplicate(ines_id)
    evidence.unmark(ines_id, "b1")
    assert only(evidence, copy).mark.skills == ("Floods",)


def test_a_resume_forgotten_for_good_takes_its_marks_with_it(
    evidence: EvidenceService, resumes: ResumeService, database: Database, clock: FakeClock, ines_id: int
) -> None:
    evidence.mark(ines_id, "b1", BASINS)
    resumes.delete(ines_id)
    clock.now += timedelta(days=31)
    resumes.purge_removed()
    with database.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM evidence_mark").scalar() == 0


# Stories --------------------------------------------------------------------------------------------------------


def test_a_story_is_written_changed_and_changed_back(evidence: EvidenceService) -> None:
    story = evidence.add_story(replace(STORY, title="  The  flood of 2023 "))
    assert evidence.story(story).text == STORY
    before = evidence.change_story(story, replace(STORY, result="No road was closed in vain."))
    assert before == STORY
    assert evidence.story(story).text.result == "No road was closed in vain."
    evidence.change_story(story, before)
    assert evidence.story(story).text == STORY
    with pytest.raises(UserError) as refused:
        evidence.change_story(story, replace(STORY, title=" "))
    assert refused.value.code == "story-title"


def test_a_deleted_story_comes_back_with_its_bullets(evidence: EvidenceService, clock: FakeClock, ines_id: int) -> None:
    story = evidence.add_story(STORY)
    evidence.link(ines_id, "b1", BASINS, story)
    assert [(each.id, each.bullets) for each in evidence.stories()] == [(story, 1)]
    evidence.delete_story(story)
    assert evidence.stories() == []
    assert only(evidence, ines_id).story_title == ""
    assert evidence.facts() == []
    evidence.undelete_story(story)
    assert only(evidence, ines_id).story_title == STORY.title

    evidence.delete_story(story)
    clock.now += timedelta(days=31)
    assert evidence.purge_removed() == 1
    assert only(evidence, ines_id).mark.story_id is None
    with pytest.raises(UserError):
        evidence.undelete_story(story)


def test_a_mark_that_comes_back_after_its_story_is_forgotten_has_no_story(
    evidence: EvidenceService, clock: FakeClock, ines_id: int
) -> None:
    story = evidence.add_story(STORY)
    evidence.link(ines_id, "b1", BASINS, story)
    before = evidence.unmark(ines_id, "b1")
    evidence.delete_story(story)
    clock.now += timedelta(days=31)
    evidence.purge_removed()
    evidence.put_back(ines_id, "b1", before)
    assert only(evidence, ines_id).mark.story_id is None


def test_what_a_story_tells_is_evidence(evidence: EvidenceService) -> None:
    claim = "Cut the forecast error by 31 % with Delft3D."
    assert check_text(claim, EvidenceBase.from_resume(ines())).unsupported
    evidence.add_story(STORY)
    base = EvidenceBase.from_resume(ines(), extra=evidence.facts())
    report = check_text(claim, base)
    assert report.unsupported == []
    labels = {quote.label for each in report.claims for quote in each.evidence}
    assert labels == {"Your story “The flood of 2023”"}
    assert check_text("Cut the forecast error by 45 %.", base).unsupported


def test_skills_used_once_are_suggested_again(evidence: EvidenceService, ines_id: int) -> None:
    evidence.add_story(STORY)
    evidence.tag(ines_id, "b1", BASINS, ["delft3d", "Floods"])
    assert evidence.skills_used() == ["delft3d", "Floods", "Leadership"]
