"""The demonstration without a display, from the first step to the pictures, as ``dev.py run --demo`` starts it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from careercoach_desktop.features.resumes.reading import read_resume
from tests.packaging.conftest import ROOT, SCRIPTS

SCREENS = [
    *("welcome", "board", "table", "timeline", "due", "people"),
    *("job-overview", "job-match", "job-tailor", "job-contacts", "job-timeline", "job-notes"),
    *("review", "export", "resumes", "check", "documents", "settings"),
]


@pytest.mark.timeout(300)
def test_every_step_succeeds_and_leaves_its_files(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(SCRIPTS / "demo.py"), str(tmp_path / "out put")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.findall(r"^ {2}(\d) ", done.stdout, re.MULTILINE) == list("123456789")

    for kind in ("pdf", "docx"):
        (exported,) = (tmp_path / "out put").glob(f"*.{kind}")
        assert read_resume(exported.read_bytes(), exported.name).data.basics.name == "Lena Marsh"
    for screen in SCREENS:
        light, dark = (QImage(str(tmp_path / "out put" / f"{screen}-{look}.png")) for look in ("light", "dark"))
        assert light.size().toTuple() == dark.size().toTuple() == (1440, 900)
        assert light.pixelColor(10, 600).lightness() > 200 > 60 > dark.pixelColor(10, 600).lightness()


def test_a_wrong_call_is_answered_with_how_to_call_it(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, str(SCRIPTS / "demo.py")], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "demo.py FOLDER" in done.stderr
