"""One invented person set in many layouts, so that a layout can fail without the words being to blame."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    employer: str
    title: str
    place: str
    dates: str
    bullets: tuple[str, ...]


LONG_BULLET = (
    "Moved nightly reporting from spreadsheets to a tested pipeline that eleven teams now rely on every "
    "single morning before their first meeting"
)
JOBS = (
    Job(
        "Northgate Analytics Ltd",
        "Senior Data Engineer",
        "Leeds, UK",
        "Mar 2021 – Present",
        (
            LONG_BULLET,
            "Cut the cost of storage by 38 % without losing any history",
            "Mentored three junior engineers",
        ),
    ),
    Job(
        "Harbour & Finch",
        "Data Analyst",
        "York, UK",
        "09/2017 – 02/2021",
        ("Built the first dashboard for the board of directors", "Wrote the onboarding guide for new analysts"),
    ),
)
SUMMARY = "Data engineer who likes small, well tested systems and explaining them to the people who use them."
SKILLS = {"Languages": "Python, SQL, Rust", "Tools": "dbt, Airflow, PostgreSQL"}


def bullets(job: Job) -> str:
    return "\n".join(f"- {bullet}" for bullet in job.bullets)


def contact(separator: str = " | ") -> str:
    return separator.join(("maya.okafor\\@example.org", "+44 113 496 0000", "Leeds, UK", "github.com/mayaokafor"))


def heading(text: str) -> str:
    return f'\n#v(6pt)\n#text(size: 13pt, weight: "bold")[{text}]\n#v(2pt)\n'


def skills() -> str:
    return "\n\n".join(f"*{name}:* {words}" for name, words in SKILLS.items())


def degree() -> str:
    return "*University of York* #h(1fr) 2014 – 2017\n\nBachelor of Science in Mathematics"


def title_first(job: Job) -> str:
    return f"*{job.title}* #h(1fr) {job.dates}\n\n_{job.employer}_, {job.place}\n\n{bullets(job)}\n"


def employer_first(job: Job) -> str:
    return f"*{job.employer}* #h(1fr) {job.place}\n\n_{job.title}_ #h(1fr) {job.dates}\n\n{bullets(job)}\n"


def one_line(job: Job) -> str:
    return f"*{job.title}*, {job.employer}, {job.place} #h(1fr) {job.dates}\n\n{bullets(job)}\n"


def stacked(job: Job) -> str:
    return f"*{job.title}*\n\n{job.employer}\n\n{job.dates} | {job.place}\n\n{bullets(job)}\n"


def dates_in_margin(job: Job) -> str:
    return (
        f"#grid(columns: (90pt, 1fr), column-gutter: 12pt, align(right)[{job.dates}], "
        f"[*{job.title}*, {job.employer}, {job.place}\n\n{bullets(job)}])\n"
    )


def dashed(job: Job) -> str:
    return f"*{job.employer} — {job.title}* ({job.dates})\n\n{job.place}\n\n{bullets(job)}\n"


def piped(job: Job) -> str:
    return f"*{job.title} | {job.employer} | {job.place} | {job.dates}*\n\n{bullets(job)}\n"


def dates_lead(job: Job) -> str:
    return f"{job.dates}: *{job.title}*, {job.employer} ({job.place})\n\n{bullets(job)}\n"


def head() -> str:
    return f'#align(center)[#text(size: 22pt, weight: "bold")[Maya Okafor]\n\nData Engineer\n\n{contact()}]\n'


def one_column(entry: object) -> str:
    """Everything below each other; ``entry`` sets one job."""
    assert callable(entry)
    jobs = "\n#v(4pt)\n".join(entry(job) for job in JOBS)
    return (
        f"{head()}{heading('Profile')}{SUMMARY}\n{heading('Work Experience')}{jobs}"
        f"{heading('Education')}{degree()}\n{heading('Skills')}{skills()}\n"
    )


def sidebar(side: str) -> str:
    """Contact, skills and languages in a narrow column at the left or right, under a full-width name."""
    narrow = (
        f"{heading('Contact')}maya.okafor\\@example.org\n\n+44 113 496 0000\n\nLeeds, UK\n\ngithub.com/mayaokafor\n"
        f"{heading('Skills')}Python\n\nSQL\n\nRust\n\ndbt\n{heading('Languages')}English (native)\n\nFrench (B2)\n"
    )
    jobs = "\n#v(4pt)\n".join(title_first(job) for job in JOBS)
    wide = f"{heading('Profile')}{SUMMARY}\n{heading('Experience')}{jobs}{heading('Education')}{degree()}\n"
    columns = "(130pt, 1fr)" if side == "left" else "(1fr, 130pt)"
    cells = f"[{narrow}], [{wide}]" if side == "left" else f"[{wide}], [{narrow}]"
    name = '#text(size: 22pt, weight: "bold")[Maya Okafor]\n\nData Engineer\n'
    return f"{name}\n#grid(columns: {columns}, column-gutter: 20pt, {cells})\n"


PLAIN_TEXT = f"""\
MAYA OKAFOR
Data Engineer
maya.okafor@example.org | +44 113 496 0000 | Leeds, UK

PROFILE
{SUMMARY}

WORK EXPERIENCE

{JOBS[0].title}, {JOBS[0].employer}
{JOBS[0].dates}
* {JOBS[0].bullets[0]}
* {JOBS[0].bullets[1]}
* {JOBS[0].bullets[2]}

{JOBS[1].title}, {JOBS[1].employer}
{JOBS[1].dates}
* {JOBS[1].bullets[0]}
* {JOBS[1].bullets[1]}

EDUCATION
University of York, Bachelor of Science in Mathematics, 2014 - 2017

SKILLS
Languages: Python, SQL, Rust
Tools: dbt, Airflow, PostgreSQL
"""

MARKDOWN = f"""\
# Maya Okafor

Data Engineer · [maya.okafor@example.org](mailto:maya.okafor@example.org) · [GitHub](https://github.com/mayaokafor)

## Experience

### {JOBS[0].title} — {JOBS[0].employer}

*{JOBS[0].dates}*

- {JOBS[0].bullets[0]}
- {JOBS[0].bullets[1]}
- {JOBS[0].bullets[2]}

### {JOBS[1].title} — {JOBS[1].employer}

*{JOBS[1].dates}*

- {JOBS[1].bullets[0]}
- {JOBS[1].bullets[1]}

## Skills

- **Languages:** Python, SQL, Rust
- **Tools:** dbt, Airflow, PostgreSQL
"""
