"""Two processes on one data folder: nothing is lost, and the window shows what the command did."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytest_httpserver import HTTPServer
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.workspace import open_workspace
from careercoach_desktop.features.documents.ui.documents_page import DocumentsPage
from careercoach_desktop.features.jobs.model import JobStatus, Posting, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.resumes.ui import ResumesPage
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from tests.support.application import Running
from tests.support.job_site import JobSite
from tests.support.terminal import POSTING, RESUME, ROOT, Said, Terminal

ROUNDS = 40

BUSY = """
import sys
from pathlib import Path
from careercoach_desktop.app.workspace import open_workspace
from careercoach_desktop.features.jobs.model import JobStatus, Posting, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.events import Bus

if __name__ == "__main__":
    folder, name, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    workspace = open_workspace(folder, Bus(), workers=0)
    jobs = workspace.provider.get(JobService)
    print("READY", flush=True)
    sys.stdin.readline()
    for number in range(rounds):
        job = jobs.add_manually(Posting(title=f"{name} {number}")).job_id
        jobs.move([job], JobStatus.APPLIED, reason=f"{name} {number}")
        jobs.record_event(None, 1, TimelineKind.EDITED, f"{name} {number}")
    workspace.close(back_up=False)
"""


def done(qtbot: QtBot, process: subprocess.Popen[str]) -> Said:
    """What a command said, while the window goes on painting."""
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=60_000)
    out, err = process.communicate()
    return Said(process.returncode, out, err)


def test_two_busy_processes_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = open_workspace(folder, Bus(), workers=0)
    first.provider.get(JobService).add_manually(Posting(title="The shared one"))
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", BUSY, str(folder), name, str(ROUNDS)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for name in ("left", "right")
    ]  # fmt: skip
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "READY\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    command = Terminal(folder).process("jobs", "add", POSTING)
    for process in processes:
        _out, err = process.communicate(timeout=100)
        assert (process.returncode, err) == (0, "")
    assert command.code == 0, command.err

    jobs = first.provider.get(JobService)
    said = {f"{name} {number}" for name in ("left", "right") for number in range(ROUNDS)}
    cards = jobs.cards()
    assert {card.title for card in cards} == said | {"The shared one", "Senior Data Engineer"}
    assert {card.title for card in cards if card.status is JobStatus.APPLIED} == said
    assert {entry.reason for card in cards for entry in jobs.timeline(card.id) if entry.reason} == said
    assert {entry.text for entry in jobs.timeline(1) if entry.kind is TimelineKind.EDITED} == said
    with first.provider.get(Database).read() as session:
        assert session.connection().exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    first.close(back_up=False)


def test_the_board_shows_what_a_command_added_and_moved(running: Running, qtbot: QtBot) -> None:
    terminal = Terminal(running.folder)
    terminal.fine("jobs", "add", "-", piped=b"Baker\n\nLeeds\n\nWhat you do\n- Bake bread and rolls all night long\n")
    running.start()
    page = running.page(JobsPage)
    assert done(qtbot, terminal.start("jobs", "add", POSTING)).code == 0
    assert done(qtbot, terminal.start("jobs", "move", "brackenfield", "applied")).code == 0

    def moved() -> bool:
        return [card.title for card in page.board.cards.models[JobStatus.APPLIED].cards] == ["Senior Data Engineer"]

    qtbot.waitUntil(moved, timeout=20_000)
    qtbot.waitUntil(lambda: running.window.sidebar._entries["jobs"].count == 2, timeout=20_000)


def test_the_drawer_follows_the_job_it_shows(running: Running, qtbot: QtBot) -> None:
    terminal = Terminal(running.folder)
    terminal.fine("jobs", "add", POSTING)
    running.start()
    page = running.page(JobsPage)
    page.open_record(1)
    qtbot.waitUntil(lambda: page.details.job is not None, timeout=20_000)
    assert done(qtbot, terminal.start("jobs", "move", "1", "applied")).code == 0
    qtbot.waitUntil(
        lambda: page.details.job is not None and page.details.job.status is JobStatus.APPLIED, timeout=20_000
    )


def test_resumes_and_documents_follow(running: Running, qtbot: QtBot) -> None:
    terminal = Terminal(running.folder)
    terminal.fine("jobs", "add", POSTING)
    running.start(page="resumes")
    resumes = running.page(ResumesPage)
    assert done(qtbot, terminal.start("resumes", "import", RESUME)).code == 0
    qtbot.waitUntil(lambda: [card.card.title for card in resumes.cards()] == ["Lena Marsh"], timeout=20_000)
    running.desk.open("documents")
    documents = running.page(DocumentsPage)
    assert done(qtbot, terminal.start("tailor", "primary", "1", "--save")).code == 0
    qtbot.waitUntil(lambda: len(documents.list.documents.cards) == 1, timeout=20_000)


def test_the_strip_says_what_a_command_is_at_and_when_it_is_done(
    running: Running, qtbot: QtBot, httpserver: HTTPServer
) -> None:
    site = JobSite(httpserver)
    address = site.drip("slow")
    terminal = Terminal(running.folder)
    terminal.fine("jobs", "add", POSTING)
    running.start()
    running.page(JobsPage)
    process = terminal.start("jobs", "add", address)
    qtbot.waitUntil(lambda: running.window.strip.text().startswith("Reading “"), timeout=20_000)
    site.release.set()
    done(qtbot, process)
    qtbot.waitUntil(lambda: running.window.strip.text().startswith("Everything is saved"), timeout=20_000)


def test_the_window_finishes_what_a_command_left(running: Running, qtbot: QtBot) -> None:
    """A résumé imported beside a window: every job gets its score, whichever process computes it."""
    terminal = Terminal(running.folder)
    terminal.fine("jobs", "add", POSTING)
    running.start()
    page = running.page(JobsPage)
    assert done(qtbot, terminal.start("resumes", "import", RESUME)).code == 0

    def scored() -> bool:
        card = page.board.cards.models[JobStatus.INTERESTED].cards[0]
        return card.score is not None

    qtbot.waitUntil(scored, timeout=30_000)
