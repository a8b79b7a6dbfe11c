"""Résumés to test with, written for these tests."""

from __future__ import annotations

from careercoach_desktop.features.resumes.model import (
    Basics,
    Education,
    Highlight,
    Language,
    Location,
    Region,
    ResumeData,
    Skill,
    Trace,
    WebProfile,
    Work,
)


def ines() -> ResumeData:
    """Two jobs, one doubtful date, one doubtful phone number: 19 values."""
    return ResumeData(
        basics=Basics(
            name="Inês Caldeira",
            label="Hydrologist",
            email="ines@caldeira.example",
            phone="+351 21 000 1122",
            location=Location(city="Porto", country_code="PT"),
            profiles=[WebProfile(id="web1", network="GitHub", url="https://git.example/ines")],
        ),
        work=[
            Work(
                id="work1",
                name="Rio Claro",
                position="Hydrologist",
                start="2021-04",
                current=True,
                highlights=[
                    Highlight(id="b1", text="Modelled 12 river basins."),
                    Highlight(id="b2", text="Led a team."),
                ],
            ),
            Work(id="work2", name="Foz & Filhos", position="Trainee", start="2019", end="2020"),
        ],
        education=[Education(id="edu1", institution="University of Porto", study_type="MSc", area="Hydrology")],
        skills=[Skill(id="skill1", keywords=["Python", "QGIS", "HEC-RAS"])],
        languages=[Language(id="lang1", language="Portuguese")],
        traces={
            "basics.phone": Trace(text="21 000 1122", confidence=0.5),
            "basics.email": Trace(text="ines@caldeira.example", confidence=0.98),
            "work2.end": Trace(
                regions=[Region(page=0, left=0.7, top=0.4, right=0.8, bottom=0.42)], text="20", note="from “20”"
            ),
        },
    )


def many_jobs(count: int) -> ResumeData:
    """A résumé with ``count`` jobs of two bullets each."""
    return ResumeData(
        basics=Basics(name="Tomás Prado", email="tomas@prado.example"),
        work=[
            Work(
                id=f"w{number}",
                name=f"Employer {number}",
                position="Engineer",
                start=f"{1990 + number % 30}",
                highlights=[Highlight(id=f"w{number}a", text="First."), Highlight(id=f"w{number}b", text="Second.")],
            )
            for number in range(count)
        ],
    )
