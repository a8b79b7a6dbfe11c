"""What stands on the pages, decided once: plain text and numbers, in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.practice.model import (
    LOCAL,
    Answer,
    Question,
    QuestionState,
    Session,
    SessionResult,
    StarPart,
)

_STAR = {
    StarPart.SITUATION: "Situation",
    StarPart.TASK: "Task",
    StarPart.ACTION: "Action",
    StarPart.RESULT: "Result",
}
_ORDINALS = {1: "first", 2: "second", 3: "third"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A score with its name, 0 to 100."""

    label: str
    score: int


@dataclass(frozen=True, slots=True)
class Told:
    """A list with its heading."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """One question, numbered as on the screen and for Claude, who speaks of “your answer to 4”. ``answer`` in
    paragraphs, empty when it was skipped or not reached; then ``score`` is None."""

    number: str
    question: str
    about: str
    answer: tuple[str, ...]
    told: str
    score: int | None
    feedback: tuple[Told, ...]
    suggested: tuple[str, ...]
    unproved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PracticePage:
    """``language`` is that of questions and answers; the words around them are English."""

    title: str
    facts: tuple[str, ...]
    person: str
    language: str
    overall: int
    scores: tuple[Bar, ...]
    skills: tuple[Bar, ...]
    summary: str
    told: tuple[Told, ...]
    rounds: tuple[Round, ...]
    paper: str = "a4"


def page_of(session: Session, person: str, model_name: str, paper: str = "a4") -> PracticePage:
    """``session`` has a result. ``model_name``: what Claude's model is called where it has looked back on it."""
    result = session.result
    if result is None:
        raise ValueError("a session that is not finished has no result to show")
    scores = (
        ("Technical", result.technical),
        ("Communication", result.communication),
        ("Problem solving", result.problem_solving),
    )
    return PracticePage(
        title=session.title,
        facts=_facts(session, model_name),
        person=person,
        language=session.setup.language,
        overall=result.overall,
        scores=tuple(Bar(label, score) for label, score in scores if score is not None),
        skills=tuple(Bar(skill.capitalize(), score) for skill, score in result.skills.items()),
        summary=result.summary,
        told=_told(result),
        rounds=tuple(_round(session.number_of(each.id), each) for each in session.questions),
        paper=paper,
    )


def _facts(session: Session, model_name: str) -> tuple[str, ...]:
    day = (session.finished or session.updated).astimezone()
    minutes = max(1, round(session.seconds / 60))
    made = session.result is not None and session.result.made_by != LOCAL
    return (
        f"{day.day} {day:%B %Y}",
        f"{session.answered_count} of {session.total} questions answered",
        "1 minute" if minutes == 1 else f"{minutes} minutes",
        f"looked back on by {model_name}" if made else "checked on this computer",
    )


def _told(result: SessionResult) -> tuple[Told, ...]:
    lists = (("Strengths", result.strengths), ("To work on", result.areas), ("Next steps", result.next_steps))
    return tuple(Told(title, lines) for title, lines in lists if lines)


def _round(number: str, question: Question) -> Round:
    answer, content = question.latest, question.content
    about = [content.category.capitalize(), content.difficulty.value.capitalize()]
    if question.follows is not None:
        about.append("asked once more")
    if answer is None:
        about.append("skipped" if question.state is QuestionState.SKIPPED else "not answered")
    shown = answer is not None and answer.evaluation is not None
    evaluation = answer.evaluation if answer is not None else None
    return Round(
        number=number,
        question=content.text,
        about=" · ".join(part for part in about if part),
        answer=tuple(_paragraphs(answer.text)) if answer is not None else (),
        told=_tries(question),
        score=answer.score if answer is not None else None,
        feedback=_feedback(answer) if answer is not None else (),
        suggested=tuple(_paragraphs(evaluation.suggested)) if evaluation is not None and shown else (),
        unproved=tuple(claim.text for claim in evaluation.claims) if evaluation is not None else (),
    )


def _tries(question: Question) -> str:
    """“70 seconds. Your second try; the first scored 41.”"""
    answer = question.latest
    if answer is None:
        return ""
    time = "1 second." if answer.seconds == 1 else f"{answer.seconds} seconds."
    if answer.attempt == 1:
        return time
    nth = _ORDINALS.get(answer.attempt, f"{answer.attempt}th")
    step = answer.step_from(question.answers[-2])
    before = f"; the one before scored {step[0]}" if step is not None else ""
    return f"{time} Your {nth} try{before}."


def _feedback(answer: Answer) -> tuple[Told, ...]:
    """Claude's where there is one, else the rules'."""
    evaluation, local = answer.evaluation, answer.local
    if evaluation is None:
        lists = [("Checked on this computer", (local.summary, *local.notes)), ("Worth saying too", local.missing)]
        star = local.star
    else:
        lists = [
            ("In short", (evaluation.summary,)),
            ("Strong", evaluation.strengths),
            ("Make it better", evaluation.improvements),
            ("Not said yet", evaluation.missing),
        ]
        star = evaluation.star
    parts = tuple(f"{_STAR[each.part]}: {f'“{each.quote}”' if each.quote else 'missing'}" for each in star)
    told = [(title, tuple(line for line in lines if line)) for title, lines in [*lists, ("Story", parts)]]
    return tuple(Told(title, lines) for title, lines in told if lines)


def _paragraphs(text: str) -> list[str]:
    return [flat for part in text.splitlines() if (flat := " ".join(part.split()))]
