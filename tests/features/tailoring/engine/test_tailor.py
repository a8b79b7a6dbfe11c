"""What the local engine proposes, for people of six trades."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.truth import EvidenceBase, check
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import Basics, Highlight, Project, ResumeData, Skill, Work
from careercoach_desktop.features.tailoring.engine import apply_changes, tailor
from careercoach_desktop.features.tailoring.engine.situation import Situation
from careercoach_desktop.features.tailoring.engine.tailor import _checked
from careercoach_desktop.features.tailoring.model import Change, ChangeKind, Decision, Draft
from tests.features.tailoring.engine.people import (
    ACCOUNTANT,
    ACCOUNTANT_JOB,
    BAKER,
    BAKER_JOB,
    DATA_JOB,
    LENA,
    LENA_NOTES,
    NURSE,
    NURSE_JOB,
    PEOPLE,
    STOREMAN,
    STOREMAN_JOB,
    TEACHER,
    TEACHER_JOB,
    TODAY,
)


def draft(resume: ResumeData, posting: Posting, notes: str = "") -> Draft:
    return tailor(resume, posting, Preferences(), notes, TODAY)


def only(found: Draft, kind: ChangeKind, target: str) -> Change:
    matching = [change for change in found.changes if change.kind is kind and change.target == target]
    assert len(matching) == 1, [change.title for change in found.changes]
    return matching[0]


def test_a_tool_that_the_notes_tie_to_a_bullet_is_named_there() -> None:
    change = only(draft(LENA, DATA_JOB, LENA_NOTES), ChangeKind.REWRITE, "b2")
    assert change.title == "Brightwater · bullet 2"
    assert change.after == "Rebuilt the nightly Spark batch jobs, cutting run time from 6 h to 50 min."
    assert change.evidence[0].text == "Nightly batch = Spark on EMR."
    assert change.evidence[0].label == "Your notes"
    assert "asks for Apache Spark" in change.reason
    assert change.decision is Decision.ACCEPTED


@pytest.mark.parametrize(
    ("bullet", "note", "after"),
    [
        ("Ran depot tables for 300 people.", "Depot tables were SAP.", "Ran SAP depot tables for 300 people."),
        ("Helped customers order parts by phone.", "Part orders were SAP.",
         "Helped customers order parts (SAP) by phone."),
        ("Kept the internal payroll tables of two sites.", "The internal tables are built in SAP.",
         "Kept the internal SAP payroll tables of two sites."),
        ("Depot tables for 300 people.", "Depot tables were SAP.", "Depot tables (SAP) for 300 people."),
        ("Wrote a depot ledger for 300.", "The depot ledger is in SAP.", "Wrote a depot ledger (SAP) for 300."),
        ("Trained the depot clerks of four sites.", "Depot clerks: SAP.",
         "Trained the depot clerks (SAP) of four sites."),
        ("Kept the depot tables of four sites.", "The depot tables used SAP.",
         "Kept the depot tables (SAP) of four sites."),
    ],
    ids=["a noun", "no verb", "behind its adjective", "the first word", "after an article", "people", "used"],
)  # fmt: skip
def test_a_tool_stands_before_the_noun_only_where_english_allows_it(bullet: str, note: str, after: str) -> None:
    job = Work(id="w1", name="Brightwater", start="2020", current=True, highlights=[Highlight(id="b", text=bullet)])
    found = draft(ResumeData(work=[job]), Posting(title="Clerk", description="Requirements:\n- SAP\n"), note)
    change = only(found, ChangeKind.REWRITE, "b")
    assert change.after == after
    assert change.supported


def test_a_note_about_other_work_names_no_tool_in_a_bullet_that_shares_two_words() -> None:
    """The tool of one piece of work would be claimed for another."""
    bullet = "Designed the meter-reading model that billing, leakage and customer teams now share."
    note = "Kafka: I run the consumer for live meter events at Brightwater, about 200 messages a second."
    job = Work(id="w1", name="Brightwater", start="2020", current=True, highlights=[Highlight(id="b", text=bullet)])
    found = draft(ResumeData(work=[job]), Posting(title="Engineer", description="Requirements:\n- Kafka\n"), note)
    assert [each for each in found.changes if each.kind is ChangeKind.REWRITE] == []


def test_evidence_quotes_the_person_never_our_own_wording() -> None:
    found = draft(LENA, DATA_JOB, LENA_NOTES)
    own = {bullet.text for job in LENA.work for bullet in job.highlights} | {LENA_NOTES}
    order = only(found, ChangeKind.BULLET_ORDER, "w1")
    assert [quote.text for quote in order.evidence] == [
        "Rebuilt the nightly batch jobs, cutting run time from 6 h to 50 min.",
        LENA_NOTES,
    ]
    summary = only(found, ChangeKind.SUMMARY, "basics.summary")
    assert {quote.text for quote in summary.evidence} <= own
    assert LENA_NOTES in {quote.text for quote in summary.evidence}


def test_the_summary_says_the_closest_result_shorter_than_its_bullet() -> None:
    change = only(draft(LENA, DATA_JOB, LENA_NOTES), ChangeKind.SUMMARY, "basics.summary")
    assert change.after.endswith("At Brightwater, cut the run time of the nightly Spark batch jobs from 6 h to 50 min.")
    assert change.supported


@pytest.mark.parametrize(
    "bullet",
    [
        "Rebuilt the nightly Spark jobs in 50 min.",
        "Moved the Spark jobs from cron to Airflow and dbt, cutting run time from 6 h to 50 min.",
        "Tuned 40 Spark jobs, cutting what they cost by 30 %.",
    ],
)
def test_a_bullet_that_has_no_shorter_clause_stays_out_of_the_summary(bullet: str) -> None:
    resume = LENA.model_copy(deep=True)
    resume.work[0].highlights[1].text = bullet
    change = only(draft(resume, DATA_JOB), ChangeKind.SUMMARY, "basics.summary")
    assert "At Brightwater" not in change.after
    assert "result" not in change.reason


def test_changes_name_the_section_they_stand_in() -> None:
    titles = [change.title for change in draft(ACCOUNTANT, ACCOUNTANT_JOB).changes]
    assert "Skills · EDV" in titles
    job = Posting(title="Python Developer", description="Requirements:\n- Python\n- Django\n")
    shop = only(draft(long_resume(), job), ChangeKind.HIDE, "shop")
    assert (shop.title, shop.headline) == ("Projects · left out", "Web shop, 2010")


def test_a_result_that_stands_only_in_the_notes_joins_its_bullet() -> None:
    notes = "At Lowell the automated client reports saved 40 % of the team's week."
    change = only(draft(LENA, DATA_JOB, notes), ChangeKind.REWRITE, "c1")
    assert change.after == "Automated the monthly client reports, saving 40 % of the team's week."
    assert change.headline == "Adds the 40 % you wrote in your notes"
    assert change.decision is Decision.ACCEPTED


@pytest.mark.parametrize(
    "note",
    [
        "The automated client reports saved 40 % of the week.",
        "At Lowell things saved 40 % of the week.",
        "At Brightwater the dbt tests for incidents saved 40 % of the week.",
        "At Lowell the automated client reports saved a lot of time.",
    ],
    ids=["no employer", "no such bullet", "the bullet is no plain sentence", "no figure"],
)
def test_a_note_that_could_mean_anything_changes_no_bullet(note: str) -> None:
    assert not [change for change in draft(LENA, DATA_JOB, note).changes if change.kind is ChangeKind.REWRITE]


def test_a_text_with_an_unsupported_claim_comes_back_rejected() -> None:
    now = Situation.of(LENA, DATA_JOB, "", TODAY)
    change = Change(
        id="x", kind=ChangeKind.REWRITE, target="b4", title="", headline="", reason="",
        after="Moved reporting tables to Snowflake.",
    )  # fmt: skip
    checked = _checked(now, change)
    assert checked.decision is Decision.REJECTED
    assert [claim.reason for claim in checked.claims] == ["Snowflake is not in your evidence."]
    added = change.model_copy(update={"kind": ChangeKind.SKILLS_ORDER, "target": "s1", "added": ["Snowflake", "Spark"]})
    assert {claim.text for claim in _checked(now, added).claims} == {"Snowflake", "Spark"}


def test_without_the_note_the_tool_is_not_named_anywhere() -> None:
    found = draft(LENA, DATA_JOB)
    assert not any("Spark" in change.after for change in found.changes)


def test_what_the_posting_asks_moves_to_the_top_of_its_entry() -> None:
    change = only(draft(NURSE, NURSE_JOB), ChangeKind.BULLET_ORDER, "w1")
    assert change.order[0] == "b3"
    assert sorted(change.order) == ["b1", "b2", "b3", "b4"]
    assert change.order.index("b1") < change.order.index("b2"), "bullets that answer nothing keep their order"


def test_a_summary_is_continued_not_replaced() -> None:
    change = only(draft(LENA, DATA_JOB, LENA_NOTES), ChangeKind.SUMMARY, "basics.summary")
    assert change.after.startswith(LENA.basics.summary)
    assert "Hands-on experience with" in change.after


def test_a_missing_summary_is_assembled_from_title_years_and_work() -> None:
    change = only(draft(NURSE, NURSE_JOB), ChangeKind.SUMMARY, "basics.summary")
    assert change.after == (
        "Staff Nurse with seven years of professional experience, currently at St Anne’s Hospital. "
        "Experienced in medication administration and wound care."
    )


@pytest.mark.parametrize(
    ("resume", "posting", "sentence"),
    [
        (ACCOUNTANT, ACCOUNTANT_JOB, "Praktische Erfahrung mit DATEV. Schwerpunkt: Monatsabschluss."),
        (
            TEACHER,
            TEACHER_JOB,
            "Professeure des écoles avec neuf ans d’expérience professionnelle (actuellement : École Jules Ferry).",
        ),
        (
            STOREMAN,
            STOREMAN_JOB,
            "Mozo de almacén con seis años de experiencia profesional, actualmente en Almacenes Sol.",
        ),
    ],
)
def test_sentences_are_in_the_language_of_the_resume(resume: ResumeData, posting: Posting, sentence: str) -> None:
    change = only(draft(resume, posting), ChangeKind.SUMMARY, "basics.summary")
    assert sentence in change.after
    assert change.supported


def test_a_language_without_templates_gets_order_only() -> None:
    found = draft(BAKER, BAKER_JOB)
    assert {change.kind for change in found.changes} <= {
        ChangeKind.BULLET_ORDER,
        ChangeKind.SKILLS_ORDER,
        ChangeKind.ENTRY_ORDER,
    }
    assert only(found, ChangeKind.BULLET_ORDER, "w1").order == ["b2", "b1"]
    assert only(found, ChangeKind.ENTRY_ORDER, "projects").order == ["p2", "p1"]


def test_an_abbreviation_gets_the_wording_of_the_posting() -> None:
    found = draft(LENA, DATA_JOB)
    renaming = next(change for change in found.changes if change.renamed)
    assert renaming.renamed == {"K8s": "Kubernetes (K8s)"}
    assert "Kubernetes (K8s)" in apply_changes(LENA, [renaming]).skills[0].keywords


def test_a_skill_that_stands_only_in_bullets_joins_the_skills_list() -> None:
    found = draft(NURSE, NURSE_JOB)
    added = next(change for change in found.changes if change.added)
    assert added.added == ["Medication administration"]
    assert added.evidence[0].path == "b3"
    assert "Medication administration" in apply_changes(NURSE, [added]).skills[0].keywords


def test_a_resume_without_skills_gets_skills_of_their_own() -> None:
    bare = NURSE.model_copy(update={"skills": []})
    result = apply_changes(bare, draft(bare, NURSE_JOB).changes)
    assert "Medication administration" in result.skill_names()


def test_asked_skills_come_first_and_none_is_lost() -> None:
    change = only(draft(ACCOUNTANT, ACCOUNTANT_JOB), ChangeKind.SKILLS_ORDER, "s1")
    result = apply_changes(ACCOUNTANT, [change])
    assert result.skills[0].keywords == ["DATEV", "Excel", "Lexware"] or result.skills[0].keywords == [
        "Excel",
        "DATEV",
        "Lexware",
    ]


def long_resume() -> ResumeData:
    old = [
        Highlight(id=f"o{number}", text="Prepared the weekly rota and ordered paper for the print room " * 3)
        for number in range(9)
    ]
    new = [
        Highlight(id=f"n{number}", text="Kept the tills and counted the stock in the evening shift " * 4)
        for number in range(9)
    ]
    return ResumeData(
        basics=Basics(name="Sam Cole"),
        work=[
            Work(id="new", name="Corner Shop", position="Assistant", start="2018", current=True, highlights=new),
            Work(id="old", name="Copy House", position="Clerk", start="2006", end="2012", highlights=old),
        ],
        projects=[Project(id="shop", name="Web shop", start="2010", end="2010", description="Pottery by post.")],
        skills=[Skill(id="s", name="Tools", keywords=["Photoshop"])],
    )


def test_a_long_resume_hides_old_unrelated_points_but_keeps_two_of_each_job() -> None:
    job = Posting(title="Python Developer", description="Requirements:\n- Python\n- Django\n")
    hidden = [change for change in draft(long_resume(), job).changes if change.kind is ChangeKind.HIDE]
    assert hidden[0].target == "shop"
    assert {change.target for change in hidden[1:]} <= {f"o{number}" for number in range(2, 9)}
    result = apply_changes(long_resume(), hidden)
    assert "shop" in result.hidden
    assert len(result.projects) == 1, "hiding never deletes"


def test_a_short_resume_hides_nothing() -> None:
    assert not [change for change in draft(LENA, DATA_JOB).changes if change.kind is ChangeKind.HIDE]


@pytest.mark.parametrize("person", PEOPLE)
def test_the_result_makes_no_claim_without_evidence_and_scores_no_worse(person: str) -> None:
    resume, posting, notes = PEOPLE[person]
    found = draft(resume, posting, notes)
    result = apply_changes(resume, found.changes)
    evidence = EvidenceBase.from_resume(resume, notes, today=TODAY)
    assert check(result, evidence).unsupported == []
    assert found.score_before is not None
    assert found.score_after is not None
    assert found.score_after >= found.score_before
    assert found.score_after == match(result, posting, Preferences(), TODAY).score


@pytest.mark.parametrize("person", PEOPLE)
def test_every_change_explains_itself(person: str) -> None:
    resume, posting, notes = PEOPLE[person]
    found = draft(resume, posting, notes)
    assert found.changes
    assert len({change.id for change in found.changes}) == len(found.changes)
    for change in found.changes:
        assert change.title
        assert change.headline
        assert change.reason.endswith(".")
        if change.kind is not ChangeKind.HIDE:
            assert change.evidence
