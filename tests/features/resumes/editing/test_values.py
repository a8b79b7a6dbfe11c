"""Every value a person can see has one path, and the doubtful ones are found in the order of the form."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.editing import apply, doubtful_paths, looked_at, value_at, values
from careercoach_desktop.features.resumes.model import Basics, ResumeData, Skill, Trace
from tests.features.resumes.people import ines


def test_values_are_named_in_the_order_of_the_form() -> None:
    found = {value.path: value.text for value in values(ines())}
    assert list(found)[:6] == [
        "basics.name", "basics.label", "basics.email", "basics.phone", "basics.location", "web1.network",
    ]  # fmt: skip
    assert found["basics.location"] == "Porto, PT"
    assert found["work1.end"] == "now"
    assert found["b2"] == "Led a team."
    assert found["skill1.keywords"] == "Python, QGIS, HEC-RAS"
    assert len(found) == 22


def test_an_end_that_reads_now_is_traced_as_current() -> None:
    data = ines()
    data.traces["work1.current"] = Trace(text="present", note="guessed")
    assert doubtful_paths(data) == ["basics.phone", "work1.end", "work2.end"]
    for edit in looked_at(data, "work1.end"):
        apply(data, edit)
    assert not data.traces["work1.current"].note
    assert doubtful_paths(data) == ["basics.phone", "work2.end"]


def test_an_empty_resume_has_no_values() -> None:
    assert values(ResumeData()) == []


def test_doubt_is_a_note_or_low_confidence_on_a_value_that_is_there() -> None:
    data = ines()
    data.traces["basics.url"] = Trace(note="unreadable")
    assert doubtful_paths(data) == ["basics.phone", "work2.end"]


@pytest.mark.parametrize("path", [value.path for value in values(ines())])
def test_every_listed_path_leads_to_its_value(path: str) -> None:
    assert value_at(ines(), path) or path == "work1.end"


@pytest.mark.parametrize("path", ["nobody.name", "work1.salary", "basics.shoe_size", "nobody", ""])
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    with pytest.raises(KeyError):
        value_at(ines(), path)


def test_a_skill_without_keywords_is_named_by_itself() -> None:
    data = ResumeData(basics=Basics(), skills=[Skill(id="s", name="Sailing")])
    assert [(value.path, value.text) for value in values(data)] == [("s.name", "Sailing")]
