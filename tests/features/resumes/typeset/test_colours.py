"""A colour somebody chose can be read, on paper and under text."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.typeset.colours import legible, upon


def test_a_colour_that_can_be_read_stays() -> None:
    assert legible("#5442C9") == "#5442C9"
    assert legible("#0B6E6E") == "#0B6E6E"


@pytest.mark.parametrize("light", ["#FFFF00", "#F2C94C", "#FFFFFF", "#9FE8FF"])
def test_a_light_colour_is_darkened(light: str) -> None:
    darker = legible(light)
    assert sum(bytes.fromhex(darker[1:])) < sum(bytes.fromhex(light[1:])) * 0.8
    assert legible(darker) == darker


def test_what_stands_on_a_colour_stands_out() -> None:
    assert upon("#5442C9") == "#FFFFFF"
    assert upon("#F2C94C") == "#1C1B22"
