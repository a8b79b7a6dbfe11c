"""Which record somebody means."""

from __future__ import annotations

import pytest

from careercoach_desktop.foundation.choosing import the_one
from careercoach_desktop.foundation.errors import UserError

JOBS = {3: "Data Engineer, Northwind", 7: "Data Analyst, Köln", 12: "Engineer", 30: "3 shifts a week, Baker"}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("7", 7),
        ("3", 3),
        ("engineer", 12),
        ("northwind data", 3),
        ("koln", 7),
        ("  ANALYST ", 7),
        ("shifts", 30),
    ],
)
def test_a_number_a_name_or_a_part_that_only_one_has(words: str, meant: int) -> None:
    assert the_one(words, JOBS, "job") == meant


@pytest.mark.parametrize(("words", "code"), [("data", "several-meant"), ("99", "nothing-meant"), ("", "nothing-meant")])
def test_anything_else_is_told(words: str, code: str) -> None:
    with pytest.raises(UserError) as told:
        the_one(words, JOBS, "job")
    assert told.value.code == code


def test_the_candidates_are_named() -> None:
    with pytest.raises(UserError, match="3 “Data Engineer, Northwind”, 7 “Data Analyst, Köln”"):
        the_one("data", JOBS, "job")
