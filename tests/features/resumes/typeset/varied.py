"""Ten résumés of invented people, as different as résumés are: every template has to carry each of them."""

from __future__ import annotations

from collections.abc import Callable

from careercoach_desktop.features.resumes.model import (
    Award,
    Basics,
    Education,
    Highlight,
    Language,
    Location,
    Mark,
    Project,
    Publication,
    ResumeData,
    Section,
    Skill,
    Volunteer,
    WebProfile,
    Work,
)
from tests.features.resumes.typeset.abroad import chinese, french, german, japanese, spanish
from tests.features.resumes.typeset.building import basics, points, skills


def student() -> ResumeData:
    """Half a page: one internship, school, a few skills."""
    return ResumeData(
        basics=basics(
            "Priya Nand", "Chemistry student", "priya@nand.example", "+44 161 496 0188", "Salford, United Kingdom"
        ),
        education=[
            Education(
                institution="University of Salford", study_type="BSc", area="Chemistry", start="2024-09", current=True
            ),
            Education(institution="Eccles Sixth Form College", study_type="A levels", start="2022", end="2024"),
        ],
        work=[
            Work(
                name="Irwell Water Laboratory",
                position="Summer intern",
                start="2025-06",
                end="2025-08",
                highlights=points("Titrated 300 river samples.", "Wrote the cleaning checklist the team still uses."),
            )
        ],
        skills=[Skill(name="Titration"), Skill(name="Chromatography"), Skill(name="Python")],
        languages=[Language(language="English", fluency="native"), Language(language="Gujarati", fluency="fluent")],
    )


_JOURNALS = ("Annals of Tidal Research", "Journal of Coastal Physics", "Letters on Estuaries", "Marine Acoustics")
_TOPICS = (
    "Sediment transport in shallow estuaries",
    "Acoustic sensing of suspended silt",
    "Wave damping by salt-marsh vegetation",
    "A tidal clock for harbour operators",
    "Turbulence under breaking swell",
)


def academic() -> ResumeData:
    """Forty publications, teaching, grants: many pages."""
    papers = [
        Publication(
            name=f"{_TOPICS[number % 5]}, part {number + 1}",
            publisher=_JOURNALS[number % 4],
            release_date=f"{2025 - number // 3}-{1 + number % 12:02}",
            url=f"https://doi.example/tide.{1000 + number}",
        )
        for number in range(40)
    ]
    return ResumeData(
        basics=basics(
            "Dr. Maren Oyelaran",
            "Associate Professor of Coastal Physics",
            "m.oyelaran@fjordport.example",
            "+47 21 55 01 90",
            "Bergen, Norway",
            "https://oyelaran.example",
            "Works on how waves, tides and silt shape harbours, with field stations on three coasts.",
        ),
        work=[
            Work(
                name="University of Fjordport",
                position="Associate Professor",
                location="Bergen",
                start="2018-08",
                current=True,
                highlights=points(
                    "Lead a group of nine on coastal turbulence.", "Raised €2.4 million in competitive grants."
                ),
            ),
            Work(
                name="Institute for Marine Acoustics",
                position="Postdoctoral researcher",
                location="Kiel",
                start="2014-02",
                end="2018-07",
                highlights=points("Built a sonar array that maps silt in real time."),
            ),
        ],
        education=[
            Education(
                institution="Delta University", study_type="PhD", area="Physics", start="2010", end="2014",
                location="Delft", highlights=points("Thesis: Damping of long waves by reeds."),
            ),
            Education(institution="University of Ibadan", study_type="MSc", area="Physics", start="2007", end="2009"),
        ],
        publications=papers,
        awards=[Award(title="Young Oceanographer Prize", date="2017", awarder="North Sea Academy")],
        skills=skills(Methods="Spectral analysis; Sonar; Numerical modelling", Software="Python; Fortran; MATLAB"),
        sections=[
            Section(
                title="Teaching",
                highlights=points(
                    "Waves and tides, third year, 60 students, since 2018.",
                    "Measuring at sea, master’s course with a week on board.",
                ),
            )
        ],
        languages=[Language(language="Norwegian", fluency="C1"), Language(language="English", fluency="native")],
    )  # fmt: skip


def climber() -> ResumeData:
    """Four roles, one after the other, at one employer."""
    roles = [
        ("Director of Operations", "2022-01", None, "Runs 14 depots with 900 staff."),
        ("Head of Fleet", "2018-06", "2021-12", "Replaced 240 diesel vans with electric ones."),
        ("Depot Manager", "2014-03", "2018-05", "Opened the Preston depot on time."),
        ("Dispatcher", "2011-09", "2014-02", "Planned 120 routes a day."),
    ]
    return ResumeData(
        basics=basics(
            "Gwen Tolland", "Operations director", "gwen@tolland.example", "+44 20 7946 0111", "Preston, United Kingdom"
        ),
        work=[
            Work(
                name="Northern Parcel Company",
                position=position,
                location="Preston",
                start=start,
                end=end,
                current=end is None,
                highlights=points(done, "Kept the promise of delivery by noon."),
            )
            for position, start, end, done in roles
        ],
        education=[Education(institution="Preston College", study_type="HND", area="Logistics", end="2011")],
        skills=[Skill(name="Fleet planning"), Skill(name="Budgeting"), Skill(name="Negotiation")],
    )


def wordy() -> ResumeData:
    """Long names, long titles, long addresses, long labels."""
    return ResumeData(
        basics=Basics(
            name="Maximiliane Freifrau von Hohenstein-Wartenberg",
            label="Senior Vice President for International Regulatory Affairs, Market Access and Public Policy",
            email="maximiliane.von.hohenstein-wartenberg@regulatory-affairs.example",
            phone="+49 30 23125 999",
            location=Location(text="Frankfurt am Main, Germany"),
            url="https://hohenstein-wartenberg.example/about/regulatory-affairs",
            profiles=[
                WebProfile(network="LinkedIn", url="https://linkedin.com/in/maximiliane-von-hohenstein-wartenberg")
            ],
        ),
        work=[
            Work(
                name="Consolidated European Pharmaceutical Distribution and Logistics Holding",
                position="Senior Vice President, International Regulatory Affairs and Market Access",
                location="Frankfurt am Main",
                start="2019-09",
                current=True,
                highlights=points(
                    "Coordinated the approval of 31 medicines in eleven countries, including the negotiation of "
                    "labels, leaflets and risk-management plans with every national authority involved, and reported "
                    "to the board.",
                    "Cut the average time from filing to approval from 19 to 13 months.",
                ),
            ),
            Work(
                name="Interdisciplinary Institute for Pharmaceutical Governance",
                position="Head of the Department of Comparative Approval Procedures",
                location="Brussels",
                start="2012-02",
                end="2019-08",
                highlights=points("Compared the procedures of 27 authorities in a handbook of 480 pages."),
            ),
        ],
        education=[
            Education(
                institution="Rhenish University of Applied Pharmaceutical Sciences",
                study_type="Doctorate",
                area="Pharmaceutical Law and Regulatory Science",
                start="2008",
                end="2012",
            )
        ],
        skills=[
            Skill(
                name="Regulatory strategy and public affairs",
                keywords=["Centralised procedures", "Risk-management plans", "Health technology assessment"],
            ),
            Skill(name="Leadership", keywords=["Board reporting", "Teams in several countries"]),
        ],
    )


def emphatic() -> ResumeData:
    """Bold, italic and linked words inside bullets, a volunteer post, a section of one's own, projects."""
    bold = Highlight(
        text="Cut waiting time from 40 to 12 minutes in one winter.", marks=[Mark(start=0, end=16, bold=True)]
    )
    link = Highlight(
        text="Wrote the open handbook that nine clinics follow.",
        marks=[Mark(start=10, end=23, url="https://handbook.example"), Mark(start=29, end=40, italic=True)],
    )
    return ResumeData(
        basics=basics(
            "Tomasz Wrzos", "Clinic manager", "tomasz@wrzos.example", "+48 22 555 01 23", "Gdańsk, Poland",
            "https://wrzos.example",
        ),
        work=[
            Work(
                name="Clinic on the Quay", position="Clinic manager", location="Gdańsk", start="2018-05", current=True,
                highlights=[bold, link],
            )
        ],
        projects=[
            Project(
                name="Open Handbook", description="A free handbook for running small clinics.",
                url="https://handbook.example", start="2020", end="2022",
                highlights=points("Translated into four languages."),
            )
        ],
        education=[Education(institution="Baltic School of Management", study_type="MBA", start="2014", end="2016")],
        skills=[Skill(name="Rostering"), Skill(name="Budgeting"), Skill(name="Triage")],
        volunteer=[
            Volunteer(
                organization="Harbour Rescue", position="First-aider", start="2019", current=True,
                highlights=points("On call two weekends a month."),
            )
        ],
        sections=[
            Section(title="Memberships", highlights=points("Polish Society of Clinic Managers", "Sailing Club Gdańsk"))
        ],
    )  # fmt: skip


VARIED: dict[str, Callable[[], ResumeData]] = {
    made.__name__: made
    for made in (
        student, academic, german, french, spanish, chinese, japanese, climber, wordy, emphatic,
    )
}  # fmt: skip
