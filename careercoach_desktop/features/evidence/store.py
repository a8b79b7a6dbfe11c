"""Tables and queries of what a person keeps as evidence: stories, and the bullets that are marked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, delete, select

from careercoach_desktop.features.evidence.model import EvidenceMark, Story, StoryQuestion, StoryText
from careercoach_desktop.foundation.storage.columns import UtcDateTime
from careercoach_desktop.foundation.storage.search.index import SearchIndex
from careercoach_desktop.foundation.storage.search.model import SearchEntry

SEARCH_KIND = "story"


class StoryRow(SQLModel, table=True):
    """``skills`` is a JSON list of words."""

    __tablename__ = "story"

    id: int | None = Field(default=None, primary_key=True)
    title: str = ""
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    skills: str = "[]"
    happened: str = ""
    created: datetime = Field(sa_type=UtcDateTime)
    updated: datetime = Field(sa_type=UtcDateTime)
    removed: datetime | None = Field(default=None, sa_type=UtcDateTime)


class StoryQuestionRow(SQLModel, table=True):
    """A question a story answers, in its own words; ``bank_id`` names it where it is one of the question bank."""

    __tablename__ = "story_question"
    __table_args__ = (UniqueConstraint("story_id", "question"),)

    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id", ondelete="CASCADE", index=True)
    question: str
    bank_id: str = ""
    created: datetime = Field(sa_type=UtcDateTime)


class EvidenceMarkRow(SQLModel, table=True):
    """One per bullet. ``text`` is what the bullet said when it was marked; ``skills`` is a JSON list of words."""

    __tablename__ = "evidence_mark"
    __table_args__ = (UniqueConstraint("resume_id", "bullet_id"),)

    id: int | None = Field(default=None, primary_key=True)
    resume_id: int = Field(foreign_key="resume.id", ondelete="CASCADE", index=True)
    bullet_id: str
    text: str
    story_id: int | None = Field(default=None, foreign_key="story.id", ondelete="SET NULL", index=True)
    skills: str
    created: datetime = Field(sa_type=UtcDateTime)


class EvidenceStore:
    """The queries of evidence, on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # --- stories -----------------------------------------------------------------------------------------------

    def stories(self) -> list[Story]:
        """Those that are there, the latest changed first; ``bullets`` is left at nothing."""
        row = StoryRow
        query = select(row).where(col(row.removed).is_(None)).order_by(col(row.updated).desc(), col(row.id).desc())
        return [_story(found) for found in self._session.exec(query)]

    def story_row(self, story_id: int) -> StoryRow | None:
        """The row, removed or not."""
        return self._session.get(StoryRow, story_id)

    def story(self, story_id: int) -> Story | None:
        row = self.story_row(story_id)
        return None if row is None or row.removed is not None else _story(row)

    def add_story(self, text: StoryText, now: datetime) -> int:
        """Keep a new story; returns its id."""
        row = StoryRow(created=now, updated=now)
        _write(row, text)
        return self.put_story(row)

    def change_story(self, row: StoryRow, text: StoryText, now: datetime) -> None:
        _write(row, text)
        row.updated = now
        self.put_story(row)

    def put_story(self, row: StoryRow) -> int:
        """Store the row, and what is found of it."""
        self._session.add(row)
        self._session.flush()
        index, story_id = SearchIndex(self._session), _id_of(row)
        if row.removed is not None:
            index.remove(SEARCH_KIND, story_id)
        else:
            index.put(SEARCH_KIND, search_entry(row, self.questions([story_id]).get(story_id, [])))
        return story_id

    def purge_stories(self, removed_before: datetime) -> int:
        """Forget for good what was removed before then; marks linked to it stay without a story."""
        gone = delete(StoryRow).where(col(StoryRow.removed) < removed_before)
        return int(self._session.connection().execute(gone).rowcount)

    # --- questions a story answers -----------------------------------------------------------------------------

    def questions(self, story_ids: Sequence[int]) -> dict[int, list[StoryQuestion]]:
        """Story → the questions it answers, in the order they were linked."""
        row = StoryQuestionRow
        query = select(row).where(col(row.story_id).in_(story_ids)).order_by(col(row.created), col(row.id))
        found: dict[int, list[StoryQuestion]] = {}
        for each in self._session.exec(query):
            found.setdefault(each.story_id, []).append(_linked(each))
        return found

    def question(self, story_id: int, question: str) -> StoryQuestion | None:
        row = self._question_row(story_id, question)
        return None if row is None else _linked(row)

    def link_question(self, linked: StoryQuestion) -> None:
        """Keep it; one that is linked already stays as it is. The story is found by its words from now on."""
        if self._question_row(linked.story_id, linked.question) is None:
            row = StoryQuestionRow(
                story_id=linked.story_id, question=linked.question, bank_id=linked.bank_id, created=linked.created
            )
            self._session.add(row)
            self._index_again(linked.story_id)

    def unlink_question(self, story_id: int, question: str) -> None:
        row = self._question_row(story_id, question)
        if row is not None:
            self._session.delete(row)
            self._index_again(story_id)

    def _index_again(self, story_id: int) -> None:
        self._session.flush()
        row = self.story_row(story_id)
        if row is not None:
            self.put_story(row)

    def _question_row(self, story_id: int, question: str) -> StoryQuestionRow | None:
        row = StoryQuestionRow
        query = select(row).where(col(row.story_id) == story_id, col(row.question) == question)
        return self._session.exec(query).first()

    # --- marks -------------------------------------------------------------------------------------------------

    def mark(self, resume_id: int, bullet_id: str) -> EvidenceMark | None:
        row = self._mark_row(resume_id, bullet_id)
        return None if row is None else _mark(row)

    def marks(self, resume_id: int | None = None) -> list[EvidenceMark]:
        """Of one résumé, or all, in the order they were set."""
        query = select(EvidenceMarkRow).order_by(col(EvidenceMarkRow.created), col(EvidenceMarkRow.id))
        if resume_id is not None:
            query = query.where(col(EvidenceMarkRow.resume_id) == resume_id)
        return [_mark(row) for row in self._session.exec(query)]

    def put_mark(self, mark: EvidenceMark) -> None:
        """Instead of the one there was on this bullet."""
        row = self._mark_row(mark.resume_id, mark.bullet_id)
        if row is None:
            row = EvidenceMarkRow(
                resume_id=mark.resume_id, bullet_id=mark.bullet_id, text="", skills="[]", created=mark.created
            )
        row.text, row.story_id, row.created = mark.text, mark.story_id, mark.created
        row.skills = _words(mark.skills)
        self._session.add(row)
        self._session.flush()

    def move_mark(self, mark: EvidenceMark, bullet_id: str) -> None:
        """The bullet has another id now."""
        row = self._mark_row(mark.resume_id, mark.bullet_id)
        if row is not None:
            row.bullet_id = bullet_id
            self._session.add(row)
            self._session.flush()

    def forget_mark(self, resume_id: int, bullet_id: str) -> None:
        row = self._mark_row(resume_id, bullet_id)
        if row is not None:
            self._session.delete(row)
            self._session.flush()

    def linked(self, story_ids: Sequence[int]) -> dict[int, list[int]]:
        """Story → the résumés of the bullets that are linked to it, one for each bullet."""
        row = EvidenceMarkRow
        query = select(row.story_id, row.resume_id).where(col(row.story_id).in_(story_ids))
        found: dict[int, list[int]] = {}
        for story_id, resume_id in self._session.exec(query):
            if story_id is not None:
                found.setdefault(story_id, []).append(resume_id)
        return found

    def _mark_row(self, resume_id: int, bullet_id: str) -> EvidenceMarkRow | None:
        row = EvidenceMarkRow
        query = select(row).where(col(row.resume_id) == resume_id, col(row.bullet_id) == bullet_id)
        return self._session.exec(query).first()


def search_entry(row: StoryRow, questions: Sequence[StoryQuestion] = ()) -> SearchEntry:
    """What is found of a story: everything it says, and the questions it answers."""
    context = " · ".join(part for part in (row.happened, *json.loads(row.skills)) if part)
    told = (row.situation, row.task, row.action, row.result, *(linked.question for linked in questions))
    return SearchEntry(_id_of(row), row.title, context, "\n".join(part for part in told if part))


def search_entries(session: Session, after: int, limit: int) -> list[SearchEntry]:
    """The next stories by id, for filling the search index."""
    query = select(StoryRow).where(col(StoryRow.removed).is_(None), col(StoryRow.id) > after)
    rows = list(session.exec(query.order_by(col(StoryRow.id)).limit(limit)))
    questions = EvidenceStore(session).questions([_id_of(row) for row in rows])
    return [search_entry(row, questions.get(_id_of(row), [])) for row in rows]


def _write(row: StoryRow, text: StoryText) -> None:
    row.title, row.happened, row.skills = text.title, text.happened, _words(text.skills)
    row.situation, row.task, row.action, row.result = text.situation, text.task, text.action, text.result


def _words(words: Sequence[str]) -> str:
    return json.dumps(list(words), ensure_ascii=False)


def _story(row: StoryRow) -> Story:
    text = StoryText(
        title=row.title,
        situation=row.situation,
        task=row.task,
        action=row.action,
        result=row.result,
        skills=tuple(json.loads(row.skills)),
        happened=row.happened,
    )
    return Story(_id_of(row), text, row.created, row.updated)


def _linked(row: StoryQuestionRow) -> StoryQuestion:
    return StoryQuestion(row.story_id, row.question, row.bank_id, row.created)


def _mark(row: EvidenceMarkRow) -> EvidenceMark:
    skills = tuple(json.loads(row.skills))
    return EvidenceMark(row.resume_id, row.bullet_id, row.text, row.created, row.story_id, skills)


def _id_of(row: StoryRow) -> int:
    if row.id is None:
        raise ValueError("the story was not stored yet")
    return row.id
