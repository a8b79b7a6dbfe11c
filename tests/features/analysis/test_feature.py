"""The feature's face: looking at it costs nothing before the first paint, and it is reached from every résumé."""

from __future__ import annotations

import subprocess
import sys

import pytest

from careercoach_desktop.features.analysis.feature import FEATURE
from careercoach_desktop.features.resumes.ui import ResumeAction
from careercoach_desktop.foundation.uikit import Desk
from tests.support.workspace import Place

HEAVY = ("sqlmodel", "sqlalchemy", "typst", "dateparser", "docx", "pypdfium2", "pebble", "phonenumbers", "typer")


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("careercoach_desktop.features.analysis.feature", (*HEAVY, "PySide6")),
        ("careercoach_desktop.features.analysis.rules", (*HEAVY, "PySide6")),
        ("careercoach_desktop.features.analysis.ui", HEAVY),
    ],
)
def test_importing_it_loads_nothing_heavy(module: str, heavy: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print([name for name in {heavy!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_it_is_reached_from_every_resume(place: Place, desk: Desk) -> None:
    asked: list[tuple[str, object]] = []
    desk.open_requested.connect(lambda page, record: asked.append((page, record)))
    place.provider.offer(Desk, lambda: desk)
    offered = place.provider.filled("resumes.actions")
    (action,) = [each for each in offered if isinstance(each, ResumeAction) and each.text == "Analyse"]
    action.run(7)
    assert asked == [("analysis", 7)]
    assert [page.name for page in FEATURE.pages] == ["analysis"]
