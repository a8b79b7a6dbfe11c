"""Honest rewrites stay unmarked and their near misses are caught, class by class, in four languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.features.evidence import rewrites
from tests.features.evidence.labelled import Verdict, judged, labelled

VERDICTS = list(judged(labelled(Path(rewrites.__file__).parent)))


@pytest.mark.parametrize("verdict", [each for each in VERDICTS if each.case.honest], ids=lambda each: each.case.id)
def test_an_honest_rewrite_is_not_marked(verdict: Verdict) -> None:
    assert [(claim.text, claim.reason) for claim in verdict.unproved] == [], verdict.case.text


@pytest.mark.parametrize("verdict", [each for each in VERDICTS if not each.case.honest], ids=lambda each: each.case.id)
def test_its_near_miss_is_caught(verdict: Verdict) -> None:
    assert verdict.caught, verdict.case.text


def test_both_kinds_stand_there_in_every_language() -> None:
    for language in ("en", "de", "fr", "es"):
        kinds = {each.case.honest for each in VERDICTS if each.case.language == language}
        assert kinds == {True, False}
