"""The colour table: text can be read on every ground it stands on, in both themes."""

from __future__ import annotations

import re

import pytest

from careercoach_desktop.foundation.uikit.stylesheet import stylesheet
from careercoach_desktop.foundation.uikit.tokens import DARK, LIGHT, TONES, Palette, contrast

READABLE = 4.5
DISCERNIBLE = 3.0

PLAIN_GROUNDS = ("window", "surface", "sunken", "hover")
TEXT_ON_GROUND = [
    *[("text", ground) for ground in (*PLAIN_GROUNDS, "soft", "amber_soft", "green_soft", "red_soft")],
    *[("second", ground) for ground in (*PLAIN_GROUNDS, "soft")],
    *[("third", ground) for ground in ("window", "surface", "sunken")],
    *[("on_soft", ground) for ground in ("soft", "window", "surface", "sunken")],
    *[(ink, ground) for ink in ("green", "amber", "red") for ground in ("window", "surface", "sunken", f"{ink}_soft")],
    *[(ink, ground) for ink, ground, _icon in TONES.values()],
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_danger", "danger"),
]


def test_contrast_agrees_with_known_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= READABLE


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "surface"])
@pytest.mark.parametrize("control", ["accent", "line_strong", "field"])
def test_focus_rings_check_boxes_and_fields_can_be_seen(palette: Palette, control: str, ground: str) -> None:
    assert contrast(getattr(palette, control), getattr(palette, ground)) >= DISCERNIBLE


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_is_written_in_full(palette: Palette) -> None:
    assert all(re.fullmatch("#[0-9A-F]{6}", getattr(palette, name)) for name in palette.names())


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_fields_carry_the_border_that_can_be_seen_and_cards_stay_quiet(palette: Palette) -> None:
    sheet = stylesheet(palette)
    rule = next(rule for rule in sheet.split("}") if rule.strip().startswith("QLineEdit, QPlainTextEdit"))
    assert f"border: 1px solid {palette.field}" in rule
    assert contrast(palette.line, palette.surface) < DISCERNIBLE
