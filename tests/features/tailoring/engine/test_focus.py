"""What the person wants to bring out leads, where their evidence shows it; it is no evidence itself."""

from __future__ import annotations

from careercoach_desktop.features.evidence.service import EvidenceBase, check
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.tailoring.engine import apply_changes, tailor
from careercoach_desktop.features.tailoring.engine.situation import Situation
from careercoach_desktop.features.tailoring.model import Change, Draft
from tests.features.tailoring.engine.people import DATA_JOB, LENA, LENA_NOTES, TODAY


def draft(*focus: str) -> Draft:
    return tailor(LENA, DATA_JOB, Preferences(), LENA_NOTES, TODAY, (), focus)


def order(of: Draft) -> Change | None:
    return next((change for change in of.changes if change.id == "order-w1"), None)


def test_bullets_about_it_come_first_and_the_reason_says_whose_wish_it_was() -> None:
    change = order(draft("BigQuery"))
    assert change is not None
    assert change.order[0] == "b4"
    assert change.reason.startswith("You want to bring out BigQuery.")
    assert draft("BigQuery").focus == ("BigQuery",)


def test_without_it_the_posting_alone_decides() -> None:
    change = order(draft())
    assert change is None or change.order[0] != "b4"


def test_words_that_are_no_skill_count_when_all_of_them_are_there() -> None:
    now = Situation.of(LENA, DATA_JOB, LENA_NOTES, TODAY, focus=("client reports", "sailing boats"))
    assert now.focused("Automated the monthly client reports.") == ["client reports"]
    assert now.focused("Reports for the board.") == []


def test_a_focus_the_evidence_does_not_show_changes_nothing_and_claims_nothing() -> None:
    focused = draft("Kafka", "leading teams of 90")
    assert [change.after for change in focused.changes] == [change.after for change in draft().changes]
    evidence = EvidenceBase.from_resume(LENA, LENA_NOTES, today=TODAY)
    assert check(apply_changes(LENA, focused.changes), evidence).unsupported == []
