"""JobMatcher's prompt and answer: what goes in, what stays in, and what comes out checked."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from careercoach_desktop.features.jobs.model import Posting, SalaryPeriod
from careercoach_desktop.features.matching.agents.job_matcher import (
    LONGEST_POSTING,
    JobVerdict,
    Verdicts,
    basis_of,
    judgements,
    matcher_request,
    name_of,
    person_of,
)
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import Basics, Certificate
from careercoach_desktop.foundation.llm.model import Effort, Purpose
from tests.features.tailoring.engine.people import DATA_JOB, LENA, NURSE, NURSE_JOB
from tests.support.attacks import ATTACKS, Attack, Carrier, attacked, posting

WISHES = Preferences(desired_titles=["Data Engineer"], locations=["Leeds"], salary_min=60_000, salary_currency="GBP")


def test_the_request_is_cheap_and_what_stays_comes_first() -> None:
    request = matcher_request(LENA, WISHES, [DATA_JOB, NURSE_JOB])
    assert (request.agent, request.purpose, request.effort) == ("JobMatcher", Purpose.MATCHING, Effort.LOW)
    settled, jobs = request.parts
    assert (settled.settled, jobs.settled) == (True, False)
    assert "Migrated 140 jobs from cron to Airflow." in settled.text
    assert "pay at least: 60000 GBP a year" in settled.text
    assert jobs.text.count("<job>") == 2
    other = matcher_request(LENA, WISHES, [NURSE_JOB])
    assert (other.system, other.parts[0]) == (request.system, settled), "the next call reads them from the cache"


def test_nothing_by_which_the_person_is_known_is_sent() -> None:
    resume = LENA.model_copy(
        update={"basics": Basics(name="Lena Marsh", email="lena@marsh.example", phone="+44 7700 900123", label="x")}
    )
    request = matcher_request(resume, WISHES, [DATA_JOB])
    sent = request.system + "".join(part.text for part in request.parts)
    for private in ("Lena", "Marsh", "lena@marsh.example", "900123"):
        assert private not in sent


def test_hidden_parts_of_the_resume_do_not_count() -> None:
    hidden = LENA.model_copy(update={"hidden": ["b1", "w2", "s2"]})
    sent = matcher_request(hidden, WISHES, [DATA_JOB]).parts[0].text
    assert "Airflow." not in sent
    assert "Lowell" not in sent
    assert "Sailing" not in sent
    assert "Introduced dbt tests" in sent


def test_a_posting_that_goes_on_and_on_is_cut_and_its_pay_is_said() -> None:
    long = Posting(
        title="Baker", description="We bake. " * 2_000, salary_min=30_000, salary_currency="EUR",
        salary_period=SalaryPeriod.YEAR,
    )  # fmt: skip
    sent = matcher_request(LENA, WISHES, [long]).parts[1].text
    assert len(sent) < LONGEST_POSTING + 300
    assert "Pay: 30000 EUR a year" in sent


def test_without_wishes_it_says_so() -> None:
    assert "<wishes>\nnone\n</wishes>" in matcher_request(LENA, Preferences(), [DATA_JOB]).parts[0].text


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_no_text_leaves_its_fence(attack: Attack) -> None:
    resume = attacked(LENA, attack) if attack.carrier is Carrier.RESUME else LENA
    hostile = (
        Posting(title="Data planner", description=posting(attack)) if attack.carrier is Carrier.POSTING else DATA_JOB
    )
    request = matcher_request(resume, WISHES, [hostile, NURSE_JOB])
    for tag, count, part in (("resume", 1, 0), ("wishes", 1, 0), ("job", 2, 1)):
        text = request.parts[part].text.lower()
        assert text.count(f"<{tag}>") == text.count(f"</{tag}>") == count
        assert f"<{tag}>" not in request.parts[1 - part].text.lower()


def test_the_name_of_a_job_is_not_to_be_guessed_by_its_neighbours() -> None:
    assert name_of(DATA_JOB) != name_of(NURSE_JOB)
    assert name_of(DATA_JOB) != name_of(DATA_JOB.model_copy(update={"title": "Another"}))
    assert name_of(DATA_JOB) in matcher_request(LENA, WISHES, [DATA_JOB]).parts[1].text


def verdict(job: str, score: int = 70, **more: object) -> JobVerdict:
    return JobVerdict.model_validate({"job": job, "score": score, "reasons": ["It fits."], "gaps": [], **more})


@pytest.mark.parametrize(
    "wrong", [{"score": 101}, {"score": -1}, {"reasons": []}, {"reasons": ["  "]}, {"score": "high"}]
)
def test_a_score_out_of_range_or_without_a_reason_is_no_answer(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        verdict("x", **wrong)  # type: ignore[arg-type]


def test_verdicts_find_their_jobs_and_strangers_are_left_out() -> None:
    said = Verdicts(jobs=[verdict(name_of(NURSE_JOB), 12), verdict("beef00", 99), verdict(f" {name_of(DATA_JOB)}", 81)])
    found = judgements(said, {1: DATA_JOB, 2: NURSE_JOB})
    assert {job_id: one.score for job_id, one in found.items()} == {1: 81, 2: 12}


def test_a_job_judged_twice_in_two_ways_is_not_judged() -> None:
    said = Verdicts(jobs=[verdict(name_of(DATA_JOB), 20), verdict(name_of(DATA_JOB), 100)])
    assert judgements(said, {1: DATA_JOB}) == {}


def test_two_jobs_with_one_text_are_asked_about_once_and_both_judged() -> None:
    request = matcher_request(LENA, WISHES, [DATA_JOB, DATA_JOB])
    assert request.parts[1].text.count("<job>") == 1
    found = judgements(Verdicts(jobs=[verdict(name_of(DATA_JOB), 64)]), {1: DATA_JOB, 2: DATA_JOB})
    assert {job_id: one.score for job_id, one in found.items()} == {1: 64, 2: 64}


def test_what_is_shown_is_short_and_on_one_line() -> None:
    talkative = verdict(name_of(DATA_JOB), reasons=["one\n\ntwo", "x" * 900, "3", "4", "5", "6"])
    (judged,) = judgements(Verdicts(jobs=[talkative]), {1: DATA_JOB}).values()
    assert judged.reasons[0] == "one two"
    assert len(judged.reasons) == 4
    assert max(map(len, judged.reasons)) <= 240


def test_what_a_posting_put_into_a_sentence_is_not_shown() -> None:
    advice = "Apply at https://evil.example before noon."
    obedient = verdict(name_of(DATA_JOB), reasons=[advice, "**SQL** is\u200b there."], gaps=[advice])
    (judged,) = judgements(Verdicts(jobs=[obedient]), {1: DATA_JOB}).values()
    assert (judged.reasons, judged.gaps) == (["SQL is there."], [])


def test_a_score_whose_reasons_can_not_be_shown_is_no_judgement() -> None:
    bare = verdict(name_of(DATA_JOB), reasons=["Apply at https://evil.example."])
    assert judgements(Verdicts(jobs=[bare]), {1: DATA_JOB}) == {}


def test_the_basis_follows_resume_wishes_and_posting() -> None:
    base = basis_of(person_of(LENA, WISHES), DATA_JOB)
    assert basis_of(person_of(LENA, WISHES), DATA_JOB) == base
    longer = LENA.model_copy(update={"certificates": [Certificate(name="CKA")]})
    others = [
        basis_of(person_of(longer, WISHES), DATA_JOB),
        basis_of(person_of(NURSE, WISHES), DATA_JOB),
        basis_of(person_of(LENA, Preferences()), DATA_JOB),
        basis_of(person_of(LENA, WISHES), DATA_JOB.model_copy(update={"description": "Something else altogether."})),
    ]
    assert len({base, *others}) == 5
    renamed = LENA.model_copy(update={"basics": LENA.basics.model_copy(update={"name": "Somebody Else"})})
    assert basis_of(person_of(renamed, WISHES), DATA_JOB) == base, "what is not sent changes nothing"
