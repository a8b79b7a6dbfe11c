"""Letter, résumé, tailored résumé and profile: what they say differently is told, other words are not."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.service import Disagreement, disagreements
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.resumes.model import (
    Basics,
    Certificate,
    Education,
    Highlight,
    Language,
    ResumeData,
    Work,
)
from tests.features.evidence.labelled import TODAY, Case, labelled

RESUME = ResumeData(
    basics=Basics(name="Mara Ellwood", label="Data Engineer", email="mara@ellwood.example", phone="+44 20 7946 0018"),
    work=[
        Work(
            id="halden",
            name="Halden Grid",
            position="Data Engineer",
            start="2021-03",
            current=True,
            highlights=[
                Highlight(id="h1", text="Cut the cost of the data warehouse by 38 % in one year."),
                Highlight(id="h2", text="Trained six junior analysts in SQL."),
                Highlight(id="h3", text="Link person for data protection since 2023."),
            ],
        ),
        Work(
            id="otter",
            name="Otterburn Mills",
            position="Assistant Accountant",
            start="2018-09",
            end="2021-02",
            highlights=[
                Highlight(id="o1", text="Automated the weekly stock report, saving the team five hours a week.")
            ],
        ),
    ],
    education=[
        Education(
            id="uni", institution="University of Kelder", study_type="BSc", area="Mathematics", start="2015", end="2018"
        )
    ],
    certificates=[Certificate(id="c", name="First Aid at Work", date="2022-05")],
    languages=[Language(id="l", language="German", fluency="B2")],
)


def told(letter: str) -> list[Disagreement]:
    return disagreements(letter, None, RESUME, today=TODAY)


def tailored(**changes: object) -> list[Disagreement]:
    draft = RESUME.model_copy(deep=True)
    for name, value in changes.items():
        entry, field = name.split("__")
        setattr(next(job for job in (*draft.work, *draft.education) if job.id == entry), field, value)
    return disagreements("", draft, RESUME, today=TODAY)


@pytest.mark.parametrize(
    ("letter", "kind", "here", "there"),
    [
        ("I joined Halden Grid in March 2019.", ClaimKind.DATE, "March 2019", "2021-03"),
        ("Ich arbeite seit Mai 2021 bei Halden Grid.", ClaimKind.DATE, "Mai 2021", "2021-03"),
        ("J'ai quitté Otterburn Mills en juin 2021.", ClaimKind.DATE, "juin 2021", "2021-02"),
        ("Trabajé en Otterburn Mills hasta 2022.", ClaimKind.DATE, "2022", "2021-02"),
        ("My ten years at Halden Grid taught me patience.", ClaimKind.DATE, "ten years", "2021-03 – now"),
        ("At Halden Grid I cut the cost of our data warehouse by 48 %.", ClaimKind.NUMBER, "48 %", "38 %"),
        ("I trained sixteen junior analysts in SQL.", ClaimKind.NUMBER, "sixteen", "six"),
        (
            "As Lead Data Engineer at Halden Grid I look after billing.",
            ClaimKind.TITLE,
            "Lead Data Engineer",
            "Data Engineer",
        ),
        ("I was an accountant at Otterburn Mills.", ClaimKind.TITLE, "accountant", "Assistant Accountant"),
        (
            "At Halden Grid I automated the weekly stock report, which saved my team five hours a week.",
            ClaimKind.EMPLOYER,
            "Halden Grid",
            "Otterburn Mills",
        ),
        ("I hold an MSc in Mathematics from the University of Kelder.", ClaimKind.DEGREE, "MSc", "BSc Mathematics"),
        ("Write to me at mara@ellwod.example.", ClaimKind.STATEMENT, "mara@ellwod.example", "mara@ellwood.example"),
    ],
)
def test_a_letter_that_says_it_differently(letter: str, kind: ClaimKind, here: str, there: str) -> None:
    found = told(letter)
    assert [(each.kind, each.here, each.there) for each in found] == [(kind, here, there)]
    assert found[0].sentence.startswith(f"Your letter says “{here}”, your résumé says “{there}”")


@pytest.mark.parametrize(
    "letter",
    [
        "",
        "I joined Halden Grid in spring 2021, and since 2023 I have been its link person for data protection.",
        "Seit über fünf Jahren arbeite ich bei Halden Grid.",
        "At Halden Grid I brought warehouse costs down by thirty-eight per cent.",
        "I trained 6 junior analysts in SQL.",
        "Your data team of sixteen analysts would be a new size for me.",
        "As a data engineer at Halden Grid I look after billing.",
        "Als Dateningenieurin bei Halden Grid betreue ich die Abrechnung.",
        "Before Halden Grid I automated the weekly stock report at Otterburn Mills.",
        "I graduated from the University of Kelder in 2018 with a bachelor's degree.",
        "After two and a half years at Otterburn Mills I moved on.",
        "Within two years at Halden Grid I knew every table.",
        "My German is at B2.",
        "Please write to jobs@brightmoor.example or to mara@ellwood.example.",
        "Since 2023 I have cared for my mother.",
    ],
)
def test_a_letter_that_says_the_same_in_other_words(letter: str) -> None:
    assert told(letter) == []


def test_a_level_of_a_language_that_was_raised() -> None:
    assert [(each.kind, each.there) for each in told("I speak fluent German.")] == [(ClaimKind.SKILL, "German B2")]


def test_a_tailored_resume_that_moves_a_date_a_title_a_number_an_employer() -> None:
    assert [each.sentence for each in tailored(halden__start="2019-03")] == [
        "The tailored résumé says “2019-03”, your résumé says “2021-03” (Halden Grid, 2021 – now)."
    ]
    assert [each.there for each in tailored(halden__position="Senior Data Engineer")] == ["Data Engineer"]
    assert [each.there for each in tailored(otter__name="Brackwater Foods")] == ["Otterburn Mills"]
    assert [each.there for each in tailored(uni__study_type="MSc")] == ["BSc Mathematics"]
    reworded = [Highlight(id="h1", text="Reduced warehouse cost by 83 % within a year.")]
    assert [(each.here, each.there) for each in tailored(halden__highlights=reworded)] == [("83 %", "38 %")]


def test_a_tailored_resume_that_says_less_or_says_it_otherwise() -> None:
    assert tailored(halden__start="2021") == []
    assert tailored(otter__name="OTTERBURN MILLS Ltd") == []
    assert tailored(uni__study_type="Bachelor of Science") == []
    assert tailored(halden__highlights=[Highlight(id="h2", text="Taught SQL to 6 junior analysts.")]) == []
    assert tailored(otter__highlights=[Highlight(id="o1", text="Saved the team 5 hours a week.")]) == []


def test_what_is_hidden_says_nothing() -> None:
    draft = RESUME.model_copy(deep=True)
    draft.work[0].highlights[0].text = "Cut the cost of the data warehouse by 99 %."
    draft.hidden = ["h1"]
    assert disagreements("", draft, RESUME, today=TODAY) == []


def test_a_letter_is_held_against_the_resume_that_is_sent_with_it_first() -> None:
    draft = RESUME.model_copy(deep=True)
    draft.work[0].highlights[0].text = "Cut the cost of the data warehouse by 40 % in one year."
    found = disagreements("At Halden Grid I cut the cost of the data warehouse by 38 %.", draft, RESUME, today=TODAY)
    assert [each.sentence for each in found] == [
        "Your letter says “38 %”, the tailored résumé says “40 %” (Halden Grid, 2021 – now).",
        "The tailored résumé says “40 %”, your résumé says “38 %” (Halden Grid, 2021 – now).",
    ]


def test_a_profile_that_has_another_number_title_or_note() -> None:
    profile = Profile(
        name="Mara J. Ellwood",
        headline="Head of Data",
        email="MARA@ellwood.example",
        phone="020 7946 0019",
        notes="I trained nine junior analysts in SQL.",
    )
    found = disagreements("", None, RESUME, profile=profile, today=TODAY)
    assert [(each.where_here, each.here, each.there) for each in found] == [
        ("Your notes", "nine", "six"),
        ("Your profile", "020 7946 0019", "+44 20 7946 0018"),
        ("Your profile", "Head of Data", "Data Engineer"),
    ]


def test_a_profile_that_agrees() -> None:
    profile = Profile(name="Ellwood, Mara", headline="Data engineer", phone="(020) 7946-0018", notes="I like mornings.")
    assert disagreements("", None, RESUME, profile=profile, today=TODAY) == []


@pytest.mark.parametrize(
    "case",
    [case for case in labelled() if case.honest and case.place in {"letter", "answer"}],
    ids=lambda case: case.id,
)
def test_no_honest_letter_disagrees_with_its_resume(case: Case) -> None:
    assert [each.sentence for each in disagreements(case.text, None, case.resume, today=TODAY)] == []
