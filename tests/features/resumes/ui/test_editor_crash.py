"""Killed in the middle of a sentence: what was typed until a moment ago is in the file."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.resumes.ui import editor_saving, form_field
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue

ROOT = Path(__file__).parents[4]
_LONGEST_S = 120.0
"""A machine with much to do needs some twenty."""
VICTIM = """
import asyncio, sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import ExportService, OriginalService, ResumeService
from careercoach_desktop.features.resumes.ui import EditorPage
from careercoach_desktop.foundation.spelling import Spelling
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Desk

if __name__ == "__main__":
    path, resume_id = sys.argv[1:]
    application = QApplication([])
    loop = QEventLoop(application)
    database, child = Database(Path(path)), ChildProcess()
    resumes = ResumeService(database, TaskQueue(database, child), ProfileService(database))
    desk = Desk(database.bus, loop=loop)
    page = EditorPage(desk, resumes, OriginalService(resumes, child), ExportService(child), Spelling())
    page.resize(900, 600)
    page.show()
    page.activateWindow()
    typing = QTimer()

    def type_on():
        if page.form.go_to("b1") and not page.form.is_building:
            QTest.keyClicks(QApplication.focusWidget(), "a")

    typing.timeout.connect(type_on)
    typing.start(20)  # never a pause
    loop.call_soon(page.open_record, int(resume_id))
    with loop:
        loop.run_forever()
"""


def test_what_was_typed_is_in_the_file_though_nobody_ever_paused(
    database: Database, resumes: ResumeService, ines_id: int
) -> None:
    before = resumes.resume(ines_id).data.work[0].highlights[0].text
    process = subprocess.Popen([sys.executable, "-c", VICTIM, str(database.path), str(ines_id)], cwd=ROOT)
    deadline = time.monotonic() + _LONGEST_S
    try:
        while resumes.resume(ines_id).data.work[0].highlights[0].text.count("a") < before.count("a") + 20:
            assert process.poll() is None, "it ended by itself"
            assert time.monotonic() < deadline, "nothing that was typed reached the file"
            threading.Event().wait(0.05)
    finally:
        process.kill()
        process.wait()
    again = Database(database.path)
    kept = ResumeService(again, TaskQueue(again, ChildProcess()), ProfileService(again)).resume(ines_id)
    again.close()
    text = kept.data.work[0].highlights[0].text
    assert text.replace("a", "") == before.replace("a", "")
    assert text.count("a") >= before.count("a") + 20


def test_less_than_a_second_of_typing_waits_to_be_saved() -> None:
    assert 1000 * form_field.AT_LATEST_S + editor_saving.BATCH_MS < 1000
