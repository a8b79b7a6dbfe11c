"""Résumés and postings from different trades and languages that the engine is tried on."""

from __future__ import annotations

from datetime import date

from careercoach_desktop.features.jobs.model import Posting, WorkMode
from careercoach_desktop.features.resumes.model import Basics, Education, Highlight, Project, ResumeData, Skill, Work

TODAY = date(2026, 11, 23)


def _bullets(*pairs: tuple[str, str]) -> list[Highlight]:
    return [Highlight(id=name, text=text) for name, text in pairs]


LENA = ResumeData(
    basics=Basics(
        name="Lena Marsh",
        label="Data Engineer",
        summary="Data engineer with six years in utilities and retail. Builds pipelines and likes clean models.",
    ),
    work=[
        Work(
            id="w1",
            name="Brightwater",
            position="Data Engineer",
            start="2022-03",
            current=True,
            highlights=_bullets(
                ("b1", "Migrated 140 jobs from cron to Airflow."),
                ("b2", "Rebuilt the nightly batch jobs, cutting run time from 6 h to 50 min."),
                ("b3", "Introduced dbt tests; incidents fell by a third."),
                ("b4", "Moved reporting tables to BigQuery."),
            ),
        ),
        Work(
            id="w2",
            name="Lowell Analytics",
            position="Analyst",
            start="2019-06",
            end="2022-02",
            highlights=_bullets(
                ("c1", "Automated the monthly client reports."), ("c2", "Trained five colleagues in SQL.")
            ),
        ),
    ],
    education=[
        Education(
            id="e1", institution="University of Leeds", study_type="BSc", area="Mathematics", start="2016", end="2019"
        )
    ],
    skills=[
        Skill(id="s1", name="Tools", keywords=["Redshift", "SQL", "Python", "Airflow", "dbt", "K8s"]),
        Skill(id="s2", name="Other", keywords=["Sailing"]),
    ],
)
DATA_JOB = Posting(
    title="Senior Data Engineer",
    company="Northwind",
    description="""## What you bring
- 5+ years of experience in data engineering
- Apache Spark in production; tuning Spark jobs
- Strong SQL and Python, dbt
- Kubernetes and Snowflake

## Nice to have
- Airflow
- Great communication skills
""",
)
NURSE = ResumeData(
    basics=Basics(name="Maria Lopes", label="Registered Nurse"),
    work=[
        Work(
            id="w1",
            name="St Anne’s Hospital",
            position="Staff Nurse",
            start="2019-02",
            current=True,
            highlights=_bullets(
                ("b1", "Organised the ward’s summer party."),
                ("b2", "Cared for up to eight post-operative patients per shift on a 28-bed ward."),
                ("b3", "Administered medication and carried out wound care following the trust’s protocols."),
                ("b4", "Mentored six student nurses; all passed their placement."),
            ),
        )
    ],
    skills=[Skill(id="s1", name="Clinical", keywords=["Venepuncture", "Wound care", "Patient records"])],
)
NURSE_JOB = Posting(
    title="Staff Nurse – Surgical Ward",
    company="Riverside Trust",
    location="Bristol",
    work_mode=WorkMode.ONSITE,
    description="""**Essential**
- At least 2 years' experience in an acute setting
- Medication administration and wound care
- Accurate patient records

**Desirable**
- Mentoring students
""",
)
ACCOUNTANT = ResumeData(
    language="de",
    basics=Basics(name="Jonas Weber", summary="Buchhalter mit Freude an sauberen Zahlen"),
    work=[
        Work(
            id="w1",
            name="Müller Logistik GmbH",
            position="Buchhalter",
            start="2018-04",
            current=True,
            highlights=_bullets(
                ("b1", "Organisation der Weihnachtsfeier"),
                ("b2", "Erstellung der Umsatzsteuervoranmeldungen in DATEV für vier Gesellschaften"),
                ("b3", "Verkürzung des Monatsabschlusses von acht auf fünf Tage"),
            ),
        )
    ],
    skills=[
        Skill(id="s1", name="EDV", keywords=["Lexware", "Excel", "DATEV"]),
        Skill(id="s2", name="Fachlich", keywords=["Kreditorenbuchhaltung"]),
    ],
)
ACCOUNTANT_JOB = Posting(
    title="Finanzbuchhalter (m/w/d)",
    company="Nordwind AG",
    location="Köln",
    description="""**Dein Profil**
- Mindestens 3 Jahre Berufserfahrung in der Finanzbuchhaltung
- Sichere Kenntnisse in DATEV und Excel
- Monatsabschluss und Kreditorenbuchhaltung
- SAP von Vorteil
""",
)
TEACHER = ResumeData(
    language="fr",
    basics=Basics(name="Claire Petit"),
    work=[
        Work(
            id="w1",
            name="École Jules Ferry",
            position="Professeure des écoles",
            start="2017-09",
            current=True,
            highlights=_bullets(
                ("b1", "Organisation de la kermesse annuelle"),
                ("b2", "Enseignement à une classe de CM1 de 27 élèves"),
                ("b3", "Formation de cinq collègues à l’usage de Moodle"),
            ),
        )
    ],
    skills=[Skill(id="s1", name="Compétences", keywords=["Pédagogie", "Gestion de classe"])],
)
TEACHER_JOB = Posting(
    title="Enseignant(e) école primaire",
    company="Groupe Sainte-Marie",
    description="""## Profil recherché
- Au moins 3 ans d’expérience dans l’enseignement
- Gestion de classe
- La maîtrise de Moodle serait un plus
""",
)
STOREMAN = ResumeData(
    language="es",
    basics=Basics(name="Pedro Ruiz"),
    work=[
        Work(
            id="w1",
            name="Almacenes Sol",
            position="Mozo de almacén",
            start="2020-01",
            current=True,
            highlights=_bullets(
                ("b1", "Limpieza de la zona de descanso"),
                ("b2", "Preparación de 120 pedidos diarios con terminal RF"),
                ("b3", "Manejo de carretilla elevadora y control de stock"),
            ),
        )
    ],
    skills=[Skill(id="s1", keywords=["Excel", "Picking"])],
)
STOREMAN_JOB = Posting(
    title="Carretillero/a",
    company="LogiNorte",
    description="""Requisitos:
- Experiencia mínima de 2 años en almacén
- Manejo de carretilla elevadora
- Preparación de pedidos y control de stock
""",
)
BAKER = ResumeData(
    language="pl",
    basics=Basics(name="Jan Nowak"),
    work=[
        Work(
            id="w1",
            name="Piekarnia Słońce",
            position="Piekarz",
            start="2016",
            current=True,
            highlights=_bullets(("b1", "Wypiek chleba"), ("b2", "Obsługa systemu SAP i Excel")),
        )
    ],
    projects=[Project(id="p1", name="Blog"), Project(id="p2", name="Sklep", description="Shopify")],
    skills=[Skill(id="s1", name="Wypieki"), Skill(id="s2", name="Excel")],
)
BAKER_JOB = Posting(title="Piekarz", company="Chleb", description="Requirements:\n- SAP\n- Excel\n- Shopify\n")
LENA_NOTES = "Nightly batch = Spark on EMR."
PEOPLE = {
    "data engineer": (LENA, DATA_JOB, LENA_NOTES),
    "nurse": (NURSE, NURSE_JOB, ""),
    "accountant": (ACCOUNTANT, ACCOUNTANT_JOB, ""),
    "teacher": (TEACHER, TEACHER_JOB, ""),
    "storeman": (STOREMAN, STOREMAN_JOB, ""),
    "baker": (BAKER, BAKER_JOB, ""),
}
