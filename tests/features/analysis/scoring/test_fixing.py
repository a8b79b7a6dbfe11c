"""Whatever a résumé says, putting a finding right never lowers a score, and the finding is gone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach_desktop.features.analysis.model import ScoreKind
from careercoach_desktop.features.analysis.rules import Situation, findings
from careercoach_desktop.features.analysis.scoring import scores_of
from careercoach_desktop.features.analysis.service import edits_of
from careercoach_desktop.features.resumes.editing import apply, inverse
from careercoach_desktop.features.resumes.model import (
    Basics,
    Education,
    Highlight,
    Location,
    ResumeData,
    Section,
    Skill,
    WebProfile,
    Work,
)
from tests.features.analysis.people import maren
from tests.features.analysis.rules.situations import ENGLISH, TODAY, job

TEXTS = (
    "Responsible for the till and the shelves", "Responsible for the  till and the shelves.", "Led a team of 12 people",
    "Led a team of 12 people.", "Manage the stock , and the orders for the shop", "I helped with the window",
    "Built the tool that the company uses every day. It saves 3 hours.", "Sold goods etc.", "Planned  tours",
    "led A Team of 12 People",
)  # fmt: skip
dates = st.sampled_from([None, "2015", "2016-03", "2018-11", "2021", "2023-06"])
bullets = st.lists(st.sampled_from(TEXTS), max_size=7).map(lambda texts: [Highlight(text=text) for text in texts])
jobs = st.builds(Work, name=st.sampled_from(["", "Acme", "Corner Shop"]), position=st.sampled_from(["", "Clerk"]),
                 start=dates, end=dates, current=st.booleans(), highlights=bullets)  # fmt: skip
skills = st.builds(Skill, keywords=st.lists(st.sampled_from(["SQL", "sql", "C", "C++", "Team player"]), max_size=6))
people = st.builds(
    Basics,
    name=st.sampled_from(["", "Bo Lind"]),
    email=st.sampled_from(["", "Bo@Lind.example", "bo"]),
    phone=st.sampled_from(["", "020 7946 0018", "+44 20 7946 0018"]),
    summary=st.sampled_from(["", "I am a hard-working  team player , and passionate about the shop and the people."]),
    location=st.sampled_from([Location(), Location(text="Leeds", country_code="GB")]),
    profiles=st.lists(
        st.builds(WebProfile, network=st.just("LinkedIn"), url=st.sampled_from(["bo-lind", ""])), max_size=2
    ),
)
resumes = st.builds(
    ResumeData,
    basics=people,
    work=st.lists(jobs, max_size=3),
    skills=st.lists(skills, max_size=2),
    education=st.lists(st.builds(Education, institution=st.sampled_from(["", "Hull"]), end=dates), max_size=2),
    sections=st.lists(
        st.builds(Section, title=st.sampled_from(["My best projects ever", "Leadership", "Odd"])), max_size=2
    ),
)


def scores(data: ResumeData) -> dict[ScoreKind, int]:
    return {score.kind: score.value for score in scores_of(findings(Situation.of(data, TODAY)))}


@settings(max_examples=150, deadline=None)
@given(resumes)
def test_a_fix_never_lowers_a_score_and_its_finding_is_gone(data: ResumeData) -> None:
    before = scores(data)
    for finding in findings(Situation.of(data, TODAY)):
        if finding.fix is None:
            continue
        mended = data.model_copy(deep=True)
        assert edits_of(mended, finding.fix)
        after = scores(mended)
        assert all(after[kind] >= before[kind] for kind in ScoreKind), (finding.rule, before, after)
        left = next((each for each in findings(Situation.of(mended, TODAY)) if each.rule == finding.rule), None)
        assert left is None or left.fix is None


@settings(max_examples=100, deadline=None)
@given(resumes)
def test_a_fix_can_be_undone_to_the_letter(data: ResumeData) -> None:
    for finding in findings(Situation.of(data, TODAY)):
        if finding.fix is not None:
            mended = data.model_copy(deep=True)
            for edit in reversed(edits_of(mended, finding.fix)):
                apply(mended, inverse(edit))
            assert mended == data


@settings(max_examples=100, deadline=None)
@given(resumes, resumes)
def test_a_fix_found_in_another_state_changes_only_what_is_as_it_was(old: ResumeData, present: ResumeData) -> None:
    for finding in findings(Situation.of(old, TODAY)):
        if finding.fix is not None:
            mended = present.model_copy(deep=True)
            edits_of(mended, finding.fix)
            for correction in finding.fix.corrections:
                if not correction.path.startswith("basics."):  # every other path names an entry of the old one
                    assert mended.work == present.work


def improved(data: ResumeData, part: str) -> ResumeData:
    """The same résumé with one part as Maren has it."""
    better, good = data.model_copy(deep=True), maren()
    if part in ("education", "skills"):
        setattr(better, part, getattr(good, part))
    else:
        setattr(better.basics, part, getattr(good.basics, part))
    return better


@settings(max_examples=150, deadline=None)
@given(resumes, st.sampled_from(["name", "email", "phone", "location", "profiles", "summary", "education", "skills"]))
def test_a_part_done_well_never_lowers_a_score(data: ResumeData, part: str) -> None:
    data.work.insert(0, job("sure", "2019-01", "2020-01", highlights=[Highlight(text=text) for text in ENGLISH]))
    before, after = scores(data), scores(improved(data, part))
    assert all(after[kind] >= before[kind] for kind in ScoreKind), (before, after)
