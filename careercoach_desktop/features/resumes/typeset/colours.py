"""The person's colour on paper and under text, where Typst does not set it (its ``readable`` does the same there)."""

from __future__ import annotations

_LEAST = 4.5
"""Contrast of text, as accessibility guidelines ask for it."""
_INK = "#1C1B22"


def legible(accent: str) -> str:
    """``#RRGGBB``, darkened until it can be read on white."""
    red, green, blue = _parts(accent)
    while _contrast((red, green, blue), (255, 255, 255)) < _LEAST:
        red, green, blue = (round(part * 0.94) for part in (red, green, blue))
    return f"#{red:02X}{green:02X}{blue:02X}"


def upon(accent: str) -> str:
    """``#RRGGBB`` of what can be read on the colour: white, or ink where that stands out more."""
    ground = _parts(accent)
    return "#FFFFFF" if _contrast(ground, (255, 255, 255)) >= _contrast(ground, _parts(_INK)) else _INK


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    linear = [(c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4) for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
