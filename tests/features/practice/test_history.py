"""What was practised: found again, filtered, and drawn as curves."""

from __future__ import annotations

from datetime import timedelta

import pytest

from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.practice.model import (
    HistoryFilter,
    PracticeSetup,
    Session,
    SessionState,
    TrendPoint,
)
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.practice.store import PracticeSessionRow
from careercoach_desktop.foundation.storage.blobs import BlobRow
from tests.features.practice.long_history import FIRST_DAY, SKILLS, practise_for_years
from tests.features.practice.test_practising import OTHER, STORY
from tests.support.workspace import Place


def test_a_line_counts_answers_and_time(practice: PracticeService, begun: Session) -> None:
    first, second = begun.questions[0].id, begun.questions[1].id
    practice.answer(first, OTHER, 20)
    practice.answer(first, STORY, 80)
    practice.keep_draft(second, "And then", 7)
    (line,) = practice.history()
    assert (line.id, line.title, line.answered, line.count) == (begun.id, begun.title, 1, 4)
    assert (line.seconds, line.overall, line.state) == (107, None, SessionState.RUNNING)
    assert line.seconds == practice.session(begun.id).seconds


def test_filters(place: Place, practice: PracticeService, begun: Session) -> None:
    other = practice.begin(PracticeSetup(role="Head gardener", type=InterviewType.FINAL, count=1))
    practice.answer(practice.session(other).questions[0].id, STORY, 60)
    practice.finish(other)
    assert [line.id for line in practice.history()] == [other, begun.id]
    assert [line.id for line in practice.unfinished()] == [begun.id]

    def found(wanted: HistoryFilter) -> list[int]:
        return [line.id for line in practice.history(wanted)]

    assert found(HistoryFilter(text="GARDENER final")) == [other]
    assert found(HistoryFilter(text="gardener behavioural")) == []
    assert found(HistoryFilter(types=(InterviewType.BEHAVIORAL, InterviewType.PANEL))) == [begun.id]
    assert found(HistoryFilter(job_id=begun.setup.job_id)) == [begun.id]
    assert found(HistoryFilter(states=(SessionState.FINISHED,))) == [other]


def test_the_trend_by_type_and_by_skill(place: Place, practice: PracticeService) -> None:
    practise_for_years(place.database, 8, questions=6)
    trend = practice.trend()
    assert set(trend.types) == set(InterviewType)
    day = FIRST_DAY + timedelta(days=1, minutes=30)
    assert trend.types[InterviewType.VIDEO_CALL] == (TrendPoint(day, 41, 1),)
    assert list(trend.skills) == sorted(SKILLS)
    communication = trend.skills["communication"]  # the first question of the first session, answered once
    assert (communication[0].when, communication[0].score, len(communication)) == (day, 42, 8)
    ownership = trend.skills["ownership"]  # its third question, answered twice: the second try counts
    assert ownership[0].score == 43


def test_only_what_is_finished_and_there_makes_a_curve(place: Place, practice: PracticeService, begun: Session) -> None:
    practice.answer(begun.questions[0].id, STORY, 60)
    assert (practice.trend().types, practice.trend().skills) == ({}, {})
    practice.finish(begun.id)
    assert list(practice.trend().types) == [InterviewType.BEHAVIORAL]
    practice.remove([begun.id])
    assert practice.trend().types == {}


def test_the_longest_history_is_a_few_queries(place: Place, practice: PracticeService) -> None:
    from sqlalchemy import event

    practise_for_years(place.database, 300)
    statements: list[str] = []
    event.listen(place.database._readers, "before_cursor_execute", lambda *args: statements.append(args[2]))
    assert len(practice.history()) == 300
    practice.trend()
    assert len([each for each in statements if each.startswith("SELECT")]) == 3


@pytest.mark.parametrize(("days", "left"), [(29, 1), (31, 0)])
def test_what_was_removed_long_ago_is_forgotten(
    place: Place, practice: PracticeService, begun: Session, days: int, left: int
) -> None:
    answer = practice.answer(begun.questions[0].id, STORY, 60, recording=b"RIFF sound")
    practice.remove([begun.id])
    with place.database.write() as unit:
        row = unit.session.get(PracticeSessionRow, begun.id)
        assert row is not None
        assert row.removed is not None
        row.removed -= timedelta(days=days)
    assert practice.purge_removed() == 1 - left
    assert len(practice.restore([begun.id])) == left
    with place.database.read() as rows:
        kept = rows.get(BlobRow, answer.recording)
    assert (kept is not None) is bool(left), "the sound of a forgotten answer is forgotten, too"


def test_there_is_something_to_go_on_with_until_it_is_finished(practice: PracticeService, begun: Session) -> None:
    assert practice.can_go_on()
    practice.answer(begun.questions[0].id, "I asked first, then I fixed it.", 10)
    practice.finish(begun.id)
    assert not practice.can_go_on()
    practice.ask(begun.questions[1].id)
    assert practice.can_go_on(), "it runs again"
    practice.remove([begun.id])
    assert not practice.can_go_on()
    practice.restore([begun.id])
    assert practice.can_go_on()
