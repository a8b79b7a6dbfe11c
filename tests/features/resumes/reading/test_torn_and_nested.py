"""What narrow columns, covering letters and other people's layouts do to a résumé, one small paper for each."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.features.resumes.reading.places import is_place
from careercoach_desktop.features.resumes.reading.vocabulary import organisation_score, title_score
from tests.features.resumes.reading import papers
from tests.support.paper import pdf, word

HEAD = '#text(size: 22pt, weight: "bold")[Maya Okafor]\n\nmaya.okafor\\@example.org | +44 113 496 0000\n'


def read(source: str) -> ResumeData:
    return read_resume(pdf(source), "cv.pdf").data


def heading(text: str) -> str:
    return f'\n#v(6pt)\n#text(size: 13pt, weight: "bold")[{text}]\n\n'


def test_a_school_whose_name_takes_two_lines_is_one_school() -> None:
    data = read(f"{HEAD}{heading('Education')}#block(width: 150pt)[BA in History, University of \\\nYork, 2010 – 2014]")
    assert [(study.institution, study.start, study.end) for study in data.education] == [
        ("University of York", "2010", "2014")
    ]


@pytest.mark.parametrize("dates", ["03/2021 – \\\nPresent", "03/2021 \\\n– Present", "Mar \\\n2021 – Present"])
def test_dates_that_take_two_lines_are_one_period(dates: str) -> None:
    data = read(f"{HEAD}{heading('Experience')}*Kestrel — Data Engineer* {dates}\n\n- Built the first pipeline\n")
    (job,) = data.work
    assert (job.name, job.position, job.start, job.current) == ("Kestrel", "Data Engineer", "2021-03", True)


def test_a_bullet_below_a_bullet_stays_with_it() -> None:
    data = read(
        f"{HEAD}{heading('Experience')}*Data Engineer*, Kestrel #h(1fr) 2019 – 2021\n\n"
        "- Built the pipeline\n  - for eleven teams\n  - without a single outage\n- Mentored two juniors\n"
    )
    assert [bullet.text for bullet in data.work[0].highlights] == [
        "Built the pipeline – for eleven teams – without a single outage",
        "Mentored two juniors",
    ]
    assert len(data.traces[data.work[0].highlights[0].id].regions) == 3


def test_headings_in_a_margin_head_what_stands_beside_them() -> None:
    rows = (
        "[*Professional \\\nProfile*], [Likes small, well tested systems and explaining them to the people who use "
        "them every day at work.], [*Experience*], [*Data Engineer*, Kestrel #h(1fr) 2019 – 2021\n\n- Built pipelines],"
        "[*Education*], [University of York, BA in History, 2010 – 2014], [*Skills*], [Python, SQL]"
    )
    data = read(f"{HEAD}\n#grid(columns: (90pt, 1fr), column-gutter: 12pt, row-gutter: 12pt, {rows})")
    assert data.basics.summary.startswith("Likes small")
    assert data.basics.summary.endswith("at work.")
    assert [(job.position, job.name) for job in data.work] == [("Data Engineer", "Kestrel")]
    assert [study.institution for study in data.education] == ["University of York"]
    assert [skill.name for skill in data.skills] == ["Python", "SQL"]


def test_addresses_in_a_corner_make_no_column_with_the_dates_below() -> None:
    band = (
        '#grid(columns: (1fr, auto), [#text(size: 22pt, weight: "bold")[Maya Okafor] \\\n Data Engineer],'
        "align(right)[maya.okafor\\@example.org \\\n +44 113 496 0000 \\\n Leeds, UK \\\n github.com/mayaokafor])\n"
    )
    jobs = "\n\n".join(papers.title_first(job) for job in papers.JOBS)
    data = read(f"{band}{heading('Experience')}{jobs}{heading('Education')}{papers.degree()}")
    assert [job.start for job in data.work] == ["2021-03", "2017-09"]
    assert (data.basics.name, data.basics.phone) == ("Maya Okafor", "+44 113 496 0000")


def test_centred_headings_do_not_make_a_column_with_the_dates_on_the_right() -> None:
    def centred(text: str) -> str:
        return f'\n#v(6pt)\n#align(center)[#text(size: 12pt, weight: "bold")[{text}]]\n\n'

    studies = "*Leeds College of Art* #h(1fr) 2010 – 2014 \\\nBA in Design\n\n*York College* #h(1fr) 2008 – 2010\n"
    jobs = "\n\n".join(papers.title_first(job) for job in papers.JOBS)
    data = read(f"#align(center)[{HEAD}]{centred('Education')}{studies}{centred('Experience')}{jobs}")
    assert [study.end for study in data.education] == ["2014", "2010"]
    assert [job.name for job in data.work] == [job.employer for job in papers.JOBS]


LETTER = """
#align(right)[Maya Okafor \\ maya.okafor\\@example.org]

Ms Helen Carter \\ Head of Talent \\ Brightwater plc \\ helen.carter\\@brightwater.example

Dear Ms Carter,

I was glad to read about the role of Data Engineer, and would love to bring what I learned to your team.

Yours sincerely,

Maya Okafor
#pagebreak()
"""


def test_a_covering_letter_in_front_says_nothing_about_the_career() -> None:
    data = read(LETTER + papers.one_column(papers.title_first))
    assert (data.basics.label, data.basics.email) == ("Data Engineer", "maya.okafor@example.org")
    assert [job.name for job in data.work] == [job.employer for job in papers.JOBS]
    assert not any("Carter" in bullet.text for section in data.sections for bullet in section.highlights)


def test_a_referee_lends_nobody_an_address() -> None:
    paper = papers.one_column(papers.title_first).replace("maya.okafor\\@example.org | ", "")
    data = read(f"{paper}{heading('References')}Dr Tom Baker \\\nNorthgate \\\ntom.baker\\@northgate.example")
    assert data.basics.email == ""


def test_an_address_over_two_lines_is_one_link() -> None:
    data = read(f"{HEAD}{heading('Contact')}#block(width: 90pt)[github.com/ \\\nmayaokafor]")
    assert [profile.url for profile in data.basics.profiles] == ["github.com/mayaokafor"]


def test_a_further_role_without_its_employer_is_at_the_one_above() -> None:
    def role(title: str, dates: str) -> str:
        return f"#text(size: 11.5pt)[{title}] \\\n{dates} \\\nLeeds, England, United Kingdom"

    jobs = (
        f"#text(size: 12pt)[Kestrel] \\\n4 years 3 months \\\n{role('Product Manager', 'March 2021 - Present')}\n\n"
        f"#v(8pt)\n{role('Business Analyst', 'February 2019 - March 2021 (2 years 2 months)')}\n"
    )
    data = read(f"{HEAD}{heading('Experience')}{jobs}")
    assert [(job.name, job.position, job.start) for job in data.work] == [
        ("Kestrel", "Product Manager", "2021-03"),
        ("Kestrel", "Business Analyst", "2019-02"),
    ]


def test_a_headline_that_fills_its_line_is_kept_whole() -> None:
    data = read(
        "#text(size: 22pt)[Maya Okafor]\n\nProduct Manager at Kestrel | Payments and Data\n\nmaya\\@example.org\n"
    )
    assert data.basics.label == "Product Manager at Kestrel | Payments and Data"


def test_running_heads_are_read_once() -> None:
    header = "#set page(header: [Maya Okafor — Curriculum vitae])\n"
    long = "\n\n".join(f"*Engineer {n}*, Kestrel #h(1fr) {1990 + n} – {1991 + n}\n\n- Did thing {n}" for n in range(20))
    data = read(f"{header}{HEAD}{heading('Experience')}{long}")
    assert len(data.work) == 20
    assert not any("Curriculum" in job.summary or "Curriculum" in job.name for job in data.work)


def test_a_paragraph_in_a_narrow_column_is_no_school() -> None:
    told = ("The thesis was about", "the detection of weak", "signals in very long", "series, then used by groups.")
    lines = " \\\n".join(told)
    data = read(
        f"{HEAD}{heading('Education')}*2009 – 2011*\n\n*M.Sc. Physics*\n\nUniversity of Bonn\n\n#v(6pt)\n{lines}"
    )
    assert [study.institution for study in data.education] == ["University of Bonn"]


@pytest.mark.parametrize("text", ["Hamburg", "San Francisco", "München", "São Paulo"])
def test_well_known_towns_are_places_without_a_country(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize("text", ["Sofia", "Kestrel", "Leeds United"])
def test_names_and_companies_are_no_towns(text: str) -> None:
    assert not is_place(text)


@pytest.mark.parametrize("text", ["Primary School Teacher", "Hotel Manager", "Projektleiterin", "Softwareontwikkelaar"])
def test_a_person_who_works_at_a_school_is_no_school(text: str) -> None:
    assert title_score(text) >= 1 > organisation_score(text)


def test_word_lists_inside_lists_stay_with_their_item() -> None:
    def write(document) -> None:
        document.add_paragraph("Maya Okafor", style="Title")
        document.add_heading("Experience", 1)
        document.add_paragraph("Data Engineer, Kestrel, 2019 – 2021")
        document.add_paragraph("Built the pipeline", style="List Bullet")
        document.add_paragraph("for eleven teams", style="List Bullet 2")
        document.add_paragraph("Mentored two juniors", style="List Bullet")

    data = read_resume(word(write), "cv.docx").data
    assert [bullet.text for bullet in data.work[0].highlights] == [
        "Built the pipeline – for eleven teams",
        "Mentored two juniors",
    ]


def test_a_japanese_career_sheet_is_read_by_its_marks_and_labels() -> None:
    text = (
        "職務経歴書\n氏名 山田 太郎\n\n電話: 090-1234-5678\nメール: taro@example.org\n\n"
        "■職務要約\n開発を担当しました。\n\n"
        "■職務経歴\n株式会社サンプル\n2018年4月〜現在\nシステムエンジニア\n・基幹システムの再構築\n・チームのリーダー\n\n"
        "■学歴\n東京大学 工学部\n2009年4月〜2013年3月\n"
    )
    data = read_resume(text.encode(), "cv.txt").data
    assert (data.basics.name, data.basics.phone) == ("山田 太郎", "090-1234-5678")
    assert [(job.name, job.position, len(job.highlights)) for job in data.work] == [
        ("株式会社サンプル", "システムエンジニア", 2)
    ]
    assert [study.institution for study in data.education] == ["東京大学 工学部"]
