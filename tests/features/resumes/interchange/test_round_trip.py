"""JSON Resume in and out without losing a key."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercoach_desktop.features.resumes.interchange import from_json_resume, to_json_resume
from careercoach_desktop.features.resumes.interchange.keys import SECTIONS
from careercoach_desktop.features.resumes.model import (
    Education,
    Highlight,
    Project,
    ResumeData,
    Section,
    Skill,
    Volunteer,
    Work,
)
from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.foundation.errors import UserError

FULL: dict[str, Any] = {
    "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    "basics": {
        "name": "Maya Okafor",
        "label": "Data Engineer",
        "image": "",
        "email": "maya.okafor@example.org",
        "phone": "+44 113 496 0000",
        "url": "https://example.org",
        "summary": "Likes small systems.",
        "location": {"address": "1 Mill Street", "postalCode": "LS1 1AA", "city": "Leeds", "countryCode": "GB"},
        "profiles": [{"network": "GitHub", "username": "mayaokafor", "url": "https://github.com/mayaokafor"}],
        "pronouns": "she/her",
    },
    "work": [
        {
            "name": "Tarn Robotics",
            "position": "Engineer",
            "startDate": "2019-03",
            "highlights": ["Built the gripper", "Tested the arm"],
            "location": "Leeds",
            "description": "Robots",
        },
        {"name": "Oakwell", "position": "Intern", "startDate": "Spring 2018", "endDate": None, "highlights": []},
    ],
    "volunteer": [{"organization": "Food bank", "position": "Driver", "startDate": "2015", "endDate": "2016-05-01"}],
    "education": [{"institution": "York", "studyType": "BSc", "area": "Maths", "courses": ["Algebra"], "gpa": 3.9}],
    "awards": [{"title": "Prize", "date": "2014-11-01", "awarder": "City", "summary": "There."}],
    "certificates": [{"name": "CKA", "date": "2021-11-07", "issuer": "CNCF", "url": "https://example.org/cka"}],
    "publications": [
        {"name": "On grippers", "publisher": "Press", "releaseDate": "2014-10-01", "url": "", "summary": ""}
    ],
    "skills": [{"name": "Languages", "level": "Master", "keywords": ["Python", "SQL"]}, "just a string"],
    "languages": [{"language": "English", "fluency": "Native speaker"}],
    "interests": [{"name": "Hills", "keywords": ["Pennines"]}],
    "references": [{"name": "Jo Doe", "reference": "Splendid."}],
    "projects": [
        {"name": "Dashboard", "roles": ["Lead"], "entity": "Board", "type": "application", "startDate": "2019"}
    ],
    "meta": {"version": "v1.0.0", "theme": "even"},
    "x-unknown": [1, {"two": 3}],
}


def test_what_came_in_goes_out_again() -> None:
    before = json.dumps(FULL)
    assert to_json_resume(from_json_resume(FULL)) == FULL
    assert json.dumps(FULL) == before


def test_the_values_land_in_their_fields() -> None:
    data = from_json_resume(FULL)
    job = data.work[0]
    assert (job.name, job.position, job.start, job.end, job.current) == (
        "Tarn Robotics",
        "Engineer",
        "2019-03",
        None,
        True,
    )
    assert [bullet.text for bullet in job.highlights] == ["Built the gripper", "Tested the arm"]
    assert job.extra == {"description": "Robots"}
    assert data.basics.location.postal_code == "LS1 1AA"
    assert data.education[0].courses == ["Algebra"]
    assert data.work[1].start is None


def test_an_edited_value_wins_over_what_was_kept() -> None:
    data = from_json_resume(FULL)
    data.work[1].start = "2018-04"
    written = to_json_resume(data)
    assert written["work"][1]["startDate"] == "2018-04"  # type: ignore[index]  # the value is known to be a list
    assert from_json_resume(json.loads(json.dumps(written))).work[1].start == "2018-04"


def without_ids(data: ResumeData) -> dict[str, Any]:
    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: strip(item) for key, item in value.items() if key not in {"id", "traces"}}
        return [strip(item) for item in value] if isinstance(value, list) else value

    return strip(data.model_dump())


def test_what_json_resume_has_no_key_for_survives_too() -> None:
    data = ResumeData(
        language="de",
        work=[Work(name="Tarn", start="2019", current=False, technologies=["ROS"], work_mode="HYBRID")],
        volunteer=[Volunteer(organization="Food bank", current=True)],
        education=[Education(institution="York", location="York, UK", highlights=[Highlight(text="First class")])],
        projects=[Project(name="Board", current=True)],
        skills=[Skill(name="Languages", keywords=["Python"], category="technical")],
        sections=[Section(title="Driving", highlights=[Highlight(text="Car")])],
    )
    data.basics.location.text = "Leeds, United Kingdom"
    again = from_json_resume(json.loads(json.dumps(to_json_resume(data))))
    assert without_ids(again) == without_ids(data)


def test_hidden_entries_are_found_again_by_their_ids() -> None:
    data = ResumeData(
        work=[Work(name="Tarn", highlights=[Highlight(text="One"), Highlight(text="Two")]), Work(name="B")]
    )
    data.hidden = [data.work[1].id, data.work[0].highlights[1].id]
    again = from_json_resume(json.loads(json.dumps(to_json_resume(data))))
    assert again == data


names = st.text(max_size=12)
values = st.one_of(names, st.none(), st.integers(), st.lists(names, max_size=3), st.just("2020-05"), st.just(""))


@st.composite
def rows(draw: st.DrawFn, section: str) -> list[dict[str, Any]]:
    shape = SECTIONS[section]
    known = [*shape.text, *shape.dates, *shape.lists, "highlights", "strange"]
    return draw(st.lists(st.dictionaries(st.sampled_from(known), values, max_size=5), max_size=3))


@settings(suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
@given(st.data())
def test_any_document_of_this_shape_comes_out_as_it_went_in(data: st.DataObject) -> None:
    document: dict[str, Any] = {"basics": data.draw(st.dictionaries(st.sampled_from(["name", "email", "x"]), values))}
    for section in data.draw(st.lists(st.sampled_from(sorted(SECTIONS)), unique=True, max_size=4)):
        document[section] = data.draw(rows(section))
    assert to_json_resume(from_json_resume(document)) == document


@pytest.mark.parametrize("value", [{"title": "A job"}, {"basics": "no"}])
def test_other_json_is_no_resume(value: dict[str, Any]) -> None:
    with pytest.raises(UserError) as refusal:
        from_json_resume(value)
    assert refusal.value.code == "not-a-resume"


def test_the_importer_recognises_json_resume() -> None:
    read = read_resume(json.dumps(FULL).encode(), "resume.json")
    assert read.media_type == "application/json"
    assert read.data.basics.name == "Maya Okafor"
    assert "Tarn Robotics" in read.raw_text
    with pytest.raises(UserError) as refusal:
        read_resume(b"[1, 2]", "resume.json")
    assert refusal.value.code == "not-a-resume"
