"""The Qt build itself: PySide6 6.12.0 loses a reference to None with every void call and aborts on Python 3.11.

This loop proves a build before the pin may move: it dies within 5,000 calls on a faulty one.
"""

from __future__ import annotations

import os
import subprocess
import sys

from PySide6 import __version__

_LOOP = """
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label, picture = QLabel(), QPixmap(8, 8)
painter = QPainter(picture)
pen = QPen()
for turn in range(50_000):
    label.setText("a")
    label.setEnabled(True)
    painter.setPen(pen)
    painter.setOpacity(1.0)
painter.end()
print("clean")
"""


def test_two_hundred_thousand_void_calls_leave_none_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOOP],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "clean", done.stderr
    assert done.returncode == 0, done.stderr


def test_the_pinned_build_is_the_one_in_use() -> None:
    assert __version__.startswith("6.11."), "prove the new build with the loop above, then change this line and the pin"
