"""Lengths, full stops and spaces."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.model import Publication
from tests.features.analysis.people import maren
from tests.features.analysis.rules.situations import ENGLISH, found, with_bullets

LONG = "Planned " + "the many long tours of the whole fleet " * 6 + "with 12 vans"


def test_bullets_that_are_too_long() -> None:
    assert [place.path for place in found(with_bullets(*ENGLISH, LONG))["writing.long-bullets"].places] == ["b4"]
    assert "writing.long-bullets" not in found(with_bullets(*ENGLISH))


def test_bullets_that_are_too_short() -> None:
    assert "writing.short-bullets" in found(with_bullets("Planned tours", "Built models", ENGLISH[0]))
    assert "writing.short-bullets" not in found(with_bullets("Planned tours", *ENGLISH))


def test_languages_without_spaces_are_not_counted_in_words() -> None:
    data = with_bullets("负责配送计划", "建立预测模型", "培训新员工", language="zh")
    assert not {"writing.short-bullets", "writing.brief", "summary.short", "skills.sentences"} & {*found(data)}


def test_the_whole_length() -> None:
    short = maren()
    short.work, short.basics.summary = (
        short.work[1:],
        "A planner with nine years in food wholesale in the north of England.",
    )
    assert "writing.brief" in found(short)
    long = with_bullets(*(f"{text} in the year {year}" for year in range(60) for text in ENGLISH))
    assert "writing.lengthy" in found(long)


def test_who_publishes_may_write_more() -> None:
    data = with_bullets(*(f"{text} in the year {year}" for year in range(60) for text in ENGLISH))
    data.publications = [Publication(name=f"Paper {number}") for number in range(3)]
    assert "writing.lengthy" not in found(data)


def test_full_stops_are_unified_to_what_most_have() -> None:
    fix = found(with_bullets(f"{ENGLISH[0]}.", *ENGLISH[1:]))["writing.full-stops"].fix
    assert fix is not None
    assert fix.label == "Remove the full stops"
    assert [(one.path, one.after) for one in fix.corrections] == [("b1", ENGLISH[0])]
    fix = found(with_bullets(*(f"{text}." for text in ENGLISH[:2]), ENGLISH[2]))["writing.full-stops"].fix
    assert fix is not None
    assert fix.label == "Add the full stops"
    assert [(one.path, one.after) for one in fix.corrections] == [("b3", f"{ENGLISH[2]}.")]


@pytest.mark.parametrize(
    "odd",
    ["Sold goods to shops such as Porter Inc.", "Planned tours, loads, breaks etc.", "Planned tours in the U.S.",
     "Planned 12 tours. Kept every promise.", "Planned 12 tours and more…", "Planned the tours of the fleet!"],
)  # fmt: skip
def test_full_stops_that_belong_there_do_not_count(odd: str) -> None:
    assert "writing.full-stops" not in found(with_bullets(*ENGLISH, odd))


def test_spaces_too_many_are_removed() -> None:
    said = found(with_bullets("Planned  the tours , loads and  breaks of 12 vans", *ENGLISH[1:]))["writing.spaces"]
    assert said.fix is not None
    assert said.fix.corrections[0].after == "Planned the tours, loads and breaks of 12 vans"


@pytest.mark.parametrize("fine", ["Planned 1 000 tours", "Wrote a tool , ", "Kept a -- b"])
def test_single_spaces_stay(fine: str) -> None:
    assert "  " not in fine
    if fine != "Wrote a tool , ":
        assert "writing.spaces" not in found(with_bullets(fine, *ENGLISH))
