"""Habits of other countries, trades and designers: each met once on a paper nobody had read before."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.features.resumes.reading.dates import periods
from careercoach_desktop.features.resumes.reading.places import is_place
from tests.features.resumes.reading import papers
from tests.support.paper import pdf


def read_text(text: str) -> ResumeData:
    return read_resume(text.encode(), "cv.txt").data


def read_pdf(source: str) -> ResumeData:
    return read_resume(pdf(source), "cv.pdf").data


def jobs(data: ResumeData) -> list[tuple[str, str, str | None, str | None]]:
    return [(job.name, job.position, job.start, job.end) for job in data.work]


def skills(data: ResumeData) -> list[str]:
    return [word for skill in data.skills for word in (skill.keywords or [skill.name])]


@pytest.mark.parametrize(
    ("text", "start", "end", "current"),
    [
        ("May 2019 to date", "2019-05", None, True),
        ("2019 – en cours", "2019", None, True),
        ("Jan ‘21 – Present", "2021-01", None, True),
        ("2018/4～現在", "2018-04", None, True),
        ("Von 2015 bis 2018", "2015", "2018", False),
        ("De sept. 2016 à février 2019", "2016-09", "2019-02", False),
        ("od 2019 do dziś", "2019", None, True),
    ],
)
def test_periods_are_read_as_people_write_them(text: str, start: str, end: str | None, current: bool) -> None:
    (period,) = periods(text)
    assert (period.start, period.end, period.current) == (start, end, current)
    assert text[period.begin : period.finish] == text


@pytest.mark.parametrize(
    "text",
    [
        "Fjordgaten 55, 5007 Bergen, Norway",
        "ul. Polna 5, 00-238 Warszawa, Poland",
        "Via Verdi 12, 20121 Milano (Italy)",
        "12, Hangang-ro, Mapo-gu, Seoul, 03936, Republic of Korea",
    ],
)
def test_addresses_of_other_countries_are_places(text: str) -> None:
    assert is_place(text)


def test_an_employer_before_its_town_state_and_country_is_no_part_of_the_place() -> None:
    data = read_text(
        "Ada Quist\nada@example.org\n\nExperience\n\n2019 - 2022\tEngineer, Tarn, Mountain View, CA, USA\n- Built it\n"
    )
    assert jobs(data) == [("Tarn", "Engineer", "2019", "2022")]
    assert data.work[0].location == "Mountain View, CA, USA"


def test_a_building_may_stand_in_the_address_of_the_person() -> None:
    data = read_text("Ada Quist\nHarbour House, Mountain View, CA, USA\nada@example.org\n\nSkills\n\nPython\n")
    assert data.basics.location is not None
    assert data.basics.location.text == "Harbour House, Mountain View, CA, USA"


def test_dates_behind_an_icon_are_the_dates_of_the_job() -> None:
    data = read_pdf(
        papers.heading("Experience")
        + "#text(size: 12pt)[Release Engineer] \\\n*Oakwell Brewery* \\\n"
        + "#text(size: 8pt)[▪ 03/2020 – Ongoing #h(20pt) ▪ Leeds, UK]\n- Ran the rota\n- Wrote the tools\n"
    )
    assert jobs(data) == [("Oakwell Brewery", "Release Engineer", "2020-03", None)]
    assert [bullet.text for bullet in data.work[0].highlights] == ["Ran the rota", "Wrote the tools"]


def test_an_open_period_does_not_take_the_years_of_the_row_below() -> None:
    rows = "[2019–], [*Reader*, Harlow University], [2015–2019], [*Lecturer*, Brookfield College]"
    data = read_pdf(papers.heading("Academic Appointments") + f"#grid(columns: (80pt, 1fr), row-gutter: 8pt, {rows})\n")
    assert jobs(data) == [
        ("Harlow University", "Reader", "2019", None),
        ("Brookfield College", "Lecturer", "2015", "2019"),
    ]


def test_the_look_of_a_sidebars_headings_says_nothing_about_the_jobs_beside_it() -> None:
    side = "\n#v(6pt)\n".join(f"*{title}* \\\n{text}" for title, text in (
        ("Details", "maya\\@example.org"), ("Skills", "Python \\\nSQL"), ("Languages", "English \\\nIgbo"),
    ))  # fmt: skip
    main = papers.heading("Employment History") + "\n#v(6pt)\n".join(
        f"*{job.title}, {job.employer}* \\\n#text(size: 8pt)[{job.dates}]\n{papers.bullets(job)}" for job in papers.JOBS
    )
    data = read_pdf(f"#grid(columns: (1fr, 130pt), column-gutter: 20pt, [{papers.head()}{main}], [{side}])\n")
    assert [job.position for job in data.work] == [job.title for job in papers.JOBS]
    assert skills(data) == ["Python", "SQL"]


def test_a_page_headed_by_its_title_has_the_name_among_the_details() -> None:
    rows = "[Name:], [Katrin Vogel], [Anschrift:], [Lindenstraße 14, 50674 Köln], [E-Mail:], [katrin\\@example.de]"
    data = read_pdf(
        "#text(size: 20pt)[Lebenslauf]\n"
        + papers.heading("Persönliche Daten")
        + f"#grid(columns: (150pt, 1fr), row-gutter: 5pt, {rows})\n"
        + papers.heading("Berufliche Laufbahn")
        + "#grid(columns: (150pt, 1fr), [seit 03/2019], [*Controllerin* \\\nRheinwerk Logistik GmbH, Köln])\n"
    )
    assert data.basics.name == "Katrin Vogel"
    assert jobs(data) == [("Rheinwerk Logistik GmbH", "Controllerin", "2019-03", None)]


def test_a_name_on_two_lines_is_one_name() -> None:
    data = read_pdf(
        "#text(size: 24pt)[Lena \\\nFischer]\n\nDesigner\n\nlena\\@example.org\n" + papers.heading("Skills") + "Figma\n"
    )
    assert data.basics.name == "Lena Fischer"


def test_the_page_may_say_itself_what_is_title_and_what_is_project() -> None:
    data = read_text(
        "Ada Quist\nada@example.org\n\nExperience\n\nTarn Systems Pvt. Ltd., Pune\tAug 2018 – Till Date\n"
        "Designation: Senior Consultant\nProject: Retail roll-out\n- Developed reports\n"
    )
    assert jobs(data) == [("Tarn Systems Pvt. Ltd.", "Senior Consultant", "2018-08", None)]


def test_duties_is_a_label_and_no_employer() -> None:
    data = read_text(
        "Ada Quist\nada@example.org\n\nWork Experience\n\n2016 – 2018\tAccounts Officer, Oakwell Bank\nDuties:\n"
        "- Preparing vouchers\n"
    )
    assert jobs(data) == [("Oakwell Bank", "Accounts Officer", "2016", "2018")]


def test_a_team_below_title_and_employer_only_describes() -> None:
    data = read_pdf(
        papers.heading("Experience")
        + "*Data Engineer, Lakeside Insurance Group* \\\n_May 2019 – Present_ \\\n_Claims platform team of eight_\n"
        + "- Designed the warehouse\n"
    )
    assert jobs(data) == [("Lakeside Insurance Group", "Data Engineer", "2019-05", None)]


def test_the_first_row_of_a_table_of_studies_is_no_school() -> None:
    data = read_text(
        "Ada Quist\nada@example.org\n\nAcademic Qualifications\n\nDegree\tInstitute\tYear\n"
        "B.Sc. Physics\tUniversity of Pune\t2015\n"
    )
    assert [(study.institution, study.end) for study in data.education] == [("University of Pune", "2015")]


def test_a_dotted_year_and_month_is_no_grade() -> None:
    data = read_text("Ada Quist\nada@example.org\n\nEducation\n\n2012.09 – 2016.06\tHarlow University\tBSc Physics\n")
    assert [(study.start, study.end, study.score) for study in data.education] == [("2012-09", "2016-06", "")]


@pytest.mark.parametrize(
    ("line", "want"),
    [
        (
            "Proficient: SAP, Excel, Access; Familiar: Power BI, Python",
            ["SAP", "Excel", "Access", "Power BI", "Python"],
        ),
        ("Word, Excel & Outlook", ["Word", "Excel", "Outlook"]),
        ("Docker and Kubernetes, Agile and Scrum", ["Docker and Kubernetes", "Agile and Scrum"]),
        ("- Basic mathematics\n- Attention to detail", ["Basic mathematics", "Attention to detail"]),
        ("Figma\t95%\nSketch\t80%", ["Figma", "Sketch"]),
    ],
)
def test_skills_are_listed_in_many_ways(line: str, want: list[str]) -> None:
    assert skills(read_text(f"Ada Quist\nada@example.org\n\nSkills\n\n{line}\n")) == want


def test_labels_in_cells_of_their_own_are_no_skills() -> None:
    rows = "[Laboratory], [HPLC, titration], [Computing], [Empower, R], [Driving], [Car]"
    data = read_pdf(papers.heading("Skills") + f"#grid(columns: (100pt, 1fr), row-gutter: 8pt, {rows})\n")
    assert skills(data) == ["HPLC", "titration", "Empower", "R", "Car"]


def test_languages_of_programmers_are_skills() -> None:
    data = read_text("Ada Quist\nada@example.org\n\nLanguages\n\nJava, Kotlin, TypeScript\n")
    assert skills(data) == ["Java", "Kotlin", "TypeScript"]
    assert data.languages == []


def test_a_language_nobody_listed_stays_a_language() -> None:
    data = read_text("Ada Quist\nada@example.org\n\nLanguages\n\nEnglish: fluent\nQuenya: native\n")
    assert [language.language for language in data.languages] == ["English", "Quenya"]


def test_a_japanese_work_history_is_not_taken_for_the_form() -> None:
    data = read_text(
        "職務経歴書\n氏名：佐藤 花子\n\n■職務要約\n大学卒業後、営業職として勤務しました。\n\n■職務経歴\n"
        "2018年4月～現在\t株式会社青空商事\t主任\n・新規顧客の開拓\n\n■学歴\n2011年4月～2015年3月\t東都大学\n"
    )
    assert data.basics.name == "佐藤 花子"
    assert [(job.name, job.start, job.current) for job in data.work] == [("株式会社青空商事", "2018-04", True)]
    assert [study.institution for study in data.education] == ["東都大学"]


def test_a_further_ward_at_the_same_employer_is_part_of_the_title() -> None:
    data = read_pdf(
        papers.heading("Experience")
        + "*Harbour Hospital* – Hull, UK \\\n*Staff Nurse, Intensive Care* | 05/2019 – Present\n- Cared for people\n\n"
        + "*Staff Nurse, Surgery* | 06/2016 – 05/2019\n- Ran the ward round\n"
    )
    assert jobs(data) == [
        ("Harbour Hospital", "Staff Nurse, Intensive Care", "2019-05", None),
        ("Harbour Hospital", "Staff Nurse, Surgery", "2016-06", "2019-05"),
    ]


def test_an_employer_in_bold_behind_at_is_the_employer() -> None:
    data = read_pdf(
        papers.heading("Experience") + "Content Writer at *Daily Herald* #h(1fr) 2013–2018\n- Wrote features\n"
    )
    assert jobs(data) == [("Daily Herald", "Content Writer", "2013", "2018")]


def test_a_title_in_capitals_is_no_name_in_french_either() -> None:
    data = read_pdf(
        "#align(right)[Inès Morel \\\n8 avenue du Port, 13002 Marseille \\\nines\\@example.org]\n\n"
        "#align(center)[#text(size: 16pt)[*PROFESSEURE DE MATHÉMATIQUES*]]\n"
        + papers.heading("Compétences")
        + "LaTeX\n"
    )
    assert data.basics.name == "Inès Morel"
    assert data.basics.label == "PROFESSEURE DE MATHÉMATIQUES"
