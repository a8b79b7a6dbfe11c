"""The figures as aligned plain text, one line each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from statistics import median

from bench.figures import Figure

HEAD = ("figure", "median", "p95", "", "baseline", "median", "ratio", "aim")
_LEFT = {0, 3, 4}
_SEPARATE = "  "


def table(figures: Iterable[Figure]) -> str:
    """One line a figure under a heading for every group; columns as wide as their widest cell."""
    found = list(figures)
    widths = [max(len(row[column]) for row in [HEAD, *map(_cells, found)]) for column in range(len(HEAD))]
    lines = [_line(HEAD, widths)]
    for group, members in groupby(found, key=lambda figure: figure.group):
        lines += ["", group, *(_line(_cells(figure), widths) for figure in members)]
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell.ljust(width) if column in _LEFT else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return _SEPARATE.join(padded).rstrip()


def _cells(figure: Figure) -> tuple[str, ...]:
    bare = _number(median(figure.baseline)) if figure.baseline else ""
    ratio = f"{figure.ratio:.1f}×" if figure.ratio is not None else ""
    single = len(figure.samples) == 1
    return (
        "  " + figure.name,
        _number(figure.median),
        "" if single else _number(figure.p95),
        figure.unit,
        figure.bare,
        bare,
        ratio,
        _aim(figure),
    )


def _aim(figure: Figure) -> str:
    """``p95 ≤ 300`` and whether it is met."""
    if figure.aim is None:
        return ""
    unit = "×" if figure.aim.of == "ratio" else ""
    sign = "≥" if figure.aim.least else "≤"
    return f"{figure.aim.of} {sign} {figure.aim.value:g}{unit} {'met' if figure.meets_aim else 'MISSED'}"


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"
