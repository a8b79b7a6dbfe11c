"""Résumés the typesetting tests set: the two samples, one with everything, and some awkward ones."""

from __future__ import annotations

import json

from careercoach_desktop.features.resumes.interchange import from_json_resume
from careercoach_desktop.features.resumes.model import (
    Award,
    Basics,
    Certificate,
    Education,
    Highlight,
    Interest,
    Language,
    Location,
    Project,
    Publication,
    Reference,
    ResumeData,
    ResumeStyle,
    Section,
    Skill,
    Volunteer,
    WebProfile,
    Work,
)
from careercoach_desktop.foundation.resources import resource

AWKWARD = r"""#let x = 1; $a^2$ *bold* _under_ @cite <label> \n "quoted" 'single' // note /* * */ [x] {y} `raw` -- ->"""


def sample(name: str) -> ResumeData:
    """``lena-marsh`` (English) or ``camille-bergmann`` (German)."""
    data = from_json_resume(json.loads(resource(f"sample/{name}.json").read_text("utf-8")))
    data.language = {"lena-marsh": "en", "camille-bergmann": "de"}[name]
    return data


def styled(template: str = "modern", **options: object) -> ResumeStyle:
    return ResumeStyle.model_validate({"template": template, **options})


def points(*texts: str) -> list[Highlight]:
    return [Highlight(text=text) for text in texts]


def everything() -> ResumeData:
    """A résumé with something in every section."""
    return ResumeData(
        basics=Basics(
            name="Odile Ferrand-Okafor",
            label="Legal counsel, energy and infrastructure",
            email="odile@ferrand.example",
            phone="+33 1 99 00 12 34",
            url="https://www.ferrand.example/",
            summary="Counsel with twelve years in energy law.\n\nAdvises boards in plain words.",
            location=Location(postal_code="69002", city="Lyon", country_code="FR"),
            profiles=[WebProfile(network="Lawbook", username="odile", url="https://lawbook.example/odile")],
        ),
        work=[
            Work(
                name="Grandrive Énergie",
                position="Senior Legal Counsel",
                location="Lyon",
                url="https://grandrive.example",
                start="2018-05",
                current=True,
                summary="Operator of hydro-electric plants.",
                highlights=points(
                    "Negotiated 14 power-purchase agreements worth €310 million.",
                    "Built a clause library that halved drafting time.",
                ),
                technologies=["ContractDesk", "Lexfinder"],
            ),
            Work(name="Cabinet Morvan & Associés", position="Associate", start="2013", end="2018-04"),
            Work(position="Freelance translator", start="2012", end="2012"),
        ],
        volunteer=[
            Volunteer(
                organization="Clinique juridique du Rhône",
                position="Adviser",
                start="2019",
                current=True,
                highlights=points("Answers tenancy questions on two evenings a month."),
            )
        ],
        education=[
            Education(
                institution="Université Lumière des Alpes",
                study_type="LLM",
                area="Energy Law",
                start="2011",
                end="2012",
                location="Grenoble",
                courses=["Competition law", "Grid regulation"],
                highlights=points("Thesis on cross-border grids."),
            )
        ],
        skills=[
            Skill(name="Law", keywords=["Energy regulation", "Contract drafting", "Arbitration (ICC, ad hoc)"]),
            Skill(name="Negotiation"),
            Skill(name="Public speaking", level="advanced"),
        ],
        projects=[
            Project(
                name="Plain Clauses",
                description="A free collection of contract clauses in plain language.",
                url="https://plainclauses.example",
                start="2020-01",
                end="2021-06",
                roles=["Founder", "Editor"],
                keywords=["Markdown", "Git"],
                highlights=points("Used by 60 municipalities."),
            )
        ],
        certificates=[Certificate(name="Certified Mediator", date="2022-11", issuer="Chambre des médiateurs du Sud")],
        publications=[
            Publication(
                name="Who owns the wind?",
                publisher="Revue des réseaux",
                release_date="2021-03-15",
                url="https://revue.example/wind",
                summary="On rights of way above land.",
            )
        ],
        awards=[
            Award(
                title="Young Counsel of the Year",
                date="2017",
                awarder="Ligue des juristes",
                summary="For pro bono work.",
            )
        ],
        languages=[
            Language(language="French", fluency="native"),
            Language(language="Igbo", fluency="B1"),
            Language(language="English"),
        ],
        interests=[Interest(name="Rowing", keywords=["coxed four", "sculls"]), Interest(name="Choral singing")],
        references=[
            Reference(name="Bénédicte Morvan", reference="Odile reads the annex first, and finds what matters.")
        ],
        sections=[
            Section(title="Bar admissions", highlights=points("Barreau de Lyon, 2013", "Barreau de Grenoble, 2012"))
        ],
        language="en",
    )


_TOWNS = ("Hamburg", "Köln", "Dresden", "Mainz", "Kassel", "Bremen", "Erfurt")


def long() -> ResumeData:
    """Four pages of work with long words, long titles and long bullets."""
    data = everything()
    bullet = (
        "Coordinated the re-negotiation of long-running supply contracts with eleven counterparties in four countries, "
        "including the review of more than two thousand pages of annexes, and reported to the board every fortnight"
    )
    data.work = [
        Work(
            name=f"Internationale Gesellschaft für Infrastrukturentwicklung und Energiewirtschaft {town}",
            position="Deputy Head of Regulatory Affairs, Procurement and Cross-Border Infrastructure Partnerships",
            location="Frankfurt am Main, Germany",
            start=f"{2025 - number}-02",
            end=f"{2026 - number}-01",
            highlights=points(*(f"{bullet} ({number}.{point})." for point in range(1, 6))),
        )
        for number, town in enumerate(_TOWNS, 1)
    ]
    data.skills = [
        Skill(name="Regulatory strategy and public affairs", keywords=[f"Skill number {n}" for n in range(30)]),
        Skill(name="Law", keywords=["Contracts"]),
    ]
    return data


def short() -> ResumeData:
    """A school leaver: a name, an e-mail address, a school and two skills."""
    return ResumeData(
        basics=Basics(name="Ned Ó Briain", email="ned@obriain.example"),
        education=[Education(institution="Scoil Chill Mhantáin", end="2026")],
        skills=[Skill(name="Swimming"), Skill(name="First aid")],
    )


def awkward() -> ResumeData:
    """Every place a template shows, filled with what Typst would take for markup or code."""
    return ResumeData(
        basics=Basics(name="Ann #strong[x]", label=AWKWARD, summary=AWKWARD, url="https://ann.example/?a=1&b=#c"),
        work=[
            Work(
                name=f"Employer {AWKWARD}",
                position=f"Title {AWKWARD}",
                location="#place <here>",
                start="2020",
                end="2021",
                highlights=points(
                    AWKWARD, "#panic()", "= Heading", "- dash", "+ plus", "https://x.example // not a comment"
                ),
                technologies=["C#", "C++", "$latex$", "F*"],
            )
        ],
        skills=[Skill(name="#group", keywords=["C#", "*", "@", "<b>", "\\", '"'])],
        sections=[Section(title="#title *x*", highlights=points(AWKWARD))],
    )
