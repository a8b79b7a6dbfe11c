"""The check of a whole draft: employers, titles, dates, degrees, certificates, skills, bullets in the wrong place."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.model import Claim, ClaimKind, Quote
from careercoach_desktop.features.evidence.truth import EvidenceBase, check, check_text
from careercoach_desktop.features.resumes.model import (
    Award,
    Certificate,
    Education,
    Highlight,
    Language,
    ResumeData,
    Skill,
    Work,
)
from tests.features.evidence.truth.people import ANNA, CLAIRE, EVIDENCE, LENA, PEDRO, TODAY, TOM


def objections(draft: ResumeData, notes: str = "") -> list[Claim]:
    return check(draft, EvidenceBase.from_resume(LENA, notes, today=TODAY)).unsupported


def changed() -> ResumeData:
    return LENA.model_copy(deep=True)


@pytest.mark.parametrize("person", [LENA, ANNA, CLAIRE, PEDRO, TOM], ids=lambda person: person.basics.name)
def test_a_resume_is_evidence_for_itself(person: ResumeData) -> None:
    report = check(person, EvidenceBase.from_resume(person, today=TODAY))
    assert report.unsupported == []
    assert {ClaimKind.EMPLOYER, ClaimKind.TITLE, ClaimKind.DATE, ClaimKind.SKILL} <= {
        each.kind for each in report.claims
    }
    assert all(each.evidence for each in report.claims)


@pytest.mark.parametrize(
    ("title", "fine"),
    [
        ("Data Engineer", True),
        ("data engineer (f/m/x)", True),
        ("Engineer", True),
        ("Senior Data Engineer", False),
        ("Lead Data Engineer", False),
        ("Data Engineering Manager", False),
        ("Data Scientist", False),
    ],
)
def test_a_title_may_say_less_never_more(title: str, fine: bool) -> None:
    draft = changed()
    draft.work[0].position = title
    assert (objections(draft) == []) is fine


def test_a_limiting_word_may_not_be_dropped() -> None:
    draft = changed()
    draft.work[1].position = "Analyst"
    assert [(each.kind, each.reason) for each in objections(draft)] == [
        (ClaimKind.TITLE, "Your title was Junior Analyst.")
    ]


@pytest.mark.parametrize(
    ("field", "value", "fine"),
    [
        ("start", "2019-06", True),
        ("start", "2019", True),
        ("start", "2018-06", False),
        ("start", "2019-06-01", False),
        ("end", "2022", True),
        ("end", "2023-02", False),
    ],
)
def test_dates_may_lose_precision_but_not_move(field: str, value: str, fine: bool) -> None:
    draft = changed()
    setattr(draft.work[1], field, value)
    assert (objections(draft) == []) is fine


def test_a_job_that_ended_may_not_go_on() -> None:
    draft = changed()
    draft.work[1].end = None
    assert "ended in 2022-02" in objections(draft)[0].reason
    draft.work[1].current = True
    assert objections(draft)[0].reason == "Your evidence does not say that this goes on."


def test_two_employers_may_not_become_one() -> None:
    draft = changed()
    draft.work[0].name = "Brightwater and Lowell Analytics"
    assert objections(draft)[0].kind is ClaimKind.EMPLOYER


def test_an_employer_keeps_its_legal_form_or_loses_it() -> None:
    draft = changed()
    draft.work[0].name = "Brightwater Ltd"
    assert objections(draft) == []


def test_a_new_job_is_unsupported() -> None:
    draft = changed()
    draft.work.insert(0, Work(name="Google", position="Data Engineer", start="2024"))
    assert {each.kind for each in objections(draft)} == {ClaimKind.EMPLOYER, ClaimKind.TITLE, ClaimKind.DATE}


def test_a_bullet_may_not_change_employers() -> None:
    draft = changed()
    draft.work[1].highlights.append(draft.work[0].highlights.pop(0))
    assert "This belongs to Brightwater." in [each.reason for each in objections(draft)]


def test_a_bullet_copied_to_another_job_is_caught_by_its_figures() -> None:
    draft = changed()
    draft.work[1].highlights.append(Highlight(text="Migrated 140 jobs from cron to Airflow."))
    found = objections(draft)
    assert {each.text for each in found} == {"140", "Airflow", "Migrated 140 jobs from cron to Airflow"}
    assert "Your evidence tells this of Brightwater." in [each.reason for each in found]


def test_skills_come_from_evidence_not_from_the_posting() -> None:
    draft = changed()
    draft.skills[0].keywords += ["Apache Spark", "Kubernetes (K8s)", "Airflow", "Snowflake"]
    assert [each.reason for each in objections(draft)] == ["Snowflake is not in your evidence."]


def test_what_the_person_writes_down_makes_a_claim_true() -> None:
    draft = changed()
    draft.skills[0].keywords.append("Snowflake")
    assert objections(draft, "I ran a Snowflake pilot at Brightwater in 2024.") == []
    extra = Quote(path="extra.1", label="Added today", text="Ran a Snowflake pilot")
    base = EvidenceBase.from_resume(LENA, "", [extra], today=TODAY)
    claim = next(each for each in check(draft, base).claims if each.text == "Snowflake")
    assert claim.evidence == [extra]


def test_technologies_belong_to_their_own_job() -> None:
    draft = changed()
    draft.work[1].technologies = ["Terraform"]
    assert [each.text for each in objections(draft)] == ["Terraform"]


def test_degrees_subjects_and_grades() -> None:
    draft = changed()
    draft.education[0] = Education(
        id="leeds",
        institution="Leeds University",
        study_type="Bachelor of Science",
        area="Mathematics",
        start="2016",
        end="2019",
    )
    assert objections(draft) == []
    draft.education[0].study_type = "Master of Science"
    assert [each.kind for each in objections(draft)] == [ClaimKind.DEGREE]
    draft.education[0].study_type, draft.education[0].score = "BSc", "First"
    assert [each.kind for each in objections(draft)] == [ClaimKind.NUMBER]


def test_certificates_awards_and_languages() -> None:
    draft = changed()
    draft.certificates.append(Certificate(name="AWS Certified Solutions Architect"))
    draft.awards.append(Award(title="Employee of the Year"))
    draft.languages[0] = Language(id="lang", language="German", fluency="C1")
    assert {each.text for each in objections(draft)} == {
        "AWS Certified Solutions Architect",
        "Employee of the Year",
        "German C1",
    }


def test_hidden_parts_of_the_evidence_are_still_true() -> None:
    hidden = LENA.model_copy(update={"hidden": ["b1"]})
    base = EvidenceBase.from_resume(hidden, today=TODAY)
    assert check_text("Migrated 140 jobs to Airflow.", base, path="b1").unsupported == []


def test_a_claim_says_which_value_of_the_draft_makes_it() -> None:
    draft = changed()
    draft.work[0].highlights[1].text = "Cut run time to 5 min."
    assert [each.path for each in objections(draft)] == ["b2"]


def test_an_empty_text_claims_nothing() -> None:
    assert check_text("", EVIDENCE["lena"]).claims == []
    assert check(ResumeData(), EvidenceBase.from_resume(ResumeData(), today=TODAY)).claims == []


def test_a_skill_list_of_its_own_group_is_checked_too() -> None:
    draft = changed()
    draft.skills.append(Skill(name="Rust"))
    assert [each.text for each in objections(draft)] == ["Rust"]
