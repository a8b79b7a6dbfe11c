"""Looking for a time zone the way people name one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.timing.zones import choice_of, find_zones, offset_text

WINTER = datetime(2026, 12, 3, 10, tzinfo=UTC)
SUMMER = datetime(2026, 7, 3, 10, tzinfo=UTC)
BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("new york", "America/New_York"),
        ("boston", "America/New_York"),
        ("EST", "America/New_York"),
        ("pst", "America/Los_Angeles"),
        ("Germany", BERLIN),
        ("münchen", BERLIN),
        ("munch", BERLIN),
        ("india", "Asia/Kolkata"),
        ("gb", "Europe/London"),
        ("são paulo", "America/Sao_Paulo"),
        ("utc+1", BERLIN),
        ("+5:30", "Asia/Kolkata"),
        ("utc", "UTC"),
    ],
)
def test_the_likeliest_comes_first(typed: str, first: str) -> None:
    assert find_zones(typed, WINTER, BERLIN)[0].name == first


def test_nothing_typed_offers_the_own_zone_first() -> None:
    offered = find_zones("", WINTER, BERLIN)
    assert offered[0].name == BERLIN
    assert "America/New_York" in {each.name for each in offered}


def test_an_abbreviation_of_several_countries_finds_them_all() -> None:
    assert {"India", "Ireland", "Israel"} <= {each.country for each in find_zones("IST", WINTER, BERLIN)}


def test_an_offset_is_offered_itself_and_is_one_that_is_kept() -> None:
    last = find_zones("utc-3:30", WINTER, BERLIN)[-1]
    assert last.name == "UTC-03:30"
    assert zone_of(last.name) is not None


def test_the_offset_is_that_of_the_day() -> None:
    assert (choice_of(BERLIN, WINTER).offset, choice_of(BERLIN, SUMMER).offset) == (60, 120)
    assert (choice_of(BERLIN, WINTER).short, choice_of(BERLIN, SUMMER).short) == ("CET", "CEST")


def test_a_zone_without_a_city_is_shown_as_it_is() -> None:
    assert choice_of("UTC+05:30", WINTER).city == "UTC+05:30"
    assert offset_text(330) == "UTC+5:30"


def test_what_is_no_zone_finds_nothing() -> None:
    assert find_zones("nowhere at all", WINTER, BERLIN) == []


def test_cities_are_named_in_the_persons_language() -> None:
    assert find_zones("mailand", WINTER, BERLIN, "de") == []
    assert find_zones("italien", WINTER, BERLIN, "de")[0].city == "Rom"
