"""Finding by name with real keys: the palette over a real window, from a search field and back."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import START
from tests.e2e.driver import keys, mouse, write

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window"), pytest.mark.timeout(600)]


def test_a_job_and_an_action_are_found_with_the_keyboard_alone(start: START) -> None:
    app = start(options=["--demo"])
    app.see("Interested: Senior Data Engineer, Northwind", kind="item")
    field = app.see("Search jobs and notes", kind="SearchField")
    mouse(f"mousemove {field.middle[0]} {field.middle[1]} click 1")
    keys("ctrl+k")
    app.see("Add a job…", kind="item")
    write("smart meters nott")
    app.see("Data Engineer, Smart Meters", kind="item")
    keys("Return")
    app.see("Marston Grid", kind="Text")

    keys("ctrl+k")
    write("go to sett")
    app.see("Go to Settings", kind="item")
    keys("Return")
    app.see("What you look for")

    keys("F1")
    app.see("Keyboard shortcuts")
    keys("Escape")
    app.miss("Keyboard shortcuts")
