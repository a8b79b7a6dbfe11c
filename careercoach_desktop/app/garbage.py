"""Collects cyclic garbage on the Qt thread only.

Python collects on whichever thread happens to allocate. A widget or timer found there by a worker thread would be
destroyed there, its running timers would stay registered with the Qt thread, and the next tick would crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class QtThreadCollector(QObject):
    """While it lives, objects in cycles go in moments when the Qt thread is idle; ``stop`` gives collecting back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def spare_what_stands(self) -> None:
        """From now on, look only at what comes after this moment: looking at every module, table and card of an open
        workspace takes 50 to 100 ms each time, and next to none of it goes before the workspace does."""
        gc.freeze()

    def look_at_everything(self) -> None:
        """What stood until now may go."""
        gc.unfreeze()

    def stop(self) -> None:
        self._timer.stop()
        self.look_at_everything()
        gc.enable()

    def _collect(self) -> None:
        """The oldest generation that has grown past Python's own threshold, as Python itself would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
