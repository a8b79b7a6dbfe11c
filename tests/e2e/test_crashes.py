"""``kill -9`` at the worst moments: what was committed is there.

Reading a file or a page costs nothing and was asked for, so it goes on by itself; a tailoring is offered again.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.e2e.conftest import START
from tests.e2e.driver import App, keys, mouse, write
from tests.e2e.test_journey import POSTINGS, RESUME, copy, drop

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window"), pytest.mark.timeout(600)]


def children(app: App) -> list[int]:
    """The warm child process (not the little helper that Python starts beside it)."""
    command = ["pgrep", "-P", str(app.process.pid), "-f", "multiprocessing-fork"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return [int(pid) for pid in found.stdout.split()]


@contextmanager
def stuck_reader(app: App) -> Iterator[None]:
    """Hold the child process, so that what it is asked to do is surely under way when the application is killed."""
    held = children(app)
    assert held, "the child process is warm soon after the start"
    for pid in held:
        os.kill(pid, signal.SIGSTOP)
    yield
    for pid in held:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue  # it died with its parent, as it should


def wait_until_warm(app: App) -> None:
    subprocess.run(
        ["bash", "-c", f"until pgrep -P {app.process.pid} -f multiprocessing-fork; do sleep 0.1; done"],
        check=True,
        timeout=60,
    )


def test_killed_while_a_resume_is_read(start: START) -> None:
    app = start()
    app.see("Drop your résumé here")
    wait_until_warm(app)
    with stuck_reader(app):
        drop(app, RESUME, "Drop your résumé here", "Reading")
        app.kill()

    again = start()
    again.click("Résumés", kind="NavEntry")
    again.see("Primary")
    again.quit()


def test_killed_while_a_posting_is_fetched(start: START, httpserver: HTTPServer) -> None:
    asked, may_answer = threading.Event(), threading.Event()
    page = (POSTINGS / "analytics-engineer-dovecote.html").read_text(encoding="utf-8")

    def answer_late(_request: Request) -> Response:
        asked.set()
        may_answer.wait(30)
        return Response(page, content_type="text/html; charset=utf-8")

    httpserver.expect_request("/jobs/7").respond_with_handler(answer_late)
    app = start()
    app.click("Start empty")
    app.see("No jobs yet")
    copy(httpserver.url_for("/jobs/7"))
    keys("ctrl+v")
    app.see("being read", kind="item")
    assert asked.wait(10)
    app.kill()
    may_answer.set()

    again = start()
    again.see("Interested: Analytics Engineer", kind="item")
    again.quit()


def test_killed_while_a_resume_is_tailored(start: START, tmp_path: Path) -> None:
    app = start(options=["--demo"])
    x, y = app.see("Interested: Senior Data Engineer", kind="item").middle
    app.see("match", kind="item")
    mouse(f"mousemove {x} {y} click --repeat 2 --delay 80 1")
    app.click("Tailor", kind="Tabs")
    app.see("Tailor on this computer", kind="Button")
    wait_until_warm(app)
    with stuck_reader(app):
        app.click("Tailor on this computer", kind="Button")
        app.see("Tailoring your résumé")
        app.kill()

    again = start(options=["--demo"])
    again.see("Interested: Senior Data Engineer", kind="item")
    again.see("interrupted")
    again.click("Start again")
    again.click("Review", kind="Button")
    again.see("Tailored for Senior Data Engineer")
    again.quit()


def test_a_second_start_raises_the_first_window(start: START, tmp_path: Path) -> None:
    first = start()
    first.see("Drop your résumé here")
    second = start()
    assert second.process.wait(timeout=20) == 0
    assert first.process.poll() is None
    first.see("Drop your résumé here")
    first.quit()


def test_a_note_typed_right_before_quitting_is_kept(start: START) -> None:
    app = start(options=["--demo"])
    x, y = app.see("Interested: Senior Data Engineer", kind="item").middle
    mouse(f"mousemove {x} {y} click --repeat 2 --delay 80 1")
    app.click("Notes", kind="Tabs")
    app.click("Notes", kind="TextArea")
    write(" Ask Ines about the on-call week.")
    app.quit()

    again = start(options=["--demo"])
    x, y = again.see("Interested: Senior Data Engineer", kind="item").middle
    mouse(f"mousemove {x} {y} click --repeat 2 --delay 80 1")
    again.click("Notes", kind="Tabs")
    again.see("Ask Ines about the on-call week.")
    again.quit()
