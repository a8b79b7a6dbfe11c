"""Whatever the person accepts, nothing is lost, nothing doubled, nothing invented."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach_desktop.features.evidence.truth import EvidenceBase, check
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import Highlight, ResumeData, Skill, Work
from careercoach_desktop.features.tailoring.engine import apply_changes, tailor
from careercoach_desktop.features.tailoring.engine.apply import ranked
from careercoach_desktop.features.tailoring.model import Change, ChangeKind, Decision
from tests.features.tailoring.engine.people import PEOPLE, TODAY

DRAFTS = {
    name: tailor(resume, posting, Preferences(), notes, TODAY) for name, (resume, posting, notes) in PEOPLE.items()
}
EVIDENCE = {name: EvidenceBase.from_resume(resume, notes, today=TODAY) for name, (resume, _, notes) in PEOPLE.items()}


def ids(resume: ResumeData) -> list[str]:
    """Ids of every entry and bullet, sorted, so that loss and doubling both show."""
    found = []
    for entry in (*resume.work, *resume.volunteer, *resume.education, *resume.projects):
        found += [entry.id, *(bullet.id for bullet in getattr(entry, "highlights", []))]
    groups = [group.id for group in resume.skills if not group.id.startswith("added-")]
    return sorted([*found, *groups])


@st.composite
def decided(draw: st.DrawFn) -> tuple[str, list[Change]]:
    name = draw(st.sampled_from(sorted(DRAFTS)))
    changes = [
        change.model_copy(update={"decision": draw(st.sampled_from(Decision))}) for change in DRAFTS[name].changes
    ]
    return name, draw(st.permutations(changes))


@settings(max_examples=60, deadline=None)
@given(decided())
def test_any_choice_of_changes_keeps_every_bullet_and_claims_nothing_new(choice: tuple[str, list[Change]]) -> None:
    name, changes = choice
    resume = PEOPLE[name][0]
    before = resume.model_copy(deep=True)
    result = apply_changes(resume, changes)
    assert resume == before, "the input is never touched"
    assert ids(result) == ids(resume)
    kept = {word for group in result.skills for word in group.keywords}
    renamed = {old for change in changes for old in change.renamed}
    assert {word for group in resume.skills for word in group.keywords} - renamed <= kept
    assert check(result, EVIDENCE[name]).unsupported == []


@given(st.sampled_from(sorted(DRAFTS)))
def test_rejecting_everything_gives_the_resume_back(name: str) -> None:
    rejected = [change.model_copy(update={"decision": Decision.REJECTED}) for change in DRAFTS[name].changes]
    assert apply_changes(PEOPLE[name][0], rejected) == PEOPLE[name][0]


@given(decided())
@settings(max_examples=40, deadline=None)
def test_the_order_in_which_changes_come_does_not_matter(choice: tuple[str, list[Change]]) -> None:
    name, changes = choice
    resume = PEOPLE[name][0]
    assert apply_changes(resume, changes) == apply_changes(resume, sorted(changes, key=lambda change: change.id))


@given(st.lists(st.text("abcdef", min_size=1, max_size=2)), st.lists(st.text("abcdefgh", min_size=1, max_size=2)))
def test_an_order_for_another_list_loses_and_doubles_nothing(items: list[str], order: list[str]) -> None:
    assert sorted(ranked(items, order, str)) == sorted(items)


def test_the_wording_of_the_person_wins() -> None:
    resume = ResumeData(work=[Work(id="w", name="Corner", highlights=[Highlight(id="b", text="Kept the till.")])])
    change = Change(
        id="x", kind=ChangeKind.REWRITE, target="b", title="", headline="", reason="", before="Kept the till.",
        after="Kept the till (POS).", edited="Kept both tills.",
    )  # fmt: skip
    assert apply_changes(resume, [change]).work[0].highlights[0].text == "Kept both tills."


def test_an_emptied_rewrite_does_not_empty_the_bullet() -> None:
    resume = ResumeData(work=[Work(id="w", name="Corner", highlights=[Highlight(id="b", text="Kept the till.")])])
    change = Change(
        id="x", kind=ChangeKind.REWRITE, target="b", title="", headline="", reason="", after="", edited="  "
    )
    assert apply_changes(resume, [change]) == resume


def test_added_skills_take_their_place_in_the_new_order() -> None:
    resume = ResumeData(skills=[Skill(id="s", name="Tools", keywords=["Excel", "SAP"])])
    order = Change(
        id="o",
        kind=ChangeKind.SKILLS_ORDER,
        target="s",
        title="",
        headline="",
        reason="",
        order=["DATEV", "SAP", "Excel"],
    )
    added = Change(
        id="a",
        kind=ChangeKind.SKILLS_ORDER,
        target="s",
        title="",
        headline="",
        reason="",
        order=["Excel", "SAP", "DATEV"],
        added=["DATEV"],
    )
    assert apply_changes(resume, [order, added]).skills[0].keywords == ["DATEV", "SAP", "Excel"]
    assert apply_changes(resume, [added]).skills[0].keywords == ["Excel", "SAP", "DATEV"]
    assert apply_changes(resume, [order]).skills[0].keywords == ["SAP", "Excel"]
