"""Scores are 100 less the points of the findings: deterministic, explained, and never lower for a finding less."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import careercoach_desktop.features.analysis.rules as rules_package
from careercoach_desktop.features.analysis.model import Finding, ScoreKind, Severity, Topic
from careercoach_desktop.features.analysis.rules import Situation, findings
from careercoach_desktop.features.analysis.scoring import POINTS, SHARES, scores_of
from tests.features.analysis.people import bo, maren
from tests.features.analysis.rules.situations import TODAY, file

RULES = sorted(POINTS)


def finding(rule: str, extent: float = 1.0) -> Finding:
    return Finding(rule=rule, topic=Topic.FILE, severity=Severity.DETAIL, text="What.", why="Why.", extent=extent)


some_findings = st.dictionaries(st.sampled_from(RULES), st.floats(0, 1)).map(
    lambda chosen: [finding(rule, extent) for rule, extent in chosen.items()]
)


def by_kind(found: list[Finding]) -> dict[ScoreKind, int]:
    return {score.kind: score.value for score in scores_of(found)}


def test_without_findings_every_score_is_full() -> None:
    assert set(by_kind([]).values()) == {100}


def test_the_shares_make_a_whole() -> None:
    assert sum(SHARES.values()) == 100
    assert {ScoreKind.OVERALL, *SHARES} == set(ScoreKind)


def test_every_rule_has_points_and_every_entry_a_rule() -> None:
    folder = Path(rules_package.__file__).parent
    texts = "\n".join(file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    named = set(re.findall(r'"((?:file|contact|content|summary|experience|dates|wording|writing|education|skills)'
                           r'\.[a-z-]+)"', texts))  # fmt: skip
    assert named == set(POINTS)


@given(some_findings)
def test_what_was_lost_adds_up_to_what_is_missing(found: list[Finding]) -> None:
    for score in scores_of(found)[1:]:
        assert score.value + sum(loss.points for loss in score.losses) == 100


@given(some_findings, st.data())
def test_a_finding_less_never_scores_less(found: list[Finding], data: st.DataObject) -> None:
    fewer = [each for each in found if data.draw(st.booleans())]
    before, after = by_kind(found), by_kind(fewer)
    assert all(after[kind] >= before[kind] for kind in ScoreKind)


@given(st.sampled_from(RULES), st.floats(0, 1), st.floats(0, 1))
def test_a_smaller_finding_never_scores_less(rule: str, one: float, other: float) -> None:
    small, large = sorted((one, other))
    before, after = by_kind([finding(rule, large)]), by_kind([finding(rule, small)])
    assert all(after[kind] >= before[kind] for kind in ScoreKind)


@given(some_findings)
def test_every_point_lost_is_explained(found: list[Finding]) -> None:
    overall, *parts = scores_of(found)
    for part in parts:
        assert part.value == max(0, 100 - sum(loss.points for loss in part.losses))
        assert all(loss.points > 0 and loss.rule in {each.rule for each in found} for loss in part.losses)
    assert overall.value == (sum(part.value * part.weight for part in parts) + 50) // 100


def test_a_part_that_is_missing_loses_at_least_what_it_could_lose_by_being_bad() -> None:
    for kind in (ScoreKind.SUMMARY, ScoreKind.EXPERIENCE, ScoreKind.EDUCATION, ScoreKind.SKILLS):
        missing = f"{kind.value.lower()}.missing"
        assert POINTS[missing][kind] == 100


def test_an_excellent_resume_scores_above_ninety_and_a_poor_one_below_fifty() -> None:
    good = scores_of(findings(Situation.of(maren(), TODAY, file(), "Maren-Holt-Resume.pdf")))
    poor = scores_of(findings(Situation.of(bo(), TODAY, file(), "cv.pdf")))
    assert good[0].value > 90
    assert poor[0].value < 50


def test_the_same_resume_always_scores_the_same() -> None:
    once = [findings(Situation.of(bo(), TODAY, file(), "cv.pdf")) for _ in range(3)]
    assert once[0] == once[1] == once[2]
