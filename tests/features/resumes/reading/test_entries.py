"""How lines become jobs and studies: shared employers, missing dates, prose, labels, odd marks."""

from __future__ import annotations

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.reading import read_resume
from tests.features.resumes.reading import papers
from tests.support.paper import pdf, word


def read_text(text: str) -> ResumeData:
    return read_resume(text.encode(), "cv.txt").data


def read_pdf(source: str) -> ResumeData:
    return read_resume(pdf(source), "cv.pdf").data


def test_several_roles_at_one_employer_each_get_the_employer() -> None:
    data = read_pdf(
        papers.heading("Experience")
        + "*Quill Systems Ltd* #h(1fr) Bath, UK\n\n"
        + "_Lead Developer_ #h(1fr) Jan 2021 – Present\n\n- Leads the billing team\n- Reviews every design\n\n"
        + "_Developer_ #h(1fr) May 2018 – Dec 2020\n\n- Wrote the invoice import\n"
        + papers.heading("Skills")
        + "Python, SQL\n"
    )
    assert [(job.name, job.position, job.start, job.end) for job in data.work] == [
        ("Quill Systems Ltd", "Lead Developer", "2021-01", None),
        ("Quill Systems Ltd", "Developer", "2018-05", "2020-12"),
    ]
    assert [len(job.highlights) for job in data.work] == [2, 1]


def test_an_employer_with_years_of_its_own_groups_the_roles_below() -> None:
    data = read_pdf(
        papers.heading("Experience")
        + "*Quill Systems* #h(1fr) 2018 – Present\n\n"
        + "_Lead Developer_ #h(1fr) Jan 2021 – Present\n\n- Leads the billing team\n- Reviews every design\n\n"
        + "_Developer_ #h(1fr) May 2018 – Dec 2020\n\n- Wrote the invoice import\n\n"
        + "*Oakwell Brewery Ltd* #h(1fr) Leeds, UK\n\n_Analyst_ #h(1fr) 2016 – 2018\n\n- Counted barrels\n"
    )
    assert [(job.name, job.position, job.start) for job in data.work] == [
        ("Quill Systems", "Lead Developer", "2021-01"),
        ("Quill Systems", "Developer", "2018-05"),
        ("Oakwell Brewery Ltd", "Analyst", "2016"),
    ]


def test_studies_without_dates_are_parted_by_school_and_degree() -> None:
    data = read_text(
        "Ada Quist\n\nEducation\n\nBrookfield College\nM.S. in Geology\nHarlow University\nB.S. in Chemistry\n"
    )
    assert [(study.institution, study.study_type, study.area) for study in data.education] == [
        ("Brookfield College", "M.S.", "Geology"),
        ("Harlow University", "B.S.", "Chemistry"),
    ]


def test_a_job_told_in_prose_keeps_its_text_as_summary() -> None:
    story = "Ran the laboratory of a small brewery and wrote its first quality handbook, which is still in use today."
    data = read_pdf(papers.heading("Experience") + f"*Chemist*, Oakwell Brewery Ltd #h(1fr) 2012 – 2016\n\n{story}\n")
    assert data.work[0].highlights == []
    assert data.work[0].summary == story


def test_labels_between_bullets_do_not_start_a_job() -> None:
    data = read_pdf(
        papers.heading("Experience")
        + "*Engineer*, Tarn Robotics Ltd #h(1fr) 2019 – 2022\n\n- Built the gripper\n- Tested the arm\n\n"
        + "*Achievements:*\n\n- Won the regional prize\n\n"
        + "*Intern*, Tarn Robotics Ltd #h(1fr) 2018 – 2019\n\n- Measured parts\n"
    )
    assert [job.position for job in data.work] == ["Engineer", "Intern"]
    assert [bullet.text for bullet in data.work[0].highlights] == [
        "Built the gripper",
        "Tested the arm",
        "Won the regional prize",
    ]
    assert "Achievements" in data.work[0].summary


def test_bullets_drawn_as_shapes_are_bullets() -> None:
    mark = "#box(baseline: -2pt, circle(radius: 1.4pt, fill: black)) #h(4pt)"
    items = ("Planned the move of forty desks", "Kept the archive in order", "Answered the telephone")
    data = read_pdf(
        papers.heading("Experience")
        + "*Clerk*, Mill Street Library #h(1fr) 2015 – 2018\n\n"
        + "\n\n".join(f"#h(12pt) {mark}{item}" for item in items)
    )
    assert [bullet.text for bullet in data.work[0].highlights] == list(items)


def test_words_broken_at_line_ends_are_whole_again() -> None:
    data = read_pdf(
        '#set text(hyphenate: true, lang: "en")\n#set par(justify: true)\n'
        + papers.heading("Summary")
        + "#box(width: 150pt)[Interdisciplinary communication and internationalisation of administrative documentation "
        + "procedures throughout the organisation.]\n"
        + papers.heading("Skills")
        + "Writing\n"
    )
    assert data.basics.summary == (
        "Interdisciplinary communication and internationalisation of administrative documentation procedures "
        "throughout the organisation."
    )


def test_letter_spaced_headings_are_found() -> None:
    def spaced(text: str) -> str:
        return f"\n#text(tracking: 4pt, size: 12pt)[{text}]\n\n"

    data = read_pdf(
        "#text(size: 20pt)[Ada Quist]\n"
        + spaced("WORK EXPERIENCE")
        + papers.title_first(papers.JOBS[0])
        + spaced("SKILLS")
        + "Python, SQL\n"
    )
    assert data.work[0].position == "Senior Data Engineer"
    assert data.skill_names() == ["Python", "SQL"]


def test_skill_tags_in_frames_are_single_skills() -> None:
    words = ("Go", "Kafka", "REST APIs", "A/B testing", "Terraform")
    tags = " ".join(f"#box(stroke: 0.5pt, inset: 3pt, radius: 2pt)[{word}]" for word in words)
    data = read_pdf(papers.heading("Experience") + papers.title_first(papers.JOBS[0]) + papers.heading("Skills") + tags)
    assert data.skill_names() == list(words)


def test_a_section_without_a_noun_keeps_its_lines() -> None:
    data = read_pdf(
        papers.heading("Experience")
        + papers.title_first(papers.JOBS[0])
        + papers.heading("Driving")
        + "Car and van since 2009\n"
        + papers.heading("Skills")
        + "Python\n"
    )
    assert [(section.title, [bullet.text for bullet in section.highlights]) for section in data.sections] == [
        ("Driving", ["Car and van since 2009"])
    ]


def test_a_word_table_reads_row_by_row() -> None:
    def write(document) -> None:
        document.add_paragraph("Maya Okafor")
        document.add_paragraph("maya.okafor@example.org")
        document.add_heading("Experience", 1)
        table = document.add_table(rows=0, cols=2)
        for dates, head in (("2019 – 2022", "Engineer, Tarn Robotics Ltd"), ("2017 – 2019", "Analyst, Oakwell Ltd")):
            cells = table.add_row().cells
            cells[0].text, cells[1].text = dates, head
        document.add_heading("Skills", 1)
        document.add_paragraph("Python, SQL", style="List Bullet")

    data = read_resume(word(write), "cv.docx").data
    assert [(job.name, job.position, job.start, job.end) for job in data.work] == [
        ("Tarn Robotics Ltd", "Engineer", "2019", "2022"),
        ("Oakwell Ltd", "Analyst", "2017", "2019"),
    ]
    assert data.skill_names() == ["Python", "SQL"]


def test_a_word_layout_table_is_two_columns() -> None:
    def write(document) -> None:
        document.add_paragraph("Maya Okafor")
        table = document.add_table(rows=1, cols=2)
        left, right = table.rows[0].cells
        for text in ("Contact", "maya.okafor@example.org", "Skills", "Python", "SQL"):
            left.add_paragraph(text)
        for text in ("Experience", "Engineer, Tarn Robotics Ltd", "2019 – 2022", "• Built the gripper"):
            right.add_paragraph(text)

    data = read_resume(word(write), "cv.docx").data
    assert data.basics.email == "maya.okafor@example.org"
    assert data.skill_names() == ["Python", "SQL"]
    assert [(job.name, job.position, len(job.highlights)) for job in data.work] == [
        ("Tarn Robotics Ltd", "Engineer", 1)
    ]


def test_a_resume_without_headings_is_told_by_its_words() -> None:
    data = read_text(
        "Ada Quist\nada@example.org\n\nSoftware Engineer, Tarn Robotics Ltd\t2019 - 2022\n- Built the gripper\n\n"
        "Bachelor of Science in Physics, Harlow University\t2015 - 2019\n"
    )
    assert [job.name for job in data.work] == ["Tarn Robotics Ltd"]
    assert [study.institution for study in data.education] == ["Harlow University"]


def test_a_talk_and_what_it_was_about_are_one_point() -> None:
    data = read_pdf(
        papers.heading("Talks")
        + "Testing tables like code — Northern Data Meetup, Leeds #h(1fr) Oct 2024\n\n"
        + "Talk of 30 minutes for 120 listeners.\n\n"
        + "Pipelines for people — Quill Days #h(1fr) May 2022\n"
    )
    (section,) = data.sections
    assert [bullet.text for bullet in section.highlights] == [
        "Testing tables like code — Northern Data Meetup, Leeds · Oct 2024\nTalk of 30 minutes for 120 listeners.",
        "Pipelines for people — Quill Days · May 2022",
    ]


def test_an_address_below_a_project_is_its_link() -> None:
    data = read_text(
        "Ann Orr\nann@orr.example\n\nProjects\n\nRiver Levels\t2021 – present\n"
        "Open data set of gauge readings for northern rivers, cleaned and published every night.\nriverlevels.example\n"
        "- Serves 400 gauges\n"
    )
    (project,) = data.projects
    assert project.url == "riverlevels.example"
    assert "riverlevels" not in project.description


def test_a_grade_in_brackets_is_no_subject() -> None:
    data = read_text(
        "Ann Orr\nann@orr.example\n\nEducation\n\nBSc Mathematics (2:1), University of York\t2015 – 2018\n"
    )
    (study,) = data.education
    assert (study.study_type, study.area, study.score) == ("BSc", "Mathematics", "2:1")


def test_a_list_of_certificates_with_issuers_behind_commas_is_parted() -> None:
    text = "Ann Orr\nann@orr.example\n\nCertificates\n\n"
    both = read_text(
        text + "Data Engineer, Nimbus Cloud Academy\tMay 2023\nAnalytics Basics, Open Data Guild\tNov 2021\n"
    )
    assert [(each.name, each.issuer, each.date) for each in both.certificates] == [
        ("Data Engineer", "Nimbus Cloud Academy", "2023-05"),
        ("Analytics Basics", "Open Data Guild", "2021-11"),
    ]
    plain = read_text(text + "Welding, advanced\tMay 2023\nCranes, heavy\tNov 2021\n")
    assert [each.name for each in plain.certificates] == ["Welding, advanced", "Cranes, heavy"]


def test_the_subject_does_not_repeat_the_degree() -> None:
    data = read_text("Ada Wren\n\nEducation\n\nFenwick University | PhD | PhD in Botany | 2015 - 2019\n")
    assert [(study.study_type, study.area) for study in data.education] == [("PhD", "Botany")]


def test_words_before_a_skill_are_not_part_of_it_even_two_of_them() -> None:
    data = read_text("Ada Wren\n\nSkills\n\nRust, OCaml, and basic Terraform\n")
    assert data.skill_names() == ["Rust", "OCaml", "Terraform"]
