"""A job hunt with real hands: a link becomes a card, is applied for and taken back; jobs are sorted, filtered and put
away; a reminder is set, told and done."""

from __future__ import annotations

import subprocess

import pytest
from pytest_httpserver import HTTPServer

from tests.e2e.conftest import START
from tests.e2e.driver import App, drag, keys, mouse, write
from tests.e2e.probe import BOARDS
from tests.support.job_boards import JobBoards
from tests.support.job_boards.answers import GREENHOUSE

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window"), pytest.mark.timeout(300)]

CARD = "Platform Engineer, Halden Rail"
NORTHWIND = "Interested: Senior Data Engineer, Northwind"
DEMO = ["--demo"]


@pytest.fixture
def boards(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> JobBoards:
    """The window that is started finds every job board here."""
    monkeypatch.setenv(BOARDS, str(httpserver.port))
    return JobBoards(httpserver)


def copy(text: str) -> None:
    """Put text on the clipboard, as another program would."""
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], input=text.encode(), check=True, timeout=10)


def click_at(app: App, text: str, *, kind: str = "item", times: int = 1, held: str = "") -> None:
    """Click what begins with these words, ``held`` down a key."""
    x, y = app.resting(text, exact=False, kind=kind).middle
    click = f"click --repeat {times} --delay 80 1"
    mouse(f"mousemove {x} {y} keydown {held} {click} keyup {held}" if held else f"mousemove {x} {y} {click}")


def open_card(app: App, text: str) -> None:
    click_at(app, text, times=2)
    app.see("Close", kind="IconButton")


def paste_the_link(app: App, boards: JobBoards) -> None:
    app.click("Start empty")
    app.click("Jobs", kind="NavEntry")
    app.see("No jobs yet")
    copy(boards.sample(GREENHOUSE))
    keys("ctrl+v")
    app.see(f"Interested: {CARD}, Leeds, United Kingdom · Hybrid", kind="item")


def drag_to_applied(app: App) -> None:
    card = app.resting(f"Interested: {CARD}", exact=False, kind="item")
    target = app.see("Applied", kind="ColumnView")
    place = (target.x + target.width // 2, target.y + 60)
    drag(card.middle, place, while_held=lambda: app.see("Applied: drop line", kind="drop line"))
    app.see(f"Applied: {CARD}", kind="item")


def say_what_was_sent(app: App) -> None:
    app.see("Application recorded")
    click_at(app, "Confirmation number", kind="QLineEdit")
    app.has_keyboard("Confirmation number")
    write("HR-4711")
    app.click("Save", kind="Button")
    app.miss("Application recorded")


def test_a_pasted_link_is_applied_for_and_taken_back(start: START, boards: JobBoards) -> None:
    app = start()
    paste_the_link(app, boards)
    assert boards.asked_for == ["boards-api.greenhouse.io/v1/boards/haldenrail/jobs/4012345"]
    drag_to_applied(app)
    say_what_was_sent(app)
    open_card(app, f"Applied: {CARD}")
    app.click("Timeline", kind="Tabs")
    app.see("Moved from Interested to Applied")
    app.see("confirmation HR-4711")

    keys("ctrl+z")  # what was said about it
    app.miss("confirmation HR-4711")
    keys("ctrl+z")  # the move, and the application with it
    app.see(f"Interested: {CARD}", kind="item")
    app.miss("Moved from Interested to Applied")
    app.click("Overview", kind="Tabs")
    app.see("Run Kubernetes clusters")
    assert not app.look("Correct the application")
    app.quit()


def first_row(app: App) -> str:
    """The title in the table's first row."""
    rows = app.look("Jobs: ", kind="item")
    return min(rows, key=lambda row: row.y).text.removeprefix("Jobs: ") if rows else ""


def test_the_table_is_sorted_by_its_heads_and_changed_by_keys(start: START) -> None:
    app = start(options=DEMO)
    app.see(NORTHWIND, kind="item")
    app.click("Table", kind="SegmentedControl")
    app.click("Company", kind="head")
    app.until(lambda: first_row(app) == "Senior Engineer, Data", "Ashdown Retail on top")
    app.click("Company", kind="head")
    app.until(lambda: first_row(app) == "Senior Analytics Engineer", "Wexcombe Media on top")
    app.click("Company", kind="head")
    app.click("Company", kind="head")
    app.until(lambda: first_row(app) == "Senior Engineer, Data", "Ashdown Retail on top again")
    click_at(app, "Jobs: Senior Engineer, Data")
    keys("Escape", "F2")
    app.see("Withdrawn", kind="QMenu")
    keys("Down", "Down", "Down", "Down", "Return")
    app.see("moved to Withdrawn")
    app.click("Board", kind="SegmentedControl")
    app.see("Withdrawn: Senior Engineer, Data, Ashdown Retail", kind="item")
    keys("ctrl+z")
    app.miss("Withdrawn: Senior Engineer, Data, Ashdown Retail", kind="item")
    app.quit()


def is_narrowed(app: App, remote: str, onsite: str) -> None:
    """The job one can do from anywhere is there, the other one is not."""
    app.see(remote, kind="item")
    app.miss(onsite, kind="item")


def test_a_filter_narrows_every_layout_and_is_kept_as_a_view(start: START) -> None:
    app = start(options=DEMO)
    app.see("Interested: Platform Engineer, Halden Rail", kind="item")
    app.click("Filter", kind="Button")
    app.click("Remote", kind="Chip")
    app.see("8 of 30 jobs")
    keys("Escape")
    is_narrowed(app, NORTHWIND, "Platform Engineer, Halden Rail")
    app.click("Table", kind="SegmentedControl")
    is_narrowed(app, "Jobs: Senior Data Engineer", "Jobs: Platform Engineer")
    app.click("Timeline", kind="SegmentedControl")
    is_narrowed(app, "What happened: Senior Data Engineer, Northwind", "Halden Rail")

    app.click("Views", kind="Button")
    app.click("Save what is shown as a view…", kind="QMenu")
    app.has_keyboard("Name")
    write("From anywhere")
    keys("Return")
    app.see("From anywhere", kind="ViewButton")
    app.click("Show all", kind="Button")
    app.see("30 jobs", exact=True)
    app.see("From anywhere •", kind="ViewButton")
    app.click("From anywhere •", kind="ViewButton")
    app.click("From anywhere", kind="QMenu")
    is_narrowed(app, "What happened: Senior Data Engineer, Northwind", "Halden Rail")
    app.quit()


def test_several_jobs_are_put_away_at_once_and_brought_back(start: START) -> None:
    app = start(options=DEMO)
    first, second = NORTHWIND, "Interested: Platform Engineer, Halden Rail"
    click_at(app, first)
    keys("Escape")  # the drawer that a click opens
    click_at(app, second, held="ctrl")
    app.see("2 jobs selected")
    app.click("Archive", kind="Button")
    app.miss(first, kind="item")
    app.miss(second, kind="item")
    app.see("28 jobs", exact=True)
    keys("ctrl+z")
    app.see(first, kind="item")
    app.see(second, kind="item")
    app.quit()


def test_a_reminder_is_set_told_and_done(start: START) -> None:
    app = start(options=DEMO)
    open_card(app, NORTHWIND)
    app.click("Remind me about this job…", kind="IconButton")
    app.has_keyboard("What to remind you of")
    write("Ring Priya")
    keys("Return")
    app.see("You will be reminded tomorrow.")

    keys("Escape")  # the drawer lies over the bell
    app.miss("About this job")
    click_at(app, "things are due", kind="DueButton")
    x, y = app.resting("Get in touch again", exact=False).middle
    for _notch in range(20):  # what is due tomorrow stands further down
        if app.look("Ring Priya"):
            break
        mouse(f"mousemove {x} {y} click 5")
    app.see("Ring Priya")
    app.click("Done: Senior Data Engineer", kind="Button")
    app.miss("Ring Priya")
    keys("Escape")
    app.miss("Close", exact=True)
    open_card(app, NORTHWIND)
    app.click("Timeline", kind="Tabs")
    app.see("Done: Ring Priya")
    app.quit()
