"""From findings to scores: 100 less the points of what was found. Fewer or smaller findings never score less."""

from __future__ import annotations

from careercoach_desktop.features.analysis.scoring.scores import scores_of
from careercoach_desktop.features.analysis.scoring.weights import POINTS, SHARES

__all__ = ["POINTS", "SHARES", "scores_of"]
