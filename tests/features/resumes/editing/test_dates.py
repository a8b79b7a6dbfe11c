"""Dates typed the ways people type them."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.editing import DateError, shown_date, typed_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2022", "2022"),
        ("2022-03", "2022-03"),
        ("2022-3", "2022-03"),
        ("2022.03", "2022-03"),
        ("03/2022", "2022-03"),
        ("3.2022", "2022-03"),
        ("Mar 2022", "2022-03"),
        ("  march   2022 ", "2022-03"),
        ("Sept. 2019", "2019-09"),
        ("31 Mar 2022", "2022-03-31"),
        ("March 31, 2022", "2022-03-31"),
        ("2022-03-31", "2022-03-31"),
        ("", None),
    ],
)
def test_dates_are_understood(text: str, value: str | None) -> None:
    assert typed_date(text) == (value, False)


@pytest.mark.parametrize("text", ["now", "Present", " today ", "ongoing"])
def test_still_going_on_is_understood(text: str) -> None:
    assert typed_date(text) == (None, True)


@pytest.mark.parametrize("text", ["soon", "13/2022", "2022-00x", "30 Feb 2021", "Foo 2022", "22", "Ma 2022 or so"])
def test_what_is_no_date_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(DateError, match=r"\.$"):
        typed_date(text)


@pytest.mark.parametrize("value", ["2022", "2022-03", "2022-03-31", "1999-12-01"])
def test_what_is_shown_can_be_typed_back(value: str) -> None:
    assert typed_date(shown_date(value)) == (value, False)


def test_an_open_end_reads_now() -> None:
    assert shown_date(None, current=True) == "now"
    assert shown_date(None) == ""
