"""Performs the demonstration: the event loop, the clock beside every step, and what counts as success."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import tempfile
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import current_theme, keep_in
from demonstration.journey import Journey, PromiseError
from demonstration.pictures import every_screen, welcome
from demonstration.readme import renew
from demonstration.stage import Faults, Stage

PATIENCE_S = 90.0
"""For one step; on a slow machine a step takes a few seconds."""


class Program:
    """Says what is done, how it came out and how long it took; ``failed`` once something did not come out."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self.failed = False

    async def step(self, number: str, what: str, done: Coroutine[Any, Any, str]) -> None:
        """Await one step and print its line; later steps are passed over once one has failed."""
        if self.failed:
            done.close()
            return
        begin = time.perf_counter()
        try:
            async with asyncio.timeout(PATIENCE_S):
                result = await done
            self._insist_on_no_faults()
        except (PromiseError, UserError, TimeoutError, LookupError, TypeError) as problem:
            self.failed = True
            result = f"FAILED: {problem or f'not done within {PATIENCE_S:.0f} s'}"
        milliseconds = (time.perf_counter() - begin) * 1000
        print(f"{number:>3}  {what:<34} {milliseconds:>6.0f} ms  {result}", flush=True)

    def _insist_on_no_faults(self) -> None:
        if self._faults.seen:
            raise PromiseError("the application logged a fault:\n" + "\n".join(self._faults.seen))


def perform(target: Path, *, readme: bool = False) -> int:
    """Leave files and pictures in ``target``, and with ``readme`` renew the README's; 0 when all went well, else 1."""
    target.mkdir(parents=True, exist_ok=True)
    for old in [*target.glob("*.png"), *target.glob("*.pdf"), *target.glob("*.docx")]:
        old.unlink()
    QCoreApplication.setApplicationName("CareerCoach")
    os.environ["CAREERCOACH_NOTIFICATIONS"] = "off"  # nothing of the sample is told on the desktop of who watches
    qInstallMessageHandler(_say)
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    faults = Faults()
    logging.getLogger().addHandler(faults)
    with tempfile.TemporaryDirectory(prefix="career-coach-demo-") as folder:
        keep_in(Path(folder) / "window.ini")
        current_theme().choose("light")
        loop = QEventLoop(application)
        asyncio.set_event_loop(loop)
        with loop:
            failed = loop.run_until_complete(_play(Path(folder), target, faults))
    if readme and not failed:
        print(f"     README: {renew(target)}")
    print(f"\n{'Stopped.' if failed else 'All done.'} Files and pictures are in {target}")
    return int(failed)


def _say(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    """Qt's own messages, but for the one its off-screen platform has about every dialog."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


async def _play(folder: Path, target: Path, faults: Faults) -> bool:
    program, stage = Program(faults), Stage(folder)
    print("Career Coach, performed off-screen on sample data\n")
    try:
        await _steps(program, stage, target)
    finally:  # its threads would keep this process alive
        async with asyncio.timeout(PATIENCE_S):
            await stage.leave()
    return program.failed


async def _steps(program: Program, stage: Stage, target: Path) -> None:
    journey = Journey(stage, target)
    await program.step("1", "Start on an empty folder", welcome(stage, target))
    await program.step("2", "Add a two-page PDF résumé", journey.add_the_resume())
    await program.step("3", "Check it, correct a field", journey.check_it())
    await program.step("4", "Add a pasted posting", journey.paste_a_posting())
    await program.step("", "Add a saved HTML page", journey.drop_a_saved_page())
    await program.step("", "Add a web address", journey.paste_an_address())
    await program.step("5", "Move to Applied, undo, move again", journey.move_and_undo())
    await program.step("", "Reorder the column", journey.reorder())
    await program.step("6", "Match the job", journey.match())
    await program.step("7", "Tailor the résumé", journey.tailor())
    await program.step("8", "Review, reject one, accept again", journey.review())
    await program.step("9", "Save a version", journey.save())
    await program.step("", "Export PDF, read back", journey.export("pdf"))
    await program.step("", "Export Word, read back", journey.export("docx"))
    await program.step("", "Pictures of every screen", every_screen(stage, target))
