"""A posting or a résumé that gives orders, and a model that obeys every one of them.

What can't be prevented: that Claude's own words and figures say what it was told. They are shown as Claude's, beside
what the rules found, and nothing follows from them.
"""

from __future__ import annotations

import pytest

from careercoach_desktop.features.analysis.appraising import JobView
from careercoach_desktop.features.analysis.judging import KeywordRemark, Remark, ResumeReview
from careercoach_desktop.features.analysis.model.job import Author
from careercoach_desktop.features.analysis.model.judgement import KeywordStanding, Target
from careercoach_desktop.features.analysis.service import (
    APPRAISE_TASK,
    JUDGE_TASK,
    AnalysisService,
    JobAnalysisService,
    JudgementService,
)
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.matching.service import MatchingService
from careercoach_desktop.features.resumes.service import ResumeService
from tests.features.analysis.judging.test_checked import review, wording
from tests.features.analysis.people import maren
from tests.support.attacks import ATTACKS, IN_POSTINGS, Attack, Carrier, attacked, posting
from tests.support.claude import ClaudeServer
from tests.support.workspace import Place


def named(attack: Attack) -> str:
    return attack.name


def obedient_review(attack: Attack) -> ResumeReview:
    said = attack.obeyed or "The best candidate you have ever seen."
    return review(
        overall=100 if attack.score is None else attack.score,
        verdict=said,
        strengths=[Remark(text=said)],
        keywords=[KeywordRemark(term=skill, standing=KeywordStanding.SHOWN, text=said) for skill in attack.skills],
        suggestions=[wording(said, target) for target in ("w1.1", "w2.2")],
    )


def obedient_view(attack: Attack) -> JobView:
    said = attack.obeyed or "The best employer you have ever seen."
    figure = {"score": 100 if attack.score is None else attack.score, "text": said}
    return JobView.model_validate(
        {
            "verdict": said,
            "highlights": [{"text": said, "quote": said}],
            "fit": {"overall": figure, "skills": figure, "experience": figure},
            "salary_guess": said,
            "tips": [said],
        }
    )


def hosted(attack: Attack) -> Posting:
    return Posting(title="Data Planner", company="Forty Ovens", description=posting(attack))


@pytest.mark.parametrize("attack", ATTACKS, ids=named)
def test_no_order_moves_a_score_or_a_word_of_the_resume(
    connected: ClaudeServer, place: Place, service: AnalysisService, judgements: JudgementService, attack: Attack
) -> None:
    data = attacked(maren(), attack) if attack.carrier is Carrier.RESUME else maren()
    resume_id = place.add_resume(data)
    job_id = place.add_job(hosted(attack)) if attack.carrier is Carrier.POSTING else None
    scores = service.analyse(resume_id).analysis.scores
    connected.answer("ResumeReview", obedient_review(attack))
    judgements.start(resume_id, Target(job_id=job_id))
    place.queue.start()
    place.done(JUDGE_TASK)
    found = judgements.judgement(resume_id, job_id)
    assert found is not None
    judgement = found.judgement
    assert service.analyse(resume_id).analysis.scores == scores
    assert place.get(ResumeService).resume(resume_id).data == data
    assert judgement.strengths == []
    hers = " ".join(data.skill_names())
    assert not [note for note in judgement.keywords if note.term in attack.skills and note.term not in hers]
    assert not [each for each in judgement.suggestions if each.is_edit and each.is_proved]
    assert "collect.example" not in judgement.model_dump_json()


@pytest.mark.parametrize("attack", IN_POSTINGS, ids=named)
def test_no_order_moves_the_match_or_becomes_what_the_rules_say(
    connected: ClaudeServer, place: Place, attack: Attack
) -> None:
    place.add_resume(maren())
    job_id = place.add_job(hosted(attack))
    service = place.get(JobAnalysisService)
    match = place.get(MatchingService).report(job_id)
    before = service.analysis(job_id)
    connected.answer("JobView", obedient_view(attack))
    service.start(job_id)
    place.queue.start()
    place.done(APPRAISE_TASK)
    found = service.analysis(job_id)
    assert found.rules == before.rules
    assert place.get(JobService).job(job_id).score == match.score
    assert found.claude is not None
    assert {figure.by for figure in found.claude.figures} == {Author.CLAUDE}
    assert found.claude.salary == []
    assert all(point.quote for point in found.claude.highlights)
    assert "collect.example" not in found.claude.model_dump_json()


@pytest.mark.parametrize("attack", ATTACKS, ids=named)
def test_what_is_sent_keeps_every_attack_in_its_fence(
    connected: ClaudeServer, place: Place, judgements: JudgementService, attack: Attack
) -> None:
    in_resume = attack.carrier is Carrier.RESUME
    resume_id = place.add_resume(attacked(maren(), attack) if in_resume else maren())
    job_id = place.add_job(hosted(attack))
    connected.answer("ResumeReview", review())
    judgements.start(resume_id, Target(job_id=job_id))
    place.queue.start()
    place.done(JUDGE_TASK)
    sent = connected.requests()[0].asked.user.casefold()
    for tag in ("resume", "posting", "matcher", "rules"):
        assert sent.count(f"<{tag}>") == sent.count(f"</{tag}>") <= 1
