"""Writing in the editor with the page beside it: a letter, and the page that follows when the typing rests."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from demonstration.stage import SIZE, Stage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from bench.exporting import trivial
from bench.figures import LETTER, PAGE_FOLLOWS, Figure
from bench.opened import paint_now, run
from careercoach_desktop.features.resumes.ui import EditorPage

LETTERS = 60
PAGES = 30
SAMPLE = 1


def figures(folder: Path, _jobs: int) -> list[Figure]:
    async def measure(stage: Stage) -> list[Figure]:
        await stage.settled()
        await stage.show("resumes.edit", SAMPLE)
        page = stage.page(EditorPage)
        while page.preview.preview is None or page.form.is_building:
            await asyncio.sleep(0.05)
        stage.window.activateWindow()
        page.form.go_to(page.form.data.work[0].highlights[0].id)
        field = QApplication.focusWidget()
        if field is None:
            raise RuntimeError("no bullet has the keyboard")
        return [await _letters(stage, field), await _pages(page, field, folder)]

    return run(measure, folder)


async def _letters(stage: Stage, field: QWidget) -> Figure:
    """From the key to the painted window."""
    plain = QPlainTextEdit()
    plain.resize(*SIZE)
    plain.show()
    samples, bare = [], []
    for _ in range(LETTERS):
        samples.append(_letter(field, stage.window))
        bare.append(_letter(plain, plain))
        await asyncio.sleep(0.02)
    plain.close()
    return Figure("a letter, key to paint", samples, "plain QPlainTextEdit", bare, aim=LETTER)


def _letter(field: QWidget, window: QWidget) -> float:
    begin = time.perf_counter()
    QTest.keyClicks(field, "a")
    paint_now(window)
    return (time.perf_counter() - begin) * 1000


async def _pages(page: EditorPage, field: QWidget, folder: Path) -> Figure:
    """From the moment the typing counts as resting to the page on the screen."""
    bare = trivial(folder)
    rested, drawn = asyncio.Event(), asyncio.Event()
    page.form.edited.connect(lambda *_edit: (rested.set(), drawn.clear()))
    page.preview.drawn.connect(drawn.set)
    samples, base = [], []
    for _ in range(PAGES):
        await asyncio.sleep(0.3)  # what was drawn for the letter before is on the screen
        rested.clear()
        QTest.keyClicks(field, "b")
        await rested.wait()
        begin = time.perf_counter()
        await drawn.wait()
        paint_now(page.window())
        samples.append((time.perf_counter() - begin) * 1000)
        begin = time.perf_counter()
        bare()
        base.append((time.perf_counter() - begin) * 1000)
    return Figure("the page follows a pause, 2 pages", samples, "typst, one word", base, aim=PAGE_FOLLOWS)
