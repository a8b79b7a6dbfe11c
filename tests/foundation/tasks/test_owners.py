"""The marks that living processes leave in the data folder, and what becomes of those of dead ones."""

from __future__ import annotations

import os
import time
from pathlib import Path

from careercoach_desktop.foundation.tasks.owners import Owner


def marks(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("worker-*.lock")}


def age(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_marks_that_crashes_left_behind_are_cleared_away_and_those_of_the_living_stay(tmp_path: Path) -> None:
    living, newborn, newcomer = Owner(tmp_path), tmp_path / "worker-2-b.lock", Owner(tmp_path)
    living.appear()
    crashed = tmp_path / "worker-1-a.lock"
    for path in (crashed, newborn):
        path.touch()
    for path in (crashed, tmp_path / f"worker-{living.name}.lock"):
        age(path, 3600)
    newcomer.appear()
    kept = {f"worker-{living.name}.lock", f"worker-{newcomer.name}.lock", newborn.name}
    assert marks(tmp_path) == kept
    living.leave()
    newcomer.leave()
    assert marks(tmp_path) == {newborn.name}
