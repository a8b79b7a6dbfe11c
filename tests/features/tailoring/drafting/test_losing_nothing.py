"""Whatever a model proposes and the person decides: what stood in the résumé is in the result, or a listed, accepted
change says that it is left out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import Education, Highlight, Project, ResumeData, Volunteer, Work
from careercoach_desktop.features.tailoring.drafting import Edit, EditKind, Material, Proposal, draft_from
from careercoach_desktop.features.tailoring.engine import apply_changes
from careercoach_desktop.features.tailoring.model import Change, ChangeKind, Decision
from tests.features.tailoring.engine.people import DATA_JOB, LENA, LENA_NOTES, TODAY

LONG = LENA.model_copy(deep=True)
LONG.work[1].highlights += [Highlight(id=f"d{n}", text=f"Wrote report {n} for the board of directors.") for n in (1, 2)]
LONG.projects = [Project(id="p1", name="Model railway", description="A layout in the attic.")]
MATERIAL = Material(LONG, DATA_JOB, Preferences(), LENA_NOTES, TODAY)
TARGETS = ["summary", "skills", "w1", "w2", "p1", "e1", "s1", "s2", "w9", ""]
TARGETS += [f"w{job}.{bullet}" for job in (1, 2) for bullet in (1, 2, 3, 4)]
TEXTS = [bullet.text for job in LONG.work for bullet in job.highlights]
TEXTS += ["", "Rebuilt the nightly Spark batch jobs, cutting run time from 6 h to 50 min.", "Ran Kafka for 900 people."]
edits = st.builds(
    Edit,
    kind=st.sampled_from(EditKind),
    target=st.sampled_from(TARGETS),
    reason=st.just("They ask for it."),
    text=st.sampled_from(TEXTS),
    items=st.lists(st.sampled_from([*TARGETS, "SQL", "dbt", "Kafka", "BigQuery"]), max_size=4),
    rests_on=st.lists(st.sampled_from(["w1.1", "n1", "x1", "zz"]), max_size=2),
)


def visible(resume: ResumeData) -> set[str]:
    """Ids of what stands on the page."""
    found: set[str] = set()
    entries: list[Work | Volunteer | Project | Education] = [*resume.work, *resume.volunteer, *resume.projects]
    for entry in [*entries, *resume.education]:
        if entry.id not in resume.hidden:
            found |= {entry.id, *(bullet.id for bullet in entry.highlights if bullet.id not in resume.hidden)}
    return found


def left_out(changes: list[Change]) -> set[str]:
    """What the accepted changes say is left out."""
    gone = {each.target for each in changes if each.kind is ChangeKind.HIDE and each.decision is Decision.ACCEPTED}
    within = {bullet.id for project in LONG.projects if project.id in gone for bullet in project.highlights}
    return gone | within


@settings(max_examples=80, deadline=None)
@given(st.lists(edits, max_size=12), st.data())
def test_every_entry_and_bullet_is_there_or_left_out_by_an_accepted_change(
    given_edits: list[Edit], data: st.DataObject
) -> None:
    draft = draft_from(Proposal(edits=given_edits), "m", MATERIAL)
    decided = [
        change.model_copy(update={"decision": data.draw(st.sampled_from(Decision))}) if change.supported else change
        for change in draft.changes
    ]
    result = apply_changes(LONG, decided)
    assert visible(LONG) - visible(result) == left_out(decided)
    assert {word for group in LONG.skills for word in group.keywords} <= set(result.skill_names())
    texts = {bullet.id: bullet.text for job in result.work for bullet in job.highlights}
    reworded = {change.target for change in decided if change.kind is ChangeKind.REWRITE}
    for job in LONG.work:
        for bullet in job.highlights:
            assert texts[bullet.id] == bullet.text or bullet.id in reworded


@settings(max_examples=40, deadline=None)
@given(st.lists(edits, max_size=12))
def test_nothing_is_left_out_before_the_person_says_so(given_edits: list[Edit]) -> None:
    draft = draft_from(Proposal(edits=given_edits), "m", MATERIAL)
    assert visible(LONG) <= visible(apply_changes(LONG, draft.changes))
