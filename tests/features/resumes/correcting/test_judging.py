"""Suggestions are judged by the file: inventions are dropped and counted, honest ones kept with their place."""

from __future__ import annotations

from typing import Any

import pytest

from careercoach_desktop.features.resumes.correcting import (
    Difference,
    DifferenceKind,
    Judged,
    Standing,
    applied,
    from_json,
    standing,
    to_json,
)
from careercoach_desktop.features.resumes.correcting.judging import judge
from careercoach_desktop.features.resumes.editing import apply, doubtful_paths, inverse
from careercoach_desktop.features.resumes.model import Education, Highlight, ResumeData, Section, Skill, Trace, Work
from careercoach_desktop.foundation.documents.model import SourceText
from careercoach_desktop.foundation.documents.reading import read_document
from tests.features.resumes import files
from tests.features.resumes.suggestions import entry, field, removal, skills, suggested

TEXT = """INÊS CALDEIRA
Hydrologist
ines@caldeira.example | +351 21 000 1122 | Porto

Experience

Hydrologist, Rio Claro
April 2021 - present
- Modelled 12 river basins with colleagues from three
  institutes.
- Led a team of 5.

Trainee, Foz & Filhos
2019 - 2020
- Kept the gauges.

Education

University of Porto
MSc Hydrology, 2017 - 2019

Skills

Languages: Portuguese, English
Python, QGIS, HEC-RAS

References

Rui Duarte, CTO
Águas do Norte
Since 2015 he knows me
"""
"""Lines: 6 April, 7 and 8 the first bullet, 9 the second, 10 Trainee, 11 2019 - 2020, 14 University, 15 MSc, 17 and
18 skills, 20 Rui Duarte."""


def source() -> SourceText:
    return read_document(TEXT.encode(), "ines.txt")


def local() -> ResumeData:
    """What was read, with mistakes: wrong end, merged bullets, a missing title and school, a stray section."""
    return ResumeData(
        work=[
            Work(id="w1", name="Rio Claro", start="2021-04", end="2021", highlights=[
                Highlight(id="b1", text="Modelled 12 river basins with colleagues from three"),
                Highlight(id="b2", text="institutes."),
                Highlight(id="b3", text="Led a team of 5."),
            ]),
            Work(id="w2", name="Foz & Filhos", position="Trainee", start="2019", end="2020"),
        ],
        skills=[Skill(id="s1", name="Languages"), Skill(id="s2", name="Python")],
        sections=[Section(id="x1", title="", highlights=[Highlight(id="x2", text="University of Porto")])],
        traces={
            "w1.name": Trace(text="Rio Claro"), "w1.end": Trace(text="present", confidence=0.4, note="guessed"),
            "b1": Trace(text="Modelled 12 river basins with"), "w2.name": Trace(text="Foz & Filhos"),
        },
    )  # fmt: skip


def judged(data: ResumeData | None = None, **parts: list[dict[str, Any]]) -> Judged:
    return judge(source(), data or local(), suggested(**parts))


def only(found: Judged) -> Difference:
    assert found.left_out == 0
    assert len(found.differences) == 1
    return found.differences[0]


def after(one: Difference) -> ResumeData:
    data = local()
    assert applied(data, [one])
    return data


def test_the_lines_are_numbered_as_the_tests_below_say() -> None:
    texts = [line.text for line in source().lines if line.text.strip()]
    assert (texts[0], texts[5], texts[10], texts[13]) == (
        "INÊS CALDEIRA", "April 2021 - present", "2019 - 2020", "University of Porto",
    )  # fmt: skip
    assert texts[19] == "Rui Duarte, CTO"


# --- kept ---------------------------------------------------------------------------------------------------------


def test_a_missing_title_is_filled_from_its_line() -> None:
    one = only(judged(fields=[field("work1.position", "Hydrologist", "L5")]))
    assert (one.kind, one.title, one.now, one.proposed, one.line) == (
        DifferenceKind.FIELD, "Rio Claro · Position", "", "Hydrologist", "Hydrologist, Rio Claro",
    )  # fmt: skip
    data = after(one)
    assert data.work[0].position == "Hydrologist"
    assert (data.traces["w1.position"].text, data.traces["w1.position"].confidence) == ("Hydrologist", 1.0)


def test_a_name_in_capitals_may_be_written_in_ordinary_letters() -> None:
    one = only(judged(fields=[field("basics.name", "Inês Caldeira", "L1")]))
    assert after(one).basics.name == "Inês Caldeira"


def test_an_end_that_is_still_going_on_moves_the_trace_and_settles_the_doubt() -> None:
    one = only(judged(fields=[field("work1.end", "present", "L6")]))
    assert (one.now, one.proposed) == ("2021", "now")
    data = after(one)
    assert (data.work[0].end, data.work[0].current) == (None, True)
    assert data.traces["w1.current"].confidence == 1.0
    assert "w1.end" not in data.traces
    assert doubtful_paths(data) == []


def test_a_place_is_one_line_whatever_parts_it_had() -> None:
    one = only(judged(fields=[field("basics.location", "Porto", "L3")]))
    assert after(one).basics.location.text == "Porto"


def test_a_missing_entry_comes_with_its_bullets_and_a_trace_for_every_value() -> None:
    given = entry(
        "education",
        {"institution": ("University of Porto", "L14"), "study_type": ("MSc", "L15"), "area": ("Hydrology", "L15"),
         "start": ("2017", "L15"), "end": ("2019", "L15")},
    )  # fmt: skip
    one = only(judged(entries=[given]))
    assert one.proposed == "University of Porto · MSc · Hydrology · 2017 – 2019"
    made = after(one).education[0]
    expected = Education(
        id=made.id, institution="University of Porto", study_type="MSc", area="Hydrology", start="2017", end="2019"
    )
    assert made == expected
    assert {f"{made.id}.{name}" for name in ("institution", "study_type", "area", "start", "end")} <= after(
        one
    ).traces.keys()


def test_bullets_are_put_together_from_lines_and_those_that_were_right_keep_their_ids() -> None:
    one = only(judged(bullets=[{"entry": "work1", "bullets": [["L7", "L8"], ["L9"]]}]))
    bullets = after(one).work[0].highlights
    assert [bullet.text for bullet in bullets] == [
        "Modelled 12 river basins with colleagues from three institutes.", "Led a team of 5.",
    ]  # fmt: skip
    assert bullets[1].id == "b3"
    assert not one.loses


def test_loose_skills_and_groups_are_set_as_a_whole() -> None:
    found = judged(skills=[skills("skills", "", ["Python", "QGIS", "HEC-RAS"], "L18"),
                           skills("new", "Languages", ["Portuguese", "English"], "L17")])  # fmt: skip
    assert found.left_out == 0
    data = local()
    applied(data, list(found.differences))
    assert [(skill.name, skill.keywords) for skill in data.skills] == [
        ("Python", []), ("QGIS", []), ("HEC-RAS", []), ("Languages", ["Portuguese", "English"]),
    ]  # fmt: skip
    assert data.skills[0].id == "s2"


def test_removing_what_another_entry_takes_over_loses_nothing_and_alone_it_does() -> None:
    school = entry("education", {"institution": ("University of Porto", "L14")})
    together = judged(entries=[school], removals=[removal("sections1", "Is the school.")])
    assert [one.loses for one in together.differences] == [False, False]
    alone = only(judged(removals=[removal("sections1")]))
    assert alone.loses


def test_what_is_right_already_is_no_difference() -> None:
    found = judged(fields=[field("work2.position", "Trainee", "L10"), field("work2.end", "2020", "L11")])
    assert (found.differences, found.left_out) == ((), 0)


# --- dropped ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        field("work1.position", "Senior Hydrologist", "L5"),
        field("work1.name", "Rio Verde", "L5"),
        field("work1.name", "Rio Claro", "L10"),
        field("work1.name", "Rio Claro", "L99"),
        field("work1.name", "Rio Claro", "five"),
        field("work1.name", "Rio Claro"),
        field("work2.end", "2021", "L11"),
        field("work2.start", "2020", "L11"),
        field("work2.end", "2020-03", "L11"),
        field("work2.end", "present", "L11"),
        field("work2.end", "last year", "L11"),
        field("work2.position", "CTO", "L20"),
        field("basics.phone", "+351 21 000 1123", "L3"),
        field("basics.email", "ines@caldeira.exam", "L3"),
        field("work9.name", "Rio Claro", "L5"),
        field("work1.salary", "Rio Claro", "L5"),
        field("basics.image", "Rio Claro", "L5"),
        field("traces", "Rio Claro", "L5"),
    ],
)
def test_an_invention_is_left_out_and_counted(wrong: dict[str, Any]) -> None:
    found = judged(fields=[wrong])
    assert (found.differences, found.left_out) == ((), 1)


def test_what_another_entry_has_from_that_very_line_stays_its_own() -> None:
    """The lines stand close together, so only the other entry's own trace tells whose title it is."""
    data = local()
    data.traces["w2.position"] = Trace(text="Trainee")
    found = judged(data, fields=[field("work1.position", "Trainee", "L10")])
    assert (found.differences, found.left_out) == ((), 1)
    second = entry("work", {"name": ("Foz & Filhos", "L10"), "position": ("Trainee", "L10"), "end": ("2020", "L11")})
    assert judged(data, entries=[second]).left_out == 1


def test_an_entry_that_has_an_employer_is_not_given_its_neighbours() -> None:
    found = judged(fields=[field("work1.name", "Foz & Filhos", "L10")])
    assert (found.differences, found.left_out) == ((), 1)


def test_two_roles_may_share_the_employer_that_is_printed_once() -> None:
    data = local()
    data.work[1].position = ""
    data.traces["w2.name"] = Trace(text="Foz & Filhos")
    second = entry("work", {"name": ("Foz & Filhos", "L10"), "position": ("Trainee", "L10")})
    found = judged(data, entries=[second])
    assert (len(found.differences), found.left_out) == (1, 0)


def test_an_entry_is_not_put_together_from_lines_far_apart() -> None:
    mixed = entry("work", {"name": ("Rio Claro", "L5"), "position": ("CTO", "L20")})
    found = judged(entries=[mixed])
    assert (found.differences, found.left_out) == ((), 1)


def test_the_true_part_of_an_entry_is_kept_and_the_invented_one_counted() -> None:
    given = entry("education", {"institution": ("University of Porto", "L14"), "study_type": ("PhD", "L15")}, ["L99"])
    found = judged(entries=[given])
    assert found.left_out == 2
    assert found.differences[0].proposed == "University of Porto"


def test_a_skill_nobody_wrote_is_left_out_of_the_list() -> None:
    found = judged(skills=[skills("skills", "", ["Python", "Rust", "QGIS"], "L18")])
    assert found.left_out == 1
    assert found.differences[0].proposed == "Python, QGIS"


def test_a_bullet_that_is_no_line_of_the_entry_is_left_out() -> None:
    found = judged(bullets=[{"entry": "work1", "bullets": [["L7"], ["L22"]]}])
    assert (found.differences, found.left_out) == ((), 1)


def test_removing_what_is_not_there_is_counted() -> None:
    found = judged(removals=[removal("work7"), removal("work1.b9"), removal("everything")])
    assert (found.differences, found.left_out) == ((), 3)


# --- any subset, any order ----------------------------------------------------------------------------------------


def several() -> Judged:
    return judged(
        fields=[field("work1.position", "Hydrologist", "L5"), field("work1.end", "present", "L6")],
        entries=[entry("education", {"institution": ("University of Porto", "L14")})],
        bullets=[{"entry": "work1", "bullets": [["L7", "L8"], ["L9"]]}],
        skills=[skills("skills", "", ["Python", "QGIS"], "L18")],
        removals=[removal("sections1")],
    )


def test_every_subset_can_be_accepted_and_undone_exactly() -> None:
    differences = several().differences
    assert len(differences) == 6
    for choice in range(2 ** len(differences)):
        chosen = [one for at, one in enumerate(differences) if choice >> at & 1]
        data = local()
        edits = applied(data, chosen)
        for one in differences:
            assert standing(data, one) is (Standing.DONE if one in chosen else Standing.OPEN)
        for edit in reversed(edits):
            apply(data, inverse(edit))
        assert data == local()


def test_differences_survive_the_way_through_the_file() -> None:
    for one in several().differences:
        assert from_json(to_json(one)) == one


def test_a_part_that_is_gone_makes_a_difference_outdated() -> None:
    one = only(judged(fields=[field("work1.position", "Hydrologist", "L5")]))
    data = local()
    data.work.pop(0)
    assert standing(data, one) is Standing.OUTDATED
    assert applied(data, [one]) == []


def test_regions_on_the_page_are_those_of_the_words() -> None:
    found = judge(
        read_document(files.pdf(), "ines.pdf"),
        ResumeData(work=[Work(id="w1", name="Foz & Filhos")]),
        suggested(fields=[field("work1.end", "2020", "L9")]),
    )
    region = found.differences[0].regions[0]
    assert region.page == 0
    assert 0.7 < region.left < region.right < 1.0
    assert region.bottom - region.top < 0.03
