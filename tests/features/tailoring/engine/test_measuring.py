"""Before and after: the score, the keywords and the ATS score are this computer's, for exactly what is accepted."""

from __future__ import annotations

from careercoach_desktop.features.matching.model import Need
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.tailoring.engine import apply_changes, measured, tailor
from careercoach_desktop.features.tailoring.engine.measuring import ats_score
from careercoach_desktop.features.tailoring.model import Alignment, Decision, Draft
from tests.features.tailoring.engine.people import DATA_JOB, LENA, LENA_NOTES, TODAY


def made(draft: Draft) -> Draft:
    return measured(draft, LENA, DATA_JOB, Preferences(), TODAY)


DRAFT = tailor(LENA, DATA_JOB, Preferences(), LENA_NOTES, TODAY)


def test_every_keyword_of_the_posting_is_told_before_and_after() -> None:
    keywords = match(LENA, DATA_JOB, Preferences(), TODAY).keywords
    assert [each.term for each in DRAFT.alignment] == [each.term for each in keywords]
    assert Alignment(term="Apache Spark", need=Need.MUST, before=False, after=True) in DRAFT.alignment
    assert Alignment(term="Snowflake", need=Need.MUST, before=False, after=False) in DRAFT.alignment


def test_only_what_is_accepted_counts() -> None:
    rejected = [change.model_copy(update={"decision": Decision.REJECTED}) for change in DRAFT.changes]
    none = made(DRAFT.model_copy(update={"changes": rejected}))
    assert (none.score_after, none.ats_after) == (none.score_before, none.ats_before)
    assert all(each.before == each.after for each in none.alignment)


def test_the_ats_score_is_the_rules_for_the_resume_that_results() -> None:
    assert DRAFT.ats_before == ats_score(LENA, TODAY)
    assert DRAFT.ats_after == ats_score(apply_changes(LENA, DRAFT.changes), TODAY)


def test_figures_a_draft_came_with_are_made_anew() -> None:
    boasting = DRAFT.model_copy(update={"score_after": 100, "ats_after": 100, "alignment": []})
    assert made(boasting) == DRAFT
