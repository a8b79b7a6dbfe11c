"""What a file lost, in the order a person looks through their résumé."""

from __future__ import annotations

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.rereading import LostField, RereadReport, grouped, report_lines
from tests.features.resumes.typeset.samples import everything


def lost(path: str, label: str = "The field") -> LostField:
    return LostField(path, label, "meant", "found")


def test_every_lost_field_stands_under_its_part() -> None:
    data = everything()
    job, school = data.work[1], data.education[0]
    fields = (
        lost(data.sections[0].highlights[1].id),
        lost(f"{school.id}.start"),
        lost(f"{job.id}.position"),
        lost(data.work[0].highlights[1].id),
        lost(f"{data.basics.profiles[0].id}.url"),
        lost("basics.phone"),
        lost(f"{data.skills[0].id}.keywords"),
    )
    titles = [(group.title, len(group.lost)) for group in grouped(RereadReport(50, fields), data)]
    assert titles == [
        ("Contact", 2),
        ("Experience · Grandrive Énergie", 1),
        ("Experience · Cabinet Morvan & Associés", 1),
        ("Education · Université Lumière des Alpes", 1),
        ("Skills", 1),
        ("Bar admissions", 1),
    ]


def test_a_job_without_an_employer_is_named_by_its_title() -> None:
    data = everything()
    (group,) = grouped(RereadReport(50, (lost(f"{data.work[2].id}.start"),)), data)
    assert group.title == "Experience · Freelance translator"


def test_a_file_that_could_not_be_read_is_told_as_that() -> None:
    report = RereadReport(1, (LostField("", "The file", "a readable résumé", "It is empty."),))
    assert report_lines(report, ResumeData()) == [
        "The file",
        "  The file was read back as “It is empty.” instead of “a readable résumé”.",
    ]


def test_nothing_lost_is_nothing_to_list() -> None:
    assert grouped(RereadReport(40), everything()) == ()
    assert report_lines(RereadReport(40), everything()) == []


def test_verdicts_count_in_plain_words() -> None:
    assert RereadReport(143).verdict() == "Read back: all 143 fields survived."
    assert RereadReport(1).verdict() == "Read back: the one field survived."
    assert RereadReport(40, (lost("a"),)).verdict() == "Read back: one field reads differently, 39 survived."
    assert RereadReport(40, (lost("a"), lost("b"))).verdict() == "Read back: 2 fields read differently, 38 survived."
    assert RereadReport().verdict() == "Read back: there is nothing in it yet."
