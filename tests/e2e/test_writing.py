"""A résumé from a dropped folder to the printed page, written with real keys, and what a kill -9 leaves of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careercoach_desktop.foundation.resources import resource
from tests.e2e.conftest import START
from tests.e2e.driver import App, drag, files_to_drag, keys, mouse, write

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window"), pytest.mark.timeout(600)]

CORNER = (30, 560)
BULLET = "Migrated 140 jobs from cron to Airflow without a missed delivery."


def drop_a_folder(app: App, folder: Path) -> None:
    app.click("Résumés", kind="NavEntry")
    for _hand in range(3):
        with files_to_drag(CORNER, [folder]) as grip:
            drag(grip, app.resting("Drop", exact=False).middle)
            if app.look("Lena Marsh", kind="ResumeFileCard", seconds=10):
                return
    app.see("Lena Marsh", kind="ResumeFileCard")


def settle_what_was_read(app: App) -> None:
    """By keyboard alone, once the card was opened."""
    open_the_card(app)
    app.see("worth a look")
    app.has_keyboard("2019")
    keys("Return")
    app.see("everything that was doubtful")
    app.has_keyboard("Looks right")
    keys("Return")  # the primary button has the keyboard now
    app.see("Checked")


def open_the_card(app: App) -> None:
    x, y = app.resting("Lena Marsh", exact=False, kind="ResumeFileCard").middle
    mouse(f"mousemove {x} {y} click 1")


def open_the_editor(app: App) -> None:
    open_the_card(app)
    app.see("Preview", kind="SegmentedControl")


def scroll_to(app: App, text: str) -> None:
    """Turn the wheel over the form until the text is there."""
    x, y = app.resting("Website", kind="Text").middle
    for _turn in range(20):
        if app.look(text):
            return
        mouse(f"mousemove {x} {y} click 5 sleep 0.2")
    app.see(text)


def write_in_a_bullet(app: App) -> None:
    scroll_to(app, BULLET)
    for _click in range(60):  # a toast lies over the form for a while
        x, y = app.resting(BULLET).middle
        mouse(f"mousemove {x} {y} click 1 sleep 0.2")
        if app.look(BULLET, exact=True)[0].focus:
            break
    keys("ctrl+Home", "ctrl+shift+Right", "ctrl+b", "ctrl+End")
    write(" Twice.")
    app.see(f"{BULLET} Twice.")
    app.see("Saved", exact=True)


def test_a_resume_is_written_and_nothing_of_it_is_lost(start: START, tmp_path: Path) -> None:
    folder = tmp_path / "applications"
    folder.mkdir()
    shutil.copy(resource("sample/lena-marsh.pdf"), folder / "cv_final_2.pdf")
    (folder / "notes.xlsx").write_bytes(b"no r\xe9sum\xe9")
    app = start()
    app.click("Start empty")
    drop_a_folder(app, folder)
    settle_what_was_read(app)
    open_the_editor(app)
    write_in_a_bullet(app)
    app.kill()

    again = start()
    again.click("Résumés", kind="NavEntry")
    open_the_editor(again)
    scroll_to(again, f"{BULLET} Twice.")
    target = tmp_path / "lena.pdf"
    again.click("Export", exact=False, kind="Button")
    again.see("fields survived")
    keys("Escape")
    again.quit()
    assert not target.exists()
