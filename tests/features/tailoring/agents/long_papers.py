"""A two-page résumé and a one-page posting, for what a request may weigh and what the prompt cache keeps."""

from __future__ import annotations

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.resumes.model import Basics, Education, Highlight, ResumeData, Skill, Work

_DONE = [
    "Rebuilt the nightly batch jobs of the billing department, cutting their run time from six hours to fifty minutes",
    "Migrated 140 scheduled jobs from cron to Airflow together with the two teams that depend on their results",
    "Introduced tests for every reporting model; incidents that reached the finance department fell by a third",
    "Moved the reporting tables of four departments to BigQuery and wrote the guide that analysts now start from",
    "Answered for the data of the yearly audit, which found nothing to object to in three years running",
    "Trained five colleagues in SQL and in reading query plans, two of whom now maintain models of their own",
]
_ASKED = [
    "You design and run batch and streaming pipelines that our planners and our customers rely on every single day",
    "You have worked with Spark, SQL and Python in production and know how to find out why a job became slow",
    "You write tests before you are asked for them, and documentation that a new colleague can follow without help",
    "You talk to people outside of engineering and turn what they need into models that they understand",
    "We offer a budget for learning, four weeks of holiday in one piece if you like, and an office by the river",
    "Our team of nine looks after the data of two hundred trains; we plan in two-week cycles and review everything",
]


def _job(number: int, start: int, bullets: int) -> Work:
    lines = [
        Highlight(id=f"{number:05d}{place:05d}", text=f"{_DONE[(place + number) % 6]} ({start + place % 3}).")
        for place in range(bullets)
    ]
    return Work(
        id=f"{number:010d}",
        name=f"Brightwater Utilities {number}",
        position="Data Engineer",
        start=f"{start}-03",
        end=f"{start + 3}-02",
        highlights=lines,
        technologies=["Airflow", "dbt", "Python", "SQL", "Terraform"],
    )


TWO_PAGES = ResumeData(
    basics=Basics(
        name="Lena Marsh",
        email="lena.marsh@example.com",
        phone="+44 113 496 0000",
        label="Data Engineer",
        summary="Data engineer with twelve years in utilities and retail. " * 4,
    ),
    work=[_job(number, 2022 - 3 * number, 12) for number in range(4)],
    education=[
        Education(id="e1", institution="University of Leeds", study_type="BSc", area="Mathematics", start="2006")
    ],
    skills=[
        Skill(id=f"s{number}", name=name, keywords=[f"{name} skill {place}" for place in range(12)])
        for number, name in enumerate(("Tools", "Languages", "Methods"))
    ],
)
NOTES = "\n".join(f"The {word} batch ran on Spark." for word in ("nightly", "weekly", "monthly"))
ONE_PAGE = Posting(
    title="Senior Data Engineer",
    company="Halden Rail",
    location="Leeds",
    description="## What you do\n\n" + "\n".join(f"- {_ASKED[line % 6]}." for line in range(34)),
)
OTHER_JOB = Posting(
    title="Analytics Engineer", company="Northwind", description="## What you bring\n- SQL, dbt and Snowflake\n"
)
