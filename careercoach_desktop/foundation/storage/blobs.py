"""Original files and archived pages, kept inside the one SQLite file and stored once by content.

The name of a blob is the SHA-256 of its bytes, so importing the same résumé twice costs nothing, and a byte that
changed on the disk is noticed when it is read instead of being handed on.
"""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import LargeBinary
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Mapped
from sqlmodel import Field, Session, SQLModel, col, delete, select

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.naming import TABLES

_KEY = "blob.sha256"


class BlobRow(SQLModel, table=True):
    """``sha256`` is lower-case hexadecimal; ``size`` is in bytes."""

    __tablename__ = "blob"

    sha256: str = Field(primary_key=True, max_length=64)
    media_type: str
    size: int
    data: bytes = Field(sa_type=LargeBinary)


class BlobStore:
    """Works inside the caller's transaction; refer to a blob with ``Field(foreign_key="blob.sha256")``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, data: bytes, media_type: str) -> str:
        """Keep ``data`` and return its SHA-256. The first media type given to the same bytes stays."""
        sha256 = hashlib.sha256(data).hexdigest()
        row = {"sha256": sha256, "media_type": media_type, "size": len(data), "data": data}
        self._session.connection().execute(insert(BlobRow).values(row).on_conflict_do_nothing())
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises KeyError when there is no such blob, UserError ``blob-damaged`` when they changed."""
        data = self._column(sha256, col(BlobRow.data))
        if hashlib.sha256(data).hexdigest() != sha256:
            raise UserError(
                "A file kept in your data no longer has the content it was saved with.",
                "Add the original file again, or restore a backup in Settings.",
                code="blob-damaged",
            )
        return bytes(data)

    def media_type(self, sha256: str) -> str:
        """Such as ``application/pdf``. Raises KeyError when there is no such blob."""
        return str(self._column(sha256, col(BlobRow.media_type)))

    def size(self, sha256: str) -> int:
        """In bytes, without reading the content. Raises KeyError when there is no such blob."""
        return int(self._column(sha256, col(BlobRow.size)))

    def forget_unused(self) -> int:
        """Delete every blob that no row of any table refers to any more; how many those were.

        Call it in the transaction that deleted the rows.
        """
        connection = self._session.connection()
        unused = delete(BlobRow)
        for table in TABLES.tables.values():
            for key in table.foreign_keys:
                if key.target_fullname == _KEY:
                    referring = select(key.parent).where(key.parent.is_not(None))
                    unused = unused.where(col(BlobRow.sha256).not_in(referring))
        return int(connection.execute(unused).rowcount)

    def _column(self, sha256: str, column: Mapped[Any]) -> Any:
        found = self._session.exec(select(column).where(col(BlobRow.sha256) == sha256)).first()
        if found is None:
            raise KeyError(sha256)
        return found
