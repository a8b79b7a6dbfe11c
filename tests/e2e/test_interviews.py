"""A round of interviews in a real window: scheduled in the drawer, moved in the calendar, prepared for with Claude,
over and thanked for; an invitation is dropped in, and all of it leaves as a calendar file that another program reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import vobject

from tests.e2e.conftest import START
from tests.e2e.driver import App, drag, files_to_drag, keys, mouse, write
from tests.e2e.test_backup import answer_file_dialog
from tests.support.claude import ClaudeServer, Page, cited, searched, text_block

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window"), pytest.mark.timeout(600)]

NORTHWIND = "Senior Data Engineer, Northwind"
ROUND = "Northwind, Technical"
CORNER = (30, 560)
UP, DOWN = 4, 5
"""The wheel’s buttons."""
NEWS = Page("https://news.example/northwind", "Northwind grows", "Northwind opens an office in Malmö.", "2 days ago")
CITED = "An office in Malmö opened in November 2026."
UNCITED = "It is surely the nicest place of all."
RESEARCH = [
    text_block("I will look that up."),
    *searched("Northwind", [NEWS]),
    text_block("## News of the last months\n- "),
    cited(CITED, NEWS),
    text_block(f"\n- {UNCITED}"),
]
PREPARATION = {
    "focus": "This round is about pipelines.",
    "likely": [{"text": "How do you test a pipeline?", "because": "The posting names data quality.", "stories": []}],
    "ask": ["Who owns the warehouse?"],
    "checklist": ["Have the migration’s figures ready"],
}
INVITATION = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Recruiting//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:4711@thornbury.example
SEQUENCE:0
DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}
DTSTART:{start:%Y%m%dT%H%M%SZ}
DTEND:{end:%Y%m%dT%H%M%SZ}
SUMMARY:Interview with Thornbury Maps
LOCATION:https://meet.example/thornbury
ORGANIZER;CN=Ines Okafor:mailto:ines@thornbury.example
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture(autouse=True)
def in_london(monkeypatch: pytest.MonkeyPatch) -> None:
    """The computer’s clock is London’s, which is an hour behind Berlin’s on every day of the year."""
    monkeypatch.setenv("TZ", "Europe/London")


@pytest.fixture
def claude(monkeypatch: pytest.MonkeyPatch) -> Iterator[ClaudeServer]:
    """On this computer no key is needed, so the window sends the word that stands for none."""
    with ClaudeServer(key="local") as server:
        server.answer("PrepView", PREPARATION)
        server.answer("look a company up", RESEARCH)
        monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", server.url)
        yield server


def press(app: App, text: str) -> None:
    """A button whose words go on, with a price or a name."""
    x, y = app.resting(text, exact=False, kind="Button").middle
    mouse(f"mousemove {x} {y} click 1")


def scroll_to(app: App, text: str, over: str, by: int = DOWN, kind: str = "Button") -> None:
    """Turn the wheel over the thing ``over`` says until this text is in sight, on a button or another ``kind``."""
    x, y = app.resting(over).middle

    def is_there() -> bool:
        if app.look(text, kind=kind):
            return True
        mouse(f"mousemove {x} {y + 60} click --repeat 3 --delay 10 {by}")
        return False

    app.until(is_there, f"“{text}” by the wheel")


def schedule_in_the_drawer(app: App) -> date:
    """A technical round at ten in Berlin with somebody new; the day that is offered for it."""
    x, y = app.see(f"Interested: {NORTHWIND}", kind="item").middle
    app.see("match", kind="item")
    mouse(f"mousemove {x} {y} click --repeat 2 --delay 80 1")
    app.click("Interviews", kind="Tabs")
    app.click("Schedule an interview", kind="Button")
    press(app, "Video call")
    app.click("Technical")
    day = day_of(app.see("Day", exact=True, kind="QLineEdit").text)
    press(app, "Time zone: London")
    app.see("Time zones: ", kind="item")
    write("Berlin")
    app.see("Time zones: Berlin", kind="item")
    app.miss("Time zones: London", kind="item")
    keys("Return")
    app.see("10:00 in Berlin · 09:00 for you", exact=True)
    app.click("Name, or somebody you know")
    write("Mara Lindqvist <mara@northwind.example>")
    keys("Return")
    app.see("Edit Mara Lindqvist")
    app.click("Schedule", kind="Button")
    return day


def day_of(written: str) -> date:
    """``Mon 30 Nov 2026``"""
    return datetime.strptime(written, "%a %d %b %Y").replace(tzinfo=UTC).date()


def is_on(app: App, day: date) -> None:
    """The round stands on this day of the calendar, by both clocks."""
    there = f"{day:%a} {day.day} {day:%b}"
    app.see(f"{ROUND}, {there}, 09:00 – 10:00, 10:00 in Berlin", kind="round")


def move_by_a_day_and_back(app: App, day: date) -> None:
    """Dragged to the day after with the mouse, and undone."""
    later = day + timedelta(1)
    app.click("Dismiss", kind="IconButton")  # the message may lie over the days
    taken = app.resting(ROUND, exact=False, kind="round").middle
    drag(taken, app.see(later.isoformat(), kind="day").middle)
    is_on(app, later)
    app.see("Undo", kind="Button")
    keys("ctrl+z")
    is_on(app, day)


def come_from_today(app: App) -> None:
    """The day’s page says when it is on both clocks, and that it wants to be prepared; a click opens it."""
    app.click("Today", kind="NavEntry")
    app.see("Good ", kind="Heading")
    app.see(f"{NORTHWIND}, Interview ", kind="DayLine")
    app.see("09:00 (10:00 in Berlin)", kind="DayLine")
    x, y = app.resting("Northwind · Technical", exact=False, kind="DayLine").middle
    mouse(f"mousemove {x} {y} click 1")
    app.see("More about this interview", kind="IconButton")
    app.see("Round 1 · Technical")


def take_in_an_invitation(app: App, day: date, folder: Path) -> None:
    """Another program’s file is dropped on the page; it says itself which job it is for."""
    file, start = folder / "invite.ics", datetime(day.year, day.month, day.day, 16, tzinfo=UTC)
    words = INVITATION.format(stamp=datetime.now(UTC), start=start, end=start + timedelta(minutes=45))
    file.write_text(words.replace("\n", "\r\n"), encoding="utf-8", newline="")
    where = app.see(day.isoformat(), kind="day").middle
    for _attempt in range(3):  # a window that has just opened may be under the pointer before the display knows it
        with files_to_drag(CORNER, [file]) as grip:
            drag(grip, where)
            if app.look("Suggested because of", seconds=8):
                break
    app.see("Interview with Thornbury Maps")
    app.click("Add interview", kind="Button")
    app.see("Interview added:")
    app.see("Thornbury Maps, ", kind="round")


def prepare_with_claude(app: App) -> None:
    """What the web says of the company, each claim with its page; then what this round may ask."""
    scroll_to(app, "Look it up", over="To prepare")
    press(app, "Look it up")
    scroll_to(app, "Northwind grows", over="Preparation")
    app.see(CITED)
    app.see("Outside information: never used as proof about you.")
    app.miss(UNCITED)
    scroll_to(app, "Prepare with Claude", over="Northwind", by=UP)
    press(app, "Prepare with Claude")
    app.see("How do you test a pipeline?")
    app.see("Have the migration’s figures ready")


def put_it_on_yesterday(app: App) -> date:
    """Nobody can say how a round went before it has begun."""
    yesterday = datetime.now(UTC).date() - timedelta(1)
    scroll_to(app, "Change…", over="Questions they may ask", by=UP)
    app.click("Change…", kind="Button")
    app.click("Day", kind="QLineEdit")
    keys("ctrl+a")
    write(yesterday.isoformat())
    keys("Tab")
    app.click("Save", kind="Button")
    app.see("Interview changed.")
    return yesterday


def complete_and_thank(app: App) -> None:
    """It took place: the job moves on, and the letter of thanks mentions what was asked."""
    app.click("It took place…", kind="Button")
    app.see("It took place", kind="Button")
    app.click("What they asked", kind="TextArea")
    write("How do you test a pipeline?")
    app.click("It took place", kind="Button")
    app.click("Write them…", kind="Button")
    app.see("Dear Mara")
    app.click("I have sent it", kind="Button")
    app.see("Noted: they have heard from you.")
    scroll_to(app, "They have heard from you (today).", over="How it went", by=UP, kind="Text")


def save_all(app: App, file: Path) -> vobject.base.Component:
    """Everything as a calendar file, as another program reads it."""
    app.click("Close", kind="IconButton")
    app.miss("More about this interview")
    app.click("More about calendars", kind="IconButton")
    app.click("Save as calendar file…")
    app.click("Save…", kind="Button")
    answer_file_dialog(app, file)
    app.see(f"Saved as “{file.name}”.")
    return vobject.readOne(file.read_text(encoding="utf-8"))


def test_a_round_from_the_invitation_to_the_thanks(start: START, claude: ClaudeServer, tmp_path: Path) -> None:
    app = start(options=["--demo"])
    day = schedule_in_the_drawer(app)
    app.see(f"Interview scheduled: {NORTHWIND}", kind="item")
    app.see("10:00 in Berlin", exact=True)
    press(app, "Prepare for Round 1")
    is_on(app, day)
    move_by_a_day_and_back(app, day)
    come_from_today(app)
    take_in_an_invitation(app, day, tmp_path)
    prepare_with_claude(app)
    day = put_it_on_yesterday(app)
    complete_and_thank(app)
    calendar = save_all(app, tmp_path / "rounds.ics")

    (saved,) = (event for event in calendar.vevent_list if "Northwind" in event.summary.value)
    assert saved.dtstart.value == datetime(day.year, day.month, day.day, 10, tzinfo=ZoneInfo("Europe/Berlin"))
    assert {alarm.action.value for alarm in saved.valarm_list} == {"DISPLAY"}
    assert any("Thornbury Maps" in event.summary.value for event in calendar.vevent_list)
    app.click("Jobs", kind="NavEntry")
    app.see(f"Interview completed: {NORTHWIND}", kind="item")
    app.see("Interview scheduled: Data Quality Engineer, Thornbury Maps", kind="item")
    app.quit()
