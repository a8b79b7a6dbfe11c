"""Emphasis and links inside bullets, beside the plain texts JSON Resume has: one list of marks for each bullet."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError

from careercoach_desktop.features.resumes import model

MARKS = "marks"
"""The key, under ``OWN``."""


def written_marks(bullets: Sequence[model.Highlight]) -> list[list[dict[str, object]]]:
    """``[[{"start": 0, "end": 4, "bold": true}], []]``; empty when no bullet has a mark."""
    if not any(bullet.marks for bullet in bullets):
        return []
    return [[mark.model_dump(exclude_defaults=True) for mark in bullet.marks] for bullet in bullets]


def give_marks(bullets: Sequence[model.Highlight], value: object) -> None:
    """Set the marks ``written_marks`` wrote. Anything else (somebody edited the file by hand) is left alone whole, so
    that the caller keeps it as it came."""
    if not isinstance(value, list) or len(value) != len(bullets):
        return
    try:
        read = [_marks(each) for each in value]
    except (TypeError, ValidationError):
        return
    for bullet, marks in zip(bullets, read, strict=True):
        bullet.marks = marks
    if written_marks(bullets) != value:
        for bullet in bullets:
            bullet.marks = []


def _marks(value: object) -> list[model.Mark]:
    if not isinstance(value, list):
        raise TypeError("the marks of a bullet are a list")
    return [model.Mark.model_validate(each, strict=True) for each in value]
