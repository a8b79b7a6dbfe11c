"""Tables and queries of résumés and their versions.

The database itself keeps the promise that there is never more than one primary résumé: a partial unique index. A
removed résumé keeps its mark, so that bringing it back can make it primary again.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy
from sqlalchemy import BigInteger, Index, UniqueConstraint, func, text
from sqlmodel import Field, Session, SQLModel, col, delete, select

from careercoach_desktop.features.resumes.editing import doubtful_paths, values
from careercoach_desktop.features.resumes.model import (
    ReadingState,
    Resume,
    ResumeCard,
    ResumeData,
    ResumeStyle,
    ResumeVersion,
    VersionReason,
)
from careercoach_desktop.foundation.storage.blobs import BlobStore
from careercoach_desktop.foundation.storage.columns import UtcDateTime
from careercoach_desktop.foundation.storage.search.index import SearchIndex
from careercoach_desktop.foundation.storage.search.model import SearchEntry

SEARCH_KIND = "resume"


class ResumeRow(SQLModel, table=True):
    """``version`` is the number of the version the person works on; 0 until the original was read."""

    __tablename__ = "resume"
    __table_args__ = (
        Index(
            "uq_resume_is_primary", "is_primary", unique=True, sqlite_where=text("is_primary = 1 AND removed IS NULL")
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    title: str
    file_name: str
    media_type: str
    original_sha256: str | None = Field(default=None, foreign_key="blob.sha256", index=True)
    """None for one that was written here, which has neither file name nor media type."""
    is_primary: bool = False
    state: str
    checked: bool = False
    problem: str = ""
    next_step: str = ""
    pages: int = 0
    version: int = 0
    fields: int = 0
    doubtful: int = 0
    read_seconds: float = 0.0
    raw_text: str = ""
    warnings: str = "[]"
    """A JSON list of sentences."""
    style: str = "{}"
    """``ResumeStyle`` as JSON; what is missing in it is as usual."""
    tags: str = "[]"
    """A JSON list of words."""
    thumbnail: bytes | None = None
    picture_is_old: bool = False
    """Whether ``thumbnail`` is a picture of the data, and the data or the look have changed since it was drawn."""
    created: datetime = Field(sa_type=UtcDateTime)
    updated: datetime = Field(sa_type=UtcDateTime)
    removed: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ResumeVersionRow(SQLModel, table=True):
    """``data`` is ``ResumeData`` as JSON; ``changed`` moves while the edits of one sitting are written into it."""

    __tablename__ = "resume_version"
    __table_args__ = (UniqueConstraint("resume_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    resume_id: int = Field(foreign_key="resume.id", index=True)
    number: int
    name: str = ""
    reason: str
    data: str
    fields: int
    created: datetime = Field(sa_type=UtcDateTime)
    changed: datetime = Field(sa_type=UtcDateTime)


class ResumeProposalRow(SQLModel, table=True):
    """Corrections suggested for a résumé as it was in ``version``: ``content`` is a JSON list of differences,
    ``skipped`` one of their ids; ``cost`` in nano-dollars, None when unknown."""

    __tablename__ = "resume_proposal"

    resume_id: int = Field(primary_key=True, foreign_key="resume.id", ondelete="CASCADE")
    version: int
    content: str
    skipped: str = "[]"
    left_out: int = 0
    model: str
    cost: int | None = Field(default=None, sa_type=BigInteger)
    created: datetime = Field(sa_type=UtcDateTime)


class ResumeStore:
    """The queries of résumés, on one session. Ids that are gone give None or do nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def cards(self) -> list[ResumeCard]:
        """What the page shows, primary first, then the latest changed; without texts and data."""
        table = ResumeRow
        columns: tuple[Any, ...] = (
            col(table.id), col(table.title), col(table.file_name), col(table.is_primary), col(table.state),
            col(table.checked), col(table.problem), col(table.pages), col(table.version), col(table.updated),
            col(table.thumbnail), col(table.next_step), col(table.fields), col(table.doubtful),
            col(table.tags), col(table.original_sha256),
        )  # fmt: skip
        order = (col(table.is_primary).desc(), col(table.updated).desc(), col(table.id).desc())
        query = sqlalchemy.select(*columns).where(col(table.removed).is_(None)).order_by(*order)
        return [_card(row) for row in self._session.connection().execute(query)]

    def get(self, resume_id: int) -> ResumeRow | None:
        """The row, removed or not."""
        return self._session.get(ResumeRow, resume_id)

    def resume(self, row: ResumeRow) -> Resume:
        """The row with the data of its present version."""
        return Resume(
            id=_id_of(row),
            title=row.title,
            file_name=row.file_name,
            media_type=row.media_type,
            original_sha256=row.original_sha256,
            is_primary=row.is_primary,
            state=ReadingState(row.state),
            checked=row.checked,
            problem=row.problem,
            pages=row.pages,
            version=row.version,
            read_seconds=row.read_seconds,
            raw_text=row.raw_text,
            data=self.data(_id_of(row), row.version),
            updated=row.updated,
            next_step=row.next_step,
            warnings=tuple(json.loads(row.warnings)),
            style=ResumeStyle.model_validate_json(row.style),
            tags=tuple(json.loads(row.tags)),
        )

    def data(self, resume_id: int, number: int) -> ResumeData:
        """The data of one version; empty for version 0 (nothing was read or typed yet)."""
        row = self.version_row(resume_id, number)
        return ResumeData() if row is None else ResumeData.model_validate_json(row.data)

    def contents(self, resume_ids: Collection[int]) -> dict[int, tuple[str, ResumeData]]:
        """Title and present data of those that are there, in one query."""
        row, version = ResumeRow, ResumeVersionRow
        columns: tuple[Any, ...] = (col(row.id), col(row.title), col(version.data))
        query = (
            sqlalchemy.select(*columns)
            .join(version, (col(version.resume_id) == col(row.id)) & (col(version.number) == col(row.version)))
            .where(col(row.id).in_(resume_ids), col(row.removed).is_(None))
        )
        found = self._session.connection().execute(query)
        return {resume_id: (title, ResumeData.model_validate_json(data)) for resume_id, title, data in found}

    def with_original(self, sha256: str) -> ResumeRow | None:
        """The résumé that was made from this very file, unless it was removed; copies of it do not count."""
        copies = select(ResumeVersionRow.resume_id).where(col(ResumeVersionRow.reason) == VersionReason.COPIED)
        query = select(ResumeRow).where(
            col(ResumeRow.original_sha256) == sha256,
            col(ResumeRow.removed).is_(None),
            col(ResumeRow.id).not_in(copies),
        )
        return self._session.exec(query.order_by(col(ResumeRow.id))).first()

    def primary(self) -> ResumeRow | None:
        query = select(ResumeRow).where(col(ResumeRow.is_primary), col(ResumeRow.removed).is_(None))
        return self._session.exec(query).first()

    def latest_with_data(self) -> ResumeRow | None:
        """Who becomes primary when the primary one is removed."""
        row = ResumeRow
        doubted = (col(row.state) == ReadingState.READ) & (col(row.problem) != "")  # does not look like a résumé
        query = select(row).where(col(row.fields) > 0, col(row.removed).is_(None), ~doubted)
        return self._session.exec(query.order_by(col(ResumeRow.updated).desc(), col(ResumeRow.id).desc())).first()

    def first_in_line(self) -> ResumeRow | None:
        """Who becomes primary when nobody ever was: the first that was added and says something. None while one that
        was added before it is still being read, so that the mark does not depend on which file is read faster."""
        query = select(ResumeRow).where(col(ResumeRow.removed).is_(None)).order_by(col(ResumeRow.id))
        for row in self._session.exec(query):
            if row.version == 0 and row.state == ReadingState.READING:
                return None
            if row.fields > 0 and not row.problem:
                return row
        return None

    def old_pictures(self) -> list[ResumeRow]:
        """Those whose picture is to be drawn anew."""
        row = ResumeRow
        query = select(row).where(col(row.picture_is_old), col(row.fields) > 0, col(row.removed).is_(None))
        return list(self._session.exec(query.order_by(col(row.id))))

    def is_titled(self, title: str) -> bool:
        """Whether a résumé that is not removed has this title."""
        query = select(ResumeRow.id).where(col(ResumeRow.title) == title, col(ResumeRow.removed).is_(None))
        return self._session.exec(query).first() is not None

    def with_words(self, words: str) -> frozenset[int]:
        """The résumés that hold every word (or one that begins so); all of them when there is no word."""
        index = SearchIndex(self._session)
        found: frozenset[int] | None = None
        for word in words.split():
            holding = index.records_with(SEARCH_KIND, word)
            found = holding if found is None else found & holding
        return frozenset(card.id for card in self.cards()) if found is None else found

    def tags(self, row: ResumeRow) -> tuple[str, ...]:
        return tuple(json.loads(row.tags))

    def set_tags(self, row: ResumeRow, tags: tuple[str, ...]) -> None:
        row.tags = json.dumps(list(tags), ensure_ascii=False)
        self.add(row)

    def add(self, row: ResumeRow) -> int:
        """Store a new row, or what was changed of one."""
        self._session.add(row)
        self._session.flush()
        self._index(row)
        return _id_of(row)

    def put_original(self, data: bytes, media_type: str) -> str:
        return BlobStore(self._session).put(data, media_type)

    def original(self, sha256: str) -> bytes:
        return BlobStore(self._session).get(sha256)

    def give_mark(self, row: ResumeRow) -> int | None:
        """Make ``row`` the primary one; returns the id of the résumé that loses the mark, if any does."""
        loser = self.primary()
        if loser is row:
            return None
        if loser is not None:
            loser.is_primary = False
            self._session.add(loser)
            self._session.flush()  # the index allows no moment with two
        row.is_primary = True
        self._session.add(row)
        self._session.flush()
        return None if loser is None else _id_of(loser)

    def forget_removed_marks(self) -> None:
        """Removed résumés come back as ordinary ones from now on (the person chose another primary)."""
        query = select(ResumeRow).where(col(ResumeRow.is_primary), col(ResumeRow.removed).is_not(None))
        for row in self._session.exec(query):
            row.is_primary = False
            self._session.add(row)
        self._session.flush()

    def version_row(self, resume_id: int, number: int) -> ResumeVersionRow | None:
        table = ResumeVersionRow
        query = select(table).where(col(table.resume_id) == resume_id, col(table.number) == number)
        return self._session.exec(query).first()

    def last_number(self, resume_id: int) -> int:
        table = ResumeVersionRow
        query = select(func.max(col(table.number))).where(col(table.resume_id) == resume_id)
        return self._session.exec(query).one() or 0

    def write_version(self, row: ResumeRow, data: ResumeData, reason: VersionReason, now: datetime) -> int:
        """Add a version and make it the present one; returns its number."""
        number = self.last_number(_id_of(row)) + 1
        fields = len(values(data))
        self._session.add(
            ResumeVersionRow(
                resume_id=_id_of(row),
                number=number,
                reason=reason,
                data=data.model_dump_json(),
                fields=fields,
                created=now,
                changed=now,
            )
        )
        row.version = number
        self._note_change(row, data, fields, now)
        return number

    def overwrite_version(self, row: ResumeRow, version: ResumeVersionRow, data: ResumeData, now: datetime) -> int:
        """Write the next edit of one sitting into the version it began; returns its number."""
        version.data = data.model_dump_json()
        version.fields = len(values(data))
        version.changed = now
        self._note_change(row, data, version.fields, now)
        return version.number

    def name_version(self, resume_id: int, number: int, name: str) -> None:
        row = self.version_row(resume_id, number)
        if row is not None:
            row.name = name
            self._session.add(row)
            self._session.flush()

    def versions(self, resume_id: int) -> list[ResumeVersion]:
        """Newest first, without their data."""
        table = ResumeVersionRow
        columns: tuple[Any, ...] = (
            col(table.number), col(table.name), col(table.reason),
            col(table.created), col(table.changed), col(table.fields),
        )  # fmt: skip
        query = sqlalchemy.select(*columns).where(col(table.resume_id) == resume_id)
        found = self._session.connection().execute(query.order_by(col(table.number).desc()))
        return [
            ResumeVersion(row.number, row.name, VersionReason(row.reason), row.created, row.changed, row.fields)
            for row in found
        ]

    def purge(self, removed_before: datetime) -> int:
        """Forget for good what was removed before then, versions and originals included; how many résumés."""
        old = sqlalchemy.select(col(ResumeRow.id)).where(col(ResumeRow.removed) < removed_before)
        connection = self._session.connection()
        connection.execute(delete(ResumeVersionRow).where(col(ResumeVersionRow.resume_id).in_(old)))
        gone = connection.execute(delete(ResumeRow).where(col(ResumeRow.removed) < removed_before)).rowcount
        BlobStore(self._session).forget_unused()
        return int(gone)

    def proposal(self, resume_id: int) -> ResumeProposalRow | None:
        return self._session.get(ResumeProposalRow, resume_id, populate_existing=True)

    def put_proposal(self, row: ResumeProposalRow) -> None:
        """Instead of the one there was."""
        self._session.merge(row)
        self._session.flush()

    def forget_proposal(self, resume_id: int) -> bool:
        """Whether there was one."""
        gone = delete(ResumeProposalRow).where(col(ResumeProposalRow.resume_id) == resume_id)
        return bool(self._session.connection().execute(gone).rowcount)

    def _note_change(self, row: ResumeRow, data: ResumeData, fields: int, now: datetime) -> None:
        row.fields = fields
        row.picture_is_old = row.pages == 0
        row.doubtful = len(doubtful_paths(data))
        row.updated = now
        self._session.add(row)
        self._session.flush()
        self._index(row, data)

    def _index(self, row: ResumeRow, data: ResumeData | None = None) -> None:
        """Keep what is found of the row true; ``data`` when it is at hand."""
        index = SearchIndex(self._session)
        if row.removed is not None:
            index.remove(SEARCH_KIND, _id_of(row))
        else:
            index.put(SEARCH_KIND, self.search_entry(row, data))

    def search_entry(self, row: ResumeRow, data: ResumeData | None = None) -> SearchEntry:
        """What is found of a résumé: everything it says now."""
        resume_id = _id_of(row)
        said = values(data if data is not None else self.data(resume_id, row.version))
        label = next((value.text for value in said if value.path == "basics.label"), "")
        context = " · ".join(part for part in (label, *self.tags(row), row.file_name) if part)
        return SearchEntry(resume_id, row.title, context, "\n".join(value.text for value in said))


def search_entries(session: Session, after: int, limit: int) -> list[SearchEntry]:
    """The next résumés by id, for filling the search index."""
    query = select(ResumeRow).where(col(ResumeRow.removed).is_(None), col(ResumeRow.id) > after)
    store = ResumeStore(session)
    return [store.search_entry(row) for row in session.exec(query.order_by(col(ResumeRow.id)).limit(limit))]


def _id_of(row: ResumeRow) -> int:
    if row.id is None:
        raise ValueError("the résumé was not stored yet")
    return row.id


def _card(row: Any) -> ResumeCard:
    return ResumeCard(
        id=row.id,
        title=row.title,
        file_name=row.file_name,
        is_primary=row.is_primary,
        state=ReadingState(row.state),
        checked=row.checked,
        problem=row.problem,
        pages=row.pages,
        version=row.version,
        updated=row.updated,
        thumbnail=row.thumbnail,
        next_step=row.next_step,
        fields=row.fields,
        doubtful=row.doubtful,
        tags=tuple(json.loads(row.tags)),
        has_original=row.original_sha256 is not None,
    )
