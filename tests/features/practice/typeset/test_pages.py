"""A practice on paper says what the screen says, in that order, to eyes and to programs."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from careercoach_desktop.features.practice.model import Session
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.model import TaskState
from tests.features.practice.said import ANSWER, INVENTED, weighed
from tests.features.practice.test_practising import OTHER, STORY
from tests.support.claude import ClaudeServer
from tests.support.workspace import Place


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def in_order(text: str, *parts: str) -> bool:
    """Whether each stands somewhere behind the one before it."""
    at = 0
    for part in parts:
        wanted = " ".join(part.split())
        found = text.find(wanted, at)
        if found < 0:
            return False
        at = found + len(wanted)
    return True


@pytest.fixture
def finished(practice: PracticeService, begun: Session) -> Session:
    first, second, third, _ = (each.id for each in begun.questions)
    practice.answer(first, OTHER, 12)
    practice.answer(first, STORY, 95)
    practice.answer(second, OTHER, 10)
    practice.skip(third)
    practice.finish(begun.id)
    return practice.session(begun.id)


def test_it_reads_back_in_order(practice: PracticeService, finished: Session) -> None:
    pdf = practice.export_pdf(finished.id)
    text, result = words(pdf), finished.result
    assert result is not None
    first, second, third, fourth = (each.content.text for each in finished.questions)
    assert in_order(text, finished.title, "2 of 4 questions answered", "checked on this computer", str(result.overall))
    assert in_order(text, "Strengths", "Next steps", first, STORY, "95 seconds. Your second try", second, OTHER)
    assert in_order(text, second, third, "skipped", fourth, "not answered")
    assert f"score {finished.questions[0].answers[-1].score}" in text
    for skill, score in result.skills.items():
        assert f"{skill.capitalize()} {score}" in text


def test_it_is_tagged_and_knows_its_title_and_whose_it_is(practice: PracticeService, finished: Session) -> None:
    reader = PdfReader(io.BytesIO(practice.export_pdf(finished.id)))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (finished.title, "Lena Marsh")
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    kinds = _kinds(root["/StructTreeRoot"])
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") >= 4 + 3  # the questions, and the lists of the result
    assert "/LI" in kinds
    assert "/Figure" not in kinds  # rings and bars stand beside their figures and say nothing more


def _kinds(node: object) -> list[str]:
    found: list[str] = []
    stack = [node]
    while stack:
        each = stack.pop()
        each = each.get_object() if hasattr(each, "get_object") else each
        if isinstance(each, list):
            stack.extend(each)
        elif isinstance(each, dict):
            found.append(str(each.get("/S", "")))
            stack.append(each.get("/K"))
    return found


def test_claudes_view_and_what_nothing_proves(
    connected: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    connected.answer("WeighedAnswer", weighed(suggested=INVENTED))
    connected.answer("MendedSuggestion", {"suggested": INVENTED})
    answer = practice.answer(begun.questions[0].id, ANSWER, 70)
    place.queue.start()
    place.watch.until_state(practice.evaluate(answer.id), TaskState.SUCCEEDED)
    practice.finish(begun.id)
    text = words(practice.export_pdf(begun.id))
    assert in_order(
        text, ANSWER, "A clear story that stops before its result.", INVENTED, "Not proved by your evidence"
    )
    assert "asked once more" in text
    assert "1a. What did" in text, "numbered as on the screen, behind its question"


def test_typed_markup_is_only_text(practice: PracticeService, begun: Session) -> None:
    odd = 'I set #let x = 1 and $y$ in `typst`, *boldly*.\n\n= No heading\n#panic("no") <label> \\ end'
    practice.answer(begun.questions[0].id, odd, 5)
    practice.finish(begun.id)
    text = words(practice.export_pdf(begun.id))
    assert "#let x = 1 and $y$ in `typst`, *boldly*." in text
    assert "= No heading" in text


def test_there_is_no_result_before_the_end(practice: PracticeService, begun: Session) -> None:
    with pytest.raises(UserError) as told:
        practice.export_pdf(begun.id)
    assert told.value.code == "practice-running"
