"""One résumé in every format: the same fields come out of each."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.reading import read_resume
from tests.support.open_document import odt
from tests.support.paper import word

NAME, EMAIL, PHONE = "Ines Halvorsen", "ines@halvorsen.example", "+44 113 496 0456"
SUMMARY = "Engineer who likes quiet dashboards and tests that say what they mean, with eight years in energy."
BULLETS = ["Cut the nightly run from five hours to forty minutes.", "Moved 90 reports to one warehouse."]
OLDER = ["Wrote the parser for meter files of six makers."]

TEXT = f"""{NAME}
Data Engineer
{EMAIL} | {PHONE} | https://halvorsen.example

SUMMARY
{SUMMARY}

EXPERIENCE
Data Engineer, Fjellkraft, Oslo
Mar 2021 - Present
* {BULLETS[0]}
* {BULLETS[1]}

Developer, Nordlys Energi, Bergen
Sep 2016 - Feb 2021
* {OLDER[0]}

EDUCATION
BSc Computer Science, University of Bergen
2013 - 2016

SKILLS
Python, SQL, Airflow
"""

MARKDOWN = f"""# {NAME}
**Data Engineer**
[{EMAIL}](mailto:{EMAIL}) | {PHONE} | <https://halvorsen.example>

## Summary
{SUMMARY}

## Experience
### Data Engineer, Fjellkraft, Oslo
*Mar 2021 – Present*
- {BULLETS[0]}
- {BULLETS[1]}

### Developer, Nordlys Energi, Bergen
*Sep 2016 – Feb 2021*
- {OLDER[0]}

## Education
**BSc Computer Science**, University of Bergen
2013 – 2016

## Skills
Python, SQL, Airflow
"""

HTML = f"""<!doctype html><html><head><title>CV</title><style>p {{ margin: 0 }}</style></head><body>
<header><h1>{NAME}</h1><p>Data Engineer</p>
<p><a href="mailto:{EMAIL}">{EMAIL}</a> | {PHONE} | <a href="https://halvorsen.example">https://halvorsen.example</a></p></header>
<section><h2>Summary</h2><p>{SUMMARY}</p></section>
<section><h2>Experience</h2>
<article><h3>Data Engineer, Fjellkraft, Oslo</h3><p>Mar 2021 – Present</p>
<ul><li><p>{BULLETS[0]}</p></li><li>{BULLETS[1]}</li></ul></article>
<article><h3>Developer, Nordlys Energi, Bergen</h3><p>Sep 2016 – Feb 2021</p><ul><li>{OLDER[0]}</li></ul>
</article></section>
<section><h2>Education</h2><p><b>BSc Computer Science</b>, University of Bergen</p><p>2013 – 2016</p></section>
<section><h2>Skills</h2><p>Python, SQL, Airflow</p></section></body></html>"""


def _odt() -> bytes:
    def head(text: str, level: int) -> str:
        return f'<text:h text:outline-level="{level}">{text}</text:h>'

    def line(text: str) -> str:
        return f"<text:p>{text}</text:p>"

    def items(*texts: str) -> str:
        return (
            "<text:list>" + "".join(f"<text:list-item>{line(text)}</text:list-item>" for text in texts) + "</text:list>"
        )

    return odt(
        head(NAME, 1)
        + line("Data Engineer")
        + line(f'<text:a xlink:href="mailto:{EMAIL}">{EMAIL}</text:a> | {PHONE} | https://halvorsen.example')
        + head("Summary", 2)
        + line(SUMMARY)
        + head("Experience", 2)
        + line("Data Engineer, Fjellkraft, Oslo<text:tab/>Mar 2021 – Present")
        + items(*BULLETS)
        + line("Developer, Nordlys Energi, Bergen<text:tab/>Sep 2016 – Feb 2021")
        + items(*OLDER)
        + head("Education", 2)
        + line("BSc Computer Science, University of Bergen<text:tab/>2013 – 2016")
        + head("Skills", 2)
        + line("Python, SQL, Airflow")
    )


def _rtf() -> bytes:
    def head(text: str) -> str:
        return rf"\pard\plain\s2\b\fs28 {text}\par "

    def line(text: str) -> str:
        return rf"\pard\plain\s0\fs22 {text}\par "

    def item(text: str) -> str:
        return rf"{{\listtext\pard\plain \'95\tab}}\pard\plain\ls1\li360\fs22 {text}\par "

    body = (
        rf"{{\rtf1\ansi\ansicpg1252{{\stylesheet{{\s0 Normal;}}{{\s2 heading 2;}}}}\pard\plain\b\fs40 {NAME}\par "
        + line("Data Engineer")
        + line(f"{EMAIL} | {PHONE} | https://halvorsen.example")
        + head("Summary")
        + line(SUMMARY)
        + head("Experience")
        + line(r"Data Engineer, Fjellkraft, Oslo\tab Mar 2021 \endash  Present")
        + "".join(item(text) for text in BULLETS)
        + line(r"Developer, Nordlys Energi, Bergen\tab Sep 2016 \endash  Feb 2021")
        + item(OLDER[0])
        + head("Education")
        + line(r"BSc Computer Science, University of Bergen\tab 2013 \endash  2016")
        + head("Skills")
        + line("Python, SQL, Airflow")
        + "}"
    )
    return body.encode("cp1252")


def _docx() -> bytes:
    def write(document: object) -> None:
        add = document.add_paragraph  # type: ignore[attr-defined]  # python-docx says nothing of its types
        heading = document.add_heading  # type: ignore[attr-defined]
        heading(NAME, 0)
        add("Data Engineer")
        add(f"{EMAIL} | {PHONE} | https://halvorsen.example")
        heading("Summary", 1)
        add(SUMMARY)
        heading("Experience", 1)
        add("Data Engineer, Fjellkraft, Oslo\tMar 2021 – Present")
        for bullet in BULLETS:
            add(bullet, style="List Bullet")
        add("Developer, Nordlys Energi, Bergen\tSep 2016 – Feb 2021")
        add(OLDER[0], style="List Bullet")
        heading("Education", 1)
        add("BSc Computer Science, University of Bergen\t2013 – 2016")
        heading("Skills", 1)
        add("Python, SQL, Airflow")

    return word(write)


FILES = {
    "cv.txt": TEXT.encode(),
    "windows.txt": TEXT.replace("\n", "\r\n").encode("utf-16"),
    "cv.md": MARKDOWN.encode(),
    "cv.html": HTML.encode(),
    "cv.odt": _odt(),
    "cv.rtf": _rtf(),
    "cv.docx": _docx(),
}


@pytest.fixture(params=FILES)
def resume(request: pytest.FixtureRequest) -> ResumeData:
    return read_resume(FILES[request.param], request.param).data


def test_the_person(resume: ResumeData) -> None:
    basics = resume.basics
    assert (basics.name, basics.label, basics.email, basics.phone) == (NAME, "Data Engineer", EMAIL, PHONE)
    assert "halvorsen.example" in basics.url
    assert basics.summary == SUMMARY


def test_the_work(resume: ResumeData) -> None:
    assert [(job.position, job.name, job.start, job.end, job.current) for job in resume.work] == [
        ("Data Engineer", "Fjellkraft", "2021-03", None, True),
        ("Developer", "Nordlys Energi", "2016-09", "2021-02", False),
    ]
    assert [[bullet.text for bullet in job.highlights] for job in resume.work] == [BULLETS, OLDER]


def test_school_and_skills(resume: ResumeData) -> None:
    (school,) = resume.education
    assert (school.institution, school.start, school.end) == ("University of Bergen", "2013", "2016")
    assert "Computer Science" in f"{school.study_type} {school.area}"
    assert resume.skill_names() == ["Python", "SQL", "Airflow"]
