"""The two panes of the review: what stands where, marked how, and which change a click selects."""

from __future__ import annotations

from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from careercoach_desktop.features.resumes.model import Basics, Highlight, ResumeData, Skill, Work
from careercoach_desktop.features.tailoring.comparing import Block, BlockKind, BlockState, Comparison, Tone, compare
from careercoach_desktop.features.tailoring.engine import apply_changes
from careercoach_desktop.features.tailoring.model import Change, ChangeKind, Decision


def resume() -> ResumeData:
    return ResumeData(
        basics=Basics(name="Lena Marsh", summary="Data engineer."),
        work=[
            Work(
                id="brightwater",
                name="Brightwater",
                position="Data Engineer",
                start="2022-03",
                current=True,
                highlights=[
                    Highlight(id="b1", text="Migrated 140 jobs to Airflow."),
                    Highlight(id="b2", text="Rebuilt the nightly batch jobs."),
                    Highlight(id="b3", text="Kept the wiki tidy."),
                ],
            )
        ],
        skills=[Skill(id="data", name="Data", keywords=["SQL", "Airflow", "Spark"])],
    )


def change(change_id: str, kind: ChangeKind, target: str, **fields) -> Change:
    return Change(id=change_id, kind=kind, target=target, title="t", headline="h", reason="r", **fields)


def side_by_side(*changes: Change) -> Comparison:
    base = resume()
    return compare(base, apply_changes(base, changes), changes)


def block(blocks: list[Block], words: str) -> Block:
    return next(each for each in blocks if words in each.text)


def test_without_changes_both_sides_say_the_same() -> None:
    comparison = side_by_side()

    assert [b.text for b in comparison.original] == [b.text for b in comparison.tailored]
    assert {b.state for b in comparison.tailored} == {BlockState.NORMAL}


def test_an_entry_is_headed_by_employer_title_and_years() -> None:
    entries = [b.text for b in side_by_side().original if b.kind is BlockKind.ENTRY]

    assert entries == ["Brightwater · Data Engineer · 2022 – now"]


def test_an_accepted_rewrite_marks_the_words_on_both_sides() -> None:
    comparison = side_by_side(
        change(
            "c1",
            ChangeKind.REWRITE,
            "b2",
            before="Rebuilt the nightly batch jobs.",
            after="Rebuilt the nightly Spark jobs.",
        )
    )

    left, right = block(comparison.original, "Rebuilt"), block(comparison.tailored, "Rebuilt")
    assert [s.text.strip() for s in left.segments if s.tone is Tone.REMOVED] == ["batch"]
    assert [s.text.strip() for s in right.segments if s.tone is Tone.ADDED] == ["Spark"]
    assert left.change_ids == right.change_ids == ("c1",)


def test_a_rejected_rewrite_leaves_the_tailored_side_as_it_was() -> None:
    comparison = side_by_side(
        change("c1", ChangeKind.REWRITE, "b2", after="Rebuilt the nightly Spark jobs.", decision=Decision.REJECTED)
    )

    right = block(comparison.tailored, "Rebuilt")
    assert right.text == "Rebuilt the nightly batch jobs."
    assert {s.tone for s in right.segments} == {Tone.SAME}


def test_an_unsupported_rewrite_is_shown_but_left_out() -> None:
    claim = Claim(kind=ClaimKind.SKILL, text="Snowflake", supported=False, reason="Snowflake is not in your evidence.")
    comparison = side_by_side(
        change(
            "c1",
            ChangeKind.REWRITE,
            "b2",
            after="Rebuilt the Snowflake jobs.",
            claims=[claim],
            decision=Decision.REJECTED,
        )
    )

    assert block(comparison.tailored, "Snowflake").state is BlockState.LEFT_OUT


def test_a_bullet_that_came_forward_is_marked_as_moved() -> None:
    comparison = side_by_side(change("c1", ChangeKind.BULLET_ORDER, "brightwater", order=["b2", "b1", "b3"]))

    bullets = [b for b in comparison.tailored if b.kind is BlockKind.BULLET]
    assert bullets[0].text == "Rebuilt the nightly batch jobs."
    assert [b.state for b in bullets] == [BlockState.MOVED, BlockState.NORMAL, BlockState.NORMAL]


def test_the_bullets_that_were_pushed_down_are_not_marked() -> None:
    comparison = side_by_side(change("c1", ChangeKind.BULLET_ORDER, "brightwater", order=["b2", "b3", "b1"]))

    bullets = [b for b in comparison.tailored if b.kind is BlockKind.BULLET]
    assert [b.state for b in bullets] == [BlockState.MOVED, BlockState.NORMAL, BlockState.NORMAL]
    assert bullets[2].text == "Migrated 140 jobs to Airflow."


def test_a_hidden_bullet_stays_visible_as_hidden() -> None:
    comparison = side_by_side(change("c1", ChangeKind.HIDE, "b3"))

    assert block(comparison.tailored, "wiki").state is BlockState.HIDDEN
    assert block(comparison.original, "wiki").state is BlockState.NORMAL


def test_skills_that_came_forward_are_marked() -> None:
    comparison = side_by_side(change("c1", ChangeKind.SKILLS_ORDER, "data", order=["Spark", "SQL", "Airflow"]))

    line = block(comparison.tailored, "Data:")
    assert line.text == "Data: Spark, SQL, Airflow"
    assert [s.text for s in line.segments if s.tone is Tone.ADDED] == ["Spark"]
