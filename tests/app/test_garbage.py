"""Widgets caught in cycles go on the Qt thread, whichever thread made the garbage collector look."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.garbage import QtThreadCollector


class Holder:
    """Holds itself, and a timer that ticks."""

    def __init__(self) -> None:
        self.timer = QTimer()
        self.timer.start(10_000)
        self.itself = self


def test_a_timer_in_a_cycle_is_not_destroyed_by_a_worker(qtbot: QtBot) -> None:
    gc.collect()
    collector = QtThreadCollector(parent := QObject())
    destroyed_on: list[int] = []
    holder = Holder()
    weakref.finalize(holder, lambda: destroyed_on.append(threading.get_ident()))
    del holder
    kept: list[list[int]] = []
    worker = threading.Thread(target=lambda: kept.extend([number] for number in range(50_000)))  # Python would collect
    worker.start()
    worker.join()
    assert destroyed_on == []
    qtbot.waitUntil(lambda: destroyed_on == [threading.get_ident()])
    collector.stop()
    assert gc.isenabled()
    assert len(kept) == 50_000
    parent.deleteLater()


def test_what_stands_is_spared_until_it_is_told_to_look_at_everything(qtbot: QtBot) -> None:
    collector = QtThreadCollector(parent := QObject())
    gone: list[str] = []
    stood = Holder()
    weakref.finalize(stood, lambda: gone.append("stood"))
    collector.spare_what_stands()
    came = Holder()
    weakref.finalize(came, lambda: gone.append("came"))
    del stood, came
    gc.collect()
    assert gone == ["came"]
    collector.look_at_everything()
    gc.collect()
    assert gone == ["came", "stood"]
    collector.stop()
    parent.deleteLater()
