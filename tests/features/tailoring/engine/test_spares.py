"""Points the person tells elsewhere: found for the right entry, offered in their own words, never twice."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import Highlight, ResumeData, Work
from careercoach_desktop.features.tailoring.drafting import Edit, EditKind, Material, Proposal, draft_from
from careercoach_desktop.features.tailoring.engine import OtherResume, Spare, Told, apply_changes, spares, tailor
from careercoach_desktop.features.tailoring.engine.spares import Source
from careercoach_desktop.features.tailoring.model import Change, ChangeKind, Decision
from tests.features.tailoring.engine.people import DATA_JOB, LENA, LENA_NOTES, TODAY

TUNED = "Tuned Spark jobs of the metering team, which halved their cost."
STORY = Quote(path="extra.story.7", label="Your story “Spark”", text="Tuned the Spark jobs for Brightwater’s planners.")


def other(*bullets: str, name: str = "Brightwater", start: str = "2022-03", **more: object) -> OtherResume:
    lines = [Highlight(id=f"x{at}", text=text) for at, text in enumerate(bullets)]
    job = Work(id="o1", name=name, position="Engineer", start=start, current=True, highlights=lines)
    return OtherResume("Lena, long", ResumeData(work=[job]), **more)  # type: ignore[arg-type]


def found(*others: OtherResume, stories: tuple[Quote, ...] = ()) -> list[Spare]:
    return spares(LENA, Told(others, stories))


def local(points: list[Spare]) -> list[Change]:
    draft = tailor(LENA, DATA_JOB, Preferences(), LENA_NOTES, TODAY, (), (), points)
    return [change for change in draft.changes if change.kind is ChangeKind.ADD_BULLET]


def test_a_bullet_of_the_same_job_in_another_resume_is_found_with_where_it_stands() -> None:
    (spare,) = found(other(TUNED))
    assert (spare.entry, spare.bullet_id, spare.text) == ("w1", "x0", TUNED)
    assert spare.quote.label == "Your résumé “Lena, long”"


@pytest.mark.parametrize(
    "elsewhere",
    [
        other(TUNED, name="Another Utility"),
        other(TUNED, start="2009-01").data.work[0].model_copy(update={"current": False, "end": "2012-01"}),
        other("Migrated 140 jobs from cron to Airflow!"),
        other("Led SQL."),
    ],
    ids=["another employer", "another time", "what is said already", "three words"],
)
def test_what_belongs_elsewhere_or_says_nothing_new_is_not(elsewhere: OtherResume | Work) -> None:
    if isinstance(elsewhere, Work):
        elsewhere = OtherResume("Old", ResumeData(work=[elsewhere]))
    assert found(elsewhere) == []


def test_a_bullet_that_was_only_reworded_in_a_copy_is_the_same() -> None:
    copy = LENA.model_copy(deep=True)
    copy.work[0].highlights[3].text = "All new words about a river and its fish."
    assert spares(LENA, Told((OtherResume("Copy", copy),))) == []


def test_two_resumes_that_say_it_give_it_once_and_marked_points_come_first() -> None:
    second = OtherResume("Other", other("Wrote the Spark guide for all analysts.", TUNED).data, frozenset({"x0"}))
    points = found(other(TUNED), second)
    assert [(point.text, point.marked) for point in points] == [
        ("Wrote the Spark guide for all analysts.", True),
        (TUNED, False),
    ]


def test_a_story_about_one_entry_is_found_for_it() -> None:
    (spare,) = found(stories=(STORY,))
    assert (spare.entry, spare.source, spare.quote.label) == ("w1", Source.TOLD, "Your story “Spark”")


def test_a_story_belongs_to_the_bullet_it_is_linked_to() -> None:
    quote = Quote(path="extra.story.3", label="Your story", text="Tuned slow queries for the finance people.")
    assert spares(LENA, Told((), (quote,))) == []
    (spare,) = spares(LENA, Told((), (quote,), {"extra.story.3": frozenset({"c2"})}))
    assert spare.entry == "w2"


def test_the_engine_adds_what_is_asked_in_the_persons_words() -> None:
    (change,) = local(found(other(TUNED)))
    assert (change.target, change.text, change.decision) == ("w1", TUNED, Decision.ACCEPTED)
    assert change.reason.startswith("The posting asks for Apache Spark;")
    result = apply_changes(LENA, [change])
    assert [bullet.id for bullet in result.work[0].highlights] == ["b1", "b2", "b3", "b4", "x0"]
    assert len(LENA.work[0].highlights) == 4


def test_the_engine_adds_nothing_that_is_not_asked() -> None:
    assert local(found(other("Organised the summer party of the whole department."))) == []


def test_a_story_in_the_first_person_is_left_to_be_worded() -> None:
    told = STORY.model_copy(update={"text": "At Brightwater I tuned the Spark jobs for our planners."})
    assert local(found(stories=(told,))) == []
    assert [change.text for change in local(found(stories=(STORY,)))] == [STORY.text]


def test_accepting_it_twice_adds_it_once() -> None:
    (change,) = local(found(other(TUNED)))
    once = apply_changes(LENA, [change])
    assert apply_changes(once, [change]) == once


# --- with Claude -----------------------------------------------------------------------------------------------------


def added(text: str, *rests_on: str, target: str = "w1", points: list[Spare] | None = None) -> list[Change]:
    edit = Edit(kind=EditKind.ADD_BULLET, target=target, text=text, reason="They ask.", rests_on=[*rests_on])
    shown = found(other(TUNED)) if points is None else points
    material = Material(LENA, DATA_JOB, Preferences(), LENA_NOTES, TODAY, spares=tuple(shown))
    return draft_from(Proposal(edits=[edit]), "m", material).changes


def test_what_is_told_elsewhere_can_be_worded_by_claude_and_is_quoted() -> None:
    (change,) = added("Tuned the metering team’s Spark jobs, halving their cost.", "x1")
    assert (change.kind, change.target, change.bullet_id) == (ChangeKind.ADD_BULLET, "w1", "x0")
    assert (change.claims, change.decision) == ([], Decision.ACCEPTED)
    assert [quote.text for quote in change.evidence] == [TUNED]


def test_a_note_can_become_a_bullet_too() -> None:
    notes = "At Brightwater the weekly planning job ran on Spark and I tuned it."
    edit = Edit(
        kind=EditKind.ADD_BULLET, target="w1", text="Tuned the weekly Spark planning job.", reason="x", rests_on=["n1"]
    )
    material = Material(LENA, DATA_JOB, Preferences(), notes, TODAY)
    (change,) = draft_from(Proposal(edits=[edit]), "m", material).changes
    assert (change.claims, change.bullet_id[:5]) == ([], "told-")


@pytest.mark.parametrize(
    "text",
    [
        "Tuned the metering team’s Spark jobs on Snowflake.",
        "Tuned 40 Spark jobs of the metering team.",
        "Led the metering team and halved the cost of its Kafka platform.",
    ],
)
def test_more_than_was_told_is_marked_and_stays_out(text: str) -> None:
    (change,) = added(text, "x1")
    assert not change.supported
    assert apply_changes(LENA, [change]) == LENA


@pytest.mark.parametrize(
    ("text", "rests_on", "target"),
    [
        ("Ran the Spark platform.", [], "w1"),
        ("Ran the Spark platform.", ["w1.1"], "w1"),
        (TUNED, ["x1"], "w7"),
        ("Migrated 140 jobs from cron to Airflow.", ["x1"], "w1"),
        ("", ["x1"], "w1"),
    ],
    ids=["without evidence", "of what stands there", "no such entry", "what it says already", "no text"],
)
def test_what_adds_nothing_is_none(text: str, rests_on: list[str], target: str) -> None:
    assert added(text, *rests_on, target=target) == []


def test_one_jobs_point_does_not_join_another() -> None:
    (change,) = added("Tuned the metering team’s Spark jobs, halving their cost.", "x1", target="w2")
    assert (change.supported, change.decision) == (False, Decision.REJECTED)
