"""The benchmark's arithmetic and its table; the figures themselves are for reading and never asserted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"

SCRIPT = """
import json
from bench.figures import Aim, Figure, percentile
from bench.table import table

figure = Figure("frame", [10.0, 12.0, 40.0], "bare", [5.0, 6.0, 7.0], aim=Aim(33), group="Board")
again = Figure.from_plain(json.loads(json.dumps(figure.plain())))
missed, met = table([again]), table([Figure("frame", [10.0], aim=Aim(33, "median"), group="Board")])
print(json.dumps([percentile(range(1, 101), 0.95), again.median, again.p95, again.ratio, missed, met]))
"""


def test_a_figure_survives_the_way_between_processes_and_says_whether_its_aim_is_met() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=PACKAGING, capture_output=True, check=True)
    ninety_fifth, median, p95, ratio, missed, met = json.loads(done.stdout)
    assert (ninety_fifth, median, p95, ratio) == (95, 12.0, 40.0, 2.0)
    assert "p95 ≤ 33 MISSED" in missed
    assert "median ≤ 33 met" in met
