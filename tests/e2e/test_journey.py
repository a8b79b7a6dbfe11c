"""The main job from the first start to the exported file, done with a real mouse and real keys."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.foundation.resources import resource
from tests.e2e.conftest import START
from tests.e2e.driver import App, drag, files_to_drag, keys, mouse, write

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window"), pytest.mark.timeout(600)]

RESUME = resource("sample/lena-marsh.pdf")
POSTINGS = resource("sample/postings")
CORNER = (30, 560)


def copy(text: str) -> None:
    """Put text on the clipboard, as another program would."""
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], input=text.encode(), check=True, timeout=10)


def drop(app: App, file: Path, target: str, shows: str) -> None:
    """Drop the file and see what it brings. A hand that slipped (a busy machine starts a drag late) tries again."""
    for _hand in range(3):
        with files_to_drag(CORNER, [file]) as grip:
            drag(grip, app.resting(target, exact=False).middle)
            if app.look(shows, seconds=10):
                return
    app.see(shows)


def import_the_resume(app: App) -> None:
    app.see("Let’s start with your résumé")
    drop(app, RESUME, "Drop your résumé here", "Check what was read")


def check_what_was_read(app: App) -> None:
    # The form opens at the first doubtful field; the place stands further up.
    x, y = app.see("worth a look").middle
    mouse(f"mousemove {x} {y + 200} click --repeat 60 --delay 5 4")
    place = app.see("Leeds, UK", kind="QLineEdit")
    mouse(f"mousemove {place.middle[0]} {place.middle[1]} click 1")
    keys("ctrl+a")
    write("Leeds, United Kingdom")
    keys("Tab")
    app.click("Looks right")
    app.see("Profile filled from this résumé")
    app.click("Not now")  # a Claude key
    app.see("Checked")
    app.see("Primary")


def add_three_jobs(app: App, site: HTTPServer) -> None:
    app.click("Jobs")
    app.see("No jobs yet")
    copy((POSTINGS / "data-engineer-tidewater.txt").read_text(encoding="utf-8"))
    keys("ctrl+v")
    app.see("Tidewater Harbour Services", kind="item")
    drop(app, POSTINGS / "senior-data-engineer-brackenfield.html", "Interested: Data Engineer", "Brackenfield")
    page = (POSTINGS / "analytics-engineer-dovecote.html").read_text(encoding="utf-8")
    site.expect_request("/jobs/42").respond_with_data(page, content_type="text/html; charset=utf-8")
    copy(site.url_for("/jobs/42"))
    keys("ctrl+v")
    app.see("Interested: Analytics Engineer", kind="item")


def move_with_the_mouse_and_back(app: App) -> None:
    card = app.see("Interested: Senior Data Engineer", kind="item")
    column = app.see("Applied", kind="ColumnView")
    drag(card.middle, (column.x + column.width // 2, column.y + 60))
    app.see("Applied: Senior Data Engineer", kind="item")
    keys("ctrl+z")
    app.see("Interested: Senior Data Engineer", kind="item")


def move_with_the_keyboard(app: App) -> None:
    x, y = app.see("Interested: Senior Data Engineer", kind="item").middle
    mouse(f"mousemove {x} {y} click 1")
    keys("alt+Right")
    app.see("Applied: Senior Data Engineer", kind="item")


def reorder_within_the_column(app: App) -> None:
    lower = app.see("Interested: Data Engineer", kind="item")
    upper = app.see("Interested: Analytics Engineer", kind="item")
    assert upper.y < lower.y, "the newest card stands on top"
    drag(lower.middle, (upper.middle[0], upper.y + 6))
    app.until(lambda: data_engineer_stands_first(app), "the lower card on top")


def data_engineer_stands_first(app: App) -> bool:
    return app.see("Interested: Data Engineer", kind="item").y < app.see("Interested: Analytics", kind="item").y


def read_the_drawer(app: App) -> None:
    x, y = app.see("Applied: Senior Data Engineer", kind="item").middle
    mouse(f"mousemove {x} {y} click --repeat 2 --delay 80 1")
    app.see("Brackenfield", kind="Text")
    app.click("Timeline", kind="Tabs")
    app.see("Applied")
    app.click("Match", kind="Tabs")
    app.see("Must-have skills")
    app.see("What they ask for")
    app.see("in your résumé")


def tailor_and_review(app: App) -> None:
    app.click("Tailor my résumé", kind="Button")
    app.see("Tailored for Senior Data Engineer", seconds=30)
    app.see("accepted")
    app.click("Reject", kind="Button")
    app.see("Rejected", kind="Button")
    keys("ctrl+z")
    app.see("Accepted", kind="Button")


def export(app: App, kind: str, target: Path) -> None:
    app.click("Export", kind="Button")
    app.see("fields survived")
    app.click(kind, kind="SegmentedControl")
    dialog = [thing for thing in app.look("Export", exact=True, kind="Button") if thing.enabled]
    x, y = max(dialog, key=lambda thing: thing.y).middle
    mouse(f"mousemove {x} {y} click 1")
    app.see("File name")
    keys("ctrl+a")
    write(str(target))
    keys("Return")
    app.see(f"Exported {target.name}")


def test_the_main_job_from_first_start_to_exported_file(start: START, tmp_path: Path, httpserver: HTTPServer) -> None:
    app = start()
    import_the_resume(app)
    check_what_was_read(app)
    add_three_jobs(app, httpserver)
    move_with_the_mouse_and_back(app)
    move_with_the_keyboard(app)
    reorder_within_the_column(app)
    read_the_drawer(app)
    tailor_and_review(app)
    export(app, "PDF", tmp_path / "lena.pdf")
    export(app, "Word", tmp_path / "lena.docx")
    app.quit()

    for name in ("lena.pdf", "lena.docx"):
        read = read_resume((tmp_path / name).read_bytes(), name).data
        assert (read.basics.name, read.basics.email) == ("Lena Marsh", "lena@marsh.example")
        assert [work.name for work in read.work] == ["Brightwater", "Lowell Analytics", "Harcourt & Sons"]

    again = start()
    again.see("Applied: Senior Data Engineer", kind="item")
    assert data_engineer_stands_first(again)
    again.click("Documents", kind="NavEntry")
    again.see("for Senior Data Engineer")
    again.quit()
