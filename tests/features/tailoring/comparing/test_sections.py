"""The changes of a draft stand under the section of the résumé they concern, in the order of its page."""

from __future__ import annotations

from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from careercoach_desktop.features.tailoring.comparing import BlockState, Section, compare, sections
from careercoach_desktop.features.tailoring.engine import apply_changes
from careercoach_desktop.features.tailoring.model import Change, ChangeKind, Decision
from tests.features.tailoring.engine.people import LENA


def change(kind: ChangeKind, target: str, **more: object) -> Change:
    return Change.model_validate(
        {"id": f"{kind}-{target}", "kind": kind, "target": target, "title": "", "headline": "", "reason": ""} | more
    )


SKILLS = change(ChangeKind.SKILLS_ORDER, "s1", order=["SQL"])
LATER = change(ChangeKind.BULLET_ORDER, "w2", order=["c2"])
BULLET = change(ChangeKind.REWRITE, "b2", after="Rebuilt the jobs.")
SUMMARY = change(ChangeKind.SUMMARY, "basics.summary", after="Data engineer.")
GONE = change(ChangeKind.REWRITE, "zz", after="x")
ADDED = change(ChangeKind.ADD_BULLET, "w1", after="Tuned Spark jobs.", bullet_id="x1")
CLAIM = Claim(kind=ClaimKind.SKILL, text="Spark", supported=False, reason="Spark is not in your evidence.")


def test_sections_follow_the_page_and_entries_their_order() -> None:
    found = sections([SKILLS, LATER, BULLET, SUMMARY, GONE], LENA)
    assert [(part.title, part.changes) for part in found] == [
        ("Summary", (SUMMARY,)),
        ("Experience", (BULLET, LATER)),
        ("Skills", (SKILLS,)),
        ("Other", (GONE,)),
    ]


def test_a_section_counts_what_is_accepted_and_what_can_be() -> None:
    off = BULLET.model_copy(update={"decision": Decision.REJECTED, "claims": [CLAIM]})
    part = Section("Experience", (off, LATER))
    assert (part.accepted, part.acceptable) == (1, (LATER,))


def test_a_point_that_joins_an_entry_is_all_new_on_the_right_and_leads_to_its_change() -> None:
    sides = compare(LENA, apply_changes(LENA, [ADDED]), [ADDED])
    (block,) = [block for block in sides.tailored if block.text == "Tuned Spark jobs."]
    assert block.change_ids == (ADDED.id,)
    assert "Tuned Spark jobs." not in [block.text for block in sides.original]


def test_one_that_nothing_proves_is_shown_as_left_out() -> None:
    off = ADDED.model_copy(update={"decision": Decision.REJECTED, "claims": [CLAIM]})
    sides = compare(LENA, LENA, [off])
    (block,) = [block for block in sides.tailored if block.text == "Tuned Spark jobs."]
    assert block.state is BlockState.LEFT_OUT


def test_one_that_is_rejected_is_not_shown() -> None:
    off = ADDED.model_copy(update={"decision": Decision.REJECTED})
    assert "Tuned Spark jobs." not in [block.text for block in compare(LENA, LENA, [off]).tailored]
