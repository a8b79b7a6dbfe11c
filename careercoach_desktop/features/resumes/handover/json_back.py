"""A JSON Resume read back: here nothing may change at all, so the two documents are compared value by value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from careercoach_desktop.features.resumes.interchange import from_json_resume, valid_json_resume
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.rereading import LostField, RereadReport


def read_back(data: ResumeData, document: bytes) -> RereadReport:
    """What importing ``document`` and writing it again would lose of ``data``."""
    again = valid_json_resume(from_json_resume(json.loads(document)))
    found = dict(_values(again))
    expected = dict(_values(valid_json_resume(data)))
    lost = [
        LostField(at, f"“{at}”", value, found.get(at, "")) for at, value in expected.items() if found.get(at) != value
    ]
    return RereadReport(len(expected), tuple(lost))


def _values(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Every single value with its place, e.g. ``work[0].name``."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _values(each, f"{at}.{key}" if at else key)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _values(each, f"{at}[{index}]")
    else:
        yield at, str(value)
