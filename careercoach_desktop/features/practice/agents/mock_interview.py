"""MockInterview: questions for one job, an answer weighed, a session looked back on.

What stays comes first, to the byte: the rules, then the person's evidence, then the job (with what was found about the
company and the people). So every further answer of a session reads all of it from the prompt cache and pays for the
question and the answer alone; the weighing of an answer brings the follow-up question with it, so there is no call for
that.
"""

from __future__ import annotations

from collections.abc import Sequence

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.interviews.model.brief import Brief, BriefKind
from careercoach_desktop.features.jobs.model.posting_words import posting_words
from careercoach_desktop.features.practice.drafting import WrittenQuestions
from careercoach_desktop.features.practice.judging import (
    AnalysedSession,
    MendedSuggestion,
    Situation,
    WeighedAnswer,
    proof_lines,
)
from careercoach_desktop.features.practice.model import PracticeSetup, QuestionContent, Session
from careercoach_desktop.foundation.llm.contact import contact_of
from careercoach_desktop.foundation.llm.model import Effort, Part, Purpose, Request
from careercoach_desktop.foundation.llm.prompts import Prompts, tagless

AGENT = "MockInterview"
VERSION = 1
LONGEST_POSTING = 7_000
LONGEST_BRIEF = 4_000
LONGEST_ANSWER = 8_000
"""Letters; eight minutes of speech."""
LONGEST_RETOLD = 2_000
"""Of an answer, where a whole session is looked back on."""
_MOST_ASKED = 40
_MOST_TOKENS = 16_000
_USUAL_QUESTION, _USUAL_THINKING = 190, 500
_USUAL_WEIGHING, _USUAL_MENDING, _USUAL_ANALYSIS = 1_050, 450, 1_300
_TAGS = ("resume", "notes", "posting", "research", "wishes", "asked", "question", "answer", "doubts", "session")
_PROMPTS = Prompts("careercoach_desktop.features.practice.agents")


def questions_request(situation: Situation, count: int, asked: Sequence[str]) -> Request[WrittenQuestions]:
    """``count`` new questions; ``asked``: those that were asked before, the latest first."""
    setup = situation.setup
    told = _PROMPTS.fill(
        "mock_interview.ask",
        type=_kind(setup),
        difficulty=setup.difficulty.value.lower(),
        language=setup.language,
        count=count,
        asked=_safe("\n".join(_flat(text) for text in asked[:_MOST_ASKED])),
    )
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.PRACTICE,
        system=_PROMPTS.fill("mock_interview.ask_system"),
        parts=(*_settled(situation), Part(told)),
        output=WrittenQuestions,
        contact=contact_of(situation.material.resume.basics),
        effort=Effort.MEDIUM,
        max_tokens=_MOST_TOKENS,
        expected_tokens=_USUAL_THINKING + _USUAL_QUESTION * count,
    )


def weigh_request(situation: Situation, question: QuestionContent, answer: str) -> Request[WeighedAnswer]:
    """About one answer."""
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.PRACTICE,
        system=_PROMPTS.fill("mock_interview.weigh_system"),
        parts=(*_settled(situation), Part(_answered(situation.setup, question, answer))),
        output=WeighedAnswer,
        contact=contact_of(situation.material.resume.basics),
        effort=Effort.MEDIUM,
        max_tokens=_MOST_TOKENS,
        expected_tokens=_USUAL_WEIGHING,
    )


def mend_request(
    situation: Situation, question: QuestionContent, answer: str, suggested: str, doubts: Sequence[Claim]
) -> Request[MendedSuggestion]:
    """The suggested answer once more, without what nothing proves."""
    doubted = [f"“{_flat(claim.text)}”: {_flat(claim.reason)}" for claim in doubts]
    told = _PROMPTS.fill(
        "mock_interview.mend",
        asked=_answered(situation.setup, question, answer),
        suggested=_safe(suggested),
        doubts=_safe("\n".join(doubted)),
    )
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.PRACTICE,
        system=_PROMPTS.fill("mock_interview.weigh_system"),
        parts=(*_settled(situation), Part(told)),
        output=MendedSuggestion,
        contact=contact_of(situation.material.resume.basics),
        effort=Effort.LOW,
        max_tokens=_MOST_TOKENS,
        expected_tokens=_USUAL_MENDING,
    )


def analysis_request(situation: Situation, session: Session) -> Request[AnalysedSession]:
    """About every answer of a session, the latest try of each."""
    rounds = [
        _PROMPTS.fill(
            "mock_interview.round",
            number=number,
            category=question.content.category,
            text=_flat(question.content.text),
            answer=_flat(answer.text)[:LONGEST_RETOLD],
            seconds=answer.seconds,
            tries=answer.attempt,
            score=answer.score,
            said="; ".join(answer.evaluation.improvements if answer.evaluation else answer.local.notes),
        )
        for number, question in enumerate(session.questions, 1)
        if (answer := question.latest) is not None
    ]
    told = _PROMPTS.fill(
        "mock_interview.analyse",
        type=_kind(session.setup),
        job=_safe(posting_words(situation.material.posting, 1_500)),
        rounds=_safe("\n\n".join(rounds)),
    )
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.PRACTICE,
        system=_PROMPTS.fill("mock_interview.analyse_system"),
        parts=(Part(told),),
        output=AnalysedSession,
        contact=contact_of(situation.material.resume.basics),
        effort=Effort.HIGH,
        max_tokens=_MOST_TOKENS,
        expected_tokens=_USUAL_ANALYSIS,
    )


def _settled(situation: Situation) -> list[Part]:
    """The same for every call of a session, to the byte."""
    resume, beside = proof_lines(situation.material)
    parts = [Part(_PROMPTS.fill("mock_interview.resume", resume=_safe("\n".join(resume))), settled=True)]
    if beside:
        parts.append(Part(_PROMPTS.fill("mock_interview.notes", notes=_safe("\n".join(beside))), settled=True))
    job = _PROMPTS.fill(
        "mock_interview.job",
        posting=_safe(posting_words(situation.material.posting, LONGEST_POSTING)),
        research=[(_about(brief), _safe(_brief_words(brief))) for brief in situation.briefs],
    )
    return [*parts, Part(job, settled=True)]


def _answered(setup: PracticeSetup, question: QuestionContent, answer: str) -> str:
    return _PROMPTS.fill(
        "mock_interview.answered",
        type=_kind(setup),
        question=_safe(question.text),
        category=_safe(question.category),
        points=_safe("\n".join(f"- {point}" for point in question.key_points)),
        criteria=_safe("; ".join(question.criteria)),
        wants_story=question.wants_story,
        answer=_safe(answer[:LONGEST_ANSWER]),
    )


def _about(brief: Brief) -> str:
    who = "the company" if brief.kind is BriefKind.COMPANY else "one of those who will ask"
    return f"Found on the web about {who}, {_safe(_flat(brief.title))}."


def _brief_words(brief: Brief) -> str:
    sections = brief.research.sections if brief.research is not None else ()
    lines = [f"{section.title}: {_flat(point.text)}" for section in sections for point in section.points]
    return "\n".join(lines)[:LONGEST_BRIEF]


def _kind(setup: PracticeSetup) -> str:
    return setup.type.value.lower().replace("_", " ")


def _safe(text: str) -> str:
    return tagless(text, *_TAGS)


def _flat(text: str) -> str:
    return " ".join(text.split())
