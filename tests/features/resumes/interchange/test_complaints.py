"""A JSON Resume that is not as its schema says: the place is named, and nothing of it is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest

from careercoach_desktop.features.resumes.interchange import complaints_about, to_json_resume
from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.foundation.errors import UserError
from tests.features.resumes.interchange.test_round_trip import FULL


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"work": {"name": "Acme"}}, "“work” should be a list; it was kept as it is."),
        (
            {"work": [{"name": "Acme"}, {"startDate": "Spring 2018"}]},
            'work, entry 2: “startDate” is no date like 2020-05 ("Spring 2018"); it was kept as it is.',
        ),
        ({"basics": {"name": 7}}, "basics: “name” should be a text (7); it was kept as it is."),
        ({"basics": {"location": "Leeds"}}, "basics: “location” should be an object; it was kept as it is."),
        ({"skills": ["SQL"]}, "skills, entry 1 should be an object; it was kept as it is."),
        (
            {"work": [{"highlights": "one"}]},
            "work, entry 1: “highlights” should be a list of texts; it was kept as it is.",
        ),
    ],
)
def test_the_place_is_named(value: dict[str, Any], said: str) -> None:
    assert complaints_about(value) == [said]


def test_only_the_first_few_are_said() -> None:
    said = complaints_about({"work": [{"startDate": "soon"} for _ in range(9)]})
    assert len(said) == 4
    assert said[-1] == "6 more places are not as the format says."


def test_they_come_with_what_was_read_and_everything_goes_out_again() -> None:
    read = read_resume(json.dumps(FULL).encode(), "resume.json")
    assert [warning.split(":")[0] for warning in read.warnings] == [
        "work, entry 2",
        "skills, entry 2 should be an object; it was kept as it is.",
    ]
    assert to_json_resume(read.data) == FULL


@pytest.mark.parametrize("name", ["resume.json", "resume.JSON"])
def test_broken_json_says_where(name: str) -> None:
    with pytest.raises(UserError, match=r"line 3, column \d+") as refusal:
        read_resume(b'{\n "basics": {"name": "Ada"},\n "work": [}\n}', name)
    assert refusal.value.code == "json-broken"


@pytest.mark.parametrize("data", [b"[1, 2]", b"[" * 100_000 + b"]" * 100_000, b'{"a": ' + b"9" * 5000 + b"}"])
def test_json_that_is_no_resume(data: bytes) -> None:
    with pytest.raises(UserError) as refusal:
        read_resume(data, "resume.json")
    assert refusal.value.code in {"not-a-resume", "json-broken"}


@pytest.mark.parametrize(
    "data",
    [
        b'{"basics":' * 60 + b"1" + b"}" * 60,
        b'{"work": [{"highlights": [' + b'"a",' * 20_000 + b'"a"]}]}',
        b'{"basics": {"summary": "' + b"x" * 200_001 + b'"}}',
    ],
    ids=["deep", "many", "long"],
)
def test_json_that_is_far_more_than_a_resume(data: bytes) -> None:
    with pytest.raises(UserError) as refusal:
        read_resume(data, "resume.json")
    assert refusal.value.code == "json-too-large"


def test_a_picture_inside_does_not_count() -> None:
    picture = "data:image/png;base64," + "A" * 300_000
    read = read_resume(json.dumps({"basics": {"name": "Ada", "image": picture}}).encode(), "resume.json")
    assert read.data.basics.image == picture
