"""Practice put into words for a terminal, and into values for a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.terminal.words import one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.model import Answer, Session, SessionLine


def next_lines(session: Session) -> list[str]:
    question = session.current
    if question is None:
        return [f"That was the last question. The result: careercoach practice show {session.id} --finish"]
    content = question.content
    about = ", ".join(part for part in (content.category, content.difficulty.value.lower()) if part)
    return [f"Question {session.number_of(question.id)} of {session.total} ({one_line(about)})", one_line(content.text)]


def feedback_lines(answer: Answer) -> list[str]:
    """What is thought of an answer, for a person: Claude's view where there is one, below the rules'."""
    local, evaluation = answer.local, answer.evaluation
    lines = [f"{local.score} of 100, checked on this computer. {one_line(local.summary)}"]
    lines += [f"  - {one_line(each)}" for each in local.notes]
    lines += [f"  {each.part.value.title()}: {one_line(each.quote) or 'missing'}" for each in local.star]
    if local.missing:
        lines += [f"  Worth saying too: {one_line('; '.join(local.missing))}"]
    if evaluation is None:
        return lines
    from careercoach_desktop.foundation.llm.words import model_name

    lines += ["", f"{evaluation.score} of 100 from {model_name(evaluation.made_by)}. {one_line(evaluation.summary)}"]
    lines += [f"  + {one_line(each)}" for each in evaluation.strengths]
    lines += [f"  - {one_line(each)}" for each in evaluation.improvements]
    if evaluation.suggested:
        lines += ["  A stronger answer, from your evidence:"]
        lines += [f"    {one_line(each)}" for each in evaluation.suggested.splitlines() if each.strip()]
    lines += [f"  not proved: “{one_line(claim.text)}”. {one_line(claim.reason)}" for claim in evaluation.claims]
    return lines


def session_lines(session: Session) -> list[str]:
    """A session for a person."""
    lines = [one_line(session.title), f"{session.answered_count} of {session.total} questions answered"]
    if (result := session.result) is not None:
        lines += ["", f"Overall {result.overall} of 100. {one_line(result.summary)}"]
        for title, told in (("Strong", result.strengths), ("To work on", result.areas), ("Next", result.next_steps)):
            lines += [f"  {title}: {one_line(each)}" for each in told]
    for question in session.questions:
        latest = question.latest
        score = f"{latest.score} of 100" if latest is not None else question.state.value.lower()
        lines += ["", f"{session.number_of(question.id)}. {one_line(question.content.text)}  [{score}]"]
        if latest is not None:
            lines += [f"   {one_line(latest.text)}"]
    return lines


def row_of(line: SessionLine) -> tuple[str, ...]:
    score = f"{line.overall} of 100" if line.overall is not None else f"{line.answered} of {line.count} answered"
    return str(line.id), line.created.astimezone().date().isoformat(), score, line.title


def told_line(line: SessionLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "title": line.title,
        "job_id": line.job_id,
        "type": line.type.value,
        "state": line.state.value,
        "answered": line.answered,
        "questions": line.count,
        "overall": line.overall,
        "created": line.created.isoformat(),
    }


def told_session(session: Session) -> dict[str, Any]:
    return session.model_dump(mode="json")
