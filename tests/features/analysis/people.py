"""Two people at the ends of the scale, written for these tests: nothing to say about Maren, much about Bo."""

from __future__ import annotations

from careercoach_desktop.features.resumes.model import (
    Basics,
    Education,
    Highlight,
    Location,
    ResumeData,
    Skill,
    WebProfile,
    Work,
)


def bullets(*texts: str, prefix: str = "b") -> list[Highlight]:
    return [Highlight(id=f"{prefix}{number}", text=text) for number, text in enumerate(texts, 1)]


def maren() -> ResumeData:
    """An excellent résumé: every part there, figures, past and present where they belong."""
    return ResumeData(
        basics=Basics(
            name="Maren Holt",
            label="Logistics Manager",
            email="maren.holt@example.org",
            phone="+44 20 7946 0018",
            summary="Logistics manager with nine years in food wholesale. Plans routes for fleets of up to eighty vans "
            "and has cut both cost and late deliveries at the same time.",
            location=Location(city="Leeds", country_code="GB", text="Leeds, United Kingdom"),
            profiles=[WebProfile(id="link", network="LinkedIn", url="https://www.linkedin.com/in/maren-holt")],
        ),
        work=[
            Work(
                id="now",
                name="Greenway Foods",
                position="Logistics Manager",
                start="2019-04",
                current=True,
                highlights=bullets(
                    "Lead a team of 14 dispatchers across three depots in the north of England",
                    "Cut the cost per delivery by 18 % with routes that are planned anew every night",
                    "Introduced handheld scanners in all depots, which halved the number of lost parcels",
                    "Negotiate yearly contracts worth £2.4m with carriers and tyre suppliers",
                    prefix="n",
                ),
            ),
            Work(
                id="then",
                name="Porter & Sons",
                position="Transport Planner",
                start="2015-09",
                end="2019-03",
                highlights=bullets(
                    "Planned 60 daily tours for a fleet of 35 vans and kept 97 % of the promised time windows",
                    "Built the spreadsheet model that the company still uses to forecast the need for drivers",
                    "Trained eleven new planners and wrote the handbook they learn from",
                    prefix="t",
                ),
            ),
        ],
        education=[
            Education(id="school", institution="University of Hull", study_type="BSc", area="Supply Chain Management",
                      start="2012", end="2015"),
        ],
        skills=[
            Skill(id="tools", name="Tools", keywords=["SAP TM", "Excel", "Power BI", "SQL"]),
            Skill(id="work", name="Logistics", keywords=["Route planning", "Fleet management", "Negotiation"]),
        ],
    )  # fmt: skip


def bo() -> ResumeData:
    """A poor one: no way to call, no dates, duties instead of deeds, no skills."""
    return ResumeData(
        basics=Basics(
            name="Bo Lind",
            email="BO.LIND@example.org",
            summary="I am a hard-working team player who is passionate and results-driven.",
        ),
        work=[
            Work(
                id="one",
                name="Corner Shop",
                position="",
                highlights=bullets(
                    "Responsible for the till and for the shelves in the shop.",
                    "Helped with the stock and with the deliveries in the morning",
                    "Worked on the  new window for the summer season",
                    "Responsible for the till and for the shelves in the shop",
                    prefix="o",
                ),
            ),
            Work(id="two", name="Harbour Café", position="Waiter"),
        ],
        education=[Education(id="edu", institution="Harbour School")],
    )
