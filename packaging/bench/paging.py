"""The calendar with two thousand interviews within a year, at 1440×900: turning months and weeks, a frame of a drag,
the list. Beside it Qt's own calendar, which holds none, and Qt's own list."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from demonstration.stage import SIZE, Stage
from PySide6.QtCore import QDate, QEvent, QPointF, QStringListModel, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QListView, QWidget

from bench.figures import FRAME_IDLE, Aim, Figure
from bench.opened import paint_now, run
from careercoach_desktop.features.interviews.model import InterviewPlan, InterviewType, When
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.ui.interview_views import LIST, MONTH, WEEK
from careercoach_desktop.features.interviews.ui.interviews_page import InterviewsPage
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.storage.database import Database

ROUNDS = 2_000
DAYS = 365
JOBS = 40
TURNS = 60
STEPS = 80
LIST_SHOWN = Aim(300)
ZONES = ("Europe/London", "America/New_York", "Europe/Berlin", "Asia/Kolkata")


def figures(folder: Path, _jobs: int) -> list[Figure]:
    async def measure(stage: Stage) -> list[Figure]:
        await stage.desk.run(_fill, stage.get(Database), stage.get(JobService), stage.get(InterviewService))
        await stage.show("interviews")
        page = stage.page(InterviewsPage)
        plain = _plain_calendar()
        found = [
            await _turning(stage, page, MONTH, plain, lambda at: plain.setCurrentPage(2026 + at // 12, at % 12 + 1)),
            await _turning(
                stage, page, WEEK, plain, lambda at: plain.setSelectedDate(QDate(2026, 1, 1).addDays(7 * at))
            ),
            await _dragging(stage, page),
            await _listing(stage, page),
        ]
        plain.close()
        return found

    with tempfile.TemporaryDirectory(prefix="career-coach-paging-") as place:
        copy = Path(place) / "data"  # the other groups measure a file without interviews
        shutil.copytree(folder, copy)
        return run(measure, copy)


def _fill(database: Database, jobs: JobService, interviews: InterviewService) -> None:
    """Half of them to come; the same every time."""
    dice = random.Random(7)
    begin = utc_now().replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0) - timedelta(days=DAYS // 2)
    with database.write():
        ids = [
            jobs.add_manually(Posting(title="Data Engineer", company=f"Northgate {at}")).job_id for at in range(JOBS)
        ]
        for _round in range(ROUNDS):
            local = begin + timedelta(days=dice.randrange(DAYS), minutes=15 * dice.randrange(32, 72))
            when = When(local=local, zone=dice.choice(ZONES), minutes=dice.choice((30, 45, 60, 90)))
            plan = InterviewPlan(type=dice.choice(list(InterviewType)), when=when)
            interviews.schedule(dice.choice(ids), plan, move_job=False)


def _plain_calendar() -> QCalendarWidget:
    calendar = QCalendarWidget()
    calendar.resize(*SIZE)
    calendar.show()
    paint_now(calendar)
    return calendar


async def _turning(
    stage: Stage, page: InterviewsPage, layout: str, plain: QCalendarWidget, turn: Callable[[int], object]
) -> Figure:
    """From the click to the painted window; what is fetched ahead is fetched between two of them."""
    page.views.turn_to(layout)
    page.views.go_to_today()
    await stage.settled()
    samples, bare, counts = [], [], []
    for number in range(TURNS):
        step = 1 if number // 5 % 2 == 0 else -1
        begin = time.perf_counter()
        page.views.turn(step)
        paint_now(stage.window)
        samples.append((time.perf_counter() - begin) * 1000)
        counts.append(len(page.views.canvas.events if page.views.canvas else ()))
        await stage.settled()
        begin = time.perf_counter()
        turn(number)
        paint_now(plain)
        bare.append((time.perf_counter() - begin) * 1000)
    name = f"{layout} to {layout}, {min(counts)} to {max(counts)} interviews in it"
    return Figure(name, samples, "QCalendarWidget, a month of none", bare, aim=FRAME_IDLE)


async def _dragging(stage: Stage, page: InterviewsPage) -> Figure:
    """An interview is held and moved over the days of a month."""
    page.views.turn_to(MONTH)
    page.views.go_to_today()
    await stage.settled()
    month = page.views.month
    held = next(area for event in month.events if (area := month.rect_of(event.id)) is not None)
    _mouse(month, QEvent.Type.MouseButtonPress, held.center())
    samples = []
    for number in range(STEPS):
        begin = time.perf_counter()
        place = QPointF(20 + number * 11 % (month.width() - 40), 60 + number * 7 % (month.height() - 100))
        _mouse(month, QEvent.Type.MouseMove, place)
        paint_now(stage.window)
        samples.append((time.perf_counter() - begin) * 1000)
    _mouse(month, QEvent.Type.MouseMove, held.center())
    _mouse(month, QEvent.Type.MouseButtonRelease, held.center())
    return Figure("drag in a month, a frame", samples, aim=FRAME_IDLE)


async def _listing(stage: Stage, page: InterviewsPage) -> Figure:
    """From the click on “List” until all of them can be scrolled."""
    samples, bare = [], []
    for _turn in range(8):
        page.views.turn_to(MONTH)
        await stage.settled()
        begin = time.perf_counter()
        page.views.turn_to(LIST)
        await stage.settled()
        paint_now(stage.window)
        samples.append((time.perf_counter() - begin) * 1000)
        bare.append(_plain_list())
    return Figure(f"a list of {ROUNDS:,} interviews", samples, "plain QListView", bare, aim=LIST_SHOWN)


def _plain_list() -> float:
    view = QListView()
    view.resize(*SIZE)
    begin = time.perf_counter()
    view.setModel(QStringListModel([f"Technical, Northgate {number}" for number in range(ROUNDS)], view))
    view.show()
    paint_now(view)
    taken = (time.perf_counter() - begin) * 1000
    view.close()
    return taken


def _mouse(widget: QWidget, kind: QEvent.Type, place: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, place, widget.mapToGlobal(place), left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
