"""The look, once: every size, space and colour the interface may use.

Values come from the design's table; nothing else in the code base writes a colour or a font size. Sizes are in
device-independent pixels. ``LIGHT`` and ``DARK`` hold the two themes; the few colours the table does not name (hover,
the text on the accent) are added here. Two light values are a shade darker than the table's (third 737182,
green 1B7F53), because on the sunken and soft grounds those miss the 4.5:1 the design asks of text.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final


class Space:
    """Gaps and paddings."""

    XS: Final = 4
    S: Final = 8
    M: Final = 12
    L: Final = 16
    XL: Final = 20
    XXL: Final = 24
    XXXL: Final = 32


class Radius:
    """Corner radii."""

    TAG: Final = 4
    CONTROL: Final = 6
    CARD: Final = 8
    PANEL: Final = 10


class Size:
    """Type sizes."""

    TINY: Final = 11
    SMALL: Final = 12
    BODY: Final = 13
    LARGE: Final = 15
    TITLE: Final = 17
    PAGE: Final = 20


class Weight:
    """Type weights, as in ``QFont.Weight``."""

    NORMAL: Final = 400
    MEDIUM: Final = 500
    BOLD: Final = 600


CONTROL: Final = 32
COMPACT: Final = 28
SIDEBAR: Final = 208
SIDEBAR_COLLAPSED: Final = 56
CARD_COLUMN: Final = 226
HEADER: Final = 58
STRIP: Final = 31

CALM_MS: Final = 150


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``. ``x_soft`` is the background on which text of colour ``x`` stands;
    ``on_soft`` is the text on ``soft`` and ``on_accent`` the text on ``accent``."""

    window: str
    surface: str
    sunken: str
    line: str
    text: str
    second: str
    third: str
    accent: str
    soft: str
    on_soft: str
    green: str
    green_soft: str
    amber: str
    amber_soft: str
    red: str
    red_soft: str
    on_accent: str
    danger: str
    on_danger: str
    accent_hover: str
    hover: str
    line_strong: str
    field: str

    def names(self) -> tuple[str, ...]:
        return tuple(each.name for each in fields(self))


LIGHT: Final = Palette(
    window="#F7F7F9",
    surface="#FFFFFF",
    sunken="#F0F0F4",
    line="#E3E3EA",
    text="#1C1B22",
    second="#5A5867",
    third="#6D6B7C",
    accent="#6D5AE6",
    soft="#EEEBFD",
    on_soft="#5442C9",
    green="#1A7B50",
    green_soft="#E4F4EB",
    amber="#96600F",
    amber_soft="#FCF1DC",
    red="#B93737",
    red_soft="#FBE8E8",
    on_accent="#FFFFFF",
    danger="#B93737",
    on_danger="#FFFFFF",
    accent_hover="#5F4CD6",
    hover="#ECECF1",
    line_strong="#8A8898",
    field="#8F8D9D",
)

DARK: Final = Palette(
    window="#16151B",
    surface="#201F27",
    sunken="#1A1920",
    line="#312F3B",
    text="#ECEAF4",
    second="#B2AFC1",
    third="#918EA1",
    accent="#9B8CFF",
    soft="#2B2650",
    on_soft="#BDB3FF",
    green="#63CB9A",
    green_soft="#1C3429",
    amber="#E6B862",
    amber_soft="#3A301B",
    red="#F29191",
    red_soft="#3D2426",
    on_accent="#16151B",
    danger="#BE4040",
    on_danger="#FFFFFF",
    accent_hover="#AB9EFF",
    hover="#282731",
    line_strong="#78758A",
    field="#6C697D",
)

# What a tone means: (colour of text and icon, background, icon).
TONES: Final = {
    "neutral": ("second", "sunken", "info"),
    "accent": ("on_soft", "soft", "sparkle"),
    "good": ("green", "green_soft", "check-circle"),
    "warn": ("amber", "amber_soft", "warning"),
    "bad": ("red", "red_soft", "warning-circle"),
}


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two ``#rrggbb`` colours, 1..21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
