"""The arithmetic, and nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable

from careercoach_desktop.features.analysis.model import Finding, Loss, Score, ScoreKind
from careercoach_desktop.features.analysis.scoring.weights import POINTS, SHARES


def scores_of(findings: Iterable[Finding]) -> list[Score]:
    """All scores, the overall one first. Each is a whole number: rules do not measure finer than that."""
    found = list(findings)
    parts = [_score(kind, found) for kind in SHARES]
    overall = (sum(part.value * part.weight for part in parts) + 50) // 100
    return [Score(kind=ScoreKind.OVERALL, value=overall), *parts]


def points(finding: Finding, kind: ScoreKind) -> int:
    """What a finding takes from a score: at least one point where its rule takes any at all."""
    most = POINTS[finding.rule].get(kind, 0)
    return max(1, math.floor(most * finding.extent + 0.5)) if most else 0


def _score(kind: ScoreKind, findings: list[Finding]) -> Score:
    lost = [Loss(rule=finding.rule, points=taken) for finding in findings if (taken := points(finding, kind))]
    value = max(0, 100 - sum(loss.points for loss in lost))
    lost.sort(key=lambda loss: -loss.points)
    return Score(kind=kind, value=value, weight=SHARES[kind], losses=_capped(lost, 100 - value))


def _capped(lost: list[Loss], most: int) -> list[Loss]:
    """The largest first, and no more than there was to lose: what is listed adds up to what is missing to 100."""
    kept: list[Loss] = []
    for loss in lost:
        taken = min(loss.points, most)
        most -= taken
        if taken:
            kept.append(Loss(rule=loss.rule, points=taken))
    return kept
