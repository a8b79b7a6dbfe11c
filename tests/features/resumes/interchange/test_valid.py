"""What is handed over as JSON Resume is valid by the published schema, and nothing is lost there and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.resumes.interchange import from_json_resume, to_json_resume, valid_json_resume
from careercoach_desktop.features.resumes.model import (
    Basics,
    Education,
    Highlight,
    Mark,
    ResumeData,
    Section,
    WebProfile,
    Work,
)
from tests.features.resumes.typeset.samples import awkward, everything, long, sample, short
from tests.support.json_resume import complaints

from .test_round_trip import FULL, without_ids

MARKED = Highlight(
    text="Cut the close from nine days to three",
    marks=[Mark(start=0, end=3, bold=True), Mark(start=8, end=13, italic=True, url="https://close.example")],
)


def there_and_back(data: ResumeData) -> ResumeData:
    return from_json_resume(json.loads(json.dumps(to_json_resume(data))))


@pytest.mark.parametrize(
    "data",
    [sample("lena-marsh"), sample("camille-bergmann"), everything(), long(), short(), awkward(), ResumeData()],
    ids=lambda data: data.basics.name,
)
def test_every_sample_is_valid(data: ResumeData) -> None:
    data = data.model_copy(deep=True, update={"language": "de", "hidden": [each.id for each in data.skills[:1]]})
    data.sections.append(Section(title="Talks", highlights=[MARKED]))
    assert list(complaints(valid_json_resume(data))) == []


def test_the_checker_itself_finds_what_is_wrong() -> None:
    wrong = {"x-own": 1, "basics": {"url": "marsh.example", "email": "lena"}, "work": [{"startDate": "Spring"}, 3]}
    assert list(complaints(wrong)) == [
        "resume may not have a x-own",
        "resume.basics.url is no uri: 'marsh.example'",
        "resume.basics.email is no email: 'lena'",
        "resume.work[0].startDate is written wrong: 'Spring'",
        "resume.work[1] is no object: 3",
    ]


def test_addresses_get_the_scheme_the_standard_asks_for() -> None:
    basics = Basics(url="marsh.example/cv", profiles=[WebProfile(url="https://code.example/lena")])
    document: Any = valid_json_resume(ResumeData(basics=basics))
    assert document["basics"]["url"] == "https://marsh.example/cv"
    assert document["basics"]["profiles"][0]["url"] == "https://code.example/lena"
    assert document["$schema"].endswith("v1.0.0/schema.json")


def test_the_standard_sees_plain_bullets_and_we_see_their_marks() -> None:
    data = ResumeData(
        work=[Work(name="Brightwater", highlights=[Highlight(text="Plain"), MARKED])],
        education=[Education(institution="York", highlights=[MARKED])],
        sections=[Section(title="Talks", highlights=[MARKED])],
    )
    document: Any = to_json_resume(data)
    assert document["work"][0]["highlights"] == ["Plain", MARKED.text]
    assert without_ids(there_and_back(data)) == without_ids(data)


def test_marks_keep_their_bullets_when_things_are_left_off() -> None:
    data = ResumeData(work=[Work(name="Brightwater", highlights=[Highlight(text="Plain"), MARKED])])
    data.hidden = [data.work[0].highlights[0].id]
    assert there_and_back(data) == data


marks = st.lists(
    st.builds(
        Mark,
        start=st.integers(0, 40),
        end=st.integers(0, 40),
        bold=st.booleans(),
        italic=st.booleans(),
        url=st.sampled_from(["", "https://a.example"]),
    ),
    max_size=3,
)
bullets = st.lists(st.builds(Highlight, text=st.text(max_size=20), marks=marks), max_size=3)


@given(st.builds(Section, title=st.text(max_size=9), highlights=bullets), bullets, bullets)
def test_any_marks_come_back(section: Section, worked: list[Highlight], studied: list[Highlight]) -> None:
    data = ResumeData(
        sections=[section],
        work=[Work(name="Brightwater", highlights=worked)],
        education=[Education(institution="York", highlights=studied)],
    )
    assert without_ids(there_and_back(data)) == without_ids(data)


@pytest.mark.parametrize(
    "strange",
    [3, [[{"start": 0, "end": "4"}], []], [[]], [[{"start": 0, "end": 4, "colour": "red"}], []], [[{"end": 4}], []]],
)
def test_marks_somebody_broke_are_kept_as_they_are_and_mark_nothing(strange: object) -> None:
    row = {"name": "Brightwater", "highlights": ["One", "Two"], "x-careercoach": {"marks": strange}}
    data = from_json_resume({"work": [row]})
    assert [bullet.marks for bullet in data.work[0].highlights] == [[], []]
    assert to_json_resume(data) == {"work": [row]}


def test_what_others_keep_in_meta_stays_beside_what_is_ours() -> None:
    own = {"language": "de", "sections": [{"title": "Talks", "highlights": ["Reading tables"]}], "theirs": {"a": 1}}
    document = {**FULL, "meta": {"version": "v1.0.0", "theme": "even", "x-careercoach": own}}
    data = from_json_resume(document)
    assert (data.language, data.sections[0].title) == ("de", "Talks")
    assert to_json_resume(data) == document


def test_files_of_earlier_versions_which_kept_it_at_the_top_are_still_read() -> None:
    data = from_json_resume({"basics": {"name": "Lena"}, "x-careercoach": {"language": "de"}})
    assert data.language == "de"
    assert to_json_resume(data)["meta"] == {"x-careercoach": {"language": "de"}}
