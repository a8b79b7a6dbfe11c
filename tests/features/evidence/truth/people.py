"""People whose evidence the truth check is tried on, in four languages and several trades."""

from __future__ import annotations

from datetime import date

from careercoach_desktop.features.evidence.truth import EvidenceBase
from careercoach_desktop.features.resumes.model import (
    Basics,
    Certificate,
    Education,
    Highlight,
    Language,
    ResumeData,
    Skill,
    Work,
)

TODAY = date(2026, 11, 23)


def bullet(name: str, text: str) -> Highlight:
    return Highlight(id=name, text=text)


LENA = ResumeData(
    basics=Basics(
        name="Lena Marsh",
        label="Data Engineer",
        summary="Data engineer with six years in utilities and retail. Builds pipelines and likes clean models.",
    ),
    work=[
        Work(
            id="brightwater",
            name="Brightwater",
            position="Data Engineer",
            start="2022-03",
            current=True,
            technologies=["Terraform"],
            highlights=[
                bullet("b1", "Migrated 140 jobs from cron to Airflow."),
                bullet("b2", "Rebuilt the nightly batch jobs, cutting run time from 6 h to 50 min."),
                bullet("b3", "Introduced dbt tests; incidents fell by a third."),
                bullet("b4", "Moved 12 reporting tables to BigQuery and saved £40,000 a year in licences."),
                bullet("b5", "Supported a platform team of 9 people across 3 sites."),
            ],
        ),
        Work(
            id="lowell",
            name="Lowell Analytics",
            position="Junior Analyst",
            start="2019-06",
            end="2022-02",
            highlights=[
                bullet("c1", "Automated the monthly client reports in Python."),
                bullet("c2", "Trained five colleagues in SQL."),
            ],
        ),
    ],
    education=[
        Education(
            id="leeds",
            institution="University of Leeds",
            study_type="BSc",
            area="Mathematics",
            start="2016",
            end="2019",
        )
    ],
    skills=[Skill(id="s", name="Tools", keywords=["SQL", "Python", "K8s", "Spark", "Redshift"])],
    certificates=[Certificate(id="cert", name="AWS Certified Cloud Practitioner", date="2023-05", issuer="Amazon")],
    languages=[Language(id="lang", language="German", fluency="B1")],
)
LENA_NOTES = "Nightly batch = Spark on EMR.\nAt Lowell the automated reports saved 40 % of the team's week."

ANNA = ResumeData(
    language="de",
    basics=Basics(name="Anna Vogt", summary="Pflegefachfrau mit acht Jahren Erfahrung in der Chirurgie."),
    work=[
        Work(
            id="klinik",
            name="Klinikum Süd",
            position="Pflegefachfrau",
            start="2018-04",
            current=True,
            highlights=[
                bullet(
                    "k1", "Betreuung von bis zu 12 Patienten pro Schicht auf einer chirurgischen Station mit 28 Betten"
                ),
                bullet("k2", "Wundversorgung und Medikamentengabe nach Standard"),
                bullet("k3", "Einarbeitung von sechs neuen Kolleginnen"),
                bullet("k4", "Senkung der Sturzrate um 20 % durch ein neues Übergabeprotokoll"),
            ],
        ),
        Work(
            id="heim",
            name="Haus Abendrot",
            position="Pflegehelferin",
            start="2015-01",
            end="2018-03",
            highlights=[
                bullet("h1", "Grundpflege von 1.200 Einsätzen im Jahr"),
                bullet("h2", "Führung der Pflegedokumentation in Vivendi"),
            ],
        ),
    ],
    education=[Education(id="schule", institution="Pflegeschule Ulm", study_type="Ausbildung", area="Krankenpflege")],
    skills=[Skill(id="as", name="Pflege", keywords=["Wundversorgung", "Medikamentengabe", "Blutentnahme"])],
    languages=[Language(id="al", language="Englisch", fluency="B1")],
)

CLAIRE = ResumeData(
    language="fr",
    basics=Basics(name="Claire Petit"),
    work=[
        Work(
            id="ferry",
            name="École Jules Ferry",
            position="Professeure des écoles",
            start="2017-09",
            current=True,
            highlights=[
                bullet("f1", "Enseignement à une classe de CM1 de 27 élèves"),
                bullet("f2", "Accueil de trois élèves à besoins éducatifs particuliers"),
                bullet("f3", "Formation de cinq collègues à l’usage de Moodle"),
                bullet(
                    "f4", "Participation à un projet de lecture qui a réduit de 15 % le nombre d’élèves en difficulté"
                ),
            ],
        ),
    ],
    education=[
        Education(id="lyon", institution="Université Lyon 2", study_type="Master", area="Métiers de l’enseignement")
    ],
    skills=[Skill(id="cs", name="Compétences", keywords=["Gestion de classe", "Moodle"])],
)

PEDRO = ResumeData(
    language="es",
    basics=Basics(name="Pedro Ruiz", summary="Mozo de almacén con experiencia en carretillas."),
    work=[
        Work(
            id="sol",
            name="Almacenes Sol",
            position="Mozo de almacén",
            start="2020-01",
            current=True,
            highlights=[
                bullet("p1", "Preparación de 120 pedidos diarios con terminal RF"),
                bullet("p2", "Manejo de carretilla elevadora y control de stock"),
                bullet("p3", "Reducción de errores de inventario del 4 % al 1 %"),
            ],
        ),
    ],
    certificates=[Certificate(id="car", name="Carnet de carretillero", date="2021")],
    skills=[Skill(id="ps", name="Herramientas", keywords=["Excel", "SAP"])],
)

TOM = ResumeData(
    basics=Basics(
        name="Tom Reed", label="Restaurant Manager", summary="Restaurant manager who started as a kitchen porter."
    ),
    work=[
        Work(
            id="inn",
            name="The Harbour Inn",
            position="Assistant Restaurant Manager",
            start="2021-05",
            current=True,
            highlights=[
                bullet("i1", "Ran evening service for 80 covers with a team of 11."),
                bullet("i2", "Cut food waste from 9% to 5% by re-planning portions."),
                bullet("i3", "Raised average spend per guest by £3.50."),
                bullet("i4", "Handled weekly orders worth £12k with six suppliers."),
            ],
        ),
        Work(
            id="bistro",
            name="Bistro Nord",
            position="Waiter",
            start="2018-03",
            end="2021-04",
            highlights=[
                bullet("n1", "Served up to 60 guests a night."),
                bullet("n2", "Won employee of the month twice."),
            ],
        ),
    ],
    certificates=[Certificate(id="fh", name="Level 2 Food Hygiene", date="2020")],
    skills=[Skill(id="sk", name="Skills", keywords=["HACCP", "Rota planning", "Opera PMS"])],
    languages=[Language(id="l1", language="French", fluency="Conversational")],
)

TOM_NOTES = "I was acting manager for two months in summer 2024 at the Harbour Inn."

EVIDENCE = {
    "tom": EvidenceBase.from_resume(TOM, TOM_NOTES, today=TODAY),
    "lena": EvidenceBase.from_resume(LENA, LENA_NOTES, today=TODAY),
    "anna": EvidenceBase.from_resume(ANNA, "", today=TODAY),
    "claire": EvidenceBase.from_resume(CLAIRE, "", today=TODAY),
    "pedro": EvidenceBase.from_resume(PEDRO, "", today=TODAY),
}
