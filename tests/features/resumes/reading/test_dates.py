"""Dates as people write them."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.reading.dates import durations, periods


@pytest.mark.parametrize(
    ("text", "start", "end", "current"),
    [
        ("Mar 2022 – present", "2022-03", None, True),
        ("03/2020 – 05/2021", "2020-03", "2021-05", False),
        ("2018 – 19", "2018", "2019", False),
        ("seit 2020", "2020", None, True),
        ("since March 2019", "2019-03", None, True),
        ("März 2019 bis heute", "2019-03", None, True),
        ("janv. 2019 à déc. 2020", "2019-01", "2020-12", False),
        ("septiembre de 2018 - actualidad", "2018-09", None, True),
        ("2019年4月 – 2020年3月", "2019-04", "2020-03", False),
        ("01.04.2019 – 31.12.2020", "2019-04-01", "2020-12-31", False),
        ("Nov '19 - Jan '21", "2019-11", "2021-01", False),
        ("Jan – Mar 2020", "2020-01", "2020-03", False),
        ("Sept 2018 to May 2023", "2018-09", "2023-05", False),
        ("2016 / 09 - now", "2016-09", None, True),
        ("maart 2015 t/m juni 2016", "2015-03", "2016-06", False),
        ("Summer 2013, 2014", "2013", "2014", False),
    ],
)
def test_ranges(text: str, start: str | None, end: str | None, current: bool) -> None:
    (period,) = periods(text)
    assert (period.start, period.end, period.current, period.single) == (start, end, current, False)
    assert text[period.begin : period.finish] == text


@pytest.mark.parametrize(
    ("text", "start"),
    [("2011 / 11", "2011-11"), ("Summer 2022", "2022"), ("Expected Graduation: May 2018", "2018-05"), ("2019", "2019")],
)
def test_single_dates(text: str, start: str) -> None:
    (period,) = periods(text)
    assert (period.start, period.end, period.single) == (start, None, True)


@pytest.mark.parametrize("text", ["top 52/2500", "2 years 10 months", "+49 176 123", "raised 40 % in 3 weeks", "20XX"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert periods(text) == ()


def test_a_guess_says_what_it_was_made_from() -> None:
    assert [period.note for period in periods("Sep 15 - NOW")] == ["from “Sep 15”"]
    assert [period.note for period in periods("Mar 2022 – present")] == [""]


def test_the_place_inside_the_line_is_kept() -> None:
    text = "Engineer, Tarn Robotics\t2019 – 2022 | Leeds"
    (period,) = periods(text)
    assert text[period.begin : period.finish] == "2019 – 2022"


def test_spans_of_time_are_recognised_as_such() -> None:
    text = "June 2020 – May 2021 (1 year 2 months)"
    assert [text[a:b].strip() for a, b in durations(text)] == ["(1 year 2 months)"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("2018 – 19", "", "from “19”"), ("Nov '19 - Jan 2021", "from “Nov '19”", ""), ("2018 – 2019", "", "")],
)
def test_only_the_date_that_was_guessed_carries_the_note(text: str, start: str, end: str) -> None:
    (period,) = periods(text)
    assert (period.note_on("start"), period.note_on("end")) == (start, end)
