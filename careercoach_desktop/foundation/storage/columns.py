"""Column types every store may use, so that a moment means the same moment on both sides of the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect
from sqlalchemy.dialects.sqlite import DATETIME
from sqlalchemy.types import TypeDecorator, TypeEngine

from careercoach_desktop.foundation.storage import naming  # noqa: F401 - before any table is declared


class _MomentText(DATETIME):
    """SQLite's own text, read in one step instead of three: a list reads tens of thousands of moments."""

    def result_processor(self, dialect: Any, coltype: Any) -> Callable[[str | None], datetime | None]:  # noqa: ARG002 - SQLAlchemy's signature
        return _moment


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware going in (a naive one is a bug), stored as UTC text that sorts, aware UTC coming out."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(_MomentText())  # type: ignore[no-untyped-call]  # SQLAlchemy's own constructor

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment without a time zone cannot be stored; use datetime.now(UTC).")
        return value.astimezone(UTC).replace(tzinfo=None)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text + "+00:00")
